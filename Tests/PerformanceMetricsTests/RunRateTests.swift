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
    return RunRate(try CenterReading([service]).center(export.text).services[0])
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
    // Two Thursdays of 25.25; one Friday of eight opens nothing.
    #expect(found.expected == 51)
    // 0.8 · (79 + 50.5) − 79 = 24.6
    #expect(found.needed == 25 && !found.isCertain && !found.isOutOfReach)
  }

  /// What is missing says nothing, before as well as in the month so far.
  @Test func missingDaysAreNoDaysWithoutContacts() throws {
    func days(without missing: Set<String>) -> Export {
      var export = Export()
      export.addDays("2026-02-02", "2026-03-18", at: ["09:00", "09:30"]) { day, _ in
        !missing.contains("\(day)")
      }
      return export
    }
    let whole = try #require(try rate(days(without: [])))
    #expect(whole.expected == 260 && whole.holes == 0)
    let lacking = try #require(
      try rate(days(without: ["2026-02-26", "2026-03-12", "2026-03-17"])))
    #expect(lacking.expected == 260 && lacking.holes == 4)
    // Of 46 days with 20 contacts two of March are missing: 0.8 · (18 − 2 + 13) · 20 − 320.
    #expect(lacking.needed == 144)
    #expect(whole.needed == 136)
  }

  @Test func weekdaysThatWereNeverSeenTellNothing() throws {
    #expect(try rate(days([("2026-03-11", 10, 8)])) == nil)
  }

  @Test func contactsStillToBeAnsweredLeaveItOpen() throws {
    var service = Service(
      name: "mail", objectives: [.init(percent: FixedPoint(80), seconds: 259_200)])
    service.kind = .responseTime
    let rows = (2...18).map {
      "2026-03-\($0 < 10 ? "0" : "")\($0)T09:00,\($0 > 16 ? "" : "answered"),\($0 > 16 ? "" : "60")"
    }
    let center = try CenterReading([service]).center(
      contacts: ["started_at,outcome,wait_seconds\n" + rows.map { $0 + "\n" }.joined()])
    #expect(center.services[0].records?.backlog?.pending == 2)
    #expect(RunRate(center.services[0]) == nil)
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
