import Basics
import MaturityRules
import PerformanceMetrics
import TestSupport
import Testing

/// The toolkit's rule on intervals, at its thresholds and where its readings disagree.
@Suite struct ToolkitTests {
  /// A whole half year of days with ten intervals each, so that nothing is missing.
  private func halfYear(
    _ within: [Int?], offered: Int = 100, percent: String = "80", isDaily: Bool = false
  ) throws -> RuleScope {
    var text = "interval_start,offered,answered,answered_within_20\n"
    var day = CivilDate.day("2025-01-01")
    while day <= .day("2025-06-30") {
      for (index, within) in within.enumerated() {
        let (hour, half) = index.quotientAndRemainder(dividingBy: 2)
        let time = isDaily ? "" : " 0\(hour):\(half == 0 ? "00" : "30")"
        if isDaily, index > 0 { continue }
        text += "\(day)\(time),\(offered),\(offered),\(within.map { "\($0)" } ?? "")\n"
      }
      day = day + 1
    }
    var reading = CenterReading([Service(name: "Sales", objectives: [.percent(percent, in: 20)])])
    reading.metrics.asOf = .day("2025-06-30")
    reading.metrics.leeway = Toolkit.leeway
    let finding = try #require(Evaluator.rules(try reading.center(text)).first)
    #expect(finding.status == finding.scopes.first?.status)
    return try #require(finding.scopes.first)
  }

  private static func ten(_ near: Int, _ count: Int, else other: Int = 0) -> [Int?] {
    (0..<10).map { $0 < count ? near : other }
  }

