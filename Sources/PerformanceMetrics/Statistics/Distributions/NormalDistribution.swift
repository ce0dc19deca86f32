/// The standard normal distribution.
enum NormalDistribution {
  /// The point that 2.5 % lie above: the 0.975 quantile.
  static let quantile975 = 1.959963984540054

  /// Computes the probability of a value at most as large as the given one.
  ///
  /// Near the middle, one half plus the density times x + x³/3 + x⁵/(3·5) + …
  /// (Abramowitz and Stegun 26.2.11), whose terms have one sign; beyond three,
  /// the continued fraction of the tail (26.2.14), so that small probabilities
  /// keep their digits.
  ///
  /// - Returns: The probability within 10⁻¹⁵, and within 10⁻¹² of its size down
  ///   to 10⁻³⁰⁰. The same bits on every machine.
  static func probability(upTo x: Double) -> Double {
    if x > 3 { return 1 - tail(x) }
    if x < -3 { return tail(-x) }
    var (term, sum, k) = (x, x, 1.0)
    while true {
      k += 2
      term *= x * x / k
      let next = sum + term
      if next == sum { break }
      sum = next
    }
    return 0.5 + density(x) * sum
  }

  /// Computes the probability above a value that is larger than three.
  private static func tail(_ x: Double) -> Double {
    if x > 39 { return 0 }
    // From the inside out. At three, 60 steps are exact to the last bit, and
    // further out fewer would do.
    var fraction = x
    for k in (1...100).reversed() { fraction = x + Double(k) / fraction }
    return density(x) / fraction
  }

  private static func density(_ x: Double) -> Double {
    PortableMath.exponential(-x * x / 2) / (2 * Double.pi).squareRoot()
  }
}
