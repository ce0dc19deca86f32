import Basics
import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

/// Contacts that may be answered later: the cohort is what was received.
@Suite struct ResponseTimeTests {
  private func service(
    seconds: Int = 4 * 3600, clock: Service.Clock = .elapsed, hours: OpeningHours? = nil,
    holidays: Set<CivilDate> = []
  ) -> Service {
    Service(
      name: "Mail", kind: .responseTime, clock: clock,
      objectives: [Objective(percent: FixedPoint(50), seconds: seconds)], hours: hours,
      holidays: holidays)
  }

  private func records(
    _ service: Service, _ rows: [String]
  ) throws -> ServiceMetrics.Records {
    let text = (["started_at,outcome,answered_at"] + rows).map { $0 + "\n" }.joined()
    return try #require(
      try CenterReading([service]).center(contacts: [text]).services[0].records)
  }

  /// Monday to Friday, nine to five.
  private static let officeHours = OpeningHours([
    OpeningHours.Week(
      stretches: Dictionary(
        uniqueKeysWithValues: Weekday.allCases.prefix(5).map {
          ($0, [OpeningHours.Stretch(start: 540, end: 1020)])
        }))
  ])

  @Test func unansweredContactsAreMissedOrPendingByTheirAge() throws {
    // The data end with 2 March; four hours before its end is 20:00.
    let found = try records(
      service(),
      [
        "2026-03-02 09:00,answered,2026-03-02 13:00", "2026-03-02 09:00,answered,2026-03-02 13:01",
        "2026-03-02 19:59:59,,", "2026-03-02 20:00:00,,", "2026-03-02 23:00,,",
      ])
    let figures = found.judged.figures(found.recorded)
    #expect(figures.sums.offered == 3 && figures.sums.answeredWithin == 1)
    #expect(figures.sums.flowOut == 1)
    #expect(figures.serviceLevel == Ratio(1, 3))
    // Of five, one is met; two that are pending could make it three.
    #expect(figures.days.undecided == 1)
    let backlog = try #require(found.backlog)
    #expect(backlog.ages.map(\.seconds) == [4 * 3600 + 1, 4 * 3600, 3600])
    #expect(backlog.overdue == 1 && backlog.pending == 2)
    #expect(backlog.oldest == 4 * 3600 + 1 && backlog.median == 4 * 3600)
  }

  @Test func thePendingCannotSaveADayThatIsMissed() throws {
    let missed = Array(repeating: "2026-03-02 09:00,answered,2026-03-02 14:00", count: 5)
    let found = try records(service(), missed + ["2026-03-02 23:00,,"])
    let figures = found.judged.figures(found.recorded)
    #expect(figures.days.counted == 1 && figures.days.met == 0)
    #expect(figures.sums.offered == 5)
  }

  /// A contact that is pending behind the last day asked for is no part of the answer.
  @Test(arguments: ["2026-03-02", "2026-03-03", "2026-03-05"])
  func intervalsOfASpanBeforeThePendingAreListed(_ day: String) throws {
    let found = try records(
      service(seconds: 82_800),
      [
        "2026-03-02 09:00,answered,2026-03-02 13:00", "2026-03-03 09:00,answered,2026-03-03 13:00",
        "2026-03-05 09:00,answered,2026-03-05 13:00", "2026-03-05 23:00,,",
      ])
    let all = found.source.intervals(in: found.judged.start...found.judged.end)
    let alone = found.source.intervals(in: .day(day)...(.day(day)))
    #expect(alone.map(\.start) == all.map(\.start).filter { $0.day == .day(day) })
    #expect(alone.map(\.state).contains(.met))
    #expect(alone.map(\.state).contains(.undecided) == (day == "2026-03-05"))
  }

  @Test(
    arguments: [
      // Within one day; over night; over the weekend; received while closed.
      ("2026-03-02 09:30", "2026-03-02 10:30", 3600),
      ("2026-03-02 16:30", "2026-03-03 09:30", 3600),
      ("2026-03-06 16:30", "2026-03-09 09:30", 3600),
      ("2026-03-07 12:00", "2026-03-09 10:00", 3600),
      ("2026-03-02 06:00", "2026-03-02 08:00", 0), ("2026-03-04 16:00", "2026-03-06 10:00", 7200),
    ])
  func businessTimeRunsInOpeningHoursOnly(
    _ start: String, _ answer: String, _ seconds: Int
  ) throws {
    let found = try records(
      service(
        seconds: seconds, clock: .business, hours: Self.officeHours,
        holidays: [.day("2026-03-05")]),
      ["\(start),answered,\(answer)"])
    let sums = found.judged.figures(found.recorded).sums
    #expect(sums.waitMilliseconds == seconds * 1000)
    #expect(sums.answeredWithin == 1)
    guard seconds > 0 else { return }
    let less = try records(
      service(
        seconds: seconds - 1, clock: .business, hours: Self.officeHours,
        holidays: [.day("2026-03-05")]),
      ["\(start),answered,\(answer)"])
    #expect(less.judged.figures(less.recorded).sums.answeredWithin == 0)
  }

  @Test func aLongThresholdIsCapturedByDay() {
    let day = CivilDate.day("2026-03-02")
    #expect(service(seconds: 3600).finestGrain(on: day) == .day)
    #expect(service(seconds: 3599).finestGrain(on: day) == .interval)
    var configured = service(seconds: 3600)
    configured.finestGrain = .month
    #expect(configured.finestGrain(on: day) == .month)
    configured.kind = .serviceLevel
    #expect(configured.finestGrain(on: day) == .interval)
  }

  @Test func aServiceLevelCountsOpenContactsAsOfferedAlone() throws {
    let found = try records(
      Service.assumed, ["2026-03-02 09:00,,", "2026-03-02 09:00,answered,2026-03-02 09:00:05"])
    let sums = found.judged.figures(found.recorded).sums
    #expect(sums.offered == 2 && sums.answered == 1 && sums.abandoned == 0 && sums.flowOut == 1)
    #expect(found.backlog == nil)
  }
}
