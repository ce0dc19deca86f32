import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics
import TestSupport
import Testing

@Suite struct QualityCostEvaluatorTests {
  private static let categories = QualityCategory.costs.map(\.rawValue)

  /// All four categories in the first so many months, with costs in every month.
  private func year(
    months: Int = 0, quarters: Int = 0, categories: [String] = categories, costs: Int = 12
  ) -> CostYear {
    var year = CostYear(costs: (1...12).map { $0 > 12 - costs ? "5800" : nil })
    // The latest ones: they have costs beside them.
    for month in (12 - months)..<12 {
      year.quality += categories.map {
        (.month(CivilMonth(year: 2025, month: month + 1)), $0, "1")
      }
    }
    for quarter in (4 - quarters)..<4 {
      year.quality += categories.map { (.quarter(CivilQuarter("2025-Q\(quarter + 1)")!), $0, "1") }
    }
    return year
  }

  private func statuses(_ year: CostYear) throws -> [CriterionStatus] {
    try year.standard("8.05").scopes[0].criteria.map(\.status)
  }

  @Test(arguments: [
    (1, [CriterionStatus.met, .missed, .missed, .needsEvidence], 1),
    (2, [.met, .missed, .missed, .needsEvidence], 1),
    (3, [.met, .met, .missed, .needsEvidence], 2),
    (11, [.met, .met, .missed, .needsEvidence], 2),
    (12, [.met, .met, .met, .needsEvidence], 3),
  ])
  func monthsAreCounted(_ months: Int, _ expected: [CriterionStatus], _ level: Int) throws {
    let sample = year(months: months)
    #expect(try statuses(sample) == expected)
    #expect(try sample.standard("8.05").level == level)
    let criterion = try sample.criterion(3, of: "8.05")
    #expect([criterion.met, criterion.counted, criterion.needed] == [months, 12, 12])
  }

  @Test(arguments: [
    (1, [CriterionStatus.met, .met, .missed, .needsEvidence]),
    (3, [.met, .met, .missed, .needsEvidence]), (4, [.met, .met, .met, .needsEvidence]),
  ])
  func orQuarters(_ quarters: Int, _ expected: [CriterionStatus]) throws {
    let sample = year(quarters: quarters)
    #expect(try statuses(sample) == expected)
    let criterion = try sample.criterion(3, of: "8.05")
    #expect([criterion.met, criterion.counted, criterion.needed] == [quarters, 4, 4])
    #expect(criterion.window?.grain == .quarter)
  }

  @Test func threeCategoriesAreABeginning() throws {
    let sample = year(months: 12, categories: Array(QualityCostEvaluatorTests.categories.prefix(3)))
    #expect(try statuses(sample) == [.met, .missed, .missed, .needsEvidence])
  }

  @Test func aGainAloneIsNoCategoryOfCost() throws {
    #expect(
      try statuses(year(months: 12, categories: ["gain"]))
        == [.missed, .missed, .missed, .needsEvidence])
  }

  @Test func withoutOperatingCostsThereIsNoShare() throws {
    #expect(try statuses(year(months: 12, costs: 2)) == [.met, .missed, .missed, .needsEvidence])
    #expect(try statuses(year(months: 12, costs: 3)) == [.met, .met, .missed, .needsEvidence])
    // A quarter needs the costs of its three months.
    #expect(try statuses(year(quarters: 4, costs: 5)) == [.met, .met, .missed, .needsEvidence])
    #expect(try statuses(year(quarters: 4, costs: 2)) == [.met, .missed, .missed, .needsEvidence])
  }

  @Test func whatLiesBeforeTheWindowDoesNotCount() throws {
    var sample = year(months: 12)
    sample.quality = QualityCostEvaluatorTests.categories.map {
      (.month(.of("2024-12")), $0, "1")
    }
    #expect(try statuses(sample) == [.missed, .missed, .missed, .needsEvidence])
    sample.asOf = .day("2025-12-30")
    #expect(try statuses(sample) == [.met, .missed, .missed, .needsEvidence])
  }

  @Test func withoutAnyRecordItIsNotAssessed() throws {
    #expect(try CostYear(costs: ["1"]).standard("8.05").level == nil)
  }

  @Test func theDistanceNamesWhatIsLacking() throws {
    #expect(
      try year(months: 2).criterion(2, of: "8.05").distance.description
        == "2 of 12 months have all four categories and their share of operating cost, needs 3: "
        + "1 short, lacking in 2025-01, 2025-02, 2025-03 and 7 more months")
    #expect(
      try year(months: 12).criterion(3, of: "8.05").distance.description
        == "12 of 12 months have all four categories and their share of operating cost, needs 12: "
        + "no month to spare")
  }
}
