import Basics
import PerformanceMetrics
import TestSupport
import Testing

@Suite struct AsOfTests {
  private func asOf(
    _ first: String, _ last: String, given: String? = nil,
    where isWanted: (CivilDate, String) -> Bool = { _, _ in true }
  ) throws -> String {
    var export = Export()
    export.addDays(first, last, at: ["09:00"], where: isWanted)
    var reading = CenterReading()
    reading.metrics.asOf = given.map(CivilDate.day)
    return try reading.center(export.text).asOf.description
  }

  @Test(arguments: [
    ("2026-01-26", "2026-01-30", true, "2026-01-31"),
    // Four days of one week open no Friday.
    ("2026-01-26", "2026-01-29", true, "2026-01-31"),
    ("2026-01-19", "2026-01-29", true, "2026-01-29"),
    ("2026-01-19", "2026-01-29", false, "2026-01-29"),
    ("2026-02-02", "2026-02-28", false, "2026-02-28"),
    ("2026-02-02", "2026-02-27", false, "2026-02-27"),
    ("2026-01-05", "2026-01-31", true, "2026-01-31"),
  ])
  func theLastDayIsCarriedOverClosedWeekdaysToTheEndOfTheMonth(
    _ first: String, _ last: String, _ closesOnWeekends: Bool, _ expected: String
  ) throws {
    let found = try asOf(first, last) { day, _ in !(closesOnWeekends && day.isWeekend) }
    #expect(found == expected)
  }

  @Test func aGivenDayIsTakenAsItIs() throws {
    #expect(try asOf("2026-01-05", "2026-01-30", given: "2026-01-20") == "2026-01-20")
    #expect(try asOf("2026-01-05", "2026-01-30", given: "2026-06-15") == "2026-06-15")
  }

  @Test func anyServiceOpensAWeekdayForAll() throws {
    var export = Export()
    export.addDays("2026-01-05", "2026-01-30", at: ["09:00"], queue: "a") { day, _ in
      !day.isWeekend
    }
    export.addDays("2026-01-05", "2026-01-25", at: ["09:00"], queue: "b") { day, _ in
      day.weekday == .saturday
    }
    let objectives = [Objective.percent("80", in: 20)]
    let services = ["a", "b"].map { queue in
      Service(
        name: queue, match: ServiceMatch(queue: [NamePattern(queue)]), objectives: objectives)
    }
    #expect(try CenterReading(services).center(export.text).asOf == .day("2026-01-30"))
    let alone = try CenterReading([services[0]]).center(export.text)
    #expect(alone.asOf == .day("2026-01-31"))
  }

  @Test func configuredHoursOpenAWeekday() throws {
    var export = Export()
    export.addDays("2026-01-05", "2026-01-30", at: ["09:00"]) { day, _ in !day.isWeekend }
    var service = Service.assumed
    service.hours = OpeningHours([
      .init(stretches: [.saturday: [.init(start: 540, end: 600)]])
    ])
    #expect(try CenterReading([service]).center(export.text).asOf == .day("2026-01-30"))
  }

  @Test func recordsAfterAsOfAreAsIfNotGiven() throws {
    var (until, all) = (Export(), Export())
    until.addDays("2026-01-05", "2026-02-10", at: ["09:00", "10:00"]) { day, _ in !day.isWeekend }
    all.addDays("2026-01-05", "2026-02-10", at: ["09:00", "10:00"]) { day, _ in !day.isWeekend }
    all.addDays(
      "2026-02-11", "2026-03-20", at: ["09:00", "09:30", "14:00"], offered: 99, within: 0)
    all.addRejected(.day("2026-02-12"), "11:00")
    var reading = CenterReading()
    reading.metrics.asOf = .day("2026-02-10")
    let (a, b) = (try reading.center(until.text), try reading.center(all.text))
    #expect(Outcome(a).lines == Outcome(b).lines)
    #expect(a.afterAsOf == 0 && b.afterAsOf == 38 * 3)
    #expect(b.records()?.intervalMinutes == 60)
  }

  @Test func withoutAnyRecordUntilThenThereIsNoAnswer() throws {
    var export = Export()
    export.add(.day("2026-02-10"), "09:00")
    var reading = CenterReading()
    reading.metrics.asOf = .day("2026-02-09")
    let error = try #require(throws: MetricsError.self) { try reading.center(export.text) }
    #expect(error.description == "there is no record on or before 2026-02-09")
  }

  @Test func unmatchedRecordsTouchTheirDays() throws {
    var export = Export()
    export.addDays("2026-01-05", "2026-01-20", at: ["09:00"], queue: "a")
    export.addDays("2026-01-05", "2026-01-22", at: ["09:00"], queue: "b")
    let service = Service(
      name: "A", match: ServiceMatch(queue: [NamePattern("a")]),
      objectives: [.percent("80", in: 20)])
    let center = try CenterReading([service]).center(export.text)
    #expect(center.asOf == .day("2026-01-22"))
    #expect(center.unmatched == 18)
  }
}
