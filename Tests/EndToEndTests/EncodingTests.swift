import TestSupport
import Testing

/// The same text in any encoding gives the same figures, and the report says what it was.
@Suite struct EncodingTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let text = Export.file(
    Export.halfHours(from: "2026-03-02", days: 3, queue: "Zürich €")
      + Export.halfHours(from: "2026-03-02", days: 3, queue: "Genf"))

  private static func utf16(_ text: String, lowFirst: Bool) -> [UInt8] {
    "\u{FEFF}\(text)".utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return lowFirst ? bytes.reversed() : bytes
    }
  }

  private static func windows1252(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }
  }

  /// The same text in every encoding, and what is said of it.
  private static let encodings: [(name: String, bytes: [UInt8], notes: [String])] = [
    ("utf-8 with byte-order mark", Array("\u{FEFF}\(text)".utf8), []),
    ("utf-16, little-endian", utf16(text, lowFirst: true), []),
    ("utf-16, big-endian", utf16(text, lowFirst: false), []),
    (
      "windows-1252", windows1252(text),
      ["12 fields are not UTF-8 and were read as Windows-1252"]
    ),
  ]

  // By name, since the texts are long.
  @Test(arguments: encodings.map(\.name))
  func everyEncodingGivesTheSameFigures(_ name: String) throws {
    let (_, bytes, notes) = try #require(EncodingTests.encodings.first { $0.name == name })
    try scratch.write("data.csv", EncodingTests.text)
    let known = try CheckedRun(["data.csv", "--by", "queue"], in: scratch.path).json
    try scratch.write("data.csv", bytes)
    for arguments in [["data.csv"], ["-"]] {
      let run = try CheckedRun(
        arguments + ["--by", "queue"], input: .pipe(arguments == ["-"] ? bytes : []),
        in: scratch.path
      ).json
      for key in ["services", "breakdowns", "standards"] { #expect(run[key] == known[key]) }
      #expect(run.at("inputs.0.encoding")?.text == name)
      #expect(run.at("inputs.0.bytes")?.integer == bytes.count)
      #expect(run.at("inputs.0.delimiter")?.text == ",")
      let said = run.at("inputs.0.notes")?.elements.compactMap(\.text) ?? []
      #expect(notes.allSatisfy(said.contains), "\(said)")
      #expect(said.contains { $0.contains("Windows-1252") } == !notes.isEmpty)
    }
    #expect(known.at("inputs.0.encoding")?.text == "utf-8")
  }

  @Test func twoFilesInOneAreReadFieldByField() throws {
    let rows = Export.halfHours(from: "2026-03-02", days: 2, queue: "Zürich")
    let others = Export.halfHours(from: "2026-03-04", days: 1, queue: "Zürich")
    try scratch.write(
      "data.csv",
      Array(Export.file(rows).utf8)
        + EncodingTests.windows1252(others.map { $0 + "\n" }.joined()))
    let run = try CheckedRun(["data.csv", "--by", "queue"], in: scratch.path).json
    #expect(run.at("inputs.0.encoding")?.text == "utf-8 and windows-1252")
    #expect(
      run.at("inputs.0.notes.0")?.text == "4 fields are not UTF-8 and were read as Windows-1252")
    let queues = run["breakdowns"]?.elements.compactMap { $0.at("by.queue")?.text } ?? []
    #expect(Set(queues) == ["Zürich"])
  }

  @Test func headerMayBeOfAnotherEncoding() throws {
    let text = EncodingTests.text.replacing("offered,answered,", with: "Anrüfe,answered,")
    try scratch.write("data.csv", EncodingTests.windows1252(text))
    let run = try CheckedRun(["data.csv", "--map", "offered=Anrüfe"], in: scratch.path).json
    #expect(run.at("inputs.0.rows.accepted")?.integer == 24)
  }

  @Test func rejectsKeepTheBytesAsTheyAre() throws {
    let bad = EncodingTests.windows1252("never,,Zürich,voice,1,1,1,1,1,1")
    try scratch.write("data.csv", Array(EncodingTests.text.utf8) + bad)
    let run = try ToolRun(["data.csv", "--rejects", "bad.csv"], in: scratch.path)
    #expect(run.status == 65)
    let list = try scratch.bytes("bad.csv")
    #expect(list.suffix(bad.count + 2) == bad + Array("\"\n".utf8))
  }

  @Test func brokenUnitsAreReplacedAndSaid() throws {
    var bytes = EncodingTests.utf16(EncodingTests.text, lowFirst: true)
    let umlaut = try #require(bytes.indices.first { bytes[$0] == 0xFC && $0 % 2 == 0 })
    bytes[umlaut + 1] = 0xD8
    try scratch.write("data.csv", bytes)
    let run = try CheckedRun(["data.csv"], in: scratch.path).json
    #expect(
      run.at("inputs.0.notes.0")?.text
        == "1 character is not valid UTF-16 and was replaced by U+FFFD")
  }

  /// As in a file behind another one.
  @Test func markBeforeARepeatedHeaderBelongsToIt() throws {
    try scratch.write("data.csv", EncodingTests.text + "\u{FEFF}" + EncodingTests.text)
    let run = try CheckedRun(["data.csv"], in: scratch.path).json
    #expect(run.at("inputs.0.rows.accepted")?.integer == 24)
    #expect(run.at("inputs.0.rows.repeated")?.integer == 24)
    #expect(run.at("inputs.0.rows.ignored")?.integer == 1)
  }

  @Test func markInTheMiddleIsShownAndNotObeyed() throws {
    try scratch.write("data.csv", EncodingTests.text + "\u{FEFF}never,,,,1,1,1,1,1,1\n")
    let run = try ToolRun(["data.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(
      run.errorLines.first?.hasPrefix(
        "data.csv:26:1: interval_start: \"<U+FEFF>never\" is not a time") == true)
  }
}
