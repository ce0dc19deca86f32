import TestSupport
import Testing

@testable import PerformanceMetrics

/// The rank-sum test, held against all choices of a group.
@Suite struct RankSumTests {
  /// Counts the choices of as many values whose ranks lie at least as far from the middle.
  private static func plain(_ group: [Int], _ others: [Int]) -> Fraction {
    let values = group + others
    // Twice the mean of the ranks of equal values.
    let ranks = values.map { value in
      2 * values.count { $0 < value } + values.count { $0 == value } + 1
    }
    let mean = group.count * (values.count + 1)
    func distance(_ places: [Int]) -> Int { abs(places.reduce(0) { $0 + ranks[$1] } - mean) }
    let observed = distance(Array(group.indices))
    var (outer, all) = (0, 0)
    for mask in 0..<(1 << values.count) where mask.nonzeroBitCount == group.count {
      all += 1
      if distance(values.indices.filter { mask >> $0 & 1 == 1 }) >= observed { outer += 1 }
    }
    return Fraction(Int128(outer), Int128(all))
  }

  @Test func everyChoiceIsCounted() {
    for seed in Seed.cases(40) {
      var random = seed.generator
      let spread = Int.random(in: 1...12, using: &random)
      func values(_ count: Int) -> [Int] {
        (0..<count).map { _ in Int.random(in: 0..<spread, using: &random) }
      }
      let group = values(.random(in: 1...5, using: &random))
      let others = values(.random(in: 1...6, using: &random))
      let p = RankSum(group, others: others).twoSidedP
      #expect(p.isExact)
      #expect(p.value == RankSumTests.plain(group, others), "\(group) \(others); \(seed)")
    }
  }

  @Test func knownValues() {
    // Five above all of 26: one choice of 169,911 on either side.
    let apart = RankSum(Array(100..<105), others: Array(0..<26)).twoSidedP
    #expect(apart.value == Fraction(2, 169_911))
    #expect(RankSum([1, 1], others: [1, 1, 1]).twoSidedP.value == Fraction(1))
    let most = RankSum(Array(0..<31), others: Array(31..<RankSum.mostValues)).twoSidedP
    #expect(most.value.signum > 0)
  }
}
