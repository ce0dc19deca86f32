import Basics
import MaturityRules
import PerformanceMetrics
import Reports
import TestSupport
import Testing

@Suite struct JSONRendererTests {
  private func json(_ report: Report) throws -> JSONTree {
    try JSONTree(try JSONRenderer.render(report))
  }

  /// The schema, with a configuration that says nothing allowed.
  private func problems(_ json: JSONTree) throws -> [JSONSchemaValidator.Problem] {
    JSONSchemaValidator(try JSONTree(ReportSchema.text), isStrict: true).problems(in: json)
      .filter { !$0.path.hasPrefix(".configuration.effective") }
  }

  private static let onRow = SmallReport.header + "\n2026-01-05 09:00,,Q,voice,"

  @Test func reportKeepsToItsSchema() throws {
    let reports = [
      try SmallReport.make(SmallReport.center),
      try SmallReport.make(SmallReport.center, asOf: CivilDate("2026-02-11")),
      try SmallReport.make(
        SmallReport.center, requirements: [Requirement(standard: "8.01", level: 2)]),
      try SmallReport.make(
        SmallReport.center,
        services: [
          Service(
            name: "None", match: ServiceMatch(queue: [NamePattern("None")]),
            objectives: [Objective(percent: FixedPoint(80), seconds: 20)]),
          .assumed,
        ]),
      try SmallReport.make(
        SmallReport.center, asOf: CivilDate("2026-01-28"), by: [.site, .queue], detail: .intervals),
      try SmallReport.make(JSONRendererTests.onRow + "0,0,0,0,,,,\n"),
      try SmallReport.make(JSONRendererTests.onRow + "5,9,0,9,,,,\n"),
    ]
    for report in reports {
      let json = try json(report)
      #expect(try problems(json) == [])
    }
  }

  @Test func keysAreSortedAndNoneIsLeftOut() throws {
    let json = try json(try SmallReport.make(JSONRendererTests.onRow + "3,3,0,2,,,,\n"))
    for (path, members) in json.objects() {
      #expect(members.map(\.key) == members.map(\.key).sorted(), "\(path)")
    }
    // What is not known is there, as null.
    for path in [
      "timeZone", "costOfQuality", "transactionValue", "inputs.0.sha256", "inputs.0.profile",
      "services.0.site", "services.0.trend", "services.0.objectives.0.from",
      "services.0.total.shortAbandoned".replacing("shortAbandoned", with: "flowOut"),
      "services.0.total.averageSpeedOfAnswer", "services.0.total.averageHandleTime",
      "services.0.months.0.averageSpeedOfAnswer", "standards.1.level",
      "standards.0.scopes.0.site", "standards.0.scopes.0.criteria.3.window",
      "standards.0.scopes.0.criteria.3.met",
    ] {
      #expect(json.at(path) == .null, "\(path)")
    }
  }

  @Test func daysAndIntervalsAreThereWhenAskedFor() throws {
    for detail in [nil] + ReportDetail.allCases {
      let service = try #require(
        try json(try SmallReport.make(SmallReport.center, detail: detail)).at("services.0"))
      #expect((service["days"] != nil) == (detail != nil))
      #expect((service["intervals"] != nil) == (detail == .intervals))
    }
    let service = try #require(
      try json(
        try SmallReport.make(
          SmallReport.center, asOf: CivilDate("2026-01-28"), detail: .intervals)
      ).at("services.1"))
    // Dallas has no record on the first two half hours of 2026-01-26.
    let hole = try #require(
      service["intervals"]?.elements.first { $0["start"]?.text == "2026-01-26T09:00" })
    #expect(hole["state"]?.text == "undecided" && hole["met"] == .null)
    #expect(hole["offered"]?.integer == 0 && hole["minutes"]?.integer == 30)
    #expect(hole.at("coverage.numerator")?.integer == 0)
    // The month begins four days before the first record.
    #expect(service.at("days.0.day")?.text == "2026-01-01")
    #expect(service["days"]?.elements.count == 28)
  }

  /// A judged share is cut, so that it never looks attained; any other is rounded.
  @Test func judgedSharesAreCutAndOthersRounded() throws {
    // 79.996 % is missed at 80 %, and 49,998 of 62,500 would round up to it.
    let json = try json(
      try SmallReport.make(JSONRendererTests.onRow + "62500,60000,2500,49998,3,0,,\n"))
    let total = try #require(json.at("services.0.total"))
    #expect(total.at("serviceLevel.percent")?.text == "79.99")
    #expect(total.at("serviceLevel.numerator")?.integer == 49_998)
    #expect(total.at("days.met")?.integer == 0)
    #expect(total.at("days.counted")?.integer == 1)
    #expect(total["unweightedMean"]?.text == "80.00")
    #expect(total.at("abandonmentRate.percent")?.text == "4.00")
    // 2,497 of 62,497 is 3.99539 %.
    #expect(total.at("abandonmentRateWithoutShort.percent")?.text == "4.00")
    let sensitivity = try #require(json.at("services.0.sensitivity")).elements
    #expect(sensitivity[0].at("serviceLevel.percent")?.text == "79.99")
    #expect(sensitivity[1].at("serviceLevel.percent")?.text == "83.33")
  }

  @Test(arguments: [
    (80_000, "80.00", 1), (79_999, "79.99", 0), (80_001, "80.00", 1), (0, "0.00", 0),
    (100_000, "100.00", 1),
  ])
  func objectiveIsComparedExactly(_ within: Int, _ percent: String, _ met: Int) throws {
    let json = try json(
      try SmallReport.make(JSONRendererTests.onRow + "100000,100000,0,\(within),0,0,,\n"))
    #expect(json.at("services.0.total.serviceLevel.percent")?.text == percent)
    #expect(json.at("services.0.total.days.met")?.integer == met)
  }

  @Test func averagesKeepTheirExactParts() throws {
    let json = try json(
      try SmallReport.make(JSONRendererTests.onRow + "3,3,0,3,0,0,0.5,10\n"))
    let total = try #require(json.at("services.0.total"))
    #expect(total.at("averageSpeedOfAnswer.numerator")?.integer == 5)
    #expect(total.at("averageSpeedOfAnswer.denominator")?.integer == 30)
    #expect(total.at("averageSpeedOfAnswer.value")?.text == "0.17")
    #expect(total.at("averageHandleTime.value")?.text == "3.33")
  }

  @Test func hostileNamesStayWhole() throws {
    let hostile = "a\u{1B}[31mb\u{202E}c\u{2028}d\\e/f\u{7F}"
    let report = try SmallReport.make(
      SmallReport.header + "\n2026-01-05 09:00,\(hostile),\"q\n\",voice,5,5,0,5,0,0,50,500\n",
      path: hostile,
      services: [
        .init(name: "\"\n" + hostile, objectives: [.init(percent: .init(80), seconds: 20)])
      ])
    let bytes = try JSONRenderer.render(report)
    let json = try JSONTree(bytes)
    #expect(json.at("services.0.site")?.text == hostile)
    #expect(json.at("services.0.name")?.text == "\"\n" + hostile)
    #expect(json.at("standards.0.scopes.0.site")?.text == hostile)
    #expect(json.at("inputs.0.path")?.text == hostile)
    #expect(!bytes.contains(0x1B))
    #expect(try problems(json) == [])
  }

  @Test func sameReportGivesTheSameBytes() throws {
    let report = try SmallReport.make(SmallReport.center, by: [.site, .queue])
    #expect(report.center.breakdowns.count > 1)
    let first = try JSONRenderer.render(report)
    for threads in 1...5 { #expect(try JSONRenderer.render(report, threads: threads) == first) }
  }
}
