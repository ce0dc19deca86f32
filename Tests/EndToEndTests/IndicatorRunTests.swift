import TestSupport
import Testing

/// Indicators of an audit, as the real program tells them.
@Suite struct IndicatorRunTests {
  /// Half hours of ten contacts in March, all of which just meet 80 %; a second file restates one.
  private func scratch() throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    let rows = (0..<8).flatMap { day in
      ["08:00", "08:30"].map { Export.row("2026-03-0\(day + 1) \($0)", within: 8) }
    }
    try scratch.write("a.csv", Export.file(rows))
    try scratch.write("b.csv", Export.file([Export.row("2026-03-08 08:30", within: 7)]))
    try scratch.write(
      "claims.csv", "id,measure,scope,period,claimed\na,offered,,2026-03-01..2026-03-08,160\n")
    return scratch
  }

  private static let text = """
    Indicators: what deserves a look, each with its usual causes
      threshold-pile: All contacts, 2026-03-01..2026-03-08
        16 intervals just meet the objective, against 0 with one contact less in time and 0 with \
    one more, of 16 with at least 10 contacts
        chance 0.000283, of 1 comparison; usual causes: staffing that is steered by the interval
      restated-months: All contacts, 2026-03-01..2026-03-08
        80.00% (128 of 160) by the rows given first, 79.37% (127 of 160) by those given last
        usual causes: late rows, or a correction of the export

    """

  @Test func text() throws {
    let scratch = try scratch()
    let first = try ToolRun(
      ["audit", "--claims", "claims.csv", "--on-conflict", "first", "a.csv", "b.csv"],
      in: scratch.path)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.hasSuffix("\n\n" + IndicatorRunTests.text), "\(first.output)")
    // Files the other way round, and the other rule: the same rows count.
    let last = try ToolRun(
      ["audit", "--claims", "claims.csv", "--on-conflict", "last", "a.csv", "b.csv"],
      in: scratch.path)
    #expect(
      last.output.contains("15 intervals just meet the objective, against 1 with one contact less"))
    #expect(last.output.contains("80.00% (128 of 160) by the rows given first, 79.37%"))
    // Rows that are added up restate nothing.
    let sum = try ToolRun(
      ["audit", "--claims", "claims.csv", "--on-conflict", "sum", "a.csv", "b.csv"],
      in: scratch.path)
    #expect(!sum.output.contains("restated-months"))
    // Without a conflict nothing is read again, and without a finding it is said.
    try scratch.write("c.csv", Export.file(Export.halfHours(from: "2026-03-01", days: 8)))
    let none = try ToolRun(["audit", "--claims", "claims.csv", "c.csv"], in: scratch.path)
    #expect(none.output.hasSuffix("\n\nIndicators: none\n"), "\(none.output)")
  }

  /// The service level is the same, the contacts are not.
  @Test func volumesAreRestatedToo() throws {
    let scratch = try scratch()
    try scratch.write(
      "x.csv",
      Export.file(["02", "03"].map { Export.row("2026-03-\($0) 08:00", offered: 100, within: 80) }))
    try scratch.write(
      "y.csv", Export.file([Export.row("2026-03-03 08:00", offered: 50, within: 40)]))
    let run = try ToolRun(
      ["audit", "--claims", "claims.csv", "--on-conflict", "last", "x.csv", "y.csv"],
      in: scratch.path)
    #expect(
      run.output.contains(
        "80.00% (160 of 200) by the rows given first, 80.00% (120 of 150) by those given last; offered "
          + "200, then 150\n"), "\(run.output)")
  }

  /// What cannot be read again is said.
  @Test func conflictsOfAPipe() throws {
    let scratch = try scratch()
    let rows = try scratch.text("a.csv") + Export.row("2026-03-08 08:30", within: 7) + "\n"
    let run = try ToolRun(
      ["audit", "--claims", "claims.csv", "--on-conflict", "first", "-"],
      input: .pipe(Array(rows.utf8)),
      in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.contains(
        "other thresholds and comparisons were not tried, nor rows in conflict settled otherwise"),
      "\(run.output)")
    #expect(!run.output.contains("restated-months"))
  }

  @Test func jsonAndEvidence() throws {
    let scratch = try scratch()
    let run = try ToolRun(
      [
        "audit", "--claims", "claims.csv", "--format", "json", "--on-conflict", "first",
        "--evidence", "proof", "a.csv", "b.csv",
      ], in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    let json = try JSONTree(run.outputBytes)
    let schema = try JSONTree(try ToolRun(["schema", "audit"]).outputBytes)
    let problems = JSONSchemaValidator(schema, isStrict: true).problems(in: json)
    #expect(problems.isEmpty, "\(problems.prefix(5))")
    let pile = try #require(json.at("indicators.0"))
    #expect(pile["kind"]?.text == "threshold-pile")
    #expect(pile["service"]?.text == "All contacts")
    #expect(pile["site"] == .null)
    #expect(pile["from"]?.text == "2026-03-01")
    #expect(pile["to"]?.text == "2026-03-08")
    #expect(pile["chance"]?.text == "0.000283")
    #expect(pile["comparisons"]?.integer == 1)
    #expect(
      pile["figures"]?.elements.map { $0["name"]?.text } == [
        "intervals", "atFewest", "oneBelow", "oneAbove",
      ])
    #expect(pile["figures"]?.elements.map { $0["value"]?.integer } == [16, 16, 0, 0])
    let restated = try #require(json.at("indicators.1"))
    #expect(restated["chance"] == .null)
    #expect(restated.at("figures.2.name")?.text == "levelAsFirst")
    #expect(restated.at("figures.2.value.percent")?.text == "80.00")
    #expect(restated.at("figures.3.value.numerator")?.integer == 127)
    // A part of a month is neither met nor missed.
    #expect(restated.at("figures.5.value") == .null)
    #expect(json["indicators"]?.elements.count == 2)
    for (path, members) in json.objects() {
      #expect(members.map(\.key) == members.map(\.key).sorted(), "\(path) is not sorted")
    }
    #expect(try scratch.bytes("proof/audit.json").count > 0)
    #expect(try scratch.text("proof/audit.md").contains(IndicatorRunTests.text))
    let proof = try JSONTree(try scratch.bytes("proof/audit.json"))
    #expect(proof["indicators"] == json["indicators"])
  }
}
