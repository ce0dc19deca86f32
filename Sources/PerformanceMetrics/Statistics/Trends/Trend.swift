public import Basics

/// How a monthly figure moves, and whether chance alone would explain it.
///
/// The slope is Theil and Sen's, the test Mann and Kendall's: neither minds an
/// odd month or asks for a bell curve. Both see months at their places in the
/// calendar, so that a month without a value is a gap and not a shorter year.
///
/// ```swift
/// let costs = [510, 505, 507, 498, 490, 485].enumerated().map { month, cents in
///   TrendPoint(place: month, value: Fraction(Int128(cents), 100))
/// }
/// let trend = Trend(costs)!
/// trend.slopeText(places: 4)                     // "-0.0500"
/// trend.s                                        // -13
/// trend.fallingP.value <= Fraction(1, 10)        // true
/// ```
public struct Trend: Sendable {
  /// The fewest points of which a trend is told: the project's own rule.
  public static let minimumPoints = 6
  /// The months under which a trend and a season cannot be told apart: two full years.
  public static let seasonMonths = 24

  /// The median slope per month.
  public let slope: Fraction
  /// The lower end of the slope's 95 % interval.
  public let low: Fraction
  /// The upper end of the slope's 95 % interval.
  public let high: Fraction
  /// Pairs of months that rise less pairs that fall.
  public let s: Int
  /// The two-sided probability of such an S by chance alone.
  public let p: PValue
  /// The one-sided probability of an S at most as large by chance alone: small when the figure falls.
  public let fallingP: PValue
  /// How many points there are.
  public let count: Int

  /// Finds the trend through points.
  ///
  /// - Parameter points: In the order of their places, no place twice.
  /// - Returns: `nil` for fewer points than `minimumPoints`.
  /// - Complexity: O(*n*² log *n*) in the points.
  public init?(_ points: [TrendPoint]) {
    guard points.count >= Trend.minimumPoints, let line = TheilSen(points), let low = line.low,
      let high = line.high
    else { return nil }
    let test = MannKendall(points.map(\.value))
    slope = line.slope
    self.low = low
    self.high = high
    s = test.s
    p = test.twoSidedP
    fallingP = test.lowerP
    count = points.count
  }

  /// Whether there are enough months to tell a trend from a season.
  public var separatesSeason: Bool { count >= Trend.seasonMonths }
}

// MARK: - Text

extension Trend {
  /// Writes the slope; toward minus infinity unless told otherwise, as signed figures are shortened.
  public func slopeText(places: Int, _ rounding: DecimalRounding = .down) -> String {
    slope.decimalText(places: places, rounding)
  }

  /// Writes the lower end of the slope's interval, shortened outwards.
  public func lowText(places: Int) -> String { low.decimalText(places: places, .down) }

  /// Writes the upper end of the slope's interval, shortened outwards.
  public func highText(places: Int) -> String { high.decimalText(places: places, .up) }
}
