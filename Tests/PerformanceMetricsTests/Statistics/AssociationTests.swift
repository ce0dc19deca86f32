import Basics
import Testing

@testable import PerformanceMetrics

extension StatisticsTests {
  @Suite struct SpearmanTests {
    /// First figure, second figure, ρ with ten decimals, p by counting with an independent program.
    static let counted: [([Int], [Int], String, Fraction)] = [
      ([1, 2, 3, 4, 5], [1, 2, 3, 5, 4], "0.9000000000", Fraction(1, 12)),
      ([1, 2, 3, 4, 5, 6, 7], [2, 1, 4, 3, 6, 7, 5], "0.8214285714", Fraction(43, 1260)),
      (
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [2, 0, 1, 5, 3, 4, 9, 10, 8, 6, 7], "0.7818181818",
        Fraction(31_919, 4_989_600)
      ),
      (
        [1, 2, 2, 3, 5, 5, 5, 8, 9, 10, 11], [3, 1, 1, 4, 1, 5, 9, 2, 6, 5, 3], "0.4102575248",
        Fraction(4121, 19_800)
      ),
    ]

    @Test(arguments: counted)
    func agreesWithAnIndependentCount(_ x: [Int], _ y: [Int], _ rho: String, _ p: Fraction) {
      let spearman = Spearman(x, y)!
      #expect(spearman.rhoText(places: 10) == rho)
      #expect(spearman.p.value == p && spearman.p.isExact)
      #expect(spearman.count == x.count)
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func agreesWithEveryOrderWrittenOut(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      let count = Int(seed % 5) + 3
      let x = numbers.values(count, in: 0...(seed % 2 == 0 ? 3 : 100))
      let y = numbers.values(count, in: 0...(seed % 3 == 0 ? 3 : 100))
      guard let spearman = Spearman(x, y) else {
        #expect(Set(x).count == 1 || Set(y).count == 1, "seed \(seed)")
        return
      }
      /// Twice the midrank, by counting those below and those equal.
      func ranks(_ values: [Int]) -> [Int] {
        values.map { value in
          2 * values.count { $0 < value } + values.count { $0 == value } + 1
        }
      }
      let (rx, ry, middle) = (ranks(x), ranks(y), count + 1)
      func product(_ order: [Int]) -> Int {
        zip(rx, order).reduce(0) { $0 + ($1.0 - middle) * ($1.1 - middle) }
      }
      var (outer, all) = (0, 0)
      forEachOrder(of: ry) { order in
        all += 1
        if abs(product(order)) >= abs(product(ry)) { outer += 1 }
      }
      #expect(spearman.p.value == Fraction(Int128(outer), Int128(all)), "seed \(seed)")
      let squares = [rx, ry].map { Double($0.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }) }
      let rho = Double(product(ry)) / (squares[0] * squares[1]).squareRoot()
      #expect((spearman.rho.doubleValue - rho).magnitude < 1e-14, "seed \(seed)")
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func neitherOrderNorUnitNorSideMatters(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      let count = seed % 2 == 0 ? 8 : 15
      let (x, y) = (numbers.values(count, in: 0...9), numbers.values(count, in: 0...9))
      let (a, b) = (Spearman(x, y)!, Spearman(y, x)!)
      let negative = Spearman(x.map { -$0 }, y)!
      let stretched = Spearman(x.map { $0 * $0 * $0 }, y)!
      #expect(a.rho == b.rho && a.p.value == b.p.value, "seed \(seed)")
      #expect(negative.rho == a.rho * -1 && negative.p.value == a.p.value, "seed \(seed)")
      #expect(stretched.rho == a.rho && stretched.p.value == a.p.value, "seed \(seed)")
    }

    @Test func longerSeriesUseStudentsDistribution() {
      let spearman = Spearman(
        [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3],
        [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5, 9, 0, 4, 5])!
      #expect(!spearman.p.isExact)
      #expect(agrees(spearman.rho.doubleValue, 0.1270682438511219, within: 1e-12))
      #expect(agrees(spearman.p.value.doubleValue, 0.6391040998565188, within: 1e-10))
    }

    @Test func perfectSeriesAreOneAndConstantOnesUnknown() {
      let rising = Spearman([1, 2, 3, 4], [10, 20, 30, 40])!
      #expect(rising.rho == Fraction(1) && rising.p.value == Fraction(1, 12))
      let falling = Spearman(Array(0..<20), (0..<20).reversed())!
      #expect(falling.rho == Fraction(-1) && falling.p.value == Fraction(0))
      #expect(Spearman([1, 1, 1, 1], [1, 2, 3, 4]) == nil)
      #expect(Spearman([1, 2, 3, 4], [5, 5, 5, 5]) == nil)
      #expect(Spearman([1, 2], [1, 2]) == nil)
    }

    @Test func figuresThatDifferInTheirLastDigitAreRanked() {
      let huge: Int128 = 1_000_000_000_000_000_000_000
      let x = (0..<6).map { Fraction(huge + Int128($0), 999_999_937) }
      #expect(Spearman(x, [1, 2, 3, 4, 5, 6])!.rho == Fraction(1))
    }
  }

  @Suite struct HolmCorrectionTests {
    private func p(_ count: Int, _ total: Int) -> PValue { PValue(count: count, of: total) }

    @Test func multipliesFromTheSmallestOn() {
      // The example of many textbooks: 0.01, 0.04, 0.03, 0.005.
      let corrected = HolmCorrection.corrected([p(1, 100), p(4, 100), p(3, 100), p(5, 1000)])
      #expect(
        corrected.map(\.value) == [
          Fraction(3, 100), Fraction(6, 100), Fraction(6, 100), Fraction(2, 100),
        ])
      #expect(corrected.map(\.isExact) == [true, true, true, true])
    }

    @Test func neverExceedsOneAndKeepsAFamilyOfOne() {
      let corrected = HolmCorrection.corrected([p(1, 2), p(3, 4), p(1, 2)])
      #expect(corrected.map(\.value) == [Fraction(1), Fraction(1), Fraction(1)])
      #expect(HolmCorrection.corrected([p(1, 7)])[0].value == Fraction(1, 7))
      #expect(HolmCorrection.corrected([]).isEmpty)
    }

    /// The corrected value is the smallest level at which Holm's steps would reject.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func agreesWithTheStepsThemselves(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      let family = numbers.values(.random(in: 1...6, using: &numbers), in: 1...60)
      let corrected = HolmCorrection.corrected(family.map { p($0, 60) })
      for level in 1...59 {
        var rejected = Set<Int>()
        let order = family.indices.sorted { (family[$0], $0) < (family[$1], $1) }
        for (step, index) in order.enumerated() {
          guard family[index] * (family.count - step) <= level else { break }
          rejected.insert(index)
        }
        for index in family.indices {
          #expect(
            (corrected[index].value <= Fraction(Int128(level), 60)) == rejected.contains(index),
            "seed \(seed), level \(level)")
        }
      }
    }
  }

  @Suite struct PValueTests {
    @Test func aSmallProbabilityIsNotShownAsZeroWhereItIsJudged() {
      let p = PValue(count: 1, of: 479_001_600)
      #expect(p.text() == "0.0000")
      #expect(p.text(.up) == "0.0001")
      #expect(PValue(approximate: 1.0000000000000002).value == Fraction(1))
      #expect(!PValue(approximate: 0.25).isExact)
    }
  }
}
