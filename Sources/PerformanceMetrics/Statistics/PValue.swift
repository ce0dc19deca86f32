public import Basics

/// The probability of what was observed, or something further off, if nothing but chance is at work.
///
/// It is kept as a fraction, so that a rule compares it exactly:
/// `p.value <= Fraction(1, 10)`.
public struct PValue: Sendable {
  /// The probability, from zero to one.
  public let value: Fraction
  /// Whether every order was counted; otherwise the value is that of an approximating distribution.
  public let isExact: Bool

  /// Creates a probability that was found by counting: favorable orders out of all.
  init(count: Int, of total: Int) {
    value = Fraction(Int128(count), Int128(total))
    isExact = true
  }

  /// Creates a probability that was found by an approximation.
  init(approximate probability: Double) {
    value = Fraction(min(1, max(0, probability)))
    isExact = false
  }

  /// Creates the probability that remains after a correction.
  init(value: Fraction, isExact: Bool) {
    self.value = min(value, Fraction(1))
    self.isExact = isExact
  }

  /// Writes the probability in decimal notation.
  ///
  /// - Parameters:
  ///   - places: How many decimals are written.
  ///   - rounding: Where a rule wants it to be at most something, `.up`: it is then never shown
  ///     as zero.
  public func text(places: Int = 4, _ rounding: DecimalRounding = .nearest) -> String {
    value.decimalText(places: places, rounding)
  }
}
