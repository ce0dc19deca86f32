import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics
import TestSupport
import Testing

/// The year 2025 by months of one scope: M met, x missed, ? without records.
private struct ScoreYear {
  var months: String
  var asOf = "2025-12-31"
  /// Records of each month.
  var records = 1
  var quality = QualityTargets(
    minimumSample: 1, objectives: [SiteObjective(value: FixedPoint(50))])

  private func rows(_ row: (String, Character) -> String) -> String {
    months.enumerated().filter { $0.element != "?" }.map { index, letter in
      let month = (index < 9 ? "0" : "") + "\(index + 1)"
      return String(repeating: row("2025-\(month)-15", letter), count: records)
    }.joined()
  }

  func center() throws -> CenterMetrics {
    var tally = CenterTally(intervals: IntervalTally(services: [.assumed]))
    tally.evaluations = try QualityTally([
      "evaluated_at,score\n" + rows { "\($0),\($1 == "M" ? 50 : 49)\n" }
    ])
    tally.surveys = try SurveyTally([
      "responded_at,score\n" + rows { "\($0),\($1 == "M" ? 4 : 3)\n" }
    ])
    var options = MetricsOptions(asOf: .day(asOf))
    options.quality = quality
    options.satisfaction = SatisfactionTargets(
      minimumSample: 1, objectives: [SiteObjective(value: FixedPoint(4))])
    return try CenterMetrics(tally, options: options)
  }

  func scope(_ standard: String) throws -> ScopeFinding {
    let finding = try #require(
      Evaluator.findings(try center()).first { $0.standard.id == standard })
    return try #require(finding.scopes.first)
  }
}

/// Twelve months, and how the three levels that count them stand.
struct LevelsCase: Sendable, CustomTestStringConvertible {
  let months: String
  let statuses: [CriterionStatus]
  /// Met, counted and undecided.
  let counts: [Int]
  let level: Int
  let possible: Int

  var testDescription: String { months }

  init(
    _ months: String, _ statuses: [CriterionStatus], _ counts: [Int], _ level: Int, _ possible: Int
  ) {
    self.months = months
    self.statuses = statuses
    self.counts = counts
    self.level = level
    self.possible = possible
  }

  static let all: [LevelsCase] = [
    // At, below and above each of 6, 9 and 12.
    LevelsCase("xxxxxxxMMMMM", [.missed, .missed, .missed], [5, 12, 0], 0, 0),
    LevelsCase("xxxxxxMMMMMM", [.met, .missed, .missed], [6, 12, 0], 1, 1),
    LevelsCase("xxxxMMMMMMMM", [.met, .missed, .missed], [8, 12, 0], 1, 1),
    LevelsCase("MxxMMxMMMMMM", [.met, .met, .missed], [9, 12, 0], 2, 2),
    LevelsCase("MMMMMMMMMMMx", [.met, .met, .missed], [11, 12, 0], 2, 2),
    LevelsCase("MMMMMMMMMMMM", [.met, .met, .met], [12, 12, 0], 3, 4),
    // Best and worst case apart: what is missing could turn it, or could not.
    LevelsCase("xxxxxx?MMMMM", [.indeterminate, .missed, .missed], [5, 11, 1], 0, 1),
    LevelsCase("xxxxxxx?MMMM", [.missed, .missed, .missed], [4, 11, 1], 0, 0),
    LevelsCase("??????MMMMMM", [.met, .indeterminate, .indeterminate], [6, 6, 6], 1, 4),
    LevelsCase("???xMMMMMMMM", [.met, .indeterminate, .missed], [8, 9, 3], 1, 2),
    LevelsCase("x???MMMMMMMM", [.met, .indeterminate, .missed], [8, 9, 3], 1, 2),
    LevelsCase("xxx?MMMMMMMM", [.met, .indeterminate, .missed], [8, 11, 1], 1, 2),
    LevelsCase("xxxx?MMMMMMM", [.met, .missed, .missed], [7, 11, 1], 1, 1),
    LevelsCase("???MMMMMMMMM", [.met, .met, .indeterminate], [9, 9, 3], 2, 4),
    LevelsCase("MMMMMMMMMMM?", [.met, .met, .indeterminate], [11, 11, 1], 2, 4),
    LevelsCase(
      "???????????M", [.indeterminate, .indeterminate, .indeterminate], [1, 1, 11], 0, 4),
  ]
}

