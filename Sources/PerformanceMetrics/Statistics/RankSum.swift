/// The rank-sum test: do the values of a small group tend to be larger, or smaller, than the others?
///
/// Sources: F. Wilcoxon (1945), Individual comparisons by ranking methods, Biometrics
/// Bulletin 1; H. B. Mann and D. R. Whitney (1947), Annals of Mathematical Statistics 18.
///
/// Every choice of a group of that size is counted by its sum of ranks, equal values at
/// the mean of their ranks, so that ties need no approximation. Ranks are doubled, which
/// makes them whole.
public struct RankSum: Sendable {
  /// The most values of which every choice is counted: there are fewer than 2⁶² of them.
  public static let mostValues = 62

  /// The probability of a rank sum at least as far from its mean as the observed one.
  public let twoSidedP: PValue

  /// Tests whether a group differs from the others.
  ///
  /// - Parameters:
  ///   - group: At least one value.
  ///   - others: At least one value; both together at most `mostValues`.
  /// - Complexity: O(*n*² · *m*²) in all values and in those of the group.
  public init<Value: Comparable>(_ group: [Value], others: [Value]) {
    let values = group + others
    precondition(!group.isEmpty && !others.isEmpty && values.count <= RankSum.mostValues)
    let ranking = Ranking(values)
    var (doubledRanks, below): ([Int], Int) = ([], 0)
    for size in ranking.sizes {
      doubledRanks.append(2 * below + size + 1)
      below += size
    }
    let ranks = ranking.groups.map { doubledRanks[$0] }
    // By how many are chosen, then by the sum of their doubled ranks.
    let most = 2 * values.count * group.count
    var ways = [[Int]](
      repeating: [Int](repeating: 0, count: most + 1), count: group.count + 1)
    ways[0][0] = 1
    for rank in ranks {
      for chosen in (1...group.count).reversed() {
        for sum in stride(from: most, through: rank, by: -1) {
          ways[chosen][sum] += ways[chosen - 1][sum - rank]
        }
      }
    }
    let mean = group.count * (values.count + 1)
    let observed = (ranks[..<group.count].reduce(0, +) - mean).magnitude
    var (outer, all) = (0, 0)
    for (sum, count) in ways[group.count].enumerated() {
      all += count
      if (sum - mean).magnitude >= observed { outer += count }
    }
    twoSidedP = PValue(count: outer, of: all)
  }
}
