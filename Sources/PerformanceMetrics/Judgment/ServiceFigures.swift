public import Basics
import ContactRecords

/// The figures of one service over a span of days: exact sums and how opportunities ended.
public struct ServiceFigures: Sendable {
  /// The unit in which interval service levels are averaged: 10⁻¹².
  ///
  /// Each is cut to this unit before they are added, so that their sum is the
  /// same in any order; the mean stands beside for comparison and judges nothing.
  static let meanScale: Int128 = 1_000_000_000_000

  /// The formula that judged them.
  public let formula: ServiceLevelFormula
  /// What the formula took for the contacts offered.
  public let demand: Demand
  /// The interval length that the span is looked at in; 1440 for days.
  public let intervalMinutes: Int
  /// Whether days can be counted: no day is one of a month that is recorded as a whole.
  public let tracksDays: Bool
  /// Whether the span has a part of a month that is recorded as a whole.
  private let cutsMonth: Bool
  /// All records that count, those offered while closed among them.
  public private(set) var sums = ContactSums()
  /// The records that are judged.
  public private(set) var judgedSums = ContactSums()
  /// Contacts offered while closed.
  public private(set) var closedOffered = 0
  /// How the intervals ended of the days that tell it.
  private var intervalCounts = OpportunityCounts()
  /// How the days ended; a whole month counts as its last day and tells nothing of days.
  public private(set) var days = OpportunityCounts()
  /// Intervals that were expected, key by key.
  public private(set) var expected = 0
  /// Intervals of keys that are missing.
  public private(set) var holes = 0
  private var evidence = OpportunityEvidence()
  private var meanSum: Int128 = 0
  private var meanCount = 0
  private var dayCount = 0
  /// The length of the intervals that records of days or months tell of; 0 for none.
  private var carriedMinutes = 0
  private var hidesIntervals = false

  init(
    formula: ServiceLevelFormula, demand: Demand, intervalMinutes: Int, tracksDays: Bool = true,
    cutsMonth: Bool = false
  ) {
    self.tracksDays = tracksDays
    self.cutsMonth = cutsMonth
    self.formula = formula
    self.intervalMinutes = intervalMinutes
    self.demand = demand
  }

  mutating func add(_ day: JudgedDay) {
    dayCount += 1
    days.add(day.state)
    if day.carriedMinutes > 0 {
      // Intervals of two lengths are no sum.
      hidesIntervals =
        hidesIntervals || carriedMinutes > 0 && carriedMinutes != day.carriedMinutes
      carriedMinutes = day.carriedMinutes
    }
    hidesIntervals = hidesIntervals || day.hidesIntervals
    intervalCounts.merge(day.intervals)
    sums.merge(day.sums)
    closedOffered.addSaturating(day.closedOffered)
    expected += day.expected
    holes += day.holes
    meanSum += day.meanSum
    meanCount += day.meanCount
    guard let part = day.part else { return }
    judgedSums.merge(part.sums)
    evidence.add(part, formula, demand)
  }

  /// Adds days on which nothing was expected and nothing recorded.
  mutating func add(closedDays count: Int) {
    dayCount += count
    days.add(.closed, times: count)
  }

  /// Adds one judged interval; its state is the figures' only one.
  mutating func add(_ interval: JudgedInterval, _ cell: ServiceHistory.Cell) {
    intervalCounts.add(interval.state)
    sums.merge(interval.part.sums)
    closedOffered.addSaturating(interval.closedOffered)
    guard !interval.isLeftOut else { return }
    expected += cell.expected
    holes += cell.holes
    if let level = interval.serviceLevel(formula, demand) {
      meanSum += level
      meanCount += 1
    }
    judgedSums.merge(interval.part.sums)
    evidence.add(interval.part, formula, demand)
  }

  /// Adds one interval that nothing judges; its records stay out of every sum.
  mutating func addExcluded() { intervalCounts.add(.excluded) }

  /// How many contacts fewer answered in time would have missed what is met, or how many
  /// more would have met what is missed, of as many contacts; `nil` where none could.
  public var contactsToFlip: Int? {
    guard let needed = evidence.contactsToFlip else { return nil }
    let terms = ServiceLevelTerms(judgedSums, formula, demand)
    let most =
      evidence.state == .met
      ? judgedSums.answeredWithin : terms.worst.denominator - terms.worst.numerator
    return needed <= most ? Int(needed) : nil
  }

