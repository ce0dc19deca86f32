import Basics
import TestSupport
import Testing

@testable import ContactRecords
@testable import PerformanceMetrics

/// What became of issues at the edges of the window, of the data and of a customer.
@Suite struct IssueTests {
  /// Days early enough that no issue of the others is washed in.
  private static let start = LogRow.at("2026-01-01", customer: 99)

  private func issues(
    _ rows: [LogRow], windowDays: Int = 7, maximumContacts: Int = 20, asOf: String = "2026-12-31",
    identifiesCustomers: Bool = true
  ) -> Issues {
    var (tally, types) = (ResolutionTally(), [String]())
    tally.add(
      ContactBatch([Self.start] + rows, types: &types), identifiesCustomers: identifiesCustomers)
    return tally.issues(
      IssueWatch(
        windowDays: windowDays, maximumContacts: maximumContacts, asOf: .day(asOf)))
  }

  private func counts(_ days: ResolutionDays, _ day: String) -> [Int] {
    let counts = days[.day(day)]
    return [counts.resolved, counts.unresolved, counts.pending, counts.washIn, counts.retries]
  }

  @Test(arguments: [
    ("2026-03-09", "09:00:00", [0, 1, 0, 0, 0], [0, 0, 0, 0, 0]),  // the last second of it
    ("2026-03-09", "09:00:01", [1, 0, 0, 0, 0], [1, 0, 0, 0, 0]),  // one later: a new issue
    ("2026-03-02", "09:00:01", [0, 1, 0, 0, 0], [0, 1, 0, 0, 0]),
    ("2026-03-02", "09:00:00", [1, 0, 0, 0, 0], [1, 0, 0, 0, 0]),  // the same second
  ])
  func aFurtherContactInTheWindowFailsAnIssueAndOpensNone(
    _ day: String, _ time: String, _ first: [Int], _ second: [Int]
  ) {
    let issues = issues([.at("2026-03-02"), .at(day, time)])
    #expect(counts(issues.any, "2026-03-02") == first)
    #expect(counts(issues.any, day) == second)
  }

  @Test(arguments: [
    ("2026-03-09", [1, 0, 0, 0, 0]), ("2026-03-08", [0, 0, 1, 0, 0]),
    ("2026-03-02", [0, 0, 1, 0, 0]),
  ])
  func anIssueIsPendingUntilItsWindowHasPassed(_ asOf: String, _ expected: [Int]) {
    #expect(counts(issues([.at("2026-03-02")], asOf: asOf).any, "2026-03-02") == expected)
  }

  @Test func aWindowThatEndsWithTheFirstSecondAfterAsOfIsOpen() {
    let rows = [LogRow.at("2026-03-02", "00:00:00"), .at("2026-03-01", "23:59:59", customer: 2)]
    let issues = issues(rows, asOf: "2026-03-08")
    #expect(counts(issues.any, "2026-03-02") == [0, 0, 1, 0, 0])
    #expect(counts(issues.any, "2026-03-01") == [1, 0, 0, 0, 0])
  }

  @Test func contactsAfterAsOfFailNothing() {
    let rows = [LogRow.at("2026-03-02"), .at("2026-03-04")]
    #expect(counts(issues(rows, asOf: "2026-03-03").any, "2026-03-02") == [0, 0, 1, 0, 0])
    #expect(counts(issues(rows, asOf: "2026-03-04").any, "2026-03-02") == [0, 1, 0, 0, 0])
    #expect(issues(rows, asOf: "2026-03-03").any[.day("2026-03-04")].isEmpty)
  }

  @Test(arguments: [("2026-01-07", 1), ("2026-01-08", 0)])
  func issuesOfTheFirstDaysAreWashIn(_ day: String, _ washIn: Int) {
    // One is failed by the next, which would make it unresolved.
    let issues = issues([.at(day), .at(day, "10:00:00")])
    #expect(counts(issues.any, day) == [0, 1 - washIn, 0, washIn, 0])
  }

