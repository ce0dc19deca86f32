import Foundation
import TestSupport
import Testing

/// What comes in as text never goes out as a command.
@Suite struct HostileTextTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  static let names = [
    "\u{1B}[2J\u{1B}]0;title\u{7}", "a\u{9B}31mb", "two\nlines", "back\r", "\u{202E}gnp.exe",
    "\u{2066}a\u{2069}", "a\u{200B}b\u{200D}c\u{FEFF}d", "x\u{2028}y\u{2029}z", "del\u{7F}\u{8}",
    "<script>alert(1)</script>", "=cmd|'/C calc'!A0", "@SUM(1)", "%s%n%x", "\u{E0041}",
  ]

  /// What a terminal, or a person who reads it, would be misled by.
  static func dangerous(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
      guard scalar != "\n" else { return false }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: return true
      default: return false
      }
    }.map { "U+" + String($0.value, radix: 16) }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// All of them at once, for files and configurations that take one name.
  private static let together = names.joined(separator: " ")

  @Test func namesFromDataAreShownAndNotObeyed() throws {
    var rows = HostileTextTests.names.flatMap { name in
      Export.halfHours(from: "2026-03-02", days: 2).map {
        $0.replacing("Billing", with: HostileTextTests.quoted(name))
      }
    }
    for name in HostileTextTests.names {
      rows.append("2026-03-05 08:00,,\(HostileTextTests.quoted(name)),voice,5,6,0,7,0,0")
    }
    let header = Export.header + "," + HostileTextTests.quoted(HostileTextTests.together)
    try scratch.write("data.csv", Export.file(rows.map { $0 + ",1" }, header: header))
    for arguments in [
      ["data.csv"], ["data.csv", "--detail", "intervals"], ["explain", "8.01", "data.csv"],
    ] {
      let text = try ToolRun(arguments + ["--by", "queue", "-v"], in: scratch.path)
      #expect(text.status == 0, "\(text.errors)")
      #expect(HostileTextTests.dangerous(text.outputBytes) == [])
      #expect(HostileTextTests.dangerous(text.errorBytes) == [])
    }
    let run = try CheckedRun(["data.csv", "--by", "queue"], in: scratch.path)
    let shown = run.json["breakdowns"]?.elements.compactMap { $0.at("by.queue")?.text } ?? []
    #expect(Set(HostileTextTests.names).subtracting(shown) == [])
    // In JSON nothing below a blank stands as it is.
    #expect(run.run.outputBytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  }

  @Test func rejectedTextIsShownAndNotObeyed() throws {
    let name = HostileTextTests.together
    let bad = "2026-03-05 08:00,,Billing,voice,\(HostileTextTests.quoted(name)),1,1,1,1,1"
    try scratch.write(
      "data.csv", Export.file(Export.halfHours(from: "2026-03-02", days: 2) + [bad]))
    let run = try ToolRun(["data.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(HostileTextTests.dangerous(run.errorBytes) == [])
    let header = Export.header.replacing("offered", with: HostileTextTests.quoted(name))
    try scratch.write("data.csv", Export.file([bad], header: header))
    let wrong = try ToolRun(["data.csv", "--map", "offered=nowhere\(name)"], in: scratch.path)
    #expect(wrong.status == 65)
    #expect(HostileTextTests.dangerous(wrong.errorBytes) == [])
  }

  @Test func nameOfAFileIsShownAndNotObeyed() throws {
    let name = HostileTextTests.together.replacing("/", with: "")
    let rows = Export.halfHours(from: "2026-03-02", days: 2)
    try scratch.write("f\(name)", Export.file(rows + ["never"]))
    let read = try ToolRun(["f\(name)", "--max-rejects", "1"], in: scratch.path)
    #expect(read.status == 0)
    let missing = try ToolRun(["missing\(name)"], in: scratch.path)
    #expect(missing.status == 66)
    let output = try ToolRun(
      ["f\(name)", "-q", "--max-rejects", "1", "-o", "no\(name)/x"], in: scratch.path)
    #expect(output.status == 73)
    let option = try ToolRun(["--nothing\(name)"], in: scratch.path)
    #expect(option.status == 64)
    for run in [read, missing, output, option] {
      #expect(!run.errorBytes.isEmpty)
      #expect(HostileTextTests.dangerous(run.errorBytes + run.outputBytes) == [])
    }
  }

  @Test func nameInAConfigurationIsShownAndNotObeyed() throws {
    let name = HostileTextTests.together
    try scratch.write("data.csv", Export.file(Export.halfHours(from: "2026-03-02", days: 2)))
    func literal(_ text: String) -> String {
      "\""
        + text.utf16.map { unit in
          let digits = String(unit, radix: 16)
          return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined() + "\""
    }
    let text = literal(name)
    for (configuration, status) in [
      ("{ services: [{ name: \(text), objectives: [{ percent: 80, seconds: 20 }] }] }", 0),
      ("{ columns: { offered: \(text) } }", 0), ("{ \(text): 1 }", 78),
      ("{ timeZone: \(text) }", 78), ("{ onConflict: \(text) }", 78),
      ("{ require: { \(text): 1 } }", 78),
      ("{ ignore: [{ column: \(text), is: [\(text)] }] }", 0),
    ] as [(String, Int32)] {
      try scratch.write("slcheck.json", configuration)
      let run = try ToolRun(["data.csv"], in: scratch.path)
      #expect(run.status == status, "\(configuration): \(run.errors)")
      #expect(
        HostileTextTests.dangerous(run.errorBytes + run.outputBytes) == [], "\(configuration)")
    }
  }

  /// Configurations that want to do harm, by name, and what the refusal says.
  private static let hostileConfigurations: [(name: String, text: String, says: String)] = [
    ("nested lists", String(repeating: "[", count: 1_000_000), "deep"),
    ("nested objects", String(repeating: "{a:", count: 100_000), "deep"),
    ("huge number", "{ threads: 1e999999999 }", "30 digits"),
    ("long number", "{ maxRejects: " + String(repeating: "9", count: 100_000) + " }", "30 digits"),
    ("long key", "{ \"" + String(repeating: "k", count: 10_000) + "\": 1 }", "unknown"),
    ("doubled key", "{ maxRejects: 1, maxRejects: 2 }", "maxRejects"),
    ("zero byte", "{ maxRejects: \0 1 }", "found"), ("zero byte alone", "\0", "found"),
    ("open comment", "/* " + String(repeating: "*", count: 100_000), "not closed"),
    ("open string", "{ \"a", "not closed"), ("nothing", "", "found the end"),
    ("mark alone", "\u{FEFF}", "found the end"),
  ]

  // By name, since the texts are long.
  @Test(arguments: hostileConfigurations.map(\.name))
  func configurationIsNeverATrap(_ name: String) throws {
    let (_, text, says) = try #require(
      HostileTextTests.hostileConfigurations.first { $0.name == name })
    try scratch.write("data.csv", Export.file(Export.halfHours(from: "2026-03-02", days: 2)))
    try scratch.write("slcheck.json", text)
    let run = try ToolRun(["data.csv"], in: scratch.path)
    #expect(run.status == 78, "\(run.errors.prefix(300))")
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("slcheck.json:"), "\(run.errors.prefix(300))")
    #expect(run.errors.contains(says), "\(run.errors.prefix(300))")
    #expect(run.errorBytes.count < 12_000, "\(run.errorBytes.count)")
  }

  @Test func configurationOfAnySizeIsRefusedInBoundedMemory() throws {
    try scratch.write("data.csv", Export.file(Export.halfHours(from: "2026-03-02", days: 2)))
    try scratch.write("slcheck.json", "{}")
    let handle = try #require(FileHandle(forUpdatingAtPath: scratch.path("slcheck.json")))
    try handle.truncate(atOffset: 100_000_000)
    try handle.close()
    let tool = try ToolRun.path(ofProgram: "slcheck")
    let run = try ToolRun(
      ["-c", ToolRun.memoryLimit(kibibytes: 65_536) + "exec \"$0\" data.csv", tool],
      program: "/bin/sh", in: scratch.path)
    #expect(run.status == 78)
    #expect(run.errors == "slcheck.json: is longer than 16 MiB\n")
  }

  /// A queue that is called like a state has none.
  @Test func namesAreNoStatesOnAPage() throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      "a.csv",
      Export.file(
        ["metro", "missed calls"].flatMap {
          Export.halfHours(from: "2026-02-02", days: 3, queue: $0)
        }))
    let page = try ToolRun(
      ["a.csv", "--by", "queue", "--format", "html"], in: scratch.path
    ).output
    #expect(page.contains(">metro</t") && page.contains(">missed calls</t"))
    #expect(!page.contains("\">missed calls</td>") && !page.contains("is-met\">metro"))
    #expect(page.contains("class=\"is-"))
  }
}
