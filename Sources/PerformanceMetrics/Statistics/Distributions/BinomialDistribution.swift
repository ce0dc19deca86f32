/// How many of a number of independent trials succeed.
enum BinomialDistribution {
  /// Computes the probability of at most so many successes.
  ///
  /// The term of these successes is formed from logarithms, and those of fewer, each from the
  /// one before it, are added to it; they fall where there are fewer successes than expected.
  /// Where there are more, the other tail is taken from one.
  ///
  /// - Parameters:
  ///   - successes: 0 to the number of trials.
  ///   - trials: At least one.
  ///   - share: The probability of a success: above 0 and below 1.
  /// - Returns: The probability within 10⁻¹⁰ of its size up to 10⁵ trials; the same bits on
  ///   every machine.
  /// - Complexity: O(*n*) in the successes, or in the failures.
  static func atMost(_ successes: Int, of trials: Int, share: Double) -> Double {
    precondition((0...trials).contains(successes) && share > 0 && share < 1, "no such trials")
    if successes == trials { return 1 }
    if Double(successes) > Double(trials) * share {
      return 1 - atMost(trials - successes - 1, of: trials, share: 1 - share)
    }
    let odds = share / (1 - share)
    var logTerm = Double(successes) * logarithm(odds)
    logTerm -= Double(trials) * PortableMath.logarithm(onePlus: odds)
    for k in 0..<successes { logTerm += logarithm(Double(trials - k) / Double(k + 1)) }
    // Relative to the first term.
    var (sum, term) = (1.0, 1.0)
    for k in stride(from: successes, to: 0, by: -1) {
      term *= Double(k) / (Double(trials - k + 1) * odds)
      sum += term
      if term < sum * 1e-18 { break }
    }
    return min(1, PortableMath.exponential(logTerm + logarithm(sum)))
  }

  /// The natural logarithm of a positive number.
  private static func logarithm(_ number: Double) -> Double {
    number >= 1
      ? PortableMath.logarithm(onePlus: number - 1)
      : -PortableMath.logarithm(onePlus: 1 / number - 1)
  }
}