  /// Contacts that the holes may hide.
  public var possibleVolume: Int { evidence.volume }

  /// The state of the span as one opportunity; excluded when all its open days are.
  public var state: OpportunityState {
    days.excluded > 0 && days.excluded + days.closed == dayCount ? .excluded : evidence.state
  }
}

// MARK: - Ratios

extension ServiceFigures {
  /// Whether there are intervals to list: the data are neither daily nor monthly.
  public var tracksIntervals: Bool { tracksDays && intervalMinutes <= IntervalLength.longest }

  /// Whether it is known how intervals ended only as records of days or months say: how many
  /// were idle or closed is then not known.
  public var carriesIntervals: Bool {
    !tracksIntervals && carriedMinutes > 0 && !hidesIntervals && !cutsMonth
  }

  /// The length of the intervals whose ends are known; `nil` where they are not.
  var knownMinutes: Int? {
    tracksIntervals ? intervalMinutes : carriesIntervals ? carriedMinutes : nil
  }

  /// How the intervals ended; none where records of days or months do not all tell it.
  public var intervals: OpportunityCounts {
    intervalMinutes <= IntervalLength.longest || carriesIntervals
      ? intervalCounts : OpportunityCounts()
  }

  /// Whether it is known how many intervals were attained, missed and undecided.
  public var knowsIntervals: Bool { tracksIntervals || carriesIntervals }

  /// The service level; `nil` without contacts, or where rows lack a count that it needs.
  public var serviceLevel: Ratio? {
    let terms = ServiceLevelTerms(judgedSums, formula, demand)
    guard terms.isKnown, terms.counted.denominator > 0 else { return nil }
    return Ratio(terms.counted.numerator, terms.counted.denominator)
  }

  /// Abandoned out of offered; `nil` without contacts.
  public var abandonmentRate: Ratio? {
    sums.offered > 0 ? Ratio(sums.abandoned, sums.offered) : nil
  }

  /// Abandoned later than the short limit, out of offered less short abandons.
  ///
  /// `nil` without such contacts, or where rows lack a count of short abandons.
  public var abandonmentRateWithoutShort: Ratio? {
    let offered = sums.offered - sums.shortAbandoned
    guard sums.shortUnjudged == 0, offered > 0 else { return nil }
    return Ratio(sums.abandoned - sums.shortAbandoned, offered)
  }

  /// Summed delay over answered, in seconds; `nil` without answered contacts, or
  /// where a row with some lacks its delay.
  public var averageSpeedOfAnswer: Ratio? {
    average(milliseconds: sums.waitMilliseconds, missing: sums.rowsWithoutWait)
  }

  /// Summed handle time over answered, in seconds; `nil` as for the speed of answer.
  public var averageHandleTime: Ratio? {
    average(milliseconds: sums.handleMilliseconds, missing: sums.rowsWithoutHandle)
  }

  /// The share of expected intervals that are not missing; `nil` where nothing is expected.
  public var coverage: Ratio? { expected > 0 ? Ratio(expected - holes, expected) : nil }

  /// The mean of the intervals' own service levels in percent, beside the weighted
  /// one for comparison only; `nil` where no interval has one, or months are recorded whole.
  public var unweightedMeanText: String? {
    guard meanCount > 0, tracksDays else { return nil }
    return decimalText(
      meanSum * 100, over: ServiceFigures.meanScale * Int128(meanCount), places: 2, .nearest)
  }

  /// Divides a duration by the answered contacts, in seconds where all are whole.
  private func average(milliseconds: Int, missing: Int) -> Ratio? {
    guard missing == 0, sums.answered > 0 else { return nil }
    var (numerator, scale) = (milliseconds, 1000)
    while scale > 1, numerator % 10 == 0 { (numerator, scale) = (numerator / 10, scale / 10) }
    let (denominator, overflows) = sums.answered.multipliedReportingOverflow(by: scale)
    return overflows ? nil : Ratio(numerator, denominator)
  }
}
