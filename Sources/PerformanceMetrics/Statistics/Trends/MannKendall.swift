/// The Mann–Kendall test: do later values tend to be larger, or smaller, than earlier ones?
///
/// Sources: H. B. Mann (1945), Nonparametric tests against trend, Econometrica 13;
/// M. G. Kendall (1970), Rank Correlation Methods, 4th edition, chapters 4 and 5.
///
/// How the orders are counted: S is the number of pairs with different values, U,
/// less twice the number of those that fall (the inversions, D). The orders of
/// values among which some are equal, by their inversions, are the coefficients of
/// the Gaussian multinomial [n]! / ([t₁]! [t₂]! …), where [k] is 1 + q + … + qᵏ⁻¹
/// (P. A. MacMahon, 1916, Combinatory Analysis). Multiplying and dividing these
/// small polynomials counts all of them, ties and all, without listing any.
struct MannKendall: Sendable {
  /// The most values of which every order is counted.
  ///
  /// 12 is a year of months; 12! = 479,001,600 fits with room.
  static let exactLimit = 12

  /// How many values there are.
  let count: Int
  /// Pairs that rise less pairs that fall.
  let s: Int
  /// The probability of an S at most as large as the observed one: small when values fall.
  let lowerP: PValue
  /// The probability of an S at least as far from zero as the observed one.
  let twoSidedP: PValue

  /// Tests values in the order of time; their distances play no part.
  ///
  /// - Complexity: O(*n*²) in the values.
  init<Value: Comparable>(_ values: [Value]) {
    let ranking = Ranking(values)
    let (ranks, ties) = (ranking.groups, ranking.sizes)
    var s = 0
    for j in ranks.indices {
      for i in 0..<j { s += (ranks[j] - ranks[i]).signum() }
    }
    count = values.count
    self.s = s
    if values.count <= MannKendall.exactLimit {
      let orders = MannKendall.orders(count: values.count, ties: ties)
      let total = orders.reduce(0, +)
      var (lower, outer) = (0, 0)
      for (inversions, ways) in orders.enumerated() {
        let other = orders.count - 1 - 2 * inversions
        if other <= s { lower += ways }
        if other.magnitude >= s.magnitude { outer += ways }
      }
      lowerP = PValue(count: lower, of: total)
      twoSidedP = PValue(count: outer, of: total)
    } else {
      let variance = MannKendall.variance(count: values.count, ties: ties).doubleValue
      guard variance > 0 else {
        // All values are equal: S can only be zero.
        lowerP = PValue(count: 1, of: 1)
        twoSidedP = PValue(count: 1, of: 1)
        return
      }
      // S moves in steps of two, so its probability reaches one further.
      let deviation = variance.squareRoot()
      lowerP = PValue(
        approximate: NormalDistribution.probability(upTo: Double(s + 1) / deviation))
      twoSidedP = PValue(
        approximate: 2
          * NormalDistribution.probability(upTo: -Double(Int(s.magnitude) - 1) / deviation))
    }
  }
}

// MARK: - Chance

extension MannKendall {
  /// Gives the variance of S if nothing but chance is at work.
  ///
  /// [n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)] / 18 over the groups of equal
  /// values: Kendall 1970, chapter 4.
  static func variance(count: Int, ties: [Int]) -> Fraction {
    func term(_ n: Int) -> Int { n * (n - 1) * (2 * n + 5) }
    return Fraction(Int128(term(count) - ties.reduce(0) { $0 + term($1) }), 18)
  }

  /// Counts the different orders of values by their inversions, from none to the most possible.
  ///
  /// - Parameters:
  ///   - count: At most `exactLimit`.
  ///   - ties: The sizes of the groups of equal values.
  static func orders(count: Int, ties: [Int]) -> [Int] {
    precondition(count <= exactLimit, "the number of orders would not fit")
    var orders = [1]
    for k in stride(from: 2, through: count, by: 1) {
      // Times 1 + q + … + qᵏ⁻¹: the k-th value passes 0 to k − 1 others.
      var product = [Int](repeating: 0, count: orders.count + k - 1)
      for (i, ways) in orders.enumerated() {
        for passed in 0..<k { product[i + passed] += ways }
      }
      orders = product
    }
    for size in ties {
      for k in stride(from: 2, through: size, by: 1) {
        // Divided by the same: equal values do not differ by their order.
        var quotient = [Int](repeating: 0, count: orders.count - k + 1)
        for i in quotient.indices {
          quotient[i] = orders[i] - quotient[max(0, i - k + 1)..<i].reduce(0, +)
        }
        orders = quotient
      }
    }
    return orders
  }
}
