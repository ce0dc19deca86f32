import Basics
import MaturityRules
import PerformanceMetrics
import TestSupport
import Testing

@testable import Reports

@Suite struct JUnitRendererTests {
  private func page(_ report: Report) throws -> MarkedUpPage {
    try MarkedUpPage(JUnitRenderer.render(report))
  }

  private static let required = [
    Requirement(standard: "8.01", level: 1), Requirement(standard: "8.02", level: 1),
  ]

  @Test func documentIsWrittenAsRecorded() throws {
    let report = try SmallReport.make(
      SmallReport.center, requirements: JUnitRendererTests.required)
    let text = JUnitRenderer.render(report)
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"))
    #expect(text.hasSuffix("</testsuites>\n"))
    try Golden.check(text, "report.junit.xml")
  }

  @Test func documentKeepsToTheSchemas() throws {
    let onRow = SmallReport.header + "\n2026-01-05 09:00,,Q,voice,"
    let services = [
      Service(
        name: "None", match: ServiceMatch(queue: [NamePattern("None")]),
        objectives: [Objective(percent: FixedPoint(80), seconds: 20)]),
      .assumed,
    ]
    for report in [
      try SmallReport.make(SmallReport.center, requirements: JUnitRendererTests.required),
      try SmallReport.make(SmallReport.center, services: services),
      try SmallReport.make(onRow + "0,0,0,0,,,,\n"), try SmallReport.make(onRow + "5,9,0,9,,,,\n"),
      try SmallReport.make(SmallReport.header + "\n" + HostileNames.rows),
    ] {
      #expect(try page(report).junitProblems == [])
    }
  }

  @Test func whatIsNotAssessedIsSkippedAndSaysWhy() throws {
    let suites = try page(try SmallReport.make(SmallReport.center)).junitSuites
    let quality = try #require(
      suites.first { $0.suite.attributes["name"] == "8.02 Quality scores" })
    #expect(quality.inside.filter { $0.name == "testcase" }.count == 1)
    let skipped = try #require(quality.inside.first { $0.name == "skipped" })
    #expect(skipped.attributes["message"] == "not assessed: no evaluations")
    // No requirement, no suite of requirements.
    #expect(!suites.contains { $0.suite.attributes["name"] == "Required levels" })
  }

  @Test func requirementsAreASuiteOfTheirOwn() throws {
    let report = try SmallReport.make(
      SmallReport.center,
      requirements: JUnitRendererTests.required + [Requirement(standard: "8.01", level: 4)])
    let suite = try #require(try page(report).junitSuites.last)
    #expect(suite.suite.attributes["name"] == "Required levels")
    let statuses = report.requirements.map { $0.status(report.findings) }
    #expect(suite.inside.count { $0.name == "failure" } == statuses.count { $0 == .fails })
    #expect(suite.inside.count { $0.name == "skipped" } == statuses.count { $0 == .indeterminate })
    #expect(suite.suite.attributes["tests"] == "3")
  }

  @Test(arguments: [
    (OpportunityState.met, nil), (.missed, "x"), (.idle, "idle"), (.closed, "closed"),
    (.undecided, "undecided"), (.excluded, "excluded"),
  ])
  func monthsFailOnlyWhereTheyAreMissed(_ state: OpportunityState, _ begin: String?) {
    switch JUnitCase.Outcome(state, "x") {
    case .passed: #expect(state == .met)
    case .failed(let why): #expect(state == .missed && why == begin)
    case .skipped(let why): #expect(state != .met && state != .missed && why.hasPrefix(begin!))
    }
  }

  @Test(arguments: CriterionStatus.allCases)
  func levelsFailOnlyWhereTheyAreMissed(_ status: CriterionStatus) {
    switch JUnitCase.Outcome(status, "why") {
    case .passed: #expect(status == .met || status == .attested)
    case .failed(let why): #expect(status == .missed && why == "why")
    case .skipped(let why):
      #expect(![.met, .attested, .missed].contains(status) && why == "\(status.words): why")
    }
  }

  @Test func namesAreNeverMarkup() throws {
    let services = HostileNames.all.map { name in
      Service(
        name: name, match: ServiceMatch(),
        objectives: [Objective(percent: FixedPoint(80), seconds: 20)])
    }
    let report = try SmallReport.make(
      SmallReport.header + "\n" + HostileNames.rows, services: services)
    let page = try page(report)
    #expect(page.junitProblems == [])
    let groups = Set(page.all("testcase").compactMap { $0.attributes["classname"] })
    #expect(groups.contains("8_01.]]>"))
    #expect(groups.contains { $0.contains("two<U+000A>lines") })
    for group in groups { #expect(VisibleText.escaping(group) == group) }
  }
}
