import Basics
import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

@Suite struct SatisfactionMetricsTests {
  private static let header = "responded_at,site,measure,score,scale_max\n"

  private func metrics(
    _ rows: String, _ measure: SatisfactionTargets.Measure = .mean,
    _ direction: SatisfactionTargets.Direction = .higher, objectives: [SiteObjective] = [],
    asOf: String = "2026-03-31", otherSites: Set<String> = []
  ) throws -> SatisfactionMetrics {
    try SatisfactionMetrics(
      try SurveyTally([Self.header + rows]),
      targets: SatisfactionTargets(
        measure: measure, direction: direction, objectives: objectives), asOf: .day(asOf),
      otherSites: otherSites)
  }

  /// Answers of March, each as often as told.
  private func answers(
    _ counts: KeyValuePairs<String, Int>, measure: String = "", site: String = ""
  ) -> String {
    counts.map { score, count in
      String(repeating: "2026-03-02,\(site),\(measure),\(score),\n", count: count)
    }.joined()
  }

  private func goal(_ value: String, site: String = "*", from: String? = nil) -> SiteObjective {
    SiteObjective(site: [NamePattern(site)], from: from.map(CivilDate.day), value: .of(value))
  }

  private func march(_ metrics: SatisfactionMetrics) throws -> ScoreMonth {
    try #require(metrics.scopes.first?.months.first)
  }

  /// Wilson's interval of the contract's examples, in percent and cut outwards.
  @Test(arguments: [
    (18, 20, "69.89", "97.22"), (85, 100, "76.71", "90.70"), (20, 20, "83.88", "100.00"),
    (0, 10, "0.00", "27.76"),
  ])
  func sharesHaveWilsonsInterval(_ top: Int, _ count: Int, _ low: String, _ high: String) throws {
    let month = try march(try metrics(answers(["5": top, "4": count - top]), .topBox))
    #expect(month.value == Ratio(top, count) && month.count == count)
    let interval = try #require(month.interval)
    #expect(interval.lowText(places: 2, .down) == low)
    #expect(interval.highText(places: 2, .up) == high)
    #expect(month.standardDeviation == nil)
  }

  @Test(arguments: [
    (SatisfactionTargets.Measure.mean, Ratio(38, 10)), (.topBox, Ratio(4, 10)),
    (.topTwoBox, Ratio(7, 10)),
  ])
  func eachMeasureMakesItsFigureOfTheSameAnswers(
    _ measure: SatisfactionTargets.Measure, _ value: Ratio
  ) throws {
    let month = try march(try metrics(answers(["5": 4, "4": 3, "2": 3]), measure))
    #expect(month.value == value)
  }

  @Test func meansAreExactAndHaveStudentsInterval() throws {
    let rows = answers(["4": 1, "5": 3, "3": 1, "4.0": 1, "2": 1])
    let month = try march(try metrics(rows, objectives: [goal("4")]))
    // The committed values of Student's interval of 4 5 3 5 4 2 5.
    #expect(month.value == Ratio(28, 7) && month.state == .met && month.isClear == false)
    #expect(month.interval?.lowText(places: 4) == "2.9321")
    #expect(month.interval?.highText(places: 4) == "5.0679")
    #expect(month.standardDeviationText(places: 4) == "1.1547")
    let parts = try march(try metrics(answers(["4.25": 1, "5": 3])))
    #expect(parts.value == Ratio(1925, 400))
  }

