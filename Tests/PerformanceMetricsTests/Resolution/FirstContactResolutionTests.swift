import Basics
import TestSupport
import Testing

@testable import ContactRecords
@testable import PerformanceMetrics

/// Months, objectives and the choice of a method.
@Suite struct FirstContactResolutionTests {
  private typealias Days = [(day: String, resolved: Int, unresolved: Int, pending: Int)]

  private func days(_ days: Days) -> ResolutionDays {
    var all = ResolutionDays()
    for entry in days {
      var counts = ResolutionCounts(resolved: entry.resolved, unresolved: entry.unresolved)
      counts.pending = entry.pending
      all.add(counts, on: .day(entry.day))
    }
    return all
  }

  private func months(
    _ days: Days, _ objectives: [DatedObjective], asOf: String = "2026-03-31"
  ) -> [FirstContactResolution.Month] {
    do {
      return try FirstContactResolution.months(self.days(days), objectives, asOf: .day(asOf))
    } catch {
      Issue.record(error)
      return []
    }
  }

  private let seventyFive = [DatedObjective(value: .of("75"))]

  @Test(arguments: [
    (749, 251, OpportunityState.missed), (750, 250, .met), (751, 249, .met),
  ])
  func aMonthAttainsAtTheObjective(
    _ resolved: Int, _ unresolved: Int, _ state: OpportunityState
  ) {
    let months = months([("2026-03-05", resolved, unresolved, 0)], seventyFive)
    #expect(months.map(\.state) == [state])
    #expect(months.map(\.isMet) == [state == .met])
    #expect(months[0].rate == Ratio(resolved, 1000))
  }

  @Test(arguments: [(24, OpportunityState.met), (25, .met), (26, .undecided)])
  func aMonthWithMoreThanAQuarterPendingIsUndecided(_ pending: Int, _ state: OpportunityState) {
    let months = months([("2026-03-05", 75, 0, pending)], seventyFive)
    #expect(months.map(\.state) == [state])
    #expect(months.map(\.isMet) == [state == .met ? true : nil])
  }

