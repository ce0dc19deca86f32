import Basics
import Testing

@testable import DelimitedText

/// Percentages keep the digits that they are printed with.
@Suite struct PrintedPercentTests {
  private func read(
    _ text: String, isFraction: Bool = false, separator: UInt8 = FieldParsing.point
  ) throws -> PrintedPercent {
    let bytes = ContiguousArray(text.utf8)
    return try FieldParsing.printedPercent(
      bytes.span, 0..<bytes.count, decimalSeparator: separator, isFraction: isFraction)
  }

  @Test(
    arguments: [
      ("81.3%", 81_300_000, 100_000), ("81.3", 81_300_000, 100_000),
      ("81.30 %", 81_300_000, 10_000), ("81", 81_000_000, 1_000_000),
      (" 100% ", 100_000_000, 1_000_000),
      (".5", 500_000, 100_000), ("0", 0, 1_000_000), ("12.345678", 12_345_678, 1),
    ] as [(String, Int, Int)])
  func digitsAreKept(_ text: String, _ millionths: Int, _ unit: Int) throws {
    #expect(try read(text) == PrintedPercent(millionths: millionths, unit: unit))
  }

  @Test(
    arguments: [
      ("0.813", 81_300_000, 100_000), ("1", 100_000_000, 100_000_000),
      ("0.8", 80_000_000, 10_000_000), ("81.3%", 81_300_000, 100_000),
    ] as [(String, Int, Int)])
  func fractionsAreOutOfOneUnlessTheyHaveASign(
    _ text: String, _ millionths: Int, _ unit: Int
  ) throws {
    #expect(try read(text, isFraction: true) == PrintedPercent(millionths: millionths, unit: unit))
  }

  @Test func decimalCommasAreRead() throws {
    let percent = try read("81,3", separator: UInt8(ascii: ","))
    #expect(percent == PrintedPercent(millionths: 81_300_000, unit: 100_000))
  }

  @Test(arguments: ["", "%", "x", "-5", "81.3.1", "1e2", "0.12345678", "1000001"])
  func whatIsNoneIsRefused(_ text: String) {
    #expect(throws: FieldFailure.notAPercentage) { try read(text) }
  }
}
