import Basics
import Testing

@testable import PerformanceMetrics

extension StatisticsTests {
  @Suite struct MannKendallTests {
    /// Values, S, and the oracle's `kendall_p` as a fraction.
    static let oracle: [([Int], Int, Fraction)] = [
      ([5, 4, 3, 2, 1, 0], -15, Fraction(1, 720)),
      ([3, 1, 2, 2, 1, 1], -7, Fraction(7, 60)),
      ([9, 8, 8, 7, 9, 6, 5, 5, 4, 6, 3, 2], -50, Fraction(137, 1_496_880)),
      ([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 0, Fraction(1)),
      ([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 1, 2], -64, Fraction(1, 39_916_800)),
      ([4, 1, 3, 2, 6, 5, 9, 8, 7], 20, Fraction(358_391, 362_880)),
      ([10, 9, 9, 8, 8, 8, 7, 10, 6, 7], -25, Fraction(149, 12_600)),
    ]

    @Test(arguments: oracle)
    func agreesWithTheOracle(_ values: [Int], _ s: Int, _ p: Fraction) {
      let test = MannKendall(values)
      #expect(test.s == s)
      #expect(test.lowerP.value == p)
      #expect(test.lowerP.isExact && test.twoSidedP.isExact)
    }

    /// Kendall, Rank Correlation Methods, appendix table 1: P(S ≥ s), which is P(S ≤ −s).
    @Test(arguments: [
      (4, 2, "0.375"), (4, 4, "0.167"), (4, 6, "0.042"), (5, 8, "0.042"), (6, 9, "0.068"),
      (8, 16, "0.031"), (9, 18, "0.038"), (10, 21, "0.036"), (10, 23, "0.023"),
    ])
    func agreesWithKendallsTable(_ count: Int, _ s: Int, _ p: String) {
      let orders = MannKendall.orders(count: count, ties: Array(repeating: 1, count: count))
      let ways = orders.enumerated().reduce(0) { sum, order in
        orders.count - 1 - 2 * order.offset >= s ? sum + order.element : sum
      }
      let found = PValue(count: ways, of: orders.reduce(0, +))
      #expect(found.text(places: 3) == p)
    }

    /// S by its definition.
    private func s(_ values: [Int]) -> Int {
      var s = 0
      for j in values.indices { for i in 0..<j { s += (values[j] - values[i]).signum() } }
      return s
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func agreesWithEveryOrderWrittenOut(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      let values = numbers.values(Int(seed % 7) + 1, in: 0...(seed % 3 == 0 ? 100 : 4))
      let observed = s(values)
      var (lower, outer, all) = (0, 0, 0)
      forEachOrder(of: values) { order in
        let other = s(order)
        all += 1
        if other <= observed { lower += 1 }
        if abs(other) >= abs(observed) { outer += 1 }
      }
      let test = MannKendall(values)
      #expect(test.s == observed, "seed \(seed)")
      #expect(test.lowerP.value == Fraction(Int128(lower), Int128(all)), "seed \(seed)")
      #expect(test.twoSidedP.value == Fraction(Int128(outer), Int128(all)), "seed \(seed)")
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func turningTimeAroundTurnsTheTestAround(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      let values = numbers.values(.random(in: 6...12, using: &numbers), in: 0...9)
      let (test, back) = (MannKendall(values), MannKendall(Array(values.reversed())))
      #expect(back.s == -test.s, "seed \(seed)")
      #expect(back.twoSidedP.value == test.twoSidedP.value, "seed \(seed)")
      // P(S ≤ s) + P(S ≤ −s) is one, and P(S = s) besides.
      #expect(test.lowerP.value + back.lowerP.value > Fraction(1), "seed \(seed)")
      let tail = min(test.lowerP.value, back.lowerP.value) * 2
      #expect(test.s == 0 || test.twoSidedP.value == tail, "seed \(seed)")
    }

    @Test func longSeriesUseTheNormalDistribution() {
      let falling = MannKendall([
        20, 19, 21, 18, 18, 17, 16, 18, 15, 14, 15, 13, 12, 12, 11, 14, 10, 9, 11, 8,
      ])
      #expect(falling.s == -161 && !falling.lowerP.isExact)
      #expect(agrees(falling.lowerP.value.doubleValue, 9.332742692001342e-08, within: 1e-12))
      #expect(agrees(falling.twoSidedP.value.doubleValue, 1.8665485384002684e-07, within: 1e-12))
      let rising = MannKendall([1, 3, 2, 5, 4, 4, 7, 6, 8, 8, 7, 9, 10])
      #expect(rising.s == 63)
      #expect(agrees(rising.lowerP.value.doubleValue, 0.9999569140068597, within: 1e-12))
      #expect(agrees(rising.twoSidedP.value.doubleValue, 0.0001424656081556873, within: 1e-12))
    }

    @Test(arguments: [13, 24, 60])
    func constantLongSeriesProveNothing(_ count: Int) {
      let test = MannKendall([Int](repeating: 7, count: count))
      #expect(test.s == 0)
      #expect(test.lowerP.value == Fraction(1) && test.twoSidedP.value == Fraction(1))
    }

    @Test func balancedLongSeriesProveNothing() {
      let values = Array(1...8) + (1...8).reversed()
      let test = MannKendall(values)
      #expect(test.s == 0)
      #expect(test.twoSidedP.value == Fraction(1))
      #expect(test.lowerP.value > Fraction(1, 2))
    }

    @Test func varianceIsThatOfAllOrders() {
      for values in [
        [1, 2, 3, 4, 5, 6], [1, 1, 2, 3, 3, 3], [2, 2, 2, 2], [1, 2, 1, 2, 1, 3, 3],
      ] {
        var (squares, all) = (0, 0)
        forEachOrder(of: values) { order in
          squares += s(order) * s(order)
          all += 1
        }
        let ties = Ranking(values).sizes
        #expect(
          MannKendall.variance(count: values.count, ties: ties)
            == Fraction(Int128(squares), Int128(all)), "\(values)")
      }
    }
  }

  @Suite struct TheilSenTests {
    private func points(_ values: [Int], at places: [Int]? = nil) -> [TrendPoint] {
      values.indices.map { TrendPoint(place: places?[$0] ?? $0, value: Fraction(values[$0])) }
    }

    @Test func placesInTheCalendarCount() {
      let line = TheilSen(
        points([10, 12, 11, 15, 14, 18, 17], at: [0, 1, 2, 4, 5, 7, 8]))!
      #expect(line.slope == Fraction(1))
      // Rank 3.97 is cut to 3.
      #expect(line.low == Fraction(-1) && line.high == Fraction(2))
      #expect(TheilSen(points([0, 6], at: [3, 7]))!.slope == Fraction(3, 2))
    }

    @Test func evenNumbersOfSlopesAreAveragedExactly() {
      let line = TheilSen(points([0, 1, 1, 1]))!
      // 1, 1/2, 1/3, 0, 0, 0: the mean of 0 and 1/3.
      #expect(line.slope == Fraction(1, 6))
      #expect(line.low == nil && line.high == nil)
    }

    @Test func fewPointsHaveNoIntervalAndOnePointNoSlope() {
      #expect(TheilSen([]) == nil)
      #expect(TheilSen(points([4])) == nil)
      #expect(TheilSen(points([5, 4, 3, 2, 1]))!.low == nil)
      #expect(TheilSen(points([5, 4, 3, 2, 1, 0]))!.low == Fraction(-1))
    }

    @Test func constantSeriesIsLevel() {
      for count in [6, 8, 12, 30] {
        let line = TheilSen(points([Int](repeating: -3, count: count)))!
        #expect(line.slope.signum == 0)
        #expect(line.low == Fraction(0) && line.high == Fraction(0))
      }
    }

    /// The median by counting: as many slopes lie below it as above.
    @Test(arguments: 1...25 as ClosedRange<UInt64>)
    func agreesWithAMedianByCounting(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      let values = numbers.values(.random(in: 2...14, using: &numbers), in: -50...50)
      var places: [Int] = []
      var place = 24_000
      for _ in values {
        place += Int.random(in: 1...3, using: &numbers)
        places.append(place)
      }
      // Divisible by every distance that can occur: 14 points, at most 3 apart.
      let scale = (1...39).reduce(1) { a, b in a / gcd(a, b) * b }
      var slopes: [Int] = []
      for j in values.indices {
        for i in 0..<j {
          slopes.append((values[j] - values[i]) * (scale / (places[j] - places[i])))
        }
      }
      slopes.sort()
      let twice = slopes[(slopes.count - 1) / 2] + slopes[slopes.count / 2]
      let line = TheilSen(points(values, at: places))!
      #expect(line.slope == Fraction(Int128(twice), Int128(2 * scale)), "seed \(seed)")
      #expect(line.slope.signum == twice.signum(), "seed \(seed)")
      if let low = line.low, let high = line.high {
        #expect(low <= line.slope && line.slope <= high, "seed \(seed)")
      }
    }

    private func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func tiltingTheSeriesTiltsTheSlope(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      let values = numbers.values(9, in: 0...20)
      let line = TheilSen(points(values))!
      let tilted = TheilSen(points(values.enumerated().map { $0.element + 7 * $0.offset }))!
      #expect(tilted.slope == line.slope + Fraction(7), "seed \(seed)")
      let mirrored = TheilSen(points(values.map { -$0 }))!
      #expect(mirrored.slope == line.slope * -1, "seed \(seed)")
      #expect(mirrored.low! == line.high! * -1, "seed \(seed)")
    }

    /// The interval covers the true slope where the slopes below it are neither too few nor too many.
    @Test(arguments: 6...12)
    func intervalCoversNineteenTimesInTwenty(_ count: Int) {
      let ties = [Int](repeating: 1, count: count)
      let pairs = count * (count - 1) / 2
      let rank = TheilSen.rank(
        slopes: pairs, variance: MannKendall.variance(count: count, ties: ties))
      let orders = MannKendall.orders(count: count, ties: ties)
      func covered(_ rank: Int) -> Int { orders[rank...(pairs - rank)].reduce(0, +) }
      let all = orders.reduce(0, +)
      #expect(covered(rank) * 20 >= all * 19)
      // And it is not needlessly wide: two ranks further in it would not.
      #expect(covered(rank + 2) * 20 < all * 19)
    }

    @Test func intervalOfSixPointsLeavesOutTwelveOrders() {
      var left = 0
      forEachOrder(of: Array(1...6)) { order in
        let line = TheilSen(points(order))!
        if line.low!.signum > 0 || line.high!.signum < 0 { left += 1 }
      }
      #expect(left == 12)
    }

    @Test func hugeNumeratorsAreDecidedByTheirLastDigit() {
      // A cost of about 10²¹ millionths over about 10⁹ contacts, against its
      // objective; the sixth month is off by one millionth of a unit in the sum.
      let contacts: Int128 = 1_000_000_007
      let cost: Int128 = 1_000_000_000_000_000_000_000
      func line(_ nudge: Int128) -> TheilSen {
        TheilSen(
          (0..<6).map { month in
            TrendPoint(
              place: month,
              value: Fraction(cost + Int128(month) * nudge, contacts * 1_000_000) - Fraction(5))
          })!
      }
      #expect(line(-1).slope.signum == -1)
      #expect(line(0).slope.signum == 0)
      #expect(line(1).slope.signum == 1)
      #expect(line(1).slope == Fraction(1, contacts * 1_000_000))
      #expect(line(-1).slope.decimalText(places: 4, .down) == "-0.0001")
      #expect(line(-1).slope.decimalText(places: 4, .nearest) == "0.0000")
    }

    @Test func theLargestNumbersOfAllDoNotOverflow() {
      let line = TheilSen(
        (0..<8).map { month in
          TrendPoint(
            place: month,
            value: Fraction(
              month % 2 == 0 ? Int128.max - Int128(month) : .min + Int128(month),
              .max - Int128(month * month)))
        })!
      #expect(line.slope.signum == -1 || line.slope.signum == 1)
      #expect(line.low! < line.high!)
      #expect(!line.slope.decimalText(places: 6, .down).isEmpty)
    }
  }

  @Suite struct TrendOfMonthsTests {
    @Test func theExampleOfTheDocumentation() {
      let costs = [510, 505, 507, 498, 490, 485].enumerated().map { month, cents in
        TrendPoint(place: month, value: Fraction(Int128(cents), 100))
      }
      let trend = Trend(costs)!
      #expect(trend.slopeText(places: 4) == "-0.0500")
      #expect(trend.s == -13)
      #expect(trend.fallingP.value == Fraction(1, 120))
      #expect(trend.p.value == Fraction(1, 60))
      #expect(trend.p.text() == "0.0167")
      #expect(trend.fallingP.value <= Fraction(1, 10))
      #expect(trend.count == 6 && !trend.separatesSeason)
      #expect(trend.lowText(places: 4) == "-0.0850" && trend.highText(places: 4) == "-0.0150")
    }

    @Test func fivePointsHaveNoTrend() {
      let points = (0..<5).map { TrendPoint(place: $0, value: Fraction($0)) }
      #expect(Trend(points) == nil)
    }

    @Test func gapsInTheCalendarKeepTheirLength() {
      let months = ["2025-11", "2025-12", "2026-02", "2026-03", "2026-05", "2026-06"]
      let points = months.map { text in
        let month = CivilMonth(text)!
        return TrendPoint(month, Fraction(3 * (month.index - CivilMonth("2025-11")!.index)))
      }
      let trend = Trend(points)!
      #expect(trend.slope == Fraction(3) && trend.low == Fraction(3) && trend.high == Fraction(3))
    }

    @Test func twoYearsTellATrendFromASeason() {
      let points = (0..<24).map { TrendPoint(place: $0, value: Fraction($0 % 12)) }
      #expect(Trend(points)!.separatesSeason)
      #expect(!Trend(Array(points.dropLast()))!.separatesSeason)
    }
  }
}
