import TestSupport
import Testing

/// Files whose table is not where it should be, or not whole.
@Suite struct HeaderlessTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// What one delimiter cuts into empty fields is blank to another, and holds no header.
  @Test(arguments: ["\t", "\t\t\n\t\n", " \t\n", ";;\n", ",", "|\n|"])
  func separatorsAloneAreNoHeader(_ text: String) throws {
    try scratch.write("data.csv", text)
    let run = try ToolRun(["data.csv"], in: scratch.path)
    #expect(run.status == 65, "\(run.errors)")
    #expect(run.errors.hasPrefix("data.csv:1:1: "))
  }

  @Test func rowsThatStandForAHeaderNameNoCustomer() throws {
    try scratch.write("log.csv", "2026-03-02 09:00,+15551234567,jane@x.org,ok\n")
    for arguments in [["log.csv"], ["inspect", "log.csv", "--write-config", "start.json"]] {
      let run = try ToolRun(arguments, in: scratch.path)
      #expect(run.status == 65)
      for text in [run.errors, run.output] {
        #expect(!text.contains("5551234567") && !text.contains("jane"))
      }
    }
    let written = String(decoding: try scratch.bytes("start.json"), as: UTF8.self)
    #expect(!written.contains("5551234567") && !written.contains("jane"))
  }

  private static let header =
    "interval_start,queue,offered,answered,abandoned,answered_within,talk_seconds\n"

  /// Trailing columns that no row has are absent; where some rows have them, the others are short.
  @Test(arguments: [("2026-03-02T09:30,A,8,8,0,8", 0), ("2026-03-02T09:30,A,8,8,0,8,80", 1)])
  func trailingColumnsMayBeAbsentInAllRowsAlike(_ second: String, _ rejected: Int) throws {
    try scratch.write("data.csv", Self.header + "2026-03-02T09:00,A,9,9,0,9\n" + second + "\n")
    let run = try CheckedRun(["data.csv", "--max-rejects", "1"], in: scratch.path)
    #expect(run.json.at("inputs.0.rows.rejected")?.integer == rejected)
    #expect(run.json.at("inputs.0.rows.accepted")?.integer == 2 - rejected)
  }

  /// A spreadsheet leaves rows of empty cells; a queue may be called Total Care.
  @Test func emptyRowsAreBlankAndQueuesCalledTotalAreNoTotals() throws {
    try scratch.write(
      "data.csv",
      Self.header + ",,,,,,\n2026-03-02 9:00,A,9,9,0,9,90\n , ,,,,,\n"
        + "2026-02-30 9:00,Total Care,9,9,0,9,90\n,Total,9,9,0,9,90\n")
    let run = try CheckedRun(["data.csv", "--max-rejects", "1"], in: scratch.path)
    let rows = run.json.at("inputs.0.rows")
    #expect(rows?["accepted"]?.integer == 1)
    #expect(rows?["rejected"]?.integer == 1)
    #expect(rows?["ignored"]?.integer == 3)
    let notes = run.json.at("inputs.0.notes")?.elements.compactMap(\.text) ?? []
    #expect(notes.contains("ignored: 1 totals, 2 without any value"))
    #expect(run.json.at("inputs.0.first")?.text == "2026-03-02T09:00")
  }

  /// A wrong map of offered, of early and of short abandons is no result.
  @Test(arguments: [
    ("0,9,0,9,0,0", "answered is more than offered"),
    ("10,9,1,9,2,0", "abandoned_within is more than abandoned"),
    ("10,9,1,9,0,2", "short_abandoned is more than abandoned"),
  ])
  func countsOfNoCenterAreRefused(_ counts: String, _ says: String) throws {
    let rows = (0..<30).map { "2026-03-\($0 < 9 ? "0" : "")\($0 + 1)T09:00,\(counts)\n" }
    try scratch.write(
      "data.csv",
      "interval_start,offered,answered,abandoned,answered_within,abandoned_within,short_abandoned\n"
        + rows.joined())
    let run = try ToolRun(["data.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(run.errors.contains("\(says) in 30 of 30 rows"), "\(run.errors)")
  }

  /// A blank among outcomes says nothing of the contact, whatever it waited.
  @Test func aBlankOutcomeIsNotKnown() throws {
    try scratch.write(
      "data.csv",
      "started_at,outcome,wait_seconds\n2026-03-02T09:00,answered,5\n2026-03-02T09:01,,5\n"
        + "2026-03-02T09:02,N/A,5\n")
    let run = try CheckedRun(["data.csv"], in: scratch.path)
    #expect(run.json.at("services.0.total.answered")?.integer == 1)
    try scratch.write(
      "plain.csv", "started_at,wait_seconds\n2026-03-02T09:00,5\n2026-03-02T09:01,5\n")
    let plain = try CheckedRun(["plain.csv"], in: scratch.path)
    #expect(plain.json.at("services.0.total.answered")?.integer == 2)
  }

  @Test func configurationThatIsReadIsNotOverwritten() throws {
    try scratch.write("slcheck.json", "{}")
    try scratch.write("data.csv", Self.header + "2026-03-02T09:00,A,9,9,0,9,90\n")
    for arguments in [
      ["inspect", "data.csv", "--write-config", "slcheck.json"],
      ["data.csv", "--rejects", "slcheck.json"], ["data.csv", "-o", "slcheck.json"],
    ] {
      let run = try ToolRun(arguments, in: scratch.path)
      #expect(run.status == 64, "\(arguments)")
      #expect(run.errors.contains("would overwrite slcheck.json, which is read"))
    }
    #expect(String(decoding: try scratch.bytes("slcheck.json"), as: UTF8.self) == "{}")
  }
}
