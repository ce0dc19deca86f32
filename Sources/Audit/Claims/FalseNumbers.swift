import Basics
import PerformanceMetrics

/// The false numbers near the truth that a claim could have been, at its precision.
///
/// They are those within 10 points of a share: of opportunities within a tenth of all. Of
/// other figures they are those within a tenth of it, and of levels all levels (own rule).
struct FalseNumbers {
  private let range: ClosedRange<Int128>
  private let truth: Set<Int128>
  /// How many there are; they may be more than a word counts.
  let count: Int128

  /// Points of a share to either side.
  private static let points = 10

  init(near actual: AuditedFigure, as claimed: ClaimedFigure) {
    truth = actual.printed(as: claimed)
    let (points, hundred) = (Fraction(FalseNumbers.points), Fraction(100))
    // The value in the unit that is counted in, how far is near, and where all ends.
    let (value, reach, most): (Fraction, Fraction, Fraction?)
    switch (actual.form, claimed.unit) {
    case (.share, .outOf(let all)):
      (value, reach, most) = (actual.value * all / 100, points * all / 100, Fraction(all))
    case (.share, _): (value, reach, most) = (actual.value, points, hundred)
    case (.opportunities, .percent):
      (value, reach, most) = (actual.compared(with: claimed) ?? Fraction(0), points, hundred)
    case (.opportunities, _):
      let all = actual.opportunities ?? 0
      (value, reach, most) = (actual.value, max(Fraction(1), points * all / 100), Fraction(all))
    case (.level, _): (value, reach, most) = (actual.value, Fraction(4), Fraction(4))
    case (.average, _), (.count, _):
      (value, reach, most) = (actual.value, actual.value.magnitude / 10, nil)
    }
    let low = value - reach
    let high = most.map { min($0, value + reach) } ?? (value + reach)
    let first = (most != nil && low.signum < 0 ? Fraction(0) : low).digits(claimed.places, .up)
    range = first...max(first, high.digits(claimed.places, .down))
    let numbers = range
    let size = numbers.upperBound - numbers.lowerBound + 1
    count = size - Int128(truth.count(where: numbers.contains))
  }

  /// Tells whether a number is false and near.
  func contains(_ number: Int128) -> Bool { range.contains(number) && !truth.contains(number) }
}
