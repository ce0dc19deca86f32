import Basics
import Testing

@testable import Reports

@Suite struct AxisTicksTests {
  private static func number(_ text: String) -> FixedPoint { FixedPoint(text)! }

  /// What is drawn, and the labels of the axis.
  static let cases: [(values: [String], labels: [String])] = [
    ([], ["0.0", "0.5", "1.0"]),
    (["66.51", "89.43", "80"], ["60", "70", "80", "90"]),
    (["0", "100"], ["0", "50", "100"]),
    (["99.9", "100"], ["99.90", "99.95", "100.00"]),
    (["80", "80"], ["78", "80", "82"]),
    (["0"], ["0.0", "0.5"]),
    (["-5", "-5"], ["-5.5", "-5.0", "-4.5"]),
    (["-3", "12"], ["-5", "0", "5", "10", "15"]),
    (["6.1061", "7.1629", "6.75"], ["6.0", "6.5", "7.0", "7.5"]),
    (["1000000", "4000000"], ["1,000,000", "2,000,000", "3,000,000", "4,000,000"]),
    (["0.000001", "0.000002"], ["0.000001", "0.000002"]),
  ]

  @Test(arguments: cases)
  func ticksAreRoundNumbersAroundTheValues(_ values: [String], _ labels: [String]) {
    let ticks = AxisTicks(around: values.map(Self.number))
    #expect(ticks.values.map(ticks.label) == labels)
  }

  @Test func everyValueHasItsPlaceAndTheEndsAreTheEnds() {
    for low in [-1_000_000_000_000, -7, 0, 1, 13, 99_999_999, 1_000_000_000_000] as [Int128] {
      for span in [0, 1, 2, 3, 9, 10, 11, 99, 101, 12_345_678, 10_000_000_000] as [Int128] {
        let values = [FixedPoint(millionths: low), FixedPoint(millionths: low + span)]
        let ticks = AxisTicks(around: values)
        #expect(ticks.low <= low && low + span <= ticks.high && ticks.low < ticks.high)
        #expect((2...8).contains(ticks.values.count), "\(low) \(span): \(ticks)")
        #expect(ticks.distance(FixedPoint(millionths: ticks.high), height: 100) == 0)
        #expect(ticks.distance(FixedPoint(millionths: ticks.low), height: 100) == 100)
      }
    }
  }

  @Test func numbersBeyondAllMeasureAreDrawnAtTheEdge() {
    let huge = FixedPoint(millionths: Int128.max)
    let ticks = AxisTicks(around: [huge, FixedPoint(millionths: Int128.min)])
    #expect(ticks.distance(huge, height: 100) == 0)
  }
}
