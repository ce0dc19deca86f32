/// The interval of a net promoter score: promoters less detractors, of all.
///
/// Promoters and detractors of one sample are shares of a whole, which gives their
/// difference the variance [p₊ + p₋ − (p₊ − p₋)²]/n. One promoter and one detractor
/// are added first, which keeps small and one-sided samples honest: D. G. Bonett
/// and R. M. Price (2012), Adjusted Wald confidence interval for a difference of
/// binomial proportions based on paired data, Journal of Educational and
/// Behavioral Statistics 37, for the same difference.
enum NetPromoterInterval {
  /// Computes the 95 % interval in points, −100 to 100.
  ///
  /// It is centered on the score with the two added answers, not on the score.
  ///
  /// - Returns: `nil` without answers.
  static func of(promoters: Int, detractors: Int, outOf count: Int) -> ConfidenceInterval? {
    precondition(
      promoters >= 0 && detractors >= 0 && promoters + detractors <= count,
      "a part is not larger than the whole")
    guard count > 0 else { return nil }
    let n = Double(count + 2)
    let (plus, minus) = (Double(promoters + 1) / n, Double(detractors + 1) / n)
    let difference = Double(promoters - detractors) / n
    let variance = max(0, plus + minus - difference * difference) / n
    return ConfidenceInterval(
      center: difference, margin: NormalDistribution.quantile975 * variance.squareRoot()
    ).scaled(by: 100).clamped(to: -100...100)
  }
}
