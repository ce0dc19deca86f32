/// A ratio of two whole numbers that is never divided before it is printed.
public struct Ratio: Hashable, Sendable {
  /// What is counted.
  public let numerator: Int
  /// What it is counted out of; not zero where a ratio has a value.
  public let denominator: Int

  /// Creates a ratio.
  public init(_ numerator: Int, _ denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Writes the ratio in percent with two decimals.
  ///
  /// - Parameter rounding: Judged figures are shortened away from a pass; others
  ///   are rounded to nearest.
  public func percentText(_ rounding: DecimalRounding) -> String {
    decimalText(Int128(numerator) * 100, over: Int128(denominator), places: 2, rounding)
  }

  /// Writes the quotient with the given number of decimals.
  public func valueText(places: Int = 2, _ rounding: DecimalRounding = .nearest) -> String {
    decimalText(Int128(numerator), over: Int128(denominator), places: places, rounding)
  }
}

/// How a figure is shortened when it is printed.
public enum DecimalRounding: Hashable, Sendable {
  /// Toward minus infinity: figures that have to be at least their objective.
  case down
  /// Toward plus infinity: figures that may be at most their objective.
  case up
  /// To the nearest, halves away from zero: figures that are not judged.
  case nearest
}

/// Writes an exact quotient in decimal notation with a fixed number of decimals.
///
/// - Precondition: The denominator is not zero.
public func decimalText(
  _ numerator: Int128, over denominator: Int128, places: Int, _ rounding: DecimalRounding
) -> String {
  precondition(denominator != 0, "a ratio without a denominator has no value")
  var scale: Int128 = 1
  for _ in 0..<places { scale *= 10 }
  let isNegative = (numerator < 0) != (denominator < 0) && numerator != 0
  // Divided before it is scaled, so that a long numerator cannot overflow.
  let (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
  let (floor, remainder) = (rest * scale.magnitude).quotientAndRemainder(
    dividingBy: denominator.magnitude)
  let movesAway: Bool
  switch rounding {
  case .down: movesAway = isNegative && remainder > 0
  case .up: movesAway = !isNegative && remainder > 0
  case .nearest: movesAway = remainder >= denominator.magnitude - remainder
  }
  var (integer, fraction) = (whole, floor)
  if movesAway {
    fraction += 1
    if fraction == scale.magnitude {
      fraction = 0
      integer += 1
    }
  }
  let sign = isNegative && (integer > 0 || fraction > 0) ? "-" : ""
  guard places > 0 else { return sign + String(integer) }
  let decimals = String(fraction)
  return sign + String(integer) + "."
    + String(repeating: "0", count: places - decimals.utf8.count) + decimals
}

/// Groups the digits of a count by thousands: 12,345.
public func grouped(_ number: Int) -> String {
  grouped(decimal: String(number))
}

/// Groups the digits of a number in decimal notation by thousands: 12,345.60.
public func grouped(decimal text: String) -> String {
  let whole = text.prefix { $0 != "." }
  let digits = whole.drop { $0 == "-" }
  var result = whole.count > digits.count ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
    result.append(digit)
  }
  return result + text.dropFirst(whole.count)
}
