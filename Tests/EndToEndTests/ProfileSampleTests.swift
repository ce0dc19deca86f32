import TestSupport
import Testing

/// The committed export of every known product is read as what it is.
@Suite struct ProfileSampleTests {
  private static let folder = PackageFiles.root + "/SampleData/Profiles"

  /// What must be found in one file.
  struct Sample: Sendable, CustomStringConvertible {
    let file: String
    let profile: String
    let arguments: [String]
    let expected: JSONTree

    var description: String { file }
  }

  static let samples: [Sample] = {
    guard let bytes = try? PackageFiles.bytes("SampleData/Profiles/expected.json"),
      let tree = try? JSONTree(bytes)
    else { return [] }
    return (tree["samples"]?.elements ?? []).map { entry in
      Sample(
        file: entry["file"]?.text ?? "", profile: entry["profile"]?.text ?? "",
        arguments: (entry["arguments"]?.elements ?? []).compactMap(\.text), expected: entry)
    }
  }()

  /// Ways in which a file is saved again.
  enum Saving: String, CaseIterable, Sendable {
    case asItIs
    case withWindowsLineEnds
    case withSemicolonsAndDecimalCommas
    case asUTF16
    case withATitleAndATotal
  }

  @Test func thereIsASampleOfEveryProfile() throws {
    let list = try JSONTree(try ToolRun(["schema", "profiles", "--format", "json"]).outputBytes)
    let names = (list["profiles"]?.elements ?? []).compactMap { $0["name"]?.text }
    #expect(names.count > 15)
    #expect(Self.samples.map(\.profile) == names)
  }

  @Test(arguments: samples)
  func figuresAreThoseOfTheCenter(_ sample: Sample) throws {
    try check(sample, CheckedRun(sample.arguments + [sample.file], in: Self.folder))
  }

  @Test(arguments: samples, Saving.allCases.dropFirst())
  func savedAgainTheyAreTheSame(_ sample: Sample, _ saving: Saving) throws {
    let text = String(
      decoding: try PackageFiles.bytes("SampleData/Profiles/" + sample.file), as: UTF8.self)
    let saved = Self.saved(text, saving, isTable: sample.profile != "asterisk-queue-log")
    let bytes =
      saving == .asUTF16
      ? "\u{FEFF}\(saved)".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } : Array(saved.utf8)
    try check(
      sample, CheckedRun(sample.arguments + ["-"], input: .pipe(bytes), in: Self.folder))
  }

  private func check(_ sample: Sample, _ run: CheckedRun) throws {
    let input = try #require(run.json.at("inputs.0"))
    #expect(input["profile"]?.text == sample.profile)
    #expect(input.at("rows.rejected")?.integer == 0)
    #expect(input["suspect"]?.integer == 0)
    let total = try #require(run.json.at("services.0.total"))
    for name in [
      "offered", "answered", "abandoned", "answeredWithin", "abandonedWithin", "flowOut",
      "shortAbandoned",
    ] {
      #expect(total[name]?.integer == sample.expected[name]?.integer, "\(name)")
    }
    for (name, sum) in [("averageSpeedOfAnswer", "wait"), ("averageHandleTime", "handle")] {
      #expect(total.at(name + ".numerator")?.integer == sample.expected[sum]?.integer, "\(name)")
    }
  }

  private static func saved(_ text: String, _ saving: Saving, isTable: Bool) -> String {
    switch saving {
    case .asItIs, .asUTF16: return text
    case .withATitleAndATotal:
      // A log of events has neither.
      guard isTable else { return text }
      let header = text.prefix { $0 != "\n" }
      let delimiter = header.contains("|") ? "|" : ","
      let empty = header.split(separator: delimiter, omittingEmptySubsequences: false).dropFirst()
      let total = "Grand total" + empty.map { _ in delimiter }.joined()
      return "Queue report\nall queues\n\n" + text + "\n" + total + "\n"
    case .withWindowsLineEnds: return text.split(separator: "\n").map { $0 + "\r\n" }.joined()
    case .withSemicolonsAndDecimalCommas:
      // Nothing in these files is quoted; the pipe of other feeds stays.
      return text.split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map { field in
          let isDuration = field.hasPrefix(" 0")
          let text = isDuration ? String(field.map { $0 == "." ? "," : $0 }) : String(field)
          return text.contains(";") ? "\"\(text)\"" : text
        }.joined(separator: ";") + "\n"
      }.joined()
    }
  }

  @Test func theGeneratorWritesTheCommittedBytes() throws {
    let scratch = try ScratchFolder()
    let run = try ToolRun(["--profiles", scratch.path], program: "CenterGenerator")
    #expect(run.status == 0, "\(run.errors)")
    let names = try scratch.names
    #expect(names == (Self.samples.map(\.file) + ["expected.json"]).sorted())
    for name in names {
      let isEqual = try scratch.bytes(name) == PackageFiles.bytes("SampleData/Profiles/" + name)
      #expect(isEqual, "\(name)")
    }
  }
}

