import Basics

/// The sums that a score and its interval need: points of possible points, cluster by cluster.
///
/// A cluster is what one agent got; where no agents are given, each evaluation
/// is its own. The squares of the residuals Pᵢ − R Mᵢ need only five sums over
/// the clusters, all of them whole numbers: Σ(Pᵢ M − P Mᵢ)² is
/// M² ΣPᵢ² − 2 P M ΣPᵢMᵢ + P² ΣMᵢ².
struct ClusterSums: Hashable, Sendable {
  /// How many clusters there are.
  private(set) var count = 0
  /// Whether a sum grew too large; the figures are then without meaning.
  private(set) var hasOverflowed = false
  // Millionths: P and M. Squares and products of them: PP, PM and MM.
  private var points: Int128 = 0
  private var maximum: Int128 = 0
  private var pointsSquared: Int128 = 0
  private var product: Int128 = 0
  private var maximumSquared: Int128 = 0

  /// Creates the sums of nothing.
  init() {}

  /// Adds a cluster: all the points of one agent, and all that were possible.
  ///
  /// A cluster without possible points says nothing and is not counted.
  mutating func add(points: FixedPoint, outOf maximum: FixedPoint) {
    guard maximum.millionths > 0 else { return }
    var one = ClusterSums()
    one.count = 1
    one.points = points.millionths
    one.maximum = maximum.millionths
    (one.pointsSquared, one.product, one.maximumSquared) = (
      one.times(points, points), one.times(points, maximum), one.times(maximum, maximum)
    )
    merge(one)
  }

  /// Adds the sums of other clusters; a cluster may not be on both sides.
  mutating func merge(_ other: ClusterSums) {
    count += other.count
    hasOverflowed = hasOverflowed || other.hasOverflowed
    points = plus(points, other.points)
    maximum = plus(maximum, other.maximum)
    pointsSquared = plus(pointsSquared, other.pointsSquared)
    product = plus(product, other.product)
    maximumSquared = plus(maximumSquared, other.maximumSquared)
  }

  private mutating func plus(_ a: Int128, _ b: Int128) -> Int128 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    if overflow { hasOverflowed = true }
    return sum
  }

  private mutating func times(_ a: FixedPoint, _ b: FixedPoint) -> Int128 {
    let (product, overflow) = a.millionths.multipliedReportingOverflow(by: b.millionths)
    if overflow { hasOverflowed = true }
    return product
  }
}

// MARK: - Figures

extension ClusterSums {
  /// The score Σ points / Σ possible points; `nil` where none were possible.
  var ratio: Fraction? {
    guard maximum > 0, !hasOverflowed else { return nil }
    return Fraction(points, maximum)
  }

  /// The variance of the score: C/(C − 1) · Σ(Pᵢ − R Mᵢ)² / M², exact.
  ///
  /// The linearized ratio estimator with clusters taken as drawn with replacement:
  /// W. G. Cochran (1977), Sampling Techniques, 3rd edition, sections 6.3 and 9A;
  /// one cluster's own spread is in its residual, so that the alike evaluations
  /// of one agent do not pass for independent ones.
  ///
  /// - Returns: `nil` for fewer than two clusters.
  var variance: Fraction? {
    guard count > 1, maximum > 0, !hasOverflowed else { return nil }
    let (p, m) = (WideInteger(points), WideInteger(maximum))
    let residuals =
      m * m * WideInteger(pointsSquared) - WideInteger(2) * p * m * WideInteger(product) + p * p
      * WideInteger(maximumSquared)
    return Fraction(WideInteger(count) * residuals, WideInteger(count - 1) * m * m * m * m)
  }
}

extension MeanInterval {
  /// Computes the 95 % interval of a score, between zero and one where points are.
  ///
  /// The ends may leave that range; the estimator does not know it.
  ///
  /// - Returns: `nil` for fewer than two clusters, or where a sum grew too large.
  static func of(_ sums: ClusterSums) -> ConfidenceInterval? {
    guard let ratio = sums.ratio, let variance = sums.variance else { return nil }
    return ConfidenceInterval(
      center: ratio.doubleValue,
      margin: StudentT.quantile975(degreesOfFreedom: sums.count - 1)
        * variance.doubleValue.squareRoot())
  }
}
