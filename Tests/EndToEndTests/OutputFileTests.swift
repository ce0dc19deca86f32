import TestSupport
import Testing

/// A result goes to its file whole or not at all.
@Suite struct OutputFileTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write("data.csv", Export.file(Export.halfHours(from: "2026-03-02", days: 3)))
    try scratch.write("bad.csv", Export.file(["never,,,,1,1,1,1,1,1"]))
  }

  @Test(arguments: ["text", "json"]) func fileHoldsWhatWouldBePrinted(_ format: String) throws {
    let printed = try ToolRun(["data.csv", "--format", format], in: scratch.path)
    for arguments in [["-o", "new"], ["-onew"], ["--output=new"]] {
      let run = try ToolRun(["data.csv", "--format", format] + arguments, in: scratch.path)
      #expect(run.status == 0)
      #expect(run.output == "" && run.errors == "")
      #expect(try scratch.bytes("new") == printed.outputBytes)
    }
    #expect(try scratch.names == ["bad.csv", "data.csv", "new"])
  }

  @Test func oldFileSurvivesARunThatFails() throws {
    try scratch.write("old", "kept")
    for arguments in [["bad.csv"], ["missing.csv"], ["data.csv", "--as-of", "2025-01-01"]] {
      let run = try ToolRun(arguments + ["-o", "old"], in: scratch.path)
      #expect(run.status >= 64)
      #expect(try scratch.text("old") == "kept")
      #expect(try scratch.names == ["bad.csv", "data.csv", "old"])
    }
  }

  @Test func oldFileIsReplacedAndKeepsItsPermissions() throws {
    try scratch.write("old", String(repeating: "long ago ", count: 10_000))
    try scratch.setPermissions("old", 0o640)
    #expect(try ToolRun(["data.csv", "-o", "old"], in: scratch.path).status == 0)
    #expect(try scratch.text("old").hasPrefix("Metrics and"))
    #expect(try scratch.permissions("old") == 0o640)
  }

  @Test func linkIsFollowed() throws {
    try scratch.makeFolder("elsewhere")
    try scratch.write("elsewhere/target", "old")
    try scratch.link("link", to: "elsewhere/target")
    #expect(try ToolRun(["data.csv", "-o", "link"], in: scratch.path).status == 0)
    #expect(scratch.isLink("link"))
    #expect(try scratch.text("elsewhere/target").hasPrefix("Metrics and"))
  }

  @Test(arguments: ["nowhere/new", "folder", "data.csv/new"])
  func targetThatCannotBeWrittenIsNamed(_ target: String) throws {
    try scratch.makeFolder("folder")
    let run = try ToolRun(["data.csv", "-o", target], in: scratch.path)
    #expect(run.status == 73)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("\(target): "))
    #expect(try scratch.names == ["bad.csv", "data.csv", "folder"])
  }

  @Test func failedRequirementWritesTheFileAllTheSame() throws {
    try scratch.write("data.csv", Export.file([Export.row("2026-03-02 08:00")]))
    let run = try ToolRun(
      ["data.csv", "-o", "new", "--require", "8.01=1"], in: scratch.path)
    #expect(run.status == 2)
    #expect(try scratch.text("new").contains("Required"))
  }

  @Test func dashIsStandardOutput() throws {
    let run = try ToolRun(["data.csv", "-o", "-"], in: scratch.path)
    #expect(run.output.hasPrefix("Metrics and"))
  }

  #if os(Linux)
    @Test func fullDeviceIsReported() throws {
      let named = try ToolRun(["data.csv", "-o", "/dev/full"], in: scratch.path)
      #expect(named.status == 73)
      #expect(named.errors == "/dev/full: No space left on device\n")
      let standard = try ToolRun(["data.csv"], output: .file("/dev/full"), in: scratch.path)
      #expect(standard.status == 73)
      #expect(standard.errors == "slcheck: standard output: No space left on device\n")
      let rejects = try ToolRun(
        ["bad.csv", "data.csv", "-q", "--max-rejects", "1", "--rejects", "/dev/full"],
        in: scratch.path)
      #expect(rejects.status == 73 && rejects.output == "")
      #expect(rejects.errors == "/dev/full: No space left on device\n")
    }
  #endif

  @Test func deviceIsWrittenInPlace() throws {
    #expect(try ToolRun(["data.csv", "-o", "/dev/null"], in: scratch.path).status == 0)
    let run = try ToolRun(["data.csv", "-o", "/dev/stdout"], in: scratch.path)
    #expect(run.output.hasPrefix("Metrics and"))
  }
}
