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
  ///   - layout: The service's keys at one interval length; at least one.
  ///   - start: The first day that will be asked for.
  ///   - asOf: The last day that will be asked for.
  init(_ layout: ServiceGroup.Layout, start: CivilDate, asOf: CivilDate) {
    service = layout.service
    site = layout.site
    minutes = layout.minutes
    let minutes = layout.minutes
    let recorded = layout.recorded
    self.recorded = recorded
    self.start = start
    var timeline = [Day?](repeating: nil, count: asOf - start + 1)
    let firstDay = start
    let slots = 1440 / minutes

    for key in layout.keys {
      let grid = key.grid
      var next = key.records.dates.firstIndex { $0 >= firstDay } ?? key.records.dates.count
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
      let dates = Set(key.rejected.isEmpty ? [] : key.records.dates)
      for place in key.rejected where place.date >= firstDay && place.date <= asOf {
        let (date, slot) = (place.date, place.slot)
        let isExpected =
          (!recorded.contains(date) || grid.span.contains(date))
          && grid.intervals(on: date)[slot]
        let isHoleAlready = isExpected && (grid.isDense || !dates.contains(date))
        guard !isHoleAlready else { continue }
        var day = timeline[date - firstDay] ?? Day(slots: slots)
        day.cells[slot].expected += isExpected ? 0 : 1
        day.cells[slot].holes += 1
        day.cells[slot].volume.addSaturating(grid.possibleVolume(on: date, slot: slot))
        timeline[date - firstDay] = day
      }
    }
    for place in layout.strays where place.date >= firstDay && place.date <= asOf {
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
