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
  /// The days that the clock makes longer or shorter.
  let shapes: DayShapes
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

    /// Creates a day without anything.
    ///
    /// - Parameter places: Places for intervals: those of 24 hours, or twice as many
    ///   where the clock ran through some twice.
    init(slots: Int, places: Int) {
      sums = DayColumns(slots: slots, isRepeated: places > slots)
      cells = .init(repeating: Cell(), count: places)
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
    /// Contacts that are still to be answered.
    var pending = 0
    /// Whether configured opening hours leave the interval closed.
    var isClosed = false

    /// Whether anything is recorded or expected.
    var isTouched: Bool { records + expected + holes + pending > 0 }
  }
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
    shapes = layout.shapes
    let recorded = layout.recorded
    self.recorded = recorded
    self.start = start
    var timeline = [Day?](repeating: nil, count: asOf - start + 1)
    let firstDay = start
    let (shapes, slots) = (layout.shapes, layout.shapes.slots)
    let newDay = { (date: CivilDate) in
      Day(
        slots: slots,
        places: slots == 1 && date == date.month.lastDay
          ? ServiceHistory.monthPlace + 1 : shapes.places(on: date))
    }

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
        var day = timeline[offset] ?? newDay(date)
        timeline[offset] = nil
        let present = hasRecords ? key.records.add(on: date, to: &day) : []
        let countsHoles = !hasRecords || grid.isDense(on: date)
        for slot in 0..<shapes.places(on: date) {
          let isThere = hasRecords && present[slot]
          day.cells[slot].records += isThere ? 1 : 0
          guard isExpected, expected[slot] else { continue }
          day.cells[slot].expected += 1
          guard !isThere, countsHoles else { continue }
          day.cells[slot].holes += 1
          day.cells[slot].volume.addSaturating(grid.possibleVolume(on: date, slot: slot))
        }
        timeline[offset] = day
      }
      if let months = grid.months {
        for offset in timeline.indices {
          let date = firstDay + offset
          let isThere = key.records.monthEnds.contains(date)
          let isExpected =
            (!recorded.contains(date) || grid.span.contains(date))
            && grid.expectsMonth(ending: date)
          guard isThere || isExpected else { continue }
          var day = timeline[offset] ?? newDay(date)
          timeline[offset] = nil
          key.records.forEachRecord(ofMonthEnding: date) {
            day.sums.add($0.sums($1), to: ServiceHistory.monthPlace)
          }
          day.cells[ServiceHistory.monthPlace].add(
            isThere: isThere, hiding: months.possibleVolume)
          timeline[offset] = day
        }
      }
      let dates = Set(key.rejected.isEmpty ? [] : key.records.dates)
      for place in key.rejected where place.date >= firstDay && place.date <= asOf {
        let (date, slot) = (place.date, place.slot)
        let isExpected =
          (!recorded.contains(date) || grid.span.contains(date))
          && (place.isMonth
            ? grid.expectsMonth(ending: date) : grid.intervals(on: date)[slot])
        let isHoleAlready =
          isExpected && (place.isMonth || grid.isDense(on: date) || !dates.contains(date))
        guard !isHoleAlready else { continue }
        var day = timeline[date - firstDay] ?? newDay(date)
        day.cells[slot].expected += isExpected ? 0 : 1
        day.cells[slot].holes += 1
        day.cells[slot].volume.addSaturating(
          place.isMonth
            ? grid.months?.possibleVolume ?? 0 : grid.possibleVolume(on: date, slot: slot))
        timeline[date - firstDay] = day
      }
    }
    for place in layout.strays where place.date >= firstDay && place.date <= asOf {
      var day = timeline[place.date - firstDay] ?? newDay(place.date)
      day.cells[place.slot].expected += 1
      day.cells[place.slot].holes += 1
      timeline[place.date - firstDay] = day
    }
    for (place, contacts) in layout.pending
    where place.date >= firstDay && place.date <= asOf {
      var day = timeline[place.date - firstDay] ?? newDay(place.date)
      day.cells[place.slot].pending += contacts
      day.cells[place.slot].volume.addSaturating(contacts)
      timeline[place.date - firstDay] = day
    }
    if let schedule = OpenIntervals(service, minutes: minutes) {
      for offset in timeline.indices where timeline[offset] != nil {
        let open = schedule.intervals(on: firstDay + offset)
        for place in timeline[offset]!.cells.indices {
          // No opening hours close a month.
          let isMonth = slots == 1 && place == ServiceHistory.monthPlace
          timeline[offset]!.cells[place].isClosed = !isMonth && !open[place % slots]
        }
      }
    }
    days = timeline
  }
}

// MARK: - Whole months

extension ServiceHistory {
  /// Where a whole month stands among the places of its last day: behind the day itself,
  /// which has no second pass.
  static let monthPlace = 1

  /// The places of a day that are its own; a whole month stands behind them.
  func daysOwnPlaces(_ day: Day) -> Range<Int> {
    minutes == IntervalLength.day ? 0..<ServiceHistory.monthPlace : day.cells.indices
  }

  /// The months of which some key has, or should have, a record of the whole month.
  var wholeMonths: [CivilMonth] {
    guard minutes == IntervalLength.day else { return [] }
    return days.enumerated().compactMap { offset, day in
      guard let day, day.cells.count > ServiceHistory.monthPlace,
        day.cells[ServiceHistory.monthPlace].isTouched
      else { return nil }
      return (start + offset).month
    }
  }
}

extension ServiceHistory.Cell {
  /// Adds what is expected of a key: a record, or a hole in its place.
  fileprivate mutating func add(isThere: Bool, hiding possibleVolume: Int) {
    expected += 1
    records += isThere ? 1 : 0
    guard !isThere else { return }
    holes += 1
    volume.addSaturating(possibleVolume)
  }
}
