import Audit
import Foundation
import Reports
import TestSupport
import Testing

/// A report is run again from its inputs, and what differs is named.
@Suite struct VerifyTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write("a.csv", Export.file(Export.halfHours(from: "2026-02-02", days: 40)))
    try scratch.write(
      "b.csv", Export.file(Export.halfHours(from: "2026-02-02", days: 40, queue: "Sales")))
  }

  /// Writes a report of files, with what is typed beside.
  private func record(
    _ arguments: [String], as name: String = "r.json", location: SourceLocation = #_sourceLocation
  ) throws {
    let run = try ToolRun(
      arguments + ["--format", "json", "--digest", "-o", name], in: scratch.path)
    #expect((0...2).contains(run.status), "\(run.errors)", sourceLocation: location)
  }

  /// Replaces a text in the report, once.
  private func edit(
    _ old: String, _ new: String, of name: String = "r.json",
    location: SourceLocation = #_sourceLocation
  ) throws {
    let text = try scratch.text(name)
    let range = try #require(text.range(of: old), sourceLocation: location)
    try scratch.write(name, text.replacingCharacters(in: range, with: new))
  }

  private func verify(
    _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
  ) throws -> ToolRun {
    try ToolRun(["verify"] + arguments, environment: environment, in: folder ?? scratch.path)
  }

  // MARK: - What verifies

  @Test func sameFilesGiveTheSameReport() throws {
    try record(["a.csv", "b.csv"])
    let run = try verify(["r.json", "a.csv", "b.csv"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let line = #/verified: 2 files, [0-9,]+ figures the same\n/#
    #expect(run.output.wholeMatch(of: line) != nil, "\(run.output)")
    #expect(run.errors.isEmpty)
  }

  @Test func orderNamesAndFoldersDoNotMatter() throws {
    try record(["a.csv", "b.csv"])
    #expect(try verify(["r.json", "b.csv", "a.csv"]).status == 0)
    try scratch.makeFolder("moved")
    try scratch.write("moved/first", scratch.bytes("b.csv"))
    try scratch.write("moved/a.csv", scratch.bytes("a.csv"))
    let moved = try verify(["r.json", "moved/first", "moved/a.csv"])
    #expect(moved.status == 0, "\(moved.output)")
    let elsewhere = try verify(
      ["../r.json", "first", "a.csv", "--threads", "1"],
      environment: ["TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8", "LC_ALL": "C"],
      in: scratch.path("moved"))
    #expect(elsewhere.status == 0, "\(elsewhere.output)\(elsewhere.errors)")
  }

  @Test func namesThatAreEqualInTwoFoldersAreTwoFiles() throws {
    try scratch.makeFolder("x")
    try scratch.makeFolder("y")
    try scratch.write("x/d.csv", scratch.bytes("a.csv"))
    try scratch.write("y/d.csv", scratch.bytes("b.csv"))
    try record(["x/d.csv", "y/d.csv"])
    #expect(try verify(["r.json", "y/d.csv", "x/d.csv"]).status == 0)
    try scratch.write("y/d.csv", Array(scratch.bytes("b.csv").dropLast(60)))
    let run = try verify(["r.json", "x/d.csv", "y/d.csv"])
    #expect(run.status == 1)
    #expect(run.output.contains("y/d.csv is not the file that was read: its SHA-256 is "))
    #expect(!run.output.contains("x/d.csv"))
  }

  @Test func fileThatWasReadTwiceIsNeededTwice() throws {
    try record(["a.csv", "a.csv"])
    #expect(try verify(["r.json", "a.csv", "a.csv"]).status == 0)
    let once = try verify(["r.json", "a.csv"])
    #expect(once.status == 1)
    #expect(once.output.contains("a.csv, which was read, is not among the files"))
    try record(["a.csv"], as: "once.json")
    let twice = try verify(["once.json", "a.csv", "a.csv"])
    #expect(twice.status == 1)
    #expect(twice.output.contains("a.csv is given once more than its bytes were read"))
  }

  /// What was typed is in the report, and not typed again.
  @Test(arguments: [
    ["a.csv", "b.csv", "--by", "queue,site"], ["a.csv", "--detail", "days"],
    ["a.csv", "--detail", "intervals", "--by", "channel"], ["a.csv", "--require", "8.01=4"],
    ["a.csv", "--as-of", "2026-02-20"], ["a.csv", "--objective", "85.5/30"],
    ["a.csv", "--formula", "answered"], ["a.csv", "--time-zone", "Europe/Berlin"],
    ["a.csv", "--kind", "intervals"], ["a.csv", "--delimiter", "comma"],
    ["odd.txt", "--delimiter", "#", "--map", "offered=Calls", "--map", "queue=site"],
    ["a.csv", "--on-conflict", "last"], ["a.csv", "--max-rejects", "0.5%", "--strict-counts"],
    ["bad.csv", "--max-rejects", "1"],
    ["equal.csv", "--accept-implausible", "abandoned", "--accept-implausible", "abandoned"],
  ])
  func optionsAreRepeatedFromTheReport(_ arguments: [String]) throws {
    let rows = Export.halfHours(from: "2026-02-02", days: 5)
    try scratch.write(
      "odd.txt",
      Export.file(rows).replacing("offered", with: "Calls", maxReplacements: 1)
        .replacing(",", with: "#"))
    try scratch.write("bad.csv", Export.file(rows + ["never,,,,1,1,0,1,1,1"]))
    try scratch.write(
      "equal.csv",
      Export.file(Export.daily(from: "2026-01-05", through: "2026-03-05") { _ in 80 })
        .replacing(",100,99,1,80,", with: ",100,0,100,0,"))
    let files = arguments.prefix { !$0.hasPrefix("-") }
    try record(arguments)
    let run = try verify(["r.json"] + files)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: [
    ("nice-iex-queue.txt", ["--profile", "nice-iex-queue"]), ("asterisk-queue-log.txt", []),
    ("genesys-cloud-interactions.csv", ["--time-zone", "America/Chicago"]),
  ])
  func exportsOfProductsVerify(_ name: String, _ options: [String]) throws {
    let file = PackageFiles.root + "/SampleData/Profiles/" + name
    try record([file] + options)
    try scratch.write("elsewhere", PackageFiles.bytes("SampleData/Profiles/" + name))
    let run = try verify(["r.json", "elsewhere"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  /// All kinds of files at once, with a configuration that verify is not told.
  @Test func sampleVerifies() throws {
    let files = SampleVerdictTests.names.map { PackageFiles.root + "/SampleData/" + $0 }
    try record(
      ["--config", PackageFiles.root + "/SampleData/slcheck.json", "--require", "8.01=1"] + files)
    // Lying around, and none of its business.
    try scratch.write("slcheck.json", "{ shortAbandonSeconds: 17 }")
    let run = try verify(["r.json"] + files.reversed())
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test func reportOfStandardInputVerifiesFromAFile() throws {
    let run = try ToolRun(
      ["-", "--format", "json", "--digest", "-o", "r.json"],
      input: .pipe(scratch.bytes("a.csv")), in: scratch.path)
    #expect(run.status == 0)
    #expect(try verify(["r.json", "a.csv"]).status == 0)
    let other = try verify(["r.json", "b.csv"])
    #expect(other.status == 1)
    #expect(other.output.contains("b.csv is not the file that was read as standard input"))
  }

  @Test func keysInAnotherOrderAndOtherBlanksAreTheSame() throws {
    try record(["a.csv"])
    let object = try JSONSerialization.jsonObject(with: Data(scratch.bytes("r.json")))
    let compact = try JSONSerialization.data(withJSONObject: object)
    try scratch.write("r.json", Array(compact))
    let run = try verify(["r.json", "a.csv"])
    #expect(run.status == 0, "\(run.output)")
  }

  // MARK: - What does not

  @Test func oneByteOfAnInputNamesTheFile() throws {
    try record(["a.csv", "b.csv"])
    var bytes = try scratch.bytes("b.csv")
    bytes[bytes.count / 2] ^= 1
    try scratch.write("b.csv", bytes)
    let run = try verify(["r.json", "a.csv", "b.csv"])
    #expect(run.status == 1)
    let problem =
      #/does not verify\nb\.csv is not the file that was read: its SHA-256 is [0-9a-f]{64}, the report has [0-9a-f]{64}\nnothing was computed again\n/#
    #expect(run.output.wholeMatch(of: problem) != nil, "\(run.output)")
  }

  @Test func oneCountOfTheReportNamesItsPath() throws {
    try record(["a.csv"])
    let json = try JSONTree(scratch.bytes("r.json"))
    let met = try #require(json.at("services.0.months.1.intervals.met")?.integer)
    let service = try #require(json.at("services.0.name")?.text)
    let lines = try scratch.text("r.json").split(separator: "\n", omittingEmptySubsequences: false)
    // Of the months: the second one's intervals.
    let months = try #require(lines.firstIndex { $0.contains("\"months\" : [") })
    let places = lines.indices.filter { $0 > months && lines[$0].contains("\"met\" : \(met)") }
    var changed = 0
    for place in places {
      var edited = lines
      edited[place] = "\(lines[place].replacing("\(met)", with: "\(met + 1)"))"
      try scratch.write("edited.json", edited.joined(separator: "\n"))
      let tree = try JSONTree(scratch.bytes("edited.json"))
      guard tree.at("services.0.months.1.intervals.met")?.integer == met + 1 else { continue }
      changed += 1
      let run = try verify(["edited.json", "a.csv"])
      #expect(run.status == 1)
      #expect(
        run.output == """
          does not verify: 1 value differs
          services[0].months[1].intervals.met: \(met + 1), now \(met)
          in \(service), 2026-03

          """)
    }
    #expect(changed == 1)
  }

  @Test func changedConfigurationIsNamedByItsDigest() throws {
    try record(["a.csv"])
    try edit("\"shortAbandonSeconds\" : 5", "\"shortAbandonSeconds\" : 6")
    let run = try verify(["r.json", "a.csv"])
    #expect(run.status == 1)
    #expect(run.output.contains("configuration.sha256: \""))
  }

  @Test func otherConfigurationIsADifference() throws {
    try record(["a.csv"])
    try scratch.write("same.json", "{}")
    #expect(try verify(["r.json", "a.csv", "--config", "same.json"]).status == 0)
    try scratch.write("other.json", "{ shortAbandonSeconds: 6 }")
    let run = try verify(["r.json", "a.csv", "--config", "other.json"])
    #expect(run.status == 1)
    #expect(run.output.contains("configuration.effective.shortAbandonSeconds: 5, now 6"))
  }

  @Test func fileThatWasNotReadIsSaid() throws {
    try record(["a.csv"])
    let run = try verify(["r.json", "a.csv", "b.csv"])
    #expect(run.status == 1)
    #expect(run.output.contains("b.csv was not read when the report was made"))
  }

  @Test func filesThatGiveNoReportDoNotVerify() throws {
    try scratch.write(
      "bad.csv", Export.file(Export.halfHours(from: "2026-02-02", days: 5) + ["never"]))
    try record(["bad.csv", "--max-rejects", "1"])
    try edit("\"maxRejects\" : 1", "\"maxRejects\" : 0")
    let run = try verify(["r.json", "bad.csv"])
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("does not verify: the files give no report\n"))
    #expect(run.output.contains("1 of 21 rows were rejected"))
  }

  // MARK: - Versions

  @Test func versionAloneIsNoDifference() throws {
    try record(["a.csv"])
    try edit("\"version\" : \"0.1.0\"", "\"version\" : \"0.0.9\"")
    let run = try verify(["r.json", "a.csv"])
    #expect(run.status == 0)
    #expect(
      run.output.contains("made by version 0.0.9; this is 0.1.0; every figure in it is the same\n"))
  }

  @Test func keysThatCameLaterAreNoDifferenceToAnOlderVersion() throws {
    try record(["a.csv"])
    let text = try scratch.text("r.json")
    let reading = try #require(text.firstRange(of: #/"reading" : \{[^}]*\},\n */#))
    try scratch.write("r.json", text.replacingCharacters(in: reading, with: ""))
    #expect(try verify(["r.json", "a.csv"]).status == 1)
    var version = "0.1.0"
    for other in ["0.1.1", "1.0.0", "0.0.9-a", "0.0", "", "0.0.9"] {
      try edit("\"version\" : \"\(version)\"", "\"version\" : \"\(other)\"")
      version = other
      let status: Int32 = other == "0.0.9" ? 0 : 1
      #expect(try verify(["r.json", "a.csv"]).status == status, "\(other)")
    }
    let run = try verify(["r.json", "a.csv"])
    #expect(run.status == 0, "\(run.output)")
    #expect(
      run.output.contains(
        "; this is 0.1.0; every figure in it is the same; 4 values of this version are not in it\n"),
      "\(run.output)")
    #expect(run.output.contains("this version has beside these: configuration.reading"))
    // Taken out of one month alone it was no later key.
    try edit("\"coverage\" :", "\"coverage2\" :")
    #expect(try verify(["r.json", "a.csv"]).status == 1)
  }

  // MARK: - What is no report

  @Test(arguments: [
    ("{\"schema\":\"slcheck.report/1\"}", "is no whole report: it has no version"),
    ("{}", "is no report: expected \"schema\": \"slcheck.report/1\""),
    ("[]", "is no report"), ("7", "is no report"), ("", ":1:1: expected a value"),
    ("interval_start,offered\n", ":1:1: expected a value"),
    ("{\"schema\":\"slcheck.inspection/1\"}", "found \"slcheck.inspection/1\""),
    ("{\"schema\":\"a\u{1B}[2J\"}", ":1:"),
    (String(repeating: "[", count: 100_000), "nested more than 32 levels deep"),
  ])
  func whatIsNoReportIsRefused(_ text: String, _ sentence: String) throws {
    try scratch.write("r.json", text)
    let run = try verify(["r.json", "a.csv"])
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("r.json:") && run.errors.contains(sentence), "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(HostileTextTests.dangerous(run.errorBytes) == [])
  }

  /// What is listed beside the months cannot be taken out either.
  @Test func listsThatAreTakenOutDoNotVerify() throws {
    try record(["a.csv", "--detail", "days"])
    #expect(try verify(["r.json", "a.csv"]).status == 0)
    var json = try #require(
      try JSONSerialization.jsonObject(with: Data(scratch.bytes("r.json"))) as? [String: Any])
    var services = try #require(json["services"] as? [[String: Any]])
    for index in services.indices { services[index]["days"] = nil }
    json["services"] = services
    try scratch.write("r.json", Array(JSONSerialization.data(withJSONObject: json)))
    #expect(try verify(["r.json", "a.csv"]).status == 1)
  }

  /// Whatever is taken out, the rest is never verified.
  @Test func hollowReportsDoNotVerify() throws {
    try record(["a.csv", "--detail", "days"])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(scratch.bytes("r.json"))) as? [String: Any])
    for version in ["0.1.0", "0.0.9"] {
      for key in json.keys where key != "version" {
        var hollow = json
        hollow["version"] = version
        hollow[key] = nil
        try scratch.write("h.json", Array(JSONSerialization.data(withJSONObject: hollow)))
        let run = try verify(["h.json", "a.csv"])
        #expect(run.status == 65, "without \(key): \(run.output)")
        if json[key] is [Any], (json[key] as? [Any])?.isEmpty == false {
          hollow[key] = [Any]()
          try scratch.write("h.json", Array(JSONSerialization.data(withJSONObject: hollow)))
          let empty = try verify(["h.json", "a.csv"])
          #expect([1, 65].contains(empty.status), "empty \(key): \(empty.output)")
        }
      }
    }
  }

  /// No version excuses a key that is lacking wherever it stood, but those that came later.
  @Test func guttedReportOfAnOlderVersionDoesNotVerify() throws {
    try record(["a.csv", "b.csv", "--by", "queue"])
    let again = try JSONDocument(scratch.bytes("r.json"))
    var json = try #require(
      try JSONSerialization.jsonObject(with: Data(scratch.bytes("r.json"))) as? [String: Any])
    json["version"] = "0.0.9"
    let places = Self.places(json)
    #expect(places.count > 200)
    for place in places {
      let gutted = try #require(Self.without(place[...], json))
      let bytes = Array(try JSONSerialization.data(withJSONObject: gutted))
      // What is refused is not verified either.
      guard let report = try? RecordedReport(bytes) else { continue }
      let comparison = Verification.compare(report, with: again, version: "0.1.0")
      let isLater = [["configuration", "reading"], ["configuration", "detail"]].contains(place)
      #expect((comparison.differenceCount == 0) == isLater, "\(place)")
    }
  }

  /// The keys that lead to each member of each object; an asterisk for any entry of a list.
  private static func places(_ value: Any) -> Set<[String]> {
    if let object = value as? [String: Any] {
      return object.reduce(into: []) { places, member in
        places.insert([member.key])
        places.formUnion(Self.places(member.value).map { [member.key] + $0 })
      }
    }
    let elements = value as? [Any] ?? []
    return elements.reduce(into: []) { $0.formUnion(places($1).map { ["*"] + $0 }) }
  }

  private static func without(_ place: ArraySlice<String>, _ value: Any) -> Any? {
    guard let key = place.first else { return nil }
    if let elements = value as? [Any] {
      return elements.map { without(place.dropFirst(), $0) ?? $0 }
    }
    guard var object = value as? [String: Any], let member = object[key] else { return value }
    object[key] = without(place.dropFirst(), member)
    return object
  }

  @Test func reportWithoutDigestsSaysSo() throws {
    let run = try ToolRun(["a.csv", "--format", "json", "-o", "r.json"], in: scratch.path)
    #expect(run.status == 0)
    let verified = try verify(["r.json", "a.csv"])
    #expect(verified.status == 65)
    #expect(verified.errors.contains("r.json: was made without --digest"))
  }

  // MARK: - Files and outputs

  @Test func filesThatCannotBeOpenedEndWith66() throws {
    try record(["a.csv"])
    #expect(try verify(["r.json", "gone.csv"]).status == 66)
    #expect(try verify(["gone.json", "a.csv"]).status == 66)
    #expect(try verify(["r.json", scratch.path]).status == 66)
    for path in ["-", "/dev/stdin", "/dev/null"] {
      let run = try verify(["r.json", path])
      #expect(run.status == 64, "\(path)")
      #expect(run.errors.contains("reads its files twice"))
    }
  }

  @Test func outputsDoNotOverwriteWhatIsRead() throws {
    try record(["a.csv"])
    let report = try scratch.bytes("r.json")
    for options in [["-o", "r.json"], ["--rejects", "r.json"], ["-o", "./r.json"]] {
      let run = try verify(["r.json", "a.csv"] + options)
      #expect(run.status == 64)
      #expect(run.errors.contains("would overwrite r.json, which is read"))
    }
    #expect(try scratch.bytes("r.json") == report)
    #expect(try verify(["r.json", "a.csv", "-o", "a.csv"]).status == 64)
    let run = try verify(["r.json", "a.csv", "-o", "result", "--rejects", "list"])
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(try scratch.text("result").hasPrefix("verified: 1 file, "))
    #expect(try scratch.text("list") == "file,line,column,reason,record\n")
  }

  @Test func namesAreShownAndNotObeyed() throws {
    let name = "\u{1B}[2J\u{202E}gnp.csv"
    try scratch.write(name, scratch.bytes("a.csv"))
    try record([name])
    for file in [name, "a.csv", "b.csv"] {
      let run = try verify(["r.json", file])
      #expect(run.status == (file == "b.csv" ? 1 : 0))
      #expect(HostileTextTests.dangerous(run.outputBytes + run.errorBytes) == [])
    }
    try edit("\"version\" : \"0.1.0\"", "\"version\" : \"0.\\u001b[2J\"")
    let run = try verify(["r.json", "a.csv"])
    #expect(HostileTextTests.dangerous(run.outputBytes) == [])
  }

  /// Two spellings of one letter are two names.
  @Test func textIsComparedByItsBytes() throws {
    let rows = Export.halfHours(from: "2026-02-02", days: 3, queue: "Cafe\u{301}")
    try scratch.write("a.csv", Export.file(rows))
    try record(["a.csv", "--by", "queue"])
    #expect(try verify(["r.json", "a.csv"]).status == 0)
    try edit("Cafe\u{301}", "Caf\u{E9}")
    #expect(try verify(["r.json", "a.csv"]).status == 1)
  }

  // MARK: - JSON

  @Test func jsonKeepsToItsSchema() throws {
    let schema = try JSONTree(try ToolRun(["schema", "verify"]).outputBytes)
    let validator = JSONSchemaValidator(schema, isStrict: true)
    #expect(validator.untidyPlaces == [])
    func checked(_ arguments: [String], status: Int32) throws -> JSONTree {
      let run = try verify(arguments + ["--format", "json"])
      #expect(run.status == status, "\(run.errors)")
      let json = try JSONTree(run.outputBytes)
      #expect(validator.problems(in: json) == [])
      return json
    }
    try record(["a.csv"])
    let same = try checked(["r.json", "./a.csv"], status: 0)
    #expect(same["verified"] == .bool(true) && same["difference"] == .null)
    #expect(same.at("inputs.0.path")?.text == "a.csv")
    #expect(same.at("inputs.0.file")?.text == "./a.csv")
    let other = try checked(["r.json", "b.csv"], status: 1)
    #expect(other["verified"] == .bool(false) && other["problems"]?.elements.count == 1)
    #expect(other.at("inputs.0.file") == .null)
    try edit("\"unmatched\" : 0", "\"unmatched\" : 3")
    let edited = try checked(["r.json", "a.csv"], status: 1)
    #expect(edited["differences"]?.integer == 1)
    #expect(edited.at("difference.path")?.text == "unmatched")
    #expect(edited.at("difference.was")?.text == "3" && edited.at("difference.now")?.text == "0")
  }
}