@Suite struct ScoreCriteriaTests {
  @Test(arguments: LevelsCase.all, ["8.02", "8.03"])
  func sixNineAndTwelveMonthsAttainTheLevels(_ sample: LevelsCase, _ standard: String) throws {
    let scope = try ScoreYear(months: sample.months).scope(standard)
    #expect(scope.scope == "organization" && scope.site == nil)
    #expect(scope.criteria.prefix(3).map(\.status) == sample.statuses)
    #expect(scope.criteria[3].status == .needsEvidence)
    #expect(scope.level == sample.level && scope.possible == sample.possible)
    for (criterion, needed) in zip(scope.criteria, [6, 9, 12]) {
      #expect([criterion.met, criterion.counted, criterion.undecided] == sample.counts)
      #expect(criterion.needed == needed)
      #expect(
        criterion.window?.days == CivilDate.day("2025-01-01")...CivilDate.day("2025-12-31"))
    }
  }

  @Test func distancesSayWhatIsLackingAndWhatWouldDecide() throws {
    let scope = try ScoreYear(months: "x???MMMMMMMM").scope("8.02")
    #expect(
      scope.criteria.map(\.distance.description) == [
        "8 of 12 months met, needs 6: 2 months to spare",
        "8 of 12 months met, needs 9: 1 of 3 undecided would have to be met "
          + "(2025-02, 2025-03, 2025-04)",
        "8 of 12 months met, needs 12: 1 short even with 3 undecided",
        "an attestation is lacking",
      ])
    #expect(scope.criteria[1].deciding == ["2025-02", "2025-03", "2025-04"])
    #expect(scope.criteria[2].deciding == [])
  }

  @Test func everyLevelSaysWhatNextMonthHasToBe() throws {
    let scope = try ScoreYear(months: "MMMxMMMMMMxx").scope("8.03")
    #expect(scope.rollOffs.map(\.level) == [1, 2, 3])
    #expect(scope.rollOffs.map(\.demand) == [.mayBeMissed, .mustBeMet, .cannotSuffice])
    #expect(scope.rollOffs.allSatisfy { $0.leavesMet == true && $0.leaves == .of("2025-01") })
    #expect(scope.rollOff == scope.rollOffs.first)
  }

  @Test func withoutAnyObjectiveNothingIsDecided() throws {
    var year = ScoreYear(months: "MMMMMMMMMMMM")
    year.quality.objectives = []
    let scope = try year.scope("8.02")
    #expect(scope.criteria.prefix(3).allSatisfy { $0.status == .indeterminate })
    #expect(scope.criteria.prefix(3).allSatisfy { $0.remarks.contains(.noObjectiveGiven) })
    #expect(scope.level == 0 && scope.possible == 4 && scope.rollOffs.isEmpty)
    #expect("\(Remark.noObjectiveGiven)" == "no objective given")
  }

  @Test func objectivesForOtherScopesMissEveryMonth() throws {
    var year = ScoreYear(months: "MMMMMMMMMMMM")
    year.quality.objectives = [SiteObjective(site: [NamePattern("Dallas")], value: FixedPoint(1))]
    let scope = try year.scope("8.02")
    #expect(scope.criteria[0].status == .missed && scope.criteria[0].met == 0)
    #expect(scope.criteria[0].remarks.contains(.noObjectiveForScope))
  }

  @Test func monthsBeforeTheFirstObjectiveAreMissed() throws {
    var year = ScoreYear(months: "MMMMMMMMMMMM")
    year.quality.objectives = [SiteObjective(from: .day("2025-03-16"), value: FixedPoint(1))]
    let criterion = try year.scope("8.02").criteria[1]
    #expect([criterion.met, criterion.counted] == [9, 12] && criterion.status == .met)
    #expect(
      try year.scope("8.02").criteria[0].remarks.contains(
        .valueChanged(.day("2025-03-16"), FixedPoint(1))))
  }

  @Test func smallSamplesAndClearMonthsAreRemarkedOnce() throws {
    var year = ScoreYear(months: "MM??xMMMMMMM")
    year.quality.minimumSample = 2
    let scope = try year.scope("8.02")
    let small =
      "fewer than 2 records in 2025-01, 2025-02, 2025-05, 2025-06, 2025-07, 2025-08, "
      + "2025-09, 2025-10, 2025-11, 2025-12"
    #expect(
      scope.criteria[0].remarks.map(\.description)
        == [small, "0 of the 9 met months are clear of the objective at 95 %"])
    #expect(scope.criteria[1].remarks.isEmpty)
    year.records = 2
    // Two equal scores have no spread: their interval is a point, at the objective.
    #expect(
      try year.scope("8.02").criteria[0].remarks.map(\.description)
        == ["9 of the 9 met months are clear of the objective at 95 %"])
  }

  @Test func aMonthThatAsOfCutsIsInNoWindow() throws {
    var year = ScoreYear(months: "MMMMMMMMMMMx")
    year.asOf = "2025-12-30"
    let criterion = try year.scope("8.02").criteria[2]
    #expect([criterion.met, criterion.counted, criterion.undecided] == [11, 11, 1])
    #expect(criterion.deciding == ["2024-12"])
  }

  @Test func aSiteThatOtherRecordsShowIsNamedWithoutALevel() throws {
    var tally = CenterTally(intervals: IntervalTally(services: [.assumed]))
    tally.evaluations = try QualityTally([
      "evaluated_at,site,score\n2025-12-31,Austin,90\n2025-12-31,Dallas,10\n"
    ])
    tally.surveys = try SurveyTally(["responded_at,site,score\n2025-12-31,Austin,5\n"])
    var options = MetricsOptions()
    options.quality = QualityTargets(objectives: [SiteObjective(value: FixedPoint(80))])
    let center = try CenterMetrics(tally, options: options)
    #expect(center.asOf == .day("2025-12-31"))
    let findings = Evaluator.findings(center)
    let quality = try #require(findings.first { $0.standard.id == "8.02" })
    #expect(quality.scopes.map(\.scope) == ["Austin", "Dallas"])
    #expect(quality.scopes.map(\.possible) == [4, 2] && quality.possible == 2)
    let satisfaction = try #require(findings.first { $0.standard.id == "8.03" })
    #expect(satisfaction.scopes.map(\.scope) == ["Austin", "Dallas"])
    #expect(satisfaction.scopes.map(\.level) == [0, nil])
    #expect(satisfaction.level == 0 && satisfaction.isAssessed)
    #expect(findings.first { $0.standard.id == "8.01" }?.isAssessed == false)
  }

  @Test func surveysThatAskSomethingElseLeaveTheOrganizationWithoutALevel() throws {
    var tally = CenterTally(intervals: IntervalTally(services: [.assumed]))
    tally.surveys = try SurveyTally(["responded_at,measure,score\n2025-12-31,nps,5\n"])
    let findings = Evaluator.findings(try CenterMetrics(tally))
    let satisfaction = try #require(findings.first { $0.standard.id == "8.03" })
    #expect(satisfaction.scopes.map(\.scope) == ["organization"])
    #expect(satisfaction.level == nil && satisfaction.possible == 4)
    #expect(findings.first { $0.standard.id == "8.02" }?.isAssessed == false)
  }

  @Test(arguments: ["8.02", "8.03"])
  func theTablesAreThoseOfTheContract(_ id: String) throws {
    let standard = try #require(StandardLadder.standard(id))
    #expect(
      standard.criteria.map(\.test) == [
        .monthsAttained(atLeast: 6, ofLast: 12), .monthsAttained(atLeast: 9, ofLast: 12),
        .monthsAttained(atLeast: 12, ofLast: 12), .evidence,
      ])
    #expect(standard.criteria.map(\.level) == [1, 2, 3, 4])
    #expect(standard.criteria.allSatisfy { $0.origin == .source })
    // That satisfaction is judged site by site is the project's own.
    #expect(
      standard.criteria.map(\.ownRule)
        == (id == "8.02"
          ? [nil, nil, nil, nil] : Array(repeating: "judged site by site", count: 3) + [nil]))
  }
}
