// The upper tails of the two distributions of counts: so many of so many trials, and so many of
// a sample that is drawn without putting back.
//
// Neighboring probabilities have a plain quotient. So all are summed relative to the largest
// one, outward from it, with the four operations of IEEE 754 alone: no factorial is formed, and
// the result has the same bits on every machine.

extension PValue {
  /// Gives the probability of at least so many successes where each trial has the same chance.
  ///
  /// - Parameters:
  ///   - successes: How many there are at least.
  ///   - trials: Not below the successes.
  ///   - odds: How many successes there are for so many failures, both above zero.
  /// - Complexity: O(*n*) in the trials.
  public static func binomial(
    atLeast successes: Int, of trials: Int, odds: (successes: Int, failures: Int)
  ) -> PValue {
    precondition(successes <= trials && trials >= 0 && odds.successes > 0 && odds.failures > 0)
    let (p, q) = (Double(odds.successes), Double(odds.failures))
    let mode = Int(Double(trials + 1) * p / (p + q))
    return PValue(
      tailFrom: successes, in: 0...trials, mode: min(trials, mode)
    ) { (Double(trials - $0) * p) / (Double($0 + 1) * q) }
  }

  /// Gives the probability that a sample has at least so many marked members, if it is drawn
  /// at random: Fisher's exact test, one-sided.
  ///
  /// - Parameters:
  ///   - count: Not above the sample and the marked ones.
  ///   - sample: How many are drawn.
  ///   - marked: How many of the population are marked.
  ///   - population: All.
  /// - Complexity: O(*n*) in the sample up to some ten thousand; a larger one has a normal tail.
  public static func hypergeometric(
    atLeast count: Int, of sample: Int, marked: Int, in population: Int
  ) -> PValue {
    precondition(count <= min(sample, marked) && max(sample, marked) <= population)
    let rest = population - marked - sample
    // Mean and variance of the distribution; with such a spread it is a normal one.
    let share = Double(marked) / Double(population)
    let mean = Double(sample) * share
    let spread =
      (mean * (1 - share) * Double(population - sample) / Double(max(1, population - 1)))
      .squareRoot()
    if spread > PValue.widestSpread {
      return PValue(
        approximate: NormalDistribution.probability(
          upTo: (mean - Double(count) + 0.5) / spread))
    }
    let mode = Int(Double(sample + 1) * Double(marked + 1) / Double(population + 2))
    let range = max(0, -rest)...min(sample, marked)
    return PValue(
      tailFrom: count, in: range, mode: min(range.upperBound, max(range.lowerBound, mode))
    ) {
      (Double(marked - $0) * Double(sample - $0)) / (Double($0 + 1) * Double(rest + $0 + 1))
    }
  }

  /// Counts that spread wider are not summed one by one: a normal tail is as good as one of
  /// so many counts.
  private static let widestSpread = 10_000.0

  /// What is smaller beside the largest probability is taken as nothing.
  private static let least = 1e-300

  /// Sums the probabilities from a count on.
  ///
  /// - Parameter quotient: The probability of the next count by that of the given one.
  private init(
    tailFrom first: Int, in range: ClosedRange<Int>, mode: Int, _ quotient: (Int) -> Double
  ) {
    var (tail, all) = (0.0, 0.0)
    func add(_ count: Int, _ weight: Double) {
      all += weight
      if count >= first { tail += weight }
    }
    add(mode, 1)
    var weight = 1.0
    for count in stride(from: mode, to: range.upperBound, by: 1) {
      weight *= quotient(count)
      if weight < PValue.least { break }
      add(count + 1, weight)
    }
    weight = 1
    for count in stride(from: mode - 1, through: range.lowerBound, by: -1) {
      weight /= quotient(count)
      if weight < PValue.least { break }
      add(count, weight)
    }
    // A tail that is too far out to be summed is small, and not nothing.
    self.init(value: Fraction(max(tail, PValue.least) / all), isExact: true)
  }
}
