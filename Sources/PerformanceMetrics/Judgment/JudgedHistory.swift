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
    days = timeline.histories.mapValues { history in
      history.days.enumerated().map { offset, day in
        let date = timeline.start + offset
        let stretches = excluded?.stretches(on: date) ?? []
        let isMonthExcluded =
          timeline.wholeMonths.contains(date.month)
          && !(excluded?.exclusions(in: date.month).isEmpty ?? true)
        return JudgedDay(
          day, objective: service.objectives.inForce(on: date), service: service, formula: formula,
          tracksIntervals: history.minutes <= IntervalLength.longest,
          isExcluded: stretches.isEmpty && !isMonthExcluded
            ? nil
            : {
              history.minutes == IntervalLength.day && $0 == ServiceHistory.monthPlace
                ? isMonthExcluded : history.shapes.isExcluded($0, by: stretches, on: date)
            })
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
    var figures = ServiceFigures(
      formula: formula, demand: demand, intervalMinutes: minutes,
      tracksDays: !hasWholeMonth(span))
    for day in (span.lowerBound - start)...(span.upperBound - start) { figures.add(days[day]) }
    return figures
  }

  /// Whether a span has a day of a month that is there, or should be there, only as a whole.
  private func hasWholeMonth(_ span: ClosedRange<CivilDate>) -> Bool {
    guard !wholeMonths.isEmpty else { return false }
    return (span.lowerBound.month.index...span.upperBound.month.index).contains {
      wholeMonths.contains(CivilMonth(index: $0))
    }
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
