import Basics
import TestSupport
import Testing

@Suite struct FixedPointTests {
  @Test(arguments: [
    ("80", "80"), ("82.5", "82.5"), ("-3", "-3"), (".5", "0.5"), ("-.25", "-0.25"), ("+7", "7"),
    ("5.", "5"), ("007", "7"), ("0", "0"), ("-0", "0"), ("0.000001", "0.000001"),
    ("1.100000", "1.1"), ("1.0000000000", "1"), ("-0.000001", "-0.000001"),
    ("999999999999999999999999", "999999999999999999999999"),
    ("-999999999999999999999999.999999", "-999999999999999999999999.999999"),
    ("900000000000000.1234", "900000000000000.1234"),
  ])
  func numbersAreReadExactly(_ text: String, _ written: String) {
    #expect(FixedPoint(text)?.description == written)
  }

  @Test(arguments: [
    "", "-", "+", ".", "-.", "1.2.3", "1,5", "1e3", " 1", "1 ", "--1", "+-1", "1-", "0x1", "٣",
    "0.0000001", "1.1234567", "1000000000000000000000000", "NaN", "inf",
  ])
  func otherTextIsNoNumber(_ text: String) {
    #expect(FixedPoint(text) == nil)
  }

  @Test func descriptionsComeBack() throws {
    for seed in Seed.cases(300) {
      var random = seed.generator
      let digits = Int.random(in: 1...18, using: &random)
      let size = Int128((0..<digits).reduce(1) { size, _ in size * 10 })
      let number = FixedPoint(millionths: Int128.random(in: -size...size, using: &random))
      try #require(FixedPoint(number.description) == number, "\(seed)")
    }
  }

  @Test func decimalsAddUp() {
    #expect(FixedPoint.of("0.1") + .of("0.2") == .of("0.3"))
    #expect(FixedPoint.of("80") - .of("80.000001") == .of("-0.000001"))
    #expect(FixedPoint.of("79.999999") < FixedPoint(80))
    #expect(FixedPoint(-3) < FixedPoint.of("-2.999999"))
  }
}
