import Basics
import Foundation
import TestSupport
import Testing

/// What goes wrong around a run ends it with a sentence, in bounded memory, and leaves
/// nothing half done.
@Suite struct FaultTests {
  private let scratch: ScratchFolder
  private let tool: String

  init() throws {
    scratch = try ScratchFolder()
    tool = try ToolRun.path(ofProgram: "slcheck")
    try scratch.write("data.csv", FaultTests.text)
  }

  private static let text = Export.file(Export.halfHours(from: "2026-03-02", days: 3))

  /// Runs a script whose `$0` is the program.
  private func shell(_ script: String, input: ToolRun.Input = .empty) throws -> ToolRun {
    try ToolRun(["-c", script, tool], program: "/bin/sh", input: input, in: scratch.path)
  }

  /// What stands behind /dev/stdout may be a pipe, which has no other name.
  @Test func pipeIsWrittenInPlace() throws {
    let run = try shell("head -n 5 data.csv | \"$0\" - -o /dev/stdout | cat")
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    #expect(run.output.hasPrefix("Metrics and maturity"))
  }

  // MARK: Inputs

  /// A pipe ends alike whether its writer is done or dead, so the last record decides.
  @Test func pipeWhoseWriterDiesIsJudgedByItsLastRecord() throws {
    let cut = try shell("head -c 300 data.csv | \"$0\" -")
    #expect(cut.status == 65)
    #expect(cut.output == "")
    #expect(cut.errors.contains("fields, expected 10"))
    let whole = try shell("head -n 5 data.csv | \"$0\" - --format json")
    #expect(whole.status == 0)
    #expect(try JSONTree(whole.outputBytes).at("inputs.0.rows.accepted")?.integer == 4)
  }

