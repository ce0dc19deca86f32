import Basics
import Foundation
import TestSupport
import Testing

/// With --digest the report names every input's SHA-256, which is that of the stored bytes.
@Suite struct DigestTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let text = Export.file(
    Export.halfHours(from: "2026-03-02", days: 3, queue: "Zürich")
      + Export.halfHours(from: "2026-03-02", days: 3, queue: "Genf"))

  /// What the system's own program says of bytes, or where it has none, what the library says.
  private func known(_ bytes: [UInt8]) throws -> String {
    let program = "/usr/bin/sha256sum"
    guard FileManager.default.isExecutableFile(atPath: program) else {
      var digest = SHA256()
      digest.update(ContiguousArray(bytes).span)
      return digest.hexadecimal()
    }
    let path = try scratch.write("digested", bytes)
    return String(try ToolRun([path], program: program).output.prefix(64))
  }

  /// What a report says but the digests.
  private func withoutDigests(_ json: String) -> String {
    json.replacing(
      #/"sha256" : "[0-9a-f]{64}",\n      "suspect"/#, with: "\"sha256\" : null,\n      \"suspect\""
    )
  }

  // MARK: - What is digested

  /// Intervals, contacts, evaluations, surveys, costs, attestations and exclusions.
  @Test func everyKindOfFileHasTheDigestOfItsBytes() throws {
    let files = SampleVerdictTests.names.map { "SampleData/" + $0 }
    let arguments = ["--config", "SampleData/slcheck.json"] + files
    let run = try CheckedRun(arguments + ["--digest"], in: PackageFiles.root)
    let inputs = try #require(run.json["inputs"]).elements
    #expect(inputs.count == files.count)
    for (input, file) in zip(inputs, files) {
      #expect(try input["sha256"]?.text == known(PackageFiles.bytes(file)), "\(file)")
    }
    let plain = try CheckedRun(arguments, in: PackageFiles.root)
    #expect(plain.json["inputs"]?.elements.allSatisfy { $0["sha256"] == .null } == true)
    #expect(withoutDigests(run.run.output) == plain.run.output)
  }

  @Test(arguments: [
    "asterisk-queue-log.txt", "nice-iex-queue.txt", "genesys-cloud-interactions.csv",
  ])
  func exportsOfProductsHaveIt(_ name: String) throws {
    let file = "SampleData/Profiles/" + name
    let profile = name.hasPrefix("nice-iex") ? ["--profile", "nice-iex-queue"] : []
    let run = try CheckedRun(
      [file, "--digest", "--time-zone", "America/Chicago"] + profile, in: PackageFiles.root)
    #expect(try run.json.at("inputs.0.sha256")?.text == known(PackageFiles.bytes(file)))
  }

  private static let encodings: [(name: String, bytes: [UInt8])] = [
    ("line feeds", Array(text.utf8)),
    ("carriage returns and line feeds", Array(text.replacing("\n", with: "\r\n").utf8)),
    ("carriage returns", Array(text.replacing("\n", with: "\r").utf8)),
    ("a mark", Array("\u{FEFF}\(text)".utf8)),
    ("windows-1252", text.unicodeScalars.map { UInt8($0.value) }),
    ("utf-16", "\u{FEFF}\(text)".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    ("no line break at the end", Array(text.utf8.dropLast())),
    ("a title and what stands below", Array("Report of March\n\n\(text)\nTotal,,,\n\n\n".utf8)),
  ]

  // By name, since the texts are long.
  @Test(arguments: encodings.map(\.name), ["data.csv", "-"])
  func bytesAreDigestedBeforeTheyAreDecoded(_ name: String, _ path: String) throws {
    let bytes = try #require(DigestTests.encodings.first { $0.name == name }).bytes
    try scratch.write("data.csv", bytes)
    for threads in ["1", "2"] {
      let run = try CheckedRun(
        [path, "--digest", "--threads", threads], input: .pipe(path == "-" ? bytes : []),
        in: scratch.path)
      #expect(try run.json.at("inputs.0.sha256")?.text == known(bytes))
      #expect(run.json.at("inputs.0.bytes")?.integer == bytes.count)
    }
  }

  /// Gzip and zstd: the file, and not what is in it.
  @Test(arguments: CompressedTests.programs)
  func whatIsCompressedIsDigestedAsItIs(_ program: String) throws {
    try scratch.write("plain", DigestTests.text)
    let packed = try ToolRun(["-c", "plain"], program: "/usr/bin/\(program)", in: scratch.path)
      .outputBytes
    try scratch.write("data.csv", packed)
    let run = try CheckedRun(["data.csv", "--digest"], in: scratch.path)
    #expect(try run.json.at("inputs.0.sha256")?.text == known(packed))
    let tool = try ToolRun.path(ofProgram: "slcheck")
    let redirected = try ToolRun(
      ["-c", "exec \"$0\" --format json --digest < data.csv", tool], program: "/bin/sh",
      in: scratch.path)
    let json = try JSONTree(redirected.outputBytes)
    #expect(try json.at("inputs.0.sha256")?.text == known(packed))
  }

  /// The order of the dates stands in the last row, or nowhere: the file is read twice.
  @Test func inputThatIsBegunAgainIsDigestedOnce() throws {
    var rows = (1...12).flatMap { month in
      (0..<700).map { "\(month)/\($0 % 12 + 1)/2026 08:00,queue \($0),9,8,1,7\n" }
    }
    rows.append("12/31/2026 08:00,queue 1,9,8,1,7\n")
    let header = "interval_start,queue,offered,answered,abandoned,answered_within\n"
    let bytes = Array((header + rows.joined()).utf8)
    #expect(bytes.count > 270_000)
    try scratch.write("data.csv", bytes)
    for path in ["data.csv", "-"] {
      let run = try CheckedRun(
        [path, "--digest", "--on-conflict", "first"], input: .pipe(path == "-" ? bytes : []),
        in: scratch.path)
      #expect(try run.json.at("inputs.0.sha256")?.text == known(bytes))
    }
  }

  // MARK: - Beside everything else

  /// Many chunks, with records that go on from one to the next, on any number of threads.
  @Test func fileOfManyChunksHasItOnAnyThreads() throws {
    var text = "interval_start,queue,offered,answered,abandoned,answered_within,note\n"
    for (index, start) in Export.halfHours(from: "2026-01-05", days: 1400).enumerated() {
      for queue in ["Billing", "Sales", "Support"] {
        let note = index % 97 == 5 ? "\"two\nlines\"" : "Zürich"
        text += "\(start.prefix(16)),\(queue),\(index % 23 + 2),\(index % 23 + 1),1,0,\(note)\n"
      }
    }
    let bytes = Array(text.utf8)
    #expect(bytes.count > 600_000)
    try scratch.write("data.csv", bytes)
    let plain = try CheckedRun(["data.csv"], in: scratch.path)
    let expected = try known(bytes)
    for threads in [["--threads", "1"], ["--threads", "2"], ["--threads", "8"], []] {
      let run = try CheckedRun(["data.csv", "--digest"] + threads, in: scratch.path)
      #expect(run.json.at("inputs.0.sha256")?.text == expected, "\(threads)")
      #expect(withoutDigests(run.run.output) == plain.run.output, "\(threads)")
      let pipe = try CheckedRun(["--digest"] + threads, input: .pipe(bytes), in: scratch.path)
      #expect(pipe.json.at("inputs.0.sha256")?.text == expected, "\(threads)")
    }
  }

  @Test func textNamesItInALineOfItsOwn() throws {
    try scratch.write("a.csv", DigestTests.text)
    try scratch.write("b.csv", DigestTests.text + "\n")
    let plain = try ToolRun(["a.csv", "b.csv"], in: scratch.path)
    let run = try ToolRun(["a.csv", "b.csv", "--digest"], in: scratch.path)
    #expect(run.status == plain.status)
    let said = try ["a.csv", "b.csv"].map { name in
      "  \(name): SHA-256 \(try known(scratch.bytes(name)))"
    }
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.filter { $0.contains("SHA-256") } == said)
    #expect(
      lines.filter { !$0.contains("SHA-256") }.joined(separator: "\n") == plain.output)
  }

  // MARK: - What has no report

  @Test(arguments: [
    "", Export.header, Export.header + "\n", Export.header + "\n\n", "nothing,known\n1,2\n",
  ])
  func inputWithoutRowsIsRefusedAsWithoutIt(_ text: String) throws {
    try scratch.write("data.csv", text)
    let plain = try ToolRun(["data.csv"], in: scratch.path)
    let run = try ToolRun(["data.csv", "--digest"], in: scratch.path)
    #expect(run.status == 65 && plain.status == 65)
    #expect(run.errors == plain.errors)
    #expect(run.output.isEmpty)
  }
}