  @Test func eachIssueIsJudgedByTheObjectiveOfItsDay() {
    let objectives = [
      DatedObjective(value: .of("50")), DatedObjective(from: .day("2026-03-16"), value: .of("90")),
    ]
    // 50 of 100 and 90 of 100 attain; one less does not.
    #expect(
      months([("2026-03-15", 50, 50, 0), ("2026-03-16", 90, 10, 0)], objectives).map(\.state)
        == [.met])
    #expect(
      months([("2026-03-15", 50, 50, 0), ("2026-03-16", 89, 11, 0)], objectives).map(\.state)
        == [.missed])
    let months = months([("2026-03-15", 51, 49, 0), ("2026-03-16", 89, 11, 0)], objectives)
    #expect(months.map(\.state) == [.met])
    #expect(months.map(\.objective) == [.of("90")])
  }

  @Test func aMonthWithIssuesBeforeTheFirstObjectiveIsNotJudged() {
    let late = [DatedObjective(from: .day("2026-03-10"), value: .of("50"))]
    #expect(
      months([("2026-03-09", 9, 0, 0), ("2026-03-10", 9, 0, 0)], late).map(\.state) == [.excluded])
    #expect(months([("2026-03-10", 9, 0, 0)], late).map(\.state) == [.met])
    #expect(months([("2026-03-10", 9, 0, 0)], []).map(\.state) == [.excluded])
  }

  @Test func monthsRunWithoutAGapFromTheFirstWithDataToAsOf() {
    let months = months(
      [("2026-01-31", 9, 1, 0), ("2026-03-01", 1, 9, 0), ("2026-04-15", 9, 0, 0)], seventyFive,
      asOf: "2026-04-15")
    #expect(months.map(\.month.description) == ["2026-01", "2026-02", "2026-03", "2026-04"])
    #expect(months.map(\.isMet) == [true, nil, false, nil])
    #expect(months.map(\.state) == [.met, .undecided, .missed, .met])
    #expect(months.map(\.isComplete) == [true, true, true, false])
    #expect(months[1].rate == nil)
  }

  private func found(
    _ rows: [LogRow], surveys: Days = [], targets: ResolutionTargets = .init(),
    asOf: String = "2026-03-31"
  ) -> [FirstContactResolution] {
    var (tally, types) = (ResolutionTally(), [String]())
    tally.add(ContactBatch(rows, types: &types))
    do {
      return try FirstContactResolution.all(
        contacts: tally, surveys: days(surveys), targets: targets,
        watch: IssueWatch(
          windowDays: targets.windowDays, maximumContacts: targets.maximumContacts,
          asOf: .day(asOf)))
    } catch {
      Issue.record(error)
      return []
    }
  }

  @Test func theFirstMethodWithDataIsTaken() {
    let flagged = LogRow.at("2026-03-02", customer: 0).with(\.resolved, true)
    let surveys: Days = [("2026-03-02", 3, 1, 0)]
    #expect(found([.at("2026-03-02"), flagged], surveys: surveys).map(\.method) == [.repeat])
    #expect(found([flagged], surveys: surveys).map(\.method) == [.flag])
    #expect(found([], surveys: surveys).map(\.method) == [.survey])
    #expect(found([]).isEmpty)
    #expect(found([.at("2026-04-01")]).isEmpty)
  }

  @Test(arguments: ResolutionTargets.Method.allCases)
  func aConfiguredMethodIsTakenWithAndWithoutData(_ method: ResolutionTargets.Method) {
    let targets = ResolutionTargets(method: method)
    let rows = [LogRow.at("2026-03-02").with(\.resolved, true)]
    let surveys: Days = [("2026-03-02", 3, 1, 0)]
    let all = found(rows, surveys: surveys, targets: targets)
    #expect(all.map(\.method) == [method])
    #expect(all[0].months.map { $0.counts.isEmpty } == [false])
    #expect((all[0].match != nil) == (method == .repeat))
    let others: [FirstContactResolution] =
      switch method {
      case .repeat: found([rows[0].with(\.customer, 0)], surveys: surveys, targets: targets)
      case .flag: found([.at("2026-03-02")], surveys: surveys, targets: targets)
      case .survey: found(rows, targets: targets)
      }
    #expect(others.map(\.months.count) == [0])
  }

  @Test func theOtherMatchStandsBesideUnjudgedWhereReasonsAreGiven() {
    let rows = [LogRow.at("2026-02-01"), .at("2026-03-02").with(\.reason, 1)]
    var targets = ResolutionTargets(objectives: seventyFive)
    let any = found(rows, targets: targets)
    #expect(any.map(\.match) == [.any, .reason])
    #expect(any.map(\.isJudged) == [true, false])
    #expect(any.map { $0.month(.of("2026-03"))?.isMet } == [true, nil])
    #expect(any.map { $0.month(.of("2026-03"))?.objective } == [.of("75"), nil])
    #expect(any.map { $0.leftOut?.withoutReason } == [nil, 1])
    #expect(any.map { $0.month(.of("2026-01"))?.month } == [nil, nil])

    targets.match = .reason
    #expect(found(rows, targets: targets).map(\.match) == [.reason, .any])
    #expect(found(rows, targets: targets).map(\.isJudged) == [true, false])
    targets.match = .any
    #expect(found([.at("2026-02-01")], targets: targets).map(\.match) == [.any])
  }

  @Test func aMonthsIssuesAreThoseThatOpenedInIt() {
    // Opened on the last second of March, failed in April.
    let rows = [
      LogRow.at("2026-03-01", customer: 2), .at("2026-03-31", "23:59:59"),
      .at("2026-04-01", "00:00:00"),
    ]
    let months = found(rows, asOf: "2026-04-30")[0].months
    #expect(months.map(\.counts.unresolved) == [1, 0])
    #expect(months.map(\.counts.decided) == [1, 0])
  }
}
