import Basics

/// The number of a claim as it is written: its digits, its decimals and its unit.
public struct ClaimedFigure: Hashable, Sendable {
  /// What a number is a number of.
  public enum Unit: Hashable, Sendable {
    case none
    case percent
    case seconds
    /// Of some currency.
    case money
    /// Out of so many: 11/12.
    case outOf(Int)
  }

  /// The number times ten to the power of its decimals.
  public let digits: Int128
  /// How many decimals are claimed.
  public let places: Int
  /// Its unit.
  public let unit: Unit

  /// The most decimals that a claim may have (own rule): those that amounts are kept with.
  private static let mostPlaces = FixedPoint.places
  /// Digits beyond any figure.
  private static let mostDigits = 18

  /// Reads a number with its unit: 84.1%, 20.5 s, 5.80, $5.80, 1,204, 11 or 11/12.
  ///
  /// - Parameters:
  ///   - text: The figure as it is claimed.
  ///   - hasDecimalComma: Whether commas stand before decimals, and points between thousands.
  /// - Returns: `nil` for anything else.
  public init?(_ text: String, hasDecimalComma: Bool = false) {
    let text =
      hasDecimalComma
      ? String(text.map { $0 == "," ? "." : $0 == "." ? "," : $0 }) : text
    let slash = text.split(separator: "/", omittingEmptySubsequences: false)
    if slash.count == 2 {
      guard let part = ClaimedFigure.whole(FieldText.trimmed(slash[0])),
        let all = ClaimedFigure.whole(FieldText.trimmed(slash[1])), part >= 0, all > 0
      else { return nil }
      (digits, places, unit) = (Int128(part), 0, .outOf(all))
      return
    }
    var number = text[...]
    var unit = Unit.none
    if number.last == "%" {
      number.removeLast()
      unit = .percent
    } else if let end = number.firstRange(of: "s"), end.upperBound == number.endIndex {
      number.removeLast()
      unit = .seconds
    } else if let sign = number.first, "$€£¥".contains(sign) {
      number.removeFirst()
      unit = .money
    }
    guard let parts = ClaimedFigure.decimal(FieldText.trimmed(number)) else { return nil }
    (digits, places) = parts
    self.unit = unit
  }

  private static func whole(_ text: String) -> Int? {
    guard let parts = decimal(text), parts.places == 0 else { return nil }
    return Int(exactly: parts.digits)
  }

  /// Reads a decimal number whose thousands may be set apart by commas.
  private static func decimal(_ text: String) -> (digits: Int128, places: Int)? {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    let halves = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = halves.first else { return nil }
    let groups = first.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      groups.count == 1 || (1...3).contains(groups[0].utf8.count)
    else { return nil }
    let decimals = halves.count > 1 ? halves[1] : ""
    let digits = groups.joined() + decimals
    guard !digits.isEmpty, digits.utf8.count <= mostDigits, decimals.utf8.count <= mostPlaces,
      !groups[0].isEmpty || halves.count > 1, halves.count == 1 || !decimals.isEmpty,
      digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int128(digits)
    else { return nil }
    return (isNegative ? -number : number, decimals.utf8.count)
  }
}
