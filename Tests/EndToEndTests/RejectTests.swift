import TestSupport
import Testing

/// Rows that cannot be read are named, counted, listed, and limited.
@Suite struct RejectTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let good = Export.halfHours(from: "2026-03-02", days: 2)

  /// One good row whose field of a column holds other text.
  private static func row(_ index: Int, _ field: Int, _ text: String) -> String {
    var fields = good[index].split(separator: ",", omittingEmptySubsequences: false).map {
      String($0)
    }
    fields[field] = text
    return fields.joined(separator: ",")
  }

  @Test(arguments: [
    (0, "yesterday", "1", "interval_start: \"yesterday\" is not a time"),
    (0, "2026-02-30 08:00", "1", "a day or a time that does not exist"),
    (0, "", "1", "interval_start is absent"),
    (4, "-1", "33", "offered: \"-1\" is a negative count"),
    (4, "1.5", "33", "offered: \"1.5\" is not a whole number"),
    (4, "9007199254740993", "33", "a count beyond 2^53"),
    (5, "x\u{1B}[2J", "36", "answered: \"x<U+001B>[2J\" is not a number"),
    (8, "1:99:99:1", "43", "wait_seconds"),
    (9, "1,2", "1", "found 11 fields, expected 10"),
    (3, "\"a\"b", "30", "text after a closing quote"),
    (2, "\u{1F}", "19", "control character"),
  ])
  func rejectHasItsPlaceAndReason(
    _ field: Int, _ text: String, _ column: String, _ reason: String
  ) throws {
    var rows = RejectTests.good
    rows[2] = RejectTests.row(2, field, text)
    try scratch.write("data.csv", Export.file(rows))
    let run = try ToolRun(["data.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(run.output == "")
    let line = try #require(run.errorLines.first)
    #expect(line.contains(reason), "\(line)")
    #expect(line.hasPrefix("data.csv:4:\(column): "), "\(line)")
    #expect(!run.errors.contains("\u{1B}"))
    #expect(run.errorLines.last?.contains("1 of 8 rows were rejected") == true)

    let allowed = try CheckedRun(["data.csv", "--max-rejects", "1"], in: scratch.path)
    #expect(allowed.json.at("inputs.0.rows.rejected")?.integer == 1)
    #expect(allowed.json.at("inputs.0.rejects.0.line")?.integer == 4)
    #expect(allowed.json.at("inputs.0.rejects.0.column")?.integer == Int(column))
  }

  @Test func tenOfAKindAreNamedAndTheRestCounted() throws {
    var rows = Export.halfHours(from: "2026-03-02", days: 10)
    for index in 0..<13 { rows[index] = "2026-03-02 08:00,,Billing,voice,none,1,1,1,1,1" }
    for index in 13..<15 { rows[index] = "never,,Billing,voice,1,1,1,1,1,1" }
    try scratch.write("data.csv", Export.file(rows))
    let run = try CheckedRun(["data.csv", "--max-rejects", "15"], in: scratch.path)
    let lines = run.run.errorLines
    #expect(lines.count == 13)
    #expect(lines.filter { $0.contains("offered: \"none\" is not a number") }.count == 10)
    #expect(lines.filter { $0.contains("interval_start: \"never\"") }.count == 2)
    #expect(lines.last == "and 3 more: offered is not a number")
    #expect(run.json.at("inputs.0.rows.rejected")?.integer == 15)
    #expect(run.json.at("inputs.0.rejects")?.elements.count == 10)
  }

  @Test(arguments: [
    ("0", false), ("1", false), ("2", true), ("3", true), ("4.99%", false), ("5%", true),
    ("100%", true), ("0%", false),
  ])
  func limitIsExact(_ limit: String, _ passes: Bool) throws {
    var rows = Export.halfHours(from: "2026-03-02", days: 10)
    for index in [3, 30] { rows[index] = "never,,Billing,voice,1,1,1,1,1,1" }
    try scratch.write("data.csv", Export.file(rows))
    let run = try ToolRun(["data.csv", "--max-rejects", limit], in: scratch.path)
    #expect(run.status == (passes ? 0 : 65))
    #expect(run.output.isEmpty == !passes)
    if !passes {
      #expect(
        run.errorLines.last
          == "slcheck: 2 of 40 rows were rejected, more than --max-rejects \(limit) allows; "
          + "there is no verdict")
    }
  }

  @Test func limitHoldsOverAllFiles() throws {
    let bad = "never,,Billing,voice,1,1,1,1,1,1"
    try scratch.write("a.csv", Export.file(RejectTests.good + [bad]))
    try scratch.write("b.csv", Export.file(RejectTests.good + [bad]))
    #expect(try ToolRun(["a.csv", "b.csv", "--max-rejects", "1"], in: scratch.path).status == 65)
    let run = try CheckedRun(["a.csv", "b.csv", "--max-rejects", "2"], in: scratch.path)
    #expect(run.run.errorLines.map { $0.prefix(8) } == ["a.csv:10", "b.csv:10"])
  }

  /// The list holds every record as it stands in the file, its quotes doubled and formulas
  /// defused, whatever the status.
  @Test(arguments: ["0", "100"]) func listHoldsEveryRecordVerbatim(_ limit: String) throws {
    let records = [
      "never,\"Dallas, TX\",\"Bil\"\"ling\",voice,1,1,1,1,1,1",
      "=cmd|'/C calc'!A0,,Billing,voice,1,1,1,1,1,1",
      "2026-03-04 08:00,,Billing,voice,many,1,1,1,1,1",
      "2026-03-04 08:30,,\"Bill\"ing,voice,1,1,1,1,1,1",
      "short",
    ]
    try scratch.write("data.csv", Export.file(RejectTests.good + records))
    let run = try ToolRun(
      ["data.csv", "--rejects", "bad.csv", "--max-rejects", limit], in: scratch.path)
    #expect(run.status == (limit == "0" ? 65 : 0))
    let expected = [
      "file,line,column,reason,record",
      "\"data.csv\",10,1,\"interval_start: \"\"never\"\" is not a time (YYYY-MM-DD HH:MM:SS)\","
        + "\"never,\"\"Dallas, TX\"\",\"\"Bil\"\"\"\"ling\"\",voice,1,1,1,1,1,1\"",
      "\"data.csv\",11,1,\"interval_start: \"\"=cmd|'/C calc'!A0\"\" is not a time "
        + "(YYYY-MM-DD HH:MM:SS)\",\"'=cmd|'/C calc'!A0,,Billing,voice,1,1,1,1,1,1\"",
      "\"data.csv\",12,33,\"offered: \"\"many\"\" is not a number\","
        + "\"2026-03-04 08:00,,Billing,voice,many,1,1,1,1,1\"",
      "\"data.csv\",13,25,\"text after a closing quote\","
        + "\"2026-03-04 08:30,,\"\"Bill\"\"ing,voice,1,1,1,1,1,1\"",
      "\"data.csv\",14,1,\"found 1 fields, expected 10\",\"short\"",
    ]
    #expect(try scratch.text("bad.csv").split(separator: "\n").map { String($0) } == expected)
    #expect(try scratch.names == ["bad.csv", "data.csv"])
  }

  @Test func listOfNoRejectsHasAHeaderAlone() throws {
    try scratch.write("data.csv", Export.file(RejectTests.good))
    #expect(
      try ToolRun(["data.csv", "--rejects", "bad.csv"], in: scratch.path).status == 0)
    #expect(try scratch.text("bad.csv") == "file,line,column,reason,record\n")
  }

  @Test func listThatCannotBeWrittenFailsTheRun() throws {
    try scratch.write("data.csv", Export.file(RejectTests.good))
    let run = try ToolRun(["data.csv", "--rejects", "nowhere/bad.csv"], in: scratch.path)
    #expect(run.status == 73)
    #expect(run.output == "")
    #expect(run.errors.contains("nowhere/bad.csv"))
  }

  /// A stray quote costs its own line and nothing else.
  @Test func strayQuoteSwallowsOneLine() throws {
    var rows = RejectTests.good
    rows[1] = RejectTests.row(1, 2, "\"Billing")
    try scratch.write("data.csv", Export.file(rows))
    let run = try CheckedRun(["data.csv", "--max-rejects", "1"], in: scratch.path)
    #expect(run.json.at("inputs.0.rows.accepted")?.integer == 7)
    #expect(run.json.at("inputs.0.rows.rejected")?.integer == 1)
    #expect(run.run.errorLines.first?.hasPrefix("data.csv:3:19: a quote is not closed") == true)
  }

  @Test func contradictionsAreCountedAndRejectedOnRequest() throws {
    let rows = RejectTests.good + ["2026-03-03 10:00,,Billing,voice,5,6,0,7,0,0"]
    try scratch.write("data.csv", Export.file(rows))
    let usual = try CheckedRun(["data.csv"], in: scratch.path)
    #expect(usual.json.at("inputs.0.suspect")?.integer == 1)
    let strict = try ToolRun(["data.csv", "--strict-counts"], in: scratch.path)
    #expect(strict.status == 65)
    #expect(strict.errorLines.first == "data.csv:10:1: the counts contradict each other")
  }

  @Test func blankLinesAreIgnoredAndCounted() throws {
    let text = Export.file(RejectTests.good).replacing("\n2026-03-03", with: "\n\n2026-03-03")
    try scratch.write("data.csv", text)
    let run = try CheckedRun(["data.csv"], in: scratch.path)
    #expect(run.json.at("inputs.0.rows.read")?.integer == 12)
    #expect(run.json.at("inputs.0.rows.ignored")?.integer == 4)
  }
}
