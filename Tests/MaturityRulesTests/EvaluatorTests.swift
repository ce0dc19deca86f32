import Basics
import MaturityRules
import PerformanceMetrics
import TestSupport
import Testing

@testable import MaturityRules

@Suite struct EvaluatorTests {
  @Test(arguments: [
    ("MMMMMMMMMMMM", 3, 4), ("MMMMMMMMMMMx", 1, 1), ("xxxMMMMMMMMM", 0, 0),
    ("xxMMMMMMMMMM", 3, 4), ("??MMMMMMMMMM", 3, 4), ("???MMMMMMMMM", 0, 4),
    ("MMMMM?MMMMMM", 1, 4),
  ])
  func aYearStandsAtItsLevel(_ months: String, _ level: Int, _ possible: Int) throws {
    let finding = try Year(months: months).finding()
    #expect(finding.level == level)
    #expect(finding.possible == possible)
    #expect(finding.share?.numerator == finding.share?.denominator)
  }

  @Test func anAttestationIsLackingWithoutEvidence() throws {
    let criterion = try Year().criterion(4)
    #expect(criterion.status == .needsEvidence)
    #expect(criterion.distance == .attestation)
    #expect(criterion.distance.description == "an attestation is lacking")
    #expect(criterion.window == nil && criterion.met == nil && criterion.needed == nil)
  }

  @Test func anObjectiveWithoutAReasonIsRemarkedOnce() throws {
    var year = Year()
    year.service.rationale = nil
    let remarks = try year.finding().criteria.map(\.remarks)
    #expect(remarks == [[.noRationale], [], [], []])
    #expect(Remark.noRationale.description == "no rationale given for the objective")
    #expect(try Year().finding().criteria.allSatisfy { $0.remarks.isEmpty })
  }

  @Test func aChangeOfObjectiveIsListedInTheWindowsThatItLiesIn() throws {
    var year = Year()
    year.service.objectives = ObjectiveSchedule([
      .percent("80", in: 20), .percent("85.5", in: 20, from: "2025-06-01"),
      .percent("90", in: 30, from: "2026-01-01"),
    ])
    let criteria = try year.finding().criteria
    let change = Remark.objectiveChanged(.day("2025-06-01"), percent: .of("85.5"), seconds: 20)
    #expect(criteria.map(\.remarks) == [[change], [change], [], []])
    #expect(change.description == "objective changed on 2025-06-01 to 85.5 % in 20 s")
  }

  @Test func aServiceThatNothingMatchedHasNoLevel() throws {
    var reading = CenterReading([
      Service(
        name: "Fax", match: ServiceMatch(queue: [NamePattern("fax")]),
        objectives: [.percent("80", in: 20)]),
      Year().service,
    ])
    reading.metrics.asOf = .day("2025-12-31")
    let finding = Evaluator.findings(try reading.center(Year().text))[0]
    #expect(finding.level == 3 && finding.possible == 4)
    let fax = finding.scopes[0]
    #expect(fax.scope == "Fax" && fax.level == nil && fax.possible == nil && fax.share == nil)
    #expect(fax.criteria == [] && fax.rollOff == nil)
  }

  @Test func theLowestScopeDecidesAndEachHasItsShare() throws {
    let service = Year().service
    var reading = CenterReading([service])
    reading.metrics.asOf = .day("2025-12-31")
    let header = "interval_start,site,offered,answered,answered_within_20\n"
    let text = { (year: Year, site: String) in
      year.text.split(separator: "\n").dropFirst().map { line in
        line.replacing(" 09:00,", with: " 09:00,\(site),") + "\n"
      }.joined()
    }
    let both = header + text(Year(), "Bonn") + text(Year(months: "xxxMMMMMMMMM"), "Ulm")
    let finding = Evaluator.findings(try reading.center(both))[0]
    #expect(finding.scopes.map(\.site) == ["Bonn", "Ulm"])
    #expect(finding.scopes.map(\.level) == [3, 0])
    #expect(finding.scopes.map(\.share) == [Ratio(3650, 7300), Ratio(3650, 7300)])
    #expect(finding.level == 0 && finding.possible == 0)
  }

  @Test func standardsWithoutRecordsAreNotAssessed() throws {
    let findings = Evaluator.findings(try Year().center())
    #expect(findings.map(\.isAssessed) == [true, false, false, false, false, false])
    #expect(findings.dropFirst().allSatisfy { $0.level == nil && $0.possible == 4 })
  }

  @Test func theLevelUnderAnotherFormulaIsItsOwn() throws {
    var reading = CenterReading([Year().service])
    reading.metrics.asOf = .day("2025-12-31")
    var text = "interval_start,offered,answered,answered_within_20\n"
    for offset in 0..<365 { text += "\(CivilDate.day("2025-01-01") + offset) 09:00,10,7,7\n" }
    let metrics = try reading.center(text).services[0]
    let levels = try #require(metrics.records).alternatives.map { history in
      Evaluator.level(metrics, under: history)
    }
    // All answered in time, and three of ten abandoned: only the share of the answered attains.
    #expect(levels[0] == 0 && levels[1] == 3)
  }
}

@Suite struct RequirementTests {
  @Test(arguments: [
    ("MMMMMMMMMMMM", 3, Requirement.Status.holds), ("MMMMMMMMMMMM", 4, .indeterminate),
    ("xxxMMMMMMMMM", 1, .fails), ("???MMMMMMMMM", 1, .indeterminate),
    ("MMMMMMMMMMMx", 1, .holds), ("MMMMMMMMMMMx", 2, .fails),
  ])
  func aRequirementHoldsOrIsOpenOrFails(
    _ months: String, _ level: Int, _ status: Requirement.Status
  ) throws {
    let findings = Evaluator.findings(try Year(months: months).center())
    #expect(Requirement(standard: "8.01", level: level).status(findings) == status)
  }

  @Test func whatIsNotAssessedIsOpen() throws {
    let findings = Evaluator.findings(try Year().center())
    #expect(Requirement(standard: "8.04", level: 4).status(findings) == .indeterminate)
    #expect(Requirement(standard: "8.04", level: 1).status([]) == .indeterminate)
  }
}
