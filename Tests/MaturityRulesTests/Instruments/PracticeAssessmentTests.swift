import Basics
import Testing

@testable import MaturityRules

@Suite struct PracticeAssessmentTests {
  /// States the five needed fields of an area; a blank leaves one out.
  private func area(
    _ onsite: String, _ satisfaction: String, _ employees: String, _ surveys: String,
    _ impact: String, asOf: String? = nil, certifiedOn: String = ""
  ) throws -> PracticeArea {
    let ratings = Answers.of(
      "sqm_practice",
      [
        "email.onsite_score": onsite, "email.employee_satisfaction": satisfaction,
        "email.employees": employees, "email.surveys": surveys, "email.cx_impact": impact,
        "email.certified_on": certifiedOn,
      ])
    let scored = PracticeAssessment(ratings, asOf: asOf.flatMap { CivilDate($0) })
    return try #require(scored.assessed.first)
  }

  private static let cases: [([String], SQMPractice.Decision, [SQMPractice.Reason])] = [
    (["80", "50", "240", "100", "yes"], .criteriaMet, [.criteriaMet]),
    (["79.99", "90", "240", "180", "yes"], .criteriaNotMet, [.onsiteBelow80]),
    (["91", "49.99", "60", "54", "yes"], .criteriaNotMet, [.satisfactionBelow50]),
    (["91", "49.99", "60", "53", "yes"], .indeterminate, [.sampleTooSmall]),
    (["85", "70", "240", "99", "yes"], .indeterminate, [.sampleTooSmall]),
    (["85", "70", "240", "100", ""], .indeterminate, [.impactMissing]),
    (
      ["70", "", "240", "", ""], .criteriaNotMet,
      [.onsiteBelow80, .satisfactionMissing, .sampleUnknown, .impactMissing]
    ),
    (["80", "50", "240", "100", "no"], .criteriaNotMet, [.noImpact]),
    (["", "50", "240", "100", "yes"], .indeterminate, [.onsiteMissing]),
    (
      ["70", "10", "240", "100", "no"], .criteriaNotMet,
      [.onsiteBelow80, .satisfactionBelow50, .noImpact]
    ),
  ]

  @Test(arguments: cases)
  func theFirstRowThatFitsDecides(
    _ fields: [String], _ decision: SQMPractice.Decision, _ reasons: [SQMPractice.Reason]
  ) throws {
    let area = try area(fields[0], fields[1], fields[2], fields[3], fields[4])
    #expect(area.decision == decision && area.reasons == reasons)
    if reasons == [.sampleTooSmall] { #expect(area.lackingSurveys == 1) }
  }

  @Test(arguments: [
    (100, 100), (101, 100), (240, 100), (99, 90), (90, 81), (60, 54), (50, 45), (37, 34), (10, 9),
    (1, 1),
  ])
  func theSampleIsAHundredOrNinetyPercent(_ employees: Int, _ needed: Int) throws {
    let enough = try area("80", "50", "\(employees)", "\(needed)", "yes")
    #expect(enough.neededSurveys == needed && enough.hasSufficientSample == true)
    #expect(enough.decision == .criteriaMet)
    let few = try area("80", "50", "\(employees)", "\(needed - 1)", "yes")
    #expect(few.hasSufficientSample == false && few.lackingSurveys == 1)
    if employees < 100 {
      #expect(10 * needed >= 9 * employees && 10 * (needed - 1) < 9 * employees)
    }
  }

  @Test(arguments: [
    ("2026-03-31", "2027-03-30"), ("2024-02-29", "2025-02-28"), ("2023-03-01", "2024-02-29"),
    ("2026-01-01", "2026-12-31"), ("2023-02-28", "2024-02-27"),
  ])
  func aCertificateIsValidUntilTheDayBeforeTheAnniversary(
    _ certified: String, _ until: String
  ) throws {
    let last = try #require(CivilDate(until))
    let valid = try area(
      "80", "50", "240", "100", "yes", asOf: until, certifiedOn: certified)
    #expect(valid.validUntil == last && valid.decision == .criteriaMet)
    let over = try area(
      "80", "50", "240", "100", "yes", asOf: (last + 1).description, certifiedOn: certified)
    #expect(over.decision == .criteriaNotMet && over.reasons == [.expired])
    let open = try area("80", "50", "240", "100", "yes", certifiedOn: certified)
    #expect(open.decision == .criteriaMet)
    #expect(try area("80", "50", "240", "100", "yes", asOf: until).validUntil == nil)
  }

  @Test func theExampleOfTheContractIsDecided() {
    let scored = PracticeAssessment(
      Answers.of(
        "sqm_practice",
        [
          "email.onsite_score": "85%", "email.employee_satisfaction": "70",
          "email.employees": "240", "email.surveys": "99", "email.cx_impact": "yes",
          "ivr_self_service.onsite_score": "73.5", "ivr_self_service.employee_satisfaction": "50",
          "ivr_self_service.employees": "50", "ivr_self_service.surveys": "45",
          "ivr_self_service.cx_impact": "true",
        ]))
    #expect(scored.assessed.map(\.area.id) == ["ivr_self_service", "email"])
    #expect(scored.count(.criteriaMet) == 0)
    #expect(scored.count(.criteriaNotMet) == 1 && scored.count(.indeterminate) == 1)
    #expect(scored.gaps == [RankedGap(id: "ivr_self_service", size: FixedPoint("6.5")!)])
    #expect(scored.unrated.count == 15)
    #expect(scored.areas.count == 17 && scored.hints.isEmpty)
  }

  @Test(arguments: [
    ("70", "20", "30"), ("70.25", "45", "9.75"), ("", "49.99", "0.01"), ("95", "", "0"),
    ("80", "50", "0"), ("", "", nil),
  ])
  func theGapIsTheLargerOneOfThoseGiven(
    _ onsite: String, _ satisfaction: String, _ gap: String?
  ) throws {
    let area = try area(onsite, satisfaction, "240", "", "")
    #expect(area.gap?.description == gap)
  }

  @Test func whatIsNotTypicalIsHintedAtAndFailsNothing() throws {
    let scored = PracticeAssessment(
      Answers.of(
        "sqm_practice",
        [
          "email.focus_groups": "1", "email.questions": "50", "omni_channel.focus_groups": "4",
          "omni_channel.questions": "49",
        ]))
    #expect(
      scored.hints.map(\.description) == [
        "omni_channel.questions: 49, where 50 is typical",
        "email.focus_groups: 1, where 2 to 4 is typical",
      ])
    let area = try #require(scored.assessed.first)
    #expect(area.decision == .indeterminate)
    #expect(!area.reasons.contains(.criteriaMet))
  }

  @Test func decisionsAreNeverCalledCertified() {
    for decision in SQMPractice.Decision.allCases {
      #expect(!decision.description.contains("certified"))
    }
  }
}
