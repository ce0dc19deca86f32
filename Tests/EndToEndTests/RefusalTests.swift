import TestSupport
import Testing

/// What cannot be done is refused with its status and a sentence, and prints no result.
@Suite struct RefusalTests {
  /// A run that is refused.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let name: String
    let status: Int32
    /// What standard error has to say.
    let says: [String]
    let arguments: [String]
    /// Files by name, in the working directory.
    var files: [String: [UInt8]] = [:]
    var input = ToolRun.Input.empty

    var testDescription: String { name }
  }

  private static let good = Array(Export.file(Export.halfHours(from: "2026-03-02", days: 2)).utf8)

  /// A file that is refused, and the same from a pipe.
  private static func data(
    _ name: String, _ bytes: [UInt8], _ says: String..., arguments: [String] = [],
    namesFile: Bool = true
  ) -> [Refusal] {
    [
      Refusal(
        name: name, status: 65, says: (namesFile ? ["data.csv"] : []) + says,
        arguments: ["data.csv"] + arguments, files: ["data.csv": bytes]),
      Refusal(
        name: name + " from a pipe", status: 65, says: says, arguments: arguments,
        input: .pipe(bytes)),
    ]
  }

  private static func data(
    _ name: String, _ text: String, _ says: String, arguments: [String] = [],
    namesFile: Bool = true
  ) -> [Refusal] {
    data(name, Array(text.utf8), says, arguments: arguments, namesFile: namesFile)
  }

  private static func usage(_ arguments: [String], _ says: String...) -> Refusal {
    Refusal(
      name: arguments.joined(separator: " "), status: 64, says: says, arguments: arguments,
      files: ["data.csv": good])
  }

  private static func configuration(
    _ text: String, _ says: String..., status: Int32 = 78, arguments: [String] = []
  ) -> Refusal {
    Refusal(
      name: text, status: status, says: says, arguments: ["data.csv"] + arguments,
      files: ["data.csv": good, "slcheck.json": Array(text.utf8)])
  }

  static let ofData =
    data("empty file", "", "empty")
    + data("blank lines alone", "\n\n\n", "empty")
    + data("byte-order mark alone", [0xEF, 0xBB, 0xBF], "empty")
    + data("header alone", Export.header + "\n", "header and no rows")
    + data("header alone without line break", Export.header, "header and no rows")
    + data("wrong header", "a,b,c\n1,2,3\n", "the header is that of no kind of record")
    + data(
      "header without counts", "interval_start,offered\n2026-03-02 08:00,1\n", "offered, answered")
    + data(
      "column that is there twice",
      "interval_start,offered,offered,answered,answered_within\n2026-03-02,1,1,1,1\n", "twice")
    + data(
      "two columns for one threshold",
      "Queue,StartInterval,Contacts queued,Contacts handled incoming,"
        + "Contacts answered in 20 seconds,Contacts answered 20 seconds\n"
        + "a,2026-03-02T08:00,1,1,1,0\n",
      "choose one with --map answered_within_20=COLUMN")
    + data("zeros", [UInt8](repeating: 0, count: 512), "not text")
    + data("garbage", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }, "")
    + data("gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 0], "gzip")
    + data("zip", [0x50, 0x4B, 3, 4, 20, 0, 0, 0], "Excel workbook")
    + data("UTF-16 without a mark", good.flatMap { [$0, 0] }, "looks like UTF-16 without")
    + data("UTF-16 of zeros", [0xFF, 0xFE] + good.flatMap { [$0, 0] } + [0, 0], "not text")
    + data("UTF-32", [0xFF, 0xFE, 0, 0] + good.flatMap { [$0, 0, 0, 0] }, "UTF-32")
    + data(
      "different offsets",
      Export.file([Export.row("2026-03-02T08:00Z"), Export.row("2026-03-02T08:30+01:00")]),
      "different offsets", namesFile: false)
    + data(
      "starts that no length fits",
      Export.file([Export.row("2026-03-02T08:00"), Export.row("2026-03-02T08:07")]),
      "which fit no interval length", namesFile: false)
    + data(
      "nothing up to as-of", Export.file([Export.row("2026-03-02 08:00")]),
      "no record on or before 2026-03-01", arguments: ["--as-of", "2026-03-01"], namesFile: false)
    + data(
      "two lengths",
      "interval_start,interval_minutes,offered,answered,answered_within\n"
        + "2026-03-02 08:00,30,5,5,5\n2026-03-02 08:00,60,5,5,5\n", "another interval length")
    + data(
      "implausible figures",
      Export.file(
        (0..<30).map { "2026-03-02 08:00,,Q\($0),voice,5,0,5,0,0,0" }),
      "abandoned equals offered")

  static let ofInputs = [
    Refusal(
      name: "missing file", status: 66, says: ["missing.csv", "No such file"],
      arguments: ["missing.csv"]),
    Refusal(
      name: "missing file behind a good one", status: 66, says: ["missing.csv"],
      arguments: ["data.csv", "missing.csv"], files: ["data.csv": good]),
    Refusal(name: "directory", status: 66, says: ["is a directory"], arguments: ["."]),
    Refusal(
      name: "mistyped command", status: 66, says: ["reprot", "No such file"],
      arguments: ["reprot", "data.csv"], files: ["data.csv": good]),
    Refusal(
      name: "missing configuration", status: 66, says: ["other.json", "No such file"],
      arguments: ["--config", "other.json", "data.csv"], files: ["data.csv": good]),
    Refusal(name: "empty standard input", status: 65, says: ["empty"], arguments: []),
    Refusal(
      name: "closed standard input", status: 66, says: ["Bad file descriptor"], arguments: [],
      input: .closed),
  ]

  static let ofUsage = [
    usage(["--foo", "data.csv"], "unknown option --foo"),
    usage(["--formt", "json", "data.csv"], "did you mean --format?"),
    usage(["-x", "data.csv"], "unknown option -x"),
    usage(["data.csv", "--format", "yaml"], "unknown format \"yaml\"", "text", "json"),
    usage(["inspect", "data.csv", "--format", "csv"], "inspect does not have the format csv"),
    usage(["data.csv", "--format"], "needs a value"),
    usage(["data.csv", "--format="], "must not be empty"),
    usage(["data.csv", "--format", "json", "--format", "text"], "given twice"),
    usage(["data.csv", "--strict-counts=yes"], "takes no value"),
    usage(["data.csv", "--objective", "80"], "80/20"),
    usage(["data.csv", "--objective", "101/20"], "80/20"),
    usage(["data.csv", "--formula", "offerd"], "did you mean \"offered\"?"),
    usage(["data.csv", "--require", "8.07=1"], "8.01 to 8.06"),
    usage(["data.csv", "--require", "8.01=5"], "1 to 4"),
    usage(["data.csv", "--as-of", "2026-02-30"], "2026-02-30"),
    usage(["data.csv", "--time-zone", "Europe/Berln"], "did you mean \"Europe/Berlin\"?"),
    usage(["data.csv", "--max-rejects", "-1"], "--max-rejects"),
    usage(["data.csv", "--max-rejects", "101%"], "101%"),
    usage(["data.csv", "--on-conflict", "frist"], "did you mean \"first\"?"),
    usage(["data.csv", "--map", "offred=x"], "did you mean \"offered\"?"),
    usage(["data.csv", "--delimiter", "ab"], "one character"),
    usage(["data.csv", "--threads", "0"], "1 to 1024"),
    usage(["data.csv", "--color", "sometimes"], "sometimes"),
    usage(["data.csv", "-q", "-v"], "contradict"),
    usage(["-", "-"], "only once"),
    usage([""], "must not be empty"),
    usage(["help", "reprot"], "did you mean report?"),
    usage(["data.csv", "--rejects", "-"], "--rejects cannot be standard output"),
    usage(["inspect", "data.csv", "--by", "queue"], "does not have the option --by"),
    usage(
      ["inspect", "data.csv", "--write-config", "-"],
      "--write-config cannot be standard output"),
    usage(["schema"], "schema needs a name"),
    usage(["schema", "reports"], "did you mean \"report\"?"),
    usage(["schema", "report", "--as-of", "2026-01-01"], "does not have the option"),
  ]

  static let ofConfiguration = [
    configuration("{ maxReject: 1 }", "maxReject", "did you mean \"maxRejects\"?"),
    configuration("{ intervalMinutes: \"30\" }", "intervalMinutes", "a whole number"),
    configuration("{ intervalMinutes: 7 }", "intervalMinutes", "must be one of"),
    configuration("{\n  asOf: ,\n}", "slcheck.json:2:"),
    configuration("", "slcheck.json"),
    configuration("[]", "slcheck.json", "an object"),
    configuration("{ asOf: \"2026-13-01\" }", "asOf", "a date"),
    configuration("{ services: [] }", "services"),
    configuration(
      "{ services: [{ name: \"A\", formula: \"offerd\", objectives: [{ percent: 80, seconds: 20 }] }] }",
      "services[0].formula", "did you mean \"offered\"?"),
    configuration(
      "{ columns: { offered: { minus: [\"x\", \"x\"] } } }", "columns.offered.minus",
      "the name \"x\" is given twice"),
    configuration(
      "{ timeZone: \"America/Chigaco\" }", "timeZone", "did you mean \"America/Chicago\"?"),
    configuration(
      "{ services: [{ name: \"A\", objectives: [{ percent: 80, seconds: 20 }] }] }",
      "--objective cannot be used with configured services", status: 64,
      arguments: ["--objective", "90/10"]),
    configuration(
      "{ services: [{ name: \"A\", objectives: [{ percent: 80, seconds: 20 }] }] }",
      "--formula cannot be used with configured services", status: 64,
      arguments: ["--formula", "answered"]),
  ]

  @Test(arguments: ofData + ofInputs + ofUsage + ofConfiguration)
  func refusalHasItsStatusAndASentence(_ refusal: Refusal) throws {
    let scratch = try ScratchFolder()
    for (name, bytes) in refusal.files { try scratch.write(name, bytes) }
    let run = try ToolRun(refusal.arguments, input: refusal.input, in: scratch.path)
    #expect(run.status == refusal.status, "\(run.errors)")
    #expect(run.output == "")
    // What is about no file begins with the program; the rest with the file's name.
    #expect(refusal.status != 64 || run.errors.hasPrefix("slcheck: "), "\(run.errors)")
    #expect(run.errors.hasSuffix("\n"))
    for words in refusal.says { #expect(run.errors.contains(words), "\(run.errors)") }
    #expect(!run.errors.contains("Fatal"))
  }

  @Test func implausibleColumnIsTakenOnRequest() throws {
    let rows = (0..<30).map { "2026-03-02 08:00,,Q\($0),voice,5,0,5,0,0,0" }
    let scratch = try ScratchFolder()
    try scratch.write("data.csv", Export.file(rows))
    #expect(try ToolRun(["data.csv"], in: scratch.path).status == 65)
    let run = try CheckedRun(["data.csv", "--accept-implausible", "abandoned"], in: scratch.path)
    #expect(run.json.at("implausible.0.column")?.text == "abandoned")
    #expect(run.json.at("implausible.0.rows")?.integer == 30)
  }
}
