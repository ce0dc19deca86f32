import Basics
import Testing

@testable import PerformanceMetrics

extension StatisticsTests {
  @Suite struct WilsonIntervalTests {
    @Test(arguments: [
      (18, 20, "0.6990", "0.9721"), (85, 100, "0.7672", "0.9069"), (20, 20, "0.8389", "1.0000"),
      (0, 10, "0.0000", "0.2775"), (1, 3, "0.0615", "0.7923"), (5, 10, "0.2366", "0.7634"),
    ])
    func knownValues(_ k: Int, _ n: Int, _ low: String, _ high: String) {
      let interval = WilsonInterval.of(k, outOf: n)!
      #expect(interval.lowText(places: 4) == low)
      #expect(interval.highText(places: 4) == high)
    }

    @Test func nothingAndAllAreExact() {
      for n in [1, 2, 3, 7, 10, 999, 1_000_003] {
        #expect(WilsonInterval.of(0, outOf: n)!.low == 0)
        #expect(WilsonInterval.of(n, outOf: n)!.high == 1)
      }
      #expect(WilsonInterval.of(0, outOf: 0) == nil)
    }

    /// The ends are where a test of the share would just not reject: (p̂ − p)² = z² p(1 − p)/n.
    @Test(arguments: [1, 2, 5, 12, 40])
    func endsSolveWilsonsEquationAndMirror(_ n: Int) {
      let z = 1.959963984540054
      for k in 0...n {
        let interval = WilsonInterval.of(k, outOf: n)!
        let mirror = WilsonInterval.of(n - k, outOf: n)!
        #expect((interval.low + mirror.high - 1).magnitude < 1e-15, "\(k) of \(n)")
        let share = Double(k) / Double(n)
        for end in [interval.low, interval.high] {
          let gap = (share - end) * (share - end) - z * z * end * (1 - end) / Double(n)
          #expect(gap.magnitude < 1e-14, "\(k) of \(n)")
        }
      }
    }
  }

  @Suite struct MeanIntervalTests {
    private func sums(_ values: [String]) -> SampleSums {
      var sums = SampleSums()
      for value in values { sums.add(FixedPoint(value)!) }
      return sums
    }

    @Test func knownValues() {
      let sums = sums(["4", "5", "3", "5", "4", "2", "5"])
      #expect(sums.mean == Fraction(4))
      #expect(sums.variance == Fraction(4, 3))
      #expect(agrees(sums.standardDeviation!, 1.1547005383792515, within: 1e-15))
      let interval = MeanInterval.of(sums)!
      #expect(agrees(interval.low, 2.9320801164993924, within: 1e-12))
      #expect(agrees(interval.high, 5.067919883500608, within: 1e-12))
      #expect(interval.marginText(places: 4) == "1.0679")
    }

    @Test func oneValueHasNoSpreadAndEqualOnesNone() {
      #expect(MeanInterval.of(sums([])) == nil && sums([]).mean == nil)
      #expect(MeanInterval.of(sums(["3"])) == nil && sums(["3"]).mean == Fraction(3))
      let interval = MeanInterval.of(sums(["0.1", "0.1", "0.1"]))!
      #expect(interval.low == 0.1 && interval.high == 0.1)
    }

    @Test func spreadFarFromZeroIsNotLost() {
      // Where squares of floating-point numbers would leave nothing of it.
      let sums = sums(["1000000000.000001", "1000000000.000002", "1000000000.000003"])
      #expect(sums.variance == Fraction(1, 1_000_000_000_000))
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func sumsMergeInAnyOrder(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      let values = numbers.values(40, in: -5_000_000...5_000_000)
      var (whole, parts) = (SampleSums(), [SampleSums](repeating: SampleSums(), count: 4))
      for value in values {
        whole.add(FixedPoint(millionths: Int128(value)))
        parts[.random(in: 0..<4, using: &numbers)].add(FixedPoint(millionths: Int128(value)))
      }
      var merged = SampleSums()
      for part in parts.shuffled(using: &numbers) { merged.merge(part) }
      #expect(merged == whole, "seed \(seed)")
      // Twice the variance is the mean square of the differences of all pairs.
      var squares: Int128 = 0
      for a in values { for b in values { squares += Int128((a - b) * (a - b)) } }
      #expect(
        whole.variance == Fraction(squares, 2 * 40 * 39 * 1_000_000_000_000), "seed \(seed)")
    }

