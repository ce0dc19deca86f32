import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

/// Each leg of a contact counts once, and a contradiction is settled as the policy says.
@Suite struct ContactSieveTests {
  private let header = "started_at,outcome,wait_seconds,contact_id,queue\n"

  private func read(
    _ rows: [String], _ policy: ConflictPolicy = .error
  ) throws -> (tally: CenterTally, sums: ContactSums) {
    var reading = CenterReading()
    reading.policy = policy
    let tally = try reading.tally(contacts: [header + rows.map { $0 + "\n" }.joined()])
    let metrics = try CenterMetrics(tally)
    var sums = ContactSums()
    for service in metrics.services {
      guard let records = service.records else { continue }
      sums.merge(records.judged.figures(records.judged.start...records.judged.end).sums)
    }
    return (tally, sums)
  }

  @Test func equalRowsOfOneLegAreTakenOnce() throws {
    let row = "2026-03-02 09:00,answered,5,c1,a"
    let (tally, sums) = try read([row, row, "2026-03-02 09:00, Answered ,5.0,c1,a"])
    #expect(tally.sieve.accounts.sources[0].accepted == 1)
    #expect(tally.sieve.accounts.sources[0].repeated == 2)
    #expect(sums.offered == 1 && sums.waitMilliseconds == 5000)
  }

  @Test func rowsWithoutAnIdentifierCountEachTime() throws {
    let (tally, sums) = try read(
      Array(repeating: "2026-03-02 09:00,answered,5,,a", count: 3))
    #expect(tally.sieve.accounts.sources[0].accepted == 3)
    #expect(sums.offered == 3)
  }

  @Test func legsOfOneContactAllCount() throws {
    let (tally, sums) = try read([
      "2026-03-02 09:00,answered,5,c1,a", "2026-03-02 09:00,answered,5,c1,b",
      "2026-03-02 09:00:01,answered,6,c1,a",
    ])
    #expect(tally.sieve.accounts.sources[0].accepted == 3)
    #expect(tally.sieve.accounts.conflictCount == 0)
    #expect(sums.offered == 3)
  }

  @Test(
    arguments: [
      (.error, 1, 2, 1, 5000), (.first, 1, 2, 1, 5000), (.last, 1, 2, 1, 7000),
      (.sum, 3, 0, 1, 18_000),
    ] as [(ConflictPolicy, Int, Int, Int, Int)])
  func otherValuesOfOneLegAreAConflict(
    _ policy: ConflictPolicy, _ accepted: Int, _ dropped: Int, _ repeated: Int, _ wait: Int
  ) throws {
    let (tally, sums) = try read(
      [5, 6, 7, 6].map { "2026-03-02 09:00,answered,\($0),c1,a" }, policy)
    let account = tally.sieve.accounts.sources[0]
    #expect(account.accepted == accepted)
    #expect(account.dropped == dropped)
    #expect(account.repeated == repeated)
    #expect(sums.waitMilliseconds == wait)
    #expect(tally.sieve.accounts.conflictCount == 2)
    #expect(tally.sieve.accounts.conflicts[0].later == 3)
    #expect(tally.sieve.accounts.conflicts[0].earlier == 2)
  }

  @Test func aRepeatInAnotherFileIsTheSame() throws {
    let text = header + "2026-03-02 09:00,answered,5,c1,a\n"
    let tally = try CenterReading().tally(contacts: [text, text])
    #expect(tally.sieve.accounts.sources.map(\.accepted) == [1, 0])
    #expect(tally.sieve.accounts.sources.map(\.repeated) == [0, 1])
  }

  @Test func afterAsOfNothingConflicts() throws {
    var reading = CenterReading()
    reading.metrics.asOf = .day("2026-03-01")
    let tally = try reading.tally(contacts: [
      header + "2026-03-02 09:00,answered,5,c1,a\n2026-03-02 09:00,answered,6,c1,a\n"
        + "2026-03-01 09:00,answered,6,c2,a\n"
    ])
    #expect(tally.sieve.accounts.conflictCount == 0)
    #expect(tally.sieve.accounts.sources[0].dropped == 1)
  }
}
