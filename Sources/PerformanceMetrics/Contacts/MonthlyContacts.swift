public import Basics

/// Contact volume and average handle time of the organization, month by month.
///
/// They add up what all services record, by the contacts that count in each; records
/// that no service takes are in neither. What is missing could turn a month: holes
/// may hide contacts, and hidden contacts may have taken any time.
public struct MonthlyContacts: Hashable, Sendable {
  /// One month.
  public struct Month: Hashable, Sendable {
    /// The month.
    public let month: CivilMonth
    /// Contacts offered.
    public let offered: Int
    /// Contacts answered.
    public let answered: Int
    /// Summed handle time in milliseconds; `nil` where answered contacts lack it.
    public let handleMilliseconds: Int?
    /// Contacts that holes may hide; `nil` where that is not known.
    public let possible: Int?
    /// How the volume stands.
    public let volume: OpportunityState
    /// How the average handle time stands.
    public let handleTime: OpportunityState
  }

  /// The complete months that the windows of rules reach back to, oldest first.
  public let months: [Month]
  /// Whether any bound of the volume is given.
  public let hasVolumeObjective: Bool
  /// Whether any objective of the handle time is given.
  public let hasHandleTimeObjective: Bool

  /// Finds a month; `nil` outside of them.
  public func month(_ month: CivilMonth) -> Month? { months.first { $0.month == month } }
}

// MARK: - From services

extension MonthlyContacts {
  /// Adds up the contacts of all services.
  ///
  /// - Complexity: O(*n*) in the days of the services.
  init(
    _ services: [ServiceMetrics], volume: VolumeTargets, handleTime: HandleTimeTargets,
    reach: MetricsOptions.Reach, asOf: CivilDate
  ) {
    let histories = services.compactMap { $0.records?.judged }
    let newest = asOf.lastCompleteMonth
    months = ((newest.index - reach.months + 1)...newest.index).map { index in
      let days = CivilMonth(index: index).firstDay...CivilMonth(index: index).lastDay
      var sums = MonthSums()
      for history in histories { sums.add(history, days, handleTime.objectives) }
      return sums.judged(
        CivilMonth(index: index), volume.objectives.inForce(on: days.upperBound))
    }
    hasVolumeObjective = !volume.objectives.isEmpty
    hasHandleTimeObjective = !handleTime.objectives.isEmpty
  }
}

/// What the services record in a month.
private struct MonthSums {
  private var offered = 0
  private var answered = 0
  private var milliseconds = 0
  private var hasRecords = false
  private var lacksHandleTime = false
  private var possible = 0
  private var isPossibleKnown = true
  /// The time that objectives allow for the answered contacts less what they took, in
  /// millionths of a second.
  private var margin: Int128 = 0
  /// The longest objective, for contacts that holes may hide.
  private var longest: Int128 = 0
  private var hasObjective = false
  private var lacksObjective = false

  mutating func add(
    _ history: JudgedHistory, _ days: ClosedRange<CivilDate>, _ objectives: [DatedObjective]
  ) {
    let figures = history.figures(days)
    // A day without an objective of service level is left out of its service's sums.
    isPossibleKnown = isPossibleKnown && figures.days.excluded == 0
    possible.addSaturating(figures.possibleVolume)
    hasRecords = hasRecords || figures.sums.rows > 0
    lacksHandleTime = lacksHandleTime || figures.sums.rowsWithoutHandle > 0
    offered.addSaturating(figures.sums.offered)
    answered.addSaturating(figures.sums.answered)
    milliseconds.addSaturating(figures.sums.handleMilliseconds)
    var day = days.lowerBound
    while day <= days.upperBound {
      let limit = objectives.inForce(on: day)?.value.millionths
      if let limit {
        hasObjective = true
        longest = max(longest, limit)
      }
      let sums = history.figures(day...day).sums
      if sums.answered > 0 {
        if let limit {
          margin += limit * Int128(sums.answered) - Int128(sums.handleMilliseconds) * 1000
        } else {
          lacksObjective = true
        }
      }
      day = day + 1
    }
  }

  func judged(_ month: CivilMonth, _ bound: VolumeTargets.Bound?) -> MonthlyContacts.Month {
    MonthlyContacts.Month(
      month: month, offered: offered, answered: answered,
      handleMilliseconds: lacksHandleTime || answered == 0 ? nil : milliseconds,
      possible: isPossibleKnown ? possible : nil, volume: volume(bound), handleTime: handleTime)
  }

  private func volume(_ bound: VolumeTargets.Bound?) -> OpportunityState {
    guard let bound else { return .excluded }
    guard hasRecords else { return .undecided }
    var most = offered
    most.addSaturating(isPossibleKnown ? possible : .max)
    if bound.isUpper {
      if most <= bound.contacts { return .met }
      return offered > bound.contacts ? .missed : .undecided
    }
    if offered >= bound.contacts { return .met }
    return most < bound.contacts ? .missed : .undecided
  }

  private var handleTime: OpportunityState {
    guard hasObjective, !lacksObjective else { return .excluded }
    guard answered > 0, !lacksHandleTime, isPossibleKnown else { return .undecided }
    if possible == 0 { return margin >= 0 ? .met : .missed }
    // At best a hidden contact took no time; how long it took at worst nobody knows.
    return margin + longest * Int128(possible) < 0 ? .missed : .undecided
  }
}