    @Test func sumsThatGrowTooLargeSaySo() {
      var sums = SampleSums()
      sums.add(FixedPoint(millionths: 1_000_000_000_000_000_000_000_000_000_000))
      #expect(sums.hasOverflowed && sums.mean == nil && MeanInterval.of(sums) == nil)
      var clusters = ClusterSums()
      clusters.add(
        points: FixedPoint(millionths: .max), outOf: FixedPoint(millionths: .max))
      #expect(clusters.hasOverflowed && clusters.ratio == nil && MeanInterval.of(clusters) == nil)
    }
  }

  @Suite struct ScoreIntervalTests {
    private func sums(_ clusters: [(Int, Int)]) -> ClusterSums {
      var sums = ClusterSums()
      for (points, maximum) in clusters {
        sums.add(points: FixedPoint(points), outOf: FixedPoint(maximum))
      }
      return sums
    }

    @Test func knownValues() {
      let sums = sums([(180, 200), (255, 300), (90, 100), (340, 400)])
      #expect(sums.ratio == Fraction(865, 1000))
      #expect(sums.variance == Fraction(47, 300_000))
      let interval = MeanInterval.of(sums)!
      #expect(agrees(interval.low, 0.8251664157256445, within: 1e-12))
      #expect(agrees(interval.high, 0.9048335842743555, within: 1e-12))
      #expect(interval.scaled(by: 100).marginText(places: 2) == "3.98")
    }

    /// With equal possible points it is the mean of the scores and its Student interval.
    @Test func equalMaximaGiveTheMean() {
      let scores = [88, 92, 75, 60, 99, 83]
      var sample = SampleSums()
      for score in scores { sample.add(FixedPoint(score)) }
      let (score, mean) = (
        MeanInterval.of(sums(scores.map { ($0, 100) }))!.scaled(by: 100), MeanInterval.of(sample)!
      )
      #expect(agrees(score.low, mean.low, within: 1e-13))
      #expect(agrees(score.high, mean.high, within: 1e-13))
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func agreesWithTheResidualsThemselves(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      let clusters = (0..<Int.random(in: 2...9, using: &numbers)).map { _ in
        let maximum = Int.random(in: 1...500, using: &numbers)
        return (Int.random(in: 0...maximum, using: &numbers), maximum)
      }
      let (p, m) = clusters.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
      let residuals = clusters.reduce(Int128(0)) { sum, cluster in
        let residual = Int128(cluster.0 * m - p * cluster.1)
        return sum + residual * residual
      }
      let c = Int128(clusters.count)
      let found = sums(clusters)
      #expect(
        found.variance == Fraction(c * residuals, (c - 1) * Int128(m * m) * Int128(m * m)),
        "seed \(seed)")
      var (left, right) = (sums(Array(clusters.prefix(1))), sums(Array(clusters.dropFirst())))
      left.merge(right)
      right.merge(ClusterSums())
      #expect(left == found, "seed \(seed)")
    }

    @Test func oneAgentOrNoPointsHaveNoInterval() {
      #expect(MeanInterval.of(sums([(90, 100)])) == nil)
      #expect(sums([(90, 100)]).ratio == Fraction(9, 10))
      #expect(sums([]).ratio == nil && sums([(0, 0)]).ratio == nil && sums([(0, 0)]).count == 0)
    }
  }

  @Suite struct NetPromoterIntervalTests {
    @Test(arguments: [
      (50, 20, 100, "14.139", "44.685"), (3, 0, 3, "-10.122", "100.000"),
      (0, 0, 8, "-27.718", "27.718"),
    ])
    func knownValues(_ plus: Int, _ minus: Int, _ n: Int, _ low: String, _ high: String) {
      let interval = NetPromoterInterval.of(promoters: plus, detractors: minus, outOf: n)!
      #expect(interval.lowText(places: 3) == low)
      #expect(interval.highText(places: 3) == high)
      let mirror = NetPromoterInterval.of(promoters: minus, detractors: plus, outOf: n)!
      #expect(mirror.low == -interval.high && mirror.high == -interval.low)
    }

    @Test func noAnswersHaveNoInterval() {
      #expect(NetPromoterInterval.of(promoters: 0, detractors: 0, outOf: 0) == nil)
    }
  }

  @Suite struct ConfidenceIntervalTests {
    @Test func aFigureIsClearWhenAllOfItsIntervalIs() {
      let interval = ConfidenceInterval(low: 0.75, high: 1.25)
      #expect(interval.isClear(atLeast: Fraction(3, 4)))
      #expect(!interval.isClear(atLeast: Fraction(7_500_001, 10_000_000)))
      #expect(interval.isClear(atMost: Fraction(5, 4)) && !interval.isClear(atMost: Fraction(1)))
      #expect(interval.margin == 0.25)
      #expect(interval.scaled(by: 100) == ConfidenceInterval(low: 75, high: 125))
    }
  }
}
