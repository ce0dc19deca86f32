public import Basics

/// The share of issues that one contact resolved, month by month, by one method.
///
/// The methods answer different questions and are never mixed: whether a customer
/// came back, what an agent noted, what a customer said.
public struct FirstContactResolution: Hashable, Sendable {
  /// One month.
  public struct Month: Hashable, Sendable {
    /// The month.
    public let month: CivilMonth
    /// What became of the issues that opened in it.
    public let counts: ResolutionCounts
    /// The percentage in force at its end, or at as-of where that is earlier.
    public let objective: FixedPoint?
    /// Whether as-of lies at its end or later.
    public let isComplete: Bool
    /// How it stands, so far where it is not complete.
    public let state: OpportunityState

    /// Whether the objective is attained; `nil` unless complete and judged.
    public var isMet: Bool? { isComplete ? state.isMet : nil }

    /// Resolved out of decided; `nil` where nothing is decided.
    public var rate: Ratio? {
      counts.decided > 0 ? Ratio(counts.resolved, counts.decided) : nil
    }
  }

  /// Contacts that are left out of the method by further contacts.
  public struct LeftOut: Hashable, Sendable {
    /// Answered contacts of unknown customers.
    public let blank: Int
    /// Identifiers of more contacts in one window than a customer has.
    public let shared: Int
    /// Answered contacts of these.
    public let sharedContacts: Int
    /// Answered contacts without a reason, where reasons are matched; else `nil`.
    public let withoutReason: Int?
  }

  /// A month with a larger share of pending issues is undecided, in percent (own rule).
  public static let mostPendingPercent = 25

  /// How issues are found.
  public let method: ResolutionTargets.Method
  /// Which further contact fails an issue; `nil` for other methods.
  public let match: ResolutionTargets.Match?
  /// How long an issue is watched; `nil` for other methods.
  public let windowDays: Int?
  /// Whether it is the one that objectives judge; others stand beside it.
  public let isJudged: Bool
  /// The months from the first with data to as-of, without a gap; none where the
  /// method has no data.
  public let months: [Month]
  /// What is left out; `nil` for other methods.
  public let leftOut: LeftOut?

  /// How the rate moves over the complete months, in percentage points; `nil` for too few of them.
  ///
  /// - Complexity: O(*n*² log *n*) in the months.
  public var trend: Trend? {
    Trend(
      months.compactMap { month in
        month.isComplete ? month.rate.map { TrendPoint(month.month, Fraction($0) * 100) } : nil
      })
  }

  /// Finds a month; `nil` outside of the data.
  public func month(_ month: CivilMonth) -> Month? {
    guard let first = months.first, month >= first.month,
      month.index - first.month.index < months.count
    else { return nil }
    return months[month.index - first.month.index]
  }
}

extension FirstContactResolution {
  /// The rates of the complete months that are not undecided, to associate with others.
  var series: Association.Series {
    let values = months.compactMap { month -> (CivilMonth, Fraction)? in
      guard month.isComplete, month.state != .undecided, let rate = month.rate else { return nil }
      return (month.month, Fraction(rate))
    }
    return Association.Series(
      "firstContactResolution", Dictionary(uniqueKeysWithValues: values))
  }
}

// MARK: - From tallies to metrics

extension FirstContactResolution {
  /// Finds first contact resolution by the configured method, or by the first that
  /// there is data for.
  ///
  /// - Parameters:
  ///   - contacts: The contacts.
  ///   - surveys: What customers answered when asked whether their issue was
  ///     resolved, by day.
  ///   - targets: How it is found, and what it has to reach.
  ///   - watch: How issues are watched, up to as-of.
  ///   - threads: How many threads judge the contacts at most.
  /// - Returns: The judged one first. By further contacts, the other way to match
  ///   them stands beside it where reasons are given. None without any data.
  /// - Throws: `MetricsError` where the first contact lies further back than any center
  ///   has kept, or what a roll-up summed does not answer what is asked.
  /// - Complexity: O(*n*) in the contacts.
  static func all(
    contacts: ResolutionTally, surveys: ResolutionDays, targets: ResolutionTargets,
    watch: IssueWatch, threads: Int = 1
  ) throws(MetricsError) -> [FirstContactResolution] {
    try contacts.check(watch)
    let issues = contacts.issues(watch, threads: threads)
    func days(_ method: ResolutionTargets.Method) -> ResolutionDays {
      switch method {
      case .repeat: issues.any
      case .flag: issues.flagged
      case .survey: surveys
      }
    }
    let withData = ResolutionTargets.Method.allCases.filter { !days($0).isEmpty }
    guard let method = targets.method ?? withData.first, !withData.isEmpty else { return [] }
    func found(
      _ days: ResolutionDays, match: ResolutionTargets.Match?, isJudged: Bool = true
    ) throws(MetricsError) -> FirstContactResolution {
      FirstContactResolution(
        method: method, match: match, windowDays: match.map { _ in watch.windowDays },
        isJudged: isJudged,
        months: try months(days, isJudged ? targets.objectives : [], asOf: watch.asOf),
        leftOut: match.map { match in
          LeftOut(
            blank: issues.blank, shared: issues.shared, sharedContacts: issues.sharedContacts,
            withoutReason: match == .reason ? issues.withoutReason : nil)
        })
    }
    switch method {
    case .flag, .survey: return [try found(days(method), match: nil)]
    case .repeat:
      let any = try found(issues.any, match: .any, isJudged: targets.match == .any)
      let sameReason = try found(
        issues.sameReason, match: .reason, isJudged: targets.match == .reason)
      switch targets.match {
      case .any: return issues.sameReason.isEmpty ? [any] : [any, sameReason]
      case .reason: return [sameReason, any]
      }
    }
  }

  /// Sums days by month and judges each issue by the objective of the day it opened on.
  static func months(
    _ days: ResolutionDays, _ objectives: [DatedObjective], asOf: CivilDate
  ) throws(MetricsError) -> [Month] {
    try CivilMonth.through(asOf, from: days.firstMonth, of: "contacts").map { month in
      let last = min(month.lastDay, asOf)
      var counts = ResolutionCounts()
      // 100 · resolved − percent · decided, in millionths.
      var margin: Int128 = 0
      var isJudged = !objectives.isEmpty
      var day = month.firstDay
      while day <= last {
        let ofDay = days[day]
        counts.merge(ofDay)
        if ofDay.decided > 0 {
          if let percent = objectives.inForce(on: day)?.value.millionths {
            margin +=
              100 * FixedPoint.scale * Int128(ofDay.resolved) - percent * Int128(ofDay.decided)
          } else {
            isJudged = false
          }
        }
        day = day + 1
      }
      let state: OpportunityState
      if counts.decided == 0
        || counts.pending * 100 > (counts.decided + counts.pending) * mostPendingPercent
      {
        state = .undecided
      } else if isJudged {
        state = margin >= 0 ? .met : .missed
      } else {
        state = .excluded
      }
      return Month(
        month: month, counts: counts, objective: objectives.inForce(on: last)?.value,
        isComplete: asOf >= month.lastDay, state: state)
    }
  }
}
