import Basics
import TestSupport
import Testing

@testable import PerformanceMetrics

@Suite struct ServiceLevelTermsTests {
  private static func sums(_ values: [ContactSums.Figure: Int]) -> ContactSums {
    var sums = ContactSums()
    for (figure, value) in values { sums[figure] = value }
    return sums
  }

  /// The published example: the same calls under six formulas.
  private static let example = sums([
    .answered: 1000, .abandoned: 60, .answeredWithin: 860, .abandonedWithin: 20,
    .shortAbandoned: 10, .offered: 1060,
  ])

  @Test(arguments: [
    (ServiceLevelFormula.offered, "81.13"), (.answered, "86.00"),
    (.earlyAbandonsExcluded, "82.69"), (.earlyAbandonsMet, "83.01"),
    (.shortAbandonsExcluded, "81.90"), (.shortAbandonsMet, "82.07"),
  ])
  func theSameCallsGiveSixServiceLevels(_ formula: ServiceLevelFormula, _ text: String) {
    let terms = ServiceLevelTerms(Self.example, formula, .offered)
    #expect(terms.isKnown)
    #expect(terms.worst == terms.best)
    #expect(Ratio(terms.worst.numerator, terms.worst.denominator).percentText(.down) == text)
  }

  @Test func theExampleGivesTheSameAsRecords() throws {
    for formula in ServiceLevelFormula.allCases {
      let service = Service(
        name: "Example", formula: formula, objectives: [.percent("80", in: 20)])
      let center = try CenterReading([service]).center(
        "interval_start,offered,answered,abandoned,answered_within,abandoned_within,"
          + "short_abandoned\n2026-03-02 09:00,1060,1000,60,860,20,10\n")
      let terms = ServiceLevelTerms(Self.example, formula, .offered)
      #expect(
        center.figures("2026-03-02")?.serviceLevel
          == Ratio(terms.worst.numerator, terms.worst.denominator))
      #expect(center.records()?.alternatives.map(\.formula) == ServiceLevelFormula.allCases)
    }
  }

  /// Offered 20 with 4 flown out, 10 answered of which 3 in rows without a count;
  /// 6 abandoned, of which 2 early and 1 short, and 3 and 2 in rows without a count.
  private static let unknown = sums([
    .offered: 20, .answered: 10, .abandoned: 6, .answeredWithin: 5, .answeredUnjudged: 3,
    .abandonedWithin: 2, .abandonedUnjudged: 3, .shortAbandoned: 1, .shortUnjudged: 2,
  ])

  @Test(arguments: [
    (ServiceLevelFormula.offered, [5, 20, 8, 20], [5, 16, 8, 16]),
    (.answered, [5, 10, 8, 10], [5, 10, 8, 10]),
    (.earlyAbandonsExcluded, [5, 18, 8, 15], [5, 14, 8, 11]),
    (.earlyAbandonsMet, [7, 20, 13, 20], [7, 16, 13, 16]),
    (.shortAbandonsExcluded, [5, 19, 8, 17], [5, 15, 8, 13]),
    (.shortAbandonsMet, [6, 20, 11, 20], [6, 16, 11, 16]),
  ])
  func unknownCountsAreNoneAtWorstAndAllAtBest(
    _ formula: ServiceLevelFormula, _ offered: [Int], _ answeredPlusAbandoned: [Int]
  ) {
    for (demand, expected) in [
      (Demand.offered, offered), (.answeredPlusAbandoned, answeredPlusAbandoned),
    ] {
      let terms = ServiceLevelTerms(Self.unknown, formula, demand)
      let found = [
        terms.worst.numerator, terms.worst.denominator, terms.best.numerator,
        terms.best.denominator,
      ]
      #expect(found == expected, "\(demand)")
      #expect(!terms.isKnown)
      #expect(terms.demand == (demand == .offered ? 20 : 16))
    }
  }

  @Test func countsThatAFormulaDoesNotNeedMayBeUnknown() {
    let sums = Self.sums([
      .offered: 10, .answered: 8, .answeredWithin: 7, .abandoned: 2, .abandonedUnjudged: 2,
      .shortUnjudged: 2,
    ])
    #expect(ServiceLevelTerms(sums, .offered, .offered).isKnown)
    #expect(ServiceLevelTerms(sums, .answered, .offered).isKnown)
    #expect(!ServiceLevelTerms(sums, .earlyAbandonsMet, .offered).isKnown)
    #expect(!ServiceLevelTerms(sums, .shortAbandonsExcluded, .offered).isKnown)
  }
}
