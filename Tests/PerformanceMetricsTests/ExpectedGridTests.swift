import Basics
import PerformanceMetrics
import TestSupport
import Testing

/// What should be there, read off the records of eight weeks from Monday, January 5.
@Suite struct ExpectedGridTests {
  private static let (first, last) = ("2026-01-05", "2026-03-01")

  private func center(
    _ export: Export, asOf: String? = last, habit: ExportHabit? = nil
  ) throws -> CenterMetrics {
    var reading = CenterReading()
    reading.metrics.asOf = asOf.map(CivilDate.day)
    reading.metrics.habit = habit
    return try reading.center(export.text)
  }

  /// A weekday is open with records on a quarter of its dates: two Saturdays of eight.
  @Test(arguments: [(1, 0, 7), (2, 6, 0), (3, 5, 0), (8, 0, 0)])
  func aWeekdayIsOpenFromAQuarterOfItsDatesOn(
    _ saturdays: Int, _ undecided: Int, _ closed: Int
  ) throws {
    var export = Export()
    var seen = 0
    export.addDays(Self.first, Self.last, at: ["09:00"]) { day, _ in
      guard day.weekday == .saturday else { return true }
      seen += 1
      return seen <= saturdays
    }
    let days = try #require(try center(export).figures(Self.first, Self.last)).days
    #expect(days.undecided == undecided && days.closed == closed)
    #expect(days.met == 48 + saturdays)
  }

