import TestSupport
import Testing

/// The same input gives the same bytes, however it arrives and wherever it runs.
@Suite struct SameBytesTests {
  private let scratch: ScratchFolder
  private let rows: [String]

  init() throws {
    scratch = try ScratchFolder()
    rows =
      Export.halfHours(from: "2026-02-02", days: 40)
      + Export.halfHours(from: "2026-02-03", days: 30, queue: "Support")
    try scratch.write("all.csv", Export.file(rows))
    try scratch.write("first.csv", Export.file(Array(rows[..<100])))
    try scratch.write("second.csv", Export.file(Array(rows[100...])))
  }

  @Test func pipeGivesWhatTheFileGives() throws {
    let file = try CheckedRun(["all.csv"], in: scratch.path)
    let bytes = try scratch.bytes("all.csv")
    for arguments in [[], ["-"], ["report"], ["report", "-"]] {
      let pipe = try CheckedRun(arguments, input: .pipe(bytes), in: scratch.path)
      #expect(
        pipe.run.output.replacing("\"path\" : \"-\"", with: "\"path\" : \"all.csv\"")
          == file.run.output)
    }
  }

  /// The second file's rows without its header, behind the first file: what `cat` and
  /// `tail` would pipe.
  @Test func joinedFilesGiveWhatTheFilesGive() throws {
    let joined =
      try scratch.bytes("first.csv")
      + Array(Export.file(Array(rows[100...]), header: "").utf8)
      .dropFirst()
    let pipe = try CheckedRun([], input: .pipe(joined), in: scratch.path)
    let files = try CheckedRun(["first.csv", "second.csv"], in: scratch.path)
    #expect(pipe.json.without("inputs") == files.json.without("inputs"))
  }

  @Test(arguments: [
    ["first.csv", "second.csv"], ["second.csv", "first.csv"],
    ["second.csv", "all.csv", "first.csv"], ["all.csv", "all.csv"],
  ])
  func orderAndRepeatsOfFilesChangeNothing(_ files: [String]) throws {
    let one = try CheckedRun(["all.csv"], in: scratch.path)
    let several = try CheckedRun(files, in: scratch.path)
    #expect(several.json.without("inputs", "records") == one.json.without("inputs", "records"))
    let accepted = several.json["inputs"]?.elements.compactMap { $0.at("rows.accepted")?.integer }
    #expect(accepted?.reduce(0, +) == rows.count)
  }

  /// An accented letter is one sign or two; a site is one site, and shown in one spelling.
  @Test func twoSpellingsOfANameAreShownAsOneInAnyOrder() throws {
    var files: [[String]] = []
    for (number, site) in ["Caf\u{E9}", "Cafe\u{301}"].enumerated() {
      let channel = number == 0 ? "T\u{E9}l" : "Te\u{301}l"
      var intervals =
        "interval_start,site,queue,channel,offered,answered,abandoned,answered_within_20\n"
      for day in 10...28 {
        intervals += "2026-03-\(day) 09:00,\(site),Q\(number),\(channel),9,8,1,\(number + 6)\n"
      }
      let surveys = (10...28).map { "2026-03-\($0),\(site),\($0 % 5 + 1)\n" }.joined()
      let evaluations = (10...28).map { "2026-03-\($0),\(site),\($0 + number)\n" }.joined()
      files.append([
        try scratch.write("intervals-\(number).csv", intervals),
        try scratch.write("surveys-\(number).csv", "responded_at,site,score\n" + surveys),
        try scratch.write("evaluations-\(number).csv", "evaluated_at,site,score\n" + evaluations),
        try scratch.write(
          "costs-\(number).csv",
          "month,site,category,amount\n2026-03,\(site),\(channel),\(number + 1)\n"
            + "2026-03,,rent,5\n"),
      ])
    }
    var outputs: Set<[UInt8]> = []
    for order in [files[0] + files[1], files[1] + files[0], files[1].reversed() + files[0]] {
      for _ in 0..<3 {
        let run = try ToolRun(["--format", "csv", "--by", "channel"] + order)
        #expect(run.status == 0, "\(run.errors)")
        // What was read is told in the order in which it was named.
        let lines = run.outputBytes.split(separator: UInt8(ascii: "\n"))
        outputs.insert(
          Array(lines.filter { !$0.dropFirst(11).starts(with: "inputs,".utf8) }.joined()))
      }
    }
    #expect(outputs.count == 1)
  }

  @Test func orderOfRowsChangesNothing() throws {
    let one = try CheckedRun(["all.csv"], in: scratch.path)
    try scratch.write("reversed.csv", Export.file(rows.reversed()))
    let reversed = try CheckedRun(["reversed.csv"], in: scratch.path)
    #expect(reversed.json.without("inputs", "records") == one.json.without("inputs", "records"))
  }

  @Test(arguments: ["1", "2", "8"]) func threadsChangeNothing(_ threads: String) throws {
    for format in ["text", "json"] {
      let usual = try ToolRun(
        ["first.csv", "second.csv", "--format", format], in: scratch.path)
      let threaded = try ToolRun(
        ["first.csv", "second.csv", "--format", format, "--threads", threads], in: scratch.path)
      #expect(threaded.outputBytes == usual.outputBytes)
      #expect(threaded.status == usual.status)
    }
  }

  @Test(arguments: [
    ["TZ": "Pacific/Kiritimati"], ["TZ": "America/Los_Angeles", "LANG": "de_DE.UTF-8"],
    ["LC_ALL": "tr_TR.UTF-8", "HOME": "/"], ["COLUMNS": "20", "TERM": "dumb"],
  ])
  func environmentAndFolderChangeNothing(_ environment: [String: String]) throws {
    let path = scratch.path("all.csv")
    for format in ["text", "json"] {
      let usual = try ToolRun([path, "--format", format], in: scratch.path)
      let elsewhere = try ToolRun([path, "--format", format], environment: environment, in: "/")
      #expect(elsewhere.outputBytes == usual.outputBytes)
      #expect(usual.status == 0)
    }
  }

  /// How one table can be written: the same figures come of it.
  static let writings: [(String, @Sendable (String) -> String)] = [
    ("semicolons", { $0.replacing(",", with: ";") }),
    ("tabs", { $0.replacing(",", with: "\t") }),
    ("pipes", { $0.replacing(",", with: "|") }),
    ("CRLF", { $0.replacing("\n", with: "\r\n") }),
    ("a byte-order mark", { "\u{FEFF}" + $0 }),
    ("no last line break", { String($0.dropLast()) }),
    ("quotes", { $0.replacing("Billing", with: "\"Billing\"") }),
    ("blank lines", { $0.replacing("\n", with: "\n\n") }),
    ("other case in the header", { $0.replacing("offered", with: "Offered") }),
    ("ISO stamps", { $0.replacing(" 0", with: "T0") }),
  ]

  @Test(arguments: writings.indices) func writingOfTheTableChangesNothing(_ index: Int) throws {
    let (name, write) = SameBytesTests.writings[index]
    let one = try CheckedRun(["all.csv"], in: scratch.path)
    try scratch.write("written.csv", write(Export.file(rows)))
    let other = try CheckedRun(["written.csv"], in: scratch.path)
    #expect(
      other.json.without("inputs", "records") == one.json.without("inputs", "records"), "\(name)")
  }
}
