public import Basics

/// Spearman's rank correlation of two figures over the same months: association, not effect.
///
/// Sources: C. Spearman (1904), The proof and measurement of association between
/// two things, American Journal of Psychology 15; M. G. Kendall (1970), Rank
/// Correlation Methods, chapter 3 for ties.
///
/// Equal values share the mean of their ranks. Ranks are kept doubled and less
/// n + 1, which makes them whole numbers around zero: ρ is Σxy / √(Σx² Σy²) of
/// them, and orders are counted by Σxy alone, because shuffling one figure leaves
/// the two other sums as they are.
public struct Spearman: Sendable {
  /// The most months of which every order is counted.
  ///
  /// 11 is what a year of months has in differences. The count takes 2ⁿ · n steps
  /// over a row of sums: 4 to 13 ms for 11 values in a release build.
  public static let exactLimit = 11

  /// The correlation, from −1 to 1.
  ///
  /// Exact where both figures have the same sum of squared ranks, as all do
  /// without ties; otherwise within 2⁻⁵⁰, because a root is in it.
  public let rho: Fraction
  /// How many months have both figures.
  public let count: Int
  /// The two-sided probability of such a correlation by chance alone.
  ///
  /// Every order is counted up to `exactLimit`; beyond, t = ρ √((n − 2)/(1 − ρ²))
  /// is judged with n − 2 degrees of freedom (Kendall 1970, chapter 5), which
  /// gives zero for a perfect correlation.
  public let p: PValue

  /// Correlates two figures month by month.
  ///
  /// - Parameters:
  ///   - first: One figure.
  ///   - second: The other, for the same months.
  /// - Returns: `nil` for fewer than three months, or where a figure never changes.
  /// - Complexity: O(*n* log *n*) in the months; O(2ⁿ · *n*³) up to `exactLimit`.
  public init?<First: Comparable, Second: Comparable>(_ first: [First], _ second: [Second]) {
    precondition(first.count == second.count, "both figures have the same months")
    let count = first.count
    let (x, y) = (Spearman.centeredRanks(first), Spearman.centeredRanks(second))
    func sum(_ a: [Int], _ b: [Int]) -> Int { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let (product, xx, yy) = (sum(x, y), sum(x, x), sum(y, y))
    guard count >= 3, xx > 0, yy > 0 else { return nil }
    self.count = count
    let squares = Fraction(Int128(xx) * Int128(yy), 1).doubleValue
    rho =
      xx == yy
      ? Fraction(Int128(product), Int128(xx)) : Fraction(Double(product) / squares.squareRoot())
    if count <= Spearman.exactLimit {
      p = Spearman.countedP(x, y, product)
    } else {
      // 1 − ρ² from whole numbers, so that it keeps its digits near ±1.
      let square = WideInteger(product) * WideInteger(product)
      let whole = WideInteger(xx) * WideInteger(yy)
      let left = whole - square
      guard left.signum > 0 else {
        p = PValue(approximate: 0)
        return
      }
      let t = (Fraction(square, left) * (count - 2)).doubleValue.squareRoot()
      p = PValue(approximate: StudentT.twoSidedProbability(t, degreesOfFreedom: count - 2))
    }
  }

  /// Writes the correlation in decimal notation.
  public func rhoText(places: Int = 2, _ rounding: DecimalRounding = .nearest) -> String {
    rho.decimalText(places: places, rounding)
  }
}

// MARK: - Ranks and orders

extension Spearman {
  /// Gives each value twice its rank less n + 1; equal values share the mean of their ranks.
  ///
  /// A common divisor of all is taken out: it changes neither a correlation nor
  /// an order of sums, and shortens the count.
  static func centeredRanks<Value: Comparable>(_ values: [Value]) -> [Int] {
    let ranking = Ranking(values)
    var centers: [Int] = []
    var before = 0
    for size in ranking.sizes {
      // Ranks before + 1 to before + size: twice their mean is 2 · before + size + 1.
      centers.append(2 * before + size - values.count)
      before += size
    }
    let ranks = ranking.groups.map { centers[$0] }
    let divisor = ranks.reduce(0) { Spearman.commonDivisor($0, $1) }
    return divisor > 1 ? ranks.map { $0 / divisor } : ranks
  }

  private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a.magnitude, b.magnitude)
    while b > 0 { (a, b) = (b, a % b) }
    return Int(a)
  }

  /// Counts the orders of the second figure whose sum is at least as far from zero as the observed one.
  ///
  /// Values of the second figure are given to the months one after another. What
  /// has been given is a set of bits, and for each set the orders are counted by
  /// their sum so far: the sets number 2ⁿ, where the orders number n!.
  private static func countedP(_ x: [Int], _ y: [Int], _ observed: Int) -> PValue {
    let n = x.count
    // No sum, whole or partial, exceeds √(Σx² Σy²) (Cauchy and Schwarz).
    let squares = Double(x.reduce(0) { $0 + $1 * $1 } * y.reduce(0) { $0 + $1 * $1 })
    let reach = Int(squares.squareRoot()) + 1
    let width = 2 * reach + 1
    // At most 11! = 39,916,800 orders.
    var ways = [UInt32](repeating: 0, count: width << n)
    ways[reach] = 1
    for given in 0..<(1 << n) - 1 {
      let month = given.nonzeroBitCount
      for next in 0..<n where given & 1 << next == 0 {
        let step = x[month] * y[next]
        let (from, to) = (given * width, (given | 1 << next) * width)
        for sum in max(0, -step)..<min(width, width - step) where ways[from + sum] > 0 {
          ways[to + sum + step] += ways[from + sum]
        }
      }
    }
    var (outer, total) = (0, 0)
    for sum in 0..<width {
      let count = Int(ways[((1 << n) - 1) * width + sum])
      total += count
      if (sum - reach).magnitude >= observed.magnitude { outer += count }
    }
    return PValue(count: outer, of: total)
  }
}
