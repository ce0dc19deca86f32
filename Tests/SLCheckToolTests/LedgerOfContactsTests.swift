import Foundation
import TestSupport
import Testing

@testable import SLCheckTool

@Suite struct LedgerOfContactsTests {
  /// Contacts of an export without customers have a table of their own, and so have the places of
  /// rows that could not be read.
  @Test func contactsWithoutCustomersAreKept() throws {
    let scratch = try ScratchFolder()
    let file = try scratch.write(
      "contacts.csv",
      """
      contact_id,started_at,queue,outcome,wait_seconds
      a,2026-03-02 09:00,A,answered,5
      b,2026-03-02 09:40,A,abandoned,50
      c,2026-03-02 10:10,A,lost,5

      """)
    let ledger = ["--ledger", scratch.path("ledger"), "--update"]
    var reports: [[String: JSONTree]] = []
    for options in [[], ledger] {
      let path = scratch.path("report.json")
      let status = Tool.run(
        ["--max-rejects", "1", "-q", "--format", "json", "-o", path, file] + options)
      #expect(status == 0)
      reports.append(try LedgerTests.figures(path))
    }
    #expect(reports[0] == reports[1])
  }
}
