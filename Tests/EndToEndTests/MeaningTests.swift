import TestSupport
import Testing

/// What options and configuration keys do to the figures.
@Suite struct MeaningTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func asOfCutsTheMonthAndLeavesLaterRowsAside() throws {
    let rows = Export.halfHours(from: "2026-01-01", days: 59)
    try scratch.write("both.csv", Export.file(rows))
    try scratch.write("january.csv", Export.file(Array(rows[..<124])))

    let cut = try CheckedRun(["both.csv", "--as-of", "2026-01-31"], in: scratch.path)
    let alone = try CheckedRun(["january.csv", "--as-of", "2026-01-31"], in: scratch.path)
    #expect(cut.json["afterAsOf"]?.integer == 112)
    #expect(cut.json["services"] == alone.json["services"])
    #expect(cut.json["standards"] == alone.json["standards"])
    #expect(cut.month("2026-01")?["complete"] == .bool(true))
    #expect(cut.month("2026-02") == nil)

    let inside = try CheckedRun(["both.csv", "--as-of", "2026-02-10"], in: scratch.path)
    #expect(inside.json["asOf"]?.text == "2026-02-10")
    let february = try #require(inside.month("2026-02"))
    #expect(february["complete"] == .bool(false))
    #expect(february["met"] == .null)
    #expect(february.at("days.counted")?.integer == 10)
    #expect(february["state"]?.text == "met" || february["state"]?.text == "missed")
  }

  /// Monday to Wednesday, the Tuesday a holiday; contacts before opening and on the holiday.
  private func writeClosedContacts(_ closedContacts: String) throws {
    try scratch.write(
      "slcheck.json",
      """
      { intervalMinutes: 30, services: [{
        name: "Voice", closedContacts: "\(closedContacts)",
        objectives: [{ percent: 80, seconds: 20 }],
        hours: { mon: "08:00-09:00", tue: "08:00-09:00", wed: "08:00-09:00" },
        holidays: ["2026-03-03"],
      }] }
      """)
    try scratch.write(
      "data.csv",
      Export.file([
        Export.row("2026-03-02 07:30", offered: 50, within: 0),
        Export.row("2026-03-02 08:00", offered: 10, within: 9),
        Export.row("2026-03-02 08:30", offered: 10, within: 9),
        Export.row("2026-03-03 08:00", offered: 7, within: 0),
        Export.row("2026-03-04 08:00", offered: 10, within: 8),
        Export.row("2026-03-04 08:30", offered: 10, within: 7),
      ]))
  }

  @Test func contactsWhileClosedAreShownAndNotJudged() throws {
    try writeClosedContacts("exclude")
    let run = try CheckedRun(["data.csv", "--as-of", "2026-03-04"], in: scratch.path)
    let month = try #require(run.month("2026-03"))
    #expect(month["offered"]?.integer == 97)
    #expect(month["closedOffered"]?.integer == 57)
    #expect(month.at("serviceLevel.numerator")?.integer == 33)
    #expect(month.at("serviceLevel.denominator")?.integer == 40)
    #expect(month.at("serviceLevel.percent")?.text == "82.50")
    #expect(month.at("days.met")?.integer == 1)
    #expect(month.at("days.counted")?.integer == 2)
    #expect(month.at("intervals.closed")?.integer == 2)
    #expect(month.at("coverage.denominator")?.integer == 4)
    let text = try ToolRun(["data.csv", "--as-of", "2026-03-04"], in: scratch.path)
    #expect(text.output.contains("57 of the contacts were offered while closed"))
  }

  @Test func contactsWhileClosedAreJudgedOnRequest() throws {
    try writeClosedContacts("include")
    let run = try CheckedRun(["data.csv", "--as-of", "2026-03-04"], in: scratch.path)
    let month = try #require(run.month("2026-03"))
    #expect(month["closedOffered"]?.integer == 57)
    #expect(month.at("serviceLevel.numerator")?.integer == 33)
    #expect(month.at("serviceLevel.denominator")?.integer == 97)
  }

  @Test func objectiveAndFormulaAreTyped() throws {
    try scratch.write("data.csv", Export.file([Export.row("2026-03-02 08:00", within: 8)]))
    let assumed = try CheckedRun(["data.csv"], in: scratch.path)
    #expect(assumed.json.at("services.0.assumed") == .bool(true))
    #expect(assumed.json.at("services.0.objectives.0.percent")?.text == "80")
    #expect(assumed.json.at("services.0.total.serviceLevel.percent")?.text == "80.00")
    #expect(assumed.json.at("services.0.total.days.met")?.integer == 1)

    let typed = try CheckedRun(
      ["data.csv", "--objective", "82.5/30", "--formula", "answered"], in: scratch.path)
    #expect(typed.json.at("services.0.assumed") == .bool(false))
    #expect(typed.json.at("services.0.objectives.0.percent")?.text == "82.5")
    #expect(typed.json.at("services.0.objectives.0.seconds")?.integer == 30)
    #expect(typed.json.at("services.0.formula")?.text == "answered")
    // 8 of 9 answered is 88.888… and is cut.
    #expect(typed.json.at("services.0.total.serviceLevel.percent")?.text == "88.88")
    #expect(typed.json.at("services.0.sensitivity")?.elements.count == 6)
  }

  @Test func columnsAreMapped() throws {
    let rows = Export.halfHours(from: "2026-03-02", days: 4)
    try scratch.write("plain.csv", Export.file(rows))
    let header = Export.header.replacing("offered", with: "Calls Offered")
      .replacing("interval_start", with: "When")
    try scratch.write("vendor.csv", Export.file(rows, header: header))
    #expect(try ToolRun(["vendor.csv"], in: scratch.path).status == 65)
    let plain = try CheckedRun(["plain.csv"], in: scratch.path)
    let typed = try CheckedRun(
      ["vendor.csv", "--map", "offered=Calls Offered", "--map", "interval_start=When"],
      in: scratch.path)
    #expect(typed.json["services"] == plain.json["services"])
    try scratch.write(
      "slcheck.json", "{ columns: { offered: \"Calls Offered\", interval_start: [\"When\"] } }")
    let configured = try CheckedRun(["vendor.csv"], in: scratch.path)
    #expect(configured.json["services"] == plain.json["services"])
    #expect(configured.json.at("configuration.sha256") == typed.json.at("configuration.sha256"))
  }

  @Test func sitesAreJudgedApartUnlessPooled() throws {
    let rows =
      Export.halfHours(from: "2026-03-02", days: 3, site: "Dallas")
      + Export.halfHours(from: "2026-03-02", days: 3, site: "Austin")
    try scratch.write("data.csv", Export.file(rows))
    let apart = try CheckedRun(["data.csv"], in: scratch.path)
    #expect(apart.json["services"]?.elements.map { $0["site"]?.text } == ["Austin", "Dallas"])
    try scratch.write(
      "slcheck.json",
      "{ services: [{ name: \"A\", pooled: true, objectives: [{ percent: 80, seconds: 20 }] }] }")
    let pooled = try CheckedRun(["data.csv"], in: scratch.path)
    #expect(pooled.json["services"]?.elements.map { $0["site"] } == [.null])
  }

  @Test func serviceWithoutRecordsAndRowsWithoutServiceAreReported() throws {
    try scratch.write(
      "slcheck.json",
      """
      { services: [
        { name: "Mail", match: { channel: "mail" }, objectives: [{ percent: 80, seconds: 20 }] },
        { name: "Billing", match: { queue: "Bill*" }, objectives: [{ percent: 80, seconds: 20 }] },
      ] }
      """)
    let rows =
      Export.halfHours(from: "2026-03-02", days: 3)
      + Export.halfHours(from: "2026-03-02", days: 2, queue: "Other")
    try scratch.write("data.csv", Export.file(rows))
    let run = try CheckedRun(["data.csv"], in: scratch.path)
    #expect(run.json["unmatched"]?.integer == 8)
    #expect(run.json.at("services.0.total") == .null)
    #expect(run.json.at("services.0.months") == .array([]))
    #expect(run.json.at("standards.0.scopes.0.level") == .null)
    #expect(run.json.at("services.1.total.offered") != nil)
    let text = try ToolRun(["data.csv"], in: scratch.path)
    #expect(text.output.contains("Mail"))
  }

  @Test func missingCountsAreNullAndNeverZero() throws {
    try scratch.write(
      "data.csv",
      "interval_start,offered,answered,answered_within\n2026-03-02 08:00,10,9,8\n"
        + "2026-03-02 08:30,0,0,0\n")
    let run = try CheckedRun(["data.csv"], in: scratch.path)
    let total = try #require(run.json.at("services.0.total"))
    for key in [
      "abandonedWithin", "shortAbandoned", "flowOut", "abandonmentRateWithoutShort",
      "averageSpeedOfAnswer", "averageHandleTime",
    ] {
      #expect(total[key] == .null, "\(key)")
    }
    #expect(total["abandoned"]?.integer == 1)
    #expect(total.at("serviceLevel.percent")?.text == "80.00")
    #expect(total.at("intervals.idle")?.integer == 1)
    let formulas = try #require(run.json.at("services.0.sensitivity")).elements
    #expect(
      formulas.filter { $0["serviceLevel"] == .null }.compactMap { $0["formula"]?.text }
        == [
          "early-abandons-excluded", "early-abandons-met", "short-abandons-excluded",
          "short-abandons-met",
        ])
  }

  @Test func configurationOfTheFolderIsRead() throws {
    try scratch.write("data.csv", Export.file(Export.halfHours(from: "2026-03-02", days: 2)))
    try scratch.write("slcheck.json", "{ shortAbandonSeconds: 9, /* a comment */ }")
    try scratch.write("other.json", "{ shortAbandonSeconds: 11 }")
    let found = try CheckedRun(["data.csv"], in: scratch.path)
    #expect(found.json.at("configuration.effective.shortAbandonSeconds")?.integer == 9)
    let named = try CheckedRun(["data.csv", "--config", "other.json"], in: scratch.path)
    #expect(named.json.at("configuration.effective.shortAbandonSeconds")?.integer == 11)
  }
}
