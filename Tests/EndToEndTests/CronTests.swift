import TestSupport
import Testing

/// The README's line for cron, run as cron runs it: no terminal, hardly a variable, and
/// nothing on either output unless there is something to say.
@Suite struct CronTests {
  /// What cron gives the shell: the line behind its five fields, with `\%` as `%`.
  private static func command(in folder: String) throws -> String {
    let lines = try Recipes.blocks("Cron", "crontab").flatMap { $0.split(separator: "\n") }
    try #require(lines.count == 1)
    let match = try #require(
      lines[0].wholeMatch(of: #/(?:[0-9*\/,-]+ ){5}(?<command>.+)/#)?.output.command)
    // A bare one would end the command, and what is behind it would be its input.
    let isBare = match.replacing("\\%", with: "").contains("%")
    #expect(match.contains("\\%") && !isBare)
    let command = String(match).replacing("\\%", with: "%")
    #expect(command.contains("/srv/center") && command.contains("/usr/local/bin/slcheck "))
    return command.replacing("/srv/center", with: folder)
      .replacing("/usr/local/bin/slcheck", with: try ToolRun.path(ofProgram: "slcheck"))
  }

  private static func run(in scratch: ScratchFolder) throws -> ToolRun {
    try ToolRun(
      [
        "-i", "HOME=\(scratch.path)", "LOGNAME=center", "SHELL=/bin/sh", "PATH=/usr/bin:/bin",
        "/bin/sh", "-c", try command(in: scratch.path),
      ], program: "/usr/bin/env", in: scratch.path)
  }

  /// The summaries in the folder; none is half of one.
  private static func summaries(_ scratch: ScratchFolder) throws -> [String: String] {
    var found: [String: String] = [:]
    for name in try scratch.names where !["center.json", "exports", "months"].contains(name) {
      #expect(name.wholeMatch(of: #/summary-20[0-9][0-9]-[01][0-9]\.txt/#) != nil, "\(name)")
      found[name] = try scratch.text(name)
    }
    return found
  }

  @Test func itIsSilentWhileAllIsWell() throws {
    let scratch = try Recipes.folder(chatPercent: 70)
    let run = try Self.run(in: scratch)
    #expect(run.status == 0)
    #expect(run.output + run.errors == "")
    let written = try Self.summaries(scratch)
    #expect(written.count == 1)
    let summary = try #require(written.values.first)
    #expect(summary.hasPrefix("2026-10 as of 2026-10-31\n"))
    #expect(summary.hasSuffix("\nRequired\n  8.01 at level 2: holds\n"))
  }

  @Test func aLevelThatFailsIsOneLineAndANewFile() throws {
    let scratch = try Recipes.folder(chatPercent: 70)
    #expect(try Self.run(in: scratch).status == 0)
    try Recipes.configure(scratch, chatPercent: 85)
    let run = try Self.run(in: scratch)
    #expect(run.status == 1)
    #expect(run.output == "")
    let name = try #require(try Self.summaries(scratch).keys.max())
    #expect(
      run.errors
        == "slcheck: required 8.01 at level 2 fails, see \(scratch.path)/\(name)\n")
    #expect(try scratch.text(name).hasSuffix("\n  8.01 at level 2: fails\n"))
  }

  @Test func aLevelThatIsOpenIsOneLineAndANewFile() throws {
    let scratch = try Recipes.folder(chatPercent: 70, names: ["intervals-2026.csv"])
    let run = try Self.run(in: scratch)
    #expect(run.status == 2)
    #expect(run.output == "")
    let name = try #require(try Self.summaries(scratch).keys.max())
    #expect(
      run.errors
        == "slcheck: required 8.01 at level 2 is indeterminate, see \(scratch.path)/\(name)\n")
  }

  /// What goes wrong before there is a verdict, and the line that says so.
  static let faults: [(broken: String, status: Int32, line: String)] = [
    ("rm exports/*", 66, "exports/*.csv: No such file or directory"),
    ("rm center.json", 66, "center.json: No such file or directory"),
    (
      "(head -n 1 exports/costs.csv; echo 2026-13,people,USD,1) > exports/more.csv", 65,
      "slcheck: 1 of 51717 rows were rejected, more than --max-rejects 0 allows; "
        + "there is no verdict"
    ),
    (": > exports/more.csv", 65, "exports/more.csv:1:1: the file is empty; export it again"),
    ("echo '{ service: [] }' > center.json", 78, "center.json: "),
  ]

  @Test(arguments: faults)
  func withoutAVerdictIsOneLineAndTheOldFile(
    _ broken: String, _ status: Int32, _ line: String
  ) throws {
    let scratch = try Recipes.folder(chatPercent: 70)
    #expect(try Self.run(in: scratch).status == 0)
    let before = try Self.summaries(scratch)
    #expect(try Recipes.run(broken, in: scratch).status == 0)
    let run = try Self.run(in: scratch)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.output == "")
    #expect(run.errorLines.count == 1 && run.errors.hasPrefix(line), "\(run.errors)")
    #expect(try Self.summaries(scratch) == before)
  }
}
