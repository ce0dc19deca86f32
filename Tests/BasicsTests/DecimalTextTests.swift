import Basics
import TestSupport
import Testing

/// A quotient, and how it is written under each rounding.
struct DecimalCase: Sendable, CustomTestStringConvertible {
  let numerator: Int128
  let denominator: Int128
  var places = 2
  let down: String
  let nearest: String
  let up: String

  var testDescription: String { "\(numerator) / \(denominator)" }

  init(
    _ numerator: Int128, _ denominator: Int128, places: Int = 2, _ down: String,
    _ nearest: String, _ up: String
  ) {
    self.numerator = numerator
    self.denominator = denominator
    self.places = places
    self.down = down
    self.nearest = nearest
    self.up = up
  }

  static let all: [DecimalCase] = [
    DecimalCase(0, 7, "0.00", "0.00", "0.00"),
    DecimalCase(80, 1, "80.00", "80.00", "80.00"),
    DecimalCase(1, 3, "0.33", "0.33", "0.34"),
    DecimalCase(2, 3, "0.66", "0.67", "0.67"),
    DecimalCase(799_999, 10_000, "79.99", "80.00", "80.00"),
    DecimalCase(99_995, 1000, "99.99", "100.00", "100.00"),
    DecimalCase(99_994, 1000, "99.99", "99.99", "100.00"),
    DecimalCase(5, 1000, "0.00", "0.01", "0.01"),
    DecimalCase(4_999, 1_000_000, "0.00", "0.00", "0.01"),
    DecimalCase(-5, 1000, "-0.01", "-0.01", "0.00"),
    DecimalCase(-4, 1000, "-0.01", "0.00", "0.00"),
    DecimalCase(5, -1000, "-0.01", "-0.01", "0.00"),
    DecimalCase(-5, -1000, "0.00", "0.01", "0.01"),
    DecimalCase(-1, 3, "-0.34", "-0.33", "-0.33"),
    DecimalCase(-99_995, 1000, "-100.00", "-100.00", "-99.99"),
    DecimalCase(5, 2, places: 0, "2", "3", "3"),
    DecimalCase(-5, 2, places: 0, "-3", "-3", "-2"),
    DecimalCase(19, 2, places: 0, "9", "10", "10"),
    DecimalCase(1, 8, places: 4, "0.1250", "0.1250", "0.1250"),
    DecimalCase(
      1 << 100, 3, places: 1, "422550200076076467165567735125.3",
      "422550200076076467165567735125.3", "422550200076076467165567735125.4"),
  ]
}

@Suite struct DecimalTextTests {
  @Test(arguments: DecimalCase.all)
  func quotientsAreShortenedAsAsked(_ sample: DecimalCase) {
    let text = { (rounding: DecimalRounding) in
      decimalText(sample.numerator, over: sample.denominator, places: sample.places, rounding)
    }
    #expect(text(.down) == sample.down)
    #expect(text(.nearest) == sample.nearest)
    #expect(text(.up) == sample.up)
  }

  @Test func aShareJustBelowItsObjectiveNeverPrintsAsAPass() {
    #expect(Ratio(799_999, 1_000_000).percentText(.down) == "79.99")
    #expect(Ratio(799_999, 1_000_000).percentText(.nearest) == "80.00")
    #expect(Ratio(800_001, 1_000_000).percentText(.up) == "80.01")
    #expect(Ratio(860, 1060).percentText(.down) == "81.13")
    #expect(Ratio(20_001, 1000).valueText(.up) == "20.01")
    #expect(Ratio(20_005, 1000).valueText() == "20.01")
    #expect(Ratio(.max, 1).percentText(.down) == "922337203685477580700.00")
  }

  @Test func nearestLiesHalfAPlaceFromTheQuotientAtMost() throws {
    for seed in Seed.cases(500) {
      var random = seed.generator
      let numerator = Int.random(in: -100_000...100_000, using: &random)
      let denominator = Int.random(in: 1...2000, using: &random)
      let hundredths = { (rounding: DecimalRounding) -> Int in
        let text = Ratio(numerator, denominator).valueText(rounding)
        return Int(text.replacing(".", with: ""))!
      }
      let exact = 100 * numerator
      let (down, nearest, up) = (hundredths(.down), hundredths(.nearest), hundredths(.up))
      try #require(down * denominator <= exact && exact <= up * denominator, "\(seed)")
      try #require((exact - down * denominator) < denominator, "\(seed)")
      try #require((up * denominator - exact) < denominator, "\(seed)")
      try #require(2 * (nearest * denominator - exact).magnitude <= denominator, "\(seed)")
    }
  }

  @Test func aRatioWithoutADenominatorHasNoText() async {
    await #expect(processExitsWith: .failure) { _ = Ratio(1, 0).valueText() }
  }
}
