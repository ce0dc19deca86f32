import Basics
import ContactRecords
import PerformanceMetrics
import TestSupport
import Testing

@Suite struct CostTallyTests {
  private func record(
    _ month: String, _ category: String, _ amount: String, site: String? = nil,
    currency: String? = nil
  ) -> CostRecord {
    CostRecord(
      period: .month(.of(month)), site: site, category: category, amount: .of(amount),
      currency: currency.map { Currency($0) })
  }

  @Test func rowsOfOneCellAddUpExactly() {
    var tally = CostTally()
    tally.add(record("2026-03", "people", "0.1"), kind: .costs, at: 2)
    tally.add(record("2026-03", "people", "0.2"), kind: .costs, at: 3)
    tally.add(record("2026-03", "people", "5", site: "Dallas"), kind: .costs, at: 4)
    tally.add(record("2026-03", "people", "-1.25", site: "Dallas"), kind: .costs, at: 5)
    let amounts = Dictionary(
      uniqueKeysWithValues: tally.costs.map { ($0.key.site ?? "", $0.value.description) })
    #expect(amounts == ["": "0.3", "Dallas": "3.75"])
    #expect(tally.rowCount(after: .day("2026-02-28")) == 4)
    #expect(tally.rowCount(after: .day("2026-03-01")) == 0)
  }

  @Test func largestAmountsDoNotOverflow() {
    var tally = CostTally()
    for line in 1...10_000 {
      tally.add(record("2026-03", "people", "900000000000000"), kind: .costs, at: line)
    }
    #expect(tally.costs.values.map(\.description) == ["9000000000000000000"])
  }

  @Test func qualityCostsAreKeptApartAndFindTheirCategories() {
    var tally = CostTally()
    tally.add(record("2026-03", "internal failure", "7"), kind: .qualityCosts, at: 2)
    tally.add(record("2026-03", "prevention", "9"), kind: .costs, at: 3)
    #expect(tally.qualityCosts.map(\.key.category) == [.internalFailure])
    #expect(tally.costs.map(\.key.category) == ["prevention"])
  }

  @Test(arguments: Seed.cases(20))
  func anyOrderAndAnyPiecesAddUpToTheSame(_ seed: Seed) {
    var random = seed.generator
    let records = (0..<40).map { _ in
      record(
        "2026-0\(Int.random(in: 1...3, using: &random))",
        ["a", "b"].randomElement(using: &random)!,
        "\(Int.random(in: -999...999, using: &random)).\(Int.random(in: 0...999_999, using: &random))",
        site: [nil, "Dallas"].randomElement(using: &random)!,
        currency: [nil, "$", "USD"].randomElement(using: &random)!)
    }
    func tally(_ records: some Sequence<(Int, CostRecord)>) -> CostTally {
      var tally = CostTally()
      for (line, record) in records { tally.add(record, kind: .costs, at: line) }
      return tally
    }
    let numbered = records.enumerated().map { ($0 + 1, $1) }
    let whole = tally(numbered)
    let cut = Int.random(in: 0...40, using: &random)
    var pieces = tally(numbered.suffix(40 - cut).shuffled(using: &random))
    pieces.merge(tally(numbered.prefix(cut)))
    #expect(pieces.costs == whole.costs && pieces.currencies == whole.currencies, "\(seed)")
    #expect(pieces.rowCount(after: .day("2026-01-31")) == whole.rowCount(after: .day("2026-01-31")))
  }
}

@Suite struct CurrencyUseTests {
  private func use(_ statements: [(String, Int)]) -> CurrencyUse {
    var use = CurrencyUse()
    for (currency, place) in statements { use.note(Currency(currency), at: place) }
    return use
  }

  @Test func twoCurrenciesAreNamedWithTheirFirstPlaces() throws {
    let (earlier, later) = try #require(
      use([("EUR", 9), ("USD", 4), ("EUR", 7), ("USD", 12)]).conflict)
    #expect(earlier.currency == Currency("USD") && earlier.place == 4)
    #expect(later.currency == Currency("EUR") && later.place == 7)
  }

  @Test func aSignAndTwoOfItsCodesAreTwoCurrencies() throws {
    let (earlier, later) = try #require(use([("$", 1), ("CAD", 5), ("USD", 3)]).conflict)
    #expect(earlier.currency == Currency("USD") && later.currency == Currency("CAD"))
  }

  @Test func aSignAndItsCodeAgreeAndTheCodeNamesThem() {
    #expect(use([("$", 1), ("USD", 3)]).conflict == nil)
    #expect(use([("$", 1), ("USD", 3)]).currency == Currency("USD"))
    #expect(use([]).currency == nil && use([]).conflict == nil)
  }

  @Test func whatLiesAfterAsOfIsNoConflict() {
    var tally = CostTally(asOf: .day("2026-03-31"))
    let months = [("2026-03", "USD"), ("2026-04", "EUR")]
    for (line, (month, currency)) in months.enumerated() {
      tally.add(
        CostRecord(
          period: .month(.of(month)), category: "people", amount: .of("1"),
          currency: Currency(currency)),
        kind: .costs, at: line + 2)
    }
    #expect(tally.currencies.conflict == nil && tally.currencies.currency == Currency("USD"))
  }
}
