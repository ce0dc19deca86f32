import Basics
import MaturityRules
import TestSupport
import Testing

@testable import MaturityRules

@Suite struct StandardLadderTests {
  @Test(
    arguments: [
      ([.missed, .missed, .missed, .needsEvidence], 0, 0),
      ([.met, .missed, .met, .attested], 1, 1),
      ([.met, .met, .met, .needsEvidence], 3, 4),
      ([.met, .met, .met, .attested], 4, 4),
      ([.missed, .met, .met, .attested], 0, 0),
      ([.indeterminate, .met, .met, .attested], 0, 4),
      ([.met, .indeterminate, .missed, .needsEvidence], 1, 2),
      ([.met, .indeterminate, .indeterminate, .needsEvidence], 1, 4),
      ([.met, .notApplicable, .notApplicable, .needsEvidence], 1, 4),
      ([.met, .notApplicable, .notApplicable, .attested], 4, 4),
      ([.met, .notApplicable, .notApplicable, .missed], 1, 1),
      ([.notApplicable, .notApplicable, .notApplicable, .missed], 0, 0),
      ([.notApplicable, .met, .missed, .attested], 2, 2),
      ([.notAssessed, .notAssessed, .notAssessed, .needsEvidence], 0, 4),
    ] as [([CriterionStatus], Int, Int)])
  func levelsAreCumulativeAndWhatDoesNotApplyIsSteppedOver(
    _ statuses: [CriterionStatus], _ level: Int, _ possible: Int
  ) {
    #expect(StandardLadder.level(statuses) == level)
    #expect(StandardLadder.possibleLevel(statuses) == possible)
  }

  @Test func theTableOf801IsThatOfTheContract() throws {
    let standard = try #require(StandardLadder.standard("8.01"))
    #expect(
      standard.criteria.map(\.test) == [
        .monthsAttained(atLeast: 10, ofLast: 12), .daysAttained(percent: 80, inEachOfLastMonths: 9),
        .intervalsAttained(percent: 80, overLastDays: 120), .evidence,
      ])
    #expect(standard.criteria.map(\.level) == [1, 2, 3, 4])
    #expect(standard.criteria.allSatisfy { $0.origin == .source })
    #expect(
      StandardLadder.standards.map(\.id) == ["8.01", "8.02", "8.03", "8.04", "8.05", "8.06"])
    #expect(StandardLadder.standard("8.07") == nil)
    #expect(StandardLadder.levelNames.count == 5)
  }

  @Test func requirementsAreSaidWithTheirNumbers() throws {
    let criteria = try #require(StandardLadder.standard("8.01")).criteria
    #expect(
      criteria.prefix(3).map(\.requirement) == [
        "10 of the last 12 months attain the objective",
        "80 % of the days in each of the past 9 months do",
        "80 % of the intervals of the past 120 days do",
      ])
  }

  @Test(arguments: [
    (0, 0), (1, 1), (4, 4), (5, 4), (6, 5), (28, 23), (30, 24), (31, 25), (120, 96),
  ])
  func theSmallestCountThatReachesAShareIsExact(_ total: Int, _ needed: Int) {
    #expect(ServiceLevelEvaluator.needed(80, of: total) == needed)
    #expect(100 * needed >= 80 * total)
    #expect(needed == 0 || 100 * (needed - 1) < 80 * total)
  }

  @Test(arguments: [
    (true, true, CriterionStatus.met), (false, true, .indeterminate), (false, false, .missed),
  ])
  func worstAndBestCaseDecideTogether(_ worst: Bool, _ best: Bool, _ status: CriterionStatus) {
    #expect(CriterionStatus(worst: worst, best: best) == status)
  }
}

@Suite struct WindowTests {
  @Test(arguments: [
    ("2026-03-31", 12, "2025-04", "2026-03"), ("2026-03-30", 12, "2025-03", "2026-02"),
    ("2026-02-28", 9, "2025-06", "2026-02"), ("2024-02-28", 9, "2023-05", "2024-01"),
    ("2026-01-01", 12, "2025-01", "2025-12"),
  ])
  func monthsAreTheCompleteOnesUpToAsOf(
    _ asOf: String, _ count: Int, _ first: String, _ last: String
  ) {
    let window = Window.lastMonths(count, asOf: .day(asOf), grain: .month)
    #expect(window.months.count == count)
    #expect(window.months.first == .of(first) && window.months.last == .of(last))
    #expect(window.days == CivilMonth.of(first).firstDay...CivilMonth.of(last).lastDay)
  }

  @Test func daysEndWithAsOf() {
    let window = Window.lastDays(120, asOf: .day("2024-03-01"), grain: .interval)
    #expect(window.days == .day("2023-11-03")...(.day("2024-03-01")))
    #expect(Window(.evidence, asOf: .day("2024-03-01")) == nil)
  }
}
