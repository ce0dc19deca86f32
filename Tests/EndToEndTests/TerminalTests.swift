import Basics
import TestSupport
import Testing

/// What differs between a terminal, a pipe and a file, and what must not.
@Suite struct TerminalTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write("data.csv", Export.file(Export.halfHours(from: "2026-03-02", days: 3)))
  }

  private static let escape = UInt8(0x1B)

  @Test(
    arguments: [
      ([], [:], ToolRun.Output.terminal, true),
      ([], [:], .captured, false),
      ([], ["NO_COLOR": "1"], .terminal, false),
      ([], ["NO_COLOR": ""], .terminal, true),
      ([], ["TERM": "dumb"], .terminal, false),
      (["--color", "never"], [:], .terminal, false),
      (["--color", "always"], [:], .captured, true),
      (["--color", "auto"], [:], .terminal, true),
      (["--format", "json"], [:], .terminal, false),
      (["--format", "json", "--color", "always"], [:], .captured, false),
    ] as [([String], [String: String], ToolRun.Output, Bool)])
  func colorIsForTerminals(
    _ arguments: [String], _ environment: [String: String], _ output: ToolRun.Output,
    _ isColored: Bool
  ) throws {
    let run = try ToolRun(
      ["data.csv"] + arguments, output: output, environment: environment, in: scratch.path)
    #expect(run.status == 0)
    #expect(run.outputBytes.contains(TerminalTests.escape) == isColored)
    #expect(!run.errorBytes.contains(TerminalTests.escape))
    // Without its colors the text is the same.
    let plain = run.output.replacing(/\u{1B}\[[0-9]+m/, with: "")
    let format = arguments.contains("json") ? "json" : "text"
    let usual = try ToolRun(["data.csv", "--format", format], in: scratch.path)
    #expect(plain == usual.output)
  }

  /// A year of days, so that there is a table too wide for a narrow terminal.
  private func year() throws {
    try scratch.write(
      "year.csv",
      Export.file(
        Export.daily(from: "2026-01-01", through: "2026-12-31") { 70 + $0.parts.month * 2 }))
  }

  @Test(arguments: [60, 80, 132] as [UInt16])
  func textFitsTheTerminal(_ columns: UInt16) throws {
    try year()
    for command in [["report"], ["summary"], ["explain", "8.01"], ["inspect"]] {
      let run = try ToolRun(
        command + ["year.csv"], output: .terminal, columns: columns,
        environment: ["NO_COLOR": "1"], in: scratch.path)
      #expect(run.status == 0)
      for line in run.output.split(separator: "\n") {
        #expect(line.count <= columns, "\(command): \(line)")
      }
      // The environment goes before what the terminal says.
      let stated = try ToolRun(
        command + ["year.csv"], output: .terminal, columns: 50,
        environment: ["NO_COLOR": "1", "COLUMNS": "\(columns)"], in: scratch.path)
      #expect(stated.outputBytes == run.outputBytes)
    }
  }

  /// Without a terminal, or one that is as narrow as none, nothing is broken or cut.
  @Test func textIsTheSameWithoutATerminal() throws {
    try year()
    let usual = try ToolRun(["year.csv"], in: scratch.path)
    #expect(usual.output.split(separator: "\n").contains { $0.count > 80 })
    let environment = ["COLUMNS": "60", "LANG": "en_US.UTF-8"]
    let piped = try ToolRun(["year.csv"], environment: environment, in: scratch.path)
    #expect(piped.outputBytes == usual.outputBytes)
    let file = try ToolRun(
      ["year.csv", "-o", "report.txt"], output: .terminal, columns: 60, environment: environment,
      in: scratch.path)
    #expect(file.output == "")
    #expect(try scratch.bytes("report.txt") == usual.outputBytes)
    for columns in [nil, 0, 39] as [UInt16?] {
      let narrow = try ToolRun(
        ["year.csv"], output: .terminal, columns: columns,
        environment: ["NO_COLOR": "1", "COLUMNS": "wide"], in: scratch.path)
      #expect(narrow.outputBytes == usual.outputBytes)
    }
  }

  @Test(
    arguments: [
      (["LANG": "en_US.UTF-8"], true), (["LANG": "C.utf8"], true), (["LANG": "C"], false),
      ([:], false), (["LANG": "de_DE.UTF-8", "LC_ALL": "C"], false),
      (["LANG": "C", "LC_CTYPE": "UTF-8"], true), (["LANG": "de_DE.UTF-8@euro"], true),
      (["LANG": "en_US.UTF-8", "TERM": "dumb"], false),
      (["LANG": "en_US.UTF-8", "LC_ALL": ""], true),
    ] as [([String: String], Bool)])
  func sparklinesAreForTerminalsWithUTF8(
    _ environment: [String: String], _ isShown: Bool
  ) throws {
    try year()
    for command in ["report", "summary"] {
      let run = try ToolRun(
        [command, "year.csv"], output: .terminal,
        environment: environment.merging(["NO_COLOR": "1"]) { $1 }, in: scratch.path)
      #expect(run.output.contains("█") == isShown)
      #expect(run.output.contains("low 72.00 %, high 94.00 %") == isShown)
      let usual = try ToolRun([command, "year.csv"], in: scratch.path)
      let others = run.output.split(separator: "\n").filter { !$0.contains("█") }
      #expect(others == usual.output.split(separator: "\n"))
    }
  }

  @Test func closedPipeEndsQuietly() throws {
    for format in ["text", "json"] {
      let run = try ToolRun(
        ["data.csv", "--format", format], output: .closedPipe, in: scratch.path)
      #expect(run.status == 0)
      #expect(run.errors == "")
    }
    let help = try ToolRun(["--help"], output: .closedPipe)
    #expect(help.status == 0 && help.errors == "")
  }

  @Test func headOfAPipeEndsQuietly() throws {
    let tool = try ToolRun.path(ofProgram: "slcheck")
    let run = try ToolRun(
      ["-c", "{ \"$0\" data.csv --format json; echo \"status $?\" >&2; } | head -n 1", tool],
      program: "/bin/sh", in: scratch.path)
    #expect(run.output == "{\n")
    #expect(run.errors == "status 0\n")
  }

  /// Nothing is ever waited for at a terminal.
  @Test(arguments: [[], ["report"], ["--format", "json"]])
  func bareRunOnATerminalPrintsShortHelp(_ arguments: [String]) throws {
    let run = try ToolRun(arguments, input: .terminal, in: scratch.path)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("usage: slcheck "))
    #expect(run.errors.contains("Examples:"))
  }

  @Test func fileIsReadThoughStandardInputIsATerminal() throws {
    #expect(try ToolRun(["data.csv"], input: .terminal, in: scratch.path).status == 0)
  }

  @Test func quietSaysNothingButErrors() throws {
    try scratch.write(
      "rejects.csv", Export.file(Export.halfHours(from: "2026-03-02", days: 3) + ["never"]))
    let arguments = ["rejects.csv", "--max-rejects", "1"]
    let usual = try ToolRun(arguments, in: scratch.path)
    #expect(usual.errorLines.count == 1)
    for quiet in ["-q", "--quiet"] {
      let run = try ToolRun(arguments + [quiet], in: scratch.path)
      #expect(run.status == 0)
      #expect(run.errors == "")
      #expect(run.outputBytes == usual.outputBytes)
    }
    let failing = try ToolRun(["rejects.csv", "-q"], in: scratch.path)
    #expect(failing.status == 65)
    #expect(failing.errorLines.count == 1 && failing.errors.hasPrefix("slcheck: 1 of 13 rows"))
  }

  @Test func timingIsSaidOnStandardErrorOnly() throws {
    let usual = try ToolRun(["data.csv"], in: scratch.path)
    #expect(usual.errors == "")
    let verbose = try ToolRun(["data.csv", "-v"], in: scratch.path)
    #expect(verbose.outputBytes == usual.outputBytes)
    for stage in ["scan", "decode", "tally", "evaluated", "wrote"] {
      #expect(verbose.errors.contains("\(stage) "), "\(stage)")
    }
  }

  @Test func helpAndVersionArePrinted() throws {
    let overview = try ToolRun(["--help"])
    for arguments in [["-h"], ["help"], ["data.csv", "--help"]] {
      #expect(try ToolRun(arguments).outputBytes == overview.outputBytes)
    }
    #expect(overview.output.contains("Exit status:"))
    let report = try ToolRun(["help", "report"])
    #expect(report.output == (try ToolRun(["report", "--help"]).output))
    #expect(report.output.contains("--on-conflict"))
    let version = try ToolRun(["--version"])
    #expect(version.output.wholeMatch(of: /slcheck [0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    for run in [overview, report, version] {
      #expect(run.status == 0 && run.errors == "")
      #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  /// Names that a terminal would obey, from every place that data can put them.
  @Test func hostileNamesAreShownAndNotObeyed() throws {
    let name = "Bil\u{1B}[31mling\u{202E}\u{7}"
    try scratch.write(
      "slcheck.json",
      """
      { services: [{ name: "Vo\\u001b[31mice\\u202e", objectives: [{ percent: 80, seconds: 20 }] }] }
      """)
    let header = Export.header + ",extra\u{1B}[0m\u{202E}"
    let rows = (0..<3).map {
      Export.row("2026-03-02 08:00", site: name, queue: "\($0)\(name)") + ","
    }
    let path = "da\u{1B}ta\u{202E}.csv"
    try scratch.write(path, Export.file(rows, header: header))
    let conflict = "con\u{1B}flict.csv"
    try scratch.write(
      conflict,
      Export.file(
        [Export.row("2026-03-02 08:00", site: name, queue: "0\(name)", offered: 99) + ","],
        header: header))

    let text = try ToolRun(
      [path], output: .terminal, environment: ["NO_COLOR": "1"], in: scratch.path)
    #expect(text.status == 0)
    #expect(
      text.output.contains("Vo<U+001B>[31mice<U+202E> at Bil<U+001B>[31mling<U+202E><U+0007>"))
    #expect(text.output.contains("extra<U+001B>[0m<U+202E>"))
    let refused = try ToolRun([path, conflict], in: scratch.path)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("0Bil<U+001B>[31mling"))
    let unknown = try ToolRun(["--\u{1B}[2J"], in: scratch.path)
    let missing = try ToolRun(["no\u{1B}[2Jthing"], in: scratch.path)
    for run in [text, refused, unknown, missing] {
      for output in [run.output, run.errors] {
        let hidden = output.unicodeScalars.filter {
          $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
        }
        #expect(hidden.isEmpty, "\(hidden)")
      }
    }

    let run = try CheckedRun([path], in: scratch.path)
    #expect(run.json.at("services.0.site")?.text == name)
    #expect(run.json.at("services.0.name")?.text == "Vo\u{1B}[31mice\u{202E}")
    #expect(run.json.at("inputs.0.path")?.text == path)
    #expect(!run.run.outputBytes.contains(TerminalTests.escape))
  }
}
