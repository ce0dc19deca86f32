import TestSupport
import Testing

/// Files whose table is not where it should be, or not whole.
@Suite struct WrongTableTests {
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

  /// Exports of twenty rows are too short to say that a column is wrong; three of them are not.
  @Test func shortFilesAreWeighedTogether() throws {
    let header = "interval_start,offered,answered,abandoned,answered_within\n"
    let names = (1...3).map { "m\($0).csv" }
    for (index, name) in names.enumerated() {
      let rows = (0..<20).map {
        "2026-0\(index + 1)-\($0 < 9 ? "0" : "")\($0 + 1)T09:00,10,9,10,8\n"
      }
      try scratch.write(name, header + rows.joined())
    }
    let one = try ToolRun(["m1.csv"], in: scratch.path)
    #expect(one.status == 0)
    let all = try ToolRun(names, in: scratch.path)
    #expect(all.status == 65)
    #expect(
      all.errors.contains(
        "abandoned equals offered in 60 of 60 rows with contacts in this and 2 more"))
    let accepted = try ToolRun(["--accept-implausible", "abandoned"] + names, in: scratch.path)
    #expect(accepted.status == 0)
  }

  /// What is blank in most rows is weighed by those that have it.
  @Test func sparseColumnsAreWeighedByWhatTheyHold() throws {
    let rows = (0..<96).map { index in
      let hour = index % 24
      return "2026-03-0\(index / 24 + 1)T\(hour < 10 ? "0" : "")\(hour):00,10,9,1,8,"
        + (index % 3 == 0 ? "2" : "") + "\n"
    }
    try scratch.write(
      "data.csv",
      "interval_start,offered,answered,abandoned,answered_within,short_abandoned\n"
        + rows.joined())
    let run = try ToolRun(["data.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(run.errors.contains("short_abandoned is more than abandoned in 32 of 32 rows"))
  }

  /// A customer's number in the column of another value is not said either.
  @Test func reasonsNameNoCustomer() throws {
    try scratch.write(
      "data.csv",
      "started_at,outcome,customer_id\n2026-03-02T09:00,answered,1\n"
        + "2026-03-02T09:01,+15551234567,+15551234567\n")
    let run = try ToolRun(
      ["data.csv", "--max-rejects", "1", "--rejects", "r.csv", "--format", "json"],
      in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    let listed = String(decoding: try scratch.bytes("r.csv"), as: UTF8.self)
    for text in [run.errors, run.output] {
      #expect(!text.contains("5551234567"))
      #expect(text.contains("***"))
    }
    #expect(listed.contains("***"))
  }

  /// The end of an interval tells a day's row from an interval's, and refuses a week's.
  @Test func endsOfIntervalsTellTheirLength() throws {
    let header = "Interval Start,Interval End,Queue Name,Offer,Answer,Abandon,Over SLA\n"
    let halves = (0..<3).map { index in
      "2026-03-02 0\(8 + index / 2):\(index % 2 == 0 ? "00" : "30"):00,"
        + "2026-03-02 0\(8 + (index + 1) / 2):\(index % 2 == 0 ? "30" : "00"):00,A,10,9,1,1\n"
    }
    let day = "2026-03-02 00:00:00,2026-03-03 00:00:00,A,40,36,4,4\n"
    let week = "2026-03-02 00:00:00,2026-03-09 00:00:00,A,40,36,4,4\n"
    try scratch.write("day.csv", header + halves.joined() + day)
    let both = try CheckedRun(["day.csv"], in: scratch.path)
    #expect(both.json.at("services.0.total.offered")?.integer == 30)
    #expect(both.json["setAside"]?.elements.count == 1)
    try scratch.write("week.csv", header + halves.joined() + week)
    let refused = try ToolRun(["week.csv"], in: scratch.path)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("week.csv:5:21: an interval of 10080 minutes"))
    try scratch.write("back.csv", header + "2026-03-02 09:00,2026-03-02 08:30,A,1,1,0,0\n")
    let back = try ToolRun(["back.csv"], in: scratch.path)
    #expect(back.errors.contains("Interval End: \"2026-03-02 08:30\" is not after the start"))
    // Over the change of a clock the wall says another length.
    try scratch.write(
      "change.csv", header + "2026-03-08 01:30,2026-03-08 03:00,A,1,1,0,0\n")
    let change = try CheckedRun(
      ["change.csv", "--time-zone", "America/Chicago"], in: scratch.path)
    #expect(change.json.at("services.0.total.offered")?.integer == 1)
  }

  /// An order that no date tells keeps nobody from reading the header, and is named with both days.
  @Test func undecidedDatesAreNamedAndTheHeaderIsShown() throws {
    try scratch.write(
      "data.csv", Self.header + "3/2/2026 09:00,A,9,9,0,9,90\n")
    let run = try ToolRun(["inspect", "data.csv", "--format", "json"], in: scratch.path)
    #expect(run.status == 65)
    let file = try #require(try JSONTree(run.outputBytes).at("files.0"))
    #expect(file.at("header.kind")?.text == "intervals")
    #expect(file.at("header.columns")?.elements.count == 7)
    #expect(file["rows"] == .null)
    #expect(file.at("problems.0")?.text?.contains("is 3 February or 2 March") == true)
    try scratch.write(
      "cms.csv",
      "ROW_DATE,STARTTIME,INTRVL,SPLIT,CALLSOFFERED,ACDCALLS,ABNCALLS,ACCEPTABLE\n"
        + "3/2/2026,800,30,1,9,9,0,9\n")
    let cms = try ToolRun(["cms.csv"], in: scratch.path)
    #expect(cms.status == 65)
    #expect(cms.errors.contains("is 3 February or 2 March"), "\(cms.errors)")
  }

  /// Rotation cuts the first line of a log; others write events of their own into it.
  @Test func logsOfQueuesMayHaveAForeignLine() throws {
    try scratch.write(
      "log.txt",
      "39|c0|sales|a|COMPLETE\n1772442000|c1|sales|NONE|ENTERQUEUE||100|1\n"
        + "1772442002|c1|sales|NONE|MY_EVENT|x\n1772442005|c1|sales|a|CONNECT|5|b|3\n"
        + "1772442105|c1|sales|a|COMPLETECALLER|5|100|1\n")
    let run = try CheckedRun(["log.txt", "--max-rejects", "1"], in: scratch.path)
    #expect(run.json.at("inputs.0.profile")?.text == "asterisk-queue-log")
    #expect(run.json.at("services.0.total.answered")?.integer == 1)
  }
}
