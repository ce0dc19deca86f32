public import Basics

/// An exact quotient of whole numbers of any size.
///
/// Values, slopes and probabilities are kept in this type, so that a sign, an
/// order or a comparison with an objective is decided by whole numbers. It is not
/// reduced to lowest terms; equal values are equal however they are written.
///
/// ```swift
/// let price = Fraction(10, 4)
/// price == Fraction(5, 2)            // true
/// price.decimalText(places: 2, .up)  // "2.50"
/// ```
public struct Fraction: Sendable {
  /// What is divided; it carries the sign.
  let numerator: WideInteger
  /// What it is divided by; above zero.
  let denominator: WideInteger
  /// The quotient as a floating-point number.
  ///
  /// Within 2⁻⁴⁹ of its size where the number is a normal one. It is found with
  /// IEEE operations alone, and is the same on every machine.
  public let doubleValue: Double

  /// Creates the quotient of two wide numbers.
  ///
  /// - Precondition: The denominator is not zero.
  init(_ numerator: WideInteger, _ denominator: WideInteger) {
    precondition(denominator.signum != 0, "a fraction without a denominator has no value")
    self.numerator = denominator.isNegative ? -numerator : numerator
    self.denominator = denominator.magnitude
    let (top, bottom) = (self.numerator.leading, self.denominator.leading)
    // Scaling by a power of two is exact until the number leaves the normal ones.
    doubleValue = Double(
      sign: .plus, exponent: 32 * (top.exponent - bottom.exponent),
      significand: top.significand / bottom.significand)
  }

  /// Creates the quotient of two whole numbers.
  ///
  /// - Precondition: The denominator is not zero.
  public init(_ numerator: Int128, _ denominator: Int128) {
    self.init(WideInteger(numerator), WideInteger(denominator))
  }

  /// Creates a whole number.
  public init(_ whole: Int) { self.init(WideInteger(whole), WideInteger(1)) }

  /// Creates the value of a ratio.
  ///
  /// - Precondition: The ratio has a denominator.
  public init(_ ratio: Ratio) {
    self.init(Int128(ratio.numerator), Int128(ratio.denominator))
  }

  /// Creates the value of a decimal number.
  public init(_ number: FixedPoint) { self.init(number.millionths, FixedPoint.scale) }

  /// Creates the exact value of a floating-point number, which is finite.
  init(_ number: Double) {
    precondition(number.isFinite, "only a finite number is a fraction")
    // A significand times 2⁵² is whole.
    let whole = WideInteger(Int(number.significand * 0x1p52) * (number < 0 ? -1 : 1))
    let exponent = number == 0 ? 0 : Int(number.exponent) - 52
    let power = WideInteger(powerOfTwo: Int(exponent.magnitude))
    self = exponent < 0 ? Fraction(whole, power) : Fraction(whole * power, WideInteger(1))
  }

  /// Minus one, zero or one.
  public var signum: Int { numerator.signum }

  /// The number without its sign.
  public var magnitude: Fraction { Fraction(numerator.magnitude, denominator) }
}

// MARK: - Arithmetic

extension Fraction {
  /// Adds two fractions.
  public static func + (a: Fraction, b: Fraction) -> Fraction {
    Fraction(
      a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }

  /// Subtracts the second fraction from the first.
  public static func - (a: Fraction, b: Fraction) -> Fraction {
    Fraction(
      a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
  }

  /// Multiplies a fraction by a whole number.
  public static func * (a: Fraction, factor: Int) -> Fraction {
    Fraction(a.numerator * WideInteger(factor), a.denominator)
  }

  /// Multiplies two fractions.
  public static func * (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.numerator, a.denominator * b.denominator)
  }

  /// Divides the first fraction by the second, which is not zero.
  public static func / (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator, a.denominator * b.numerator)
  }

  /// Divides a fraction by a whole number other than zero.
  public static func / (a: Fraction, divisor: Int) -> Fraction {
    Fraction(a.numerator, a.denominator * WideInteger(divisor))
  }
}

// MARK: - Lowest terms

extension Fraction {
  /// The same value in lowest terms.
  public var reduced: Fraction {
    // Euclid's algorithm.
    var (a, b) = (denominator, numerator.magnitude)
    while b.signum > 0 { (a, b) = (b, a.dividingMagnitudes(by: b).remainder) }
    let top = numerator.dividingMagnitudes(by: a).quotient
    return Fraction(
      numerator.isNegative ? -top : top, denominator.dividingMagnitudes(by: a).quotient)
  }

  /// The digits of the numerator, and of the denominator times a whole number.
  public func parts(over factor: Int) -> (numerator: String, denominator: String) {
    (numerator.description, (denominator * WideInteger(factor)).description)
  }
}

// MARK: - Order

extension Fraction: Comparable {
  /// Tells whether two fractions have the same value.
  public static func == (a: Fraction, b: Fraction) -> Bool {
    a.order(against: b) == 0
  }

  /// Tells whether the first fraction is smaller than the second.
  public static func < (a: Fraction, b: Fraction) -> Bool {
    a.order(against: b) < 0
  }

  /// Gives minus one, zero or one as the fraction is smaller, equal or larger.
  private func order(against other: Fraction) -> Int {
    let (a, b) = (doubleValue, other.doubleValue)
    // Two approximations that lie further apart than 2⁻⁴⁰ of the larger are in
    // the right order, with bits to spare; the rest is for whole numbers.
    if a.isNormal, b.isNormal, (a - b).magnitude > max(a.magnitude, b.magnitude) * 0x1p-40 {
      return a < b ? -1 : 1
    }
    return (numerator * other.denominator - other.numerator * denominator).signum
  }
}

// MARK: - Text

extension Fraction {
  /// Writes the value in decimal notation with a fixed number of decimals.
  ///
  /// - Parameter places: Decimals, not below zero.
  /// - Parameter rounding: How what follows the last decimal is shortened. A value
  ///   that is shortened to zero has no sign.
  public func decimalText(places: Int, _ rounding: DecimalRounding) -> String {
    var scale = WideInteger(1)
    for _ in 0..<places { scale = scale * WideInteger(10) }
    var (shown, rest) = (numerator * scale).dividingMagnitudes(by: denominator)
    let movesAway: Bool
    switch rounding {
    case .down: movesAway = numerator.isNegative && rest.signum > 0
    case .up: movesAway = !numerator.isNegative && rest.signum > 0
    case .nearest: movesAway = rest + rest >= denominator
    }
    if movesAway { shown = shown + WideInteger(1) }
    var digits = shown.description
    digits = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let sign = numerator.isNegative && shown.signum > 0 ? "-" : ""
    guard places > 0 else { return sign + digits }
    return sign + digits.dropLast(places) + "." + digits.suffix(places)
  }
}

extension Fraction: CustomStringConvertible {
  /// The fraction as it is kept: 10/4.
  public var description: String { "\(numerator)/\(denominator)" }
}
