import Basics

/// What should be there of one key, and how much each hole may hide.
///
/// Opening hours tell where they are configured. Otherwise the key's own habit
/// does: a weekday with records on at least a quarter of its dates is open, and
/// an interval of the day belongs to an open weekday when it is there on at least
/// a quarter of that weekday's dates with data. A single stray record opens
/// nothing. The rules and their numbers are the project's own.
struct ExpectedGrid: Sendable {
  /// The first and the last day with records.
  let span: ClosedRange<CivilDate>
  /// Whether an absent interval is a hole, rather than an interval without calls.
  let isDense: Bool
  /// Days on which an absent interval is none in any case: all they have are contacts.
  private let sparseDates: Set<CivilDate>
  /// The months that are expected whole; `nil` for a key without monthly records.
  let months: ExpectedMonths?
  /// Open weekdays by the key's habit.
  private let isOpen: [Bool]
  /// 1 for the intervals of the grid by the key's habit, weekday by weekday.
  let expected: ContiguousArray<UInt32>
  /// Whether any interval of a weekday is in the grid.
  let expectsAny: ContiguousArray<Bool>
  /// The largest demand seen of each interval, weekday by weekday.
  let most: ContiguousArray<Int>
  private let schedule: OpenIntervals?
  private let shapes: DayShapes

  /// Reads the habit off a key's records.
  ///
  /// - Parameters:
  ///   - positions: The positions of the days that count among those with records, in order;
  ///     empty only where there are months.
  ///   - months: The months that are expected whole; they tell nothing of weekdays.
  ///   - habit: What the configuration says of absent intervals; `nil` to infer.
  ///   - schedule: The opening hours; `nil` where none are configured.
  ///   - sparseDates: Days on which an absent interval had no contact, whatever the habit.
  ///   - day: Room for one day after another.
  init(
    _ records: KeyRecords, _ positions: [Int], _ demand: Demand, months: ExpectedMonths? = nil,
    habit: ExportHabit?, schedule: OpenIntervals?, sparseDates: Set<CivilDate> = [],
    _ day: inout KeyDay
  ) {
    let dates = positions.map { records.dates[$0] }
    let shapes = records.shapes
    let first = [dates.first, months?.span.lowerBound.firstDay].compactMap(\.self).min()!
    span = first...[dates.last, months?.span.upperBound.lastDay].compactMap(\.self).max()!
    self.months = months
    self.schedule = schedule
    self.sparseDates = sparseDates
    self.shapes = shapes
    let slots = shapes.slots
    let weekdayDates = Weekday.allCases.map { ExpectedGrid.count(of: $0, in: dates) }
    var data = [Int](repeating: 0, count: 7)
    // By weekday, then by interval.
    var seen = ContiguousArray<Int>(repeating: 0, count: 7 * slots)
    var most = seen
    // Dates on which an interval could not be there, and second passes on others.
    var skips: [[Int]]?
    var seconds: [(weekday: Int, slot: Int, isThere: Bool)] = []
    // Intervals of the configured hours that are there, and that should be.
    var (present, wanted) = (0, 0)
    for (date, position) in zip(dates, positions) {
      let weekday = date.weekday.rawValue
      records.read(position, demand, into: &day)
      data[weekday] += 1
      if let schedule {
        let open = shapes.shaped(schedule.intervals(on: date), on: date)
        for slot in open.indices where open[slot] {
          wanted += 1
          present += Int(day.present[slot])
        }
      }
      let first = weekday * slots
      PlaceColumns.survey(
        day.present.span, day.demand.span, count: slots, at: first, counts: &seen,
        largest: &most)
      guard let shape = shapes[date] else { continue }
      for slot in shape.skipped where day.present[slot] == 0 {
        skips = skips ?? [[Int]](repeating: [Int](repeating: 0, count: slots), count: 7)
        skips![weekday][slot] += 1
      }
      for slot in shape.repeated {
        let isThere = day.present[slots + slot] == 1
        seconds.append((weekday, slot, isThere))
        seen[first + slot] += isThere && day.present[slot] == 0 ? 1 : 0
        most[first + slot] = max(most[first + slot], day.demand[slots + slot])
      }
    }
    self.most = most
    let isOpen = (0..<7).map { data[$0] > 0 && 4 * data[$0] >= weekdayDates[$0] }
    self.isOpen = isOpen
    var expected = ContiguousArray<UInt32>(repeating: 0, count: 7 * slots)
    var expectsAny = ContiguousArray<Bool>(repeating: false, count: 7)
    for weekday in 0..<7 where isOpen[weekday] {
      for slot in 0..<slots {
        let seen = seen[weekday * slots + slot]
        let possible = data[weekday] - (skips?[weekday][slot] ?? 0)
        guard seen > 0, 4 * seen >= possible else { continue }
        expected[weekday * slots + slot] = 1
        expectsAny[weekday] = true
        guard schedule == nil else { continue }
        // What is in the grid is there as often as it was seen.
        wanted += possible
        present += seen
      }
    }
    if schedule == nil {
      for second in seconds where expected[second.weekday * slots + second.slot] == 1 {
        wanted += 1
        present += second.isThere ? 1 : 0
      }
    }
    (self.expected, self.expectsAny) = (expected, expectsAny)
    isDense = habit.map { $0 == .dense } ?? (100 * present >= 95 * wanted)
  }