  /// An interval is in the grid when it is there on a quarter of the weekday's dates with data.
  @Test(arguments: [(1, 0), (2, 6), (3, 5)])
  func anIntervalBelongsToTheGridFromAQuarterOfTheDatesOn(
    _ noons: Int, _ undecided: Int
  ) throws {
    var export = Export()
    export.addDays(Self.first, Self.last, at: ["09:00", "12:00"]) { day, time in
      day.weekday == .monday && (time == "09:00" || day < .day(Self.first) + 7 * noons)
    }
    let figures = try #require(
      try center(export, habit: .dense).figures(Self.first, Self.last))
    #expect(figures.intervals.undecided == undecided)
    #expect(figures.intervals.met == 8 + noons)
    #expect(figures.holes == undecided)
    // A stray record is not expected, and counts all the same.
    #expect(figures.expected == (noons == 1 ? 8 : 16))
  }

  /// An export with 95 % of its grid is dense: 19 cells of 20.
  @Test(arguments: [(0, ExportHabit.dense, 0, 0), (1, .dense, 1, 0), (2, .sparse, 0, 2)])
  func anExportIsDenseFrom95PercentOn(
    _ absent: Int, _ habit: ExportHabit, _ undecided: Int, _ idle: Int
  ) throws {
    let missing = [
      ("2026-01-12", "10:00"), ("2026-01-19", "11:00"),
    ].prefix(absent).map { "\($0.0) \($0.1)" }
    var export = Export()
    export.addDays(Self.first, "2026-02-02", at: ["09:00", "10:00", "11:00", "12:00"]) {
      $0.weekday == .monday && !missing.contains("\($0) \($1)")
    }
    let center = try center(export, asOf: "2026-02-02")
    #expect(center.records()?.habit == habit)
    let intervals = try #require(center.figures(Self.first, "2026-02-02")).intervals
    #expect(intervals.undecided == undecided && intervals.idle == idle)
    #expect(intervals.met == 20 - absent)
  }

  @Test(arguments: ExportHabit.allCases)
  func theConfigurationMaySayTheHabitOutright(_ habit: ExportHabit) throws {
    var export = Export()
    export.addDays(Self.first, Self.last, at: ["09:00", "10:00"]) { day, time in
      !day.isWeekend && (time == "09:00" || day.daysSinceEpoch % 2 == 0)
    }
    let center = try center(export, habit: habit)
    #expect(center.records()?.habit == habit)
    let intervals = try #require(center.figures(Self.first, Self.last)).intervals
    #expect(intervals.undecided == (habit == .dense ? 20 : 0))
    #expect(intervals.idle == (habit == .dense ? 0 : 20))
  }

  /// A hole hides at most what its weekday and interval ever held.
  @Test(arguments: [(10, 6, OpportunityState.undecided), (40, 40, .met), (40, 23, .missed)])
  func aHoleHidesAtMostTheLargestVolumeOfItsPlace(
    _ offered: Int, _ within: Int, _ state: OpportunityState
  ) throws {
    var export = Export()
    export.addDays(Self.first, Self.last, at: ["09:00", "10:00"], offered: 4, within: 4) {
      day, time in !(day == .day("2026-02-09") && time == "09:00")
    }
    var high = Export()
    high.add(.day("2026-02-16"), "11:00", offered: 1000)
    let rows = export.text.replacing(
      "2026-02-16 09:00,,,4,4,0,4", with: "2026-02-16 09:00,,,10,10,0,10"
    ).replacing(
      "2026-02-09 10:00,,,4,4,0,4", with: "2026-02-09 10:00,,,\(offered),\(offered),0,\(within)")
    var reading = CenterReading()
    reading.metrics.asOf = .day(Self.last)
    let day = try #require(
      try reading.center([rows, high.text]).figures("2026-02-09"))
    #expect(day.state == state)
    #expect(day.holes == 1 && day.expected == 2)
    #expect(day.coverage == Ratio(1, 2))
  }

  @Test func anOpenDayWithoutDataIsUndecidedAlsoOfASparseKey() throws {
    var export = Export()
    export.addDays(Self.first, Self.last, at: ["09:00", "10:00", "11:00"]) { day, time in
      !day.isWeekend && day != .day("2026-02-11")
        && (time == "09:00" || day.daysSinceEpoch % 3 == 0)
    }
    let center = try center(export)
    let day = try #require(center.figures("2026-02-11"))
    #expect(center.records()?.habit == .sparse)
    #expect(day.state == .undecided)
    #expect(day.intervals.undecided > 0 && day.intervals.counted == 0 && day.intervals.idle == 0)
    #expect(day.coverage == Ratio(0, day.expected))
  }

  @Test func aKeyExpectsNothingBeforeItBeginsWhileTheServiceIsThere() throws {
    var export = Export()
    export.addDays("2026-01-12", "2026-02-20", at: ["09:00"], queue: "early") { day, _ in
      !day.isWeekend
    }
    export.addDays("2026-02-02", "2026-02-13", at: ["09:00"], queue: "late") { day, _ in
      !day.isWeekend
    }
    let center = try center(export)
    // Within the service's days only what has begun and not ended is expected;
    // outside them every key is.
    let expected = [
      ("2026-01-09", 2, 2), ("2026-01-12", 1, 0), ("2026-02-02", 2, 0), ("2026-02-16", 1, 0),
      ("2026-02-20", 1, 0), ("2026-02-23", 2, 2), ("2026-02-28", 0, 0),
    ]
    for (day, count, holes) in expected {
      let figures = try #require(center.figures(day))
      #expect(figures.expected == count && figures.holes == holes, "\(day)")
    }
    #expect(center.records()?.recorded == .day("2026-01-12")...(.day("2026-02-20")))
    #expect(center.figures("2026-02-23")?.state == .undecided)
    #expect(center.figures("2026-02-28")?.state == .closed)
    // Back to the start of the window of twelve months.
    #expect(center.records()?.judged.start == .day("2025-03-01"))
    #expect(center.figures("2025-03-03")?.holes == 2)
  }

  @Test func aRejectedRowIsAHoleUnlessAnotherCoversIt() throws {
    var export = Export()
    export.addDays(Self.first, Self.last, at: ["09:00", "10:00", "11:00"]) { day, time in
      !day.isWeekend && (time == "09:00" || day.daysSinceEpoch % 3 == 0)
    }
    let sparse = CivilDate.day("2026-02-11")
    export.addRejected(sparse, "09:00")
    export.addRejected(sparse, "10:00")
    export.addRejected(.day("2026-02-14"), "09:00")
    export.addRejected(.day("2026-02-12"), "20:00")
    let center = try center(export)
    #expect(sparse.daysSinceEpoch % 3 != 0)
    let day = try #require(center.figures("2026-02-11"))
    #expect(day.intervals.undecided == 1 && day.intervals.met == 1 && day.intervals.idle == 1)
    #expect(day.expected == 3 && day.holes == 1)
    #expect(day.state == .undecided)
    #expect(center.figures("2026-02-14")?.state == .undecided)
    // Where nothing was ever seen nothing can hide.
    let strange = try #require(center.figures("2026-02-12"))
    #expect(strange.intervals.undecided == 1 && strange.state == .met)
  }
}
