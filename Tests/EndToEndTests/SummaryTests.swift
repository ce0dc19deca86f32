import TestSupport
import Testing

/// The month on one screen, the ladder as of its end, and what comes next.
@Suite struct SummaryTests {
  private static let files =
    ["--config", "SampleData/slcheck.json"] + SampleVerdictTests.names.map { "SampleData/" + $0 }

  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func summary(_ arguments: [String], status: Int32 = 0, in folder: String? = nil) throws
    -> ToolRun
  {
    let run = try ToolRun(["summary"] + arguments, in: folder ?? scratch.path)
    #expect(run.status == status, "\(run.output)\(run.errors)")
    return run
  }

  private func json(_ arguments: [String], in folder: String? = nil) throws -> JSONTree {
    let json = try JSONTree(try summary(arguments + ["--format", "json"], in: folder).outputBytes)
    let schema = JSONSchemaValidator(
      try JSONTree(try ToolRun(["schema", "summary"]).outputBytes), isStrict: true)
    #expect(schema.problems(in: json) == [])
    return json
  }

  @Test func lastCompleteMonthIsThatOfTheReport() throws {
    let run = try summary(SummaryTests.files, in: PackageFiles.root)
    #expect(run.output.hasPrefix("2026-10 as of 2026-10-31\n"))
    for line in [
      "  Voice at Lakeside  80 % in 20 s   38,888        86.44 %  met  27 of 27     478 of 608     4.89 %  6.32 s  377.06 s",
      "    2025-11 to 2026-10  ++-+++++++++   (+ met, - missed, ? open, . none)",
      "    1  met             11 of 12 months met, needs 10: 1 month to spare",
      "    2  missed          2026-05: 19 of 26 days, needs 21: 2 short",
      "    next month 2025-11 leaves the 12, which was met",
      "       level 1 then holds whatever 2026-11 is",
      "  satisfaction              Lakeside                   79.54 %  80 %        missed",
      "  first contact resolution  by repeat, 174 pending     85.55 %  80 %        met",
    ] { #expect(run.output.contains(line + "\n"), "\(line)") }
    #expect(!run.output.contains("more by"))
    let json = try json(SummaryTests.files, in: PackageFiles.root)
    let report = try CheckedRun(SummaryTests.files, in: PackageFiles.root).json
    #expect(json["standards"] == report["standards"])
    #expect(json.at("services.0.month.offered") == report.at("services.0.months.13.offered"))
    #expect(json.at("services.0.runRate") == .null)
  }

  @Test func earlierMonthIsJudgedAsOfItsEnd() throws {
    let arguments = SummaryTests.files + ["--month", "2026-06"]
    let json = try json(arguments, in: PackageFiles.root)
    #expect(json["asOf"]?.text == "2026-06-30" && json["month"]?.text == "2026-06")
    let report = try CheckedRun(
      SummaryTests.files + ["--as-of", "2026-06-30"], in: PackageFiles.root
    ).json
    #expect(json["standards"] == report["standards"])
    #expect(json.at("services.0.months")?.elements.count == 10)
  }

  /// Of 100 contacts a day 99 are answered, some of them in time.
  private func write(through last: String, within: Int) throws {
    try scratch.write(
      "days.csv",
      Export.file(Export.daily(from: "2026-02-02", through: last, within: { _ in within })))
  }

  /// From March 19 on 13 days with 100 contacts are to come, after 18 days of March: of 3,100
  /// contacts 2,480 have to be in time.
  @Test(
    arguments: [
      (70, 1220, "1,220 of them (93.85 %) have to be in time"),
      (65, 1310, "the month is missed even if all of them are in time"),
      (99, 698, "698 of them (53.70 %) have to be in time"),
    ])
  func runningMonthSaysWhatIsNeeded(_ within: Int, _ needed: Int, _ words: String) throws {
    try write(through: "2026-03-18", within: within)
    let arguments = ["--month", "2026-03", "days.csv"]
    let run = try summary(arguments)
    #expect(run.output.hasPrefix("2026-03 as of 2026-03-18, still running\n"))
    #expect(
      run.output.contains(
        "  All contacts: about 1,300 contacts more by 2026-03-31, as on the same weekdays before: "
          + words + "\n"), "\(run.output)")
    let json = try json(arguments)
    #expect(json.at("services.0.runRate.expected")?.integer == 1300)
    #expect(json.at("services.0.runRate.needed")?.integer == needed)
    #expect(json["complete"] == .bool(false))
    // Without a month it is the last complete one.
    #expect(try summary(["days.csv"]).output.hasPrefix("2026-02 as of 2026-02-28\n"))
  }

