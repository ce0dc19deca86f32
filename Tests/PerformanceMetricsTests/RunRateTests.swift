import Basics
import TestSupport
import Testing

@testable import PerformanceMetrics

/// What a running month needs follows from the exact margin so far and from the weekdays before.
@Suite struct RunRateTests {
  private func rate(
    _ export: Export, objectives: [Objective] = [.init(percent: FixedPoint(80), seconds: 20)],
    hours: OpeningHours? = nil, holidays: Set<CivilDate> = []
  ) throws -> RunRate? {
    let service = Service(
      name: "s", objectives: objectives, hours: hours, holidays: holidays)
    let metrics = try CenterReading([service]).center(export.text).services[0]
    let records = try #require(metrics.records)
    return RunRate(records.judged, of: service, recorded: records.recorded)
  }

  /// Days of one row at nine.
  private func days(_ rows: [(day: String, offered: Int, within: Int?)]) -> Export {
    var export = Export()
    for row in rows { export.add(.day(row.day), "09:00", offered: row.offered, within: row.within) }
    return export
  }

  @Test func expectationIsTheMeanOfTheLastFourWeekdays() throws {
    // Thursdays of five weeks, of which the first is too long ago; two Thursdays are to come.
    let found = try #require(
      try rate(
        days([
          ("2026-02-12", 9000, 0), ("2026-02-19", 10, 10), ("2026-02-26", 20, 20),
          ("2026-03-05", 31, 31), ("2026-03-12", 40, 40), ("2026-03-13", 8, 8),
        ])))
    #expect(found.days == .day("2026-03-14")...(.day("2026-03-31")))
    // Two Thursdays of 25.25 and two Fridays of 8.
    #expect(found.expected == 67)
    // 0.8 · (79 + 66.5) − 79 = 37.4
    #expect(found.needed == 38 && !found.isCertain && !found.isOutOfReach)
  }

  @Test func objectivesAreThoseOfTheirDays() throws {
    // No weekday with records is left in March: the month is complete.
    #expect(try rate(days([("2026-03-19", 100, 50), ("2026-03-26", 100, 50)])) == nil)
    let other = try #require(
      try rate(
        days([("2026-03-18", 100, 50), ("2026-03-24", 100, 49), ("2026-03-26", 2, 1)]),
        objectives: [
          .init(percent: FixedPoint(50), seconds: 20),
          .init(from: .day("2026-03-30"), percent: FixedPoint(90), seconds: 20),
        ]))
    // Tuesday the 31st: 90 of 100, and the one that the 24th lacks.
    #expect(other.expected == 100 && other.needed == 91)
  }

  @Test func closedDaysToComeExpectNothing() throws {
    let week = OpeningHours([
      .init(stretches: [.thursday: [.init(start: 480, end: 1080)]])
    ])
    let rows = days([("2026-03-05", 10, 8), ("2026-03-12", 10, 8)])
    #expect(try rate(rows, hours: week)?.expected == 20)
    #expect(try rate(rows, hours: week, holidays: [.day("2026-03-19")])?.expected == 10)
  }

  @Test func nothingIsSaidOfACompleteMonthOrOfUnknownLevels() throws {
    #expect(try rate(days([("2026-03-31", 10, 8)])) == nil)
    #expect(try rate(days([("2026-03-05", 10, 8), ("2026-03-12", 10, nil)])) == nil)
  }
}
