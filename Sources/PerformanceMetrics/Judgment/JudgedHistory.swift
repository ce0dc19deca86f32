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
  private let days: [Int: JudgedDays]
  /// The interval length of each day; 0 where nothing is recorded.
  private let lengths: [Int]
  /// The months of which some key has, or should have, a record of the whole month.
  private let wholeMonths: Set<CivilMonth>

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
    wholeMonths = timeline.wholeMonths
    var days: [Int: JudgedDays] = [:]
    // Days and months come last: the intervals of shorter records are known to them.
    for (minutes, history) in timeline.histories.sorted(by: { $0.key < $1.key }) {
      let nothing = ServiceHistory.Day(slots: history.shapes.slots, places: 0)
      days[minutes] = JudgedDays(count: history.days.count) { offset in
        let date = timeline.start + offset
        let tracksIntervals = history.minutes <= IntervalLength.longest
        let isExcluded = excluded.flatMap {
          timeline.exclusion(on: date, of: history, without: $0)
        }
        var judged = JudgedDay(
          history.days[offset] ?? nothing, objective: service.objectives.inForce(on: date),
          service: service, formula: formula, tracksIntervals: tracksIntervals,
          isExcluded: isExcluded)
        if tracksIntervals { return judged }
        let length = timeline.lengths[offset]
        if length <= IntervalLength.longest, let shorter = days[length]?[offset] {
          judged.carry(.counts(shorter.intervals, minutes: length))
        } else {
          // What was counted knows of no other formula and of no exclusion.
          let isOther = formula != service.formula || isExcluded != nil
          judged.carry(isOther ? .nothing : history.days[offset]?.carried ?? .nothing)
        }
        return judged
      }
    }
    self.days = days
  }

  /// Judges the days of a service's part under the service's own formula; no day is kept as
  /// it was laid out.
  ///
  /// - Throws: `MetricsError` when the days span more years than is allowed.
  /// - Complexity: O(*n*) in the cells of its keys. Allocates the judged days.
  init(
    _ layouts: ServiceLayouts, reach: MetricsOptions.Reach, asOf: CivilDate
  ) throws(MetricsError) {
    let (service, span) = (
      layouts.longest.service, try ServiceSpan(layouts, reach: reach, asOf: asOf)
    )
    (formula, demand, start, lengths) = (
      service.formula, service.demand, span.start, span.lengths
    )
    var wholeMonths: Set<CivilMonth> = []
    var days: [Int: JudgedDays] = [:]
    for (minutes, layout) in layouts.byMinutes.sorted(by: { $0.key < $1.key }) {
      let slots = layout.shapes.slots
      var laidOut = ServiceDays(layout, start: span.start)
      var day = ServiceHistory.Day(slots: slots, places: slots)
      let nothing = ServiceHistory.Day(slots: slots, places: 0)
      days[minutes] = JudgedDays(count: span.lengths.count) { offset in
        let date = span.start + offset
        let isTouched = laidOut.next(into: &day)
        if slots == 1, day.hasWholeMonth { wholeMonths.insert(date.month) }
        let tracksIntervals = layout.minutes <= IntervalLength.longest
        var judged = JudgedDay(
          isTouched ? day : nothing, objective: service.objectives.inForce(on: date),
          service: service, formula: service.formula, tracksIntervals: tracksIntervals)
        if tracksIntervals { return judged }
        let length = span.lengths[offset]
        if length <= IntervalLength.longest, let shorter = days[length]?[offset] {
          judged.carry(.counts(shorter.intervals, minutes: length))
        } else {
          judged.carry(isTouched ? day.carried : .nothing)
        }
        return judged
      }
    }
    self.days = days
    self.wholeMonths = wholeMonths
  }

  /// Gives the figures of a span of days.
  ///
  /// - Parameter span: Days from `start` to as-of.
  /// - Complexity: O(*n*) in the days.
  public func figures(_ span: ClosedRange<CivilDate>) -> ServiceFigures {
    let minutes = intervalMinutes(span)
    let days = days[minutes]!
    var figures = ServiceFigures(
      formula: formula, demand: demand, intervalMinutes: minutes,
      tracksDays: !hasWholeMonth(span), cutsMonth: cutsMonth(span))
    days.add((span.lowerBound - start)...(span.upperBound - start), to: &figures)
    return figures
  }

  /// Whether a span has a day of a month that is there, or should be there, only as a whole.
  private func hasWholeMonth(_ span: ClosedRange<CivilDate>) -> Bool {
    guard !wholeMonths.isEmpty else { return false }
    return (span.lowerBound.month.index...span.upperBound.month.index).contains {
      wholeMonths.contains(CivilMonth(index: $0))
    }
  }

  /// Whether a span begins or ends inside of such a month.
  private func cutsMonth(_ span: ClosedRange<CivilDate>) -> Bool {
    let (first, last) = (span.lowerBound, span.upperBound)
    return first != first.month.firstDay && wholeMonths.contains(first.month)
      || last != last.month.lastDay && wholeMonths.contains(last.month)
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

  /// Tells whether a day is looked at in intervals of a length: it is none of a month that is
  /// recorded as a whole.
  func isLookedAt(_ day: CivilDate, in minutes: Int) -> Bool {
    !wholeMonths.contains(day.month) && intervalMinutes(day...day) == minutes
  }

  /// Whether a sum of any day, or of all, grew too large.
  var hasOverflowed: Bool {
    days.values.contains(where: \.hasOverflowed)
      || figures(start...end).sums.hasOverflowed
  }

  /// The last day that can be asked for.
  public var end: CivilDate { start + (lengths.count - 1) }
}

extension ServiceTimeline {
  /// Tells which places of a day are excluded; `nil` where none can be.
  fileprivate func exclusion(
    on date: CivilDate, of history: ServiceHistory, without excluded: ExcludedTime
  ) -> ((Int) -> Bool)? {
    let stretches = excluded.stretches(on: date)
    let isMonthExcluded =
      wholeMonths.contains(date.month) && !excluded.exclusions(in: date.month).isEmpty
    guard !stretches.isEmpty || isMonthExcluded else { return nil }
    return {
      history.minutes == IntervalLength.day && $0 == ServiceHistory.monthPlace
        ? isMonthExcluded : history.shapes.isExcluded($0, by: stretches, on: date)
    }
  }
}
