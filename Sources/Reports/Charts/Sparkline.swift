import Basics

/// A figure's course in a line of text: a bar of eighths for each value, a dot where there is
/// none.
///
/// The bars stand for the distance from the lowest to the highest value and not from zero, so
/// whoever shows them says both; where all values are the same, all bars are half as high.
struct Sparkline: Hashable, Sendable {
  /// The bars and dots, in order.
  let marks: [Character]
  /// The lowest value.
  let lowest: Ratio
  /// The highest value.
  let highest: Ratio

  /// Whether all values are the same.
  let isLevel: Bool

  /// What stands for no value.
  static let gap: Character = "·"

  private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Draws values; `nil` where fewer than two are known, which have no course.
  ///
  /// - Precondition: No ratio has the denominator 0.
  /// - Complexity: O(*n*) in the number of values.
  init?(_ values: [Ratio?]) {
    let known = values.compactMap(\.self)
    guard known.count > 1, let lowest = known.min(by: Sparkline.isLess),
      let highest = known.max(by: Sparkline.isLess)
    else { return nil }
    (self.lowest, self.highest) = (lowest, highest)
    isLevel = !Sparkline.isLess(lowest, highest)
    marks = values.map { value in
      value.map { Sparkline.bar($0, lowest, highest) } ?? Sparkline.gap
    }
  }

  private static func bar(_ value: Ratio, _ lowest: Ratio, _ highest: Ratio) -> Character {
    guard isLess(lowest, highest) else { return bars[3] }
    // A drawing in eighths; the exact figures stand beside it.
    let (low, high) = (quotient(lowest), quotient(highest))
    let share = high > low ? (quotient(value) - low) / (high - low) : 0
    return bars[Int((share * Double(bars.count - 1)).rounded())]
  }

  private static func quotient(_ ratio: Ratio) -> Double {
    Double(ratio.numerator) / Double(ratio.denominator)
  }

  private static func isLess(_ a: Ratio, _ b: Ratio) -> Bool {
    Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
  }
}
