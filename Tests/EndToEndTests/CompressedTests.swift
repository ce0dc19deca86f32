import Foundation
import TestSupport
import Testing

/// Compressed files are unpacked on the way, and what cannot be unpacked gives no verdict.
@Suite struct CompressedTests {
  private let scratch: ScratchFolder
  private let known: JSONTree

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write("plain", CompressedTests.text)
    known = try CheckedRun(["plain"], in: scratch.path).json
  }

  private static let text = Export.file(Export.halfHours(from: "2026-03-02", days: 300))

  /// The programs that are there; on a usual system both are.
  static let programs = ["gzip", "zstd"].filter {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
  }

  /// Compresses a file of the scratch folder.
  private func packed(_ name: String, by program: String) throws -> [UInt8] {
    let run = try ToolRun(["-c", name], program: "/usr/bin/\(program)", in: scratch.path)
    #expect(run.status == 0)
    return run.outputBytes
  }

  @Test(arguments: programs, ["data.csv.gz", "data.csv", "a b'c.zst"])
  func compressedFileIsReadWhateverItsName(_ program: String, _ name: String) throws {
    let bytes = try packed("plain", by: program)
    try scratch.write(name, bytes)
    let run = try CheckedRun([name], in: scratch.path).json
    for key in ["services", "standards"] { #expect(run[key] == known[key]) }
    #expect(run.at("inputs.0.bytes")?.integer == bytes.count)
    #expect(run.at("inputs.0.rows.accepted")?.integer == 1200)
  }

  @Test(arguments: programs) func compressedStandardInputIsRead(_ program: String) throws {
    try scratch.write("data", try packed("plain", by: program))
    let tool = try ToolRun.path(ofProgram: "slcheck")
    let run = try ToolRun(
      ["-c", "exec \"$0\" --format json < data", tool], program: "/bin/sh", in: scratch.path)
    #expect(run.status == 0)
    #expect(try JSONTree(run.outputBytes)["services"] == known["services"])
    // A pipe cannot be handed on, because its beginning has been read.
    let piped = try ToolRun([], input: .pipe(try scratch.bytes("data")))
    #expect(piped.status == 65)
    #expect(
      piped.errors == "standard input: is \(program)-compressed; pipe it in: \(program) -dc FILE | "
        + "slcheck -\n")
  }

  @Test(arguments: programs, [1, 2, 50, 99])
  func truncatedFileGivesNoVerdict(_ program: String, _ percent: Int) throws {
    let bytes = try packed("plain", by: program)
    try scratch.write("data.csv", Array(bytes.prefix(max(4, bytes.count * percent / 100))))
    try scratch.write("old", "kept")
    let run = try ToolRun(["data.csv", "-o", "old"], in: scratch.path)
    #expect(run.status == 65)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("data.csv: \(program) cannot unpack it: "), "\(run.errors)")
    #expect(run.errorLines.count == 1)
    #expect(try scratch.text("old") == "kept")
    #expect(try scratch.names == ["data.csv", "old", "plain"])
  }

  @Test func truncationIsToldInTheWordsOfTheProgram() throws {
    let bytes = try packed("plain", by: "gzip")
    try scratch.write("data.csv", bytes.dropLast(20))
    #expect(
      try ToolRun(["data.csv"], in: scratch.path).errors
        == "data.csv: gzip cannot unpack it: gzip: stdin: unexpected end of file; there is no "
        + "verdict\n")
  }

  @Test(arguments: programs) func corruptFileGivesNoVerdict(_ program: String) throws {
    var bytes = try packed("plain", by: program)
    for position in [bytes.count / 2, bytes.count - 2] {
      bytes[position] ^= 0x55
      try scratch.write("data.csv", bytes)
      let run = try ToolRun(["data.csv"], in: scratch.path)
      #expect(run.status == 65)
      #expect(run.output == "")
      #expect(run.errors.contains("data.csv: \(program) cannot unpack it: "), "\(run.errors)")
    }
  }

  @Test func rubbishBehindTheEndGivesNoVerdict() throws {
    try scratch.write("data.csv", try packed("plain", by: "gzip") + [1, 2, 3])
    #expect(try ToolRun(["data.csv"], in: scratch.path).status == 65)
  }

  @Test(arguments: programs) func whatIsInsideHasToBeText(_ program: String) throws {
    try scratch.write("inner", try packed("plain", by: "gzip"))
    try scratch.write("data.gz", try packed("inner", by: program))
    let twice = try ToolRun(["data.gz"], in: scratch.path)
    #expect(twice.status == 65)
    #expect(twice.errors.hasPrefix("data.gz: is gzip-compressed"))
    try scratch.write("inner", [0x50, 0x4B, 3, 4] + [UInt8](repeating: 7, count: 300_000))
    try scratch.write("data.gz", try packed("inner", by: program))
    let workbook = try ToolRun(["data.gz"], in: scratch.path)
    #expect(workbook.status == 65)
    #expect(workbook.errors.hasPrefix("data.gz: is an Excel workbook"))
    try scratch.write("inner", "")
    try scratch.write("data.gz", try packed("inner", by: program))
    #expect(try ToolRun(["data.gz"], in: scratch.path).errors.contains("empty"))
  }

  /// Reading ends at the header; the program is ended and not waited for.
  @Test func fileThatIsRefusedEarlyIsNotUnpackedToItsEnd() throws {
    try scratch.write("inner", "a,b\n" + String(repeating: "1,2\n", count: 2_000_000))
    try scratch.write("data.gz", try packed("inner", by: "gzip"))
    let run = try ToolRun(["data.gz"], in: scratch.path)
    #expect(run.status == 65)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("the header is not understood"))
  }

  @Test(arguments: programs) func missingProgramIsNamed(_ program: String) throws {
    try scratch.write("data.csv.gz", try packed("plain", by: program))
    let run = try ToolRun(
      ["data.csv.gz"], environment: ["PATH": "/nowhere"], in: scratch.path)
    #expect(run.status == 66)
    #expect(
      run.errors
        == "data.csv.gz: is compressed, and \(program), which unpacks it, is not found; install "
        + "it, or unpack the file elsewhere\n")
  }
}
