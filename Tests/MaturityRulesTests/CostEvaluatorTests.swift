import Basics
import MaturityRules
import PerformanceMetrics
import TestSupport
import Testing

@Suite struct CostEvaluatorTests {
  /// Costs in hundreds a month, ten times the cost per contact.
  private func year(_ hundreds: [Int?]) -> CostYear {
    CostYear(costs: hundreds.map { $0.map { "\($0)00" } })
  }

  private let good = [Int?](repeating: 58, count: 12)

  // MARK: Level 1

  @Test func costsAndContactsInAllTwelveMonthsAttainLevelOne() throws {
    let criterion = try year(good).criterion(1)
    #expect(criterion.status == .met && criterion.needed == 12)
    #expect([criterion.met, criterion.counted, criterion.undecided] == [12, 12, 0])
    #expect(criterion.distance.description == "12 of 12 months have costs and contacts")
    #expect(
      criterion.remarks.map(\.description) == [
        "scope remark: no cost of infrastructure or overhead in the whole window",
        "the total cost is the same in every month; check that it was measured and not planned",
      ])
  }

  @Test func aMonthWithoutCostsOrContactsIsUndecided() throws {
    var sample = year(good)
    sample.costs[2] = nil
    sample.withoutContacts = [8]
    let criterion = try sample.criterion(1)
    #expect(criterion.status == .indeterminate)
    #expect([criterion.met, criterion.counted, criterion.undecided] == [10, 10, 2])
    #expect(criterion.deciding == ["2025-03", "2025-08"])
    #expect(
      criterion.distance.description
        == "10 of 12 months have costs and contacts: lacking in 2025-03, 2025-08")
  }

  // MARK: Level 2

  /// Costs of twelve months in hundreds, how level 2 stands and its two clauses.
  struct Tendency: Sendable, CustomTestStringConvertible {
    let hundreds: [Int?]
    let status: CriterionStatus
    let pooled: CriterionStatus
    let slope: CriterionStatus

    var testDescription: String { "\(hundreds.map { $0 ?? 0 })" }

    init(
      _ hundreds: [Int?], _ status: CriterionStatus, pooled: CriterionStatus,
      slope: CriterionStatus
    ) {
      self.hundreds = hundreds
      self.status = status
      self.pooled = pooled
      self.slope = slope
    }

    static let all = [
      // The last three together: 57 + 58 + 59 is what the objectives allow.
      Tendency(
        [58, 58, 58, 58, 58, 58, 58, 58, 58, 57, 58, 59], .met, pooled: .met, slope: .missed),
      Tendency(
        [58, 58, 58, 58, 58, 58, 58, 58, 58, 57, 58, 60], .missed, pooled: .missed, slope: .missed),
      // Above the objective and falling all year.
      Tendency(
        [80, 79, 78, 77, 76, 75, 74, 73, 72, 71, 70, 69], .met, pooled: .missed, slope: .met),
      Tendency(
        [69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80], .missed, pooled: .missed, slope: .missed),
      // Falling, and chance alone would do.
      Tendency(
        [80, 70, 79, 71, 78, 72, 80, 70, 78, 71, 77, 72], .indeterminate, pooled: .missed,
        slope: .indeterminate),
      // Six decided months that fall are the fewest.
      Tendency(
        [nil, nil, nil, nil, nil, nil, 80, 79, 78, 77, 76, 75], .met, pooled: .missed, slope: .met),
      Tendency(
        [nil, nil, nil, nil, nil, nil, nil, 79, 78, 77, 76, 75], .indeterminate, pooled: .missed,
        slope: .indeterminate),
      // A month of the last three is undecided: what does not fall may still be pooled.
      Tendency(
        [69, 70, 71, 72, 73, 74, 75, 76, 77, 50, nil, 50], .indeterminate, pooled: .indeterminate,
        slope: .missed),
      Tendency(
        [80, 79, 78, 77, 76, 75, 74, 73, 72, 71, nil, 69], .met, pooled: .indeterminate, slope: .met
      ),
    ]
  }

  @Test(arguments: Tendency.all)
  func eitherClauseAttainsLevelTwo(_ sample: Tendency) throws {
    let criterion = try year(sample.hundreds).criterion(2)
    #expect(criterion.status == sample.status)
    guard case .costTendency(let tendency) = criterion.distance else {
      Issue.record("\(criterion.distance)")
      return
    }
    #expect(tendency.pooled == sample.pooled && tendency.slope == sample.slope)
    #expect(tendency.status == sample.status)
  }

  /// Of the 720 orders of six values, 1, 6, 20, 49 and 98 have at most 0, 1, 2, 3 and 4 pairs
  /// that rise: three are p 0.0681, four 0.1361.
  @Test(arguments: [
    ([80, 79, 78, 77, 75, 76], CriterionStatus.met), ([79, 80, 78, 76, 75, 77], .met),
    ([79, 80, 76, 78, 75, 77], .indeterminate),
  ])
  func theFallIsSureEnoughUpToTenPercent(_ hundreds: [Int], _ slope: CriterionStatus) throws {
    let criterion = try year([Int?](repeating: nil, count: 6) + hundreds).criterion(2)
    guard case .costTendency(let tendency) = criterion.distance else {
      Issue.record("\(criterion.distance)")
      return
    }
    #expect(tendency.slope == slope, "\(tendency)")
  }

  /// The first month from which an objective is in force, as-of, and how level 2 stands.
  @Test(arguments: [
    ("2025-10-31", "2025-12-31", CriterionStatus.met), ("2025-11-01", "2025-12-31", .missed),
    ("2026-01-01", "2025-12-31", .missed), ("2025-09-30", "2025-12-30", .met),
  ])
  func anObjectiveHasToBeInForceNowAndInThreeMonths(
    _ from: String, _ asOf: String, _ status: CriterionStatus
  ) throws {
    var sample = year([Int?](repeating: 50, count: 12))
    sample.objectives = [SiteObjective(from: .day(from), value: .of("5.80"))]
    sample.asOf = .day(asOf)
    #expect(try sample.criterion(2).status == status)
  }

  @Test func withoutAnyObjectiveNothingIsJudged() throws {
    var sample = year(good)
    sample.objectives = []
    for level in 2...4 {
      let criterion = try sample.criterion(level)
      #expect(criterion.status == .indeterminate && criterion.remarks == [.noObjectiveGiven])
    }
    #expect(try sample.standard("8.04").level == 1)
    #expect(try sample.standard("8.04").possible == 4)
  }

  @Test func anObjectiveForOthersIsMissed() throws {
    var sample = year(good)
    sample.objectives = [SiteObjective(site: [NamePattern("Dallas")], value: .of("9"))]
    #expect(try (2...4).map { try sample.criterion($0).status } == [.missed, .missed, .missed])
    #expect(try sample.criterion(3).remarks == [.noObjectiveForScope])
  }

  // MARK: Levels 3 and 4

  /// Met, missed and undecided months, and how levels 3 and 4 stand.
  @Test(arguments: [
    (12, 0, CriterionStatus.met, CriterionStatus.met), (11, 1, .met, .missed),
    (9, 3, .met, .missed), (8, 4, .missed, .missed), (9, 0, .met, .indeterminate),
    (8, 3, .indeterminate, .missed), (8, 0, .indeterminate, .indeterminate),
    (0, 12, .missed, .missed), (7, 3, .indeterminate, .missed), (6, 4, .missed, .missed),
  ])
  func nineAndTwelveMonthsAttainTheHigherLevels(
    _ met: Int, _ missed: Int, _ three: CriterionStatus, _ four: CriterionStatus
  ) throws {
    let undecided = [Int?](repeating: nil, count: 12 - met - missed)
    let sample = year(
      undecided + [Int?](repeating: 59, count: missed) + [Int?](repeating: 58, count: met))
    let (third, fourth) = (try sample.criterion(3), try sample.criterion(4))
    #expect(third.status == three && fourth.status == four)
    #expect([third.met, third.counted, third.undecided] == [met, met + missed, undecided.count])
    #expect(third.needed == 9 && fourth.needed == 12)
  }

  /// What is met or missed stays so however the undecided months turn out, and what is
  /// indeterminate can turn either way.
  @Test(arguments: Seed.cases(10))
  func theUndecidedCannotTurnWhatIsDecided(_ seed: Seed) throws {
    var random = seed.generator
    let hundreds = (0..<12).map { _ in [58, 58, 58, 59, nil].randomElement(using: &random)! }
    for level in 3...4 {
      let status = try year(hundreds).criterion(level).status
      let best = try year(hundreds.map { $0 ?? 58 }).criterion(level).status
      let worst = try year(hundreds.map { $0 ?? 59 }).criterion(level).status
      #expect(best != .indeterminate && worst != .indeterminate)
      #expect(status == (best == worst ? best : .indeterminate), "\(hundreds), \(seed)")
    }
  }

  @Test func theMonthThatLeavesIsNamedForBothLevels() throws {
    let rollOffs = try year(good).standard("8.04").scopes[0].rollOffs
    #expect(rollOffs.map(\.level) == [3, 4])
    #expect(rollOffs.map(\.demand) == [.mayBeMissed, .mustBeMet])
    #expect(rollOffs.allSatisfy { $0.leaves == .of("2025-01") && $0.leavesMet == true })
  }

  @Test func aWholeYearAtTheObjectiveIsLevelFour() throws {
    let finding = try year(good).standard("8.04")
    #expect(finding.level == 4 && finding.scopes.map(\.scope) == ["organization"])
    #expect(finding.scopes[0].share == Ratio(12_000, 12_000))
  }

  @Test func withoutCostsTheStandardIsNotAssessed() throws {
    let finding = try CostYear().standard("8.04")
    #expect(finding.level == nil && finding.possible == 4 && !finding.isAssessed)
  }

  @Test(arguments: [
    (
      [80, 79, 78, 77, 76, 75, 74, 73, 72, 71, 70, 69], "3,600.00 more than their objectives",
      "-0.1000 a month (p 0.0001, 12 months), which is a fall"
    ),
    (
      [39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50], "2,700.00 less than their objectives",
      "0.1000 a month (p 1.0000, 12 months), which is no fall"
    ),
  ])
  func theDistanceNamesBothClauses(_ hundreds: [Int], _ together: String, _ slope: String) throws {
    #expect(
      try year(hundreds).criterion(2).distance.description
        == "the last 3 months together cost \(together); the distance from the objective moves by "
        + slope)
  }
}
