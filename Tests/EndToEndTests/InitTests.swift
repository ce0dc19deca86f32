import TestSupport
import Testing

/// A configuration to begin with goes where nothing is yet.
@Suite struct InitTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func fileHoldsWhatWouldBePrinted() throws {
    let printed = try ToolRun(["init"], in: scratch.path)
    #expect(printed.status == 0 && printed.errors == "")
    let run = try ToolRun(["init", "-o", "slcheck.json"], in: scratch.path)
    #expect(run.status == 0 && run.output == "" && run.errors == "")
    #expect(try scratch.bytes("slcheck.json") == printed.outputBytes)
    #expect(try scratch.names == ["slcheck.json"])
    let piped = try ToolRun(
      ["-c", "'\(try ToolRun.path(ofProgram: "slcheck"))' init -o /dev/stdout | cat"],
      program: "/bin/sh", in: scratch.path)
    #expect(piped.output == printed.output)
  }

  @Test func fileThatIsThereIsLeftAlone() throws {
    try scratch.write("slcheck.json", "{ maxRejects: 7 }")
    try scratch.link("link", to: "slcheck.json")
    for path in ["slcheck.json", "link"] {
      let run = try ToolRun(["init", "-o", path], in: scratch.path)
      #expect(run.status == 73 && run.output == "")
      #expect(run.errors == "\(path): there is a file already, which init does not replace\n")
    }
    #expect(try scratch.text("slcheck.json") == "{ maxRejects: 7 }")
    #expect(try scratch.names == ["link", "slcheck.json"])
  }

  @Test func linkToNothingIsFollowed() throws {
    try scratch.link("link", to: "new.json")
    #expect(try ToolRun(["init", "-o", "link"], in: scratch.path).status == 0)
    #expect(try scratch.names == ["link", "new.json"])
    #expect(scratch.isLink("link"))
  }

  @Test func folderThatIsNotThereIsNamed() throws {
    let run = try ToolRun(["init", "-o", "nowhere/slcheck.json"], in: scratch.path)
    #expect(run.status == 73)
    #expect(run.errors.hasPrefix("nowhere/slcheck.json: "))
    #expect(try scratch.names == [])
  }

  @Test func figuresAreThoseWithoutIt() throws {
    try scratch.write("data.csv", Export.file(Export.halfHours(from: "2026-03-02", days: 3)))
    let before = try ToolRun(["data.csv", "--format", "json"], in: scratch.path)
    #expect(try ToolRun(["init", "-o", "slcheck.json"], in: scratch.path).status == 0)
    let after = try ToolRun(["data.csv", "--format", "json"], in: scratch.path)
    #expect(before.status == 0 && after.outputBytes == before.outputBytes)
  }
}
