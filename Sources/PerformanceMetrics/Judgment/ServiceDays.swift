import Basics

/// Lays the records and holes of a service's keys out, one day after another.
///
/// All keys of a day come before the next day does, so that what is added up stays near; a
/// key's place among its own days moves on by itself.
struct ServiceDays {
  private let layout: ServiceGroup.Layout
  /// The days with records of the service, first to last.
  private let recorded: ClosedRange<CivilDate>
  private let schedule: OpenIntervals?
  /// The next day.
  private var date: CivilDate
  /// The position of each key's first day that is still to come.
  private var positions: [Int]
  /// One day of one key.
  private var keyDay: KeyDay
  /// 1 for the intervals that are expected of a day on which habit alone does not tell.
  private var expected: ContiguousArray<UInt32>
  /// Places in time of rejected rows, by day.
  private let rejects: [CivilDate: [(key: Int, place: KeyRecords.Place)]]
  private let strays: [CivilDate: [KeyRecords.Place]]
  private let pending: [CivilDate: [(place: KeyRecords.Place, contacts: Int)]]
  /// What rows of days and months say of how their intervals ended; `nil` where none does.
  private let carried: CarriedRows?

  /// Begins with a day.
  ///
  /// - Parameter layout: The service's keys at one interval length; at least one.
  init(_ layout: ServiceGroup.Layout, start: CivilDate) {
    self.layout = layout
    recorded = layout.recorded
    schedule = OpenIntervals(layout.service, minutes: layout.minutes)
    date = start
    positions = layout.keys.map { key in
      key.records.dates.firstIndex { $0 >= start } ?? key.records.dates.count
    }
    keyDay = KeyDay(layout.shapes)
    expected = .init(repeating: 0, count: 2 * layout.shapes.slots)
    rejects = Dictionary(
      grouping: layout.keys.indices.flatMap { key in
        layout.keys[key].rejected.map { (key, $0) }
      }, by: \.1.date)
    strays = Dictionary(grouping: layout.strays, by: \.date)
    pending = Dictionary(grouping: layout.pending.map { ($0, $1) }, by: \.0.date)
    carried = CarriedRows(layout)
  }

  /// Lays the next day out, over what the given one held.
  ///
  /// - Returns: Whether anything is recorded or expected; all is zero otherwise.
  mutating func next(into day: inout ServiceHistory.Day) -> Bool {
    let (date, slots) = (date, layout.shapes.slots)
    let isMonthEnd = slots == 1 && date == date.month.lastDay
    let places = layout.shapes.places(on: date)
    day.begin(places: isMonthEnd ? ServiceHistory.monthPlace + 1 : places)
    let open = schedule?.intervals(on: date)
    var isTouched = addKeys(to: &day, places: places, open: open)
    if isMonthEnd { isTouched = addMonths(to: &day) || isTouched }
    isTouched = addRejects(to: &day) || isTouched
    for place in strays[date] ?? [] {
      day.cells[place.slot].expected += 1
      day.cells[place.slot].holes += 1
      isTouched = true
    }
    for (place, contacts) in pending[date] ?? [] {
      day.cells[place.slot].pending += contacts
      day.cells[place.slot].volume.addSaturating(contacts)
      isTouched = true
    }
    if let open, isTouched {
      for place in day.cells.indices {
        // No opening hours close a month.
        let isMonth = slots == 1 && place == ServiceHistory.monthPlace
        day.cells.close(place, if: !isMonth && !open[place % slots])
      }
    }
    if let carried, isTouched { day.carried = carried.intervals(on: date, of: layout) }
    self.date = date + 1
    return isTouched
  }
}

// MARK: - Keys

