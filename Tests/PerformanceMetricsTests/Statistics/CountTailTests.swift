import Basics
import TestSupport
import Testing

@testable import PerformanceMetrics

/// Tails of counts, held against probabilities that are summed as fractions.
@Suite struct CountTailTests {
  private static func choose(_ n: Int, _ k: Int) -> Fraction {
    guard (0...n).contains(k) else { return Fraction(0) }
    return (0..<k).reduce(Fraction(1)) { $0 * (n - $1) / ($1 + 1) }
  }

  private static func power(_ base: Int, _ exponent: Int) -> Fraction {
    (0..<exponent).reduce(Fraction(1)) { power, _ in power * base }
  }

  private static func isNear(_ p: PValue, _ exact: Fraction) -> Bool {
    (p.value - exact).magnitude <= exact * Fraction(1, 1_000_000_000_000)
  }

  @Test func binomialTails() {
    for (n, odds) in [(0, (1, 1)), (1, (3, 2)), (7, (1, 1)), (25, (3, 2)), (40, (1, 30))] {
      let all = CountTailTests.power(odds.0 + odds.1, n)
      var exact = Fraction(0)
      for k in (0...n).reversed() {
        exact =
          exact + CountTailTests.choose(n, k) * CountTailTests.power(odds.0, k)
          * CountTailTests.power(odds.1, n - k) / all
        let p = PValue.binomial(atLeast: k, of: n, odds: (odds.0, odds.1))
        #expect(CountTailTests.isNear(p, exact), "\(k) of \(n) at \(odds)")
      }
    }
  }

  @Test func hypergeometricTails() {
    for (population, marked, sample) in [
      (1, 1, 1), (10, 4, 3), (10, 8, 7), (40, 3, 20), (60, 30, 30), (5, 0, 2), (5, 5, 5),
    ] {
      let all = CountTailTests.choose(population, sample)
      var exact = Fraction(0)
      for k in (max(0, sample + marked - population)...min(marked, sample)).reversed() {
        exact =
          exact + CountTailTests.choose(marked, k)
          * CountTailTests.choose(population - marked, sample - k) / all
        let p = PValue.hypergeometric(atLeast: k, of: sample, marked: marked, in: population)
        #expect(CountTailTests.isNear(p, exact), "\(k) of \(sample), \(marked)/\(population)")
      }
    }
  }

  /// Counts of a large center are summed in a moment, and nothing is ever impossible.
  @Test func largeCounts() {
    let even = PValue.binomial(atLeast: 500_000, of: 1_000_000, odds: (1, 1))
    #expect(even.text(places: 6) == "0.500399")
    let far = PValue.binomial(atLeast: 1_000_000, of: 1_000_000, odds: (3, 2))
    #expect(far.value.signum > 0)
    #expect(far.text(places: 6, .up) == "0.000001")
    let sample = PValue.hypergeometric(
      atLeast: 30_000, of: 1_000_000, marked: 50_000, in: 2_000_000)
    #expect(sample.value.signum > 0)
    #expect(sample.text(places: 6, .up) == "0.000001")
  }

  /// Counts beyond any center's take no longer than others, and go on where sums end.
  @Test func countsWithoutEnd() {
    let whole = 1 << 53
    func tail(_ above: Int) -> PValue {
      PValue.hypergeometric(
        atLeast: whole / 8 + above, of: whole / 4, marked: whole / 2, in: whole)
    }
    #expect(tail(0).text(places: 6) == "0.500000" && !tail(0).isExact)
    // A standard deviation is √(2⁵³ · ¼ · ½ · ½ · ¾) = 20.5 million.
    #expect(tail(20_547_600).text(places: 3) == "0.159")
    #expect(tail(whole / 10).value.signum >= 0)
    // A standard deviation above the mean, on both sides of the limit.
    for (sample, spread, isExact) in [(400_000_000, 9523, true), (480_000_000, 10324, false)] {
      let p = PValue.hypergeometric(
        atLeast: sample / 2 + spread, of: sample, marked: 1 << 31, in: 1 << 32)
      #expect(p.text(places: 3) == "0.159" && p.isExact == isExact)
    }
  }
}
