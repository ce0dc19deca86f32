import Basics
import TestSupport
import Testing

/// What is seen of reading that takes longer than a second.
@Suite struct ProgressTests {
  private static let rows = Export.halfHours(from: "2026-03-02", days: 3)
  private static let content = Array(Export.file(rows).utf8)

  /// The content in two halves, the first of which ends within a row; each waits a while.
  private static var slowly: ToolRun.Input {
    let half = content.count / 2
    return .slowPipe([Array(content[..<half]), Array(content[half...])], seconds: 0.9)
  }

  @Test func aTerminalShowsALineAndKeepsNothingOfIt() throws {
    let usual = try ToolRun(["-"], input: .pipe(ProgressTests.content))
    let run = try ToolRun(
      ["-"], input: ProgressTests.slowly, errorsToTerminal: true, columns: 80)
    #expect(run.status == 0)
    #expect(run.outputBytes == usual.outputBytes)
    let screen = Screen(run.errorBytes)
    #expect(screen.lines == [""], "\(run.errors)")
    let seen = screen.drawn.contains { line in
      line.firstMatch(of: /^standard input  [\d.]+ k?B(  \d+ rows?)?  [\d.]+ k?B\/s$/) != nil
    }
    #expect(seen, "\(screen.drawn)")
  }

  @Test func noLineIsWiderThanItsTerminal() throws {
    for columns in [20, 44] as [UInt16] {
      let run = try ToolRun(
        ["-"], input: ProgressTests.slowly, errorsToTerminal: true, columns: columns)
      let screen = Screen(run.errorBytes)
      #expect(screen.lines == [""] && !screen.drawn.isEmpty)
      #expect(screen.drawn.allSatisfy { $0.count < columns }, "\(screen.drawn)")
    }
  }

  /// What is said meanwhile stands above the line, and whole.
  @Test func whatIsSaidMeanwhileStandsByItself() throws {
    let rejects = ["never,,Billing,voice,1,1,0,1,1,1"]
    let parts = [Export.file(ProgressTests.rows), Export.file(rejects, header: "")]
    let run = try ToolRun(
      ["-", "--max-rejects", "1"],
      input: .slowPipe(parts.map { Array($0.utf8) }, seconds: 1.2), errorsToTerminal: true,
      columns: 80)
    #expect(run.status == 0)
    let screen = Screen(run.errorBytes)
    #expect(!screen.drawn.isEmpty)
    #expect(screen.lines.count == 2 && screen.lines.last == "", "\(screen.lines)")
    #expect(screen.lines[0].hasPrefix("-:15:1: "), "\(screen.lines)")
  }

  @Test(
    arguments: [
      (["--progress", "never"], [:], true), (["-q"], [:], true),
      (["-q", "--progress", "always"], [:], true), ([], ["TERM": "dumb"], true), ([], [:], false),
      (["--progress", "auto"], [:], false),
    ] as [([String], [String: String], Bool)])
  func nothingIsShownWhereNobodyLooks(
    _ arguments: [String], _ environment: [String: String], _ isTerminal: Bool
  ) throws {
    let run = try ToolRun(
      ["-"] + arguments, input: ProgressTests.slowly, errorsToTerminal: isTerminal,
      environment: environment)
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  @Test func aPipeGetsLinesOnRequest() throws {
    let run = try ToolRun(["-", "--progress", "always"], input: ProgressTests.slowly)
    #expect(run.status == 0)
    #expect(run.errorLines.count == 1)
    #expect(
      run.errors.wholeMatch(
        of: /reading standard input  [\d.]+ k?B(  \d+ rows?)?  [\d.]+ k?B\/s\n/) != nil,
      "\(run.errors)")
  }

  @Test func whatIsReadAtOnceIsNotShown() throws {
    let run = try ToolRun(
      ["-"], input: .pipe(ProgressTests.content), errorsToTerminal: true, columns: 80)
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  /// A named pipe has a name, and files have sizes that a pipe beside them hides.
  @Test func filesAreNumbered() throws {
    let scratch = try ScratchFolder()
    try scratch.write("a.csv", ProgressTests.content)
    let tool = try ToolRun.path(ofProgram: "slcheck")
    let run = try ToolRun(
      [
        "-c",
        "mkfifo 'b\u{1B}[2J.csv'; { sleep 1.5; cat a.csv; } > 'b\u{1B}[2J.csv' & "
          + "exec \"$0\" a.csv 'b\u{1B}[2J.csv'",
        tool,
      ], program: "/bin/sh", errorsToTerminal: true, columns: 100, in: scratch.path)
    let screen = Screen(run.errorBytes)
    #expect(screen.lines == [""])
    #expect(screen.drawn.first?.hasPrefix("2 of 2 b<U+001B>[2J.csv  ") == true, "\(screen.drawn)")
    #expect(!screen.drawn.contains { $0.contains("%") })
  }

  /// The list of rejected rows may go where progress is shown.
  @Test func aListOnTheSameTerminalStandsByItself() throws {
    let parts = [Export.file(ProgressTests.rows), "never,,Billing,voice,1,1,0,1,1,1\n"]
    let run = try ToolRun(
      ["-", "--max-rejects", "1", "--rejects", "/dev/stderr"],
      input: .slowPipe(parts.map { Array($0.utf8) }, seconds: 1.2), errorsToTerminal: true,
      columns: 80)
    #expect(run.status == 0)
    let lines = Screen(run.errorBytes).lines
    #expect(lines.count == 4 && lines.dropFirst().first == "file,line,column,reason,record")
  }

  /// The program still ends by the signal, as whoever started it can tell.
  @Test func anInterruptLeavesNoHalfLine() throws {
    let tool = try ToolRun.path(ofProgram: "slcheck")
    let terminal = try PseudoTerminal(columns: 80)
    let scratch = try ScratchFolder()
    // Not by Foundation, whose children hold signals back.
    let child = try ChildProcess(
      "sh",
      [
        "-c",
        "export TERM=xterm; mkfifo '\(scratch.path)/pipe'; sleep 4 >'\(scratch.path)/pipe' & "
          + "{ sleep 2.5; kill -INT $$; } & exec '\(tool)' - <'\(scratch.path)/pipe' 2>'\(terminal.path)'",
      ], input: InputFile(path: "/dev/null"))
    #expect(child.finish().message == "was ended by signal 2")
    let screen = Screen(terminal.screenSoFar())
    #expect(screen.lines == [""] && !screen.drawn.isEmpty, "\(screen.drawn)")
  }
}
