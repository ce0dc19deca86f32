import Basics
import PerformanceMetrics

/// The mean of many quotients, which is an average of averages: what some take for a figure.
///
/// Each quotient is rounded to 18 decimals before they are added, so that the sum is the
/// same in any order. It stands beside the true figure and judges nothing.
public struct QuotientMean: Sendable {
  private static let scale: Int128 = 1_000_000_000_000_000_000
  /// One part in so many is more than the mean may be off by.
  static let doubt: Int128 = 10_000_000_000_000_000

  private var sum: Int128 = 0
  /// How many quotients there are.
  public private(set) var count = 0

  /// Creates the mean of nothing.
  public init() {}

  /// Adds a quotient.
  ///
  /// - Precondition: The denominator is above zero.
  public mutating func add(_ numerator: Int, over denominator: Int) {
    let divisor = Int128(denominator)
    sum += (Int128(numerator) * QuotientMean.scale + divisor / 2) / divisor
    count += 1
  }

  /// The mean.
  ///
  /// - Precondition: There is a quotient.
  var value: Fraction { Fraction(sum, QuotientMean.scale * Int128(count)) }
}
