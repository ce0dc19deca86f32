/// The interval of a share: so many of so many.
///
/// Source: E. B. Wilson (1927), Probable inference, the law of succession, and
/// statistical inference, Journal of the American Statistical Association 22. It
/// stays between nothing and all, and has a width even where nobody, or
/// everybody, was counted.
enum WilsonInterval {
  /// Computes the 95 % interval of a share, between zero and one.
  ///
  /// - Parameters:
  ///   - successes: What was counted, from zero to `count`.
  ///   - count: What it was counted out of.
  /// - Returns: `nil` where there is nothing to count out of.
  static func of(_ successes: Int, outOf count: Int) -> ConfidenceInterval? {
    precondition((0...max(0, count)).contains(successes), "a part is not larger than the whole")
    guard count > 0 else { return nil }
    let (k, n, z) = (Double(successes), Double(count), NormalDistribution.quantile975)
    let center = (k + z * z / 2) / (n + z * z)
    let margin = z / (n + z * z) * (k * (n - k) / n + z * z / 4).squareRoot()
    // Exactly zero and one in the formula; the last bit must not say otherwise.
    return ConfidenceInterval(
      low: successes == 0 ? 0 : center - margin, high: successes == count ? 1 : center + margin
    ).clamped(to: 0...1)
  }
}
