/// The interval of a mean.
///
/// Source: Student (1908), The probable error of a mean, Biometrika 6: the mean,
/// give or take t · s/√n with n − 1 degrees of freedom.
enum MeanInterval {
  /// Computes the 95 % interval of a mean, in the unit of the values.
  ///
  /// - Returns: `nil` for fewer than two values, or where a sum grew too large.
  static func of(_ sums: SampleSums) -> ConfidenceInterval? {
    guard let mean = sums.mean, let variance = sums.variance else { return nil }
    let error = (variance / sums.count).doubleValue.squareRoot()
    return ConfidenceInterval(
      center: mean.doubleValue,
      margin: StudentT.quantile975(degreesOfFreedom: sums.count - 1) * error)
  }
}
