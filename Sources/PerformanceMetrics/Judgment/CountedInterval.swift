public import Basics
import ContactRecords

/// One interval of a service that was attained or missed.
public struct CountedInterval: Sendable {
  /// The day that it belongs to.
  public let day: CivilDate
  /// The objective that judged it.
  public let objective: Objective
  /// Whether it was attained.
  public let isMet: Bool
  /// Whether nothing of it is missing, and every count that judges it is known exactly.
  public let isWhole: Bool
  /// Contacts offered.
  public let offered: Int
  /// The contacts handled in time, and what they are counted out of.
  public let terms: ServiceLevelTerms.Term
}

extension IntervalSource {
  /// Visits the intervals of a span that were attained or missed, none kept.
  ///
  /// Days are taken in their order, those of one interval length after those of another.
  /// Days of daily records have no intervals.
  ///
  /// - Parameters:
  ///   - span: Days from the start of the judged history to its end.
  ///   - visit: Takes each of them.
  /// - Complexity: O(*n*) in the cells of the span.
  public func forEachCounted(
    in span: ClosedRange<CivilDate>, _ visit: (CountedInterval) -> Void
  ) {
    for minutes in layouts.byMinutes.keys.sorted() where minutes <= IntervalLength.longest {
      let layout = layouts.byMinutes[minutes]!
      var days = ServiceDays(layout, start: span.lowerBound)
      var day = ServiceHistory.Day(slots: layout.shapes.slots, places: layout.shapes.slots)
      for offset in 0...(span.upperBound - span.lowerBound) {
        let date = span.lowerBound + offset
        guard days.next(into: &day), judged.isLookedAt(date, in: minutes),
          let objective = layout.service.objectives.inForce(on: date)
        else { continue }
        visitCounted(of: day, date, objective, layout.service, visit)
      }
    }
  }

  private func visitCounted(
    of day: borrowing ServiceHistory.Day, _ date: CivilDate, _ objective: Objective,
    _ service: Service, _ visit: (CountedInterval) -> Void
  ) {
    for slot in day.cells.indices {
      let cell = day.cells[slot]
      // Without any record an interval is undecided at best.
      guard cell.records > 0 else { continue }
      let interval = JudgedInterval(
        cell, sums: day.sums.sums(slot), objective: objective, service: service,
        formula: judged.formula)
      guard let isMet = interval.state.isMet else { continue }
      let sums = interval.part.sums
      let terms = ServiceLevelTerms(sums, judged.formula, judged.demand)
      visit(
        CountedInterval(
          day: date, objective: objective, isMet: isMet,
          isWhole: terms.isKnown && sums.answeredDoubtful == 0 && !interval.part.hasHoles,
          offered: sums.offered, terms: terms.counted))
    }
  }
}
