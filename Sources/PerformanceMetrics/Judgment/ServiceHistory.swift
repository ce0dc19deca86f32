import Basics
import ContactRecords

/// All days of one service on one site: records, holes and what was expected,
/// interval by interval.
///
/// A history is built from the tallies of the service's keys once they are
/// complete. It is small beside them: its cells are those of the service, not of
/// its keys. Judging it under a formula is `JudgedHistory`'s part.
struct ServiceHistory: Sendable {
  /// The service.
  let service: Service
  /// The site; `nil` where records carry none or the service is pooled.
  let site: String?
  /// Interval length in minutes.
  let minutes: Int
  /// The days with records, first to last.
  let recorded: ClosedRange<CivilDate>
  /// Day of the first cell.
  let start: CivilDate
  /// One entry a day from `start`, `nil` where nothing is recorded or expected.
  let days: [Day?]

  /// One day: its columns, with a value for each interval.
  struct Day: Sendable {
    /// The sums of all keys.
    var sums: DayColumns
    /// What is there and what is missing.
    var cells: [Cell]

    init(slots: Int) {
      sums = DayColumns(slots: slots)
      cells = .init(repeating: Cell(), count: slots)
    }
  }

  /// One interval of one day: what is there and what is missing.
  struct Cell: Sendable {
    /// Contacts that the holes of all keys may hide.
    var volume = 0
    /// Keys with records.
    var records = 0
    /// Keys that should have records.
    var expected = 0
    /// Keys with a hole.
    var holes = 0
    /// Whether configured opening hours leave the interval closed.
    var isClosed = false

    /// Whether anything is recorded or expected.
    var isTouched: Bool { records + expected + holes > 0 }
  }

  /// Intervals of a day.
  var cellsPerDay: Int { 1440 / minutes }
}

// MARK: - Building

extension ServiceHistory {
  /// Lays the records and holes of a service's keys out by day.
  ///
  /// - Parameters:
  ///   - group: The service's keys; at least one.
  ///   - windowStart: The first day of the earliest window that will be asked for.
  ///   - asOf: The last day.
  init(_ group: ServiceGroup, windowStart: CivilDate, asOf: CivilDate) {
    service = group.service
    site = group.site
    minutes = group.minutes
    let minutes = group.minutes
    let spans = group.keys.map(\.grid.span)
    let first = spans.map(\.lowerBound).min()!
    let recorded = first...spans.map(\.upperBound).max()!
    self.recorded = recorded
    start = min(first.month.firstDay, windowStart)
    var timeline = [Day?](repeating: nil, count: asOf - start + 1)
    let firstDay = start
    let slots = 1440 / minutes

    for key in group.keys {
      let grid = key.grid
      var next = 0
      for offset in timeline.indices {
        let date = firstDay + offset
        let hasRecords = next < key.records.dates.count && key.records.dates[next] == date
        next += hasRecords ? 1 : 0
        // Outside the service's records every interval of every key is a hole;
        // inside them a key that has not begun or has ended expects nothing.
        let isExpected = !recorded.contains(date) || grid.span.contains(date)
        let expected = isExpected ? grid.intervals(on: date) : []
        guard hasRecords || expected.contains(true) else { continue }
        var day = timeline[offset] ?? Day(slots: slots)
        timeline[offset] = nil
        let present = hasRecords ? key.records.add(on: date, to: &day) : []
        for slot in 0..<slots {
          let isThere = hasRecords && present[slot]
          day.cells[slot].records += isThere ? 1 : 0
          guard isExpected, expected[slot] else { continue }
          day.cells[slot].expected += 1
          guard !isThere, !hasRecords || grid.isDense else { continue }
          day.cells[slot].holes += 1
          day.cells[slot].volume.addSaturating(grid.possibleVolume(on: date, slot: slot))
        }
        timeline[offset] = day
      }
      for place in key.rejected where place.date >= firstDay {
        let (date, slot) = (place.date, place.slot)
        let isExpected =
          (!recorded.contains(date) || grid.span.contains(date))
          && grid.intervals(on: date)[slot]
        let isHoleAlready = isExpected && (grid.isDense || !key.records.dates.contains(date))
        guard !isHoleAlready else { continue }
        var day = timeline[date - firstDay] ?? Day(slots: slots)
        day.cells[slot].expected += isExpected ? 0 : 1
        day.cells[slot].holes += 1
        day.cells[slot].volume.addSaturating(grid.possibleVolume(on: date, slot: slot))
        timeline[date - firstDay] = day
      }
    }
    for place in group.strays where place.date >= firstDay {
      var day = timeline[place.date - firstDay] ?? Day(slots: slots)
      day.cells[place.slot].expected += 1
      day.cells[place.slot].holes += 1
      timeline[place.date - firstDay] = day
    }
    if let schedule = OpenIntervals(service, minutes: minutes) {
      for offset in timeline.indices where timeline[offset] != nil {
        let open = schedule.intervals(on: firstDay + offset)
        for slot in open.indices { timeline[offset]!.cells[slot].isClosed = !open[slot] }
      }
    }
    days = timeline
  }
}

// MARK: - Contradictions

extension ServiceHistory {
  /// Lists the days on which answered, abandoned and flown out stray from offered
  /// by more than the allowance.
  func suspectDays(allowance: FixedPoint) -> [SuspectDay] {
    days.enumerated().compactMap { offset, day in
      guard let day else { return nil }
      var sums = ContactSums()
      for slot in day.cells.indices { sums.merge(day.sums.sums(slot)) }
      let accountedFor = sums.answered + sums.abandoned + sums.flowOut
      let stray = Int128((accountedFor - sums.offered).magnitude) * FixedPoint.scale
      guard stray > allowance.millionths * Int128(sums.offered) else { return nil }
      return SuspectDay(
        service: service.name, site: site, day: start + offset, offered: sums.offered,
        accountedFor: accountedFor)
    }
  }
}