  /// The intervals that should be there on a day; second passes stand behind the others.
  ///
  /// A day of a month that is expected whole has none.
  func intervals(on day: CivilDate) -> [Bool] {
    if isMonthly(day) { return [Bool](repeating: false, count: shapes.places(on: day)) }
    return shapes.shaped(schedule?.intervals(on: day) ?? habitual(day.weekday.rawValue), on: day)
  }

  /// The intervals of a weekday by the key's habit.
  private func habitual(_ weekday: Int) -> [Bool] {
    expected[(weekday * shapes.slots)..<((weekday + 1) * shapes.slots)].map { $0 == 1 }
  }

  /// Whether a day is one of a month that is expected whole.
  func isMonthly(_ day: CivilDate) -> Bool { months.map { $0.contains(day.month) } ?? false }

  /// Whether an absent interval of a day with records is a hole.
  func isDense(on day: CivilDate) -> Bool { isDense && !sparseDates.contains(day) }

  /// Contacts that a hole in an interval of a day may hide.
  func possibleVolume(on day: CivilDate, slot: Int) -> Int {
    most[day.weekday.rawValue * shapes.slots + slot % shapes.slots]
  }

  /// Tells whether a whole month that ends on a day should be there.
  func expectsMonth(ending day: CivilDate) -> Bool {
    guard let months else { return false }
    return day == day.month.lastDay && months.contains(day.month)
  }

  /// Tells whether a day is open by its weekday, holidays aside.
  func isOpen(on day: CivilDate) -> Bool {
    if isMonthly(day) { return false }
    guard let schedule else { return isOpen[day.weekday.rawValue] }
    return !schedule.hours.openMinutes(on: day, holidays: []).isEmpty
  }

  /// Counts the dates of a weekday between the first and the last day.
  private static func count(of weekday: Weekday, in dates: [CivilDate]) -> Int {
    if dates.isEmpty { return 0 }
    let first = dates[0]
    let offset = (weekday.rawValue - first.weekday.rawValue + 7) % 7
    let days = dates[dates.count - 1] - first
    return offset > days ? 0 : (days - offset) / 7 + 1
  }
}

/// What an export does with an interval without contacts.
public enum ExportHabit: String, CaseIterable, Hashable, Sendable {
  /// It writes a row of zeros; an absent row is a hole.
  case dense
  /// It writes no row; an absent row is an interval without contacts.
  case sparse
}

/// Configured opening hours cut into intervals: an interval that is open for a minute is open.
struct OpenIntervals: Sendable {
  let hours: OpeningHours
  let holidays: Set<CivilDate>
  let minutes: Int

  /// Cuts a service's opening hours; `nil` where none are configured.
  init?(_ service: Service, minutes: Int) {
    guard let hours = service.hours else { return nil }
    self.hours = hours
    holidays = service.holidays
    self.minutes = minutes
  }

  /// The open intervals of a day.
  func intervals(on day: CivilDate) -> [Bool] {
    var open = [Bool](repeating: false, count: 1440 / minutes)
    for stretch in hours.openMinutes(on: day, holidays: holidays) {
      for slot in (stretch.lowerBound / minutes)...((stretch.upperBound - 1) / minutes) {
        open[slot] = true
      }
    }
    return open
  }
}
