import TestSupport
import Testing

/// Outputs that would harm, and lines that are no records.
@Suite struct CollisionTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write("data.csv", Export.file(Export.halfHours(from: "2026-03-02", days: 3)))
  }

  @Test func linkToNothingIsFollowed() throws {
    try scratch.link("link", to: "target")
    #expect(try ToolRun(["data.csv", "-o", "link"], in: scratch.path).status == 0)
    #expect(scratch.isLink("link"))
    #expect(try scratch.text("target").hasPrefix("Metrics and"))
  }

  /// records.md: repeated headers and totals rows are left out and counted as ignored.
  @Test func repeatedHeadersAndTotalsAreIgnored() throws {
    let row = Export.row("2026-03-02 08:00")
    try scratch.write("two.csv", Export.file([row, Export.header, "Total,,,,10,9,1,8,63,1800"]))
    let run = try CheckedRun(["two.csv"], in: scratch.path)
    #expect(run.json.at("inputs.0.rows.ignored")?.integer == 2)
  }

  /// What is said to nobody must not land in the list of rejects.
  @Test func closedStandardErrorLeavesTheListAlone() throws {
    try scratch.write("bad.csv", Export.file([Export.row("2026-03-02 08:00"), "never"]))
    let tool = try ToolRun.path(ofProgram: "slcheck")
    _ = try ToolRun(
      ["-c", "\"$0\" bad.csv --rejects list.csv --max-rejects 1 2>&-", tool], program: "/bin/sh",
      in: scratch.path)
    #expect(try scratch.text("list.csv").hasPrefix("file,line,column,reason,record\n"))
  }

  /// Advice must help: no policy settles two interval lengths.
  @Test func lengthConflictDoesNotAdviseAPolicy() throws {
    try scratch.write(
      "lengths.csv",
      "interval_start,interval_minutes,offered,answered,answered_within\n"
        + "2026-03-02 08:00,30,5,5,5\n2026-03-02 08:00,60,5,5,5\n")
    let run = try ToolRun(["lengths.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(!run.errors.contains("--on-conflict"))
  }

  @Test func outputAndRejectsAreNotTheSameFile() throws {
    let run = try ToolRun(["data.csv", "-o", "same", "--rejects", "same"], in: scratch.path)
    #expect(run.status == 64)
    let over = try ToolRun(["data.csv", "-o", "data.csv"], in: scratch.path)
    #expect(over.status == 64)
    #expect(try scratch.text("data.csv").hasPrefix("interval_start"))
  }
}