  @Test func promotersLessDetractorsAreOfAllAnswersAndOnlyOfTheirQuestion() throws {
    let nps = answers(["10": 3, "9": 1, "8": 2, "7": 1, "6": 2, "0": 1], measure: "nps")
    let rows = nps + answers(["5": 9]) + answers(["7": 9], measure: "ces")
    let month = try march(try metrics(rows, .netPromoter, objectives: [goal("10")]))
    #expect(month.value == Ratio(1, 10) && month.count == 10 && month.state == .met)
    // (4 + 1)/12 and (3 + 1)/12 after one more of each: 1/12, give or take
    // 1.959964 · √((9/12 − 1/144)/12).
    let margin = 1.959963984540054 * ((9.0 / 12 - 1.0 / 144) / 12).squareRoot() * 100
    let interval = try #require(month.interval)
    #expect(abs(interval.margin - margin) < 1e-9)
    #expect(abs((interval.low + interval.high) / 2 - 100.0 / 12) < 1e-9)
    #expect(
      try march(try metrics(rows, .netPromoter, objectives: [goal("10.000001")])).state == .missed)
    #expect(try march(try metrics(rows)).count == 9)
    #expect(try march(try metrics(rows, .effort)).value == Ratio(63, 9))
  }

  @Test func belowZeroIsAlsoAFigure() throws {
    let rows = answers(["0": 2, "8": 1], measure: "nps")
    let month = try march(try metrics(rows, .netPromoter, objectives: [goal("-66.666666")]))
    #expect(month.value == Ratio(-2, 3))
    // −66.6666… is below −66.666666.
    #expect(month.state == .missed)
    #expect(
      try march(try metrics(rows, .netPromoter, objectives: [goal("-66.666667")])).state == .met)
  }

  @Test(arguments: [
    ("2.5", OpportunityState.met), ("2.499999", .missed), ("2.500001", .met),
  ])
  func whereLowIsGoodTheValueMayNotExceedItsObjective(
    _ value: String, _ state: OpportunityState
  ) throws {
    let rows = answers(["2": 1, "3": 1], measure: "ces")
    #expect(try march(try metrics(rows, .effort, .lower, objectives: [goal(value)])).state == state)
    let few = try march(
      try metrics(
        answers(["1": 30, "2": 3], measure: "ces"), .effort, .lower, objectives: [goal("2")]))
    #expect(few.isClear == true)
  }

  @Test func invitationsGiveAResponseRateAndAreNoAnswers() throws {
    let rows =
      "2026-03-02,,,5,\n2026-03-03,,,,\n2026-03-04,,,,\n2026-03-05,,,1,\n2026-03-06,,nps,,\n"
      + "2026-04-02,,,4,\n2026-05-02,,,,\n"
    let metrics = try metrics(rows, objectives: [goal("3")], asOf: "2026-05-31")
    let months = metrics.scopes[0].months
    #expect(months.map(\.count) == [2, 1, 0])
    #expect(months.map(\.invited) == [4, 1, 1])
    #expect(months.map(\.responseRate) == [Ratio(2, 4), Ratio(1, 1), Ratio(0, 1)])
    #expect(months.map(\.state) == [.met, .met, .undecided])
    #expect(months[2].value == nil && months[2].interval == nil)
    // Without any row that lacks an answer nothing is known of invitations.
    let plain = try march(try self.metrics(answers(["5": 3])))
    #expect(plain.invited == nil && plain.responseRate == nil)
  }

  @Test func mixedScalesUnderOneObjectiveAreAnError() throws {
    let rows = "2026-03-02,Austin,,5,5\n2026-03-20,Dallas,,9,10\n"
    for measure in [SatisfactionTargets.Measure.mean, .topBox, .topTwoBox] {
      let error = try #require(throws: MetricsError.self) {
        try metrics(rows, measure, objectives: [goal("4")])
      }
      #expect(
        error.description == "survey answers on the scales 1 to 5 and 1 to 10 fall under one "
          + "objective, 4; give each scale an objective of its own (satisfaction.objectives), by "
          + "site or by date")
    }
    // Each scale has its own, by site or by date.
    let bySite = try metrics(
      rows, objectives: [goal("4", site: "Austin"), goal("9", site: "Dallas")])
    #expect(bySite.scopes.map { $0.months[0].state } == [.met, .met])
    let organization = try metrics(
      "2026-03-02,,,5,5\n2026-03-20,,,9,10\n",
      objectives: [goal("4"), goal("9", from: "2026-03-10")])
    let month = try march(organization)
    #expect(month.state == .met && month.value == nil && month.interval == nil)
    #expect(organization.scopes[0].scales.map(\.description) == ["1 to 5", "1 to 10"])
    // Without objectives there is nothing to fall under; a mean of both there is not.
    #expect(try march(try metrics("2026-03-02,,,5,5\n2026-03-20,,,9,10\n")).value == nil)
  }

  @Test func sitesWithAnswersToAnotherQuestionAreNamed() throws {
    let rows = answers(["5": 1], site: "Austin") + answers(["9": 1], measure: "nps", site: "Dallas")
    let metrics = try metrics(rows, otherSites: ["Manila"])
    #expect(metrics.scopes.map(\.name) == ["Austin"])
    #expect(metrics.unseenSites == ["Dallas", "Manila"])
    let other = try self.metrics(rows, .effort)
    #expect(other.scopes.isEmpty && other.isGiven && other.unseenSites == [])
    #expect(other.organization == nil)
  }

  @Test func theOrganizationAddsUpTheAnswersOfItsSites() throws {
    let rows = answers(["5": 1], site: "Austin") + answers(["2": 3], site: "Dallas")
    let month = try #require(try metrics(rows).organization?.months.first)
    #expect(month.value == Ratio(11, 4))
  }

  @Test func aContactMayAnswerTwoQuestionsAndEachOnce() throws {
    let header = "responded_at,contact_id,measure,score,resolved\n"
    let rows =
      "2026-03-02,c1,csat,5,yes\n2026-03-02,c1,nps,9,yes\n2026-03-02,c1,csat,5,yes\n"
      + "2026-03-03,,csat,4,no\n2026-04-03,c2,nps,4,no\n2026-04-04,,csat,4,\n"
    let tally = try SurveyTally([header + rows])
    #expect(tally.accounts.sources[0].accepted == 5 && tally.accounts.sources[0].repeated == 1)
    // The contact c1 says once that it was resolved.
    let all = tally.resolutions(through: .day("2026-04-30"))
    #expect(all[.day("2026-03-02")] == ResolutionCounts(resolved: 1, unresolved: 0))
    #expect(all[.day("2026-03-03")] == ResolutionCounts(resolved: 0, unresolved: 1))
    #expect(all[.day("2026-04-03")] == ResolutionCounts(resolved: 0, unresolved: 1))
    #expect(all[.day("2026-04-04")].isEmpty)
    let cut = tally.resolutions(through: .day("2026-03-02"))
    #expect(cut[.day("2026-03-02")].decided == 1 && cut[.day("2026-03-03")].isEmpty)
    let conflict = try SurveyTally([header + rows + "2026-03-02,c1,csat,4,yes\n"])
    #expect(conflict.accounts.conflictCount == 1)
  }

  @Test(arguments: Seed.cases(20), ConflictPolicy.allCases)
  func piecesMergedInOrderAreTheWhole(_ seed: Seed, _ policy: ConflictPolicy) throws {
    var random = seed.generator
    let header = "responded_at,site,contact_id,measure,score,resolved\n"
    let sources = (0..<3).map { _ in
      header
        + (0..<Int.random(in: 1...15, using: &random)).map { _ in
          let contact = random.once(in: 4) ? "" : "c\(Int.random(in: 1...4, using: &random))"
          return "2026-03-0\(Int.random(in: 1...2, using: &random)),"
            + "\(random.once(in: 3) ? "Austin" : ""),\(contact),"
            + "\(random.once(in: 3) ? "nps" : ""),\(random.once(in: 5) ? "" : "5"),"
            + "\(random.once(in: 2) ? "yes" : "no")\n"
        }.joined()
    }
    let whole = try SurveyTally(sources, policy: policy)
    var merged = try SurveyTally([sources[0]], policy: policy)
    var lines = 0
    for (previous, source) in zip(sources, sources[1...]) {
      lines += previous.utf8.count { $0 == UInt8(ascii: "\n") }
      merged.merge(try SurveyTally([source], policy: policy, linesBefore: lines))
    }
    let asOf = CivilDate.day("2026-03-31")
    try #require(merged.accounts == whole.accounts, "\(seed)")
    try #require(merged.resolutions(through: asOf) == whole.resolutions(through: asOf), "\(seed)")
    let figures = try [merged, whole].map { tally in
      try SatisfactionMetrics(tally, targets: .init(), asOf: asOf).scopes.map { scope in
        scope.months.map { [$0.count, $0.invited ?? -1, $0.value?.numerator ?? -1] }
      }
    }
    try #require(figures[0] == figures[1], "\(seed)")
  }
}
