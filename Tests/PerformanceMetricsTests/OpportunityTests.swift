import Basics
import TestSupport
import Testing

@testable import PerformanceMetrics

/// One opportunity, and how it ends.
struct OpportunityCase: Sendable, CustomTestStringConvertible {
  let name: String
  var formula = ServiceLevelFormula.offered
  var percent = "80"
  var counts: [ContactSums.Figure: Int] = [:]
  var volume = 0
  var hasRecords = true
  var hasHoles = false
  let state: OpportunityState

  var testDescription: String { name }

  init(
    _ name: String, _ state: OpportunityState, formula: ServiceLevelFormula = .offered,
    percent: String = "80", counts: [ContactSums.Figure: Int] = [:], volume: Int = 0,
    hasRecords: Bool = true, hasHoles: Bool = false
  ) {
    self.name = name
    self.formula = formula
    self.percent = percent
    self.counts = counts
    self.volume = volume
    self.hasRecords = hasRecords
    self.hasHoles = hasHoles
    self.state = state
  }

  /// Counts with so many offered and answered, and so many in time.
  private static func calls(_ offered: Int, _ within: Int) -> [ContactSums.Figure: Int] {
    [.offered: offered, .answered: offered, .answeredWithin: within]
  }

  static let all: [OpportunityCase] = [
    OpportunityCase("nothing expected, nothing recorded", .closed, hasRecords: false),
    OpportunityCase("a hole alone", .undecided, hasRecords: false, hasHoles: true),
    OpportunityCase(
      "a hole alone with contacts", .undecided, volume: 5, hasRecords: false, hasHoles: true),
    OpportunityCase("no contact", .idle),
    OpportunityCase("no contact and a hole that hides none", .idle, hasHoles: true),
    OpportunityCase("no contact and a hole that hides some", .undecided, volume: 3, hasHoles: true),
    OpportunityCase("just below", .missed, counts: calls(1000, 799)),
    OpportunityCase("exactly at", .met, counts: calls(1000, 800)),
    OpportunityCase("just above", .met, counts: calls(1000, 801)),
    OpportunityCase("four of five", .met, counts: calls(5, 4)),
    OpportunityCase("just below a decimal", .missed, percent: "82.5", counts: calls(40, 32)),
    OpportunityCase("exactly at a decimal", .met, percent: "82.5", counts: calls(40, 33)),
    OpportunityCase(
      "two thirds, rounded up", .missed, percent: "66.666667", counts: calls(3, 2)),
    OpportunityCase("two thirds, cut", .met, percent: "66.666666", counts: calls(3, 2)),
    OpportunityCase("nothing asked", .met, percent: "0", counts: calls(5, 0)),
    OpportunityCase("everything asked", .missed, percent: "100", counts: calls(1000, 999)),
    OpportunityCase("a hole cannot turn a pass", .met, counts: calls(80, 80), volume: 20),
    OpportunityCase("a hole can turn a pass", .undecided, counts: calls(80, 80), volume: 21),
    OpportunityCase("a hole can turn a miss", .undecided, counts: calls(10, 7), volume: 5),
    OpportunityCase("a hole cannot turn a miss", .missed, counts: calls(10, 7), volume: 4),
    OpportunityCase(
      "no count for the threshold", .undecided,
      counts: [.offered: 9, .answered: 9, .answeredUnjudged: 9]),
    OpportunityCase(
      "no count, and too many abandoned", .missed,
      counts: [.offered: 9, .answered: 5, .abandoned: 4, .answeredUnjudged: 5]),
    OpportunityCase(
      "a row without a count that cannot turn a pass", .met,
      counts: [.offered: 10, .answered: 10, .answeredWithin: 8, .answeredUnjudged: 2]),
    OpportunityCase(
      "only early abandons, left out", .idle, formula: .earlyAbandonsExcluded,
      counts: [.offered: 5, .abandoned: 5, .abandonedWithin: 5]),
    OpportunityCase(
      "only short abandons, left out", .idle, formula: .shortAbandonsExcluded,
      counts: [.offered: 5, .abandoned: 5, .shortAbandoned: 5]),
    OpportunityCase(
      "only early abandons, met", .met, formula: .earlyAbandonsMet,
      counts: [.offered: 5, .abandoned: 5, .abandonedWithin: 5]),
    OpportunityCase(
      "all abandoned, none answered", .missed, formula: .answered,
      counts: [.offered: 5, .abandoned: 5]),
    OpportunityCase(
      "more early abandons than contacts", .missed, formula: .earlyAbandonsExcluded,
      counts: [.offered: 5, .abandoned: 6, .abandonedWithin: 6]),
    OpportunityCase(
      "only early abandons and a hole", .undecided, formula: .earlyAbandonsExcluded,
      counts: [.offered: 5, .abandoned: 5, .abandonedWithin: 5], volume: 2, hasHoles: true),
  ]
}

