import TestSupport
import Testing

/// What was restated between two reports or two exports is named.
@Suite struct DiffTests {
  private let scratch: ScratchFolder

  /// Two queues over two months.
  private static let rows =
    Export.halfHours(from: "2026-02-02", days: 50)
    + Export.halfHours(from: "2026-02-02", days: 50, queue: "Sales")

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write("old.csv", Export.file(DiffTests.rows))
  }

  private func diff(_ arguments: [String], status: Int32) throws -> ToolRun {
    let run = try ToolRun(["diff"] + arguments, in: scratch.path)
    #expect(run.status == status, "\(run.output)\(run.errors)")
    return run
  }

  private func report(_ file: String, _ options: [String], as name: String) throws {
    let run = try ToolRun(
      [file, "--format", "json", "-o", name] + options, in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
  }

  /// The rows with one call more in one interval, one that is gone and one that is new.
  private func restate() throws {
    var rows = DiffTests.rows
    rows[0] = Export.row("2026-02-02 08:00", offered: 31, within: 2)
    rows.remove(at: 9)
    rows.append(Export.row("2026-03-23 12:00", queue: "Sales"))
    try scratch.write("new.csv", Export.file(rows))
  }

  private static func schema() throws -> JSONSchemaValidator {
    JSONSchemaValidator(
      try JSONTree(try ToolRun(["schema", "diff"]).outputBytes), isStrict: true)
  }

  // MARK: - Exports

  @Test func sameRecordsInAnotherOrderAreNoDifference() throws {
    try scratch.write("new.csv", Export.file(DiffTests.rows.reversed()))
    let run = try diff(["old.csv", "new.csv"], status: 0)
    #expect(run.output == "no difference: 2 service months, 400 intervals\n")
  }

  @Test func restatedIntervalsAreCountedAndNamed() throws {
    try restate()
    let run = try diff(["old.csv", "new.csv"], status: 1)
    #expect(run.output.hasPrefix("restated: 2 of 2 service months, 3 of 400 intervals"))
    #expect(run.output.contains("intervals: 1 changed, 1 added, 1 gone\n"))
    let old = DiffTests.rows[0].split(separator: ",", omittingEmptySubsequences: false)
    #expect(
      run.output.contains(
        "  Billing, voice, 2026-02-02T08:00: offered 31, was \(old[4]); answered 30, was \(old[5])"),
      "\(run.output)")
    #expect(run.output.contains("  Billing, voice, 2026-02-04T08:30: gone\n"))
    #expect(run.output.contains("  Sales, voice, 2026-03-23T12:00: added\n"))
    let again = try diff(["new.csv", "old.csv", "--threads", "1"], status: 1)
    #expect(again.output.contains("  Billing, voice, 2026-02-04T08:30: added\n"))
  }

  @Test func oneOfTheExportsMayComeThroughAPipe() throws {
    let run = try ToolRun(
      ["diff", "-", "old.csv"], input: .pipe(scratch.bytes("old.csv")), in: scratch.path)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test func onlyTenIntervalsAreNamed() throws {
    try scratch.write(
      "new.csv", Export.file(DiffTests.rows.map { $0.replacing("voice,1", with: "voice,11") }))
    let run = try diff(
      ["old.csv", "new.csv", "--max-rejects", "100%", "--format", "json"], status: 1)
    let json = try JSONTree(run.outputBytes)
    #expect(try DiffTests.schema().problems(in: json) == [])
    #expect(json.at("intervals.entries")?.elements.count == 10)
    #expect((json.at("intervals.changed")?.integer ?? 0) > 10)
  }

  // MARK: - Reports

  @Test func reportIsNoDifferenceToItself() throws {
    try report("old.csv", ["--by", "queue", "--detail", "intervals"], as: "a.json")
    let run = try diff(["a.json", "a.json"], status: 0)
    #expect(
      run.output == "no difference: 2 service months, 6 months of parts, 204 intervals\n",
      "\(run.output)")
    #expect(run.errors.isEmpty)
  }

  @Test func restatedMonthsOfServicesAndPartsAreNamed() throws {
    try restate()
    let options = ["--by", "queue", "--detail", "intervals"]
    try report("old.csv", options, as: "a.json")
    try report("new.csv", options, as: "b.json")
    let run = try diff(["a.json", "b.json"], status: 1)
    for line in [
      "service months: 2 changed, 0 added, 0 gone\n", "months of parts: ", "intervals: ",
      ", queue Billing, 2026-02: ", ", queue Sales, total: ",
    ] {
      #expect(run.output.contains(line), "\(line)\n\(run.output)")
    }
  }

  @Test func monthThatIsNewIsAdded() throws {
    try report("old.csv", ["--as-of", "2026-02-28"], as: "a.json")
    try report("old.csv", [], as: "b.json")
    let run = try diff(["a.json", "b.json"], status: 1)
    #expect(run.output.contains("service months: 0 changed, 1 added, 0 gone\n"))
    #expect(run.output.contains("made with other configurations: configuration.effective.asOf"))
  }

  /// The same records under another objective: states and levels flip.
  @Test func flippedStatesAndLevelsAreNamed() throws {
    try scratch.write(
      "year.csv",
      Export.file(Export.daily(from: "2025-01-01", through: "2025-12-31") { _ in 85 }))
    try report("year.csv", ["--objective", "80/20"], as: "a.json")
    try report("year.csv", ["--objective", "90/20"], as: "b.json")
    let run = try diff(["a.json", "b.json"], status: 1)
    #expect(run.output.contains(", 2025-06: missed, was met"), "\(run.output)")
    #expect(run.output.contains("12 in another state"))
    #expect(run.output.contains("\nlevels\n  8.01: level "), "\(run.output)")
    let json = try JSONTree(
      try diff(["a.json", "b.json", "--format", "json"], status: 1).outputBytes)
    let validator = try DiffTests.schema()
    #expect(validator.problems(in: json) == [] && validator.untidyPlaces == [])
    #expect(json.at("levels.0.standard")?.text == "8.01")
    #expect(json.at("months.entries.0.stateNow")?.text == "missed")
    let markdown = try diff(["a.json", "b.json", "--format", "markdown"], status: 1)
    #expect(markdown.output.hasPrefix("# What was restated\n\nRestated: "))
    #expect(
      markdown.output.contains("\n## Levels\n\n| standard and scope | level |\n| --- | --- |\n"))
  }

  /// Lists that only one report has, and other parts, restate nothing.
  @Test(arguments: [
    ([], ["--detail", "days"], ["days"]), (["--detail", "intervals"], [], ["days", "intervals"]),
    (["--detail", "days"], ["--detail", "intervals"], ["intervals"]),
    ([], ["--by", "queue"], ["breakdowns"]),
    (["--by", "queue"], ["--by", "site", "--detail", "days"], ["days", "breakdowns"]),
  ])
  func whatOnlyOneReportListsIsNotCompared(
    _ before: [String], _ after: [String], _ parts: [String]
  ) throws {
    try report("old.csv", before, as: "a.json")
    try report("old.csv", after, as: "b.json")
    let run = try diff(["a.json", "b.json"], status: 0)
    #expect(run.output.hasPrefix("no difference: 2 service months\n"), "\(run.output)")
    for part in parts {
      let words =
        part == "breakdowns"
        ? "parts are not compared: the reports are broken down in other ways\n"
        : "\(part) are not compared: only one of the reports lists them\n"
      #expect(run.output.contains(words), "\(run.output)")
    }
    let json = try JSONTree(
      try diff(["a.json", "b.json", "--format", "json"], status: 0).outputBytes)
    #expect(try DiffTests.schema().problems(in: json) == [])
    #expect(json["notCompared"]?.elements.map(\.text) == parts)
    // What is in both is compared all the same.
    try restate()
    try report("new.csv", after, as: "b.json")
    let restated = try diff(["a.json", "b.json"], status: 1)
    #expect(restated.output.hasPrefix("restated: 2 of 2 service months"), "\(restated.output)")
  }

  /// Reports have been judged: an option about records would be ignored.
  @Test func optionsAboutRecordsAreRefusedForTwoReports() throws {
    try report("old.csv", [], as: "a.json")
    try scratch.write("c.json", "{}")
    for (options, name) in [
      (["--as-of", "2026-02-20"], "--as-of"), (["--config", "c.json"], "--config"),
      (["-q", "--map", "offered=Calls", "--as-of", "2026-02-20"], "--map"),
      (["--strict-counts"], "--strict-counts"), (["--by=queue"], "--by"),
      (["--time-zone", "Europe/Berlin"], "--time-zone"), (["--max-rejects", "1"], "--max-rejects"),
      (["--kind", "intervals"], "--kind"), (["--on-conflict", "last"], "--on-conflict"),
    ] {
      let run = try diff(["a.json", "a.json"] + options, status: 64)
      #expect(
        run.errors.contains(
          "\(name) says nothing of two reports, whose records are not read again"),
        "\(run.errors)")
    }
    _ = try diff(
      ["a.json", "a.json", "-q", "--threads", "1", "--color", "never", "-o", "x"], status: 0)
    _ = try diff(["old.csv", "old.csv", "--as-of", "2026-02-20"], status: 0)
  }

  /// What no list of months shows is a difference all the same.
  @Test func whateverElseDiffersIsADifference() throws {
    try report("old.csv", [], as: "a.json")
    try scratch.write(
      "b.json", scratch.text("a.json").replacing("\"unmatched\" : 0", with: "\"unmatched\" : 4"))
    let run = try diff(["a.json", "b.json"], status: 1)
    #expect(run.output == "restated: 1 value in all\nthe first: unmatched: 4, was 0\n")
  }

  @Test func namesAreShownAndNotObeyed() throws {
    let name = "\"\u{1B}[2J|<b>\u{202E}x\""
    let rows = Export.halfHours(from: "2026-02-02", days: 5, queue: name)
    try scratch.write("a.csv", Export.file(rows))
    try scratch.write("b.csv", Export.file(Array(rows.dropFirst())))
    for format in ["text", "markdown"] {
      let run = try diff(["a.csv", "b.csv", "--by", "queue", "--format", format], status: 1)
      #expect(HostileTextTests.dangerous(run.outputBytes) == [])
      if format == "markdown" { #expect(run.output.contains("\\[2J\\|&lt;b&gt;")) }
    }
  }

  // MARK: - What cannot be compared

  @Test func oneReportAndOneExportAreNotCompared() throws {
    try report("old.csv", [], as: "a.json")
    let run = try diff(["a.json", "old.csv"], status: 64)
    #expect(run.errors.contains("a.json is a report, old.csv is not"))
    _ = try diff(["old.csv", "a.json"], status: 64)
    _ = try diff(["old.csv", "gone.csv"], status: 66)
    try scratch.write("hollow.json", "{\"schema\":\"slcheck.report/1\"}")
    _ = try diff(["a.json", "hollow.json"], status: 65)
    _ = try diff(["a.json", "a.json", "-o", "a.json"], status: 64)
  }
}
