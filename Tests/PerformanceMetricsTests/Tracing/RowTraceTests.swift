import Basics
import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

/// Of a second reading only what was asked for is kept, and only that counts against the limit.
@Suite struct RowTraceTests {
  private func trace(
    limit: Int, takes: @escaping @Sendable (RecordKey, CivilDate, String?) -> Bool
  ) throws -> RowTrace {
    let rows = (10..<40).map { number in
      "2026-03-02 09:\(number),answered,5,\(number % 3 == 0 ? "Rare" : "Busy"),"
        + (number % 5 == 0 ? "Sale" : "")
    }
    let day = CivilDate.day("2026-03-02")
    let text =
      "started_at,outcome,wait_seconds,queue,transaction_type\n"
      + rows.map { $0 + "\n" }.joined()
    return try CenterReading().tally(
      contacts: [text],
      trace: RowTrace(
        kinds: [.contacts], days: day...day, asOf: day, limit: limit, takesContact: takes)
    ).trace!
  }

  @Test func contactsOfOtherKeysAndTypesAreNotKept() throws {
    let rare = try trace(limit: 10) { key, _, _ in key.queue == "Rare" }
    #expect(rare.rows.count == 10 && !rare.isOverfull)
    let sales = try trace(limit: 6) { _, _, type in type == "Sale" }
    #expect(sales.rows.count == 6 && !sales.isOverfull)
    #expect(sales.rows.map(\.place) == [2, 7, 12, 17, 22, 27])
    let busy = try trace(limit: 10) { key, _, _ in key.queue == "Busy" }
    #expect(busy.rows.count == 10 && busy.isOverfull)
  }
}
