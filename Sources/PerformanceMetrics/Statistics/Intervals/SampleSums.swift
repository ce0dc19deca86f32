import Basics

/// The sums that a mean, a standard deviation and their interval need.
///
/// They are whole numbers, so that they are the same in any order and merge
/// without loss; nothing is divided before the end.
struct SampleSums: Hashable, Sendable {
  /// How many values there are.
  private(set) var count = 0
  /// Whether a sum grew too large; the figures are then without meaning.
  private(set) var hasOverflowed = false
  /// Millionths, added.
  private var sum: Int128 = 0
  /// Squares of millionths, added. Values up to 10⁹ leave room for 10⁸ of them.
  private var squares: Int128 = 0

  /// Creates the sums of nothing.
  init() {}

  /// Adds one value.
  mutating func add(_ value: FixedPoint) {
    let square = value.millionths.multipliedReportingOverflow(by: value.millionths)
    var one = SampleSums()
    one.count = 1
    one.sum = value.millionths
    one.squares = square.partialValue
    one.hasOverflowed = square.overflow
    merge(one)
  }

  /// Adds the sums of other values.
  mutating func merge(_ other: SampleSums) {
    let (newSum, newSquares) = (
      sum.addingReportingOverflow(other.sum), squares.addingReportingOverflow(other.squares)
    )
    count += other.count
    sum = newSum.partialValue
    squares = newSquares.partialValue
    hasOverflowed =
      hasOverflowed || other.hasOverflowed || newSum.overflow || newSquares.overflow
  }
}

// MARK: - Figures

extension SampleSums {
  /// The sum in millionths; without meaning where it grew too large.
  var total: Int128 { sum }

  /// The mean; `nil` without values, or where a sum grew too large.
  var mean: Fraction? {
    guard count > 0, !hasOverflowed else { return nil }
    return Fraction(WideInteger(sum), WideInteger(count) * WideInteger(FixedPoint.scale))
  }

  /// The variance [n Σx² − (Σx)²] / [n (n − 1)], exact; `nil` for fewer than two values.
  var variance: Fraction? {
    guard count > 1, !hasOverflowed else { return nil }
    let (n, scale) = (WideInteger(count), WideInteger(FixedPoint.scale))
    return Fraction(
      n * WideInteger(squares) - WideInteger(sum) * WideInteger(sum),
      n * WideInteger(count - 1) * scale * scale)
  }

  /// The standard deviation, with n − 1; `nil` for fewer than two values.
  var standardDeviation: Double? { variance?.doubleValue.squareRoot() }
}
