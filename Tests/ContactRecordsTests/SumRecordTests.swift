import Basics
import ContactRecords
import TestSupport
import Testing

@Suite struct SumRecordTests {
  private static let header =
    "sum,site,queue,channel,start,end,interval_minutes,name,detail,count,waits,handle_seconds,"
    + "resolved,unresolved,retries,with_value,amount,part\n"

  private func read(_ rows: String) throws -> ReadRows<SumRecord> {
    try ReadRows(.sums, SumRecordTests.header + rows)
  }

  @Test func contactsKeepEachWait() throws {
    let rows = try read(
      "contacts,Dallas,A,voice,2026-03-02T09:30,,30,answered,,8,3*4 7.5 12*2,812.25,,,,,,"
        + "00000000000000ff\n")
    #expect(rows.rejects.isEmpty)
    let row = try #require(rows.records.first)
    #expect(row.sum == .contacts && row.site == "Dallas" && row.intervalMinutes == 30)
    #expect(row.start?.secondOfDay == 34_200 && row.name == "answered" && row.count == 8)
    #expect(
      row.waits == [
        .init(milliseconds: 3000, contacts: 4), .init(milliseconds: 7500, contacts: 1),
        .init(milliseconds: 12_000, contacts: 2),
      ])
    #expect(row.handleMilliseconds == 812_250 && row.part == 255)
  }

  @Test func whatIsNotThereIsUnknownOrNone() throws {
    let row = try #require(
      try read("contacts,,,,2026-03-02T09:30:07,,,open,,2,,,,,,,,\n").records.first)
    #expect(row.intervalMinutes == nil && row.handleMilliseconds == -1 && row.part == nil)
    #expect(row.waits.isEmpty && row.start?.secondOfDay == 34_207 && row.amount == FixedPoint(0))
  }

  @Test(arguments: [
    (",,,,2026-03-02,,,answered,,1,,,,,,,,", "2:1: sum is absent"),
    ("contacts,,,,,,,answered,,1,,,,,,,,", "2:13: start is absent"),
    (
      "contacts,,,,2026-03-02,,,anwsered,,1,,,,,,,,",
      "2:26: name: \"anwsered\" is unknown; did you mean \"answered\"?"
    ),
    (
      "issues,,,,2026-03-02,,,some,,1,,,,,,,,",
      "2:24: name: \"some\" is unknown; known are any, reason, flag, span"
    ),
    (
      "contacts,,,,2026-03-02,,,answered,,1,3*,,,,,,,",
      "2:38: waits: \"3*\" is not a number"
    ),
    (
      "contacts,,,,2026-03-02,,,answered,,1,3  4,,,,,,,",
      "2:38: waits: \"3  4\" is not a list of waits (3*4 7.5 12*2)"
    ),
    (
      "contacts,,,,2026-03-02,,,answered,,1,3*2,,,,,,,",
      "2:38: waits: \"3*2\" is more waits than contacts"
    ),
    (
      "contacts,,,,2026-03-02,,,answered,,9007199254740992,999999999*9007199254740992,,,,,,,",
      "2:53: waits: \"999999999*9007199254740992\" is a count beyond 2^53"
    ),
    (
      "contacts,,,,2026-03-02,,,answered,,1,,,,,,,,ff",
      "2:45: part: \"ff\" is not a part of a roll-up"
    ),
    ("contacts,,,,2026-03-02,,,answered,,,,,,,,,,", "2:36: count is absent"),
    (
      "contacts,,,,2026-03-02,,,answered,,0,,,,,,,,",
      "2:36: count: \"0\" is a count that the rest of its row contradicts"
    ),
    (
      "issues,,,,2026-03-02,,,any,w,1,,,1,0,2,,,",
      "2:30: count: \"1\" is a count that the rest of its row contradicts"
    ),
    ("issues,,,,2026-03-02,,,any,,1,,,1,0,0,,,", "2:28: detail is absent"),
    (
      "rows,,,,,,,contacts,lost,1,,,,,,,,",
      "2:26: count: \"1\" is a count that the rest of its row contradicts"
    ),
    (
      "contacts,,,,2026-03-02,,0,answered,,1,,,,,,,,",
      "2:25: interval_minutes: \"0\" is not between 1 and 1440"
    ),
  ])
  func whatCannotBeReadIsRejected(_ row: String, _ reason: String) throws {
    let rows = try read(row + "\n")
    #expect(rows.records.isEmpty)
    #expect(rows.rejects == [reason])
  }
}