  @Test func monthThatIsSafeSaysSo() throws {
    try write(through: "2026-03-30", within: 99)
    #expect(
      try summary(["--month", "2026-03", "days.csv"]).output.contains(
        "the month is met even if none of them is in time\n"))
  }

  @Test func dataWithinOneMonthAreThatMonth() throws {
    try scratch.write("few.csv", Export.file(Export.halfHours(from: "2026-03-02", days: 9)))
    #expect(try summary(["few.csv"]).output.hasPrefix("2026-03 as of 2026-03-10, still running\n"))
  }

  @Test func whatIsInNoFigureIsSaid() throws {
    var rows = Export.halfHours(from: "2026-03-02", days: 30)
    rows.removeSubrange(40..<42)
    try scratch.write(
      "two.csv",
      Export.file(rows + Export.halfHours(from: "2026-03-02", days: 3, queue: "Support")))
    try scratch.write(
      "one.json",
      "{ services: [{ name: 'Bills', match: { queue: 'Bil*' }, objectives: [{ percent: 80, seconds: 20 }] }] }"
    )
    let arguments = ["two.csv", "--config", "one.json", "--month", "2026-03"]
    let output = try summary(arguments).output
    #expect(output.contains("  12 rows of no service: Support, voice\n"), "\(output)")
    #expect(
      output.contains("  Bills: 6 expected intervals are missing (coverage 95.16 %)\n"),
      "\(output)")
    #expect(try json(arguments)["unmatched"]?.integer == 12)
  }

  @Test func partsAreThoseOfTheMonth() throws {
    try scratch.write(
      "two.csv",
      Export.file(
        Export.halfHours(from: "2026-02-02", days: 40)
          + Export.halfHours(from: "2026-02-02", days: 40, queue: "Support")))
    let arguments = ["two.csv", "--month", "2026-02", "--by", "queue"]
    let output = try summary(arguments).output
    #expect(
      output.contains("  All contacts  Billing ") && output.contains("  All contacts  Support "))
    let json = try json(arguments)
    let february = json["breakdowns"]?.elements.filter { $0["month"]?.text == "2026-02" } ?? []
    #expect(february.count == 2)
  }

  @Test func requirementsDecideTheStatus() throws {
    let arguments = SummaryTests.files + ["--require"]
    _ = try summary(arguments + ["8.03=2"], in: PackageFiles.root)
    _ = try summary(arguments + ["8.03=3"], status: 1, in: PackageFiles.root)
    _ = try summary(arguments + ["8.02=2"], status: 2, in: PackageFiles.root)
  }

  @Test func detailAndMarkdownAreOfTheMonth() throws {
    try write(through: "2026-03-18", within: 80)
    let run = try summary(["days.csv", "--detail", "days"])
    #expect(run.output.contains("  2026-02-28 ") && !run.output.contains("  2026-03-01 "))
    let json = try json(["days.csv", "--detail", "days"])
    #expect(json.at("services.0.days")?.elements.count == 28)
    let page = try summary(["days.csv", "--format", "markdown"]).output
    #expect(page.hasPrefix("# 2026-02 as of 2026-02-28\n") && page.contains("| All contacts |"))
  }

  @Test func monthsWithoutDataAreRefused() throws {
    try write(through: "2026-03-18", within: 80)
    #expect(
      try summary(["--month", "2026-04", "days.csv"], status: 65).errors
        == "slcheck: summary: as-of is 2026-03-18, before 2026-04 begins\n")
    #expect(
      try summary(["--month", "2026-01", "days.csv"], status: 65).errors
        == "slcheck: there is no record on or before 2026-01-31\n")
    _ = try summary(["--month", "2026-13", "days.csv"], status: 64)
    _ = try summary(["--month", "2026-03", "--format", "html", "days.csv"], status: 64)
  }
}
