public import Basics

/// What a month that is still running needs of the contacts that are to come.
///
/// The contacts that are to come are those of the same weekdays before (own rule: the mean of
/// the last four without a hole, of the eight weeks up to as-of; a weekday of which less than a
/// quarter has records there is taken for closed, unless hours are configured). How many of
/// them have to be answered in time follows from the exact margin of the days so far, each
/// judged by its own day's objective. What is missing so far is in neither.
public struct RunRate: Hashable, Sendable {
  /// The days that are to come.
  public let days: ClosedRange<CivilDate>
  /// The contacts, as the formula counts them, that are expected on these days.
  public let expected: Int
  /// How many of these have to be answered in time for the month to be met; 0 where it is met
  /// even if none is, and more than all of them where it is out of reach.
  public let needed: Int
  /// Intervals of keys that are missing in the month so far.
  public let holes: Int

  /// How many weekdays of a kind the expectation rests on at most.
  static let weekdays = 4
  /// How many weeks back they may lie.
  static let weeks = 8

  /// Whether the month is met even if none of them is answered in time.
  public var isCertain: Bool { needed <= 0 }
  /// Whether the month is missed even if all of them are answered in time.
  public var isOutOfReach: Bool { needed > expected }

  /// Finds the run rate of the month that as-of cuts.
  ///
  /// - Returns: `nil` for a month that is complete, and where it cannot be told: months are
  ///   recorded as a whole, contacts are still to be answered, the service level so far or the
  ///   objective of a day is not known, or a weekday to come was never seen.
  /// - Complexity: O(*n*) in the days of the month, and in those of the weeks before.
  public init?(_ metrics: ServiceMetrics) {
    guard let records = metrics.records, !records.hasWholeMonths,
      (records.backlog?.pending ?? 0) == 0
    else { return nil }
    let (judged, service) = (records.judged, metrics.service)
    let asOf = judged.end
    guard asOf < asOf.month.lastDay else { return nil }
    days = (asOf + 1)...asOf.month.lastDay
    let first = max(asOf.month.firstDay, judged.start)
    let soFar = judged.figures(first...asOf)
    guard soFar.tracksDays else { return nil }
    holes = soFar.holes
    // 100 · numerator − percent · denominator so far.
    var margin = Fraction(0)
    for offset in 0...(asOf - first) {
      let day = first + offset
      let counted = RunRate.terms(judged, day)
      guard counted.counted.denominator != 0 || counted.counted.numerator != 0 else { continue }
      guard counted.isKnown, let objective = service.objectives.inForce(on: day) else { return nil }
      margin =
        (margin + Fraction(100 * counted.counted.numerator)
        - Fraction(objective.percent) * counted.counted.denominator).reduced
    }
    var (all, toReach) = (Fraction(0), Fraction(0))
    for offset in 0...(days.upperBound - days.lowerBound) {
      let day = days.lowerBound + offset
      guard let expected = RunRate.expectation(of: day, service, records) else { return nil }
      guard expected != Fraction(0) else { continue }
      guard let objective = service.objectives.inForce(on: day) else { return nil }
      all = (all + expected).reduced
      toReach = (toReach + Fraction(objective.percent) * expected).reduced
    }
    expected = all.rounded(.nearest)
    needed = max(0, ((toReach - margin) / 100).rounded(.up))
  }

  private static func terms(_ judged: JudgedHistory, _ day: CivilDate) -> ServiceLevelTerms {
    ServiceLevelTerms(judged.figures(day...day).judgedSums, judged.formula, judged.demand)
  }

  /// Expects the contacts of a day to come; `nil` where its weekday tells nothing.
  private static func expectation(
    of day: CivilDate, _ service: Service, _ records: ServiceMetrics.Records
  ) -> Fraction? {
    if let hours = service.hours,
      service.closedContacts == .exclude || service.kind == .responseTime,
      hours.openMinutes(on: day, holidays: service.holidays).isEmpty
    {
      return Fraction(0)
    }
    let judged = records.judged
    let start = max(judged.start, records.recorded.lowerBound, judged.end - (7 * weeks - 1))
    var (seen, recorded, counted, used) = (0, 0, 0, 0)
    var earlier = day - 7
    while earlier > judged.end { earlier = earlier - 7 }
    while earlier >= start {
      let figures = judged.figures(earlier...earlier)
      seen += 1
      if figures.sums.rows > 0 { recorded += 1 }
      // A day with a hole says too little, and one that was closed or out of force nothing.
      let isWhole = figures.holes == 0 && figures.expected > 0
      if isWhole, figures.state != .closed, figures.state != .excluded, used < weekdays {
        counted.addSaturating(max(0, terms(judged, earlier).counted.denominator))
        used += 1
      }
      earlier = earlier - 7
    }
    guard seen > 0 else { return nil }
    if service.hours == nil, recorded * 4 < seen { return Fraction(0) }
    return used > 0 ? Fraction(counted) / used : nil
  }
}

extension Fraction {
  /// The whole number that it is rounded to.
  fileprivate func rounded(_ rounding: DecimalRounding) -> Int {
    // Contacts of a month are far below 2⁶³.
    Int(decimalText(places: 0, rounding)) ?? .max
  }
}