@Suite struct OpportunityTests {
  private func part(
    _ percent: String, _ counts: [ContactSums.Figure: Int], volume: Int = 0,
    hasRecords: Bool = true, hasHoles: Bool = false
  ) -> OpportunityPart {
    var part = OpportunityPart(percent: .of(percent))
    for (figure, value) in counts { part.sums[figure] = value }
    part.volume = volume
    part.hasRecords = hasRecords
    part.hasHoles = hasHoles
    return part
  }

  @Test(arguments: OpportunityCase.all)
  func anOpportunityEndsAsItsEvidenceSays(_ sample: OpportunityCase) {
    var evidence = OpportunityEvidence()
    evidence.add(
      part(
        sample.percent, sample.counts, volume: sample.volume, hasRecords: sample.hasRecords,
        hasHoles: sample.hasHoles), sample.formula, .offered)
    #expect(evidence.state == sample.state)
  }

  /// Each contact is judged by its own day's objective: 8 of 10 at 80 % leave
  /// nothing over, and at 90 % lack one.
  @Test(arguments: [
    ([("80", 10, 8), ("90", 10, 9)], OpportunityState.met), ([("80", 10, 9), ("90", 10, 8)], .met),
    ([("80", 10, 8), ("90", 10, 8)], .missed), ([("90", 100, 89), ("50", 10, 6)], .met),
    ([("90", 100, 88), ("50", 10, 6)], .missed),
    ([("80", 1, 0), ("80", 2, 2), ("80", 2, 2)], .met),
  ])
  func aChangeOfObjectiveWeighsEachDayByItsOwn(
    _ days: [(percent: String, offered: Int, within: Int)], _ state: OpportunityState
  ) {
    for days in [days, days.reversed()] {
      var evidence = OpportunityEvidence()
      for day in days {
        let counts: [ContactSums.Figure: Int] = [
          .offered: day.offered, .answered: day.offered, .answeredWithin: day.within,
        ]
        evidence.add(part(day.percent, counts), .offered, .offered)
      }
      #expect(evidence.state == state)
    }
  }

  @Test func demandOfAnsweredAndAbandonedLeavesFlowOutsAside() {
    let counts: [ContactSums.Figure: Int] = [.offered: 12, .answered: 10, .answeredWithin: 8]
    for (demand, state) in [
      (Demand.offered, OpportunityState.missed), (.answeredPlusAbandoned, .met),
    ] {
      var evidence = OpportunityEvidence()
      evidence.add(part("80", counts), .offered, demand)
      #expect(evidence.state == state)
    }
  }

  @Test func onlyWhatIsCountedIsMetOrNot() {
    #expect(
      OpportunityState.allCases.map(\.isMet) == [true, false, nil, nil, nil, nil])
  }

  @Test func countedOpportunitiesAreThoseMetAndMissed() {
    var counts = OpportunityCounts()
    for state in OpportunityState.allCases + [.met] { counts.add(state) }
    var twice = counts
    twice.merge(counts)
    #expect(counts.met == 2 && counts.counted == 3)
    #expect([counts.idle, counts.closed, counts.undecided, counts.excluded] == [1, 1, 1, 1])
    #expect(twice.met == 4 && twice.counted == 6 && twice.closed == 2 && twice.excluded == 2)
    #expect(twice.idle == 2 && twice.undecided == 2)
  }
}
