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
    var cells: DayPlaces
    /// What the records of the day, or of the month that ends on it, say of their intervals.
    var carried = CarriedIntervals.nothing

    /// Creates a day without anything.
    ///
    /// - Parameter places: Places for intervals: those of 24 hours, or twice as many
    ///   where the clock ran through some twice.
    init(slots: Int, places: Int) {
      sums = DayColumns(slots: slots, isRepeated: places > slots)
      cells = DayPlaces(count: places)
    }

    /// Forgets what was there, and has so many places from now on.
    ///
    /// - Complexity: O(*n*) in the places. Allocates where their number changes.
    mutating func begin(places: Int) {
      guard places == cells.count else {
        self = Day(slots: sums.slots, places: places)
        return
      }
      sums.clear()
      cells.clear()
      carried = .nothing
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
  ///   - threads: How many threads lay out; the days are the same with any number.
  init(
    _ layout: ServiceGroup.Layout, start: CivilDate, asOf: CivilDate, threads: Int = 1
  ) {
    service = layout.service
    site = layout.site
    minutes = layout.minutes
    shapes = layout.shapes
    recorded = layout.recorded
    self.start = start
    let count = asOf - start + 1
    // A few stretches for each thread, since those without records take no time.
    let stretches = threads > 1 ? min(count, 4 * threads) : 1
    days = (0..<stretches).map { stretch in
      (start + count * stretch / stretches)..<(start + count * (stretch + 1) / stretches)
    }.concurrentMap(threads: threads) { ServiceHistory.days($0, of: layout) }.flatMap(\.self)
  }

  /// Lays out a stretch of days.
  private static func days(_ stretch: Range<CivilDate>, of layout: ServiceGroup.Layout) -> [Day?] {
    let slots = layout.shapes.slots
    var laidOut = ServiceDays(layout, start: stretch.lowerBound)
    var day = Day(slots: slots, places: slots)
    var days: [Day?] = []
    for _ in 0..<(stretch.upperBound - stretch.lowerBound) {
      let isTouched = laidOut.next(into: &day)
      days.append(isTouched ? day : nil)
      if isTouched { day = Day(slots: slots, places: slots) }
    }
    return days
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
      guard let day, day.hasWholeMonth else { return nil }
      return (start + offset).month
    }
  }
}

extension ServiceHistory.Day {
  /// Whether some key has, or should have, a record of the whole month; only days have
  /// a place for it.
  var hasWholeMonth: Bool {
    cells.count > ServiceHistory.monthPlace && cells[ServiceHistory.monthPlace].isTouched
  }
}
