import Basics
import ContactRecords
import MaturityRules
import TestSupport
import Testing

@Suite struct AttestationTests {
  private func evidence(
    _ standard: String = "8.01", _ level: Int = 4, from: String = "2025-06-01",
    until: String? = nil, scope: String = "*"
  ) -> EvidenceRecord {
    EvidenceRecord(
      standard: standard, level: level, reference: "Survey 12", attestedBy: "Jo Roe",
      from: .day(from), until: until.map(CivilDate.day), scope: scope)
  }

  private func year(_ evidence: EvidenceRecord...) -> CostYear {
    CostYear(costs: .init(repeating: "5800", count: 12), evidence: evidence)
  }

  private func effects(_ year: CostYear) throws -> [EvidenceFinding.Effect] {
    let center = try year.center()
    return Evaluator.evidence(center, Evaluator.findings(center)).map(\.effect)
  }

  @Test func anAttestationInForceStandsForItsCriterion() throws {
    let sample = year(evidence())
    let criterion = try sample.criterion(4, of: "8.01")
    #expect(criterion.status == .attested && criterion.attestations == [evidence()])
    #expect(criterion.distance.description == "attested until 2027-05-31")
    #expect(try effects(sample) == [.attests])
    #expect(try sample.criterion(3, of: "8.01").attestations.isEmpty)
  }

  /// The year ends on 2025-12-31.
  @Test(arguments: [
    ("2025-12-31", nil, true), ("2026-01-01", nil, false), ("2024-01-01", nil, true),
    ("2023-12-31", nil, false), ("2025-01-01", "2025-12-31", true),
    ("2025-01-01", "2025-12-30", false),
  ])
  func itHasToBeInForceAtAsOf(_ from: String, _ until: String?, _ isInForce: Bool) throws {
    let sample = year(evidence(from: from, until: until))
    #expect(
      try sample.criterion(4, of: "8.01").status == (isInForce ? .attested : .needsEvidence))
    #expect(try effects(sample) == [isInForce ? .attests : .notInForce])
  }

  @Test(arguments: [
    ("*", true), ("All contacts", true), ("All*", true), ("all contacts", false), ("Dallas", false),
    ("organization", false),
  ])
  func itStandsForItsScopeAlone(_ scope: String, _ fits: Bool) throws {
    let sample = year(evidence(scope: scope))
    #expect(try sample.criterion(4, of: "8.01").status == (fits ? .attested : .needsEvidence))
    #expect(try effects(sample) == [fits ? .attests : .noScope])
  }

  @Test func dataAreNotOverridden() throws {
    var sample = year(evidence("8.04", 1))
    sample.costs[0] = nil
    #expect(try sample.criterion(1).status == .indeterminate)
    #expect(try effects(sample) == [.decidedByData])
  }

  @Test func whatIsNotAssessedIsNotAttested() throws {
    let sample = year(evidence("8.05", 4))
    #expect(try sample.standard("8.05").level == nil)
    #expect(try effects(sample) == [.noScope])
  }

  @Test func whatPeopleRateIsAttestedBesideItsRating() throws {
    #expect(try effects(year(evidence("7.01", 2))) == [.ratedByPeople])
  }

  @Test func anAttestedLevelHoldsLikeAMetOne() throws {
    var sample = year(evidence("8.05", 4, scope: "organization"))
    for month in 1...12 {
      sample.quality += QualityCategory.costs.map {
        (.month(CivilMonth(year: 2025, month: month)), $0.rawValue, "1")
      }
    }
    #expect(try sample.standard("8.05").level == 4)
    sample.evidence = []
    #expect(try sample.standard("8.05").level == 3 && sample.standard("8.05").possible == 4)
  }
}
