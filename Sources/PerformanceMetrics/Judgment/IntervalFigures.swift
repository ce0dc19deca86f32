public import Basics
public import ContactRecords

/// One interval of a service with its figures.
public struct IntervalFigures: Sendable {
  /// When it starts.
  public let start: IntervalStart
  /// Whether it is the second interval of this start, where the clock was set back.
  public let isSecondPass: Bool
  /// Its length in minutes.
  public let minutes: Int
  /// How it ended.
  public let state: OpportunityState
  /// The objective that judges it; `nil` where none was in force.
  public let objective: Objective?
  /// Its sums and ratios.
  public let figures: ServiceFigures
}

/// The records of a service, from which its intervals are laid out again when they are asked for.
///
/// A report needs days and months, and those are kept. Single intervals are asked
/// for rarely and are many, so they are judged again, over the days asked for, by
/// the same steps; nothing is kept for those who do not ask.
public struct IntervalSource: Sendable {
  /// The keys at every interval length.
  let layouts: ServiceLayouts
  /// The days as they were judged.
  let judged: JudgedHistory

  init(_ layouts: ServiceLayouts, judged: JudgedHistory) {
    self.layouts = layouts
    self.judged = judged
  }

  /// Lists the intervals of a span that have records or should have, in order.
  ///
  /// Each day is looked at in its own interval length; days of daily records have none,
  /// nor has a day of a month that is recorded as a whole.
  ///
  /// - Parameters:
  ///   - span: Days from the start of the judged history to its end.
  ///   - leeway: How far below the objective an interval may stay; `nil` for none.
  /// - Complexity: O(*n*) in the cells of the span.
  public func intervals(
    in span: ClosedRange<CivilDate>, leeway: Leeway? = nil
  ) -> [IntervalFigures] {
    var histories: [Int: ServiceHistory] = [:]
    var found: [IntervalFigures] = []
    for offset in 0...(span.upperBound - span.lowerBound) {
      let day = span.lowerBound + offset
      let figures = judged.figures(day...day)
      guard figures.tracksIntervals else { continue }
      let minutes = figures.intervalMinutes
      let history =
        histories[minutes]
        ?? ServiceHistory(
          layouts.byMinutes[minutes]!, start: span.lowerBound, asOf: span.upperBound)
      histories[minutes] = history
      found += intervals(of: day, history.days[offset], layouts.byMinutes[minutes]!.shapes, leeway)
    }
    return found
  }

  /// Lists the intervals of each day of a span, all of the one length that the span is looked
  /// at in; `nil` where it has none.
  func intervalsByDay(
    in span: ClosedRange<CivilDate>
  ) -> (minutes: Int, intervals: [(CivilDate, [IntervalFigures])])? {
    let figures = judged.figures(span)
    let minutes = figures.intervalMinutes
    guard figures.tracksIntervals, let layout = layouts.byMinutes[minutes] else { return nil }
    let history = ServiceHistory(layout, start: span.lowerBound, asOf: span.upperBound)
    let found = (0...(span.upperBound - span.lowerBound)).map { offset in
      let day = span.lowerBound + offset
      return (day, intervals(of: day, history.days[offset], layout.shapes, nil))
    }
    return (minutes, found)
  }

  private func intervals(
    of day: CivilDate, _ record: ServiceHistory.Day?, _ shapes: DayShapes, _ leeway: Leeway?
  ) -> [IntervalFigures] {
    guard let record else { return [] }
    let service = layouts.longest.service
    let objective = service.objectives.inForce(on: day)
    let minutes = 1440 / shapes.slots
    return shapes.order(of: record.cells.indices, on: day).filter { record.cells[$0].isTouched }
      .map { slot in
        let cell = record.cells[slot]
        var figures = ServiceFigures(
          formula: judged.formula, demand: judged.demand, intervalMinutes: minutes)
        var state = OpportunityState.excluded
        if let objective {
          let interval = JudgedInterval(
            cell, sums: cell.records > 0 ? record.sums.sums(slot) : ContactSums(),
            objective: objective, service: service, formula: judged.formula,
            leeway: leeway)
          figures.add(interval, cell)
          state = interval.state
        } else {
          figures.addExcluded()
        }
        return IntervalFigures(
          start: IntervalStart(
            day: day, time: CivilTime(minuteOfDay: slot % shapes.slots * minutes)),
          isSecondPass: slot >= shapes.slots,
          minutes: minutes, state: state, objective: objective, figures: figures)
      }
  }
}

// MARK: - Down to the rows

/// A record behind an interval: where it stands and what it counts.
public struct TracedRecord: Hashable, Sendable {
  /// Its site, queue and channel.
  public let key: RecordKey
  /// When it starts.
  public let start: IntervalStart
  /// Whether it lies in the second pass of a repeated hour.
  public let isSecondPass: Bool
  /// Whether it is the whole month that ends on the day.
  public let isMonth: Bool
  /// The lines of its rows, counted through all files in the order given; several only
  /// where rows in conflict were added up, none where contacts were counted.
  public let places: [Int]
  /// Its counts.
  public let sums: ContactSums
}

extension IntervalSource {
  /// The keys with records, in order.
  public var keys: [RecordKey] {
    Set(layouts.byMinutes.values.flatMap { $0.keys.map(\.name) }).sorted()
  }

  /// Tells whether any key has a record on a day.
  ///
  /// - Complexity: O(*n*) in the keys.
  public func hasRecords(on day: CivilDate) -> Bool {
    layouts.byMinutes.values.contains { layout in
      layout.keys.contains { $0.records.dates.contains(day) || $0.records.monthEnds.contains(day) }
    }
  }

  /// Lists the records of a day by start and key.
  ///
  /// - Complexity: O(*n*) in the cells of the day.
  public func records(of day: CivilDate) -> [TracedRecord] {
    let minutes = judged.figures(day...day).intervalMinutes
    guard let layout = layouts.byMinutes[minutes] else { return [] }
    let records = layout.keys.flatMap { $0.records.traced(on: day) }
    return records.sorted {
      ($0.start, $0.isSecondPass ? 1 : 0, $0.key) < ($1.start, $1.isSecondPass ? 1 : 0, $1.key)
    }
  }
}

extension KeyRecords {
  /// Lists the records of a day.
  func traced(on date: CivilDate) -> [TracedRecord] {
    var found: [TracedRecord] = []
    forEachRecord(on: date) { part, cell, slot in
      let index = cell % part.cellsPerDay
      found.append(
        TracedRecord(
          key: part.key,
          start: IntervalStart(day: date, time: CivilTime(minuteOfDay: index * part.step)),
          isSecondPass: slot >= shapes.slots, isMonth: false,
          places: part.isFromContacts ? [] : part.places(of: cell), sums: part.sums(cell)))
    }
    forEachRecord(ofMonthEnding: date) { part, cell in
      found.append(
        TracedRecord(
          key: part.key, start: IntervalStart(day: date, time: CivilTime(minuteOfDay: 0)),
          isSecondPass: false, isMonth: true, places: part.places(of: cell),
          sums: part.sums(cell)))
    }
    return found
  }
}

extension DayShapes {
  /// Puts the places of a day into the order of time: a second pass comes right behind
  /// the first.
  func order(of places: Range<Int>, on date: CivilDate) -> [Int] {
    guard places.count > slots, let repeated = self[date]?.repeated else { return Array(places) }
    let second = repeated.map { slots + $0 }
    return Array(0..<repeated.upperBound) + second + Array(repeated.upperBound..<slots)
  }
}