  @Test(arguments: [
    // 95 % of 80 % is 76 %, 80 % less 5 points is 75 %.
    (76, 7, [CriterionStatus.met, .met], CriterionStatus.met),
    (76, 6, [.missed, .missed], .missed),
    (75, 7, [.missed, .met], .indeterminate),
    (75, 10, [.missed, .met], .indeterminate),
    (74, 10, [.missed, .missed], .missed),
    (80, 10, [.met, .met], .met),
  ])
  func bothReadingsHaveToAgree(
    _ within: Int, _ count: Int, _ parts: [CriterionStatus], _ status: CriterionStatus
  ) throws {
    let scope = try halfYear(ToolkitTests.ten(within, count))
    #expect(scope.parts.map(\.status) == parts)
    #expect(scope.status == status)
    #expect(scope.parts.map(\.needed) == [1267, 1267])
    #expect(scope.parts.map(\.counted) == [1810, 1810])
    #expect(scope.window.days == .day("2025-01-01")...(.day("2025-06-30")))
    let names = ["95 % of the objective", "the objective less 5 points"]
    #expect(scope.parts.map(\.name) == names)
    #expect(
      scope.remarks.map(\.description)
        == (status == .indeterminate
          ? [
            "the readings disagree: 95 % of the objective missed; the objective less 5 points met"
          ] : []))
  }

  /// 95 % of 66.666667 % is 63.33333365 %, which millionths of a percent do not hold.
  @Test(arguments: [(6_333_333_365, CriterionStatus.met), (6_333_333_364, .missed)])
  func shareOfTheObjectiveIsExact(_ within: Int, _ status: CriterionStatus) throws {
    let scope = try halfYear(
      ToolkitTests.ten(within, 10), offered: 10_000_000_000, percent: "66.666667")
    #expect(scope.parts[0].status == status)
  }

  @Test(arguments: [
    // Seven that are near are enough whatever the unknown are, six need one of them.
    (7, 3, CriterionStatus.met), (6, 1, .indeterminate), (6, 4, .indeterminate), (5, 1, .missed),
    (0, 7, .indeterminate), (0, 6, .missed),
  ])
  func undecidedIntervalsDecideWhereTheyCan(
    _ near: Int, _ unknown: Int, _ status: CriterionStatus
  ) throws {
    let within = (0..<10).map { $0 < near ? 80 : ($0 < near + unknown ? nil : 0) }
    let scope = try halfYear(within)
    #expect(scope.status == status && scope.parts.allSatisfy { $0.status == status })
    #expect(scope.parts.allSatisfy { $0.undecided == unknown * 181 })
    #expect(scope.remarks.isEmpty)
  }

  @Test func dailyRecordsAreNotTrackedByInterval() throws {
    let scope = try halfYear([80], isDaily: true)
    #expect(scope.status == .indeterminate)
    #expect(scope.remarks == [.notTrackedByInterval])
    #expect(scope.parts.allSatisfy { $0.status == .indeterminate && $0.distance == .nothing })
  }

  @Test(
    arguments: [
      (3599, nil, true), (3600, nil, false), (3600, .interval, true), (20, .day, false),
      (20, .month, false),
    ] as [(Int, Service.Grain?, Bool)])
  func responseTimesAreJudgedWhereTheyAreCaptured(
    _ seconds: Int, _ grain: Service.Grain?, _ isJudged: Bool
  ) throws {
    var reading = CenterReading([
      Service(
        name: "Mail", kind: .responseTime, finestGrain: grain,
        objectives: [.percent("80", in: seconds)])
    ])
    reading.metrics.leeway = Toolkit.leeway
    let center = try reading.center(
      "interval_start,offered,answered,answered_within\n2025-03-03 09:00,10,10,8\n")
    let scope = try #require(Evaluator.rules(center).first?.scopes.first)
    #expect((scope.status != .notApplicable) == isJudged)
    #expect((scope.remarks == [.notCapturedByInterval]) == !isJudged)
  }

  /// The objective in force at as-of tells, and none that was or will be.
  @Test(
    arguments: [
      ([(nil, 86_400), ("2025-02-01", 1800)], true),
      ([(nil, 1800), ("2025-02-01", 86_400)], false),
      ([(nil, 1800), ("2025-04-01", 86_400)], true), ([(nil, 86_400), ("2025-04-01", 20)], false),
    ] as [([(String?, Int)], Bool)])
  func theObjectiveInForceTellsHowAResponseTimeIsCaptured(
    _ objectives: [(from: String?, seconds: Int)], _ isJudged: Bool
  ) throws {
    var reading = CenterReading([
      Service(
        name: "Mail", kind: .responseTime,
        objectives: objectives.map {
          Objective(
            from: $0.from.map { .day($0) }, percent: FixedPoint(80), seconds: $0.seconds)
        })
    ])
    reading.metrics.leeway = Toolkit.leeway
    let center = try reading.center(
      "interval_start,offered,answered,answered_within\n2025-03-03 09:00,10,10,8\n")
    let scope = try #require(Evaluator.rules(center).first?.scopes.first)
    #expect((scope.status != .notApplicable) == isJudged)
  }

  @Test func aWindowWithoutContactsHasNothingToCount() throws {
    let scope = try halfYear(ToolkitTests.ten(0, 10), offered: 0)
    #expect(scope.status == .indeterminate)
    #expect(scope.remarks == [.nothingToCount])
  }

  @Test func withoutJudgedIntervalsTheRuleIsNotAssessed() throws {
    let finding = try #require(Evaluator.rules(try Year().center()).first)
    #expect(finding.status == .notAssessed && finding.scopes.isEmpty)
  }

  /// With no leeway at all the counts would be those of the judged history itself.
  @Test func noLeewayGivesTheOwnCounts() throws {
    var reading = CenterReading([Year().service])
    reading.metrics.asOf = .day("2025-12-31")
    reading.metrics.leeway = LeewayWindow(months: 6, leeways: [.share(100), .points(0)])
    let center = try reading.center(Year(months: "MMMMMMMx?MiM").text)
    let records = try #require(center.records())
    let result = try #require(records.leeway)
    let own = records.judged.figures(result.days).intervals
    #expect(result.counts == [own, own])
    #expect(own.undecided > 0 && own.idle > 0 && own.met > 0 && own.counted > own.met)
  }

  @Test func theRuleIsData() throws {
    let rule = try #require(Toolkit.rule("toolkit.service-level"))
    #expect(rule.origin == .source)
    #expect(
      rule.requirement
        == "70 % of the intervals of the past 6 complete months come within 5 % of the objective")
    #expect(Toolkit.rule("toolkit.none") == nil)
    #expect(
      rule.test == .intervalsNearObjective(percent: 70, within: 5, overLastMonths: 6))
    #expect(Leeway.readings(within: 3) == [.share(97), .points(3)])
    #expect(Toolkit.leeway == LeewayWindow(months: 6, leeways: [.share(95), .points(5)]))
  }
}