extension ServiceDays {
  /// Adds the records and holes of all keys.
  ///
  /// - Parameter open: The intervals that opening hours leave open; `nil` without any.
  private mutating func addKeys(
    to day: inout ServiceHistory.Day, places: Int, open: [Bool]?
  ) -> Bool {
    let (layout, date) = (layout, date)
    let (weekday, slots) = (date.weekday.rawValue, layout.shapes.slots)
    let isInside = recorded.contains(date)
    let isUsual = open == nil && layout.shapes[date] == nil
    let scheduled = open.map { layout.shapes.shaped($0, on: date) }
    var isTouched = false
    let keys = layout.keys.span
    for key in keys.indices {
      let position = positions[key]
      let hasRecords =
        position < keys[key].records.dates.count && keys[key].records.dates[position] == date
      positions[key] += hasRecords ? 1 : 0
      // Outside the service's records every interval of every key is a hole; inside them
      // a key that has not begun or has ended expects nothing.
      let isExpected =
        (!isInside || keys[key].grid.span.contains(date)) && !keys[key].grid.isMonthly(date)
      let wantsAny =
        isExpected
        && (isUsual
          ? keys[key].grid.expectsAny[weekday]
          : want(scheduled ?? keys[key].grid.intervals(on: date)))
      guard hasRecords || wantsAny else { continue }
      isTouched = true
      if hasRecords {
        keys[key].records.add(position, to: &day.sums, &keyDay)
        day.cells.add(keyDay, places: places)
      } else {
        keyDay.clear()
      }
      guard wantsAny else { continue }
      let first = weekday * slots
      let most = keys[key].grid.most.span.extracting(first..<(first + slots))
      let countsHoles = !hasRecords || keys[key].grid.isDense(on: date)
      if isUsual {
        day.cells.expect(
          keys[key].grid.expected.span, from: first, of: keyDay, places: places,
          countsHoles: countsHoles, hiding: most)
      } else {
        day.cells.expect(
          expected.span, from: 0, of: keyDay, places: places, countsHoles: countsHoles,
          hiding: most)
      }
    }
    return isTouched
  }

  /// Keeps the intervals that are expected of a day.
  ///
  /// - Returns: Whether there are any.
  private mutating func want(_ intervals: [Bool]) -> Bool {
    for place in intervals.indices { expected[place] = intervals[place] ? 1 : 0 }
    return intervals.contains(true)
  }

  /// Adds the months that end on the day.
  private func addMonths(to day: inout ServiceHistory.Day) -> Bool {
    var isTouched = false
    for key in layout.keys {
      guard let months = key.grid.months else { continue }
      let isThere = key.records.monthEnds.contains(date)
      let isExpected =
        (!recorded.contains(date) || key.grid.span.contains(date))
        && key.grid.expectsMonth(ending: date)
      guard isThere || isExpected else { continue }
      key.records.forEachRecord(ofMonthEnding: date) {
        day.sums.add($0.sums($1), to: ServiceHistory.monthPlace)
      }
      var cell = day.cells[ServiceHistory.monthPlace]
      cell.expected += 1
      cell.records += isThere ? 1 : 0
      if !isThere {
        cell.holes += 1
        cell.volume.addSaturating(months.possibleVolume)
      }
      day.cells[ServiceHistory.monthPlace] = cell
      isTouched = true
    }
    return isTouched
  }

  /// Adds the holes that rejected rows leave where nothing else makes one.
  private func addRejects(to day: inout ServiceHistory.Day) -> Bool {
    var isTouched = false
    for (key, place) in rejects[date] ?? [] {
      let (grid, slot) = (layout.keys[key].grid, place.slot)
      let isExpected =
        (!recorded.contains(date) || grid.span.contains(date))
        && (place.isMonth
          ? grid.expectsMonth(ending: date) : grid.intervals(on: date)[slot])
      let hasRecords =
        positions[key] > 0 && layout.keys[key].records.dates[positions[key] - 1] == date
      let isHoleAlready =
        isExpected && (place.isMonth || grid.isDense(on: date) || !hasRecords)
      guard !isHoleAlready else { continue }
      day.cells[slot].expected += isExpected ? 0 : 1
      day.cells[slot].holes += 1
      day.cells[slot].volume.addSaturating(
        place.isMonth
          ? grid.months?.possibleVolume ?? 0 : grid.possibleVolume(on: date, slot: slot))
      isTouched = true
    }
    return isTouched
  }
}
