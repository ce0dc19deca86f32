/// An exact decimal number with six places.
///
/// Objectives, scores and amounts are read into this type, never through binary
/// floating point, so that 0.1 + 0.2 is 0.3 and a comparison with an objective
/// is a comparison of whole numbers.
public struct FixedPoint: Hashable, Comparable, Sendable {
  /// The number of decimal places that can be held.
  public static let places = 6

  /// Millionths in one.
  public static let scale: Int128 = 1_000_000

  /// The number times one million. Values read from text stay within ±10³⁰, which
  /// leaves room for products with counts before 128 bits overflow.
  public let millionths: Int128

  /// Creates a number from its millionths.
  public init(millionths: Int128) {
    self.millionths = millionths
  }

  /// Creates a whole number.
  public init(_ whole: Int) {
    millionths = Int128(whole) * FixedPoint.scale
  }

  /// Creates a number from plain decimal text such as 82.5, -3 or .5.
  ///
  /// - Returns: `nil` when the text is not such a number, has more than six
  ///   decimal places other than zeros, or more than 24 digits before the point.
  public init?(_ text: some StringProtocol) {
    var digits: Int128 = 0
    var wholeDigits = 0
    var decimals: Int?
    var isNegative = false
    for (position, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where position == 0: isNegative = true
      case UInt8(ascii: "+") where position == 0: break
      case UInt8(ascii: ".") where decimals == nil: decimals = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int128(byte - UInt8(ascii: "0"))
        if let count = decimals {
          if count >= FixedPoint.places {
            guard digit == 0 else { return nil }
            continue
          }
          decimals = count + 1
        } else {
          wholeDigits += 1
          guard wholeDigits <= 24 else { return nil }
        }
        digits = digits * 10 + digit
      default: return nil
      }
    }
    guard wholeDigits > 0 || (decimals ?? 0) > 0 else { return nil }
    for _ in (decimals ?? 0)..<FixedPoint.places { digits *= 10 }
    millionths = isNegative ? -digits : digits
  }

  /// Adds two numbers.
  public static func + (a: FixedPoint, b: FixedPoint) -> FixedPoint {
    FixedPoint(millionths: a.millionths + b.millionths)
  }

  /// Subtracts the second number from the first.
  public static func - (a: FixedPoint, b: FixedPoint) -> FixedPoint {
    FixedPoint(millionths: a.millionths - b.millionths)
  }

  /// Tells whether the first number is smaller than the second.
  public static func < (a: FixedPoint, b: FixedPoint) -> Bool { a.millionths < b.millionths }
}

extension FixedPoint: CustomStringConvertible {
  /// The number in plain decimal notation, without trailing zeros: 82.5, 80, -0.25.
  public var description: String {
    let (whole, rest) = millionths.magnitude.quotientAndRemainder(
      dividingBy: FixedPoint.scale.magnitude)
    var text = (millionths < 0 ? "-" : "") + String(whole)
    if rest > 0 {
      let digits = String(rest)
      let decimals = String(repeating: "0", count: FixedPoint.places - digits.count) + digits
      let end = decimals.lastIndex { $0 != "0" }!
      text += "." + decimals[...end]
    }
    return text
  }
}