/// Profiles that are asked for, and what is said of them.
@Suite struct ProfileRunTests {
  @Test func theReportNamesTheProfile() throws {
    let file = PackageFiles.root + "/SampleData/Profiles/amazon-connect.csv"
    let run = try ToolRun([file])
    #expect(run.output.contains(": read by the profile amazon-connect\n"))
    #expect(run.output.contains("columns not read: Service level 20 seconds"))
  }

  @Test func rowsThatTheProfileLeavesOutAreCountedApart() throws {
    let scratch = try ScratchFolder()
    let config = try scratch.write(
      "c.json", "{ ignore: [ { column: \"Queue\", is: [\"Sales\"] } ] }")
    let file = PackageFiles.root + "/SampleData/Profiles/genesys-cloud-interactions.csv"
    let run = try CheckedRun(["--config", config, file])
    let notes = (run.json.at("inputs.0.notes")?.elements ?? []).compactMap(\.text)
    let ignored = try #require(notes.first { $0.hasPrefix("ignored: ") })
    #expect(ignored.contains("6 by the profile"))
    #expect(ignored.contains(" by the rule ignore[0]"))
  }

  @Test func everyLineOfALogIsAccountedFor() throws {
    let file = PackageFiles.root + "/SampleData/Profiles/asterisk-queue-log.txt"
    let run = try CheckedRun([file])
    let notes = (run.json.at("inputs.0.notes")?.elements ?? []).compactMap(\.text)
    #expect(notes.contains { $0.contains("events of a contact") && $0.contains("of no call") })
    #expect(run.json.at("inputs.0.rows.accepted")?.integer == 142)
    #expect(run.json.at("inputs.0.first")?.text?.hasPrefix("2026-03-02T08:0") == true)
    let chicago = try CheckedRun(["--time-zone", "America/Chicago", file])
    #expect(chicago.json.at("inputs.0.first")?.text?.hasPrefix("2026-03-02T02:0") == true)
    // The same log twice is one log.
    let twice = try CheckedRun([file, file])
    #expect(twice.json.at("inputs.1.rows.repeated")?.integer == 142)
  }

  @Test(arguments: [(0, nil), (1, "1 row: "), (3, "3 rows: ")] as [(Int, String?)])
  func rowsOfTwoThresholdsAreCounted(_ count: Int, _ words: String?) throws {
    let sample = String(
      decoding: try PackageFiles.bytes("SampleData/Profiles/avaya-cms-hsplit.csv"), as: UTF8.self)
    let lines = sample.split(separator: "\n").enumerated().map { index, line in
      index > 0 && index <= count ? line.dropLast() + "1" : line
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    for command in [[], ["inspect"]] {
      let run = try ToolRun(command + ["-", "--format", "json"], input: .pipe(bytes))
      #expect(run.status == 0)
      let input = try JSONTree(run.outputBytes).at(command.isEmpty ? "inputs.0" : "files.0")
      let notes = (input?["notes"]?.elements ?? []).compactMap(\.text)
      let note = notes.first { $0.hasPrefix("SVCLEVELCHG is 1 in ") }
      #expect(note?.dropFirst(20).hasPrefix(words ?? "none") == (words.map { _ in true }))
    }
  }

  @Test func aMisspelledProfileIsAUsageError() throws {
    let run = try ToolRun(["--profile", "amazon-conect", "x.csv"])
    #expect(run.status == 64)
    #expect(run.errors.contains("--profile: unknown profile \"amazon-conect\"; did you mean"))
    #expect(run.errors.contains("\"amazon-connect\"?"))
  }

  @Test func theListSaysWhatIsNotKnown() throws {
    let run = try ToolRun(["schema", "profiles"])
    #expect(run.status == 0)
    #expect(run.output.contains("\n  not known: the names of all columns: map them with --map"))
    #expect(run.output.contains("\n  answered_within: Answer less Over SLA\n"))
    #expect(run.output.contains("\n  recognized by: the shape of its first lines\n"))
    #expect(run.output.contains("\n  SVCLEVELCHG = 1: the service level in seconds was changed"))
  }
}
