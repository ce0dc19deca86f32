import Basics
import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

@Suite struct CostOfQualityTests {
  private static let names = ["prevention", "appraisal", "internal_failure", "external_failure"]

  private func tally(_ rows: [(CostPeriod, String, String)], costs: [(String, String)] = [])
    -> CostTally
  {
    var tally = CostTally()
    for (period, category, amount) in rows {
      tally.add(
        CostRecord(period: period, category: category, amount: .of(amount)), kind: .qualityCosts,
        at: 2)
    }
    for (month, amount) in costs {
      tally.add(
        CostRecord(period: .month(.of(month)), category: "people", amount: .of(amount)),
        kind: .costs, at: 2)
    }
    return tally
  }

  private func quality(
    _ tally: CostTally, contacts: [String: Int] = [:], asOf: String = "2026-03-31"
  ) throws -> CostOfQuality? {
    var volumes = ContactVolumes()
    for (month, answered) in contacts {
      volumes.add(
        .init(offered: answered, answered: answered), site: nil, month: .of(month), channel: "")
    }
    return try CostOfQuality(tally, volumes: volumes, basis: .handled, asOf: .day(asOf))
  }

  private let march = CostPeriod.month(CivilMonth(year: 2026, month: 3))

  @Test func allFiguresOfAMonth() throws {
    let rows = zip(CostOfQualityTests.names, ["10", "20", "30", "40.5"]).map { (march, $0, $1) }
    let costs = try #require(
      try quality(
        tally(rows + [(march, "gain", "75")], costs: [("2026-03", "2010")]),
        contacts: ["2026-03": 201]))
    let figures = costs.figures(march)
    #expect(figures.good == .of("30") && figures.poor == .of("70.5"))
    #expect(figures.total == .of("100.5") && figures.gain == .of("75"))
    #expect(figures.shareOfCost == Fraction(5, 100))
    #expect(figures.perContact == Fraction(1, 2))
    #expect(figures.returnOnQuality == Fraction(3, 2))
  }

  @Test func whatIsNotRecordedIsNotZero() throws {
    let costs = try #require(
      try quality(
        tally([(march, "prevention", "0"), (march, "internal_failure", "5")]),
        contacts: ["2026-03": 5]))
    let figures = costs.figures(march)
    #expect(figures.categories.count == 2 && figures.hasDetail)
    #expect(figures.good == nil && figures.poor == nil && figures.total == nil)
    #expect(figures.shareOfCost == nil && figures.perContact == nil)
    #expect(figures.returnOnQuality == nil)
    #expect(!costs.figures(.month(.of("2026-02"))).hasDetail)
  }

  @Test func aReturnOnNothingIsNone() throws {
    let costs = try quality(
      tally([(march, "prevention", "0"), (march, "appraisal", "0"), (march, "gain", "5")]))
    #expect(costs?.figures(march).returnOnQuality == nil)
    #expect(costs?.figures(march).good == FixedPoint(0))
  }

  @Test func aQuarterTakesItsOwnRecordsOrThoseOfAllThreeMonths() throws {
    let quarter = CostPeriod.quarter(CivilQuarter("2026-Q1")!)
    let months = ["2026-01", "2026-02", "2026-03"].map { CostPeriod.month(.of($0)) }
    let rows =
      months.map { ($0, "prevention", "1") } + months.prefix(2).map { ($0, "appraisal", "1") }
      + [(quarter, "external_failure", "9")]
    let costs = try #require(
      try quality(tally(rows, costs: [("2026-01", "5"), ("2026-02", "5"), ("2026-03", "5")])))
    let figures = costs.figures(quarter)
    #expect(figures.categories == [.prevention: .of("3"), .externalFailure: .of("9")])
    #expect(figures.operatingCost == .of("15"))
    #expect(costs.hasMonths && costs.hasQuarters)
    #expect(costs.periods.map(\.description) == ["2026-01", "2026-Q1", "2026-02", "2026-03"])
  }

  @Test func whatBeginsAfterAsOfIsLeftAside() throws {
    #expect(try quality(tally([(march, "gain", "5")]), asOf: "2026-02-28") == nil)
    let cut = try quality(
      tally(CostOfQualityTests.names.map { (march, $0, "5") }), contacts: ["2026-03": 2],
      asOf: "2026-03-30")
    #expect(cut?.figures(march).isComplete == false && cut?.figures(march).perContact == nil)
    #expect(cut?.figures(march).total == .of("20"))
  }

  @Test func thePoorQualityOfAContactHasATrend() throws {
    let rows = (1...6).flatMap { month in
      ["internal_failure", "external_failure"].map {
        (CostPeriod.month(.of("2025-0\(month)")), $0, "\(70 - month * 10)")
      }
    }
    let contacts = Dictionary(uniqueKeysWithValues: (1...6).map { ("2025-0\($0)", 20) })
    let costs = try #require(try quality(tally(rows), contacts: contacts, asOf: "2025-06-30"))
    #expect(costs.poorTrend?.slope == Fraction(-1) && costs.poorTrend?.s == -15)
    #expect(costs.returnTrend == nil)
  }
}