  /// It is read to the size that it had, and not for as long as somebody adds to it; what
  /// is gone of it cannot be read at all.
  @Test(arguments: ["echo >>", "truncate -s -1"])
  func fileThatChangesWhileItIsReadGivesNoVerdict(_ change: String) throws {
    try scratch.write("old", "kept")
    for reading in ["data.csv", "packed"] {
      // Long enough to be read that the other process comes to its turn meanwhile.
      try scratch.write(
        "data.csv", FaultTests.text + String(repeating: "\n", count: 400_000))
      let run = try shell(
        "gzip -c data.csv > packed; (while :; do \(change) \(reading); done) & "
          + "sleep 0.1; \"$0\" \(reading) -o old; s=$?; kill $!; exit $s")
      #expect(run.status == 74, "\(run.errors)")
      #expect(run.output == "")
      #expect(
        run.errorLines.last == "\(reading): changed while it was read; there is no verdict",
        "\(run.errors)")
      #expect(try scratch.text("old") == "kept")
    }
  }

  @Test func inputThatIsRedirectedMayGrow() throws {
    let run = try shell(
      "(while :; do echo >> data.csv; sleep 0.001; done) & \"$0\" - < data.csv; s=$?; kill $!; "
        + "exit $s")
    #expect(run.status == 0, "\(run.errors)")
  }

  #if os(Linux)
    @Test func inputThatCannotBeReadOnIsNamed() throws {
      let run = try ToolRun(["/proc/self/mem"], in: scratch.path)
      #expect(run.status == 74)
      #expect(run.output == "")
      #expect(run.errors == "/proc/self/mem: Input/output error\n")
    }

    @Test(arguments: [["-"], ["-", "-o", "old", "--rejects", "bad"], ["inspect", "-"]])
    func readErrorInTheMiddleGivesNoVerdict(_ arguments: [String]) throws {
      try scratch.write("old", "kept")
      let bytes = Array(FaultTests.text.utf8)
      let run = try ToolRun(arguments, input: .failing(after: bytes), in: scratch.path)
      #expect(run.status == 74)
      #expect(run.output == "")
      #expect(run.errors == "standard input: Input/output error\n")
      #expect(try scratch.text("old") == "kept")
      #expect(try scratch.names == ["data.csv", "old"])
    }

    /// Memory beyond the limit would end the program with a trap.
    private static let bounded = ToolRun.memoryLimit(kibibytes: 32_768)

    /// What a line begins with that has no end, and its bytes.
    ///
    /// With SLCHECK_LARGE set, a field of a gigabyte and ten gigabytes without a line break
    /// are tried as well, which takes minutes.
    static let endless: [(start: String, bytes: Int)] =
      [("\"", 20_000_000), ("", 20_000_000)]
      + (ProcessInfo.processInfo.environment["SLCHECK_LARGE"] == nil
        ? [] : [("\"", 1 << 30), ("", 10_000_000_000)])

    @Test(arguments: endless)
    func lineWithoutAnEndCostsNoMemory(_ start: String, _ bytes: Int) throws {
      let run = try shell(
        FaultTests.bounded
          + "{ cat data.csv; printf '\(start)'; head -c \(bytes) /dev/zero | tr '\\0' x; "
          + "echo; tail -n 1 data.csv; } | \"$0\" -")
      #expect(run.status == 65)
      #expect(
        run.errorLines.first == "-:14:1048577: the line is longer than 1 MiB", "\(run.errors)")
      #expect(run.errorLines.last?.contains("1 of 14 rows were rejected") == true)
    }

    @Test func blankLinesCostNoMemory() throws {
      let run = try shell(
        FaultTests.bounded + "{ cat data.csv; yes '' | head -n 200000; } | \"$0\" - --format json")
      #expect(run.status == 0, "\(run.errors)")
      #expect(try JSONTree(run.outputBytes).at("inputs.0.rows.ignored")?.integer == 200_000)
    }
  #endif

  @Test func tenThousandColumnsAreRead() throws {
    let names = (0..<10_000).map { ",c\($0)" }.joined()
    let rows = Export.halfHours(from: "2026-03-02", days: 1).map {
      $0 + String(repeating: ",1", count: 10_000)
    }
    try scratch.write("data.csv", Export.file(rows, header: Export.header + names))
    let run = try CheckedRun(["data.csv"], in: scratch.path).json
    #expect(run.at("inputs.0.rows.accepted")?.integer == 4)
    #expect(run.at("inputs.0.unmapped")?.elements.count == 10_000)
  }

  @Test func zeroBytesLateInAFileAreShownAndNotObeyed() throws {
    let rows = Export.halfHours(from: "2026-03-02", days: 400)
    try scratch.write("data.csv", Export.file(rows + ["2027-06-01 08:00,,a\0b,voice,x,1,1,1,1,1"]))
    let run = try ToolRun(["data.csv", "--max-rejects", "1"], in: scratch.path)
    #expect(run.status == 0)
    #expect(run.errorLines.count == 1 && !run.errorBytes.contains(0))
    try scratch.write("data.csv", Export.file(rows + ["2027-06-01 08:00,,a\0b,voice,1,1,0,1,1,1"]))
    let text = try ToolRun(["data.csv", "--by", "queue"], in: scratch.path)
    #expect(text.output.contains("a<U+0000>b") && !text.outputBytes.contains(0))
  }

  @Test(arguments: ["1000000000000000000000000000000", "1e30", "-1000000000000000000000000000000"])
  func countBeyondAnyCenterIsRejected(_ count: String) throws {
    try scratch.write(
      "data.csv", FaultTests.text + "2026-03-09 08:00,,Billing,voice,\(count),1,1,1,1,1\n")
    let run = try ToolRun(["data.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(run.errorLines.first?.hasPrefix("data.csv:14:33: offered: ") == true)
  }

  @Test func lineEndsMayBeMixed() throws {
    let lines = FaultTests.text.split(separator: "\n")
    let mixed = lines.enumerated().map { $1 + ["\n", "\r\n"][$0 % 2] }.joined()
    let returns = FaultTests.text.replacing("Billing", with: "\"Bill\ring\"")
      .replacing("\n", with: "\r")
    for (text, line) in [(mixed, 13), (returns, 25)] {
      try scratch.write("data.csv", text + "never")
      let run = try ToolRun(["data.csv", "--max-rejects", "1"], in: scratch.path)
      #expect(run.status == 0)
      #expect(
        run.errors == "data.csv:\(line + 1):1: found 1 fields, expected 10\n", "\(run.errors)")
    }
  }

  // MARK: Outputs

  @Test(arguments: ["-o old", "--rejects old", "-o old --format json"])
  func fileThatMayNotGrowKeepsTheOldOne(_ arguments: String) throws {
    try scratch.write("old", "kept")
    try scratch.write(
      "bad.csv",
      FaultTests.text + String(repeating: "never,,Billing,voice,1,1,1,1,1,1\n", count: 100))
    let run = try shell("ulimit -f 1; exec \"$0\" -q bad.csv --max-rejects 100 \(arguments)")
    #expect(run.status == 73)
    #expect(run.output == "")
    #expect(run.errors.hasSuffix(": File too large\n"), "\(run.errors)")
    #expect(try scratch.text("old") == "kept")
    #expect(try scratch.names == ["bad.csv", "data.csv", "old"])
  }

  #if os(Linux)
    /// Runs a script in a folder that holds `full`, a disk of 64 KiB; `nil` where this
    /// machine lets nobody but its owner mount one.
    private static func onSmallDisk(_ script: String, _ tool: String, in folder: String) -> ToolRun?
    {
      let mount = "mkdir full && mount -t tmpfs -o size=64k tmpfs full || exit 99; "
      let run = try? ToolRun(
        ["-Urm", "sh", "-c", mount + script, tool], program: "/usr/bin/unshare", in: folder)
      return run?.status == 0 ? run : nil
    }

    private static let hasSmallDisk =
      (try? ScratchFolder()).map { onSmallDisk("true", "", in: $0.path) != nil } ?? false

    /// What is written to a disk, and whether that was full before.
    static let onFullDisk: [(arguments: String, isFull: Bool, sentence: String)] = [
      ("data.csv -o full/old", true, "full/old: No space left on device"),
      ("data.csv -o full/new", true, "full/new: No space left on device"),
      ("data.csv -o full/old --format json --detail intervals", false, "full/old: No space"),
      ("bad.csv --max-rejects 9999 --rejects full/old", true, "full/old: No space left"),
      ("bad.csv --max-rejects 9999 --rejects full/old", false, "full/old: No space left"),
    ]

    @Test(.enabled(if: hasSmallDisk), arguments: onFullDisk)
    func diskThatFillsUpKeepsTheOldFile(
      _ arguments: String, _ isFull: Bool, _ sentence: String
    ) throws {
      try scratch.write("data.csv", Export.file(Export.halfHours(from: "2026-03-02", days: 60)))
      try scratch.write(
        "bad.csv",
        FaultTests.text + String(repeating: "never,,Billing,voice,1,1,1,1,1,1\n", count: 2000))
      let fill = isFull ? "cat /dev/zero > full/other 2>&-; " : "touch full/other; "
      let run = try #require(
        FaultTests.onSmallDisk(
          "printf kept > full/old; \(fill)\"$0\" -q \(arguments); "
            + "echo \" $?\"; cat full/old; echo; ls -A full",
          tool, in: scratch.path))
      #expect(run.output == " 73\nkept\nold\nother\n")
      #expect(run.errors.hasPrefix(sentence) && run.errorLines.count == 1, "\(run.errors)")
    }

    /// Rejects lie in the folder for temporary files until all of them are known.
    @Test(.enabled(if: hasSmallDisk)) func fullFolderForTemporaryFilesIsSaid() throws {
      try scratch.write("old", "kept")
      try scratch.write(
        "bad.csv",
        FaultTests.text + String(repeating: "never,,Billing,voice,1,1,1,1,1,1\n", count: 2000))
      let run = try #require(
        FaultTests.onSmallDisk(
          "TMPDIR=full \"$0\" -q bad.csv --max-rejects 9999 --rejects old; echo \" $?\"; ls -A full",
          tool, in: scratch.path))
      #expect(run.output == " 73\n")
      #expect(run.errors == "temporary file: No space left on device\n")
      #expect(try scratch.text("old") == "kept")
    }
  #endif

  @Test func standardOutputThatIsFullOrClosedIsSaid() throws {
    let closed = try shell("exec \"$0\" data.csv >&-")
    #expect(closed.status == 73)
    #expect(closed.errors == "slcheck: standard output: Bad file descriptor\n")
    let full = try shell("ulimit -f 1; exec \"$0\" data.csv --format json > out")
    #expect(full.status == 73)
    #expect(full.errors == "slcheck: standard output: File too large\n")
  }

  @Test func closedStreamsAreNotTakenForFiles() throws {
    let silent = try shell("exec \"$0\" data.csv -o new <&- 2>&- >&-")
    #expect(silent.status == 0)
    #expect(try scratch.text("new").hasPrefix("Metrics and maturity"))
    let input = try shell("exec \"$0\" - <&-")
    #expect(input.status == 66)
    #expect(input.errors == "standard input: Bad file descriptor\n")
    try scratch.write("bad.csv", FaultTests.text + "never\n")
    #expect(try shell("exec \"$0\" bad.csv 2>&-").status == 65)
  }

  /// While the input is awaited and while the output is written.
  @Test(arguments: [("INT", 2), ("TERM", 15), ("HUP", 1)] as [(String, Int32)])
  func signalLeavesTheOldFileAndNothingElse(_ name: String, _ number: Int32) throws {
    try scratch.write("old", "kept")
    let waiting = try ending(
      "mkfifo pipe; sleep 10 >pipe 2>&1 & (sleep 0.3; kill -\(name) $$; kill $!) >/dev/null 2>&1 & "
        + "exec \(tool) - -o old --rejects bad <pipe")
    #expect(waiting == "was ended by signal \(number)")
    #expect(try scratch.text("old") == "kept")
    #expect(try scratch.names == ["data.csv", "old", "pipe"])
    for delay in ["0.01", "0.03", "0.06"] {
      let ending = try ending(
        "(sleep \(delay); kill -\(name) $$) >/dev/null 2>&1 & exec \(tool) -q data.csv -o old")
      #expect(ending == nil || ending == "was ended by signal \(number)")
      let text = try scratch.text("old")
      #expect(text == "kept" || text.hasPrefix("Metrics and maturity"))
      #expect(try scratch.names == ["data.csv", "old", "pipe"])
    }
  }

  /// Runs a script with no signal held back, whatever the tests were started with, and
  /// says how it ended; nil for success.
  private func ending(_ script: String) throws -> String? {
    let child = try ChildProcess(
      "sh", ["-c", "cd '\(scratch.path)'; \(script)"], input: InputFile(path: "/dev/null"))
    var bytes = ContiguousArray<UInt8>(repeating: 0, count: 4096)
    while try child.read(into: &bytes, at: 0, count: bytes.count) > 0 {}
    let ending = child.finish()
    return ending.isSuccess ? nil : ending.message
  }

  @Test func newFileFollowsTheMask() throws {
    #expect(try shell("umask 027; exec \"$0\" data.csv -o new").status == 0)
    #expect(try scratch.permissions("new") == 0o640)
  }

  @Test(arguments: [
    ("loop", "loop", "Too many levels of symbolic links"),
    ("broken", "nowhere/new", "No such file or directory"),
  ])
  func linkThatLeadsNowhereIsSaid(_ name: String, _ target: String, _ reason: String) throws {
    try scratch.link(name, to: target)
    let run = try ToolRun(["data.csv", "-o", name], in: scratch.path)
    #expect(run.status == 73)
    #expect(run.output == "")
    #expect(run.errors == "\(name): \(reason)\n")
    #expect(try scratch.names == ["data.csv", name].sorted())
    #expect(scratch.isLink(name))
  }

  #if os(Linux)
    @Test func folderThatTakesNoFilesIsSaid() throws {
      let run = try ToolRun(["data.csv", "-o", "/proc/new"], in: scratch.path)
      #expect(run.status == 73)
      #expect(run.errors.hasPrefix("/proc/new: "))
    }
  #endif
}
