/// The Theil–Sen slope: the median of the slopes between all pairs of points.
///
/// Sources: H. Theil (1950), A rank-invariant method of linear and polynomial
/// regression analysis; P. K. Sen (1968), Estimates of the regression coefficient
/// based on Kendall's tau, Journal of the American Statistical Association 63.
///
/// Slopes are exact fractions of any size, sorted exactly. With n values of at
/// most 128 bits above 128 bits, a slope has 257 bits above 320, comparing two
/// takes 578, and the mean of the two in the middle 643; nothing overflows.
struct TheilSen: Sendable {
  /// The median slope per place. Of an even number of slopes, the mean of the two in the middle.
  let slope: Fraction
  /// The lower end of the 95 % interval; `nil` for fewer points than six.
  let low: Fraction?
  /// The upper end of the 95 % interval; `nil` for fewer points than six.
  let high: Fraction?

  /// Measures the slope through points.
  ///
  /// - Parameter points: In the order of their places, no place twice. A place
  ///   between two others may be absent.
  /// - Returns: `nil` for fewer than two points.
  /// - Complexity: O(*n*² log *n*) in the points.
  init?(_ points: [TrendPoint]) {
    guard points.count >= 2 else { return nil }
    var slopes: [Fraction] = []
    slopes.reserveCapacity(points.count * (points.count - 1) / 2)
    for j in points.indices {
      for i in 0..<j {
        precondition(points[i].place < points[j].place, "points are ordered by their places")
        slopes.append((points[j].value - points[i].value) / (points[j].place - points[i].place))
      }
    }
    slopes.sort()
    let half = slopes.count / 2
    slope = slopes.count % 2 == 1 ? slopes[half] : (slopes[half - 1] + slopes[half]) / 2
    guard points.count >= Trend.minimumPoints else {
      (low, high) = (nil, nil)
      return
    }
    let rank = TheilSen.rank(
      slopes: slopes.count,
      variance: MannKendall.variance(
        count: points.count, ties: Ranking(points.map(\.value)).sizes))
    (low, high) = (slopes[rank - 1], slopes[slopes.count - rank])
  }

  /// Gives the rank of the slope that ends the 95 % interval, from either side.
  ///
  /// The number of slopes below the true one is (N − S)/2, and S has Kendall's
  /// variance around zero: the rank is (N − z √V)/2 (Sen 1968; R. O. Gilbert 1987,
  /// Statistical Methods for Environmental Pollution Monitoring, chapter 16). A
  /// rank that is not whole is cut, never rounded up or interpolated: the
  /// interval may only grow.
  ///
  /// - Returns: At least one.
  static func rank(slopes: Int, variance: Fraction) -> Int {
    let margin = NormalDistribution.quantile975 * variance.doubleValue.squareRoot()
    return max(1, Int((Double(slopes) - margin) / 2))
  }
}