  @Test func aWindowOfNoDaysResolvesEveryContactButTheSameSecond() {
    let rows = [LogRow.at("2026-03-02"), .at("2026-03-02"), .at("2026-03-02", "09:00:01")]
    #expect(counts(issues(rows, windowDays: 0).any, "2026-03-02") == [2, 0, 0, 0, 0])
  }

  @Test func aNumberWithMoreContactsThanACustomerHasIsLeftOut() {
    // Three contacts in one window, its last second among them.
    let rows = [
      LogRow.at("2026-03-02"), .at("2026-03-05"), .at("2026-03-09"), .at("2026-05-01"),
    ]
    let shared = issues(rows, maximumContacts: 2)
    #expect((shared.shared, shared.sharedContacts) == (1, 4))
    #expect(shared.any[.day("2026-05-01")].isEmpty)
    let known = issues(rows, maximumContacts: 3)
    #expect((known.shared, known.sharedContacts) == (0, 0))
    #expect(counts(known.any, "2026-03-02") == [0, 1, 0, 0, 0])
    let later = issues(
      rows.map { $0.day == .day("2026-03-09") ? $0.with(\.second, 32_401) : $0 },
      maximumContacts: 2)
    #expect(later.shared == 0)
  }

  @Test func legsOfOneContactFailNothing() {
    let rows = [
      LogRow.at("2026-03-02", contact: 5), .at("2026-03-02", "09:20:00", contact: 5),
      .at("2026-03-02", "08:59:00", contact: 5).with(\.outcome, .abandoned),
    ]
    // The abandoned leg is a leg of the answered contact: no retry.
    #expect(counts(issues(rows).any, "2026-03-02") == [1, 0, 0, 0, 0])
    let apart = rows.map { $0.with(\.contact, 0) }
    #expect(counts(issues(apart).any, "2026-03-02") == [0, 1, 0, 0, 1])
  }

  @Test(arguments: [
    ("2026-03-02", "08:59:59", 1), ("2026-02-23", "09:00:00", 1), ("2026-02-23", "08:59:59", 0),
    ("2026-03-02", "09:00:00", 0), ("2026-03-02", "09:00:01", 0),
  ])
  func anIssueAfterAnAbandonedContactIsARetry(_ day: String, _ time: String, _ retries: Int) {
    let rows = [LogRow.at("2026-03-02"), .at(day, time).with(\.outcome, .abandoned)]
    #expect(counts(issues(rows).any, "2026-03-02") == [1, 0, 0, 0, retries])
    let ofAnother = rows.map { $0.outcome == .abandoned ? $0.with(\.customer, 2) : $0 }
    #expect(counts(issues(ofAnother).any, "2026-03-02") == [1, 0, 0, 0, 0])
  }

  @Test func contactsForAnotherReasonFailNothingWhereReasonsAreMatched() {
    let rows = [
      LogRow.at("2026-03-02").with(\.reason, 1), .at("2026-03-03").with(\.reason, 2),
      .at("2026-03-04").with(\.reason, 2), .at("2026-03-05"),
    ]
    let issues = issues(rows)
    #expect(counts(issues.any, "2026-03-02") == [0, 1, 0, 0, 0])
    #expect(counts(issues.sameReason, "2026-03-02") == [1, 0, 0, 0, 0])
    #expect(counts(issues.sameReason, "2026-03-03") == [0, 1, 0, 0, 0])
    // The row at the start has none either.
    #expect(issues.withoutReason == 2)
  }

  @Test func unknownCustomersAreCountedByContact() {
    let rows = [
      LogRow.at("2026-03-02", customer: 0), .at("2026-03-02", customer: 0, contact: 4),
      .at("2026-03-02", "10:00:00", customer: 0, contact: 4),
      .at("2026-03-02", customer: 0, contact: 6).with(\.outcome, .abandoned),
    ]
    #expect(issues(rows).blank == 2)
    // Without a column of customers nothing is kept that could tell legs apart.
    #expect(issues(rows, identifiesCustomers: false).blank == 3)
    #expect(issues(rows).any[.day("2026-03-02")].isEmpty)
  }

