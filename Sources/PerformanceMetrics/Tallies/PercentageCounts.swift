import DelimitedText

/// The counts of contacts answered in time that a printed service level allows.
///
/// Products shorten or round what they print, and none says which: all counts are allowed
/// whose share would be printed so either way (own rule).
struct PercentageCounts: Hashable {
  /// The fewest.
  let lowest: Int
  /// The most.
  let highest: Int
  /// The one whose share is nearest to what is printed.
  let nearest: Int
  /// Whether some whole number of contacts gives the percentage.
  let isPossible: Bool

  /// What a formula makes a share of: so many more contacts count as met, out of so many.
  struct Base: Hashable {
    let added: Int
    let denominator: Int
  }

  /// Finds the counts behind a percentage.
  ///
  /// Where no whole number gives it, those next to it on either side are taken.
  ///
  /// - Parameters:
  ///   - percent: The percentage as it is printed.
  ///   - base: What it is a share of, and what the formula adds.
  ///   - answered: No more than these were answered in time.
  /// - Returns: `nil` where there is nothing that it could be a share of.
  init?(_ percent: PrintedPercent, of base: Base, answered: Int) {
    guard base.denominator > 0 else {
      guard answered == 0 else { return nil }
      (lowest, highest, nearest, isPossible) = (0, 0, 0, true)
      return
    }
    let hundred: Int128 = 100_000_000
    let (value, unit) = (Int128(percent.millionths), Int128(percent.unit))
    let denominator = Int128(base.denominator)
    let added = Int128(base.added)
    func clamped(_ count: Int128) -> Int { Int(min(max(0, count - added), Int128(answered))) }
    // Rounded, the share lies up to half a digit below; shortened, up to a digit above.
    let low = Self.ceiling((2 * value - unit) * denominator, 2 * hundred)
    let high = Self.ceiling((value + unit) * denominator, hundred) - 1
    let allowed = max(low, added)...max(max(low, added), min(high, added + Int128(answered)))
    isPossible = low <= high && high >= added && low <= added + Int128(answered)
    let below = value * denominator / hundred
    let near = (2 * value * denominator + hundred) / (2 * hundred)
    if isPossible {
      lowest = clamped(allowed.lowerBound)
      highest = clamped(allowed.upperBound)
    } else {
      lowest = clamped(below)
      highest = clamped(below + 1)
    }
    nearest = min(max(clamped(near), lowest), highest)
  }

  private static func ceiling(_ dividend: Int128, _ divisor: Int128) -> Int128 {
    dividend <= 0 ? 0 : (dividend + divisor - 1) / divisor
  }
}
