import Basics

/// A percentage as it is printed: a figure, and how fine its last digit is.
///
/// The digits are kept, since 81.30 allows fewer counts than 81.3.
public struct PrintedPercent: Hashable, Sendable {
  /// The figure in millionths of a percent, not negative.
  public let millionths: Int
  /// What its last digit counts in, in millionths of a percent.
  public let unit: Int

  /// Creates a percentage.
  public init(millionths: Int, unit: Int) {
    self.millionths = millionths
    self.unit = unit
  }
}

extension FieldParsing {
  /// The largest percentage that is read; far beyond what any center prints.
  private static let largestPercent = FixedPoint(1_000_000)

  /// Reads a percentage with its digits: 81.3%, 81.3, or the fraction 0.813.
  ///
  /// - Parameters:
  ///   - bytes: The text that the field lies in.
  ///   - range: Where in it the field lies.
  ///   - decimalSeparator: A comma allows both the comma and the point.
  ///   - isFraction: Whether a figure without the sign is out of 1 rather than of 100.
  /// - Throws: `FieldFailure.notAPercentage` when the field is something else, is below 0,
  ///   or has more than six decimals.
  public static func printedPercent(
    _ bytes: Span<UInt8>, _ range: Range<Int>, decimalSeparator: UInt8 = point,
    isFraction: Bool = false
  ) throws(FieldFailure) -> PrintedPercent {
    var range = trimmed(bytes, range)
    var scale = isFraction ? 100 : 1
    if let last = range.last, bytes[last] == UInt8(ascii: "%") {
      range = trimmed(bytes, range.lowerBound..<last)
      scale = 1
    }
    guard let value = decimal(bytes, range, decimalSeparator: decimalSeparator),
      value >= FixedPoint(0), value <= largestPercent
    else { throw .notAPercentage }
    var unit = 1_000_000
    var decimals = 0
    if let separator = range.first(where: { isDecimalSeparator(bytes[$0], decimalSeparator) }) {
      decimals = range.upperBound - separator - 1
    }
    guard decimals <= 6 else { throw .notAPercentage }
    for _ in 0..<decimals { unit /= 10 }
    return PrintedPercent(millionths: Int(value.millionths) * scale, unit: unit * scale)
  }
}
