public import Basics
import ContactRecords

/// The days of one service on one site, judged under one formula.
///
/// Each day keeps what a span of days needs: its sums, its own state, and how
/// its intervals ended. A span is judged from the sums of its days, each weighed
/// by its own day's objective, and never from an average of averages.
public struct JudgedHistory: Sendable {
  /// The formula that judged it.
  public let formula: ServiceLevelFormula
  /// What the formula took for the contacts offered.
  public let demand: Demand
  /// The first day that can be asked for.
  public let start: CivilDate
  /// The days at each interval length.
  private let days: [Int: [JudgedDay]]
  /// The interval length of each day; 0 where nothing is recorded.
  private let lengths: [Int]

  /// Judges every interval and day of a timeline under a formula.
  ///
  /// - Parameter excluded: The time that is left out; `nil` for none.
  /// - Complexity: O(*n*) in the intervals of the histories.
  init(
    _ timeline: ServiceTimeline, formula: ServiceLevelFormula, without excluded: ExcludedTime? = nil
  ) {
    let service = timeline.histories[timeline.longestLength]!.service
    self.formula = formula
    demand = service.demand
    start = timeline.start
    lengths = timeline.lengths
    days = timeline.histories.mapValues { history in
      history.days.enumerated().map { offset, day in
        let date = timeline.start + offset
        let stretches = excluded?.stretches(on: date) ?? []
        return JudgedDay(
          day, objective: service.objectives.inForce(on: date), service: service, formula: formula,
          tracksIntervals: history.minutes <= IntervalLength.longest,
          isExcluded: stretches.isEmpty
            ? nil : { history.shapes.isExcluded($0, by: stretches, on: date) })
      }
    }
  }

  /// Gives the figures of a span of days.
  ///
  /// - Parameter span: Days from `start` to as-of.
  /// - Complexity: O(*n*) in the days.
  public func figures(_ span: ClosedRange<CivilDate>) -> ServiceFigures {
    let minutes = intervalMinutes(span)
    let days = days[minutes]!
    var figures = ServiceFigures(formula: formula, demand: demand, intervalMinutes: minutes)
    for day in (span.lowerBound - start)...(span.upperBound - start) { figures.add(days[day]) }
    return figures
  }

  /// The interval length in which a span is looked at: the shortest that all its days
  /// fit into.
  private func intervalMinutes(_ span: ClosedRange<CivilDate>) -> Int {
    if days.count == 1 { return days.keys.first! }
    var minutes = 1
    for day in (span.lowerBound - start)...(span.upperBound - start) where lengths[day] > 0 {
      minutes.raiseToMultiple(of: lengths[day])
    }
    return days[minutes] == nil ? days.keys.max()! : minutes
  }

  /// Whether a sum of any day, or of all, grew too large.
  var hasOverflowed: Bool {
    days.values.contains { $0.contains(where: \.hasOverflowed) }
      || figures(start...end).sums.hasOverflowed
  }

  /// The last day that can be asked for.
  public var end: CivilDate { start + (lengths.count - 1) }
}

/// One judged day.
struct JudgedDay: Sendable {
  /// The day's own state.
  let state: OpportunityState
  /// What the day adds to the judgment of a longer span; `nil` where it is excluded.
  let part: OpportunityPart?
  /// All records that count, those offered while closed among them.
  private(set) var sums = ContactSums()
  /// Whether a sum of the day grew too large.
  private(set) var hasOverflowed = false
  /// Contacts offered while closed.
  private(set) var closedOffered = 0
  /// How the intervals ended.
  private(set) var intervals = OpportunityCounts()
  /// Intervals that were expected, key by key.
  private(set) var expected = 0
  /// Intervals of keys that are missing.
  private(set) var holes = 0
  /// The intervals' own service levels, in units of `ServiceFigures.meanScale`.
  private(set) var meanSum: Int128 = 0
  /// How many intervals have a service level.
  private(set) var meanCount = 0

  /// Judges a day.
  ///
  /// - Parameter isExcluded: Tells which intervals an exclusion overlaps: they leave
  ///   every sum, and a day that has no other open ones is excluded whole.
  init(
    _ day: ServiceHistory.Day?, objective: Objective?, service: Service,
    formula: ServiceLevelFormula, tracksIntervals: Bool, isExcluded: ((Int) -> Bool)? = nil
  ) {
    guard let objective else {
      // Nothing to judge by: the day is left out of every sum.
      for cell in day?.cells ?? [] where cell.isTouched && tracksIntervals {
        intervals.add(.excluded)
      }
      (state, part) = (.excluded, nil)
      return
    }
    var whole = OpportunityPart(percent: objective.percent)
    hasOverflowed = day?.sums.hasOverflowed ?? false
    var (judged, excluded) = (0, 0)
    for (slot, cell) in (day?.cells ?? []).enumerated() where cell.isTouched {
      let interval = JudgedInterval(
        cell, sums: cell.records > 0 ? day!.sums.sums(slot) : ContactSums(),
        objective: objective, service: service, formula: formula)
      if let isExcluded, isExcluded(slot) {
        if tracksIntervals { intervals.add(.excluded) }
        excluded += interval.isLeftOut ? 0 : 1
        continue
      }
      sums.merge(interval.part.sums)
      closedOffered.addSaturating(interval.closedOffered)
      if tracksIntervals { intervals.add(interval.state) }
      guard !interval.isLeftOut else { continue }
      judged += 1
      expected += cell.expected
      holes += cell.holes
      whole.merge(interval.part)
      if let level = interval.serviceLevel(formula, service.demand) {
        meanSum += level
        meanCount += 1
      }
    }
    guard judged > 0 || excluded == 0 else {
      (state, part) = (.excluded, nil)
      return
    }
    var evidence = OpportunityEvidence()
    evidence.add(whole, formula, service.demand)
    (state, part) = (evidence.state, whole)
  }
}
