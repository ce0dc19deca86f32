/// Exponential and logarithm that give the same bits on every machine.
///
/// The functions of the system's mathematical library differ in the last bit from
/// one system to the next, and a report must not. These use the four operations
/// of IEEE 754, which are rounded alike everywhere, and scaling by powers of two.
/// Swift does not fuse a product and a sum unless it is told to. Elsewhere in this
/// folder there is also the square root, which the standard counts among them.
enum PortableMath {
  /// The natural logarithm of two, cut after 32 bits, so that its product with
  /// an exponent is exact; and the rest of it.
  private static let (logTwoHigh, logTwoLow) = (0x1.62e42feep-1, 0x1.a39ef35793c76p-33)

  /// Computes *e* to the given power.
  ///
  /// The argument is brought into ±ln(2)/2 by whole powers of two; the rest is
  /// Taylor's series, whose first term left out is below 10⁻¹⁹.
  ///
  /// - Returns: The power within 10⁻¹⁵ of its size; zero below −745.
  static func exponential(_ x: Double) -> Double {
    if x < -745.2 { return 0 }
    precondition(x < 700, "the power is too large")
    // The nearest whole number; the conversion cuts toward zero.
    let power = Int(x / (logTwoHigh + logTwoLow) + (x < 0 ? -0.5 : 0.5))
    let rest = (x - Double(power) * logTwoHigh) - Double(power) * logTwoLow
    var series = 1.0
    for k in (1...14).reversed() { series = 1 + rest / Double(k) * series }
    return Double(sign: .plus, exponent: power, significand: series)
  }

  /// Computes the natural logarithm of one plus the given number, which is not negative.
  ///
  /// ln(*m*) is 2 artanh((*m* − 1)/(*m* + 1)), summed as a power series (Abramowitz
  /// and Stegun 4.1.27) for *m* near one; whole powers of two are taken out first.
  ///
  /// - Returns: The logarithm within 10⁻¹⁵ of its size.
  static func logarithm(onePlus u: Double) -> Double {
    precondition(u >= 0 && u.isFinite, "outside the range that is needed here")
    if u <= 0.5 { return doubledArtanh(u / (2 + u)) }
    let m = 1 + u
    let isLarge = m.significand >= 1.5
    let significand = isLarge ? m.significand / 2 : m.significand
    let exponent = Double(m.exponent) + (isLarge ? 1 : 0)
    return exponent * logTwoHigh
      + (exponent * logTwoLow + doubledArtanh((significand - 1) / (significand + 1)))
  }

  /// Sums 2(s + s³/3 + s⁵/5 + …) for arguments of at most one fifth.
  private static func doubledArtanh(_ s: Double) -> Double {
    // The first term left out is s²⁶/27 of the sum, below 10⁻¹⁹.
    let square = s * s
    var series = 0.0
    for k in (1...12).reversed() { series = square * (1 / Double(2 * k + 1) + series) }
    return 2 * (s + s * series)
  }
}
