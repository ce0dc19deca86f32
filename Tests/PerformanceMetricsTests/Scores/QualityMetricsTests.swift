import Basics
import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

@Suite struct QualityMetricsTests {
  private static let header = "evaluated_at,site,agent,points,max_points\n"

  private func metrics(
    _ rows: String, objectives: [SiteObjective] = [], asOf: String = "2026-03-31",
    minimum: Int = 30, otherSites: Set<String> = []
  ) throws -> QualityMetrics {
    try QualityMetrics(
      try QualityTally([Self.header + rows]),
      targets: QualityTargets(minimumSample: minimum, objectives: objectives), asOf: .day(asOf),
      otherSites: otherSites)
  }

  private func objective(_ value: String, from: String? = nil, site: String = "*") -> SiteObjective
  {
    SiteObjective(site: [NamePattern(site)], from: from.map(CivilDate.day), value: .of(value))
  }

  @Test func theScoreIsPointsOutOfPossiblePointsAndNoMeanOfScores() throws {
    let month = try #require(
      try metrics("2026-03-02,,,9,10\n2026-03-03,,,1,5\n").scopes.first?.months.first)
    // (9 + 1)/15 and not (90 % + 20 %)/2.
    #expect(month.value == Ratio(10, 15) && month.count == 2)
    #expect(month.standardDeviationText(places: 2) == "49.50")
    #expect(month.state == .undecided && month.isMet == nil && month.objective == nil)
  }

  @Test func partsOfPointsAreKeptExactly() throws {
    let month = try #require(
      try metrics("2026-03-02,,,83.7,100\n2026-03-03,,,83.75,100\n").scopes.first?.months.first)
    #expect(month.value == Ratio(16745, 20000))
    #expect(try metrics("2026-03-02,,,80,100\n").scopes[0].months[0].value == Ratio(80, 100))
  }

  /// At, below and above: Σ points ≥ Σ objective · weight.
  @Test(arguments: [
    ("85", OpportunityState.met), ("85.000001", .missed), ("84.999999", .met), ("0", .met),
    ("100", .missed),
  ])
  func aMonthAttainsItsObjectiveExactly(_ value: String, _ state: OpportunityState) throws {
    // 8 + 90 + 72 of 200 points are 85 %, though the three scores are 80, 90 and 80 %.
    let rows = "2026-03-02,,,8,10\n2026-03-03,,,90,100\n2026-03-04,,,72,90\n"
    let month = try metrics(rows, objectives: [objective(value)]).scopes[0].months[0]
    #expect(month.value == Ratio(170, 200))
    #expect(month.state == state)
  }

  @Test func eachEvaluationIsJudgedByTheObjectiveOfItsDay() throws {
    let objectives = [objective("80"), objective("90", from: "2026-03-16")]
    // 80 % before and 90 % after attain together; one point less does not.
    let both = "2026-03-15,,,80,100\n2026-03-16,,,90,100\n"
    let month = try metrics(both, objectives: objectives).scopes[0].months[0]
    #expect(month.state == .met && month.objective == Fraction(85))
    let less = "2026-03-15,,,80,100\n2026-03-16,,,89.999999,100\n"
    #expect(try metrics(less, objectives: objectives).scopes[0].months[0].state == .missed)
    // By weight: three quarters of the points under 80 %.
    let heavy = "2026-03-15,,,240,300\n2026-03-16,,,90,100\n"
    #expect(
      try metrics(heavy, objectives: objectives).scopes[0].months[0].objective == Fraction(165, 2))
    let changes = try metrics(both, objectives: objectives).scopes[0].changes
    #expect(changes == [.init(day: .day("2026-03-16"), value: FixedPoint(90))])
  }

  @Test func aRecordWithoutAnObjectiveOnItsDayMissesItsMonth() throws {
    let late = [objective("10", from: "2026-03-03")]
    let rows = "2026-03-02,,,100,100\n2026-03-03,,,100,100\n2026-04-01,,,100,100\n"
    let scope = try metrics(rows, objectives: late, asOf: "2026-04-30").scopes[0]
    #expect(scope.months.map(\.state) == [.missed, .met])
    #expect(scope.months.map(\.isMet) == [false, true])
    #expect(scope.months[0].objective == nil && scope.months[0].isClear == nil)
    // One that is meant for another site is none.
    let elsewhere = try metrics(rows, objectives: [objective("10", site: "Dallas")])
    #expect(elsewhere.scopes[0].months[0].state == .missed && !elsewhere.scopes[0].hasObjective)
  }

  @Test func monthsRunFromTheFirstWithRecordsToAsOfWithoutAGap() throws {
    let rows = "2025-12-31,,,1,1\n2026-02-28,,,1,1\n2026-03-15,,,0,1\n2026-03-16,,,1,1\n"
    let scope = try metrics(rows, objectives: [objective("50")], asOf: "2026-03-15").scopes[0]
    #expect(scope.months.map(\.month.description) == ["2025-12", "2026-01", "2026-02", "2026-03"])
    #expect(scope.months.map(\.count) == [1, 0, 1, 1])
    #expect(scope.months.map(\.state) == [.met, .undecided, .met, .missed])
    #expect(scope.months.map(\.isComplete) == [true, true, true, false])
    // The month that as-of cuts is neither met nor missed yet.
    #expect(scope.months.map(\.isMet) == [true, nil, true, nil])
    #expect(scope.months[1].value == nil && scope.months[1].objective == nil)
    #expect(scope.state(.of("2025-11")) == .undecided)
    #expect(scope.state(.of("2026-04")) == .undecided)
    #expect(scope.state(.of("2025-12")) == .met)
  }

  @Test func scopesAreSitesWhereAnyRecordHasOne() throws {
    let rows = "2026-03-02,Manila,,1,1\n2026-03-02,Dallas,,0,1\n2026-03-02,,,1,1\n"
    let sited = try metrics(
      rows, objectives: [objective("50")], otherSites: ["Dallas", "Austin", "", "Zebra"])
    #expect(sited.scopes.map(\.name) == ["-", "Dallas", "Manila"])
    #expect(sited.scopes.map(\.site) == ["", "Dallas", "Manila"])
    #expect(sited.scopes.map { $0.months[0].state } == [.met, .missed, .met])
    #expect(sited.unseenSites == ["Austin", "Zebra"])
    let whole = try metrics("2026-03-02,,,1,1\n", otherSites: ["Dallas"])
    #expect(whole.scopes.map(\.name) == ["organization"] && whole.scopes[0].site == nil)
    #expect(whole.unseenSites == [])
    #expect(try metrics("2026-04-02,Dallas,,1,1\n").scopes.isEmpty)
  }

  /// The interval of the ratio estimator over agents: by hand for three of them.
  @Test func theMarginTakesTheEvaluationsOfAnAgentTogether() throws {
    let rows = """
      2026-03-02,,a,8,10
      2026-03-09,,a,7,10
      2026-03-02,,b,9,10
      2026-03-02,,c,20,20

      """
    let month = try metrics(rows, objectives: [objective("50")]).scopes[0].months[0]
    // R = 44/50; residuals: a 15 − 17.6 = −2.6, b 9 − 8.8 = 0.2, c 20 − 17.6 = 2.4;
    // variance 3/2 · (6.76 + 0.04 + 5.76)/2500 = 0.007536; t(2) = 4.302653.
    let margin = 4.302652729696 * 0.007536.squareRoot() * 100
    let interval = try #require(month.interval)
    #expect(abs(interval.margin - margin) < 1e-6)
    #expect(abs((interval.low + interval.high) / 2 - 88) < 1e-9)
    #expect(month.isClear == true)
    #expect(
      try metrics(rows, objectives: [objective("50.7")]).scopes[0].months[0].isClear == false)
    // An evaluation without an agent is its own cluster.
    let lone = try metrics("2026-03-02,,,8,10\n2026-03-02,,,9,10\n2026-03-02,,a,9,10\n")
    #expect(lone.scopes[0].months[0].interval != nil)
    let single = try metrics("2026-03-02,,a,8,10\n2026-03-03,,a,9,10\n")
    #expect(single.scopes[0].months[0].interval == nil)
    #expect(single.scopes[0].months[0].standardDeviation != nil)
  }

  @Test func oneAgentOnSeveralDaysOfAMonthIsOneCluster() throws {
    let days = try metrics("2026-03-02,,a,8,10\n2026-03-09,,a,7,10\n2026-03-02,,b,9,10\n")
    let sums = try metrics("2026-03-02,,a,15,20\n2026-03-02,,b,9,10\n")
    let (a, b) = (days.scopes[0].months[0].interval, sums.scopes[0].months[0].interval)
    #expect(a == b && a != nil)
  }

  @Test(arguments: [(2, true), (3, false), (1, true)])
  func fewerRecordsThanAskedForAreFlagged(_ count: Int, _ isSmall: Bool) throws {
    let rows = (0..<count).map { _ in "2026-03-02,,,1,1\n" }.joined()
    #expect(try metrics(rows).scopes[0].months[0].isSmall(3) == isSmall)
  }

  @Test func aMistypedYearIsNamed() throws {
    let error = try #require(throws: MetricsError.self) {
      try metrics("1026-03-02,,,1,1\n2026-03-02,,,1,1\n")
    }
    #expect(
      error.reason == .beginTooEarly("evaluations", .of("1026-03"), asOf: .day("2026-03-31")))
    #expect(try metrics("1976-03-02,,,1,1\n").scopes[0].months.count == 601)
  }

  @Test func aTrendNeedsSixCompleteMonths() throws {
    let rows = (1...7).map { "2026-0\($0)-02,,,\(80 - $0),100\n" }.joined()
    let scope = try metrics(rows, asOf: "2026-07-30").scopes[0]
    #expect(scope.trend?.count == 6)
    #expect(scope.trend?.slopeText(places: 4) == "-1.0000")
    #expect(try metrics(rows, asOf: "2026-06-29").scopes[0].trend == nil)
  }

  /// A twin that knows nothing of tallies: exact fractions over the rows.
  @Test(arguments: Seed.cases(40))
  func monthsAreThoseOfANaiveReading(_ seed: Seed) throws {
    var random = seed.generator
    struct Row {
      var day: CivilDate
      var site: String
      var points: Int
      var maximum: Int
    }
    let rows = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      let maximum = Int.random(in: 1...20, using: &random)
      return Row(
        day: CivilDate.day("2026-01-01") + Int.random(in: 0..<120, using: &random),
        site: ["", "Austin", "Dallas"].randomElement(using: &random)!,
        points: Int.random(in: 0...maximum, using: &random), maximum: maximum)
    }
    let objectives = (0..<Int.random(in: 1...3, using: &random)).map { index in
      SiteObjective(
        site: random.once(in: 3) ? [NamePattern("A*")] : [],
        from: index == 0 && !random.once(in: 3)
          ? nil : CivilDate.day("2026-01-01") + Int.random(in: 0..<100, using: &random),
        value: FixedPoint(Int.random(in: 30...70, using: &random)))
    }
    let asOf = CivilDate.day("2026-04-20")
    let text = rows.map { "\($0.day),\($0.site),,\($0.points),\($0.maximum)\n" }.joined()
    let metrics = try metrics(text, objectives: objectives, asOf: "\(asOf)")
    let isSited = rows.contains { $0.day <= asOf && !$0.site.isEmpty }
    for scope in metrics.scopes {
      let own = rows.filter { $0.day <= asOf && (!isSited || $0.site == scope.site) }
      for month in scope.months {
        let mine = own.filter { $0.day.month == month.month }
        try #require(month.count == mine.count, "\(seed)")
        var margin = 0
        var isJudged = true
        for row in mine {
          if let objective = objectives.inForce(on: row.day, site: scope.name) {
            margin += 100 * row.points - Int(objective.value.millionths / 1_000_000) * row.maximum
          } else {
            isJudged = false
          }
        }
        let state: OpportunityState =
          mine.isEmpty ? .undecided : (isJudged && margin >= 0 ? .met : .missed)
        try #require(month.state == state, "\(seed) \(scope.name) \(month.month)")
      }
    }
  }
}
