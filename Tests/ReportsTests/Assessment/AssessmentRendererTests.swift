import Basics
import ContactRecords
import TestSupport
import Testing

@testable import MaturityRules
@testable import Reports

@Suite struct AssessmentRendererTests {
  private func lines(_ report: AssessmentReport) -> [String] {
    AssessmentRenderer.render(report, TextStyle()).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  private func lines(_ ratings: [Rating]) -> [String] {
    lines(AssessmentReport(assessments: Assessment.all(ratings)))
  }

  @Test func textIsWrittenAsRecorded() throws {
    let text = AssessmentRenderer.render(try AssessmentSample.report(), TextStyle())
    try Golden.check(text, "assessment.txt")
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  @Test func markdownIsWrittenAsRecorded() throws {
    try Golden.check(AssessmentMarkdown.render(AssessmentSample.report()), "assessment.md")
  }

  @Test(arguments: [
    "cmo  ICMI CMO Standards: 43 of 45 rated on 2026-10-15, 6 computed from data (as of 2026-10-31)",
    "data      7.01 claimed 3: level 2 contradicted: chat has 12 survey answers, needs 30",
    "          5.06 claimed 3: levels 1 and 2 supported, level 3 not visible",
    "gaps      4  8.06 Transaction Value Measurement",
    "          3  3.06 Recognition/Motivational Activities",
    "          3  3.07 Career Development",
    "          3  4.04 Knowledge Management",
    "          and 32 more",
    "unrated   6.02 Employee Attrition",
    "cx_maturity  ICMI toolkit: 18 of 20 rated",
    "total     52–60 of 100 (incomplete: 2 unrated)",
    "stage     3 Customer-Aware",
    "gaps      4  omnichannel_tool Omnichannel Tool/System",
    "unrated   event_management, routing_tool",
    "sqm_practice  SQM best practice: 2 of 17 areas assessed; 0 meet the published criteria, "
      + "1 does not, 1 indeterminate",
    "ivr_self_service  does not meet  onsite_below_80",
    "email             indeterminate  sample_too_small (1 lacking)",
    "gaps      6.5  ivr_self_service",
    "(by the center's own figures; only SQM issues certificates)",
  ])
  func exampleStandsInTheText(_ line: String) throws {
    #expect(lines(try AssessmentSample.report()).contains(line))
  }

  /// The cells of the example's tables, whatever stands between them.
  @Test(arguments: [
    "1 leadership 6/6 2 2.5 2.50 0 0 3 3 0", "2 strategy_planning 4/4 2 2.5 2.75 0 0 2 1 1",
    "3 employee_management 7/7 1 2.0 2.14 0 2 2 3 0", "4 infrastructure 7/7 1 2.0 2.14 0 1 4 2 0",
    "5 processes_procedures 11/11 2 2.0 2.36 0 0 7 4 0",
    "6 employee_engagement 1/2 2 2.0 2.00 0 0 1 0 0",
    "7 customer_experience_management 2/2 2 2.5 2.50 0 0 1 1 0",
    "8 performance_results 6/6 0 1.0 1.66 1 3 0 1 1", "all 44/45 0 2.0 2.25 1 6 20 15 2",
    "8.01 Service Level/Response Time 3 1 1 contradicted: level 2, 2026-02: 21 of 28 days, needs 23",
    "8.02 Quality Scores 3 3 4 agrees; level 4 needs an attestation",
    "8.03 Customer Satisfaction Scores 2 1 2 unproven: level 2, 8 met, 1 undecided, needs 9",
    "8.04 Cost per Contact 3 4 4 understated", "8.05 Cost of Quality 1 1 1 agrees",
    "8.06 Transaction Value Measurement – 0 0 computed only",
  ])
  func exampleStandsInTheTables(_ row: String) throws {
    let rows = lines(try AssessmentSample.report()).map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(rows.contains(row))
  }

  @Test func nothingIsCertified() throws {
    let report = try AssessmentSample.report()
    #expect(!AssessmentRenderer.render(report, TextStyle()).contains("certified"))
    #expect(!AssessmentHTML.render(report).contains("certified"))
  }

  @Test func nothingRatedHasNoFigures() {
    let lines = lines(AssessmentSample.ratings(CMOStandards.instrument, all: nil))
    #expect(lines == ["Nothing is rated", ""])
    var background = Assessment.Background()
    background.hasRecords = true
    let empty = self.lines(AssessmentReport(assessments: Assessment.all([], background)))
    #expect(empty[0] == "cmo  ICMI CMO Standards: 0 of 45 rated")
    #expect(empty.contains { $0.hasPrefix("all ") && $0.contains("0/45       –       –     –") })
    #expect(!empty.contains { $0.hasPrefix("gaps") })
    #expect(empty.contains { $0.hasPrefix("unrated   1.01, 1.02") && $0.hasSuffix(", 8.06") })
  }

  @Test func nothingRatedByTheToolkitLeavesTheStageOpen() {
    let assessment = Assessment.maturity(MaturityAssessment([]))
    let lines = lines(AssessmentReport(assessments: [assessment]))
    #expect(lines.contains("total     20–100 of 100 (incomplete: 20 unrated)"))
    #expect(lines.contains("stage     1–5 Customer-Negligent to Customer-Champion, undecided"))
    #expect(!lines.contains { $0.hasPrefix("next") || $0.hasPrefix("gaps") })
  }

  @Test func noGapIsSaid() {
    let lines = lines(AssessmentSample.ratings(CXMaturity.instrument, all: 5))
    #expect(lines.contains("total     100 of 100"))
    #expect(lines.contains("stage     5 Customer-Champion"))
    #expect(lines.contains("gaps      none"))
    #expect(!lines.contains { $0.hasPrefix("next") || $0.hasPrefix("unrated") })
  }

  @Test(arguments: [(1, 1, false), (10, 10, false), (11, 10, true)])
  func firstTenGapsAreNamed(_ count: Int, _ named: Int, _ hasRest: Bool) {
    let levels = (0..<20).map { Optional($0 < count ? 4 : 5) }
    let lines = lines(AssessmentSample.ratings(ContactScope.instrument, levels))
    let start = lines.firstIndex { $0.hasPrefix("gaps") } ?? 0
    let block = lines[start...].prefix { $0.hasPrefix("gaps") || $0.hasPrefix("          ") }
    #expect(block.count { $0.contains("1  ") } == named)
    #expect(block.contains("          and 1 more") == hasRest)
  }

  @Test func lowestOfSeveralScopesIsNamed() throws {
    let missed: AssessmentSample.Rung = (
      .missed, .intervals(met: 2, counted: 9, undecided: 0, needed: 8)
    )
    let finding = AssessmentSample.finding(
      "8.01", [("Mail", [AssessmentSample.met]), ("Voice", [missed]), ("Fax", [missed])])
    let cmo = CMOAssessment(
      AssessmentSample.ratings([("cmo", "8.01", "3", nil, nil)]),
      computed: ComputedLevel.all([finding]))
    let standard = try #require(cmo.standards.first { $0.item.id == "8.01" })
    #expect(
      VerdictReason.of(standard, [finding])
        == "Voice: level 1, 2 of 9 intervals met, needs 8; and 2 more scopes")
    #expect(VerdictReason.of(standard, []) == nil)
  }

  @Test func trendNamesWhatChanged() throws {
    let rows = lines(try AssessmentSample.report()).map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(rows.contains("2026-04-15 42/45 2.35"))
    #expect(rows.contains("2026-10-15 43/45 2.34 7.02 – → 2"))
    #expect(rows.contains("– 2/17 0 ivr_self_service – → does not meet"))
  }

  @Test func aRuleOfTheToolkitTellsItsCounts() {
    let rule = Toolkit.rules[0]
    let part = RulePart(
      name: "76 % of the objective", status: .missed, met: 60, counted: 100, undecided: 0,
      needed: 70, distance: .intervals(met: 60, counted: 100, undecided: 0, needed: 70))
    let scope = RuleScope(
      scope: "Voice\u{1B}", site: nil, status: .missed,
      window: .lastMonths(6, asOf: CivilDate("2026-10-31")!, grain: .interval), parts: [part],
      remarks: [])
    var report = AssessmentReport(
      assessments: [
        .maturity(
          MaturityAssessment(
            AssessmentSample.ratings(
              [("cx_maturity", "service_level_response_time", "5", nil, nil)]),
            rules: [rule.id: .missed]))
      ])
    report.rules = [RuleFinding(rule: rule, status: .missed, scopes: [scope, scope])]
    let line = lines(report).first { $0.hasPrefix("data") }
    #expect(
      line == "data      service_level_response_time claimed 5: contradicted: Voice<U+001B>: "
        + "76 % of the objective: 60 of 100 intervals met (60.00 %), needs 70: 10 short; "
        + "and 1 more scope")
  }

  @Test func narrowTerminalsFoldIt() throws {
    let text = AssessmentRenderer.render(
      try AssessmentSample.report(), TextStyle(isColored: false, width: 60))
    for line in text.split(separator: "\n") where !line.contains("to_") {
      #expect(DisplayWidth.of(line) <= 60 || !line.dropFirst(12).contains(" "), "\(line)")
    }
  }
}
