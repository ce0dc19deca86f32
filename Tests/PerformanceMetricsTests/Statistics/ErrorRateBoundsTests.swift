import Testing

@testable import PerformanceMetrics

extension StatisticsTests {
  /// The bounds are the nearest hundredths of a percent for which the tail, in whole numbers,
  /// is within the error.
  @Suite struct ErrorRateBoundsTests {
    /// The tail of at most so many successes, times 10⁴ to the power of the trials.
    private func tail(_ successes: Int, _ trials: Int, _ share: Int) -> WideInteger {
      let (yes, no) = (WideInteger(share), WideInteger(10_000 - share))
      var sum = WideInteger(0)
      for k in 0...successes {
        var term = WideInteger(1)
        // The coefficient step by step stays whole.
        var coefficient: Int128 = 1
        for j in 0..<k { coefficient = coefficient * Int128(trials - j) / Int128(j + 1) }
        term = term * WideInteger(coefficient)
        for _ in 0..<k { term = term * yes }
        for _ in k..<trials { term = term * no }
        sum = sum + term
      }
      return sum
    }

    private func power(_ trials: Int) -> WideInteger {
      (0..<trials).reduce(WideInteger(1)) { product, _ in product * WideInteger(10_000) }
    }

    private func check(
      _ bound: Int, _ faulty: Int, _ count: Int, error numerator: Int, _ denominator: Int
    ) {
      let limit = power(count) * WideInteger(numerator)
      let scale = WideInteger(denominator)
      #expect(!(limit < tail(faulty, count, bound) * scale), "\(faulty) of \(count)")
      #expect(limit < tail(faulty, count, bound - 1) * scale, "\(faulty) of \(count)")
    }

    @Test(arguments: [1, 2, 3, 7, 20, 59, 60])
    func areExact(_ count: Int) {
      for faulty in 0..<min(count, 12) {
        let bounds = ErrorRateBounds(faulty: faulty, of: count)
        check(bounds.atMost, faulty, count, error: 5, 100)
        check(bounds.high, faulty, count, error: 25, 1000)
        #expect(
          bounds.low == 10_000 - ErrorRateBounds(faulty: count - faulty, of: count).high)
      }
    }

    @Test(
      arguments: [
        // One trial: the tail is the error itself at 95 and at 97.5 %.
        (0, 1, 9500, 0, 9750), (1, 1, 10_000, 250, 10_000),
        (0, 59, 496, 0, 607), (0, 60, 488, 0, 597), (1, 60, 767, 4, 894),
        (0, 10_000, 3, 0, 4), (9999, 10_000, 10_000, 9994, 10_000),
        (10_000, 10_000, 10_000, 9996, 10_000), (5000, 10_000, 5083, 4901, 5099),
      ])
    func knownBounds(_ faulty: Int, _ count: Int, _ atMost: Int, _ low: Int, _ high: Int) {
      let bounds = ErrorRateBounds(faulty: faulty, of: count)
      #expect(bounds.atMost == atMost && bounds.low == low && bounds.high == high, "\(bounds)")
    }

    @Test func moreFaultsNeverLowerABound() {
      for count in [5, 60] {
        let all = (0...count).map { ErrorRateBounds(faulty: $0, of: count) }
        for (fewer, more) in zip(all, all.dropFirst()) {
          #expect(fewer.atMost <= more.atMost && fewer.low <= more.low && fewer.high <= more.high)
        }
      }
    }
  }
}