  @Test func flagsCountContactsAndTheLastLegDecides() {
    let rows = [
      LogRow.at("2026-03-02", contact: 5).with(\.resolved, false),
      .at("2026-03-03", contact: 5).with(\.resolved, true),
      .at("2026-03-04", contact: 5),
      // Two answers in one second: the bad one.
      .at("2026-03-02", customer: 0, contact: 6).with(\.resolved, true),
      .at("2026-03-02", customer: 0, contact: 6).with(\.resolved, false),
      .at("2026-03-02", customer: 0).with(\.resolved, true),
      .at("2026-03-02", customer: 0).with(\.resolved, true).with(\.outcome, .abandoned),
    ]
    for identifiesCustomers in [true, false] {
      let issues = issues(rows, identifiesCustomers: identifiesCustomers)
      #expect(counts(issues.flagged, "2026-03-02") == [2, 1, 0, 0, 0])
      #expect(issues.flagged[.day("2026-03-03")].isEmpty)
    }
    #expect(counts(issues(rows, asOf: "2026-03-02").flagged, "2026-03-02") == [1, 2, 0, 0, 0])
  }

  /// A day of 25 hours: its repeated hour lies between the two contacts.
  @Test func windowsRunOnElapsedTime() {
    var (tally, types) = (ResolutionTally(), [String]())
    let rows = [
      Self.start, LogRow.at("2026-10-20", "01:30:00"),
      .at("2026-10-27", "00:30:00"), .at("2026-11-20", customer: 3),
    ]
    tally.add(ContactBatch(rows, types: &types))
    let back = CivilDate.day("2026-10-25")
    var watch = IssueWatch(asOf: .day("2026-12-31"))
    #expect(tally.issues(watch).any[.day("2026-10-20")].unresolved == 1)
    watch.instant = { day, second, isSecondPass in
      let wall = Int(day) * 86_400 + Int(second)
      let change = Int(back.daysSinceEpoch) * 86_400 + 2 * 3600
      return wall >= change || isSecondPass ? wall + 7200 : wall
    }
    #expect(tally.issues(watch).any[.day("2026-10-20")].resolved == 1)
    #expect(tally.issues(watch).any[.day("2026-10-27")].resolved == 1)
  }

  /// In Europe's autumn seven days take an hour more than on the wall clock.
  @Test(arguments: [("00:30:00", 0), ("00:30:01", 1)])
  func windowsRunOnTheClockOfTheZone(_ time: String, _ resolved: Int) throws {
    var (tally, types) = (ResolutionTally(), [String]())
    let rows = [
      Self.start, LogRow.at("2026-10-20", "01:30:00"), .at("2026-10-27", time),
    ]
    tally.add(ContactBatch(rows, types: &types))
    // 2026-10-25 at 01:00 of universal time.
    let change = Int(CivilDate.day("2026-10-25").daysSinceEpoch) * 86_400 + 3600
    let zone = CivilZone(name: "Europe/Berlin", offset: 7200, changes: [(change, 3600)])
    let asOf = CivilDate.day("2026-12-31")
    let inZone = tally.issues(IssueWatch(ResolutionTargets(), zone: zone, asOf: asOf))
    #expect(inZone.any[.day("2026-10-20")].resolved == resolved)
    let onTheWall = tally.issues(IssueWatch(ResolutionTargets(), zone: nil, asOf: asOf))
    #expect(onTheWall.any[.day("2026-10-20")].resolved == 0)
  }

  @Test func theSecondPassOfAnHourIsLater() {
    var (tally, types) = (ResolutionTally(), [String]())
    let first = LogRow.at("2026-10-25", "02:30:00")
    tally.add(
      ContactBatch(
        [
          Self.start, first.with(\.isSecondPass, true).with(\.resolved, false).with(\.contact, 7),
          first.with(\.second, first.second + 60).with(\.resolved, true).with(\.contact, 7),
        ], types: &types))
    var watch = IssueWatch(asOf: .day("2026-12-31"))
    watch.instant = { day, second, isSecondPass in
      Int(day) * 86_400 + Int(second) + (isSecondPass ? 3600 : 0)
    }
    #expect(tally.issues(watch).flagged[.day("2026-10-25")].unresolved == 1)
  }
}
