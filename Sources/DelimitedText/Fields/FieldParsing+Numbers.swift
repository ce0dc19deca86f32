public import Basics

extension FieldParsing {
  /// Reads a count: 12, 007, +12, 12.0 or 12.
  ///
  /// - Parameters:
  ///   - bytes: The text that the field lies in.
  ///   - range: Where in it the field lies.
  ///   - decimalSeparator: A comma allows both the comma and the point.
  /// - Returns: 0 to 2⁵³.
  /// - Throws: `FieldFailure` when the field is something else. Separators of
  ///   thousands and exponents are not read.
  @inlinable
  public static func wholeNumber(
    _ bytes: Span<UInt8>, _ range: Range<Int>, decimalSeparator: UInt8 = point
  ) throws(FieldFailure) -> Int {
    // Fifteen digits stay below 2⁵³ = 9 007 199 254 740 992.
    if range.count <= 15, !range.isEmpty {
      var (value, i) = (0, range.lowerBound)
      while i < range.upperBound {
        let digit = bytes[i] &- 48
        if digit > 9 { break }
        value = value &* 10 &+ Int(digit)
        i &+= 1
      }
      if i == range.upperBound { return value }
    }
    return try anyWholeNumber(bytes, range, decimalSeparator: decimalSeparator)
  }

  /// Reads a count whose thousands are set apart: 1,234 or 12,345,678.
  ///
  /// What has no separator in a place of thousands is read as any other count.
  ///
  /// - Parameters:
  ///   - bytes: The text that the field lies in.
  ///   - range: Where in it the field lies.
  ///   - decimalSeparator: Where it is the comma, points set thousands apart, and 1.234 is no
  ///     decimal.
  /// - Throws: `FieldFailure` when the field is something else.
  public static func groupedNumber(
    _ bytes: Span<UInt8>, _ range: Range<Int>, decimalSeparator: UInt8 = point
  ) throws(FieldFailure) -> Int {
    let field = trimmed(bytes, range)
    let separator = decimalSeparator == point ? UInt8(ascii: ",") : point
    var (value, digits, groups) = (0, 0, 0)
    for i in field {
      if bytes[i] == separator {
        guard groups == 0 ? (1...3).contains(digits) : digits == 3 else { break }
        (digits, groups) = (0, groups + 1)
      } else if bytes[i] &- 48 <= 9, value < 1 << 53 {
        value = value * 10 + Int(bytes[i] &- 48)
        digits += 1
      } else {
        groups = 0
        break
      }
    }
    guard groups > 0, digits == 3, field.count <= 24 else {
      return try wholeNumber(bytes, range, decimalSeparator: decimalSeparator)
    }
    guard value <= 1 << 53 else { throw .countTooLarge }
    return value
  }

  /// Reads a count of any form.
  @usableFromInline
  static func anyWholeNumber(
    _ bytes: Span<UInt8>, _ range: Range<Int>, decimalSeparator: UInt8
  ) throws(FieldFailure) -> Int {
    let number = try plainNumber(bytes, trimmed(bytes, range), decimalSeparator)
    let isZero = number.whole == 0 && !number.hasFraction
    guard !number.isNegative || isZero else { throw .negativeCount }
    guard !number.hasFraction else { throw .fractionalCount }
    guard number.whole <= 1 << 53 else { throw .countTooLarge }
    return Int(number.whole)
  }

  /// Reads an exact decimal such as 82.5, -3 or .5.
  ///
  /// - Parameters:
  ///   - bytes: The text that the field lies in.
  ///   - range: Where in it the field lies.
  ///   - decimalSeparator: A comma allows both the comma and the point.
  /// - Returns: nil when the field is not such a number, or has more than six
  ///   decimals other than zeros, or more than 24 digits before them.
  public static func decimal(
    _ bytes: Span<UInt8>, _ range: Range<Int>, decimalSeparator: UInt8 = point
  ) -> FixedPoint? {
    guard
      let number = try? plainNumber(bytes, trimmed(bytes, range), decimalSeparator),
      number.isExact
    else { return nil }
    let millionths = number.whole * FixedPoint.scale + Int128(number.millionths)
    return FixedPoint(millionths: number.isNegative ? -millionths : millionths)
  }

  /// Reads an exact decimal, and tells what is wrong where there is none.
  ///
  /// - Throws: `FieldFailure`: `.tooManyDigits` for a number that is longer than what is
  ///   kept exactly, else `.notANumber`.
  public static func exactDecimal(
    _ bytes: Span<UInt8>, _ range: Range<Int>, decimalSeparator: UInt8 = point
  ) throws(FieldFailure) -> FixedPoint {
    if let number = decimal(bytes, range, decimalSeparator: decimalSeparator) { return number }
    _ = try plainNumber(bytes, trimmed(bytes, range), decimalSeparator)
    throw .tooManyDigits
  }

  /// Reads a percentage with or without its sign: 81.3 %, 81.3% or 81.3.
  ///
  /// - Returns: The figure before the sign, or nil when `decimal` gives none.
  public static func percent(
    _ bytes: Span<UInt8>, _ range: Range<Int>, decimalSeparator: UInt8 = point
  ) -> FixedPoint? {
    var range = trimmed(bytes, range)
    if let last = range.last, bytes[last] == UInt8(ascii: "%") {
      range = range.lowerBound..<last
    }
    return decimal(bytes, range, decimalSeparator: decimalSeparator)
  }
}

// MARK: - Plain numbers

extension FieldParsing {
  /// A number as it is written: sign, digits, and decimals.
  struct PlainNumber {
    var isNegative = false
    /// At most 10²⁴, and 10²⁴ when there are more digits.
    var whole: Int128 = 0
    /// The first six decimals.
    var millionths = 0
    /// Whether any decimal is not zero.
    var hasFraction = false
    /// Whether whole and millionths are all there is.
    var isExact = true
  }

  static func isDecimalSeparator(_ byte: UInt8, _ separator: UInt8) -> Bool {
    byte == separator || byte == point
  }

  /// Reads an optional sign, digits, and decimals; at least one digit.
  static func plainNumber(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ decimalSeparator: UInt8
  ) throws(FieldFailure) -> PlainNumber {
    let limit: Int128 = 1_000_000_000_000_000_000_000_000
    var number = PlainNumber()
    var i = range.lowerBound
    if i < range.upperBound, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") {
      number.isNegative = bytes[i] == UInt8(ascii: "-")
      i += 1
    }
    var digits = 0
    while i < range.upperBound, bytes[i] &- 48 <= 9 {
      number.whole = number.whole * 10 + Int128(bytes[i] &- 48)
      if number.whole >= limit { (number.whole, number.isExact) = (limit, false) }
      (i, digits) = (i + 1, digits + 1)
    }
    if i < range.upperBound, isDecimalSeparator(bytes[i], decimalSeparator) {
      i += 1
      var place = 100_000
      while i < range.upperBound, bytes[i] &- 48 <= 9 {
        let digit = Int(bytes[i] &- 48)
        number.millionths += digit * place
        if digit > 0 {
          number.hasFraction = true
          if place == 0 { number.isExact = false }
        }
        place /= 10
        (i, digits) = (i + 1, digits + 1)
      }
    }
    guard i == range.upperBound, digits > 0 else { throw .notANumber }
    return number
  }
}
