public import Basics

extension FieldParsing {
  /// The largest amount of money that is read, either way: 9 · 10¹⁴.
  ///
  /// A billion billion of them still fit the sum of 128 bits in millionths.
  public static let largestAmount = 900_000_000_000_000

  /// Reads an amount of money, exactly: 1234.5, $1,234.50, -1 234 €, CHF 1'234.50 or 1.234,50.
  ///
  /// One currency may stand before or behind the number: a sign such as $ or €, or
  /// three capital letters. Thousands may be set apart in groups of three by blanks,
  /// no-break blanks, apostrophes, and by the comma or the point that is not the
  /// decimal one.
  ///
  /// - Parameters:
  ///   - bytes: The text that the field lies in.
  ///   - range: Where in it the field lies.
  ///   - decimalSeparator: Of a file with decimal commas the point sets thousands apart wherever
  ///     it stands before groups of three digits (1.234 is one thousand and more), and is a
  ///     decimal point elsewhere (12.5).
  /// - Returns: nil when the field is no such amount, has more than six decimals
  ///   other than zeros, or is beyond ±9 · 10¹⁴.
  public static func amount(
    _ bytes: Span<UInt8>, _ range: Range<Int>, decimalSeparator: UInt8 = point
  ) -> FixedPoint? {
    guard let parts = amountParts(bytes, range) else { return nil }
    var i = parts.number.lowerBound
    let end = parts.number.upperBound
    let isNegative = parts.isNegative
    let decimal = decimalPosition(bytes, i..<end, decimalSeparator)

    // Digits before the decimal separator, in groups where there is any separator.
    var (whole, groupDigits, groups) = (0, 0, 0)
    var separator = 0
    let wholeEnd = decimal ?? end
    while i < wholeEnd {
      let digit = bytes[i] &- 48
      if digit <= 9 {
        whole = whole * 10 + Int(digit)
        guard whole <= largestAmount else { return nil }
        (i, groupDigits) = (i + 1, groupDigits + 1)
        continue
      }
      let width = thousandsSeparatorWidth(bytes, i, wholeEnd, decimalSeparator)
      guard width > 0 else { return nil }
      // One amount uses one separator; the first group has one to three digits.
      let code = (0..<width).reduce(0) { $0 << 8 | Int(bytes[i + $1]) }
      guard groups == 0 ? (1...3).contains(groupDigits) : groupDigits == 3 && code == separator
      else { return nil }
      (separator, groups, groupDigits) = (code, groups + 1, 0)
      i += width
    }
    guard groups == 0 || groupDigits == 3 else { return nil }
    var (millionths, decimals) = (0, 0)
    if let decimal {
      i = decimal + 1
      var place = 100_000
      while i < end {
        let digit = Int(bytes[i] &- 48)
        guard digit <= 9, place > 0 || digit == 0 else { return nil }
        millionths += digit * place
        place /= 10
        (i, decimals) = (i + 1, decimals + 1)
      }
    }
    guard groupDigits + groups + decimals > 0 else { return nil }
    let total = Int128(whole) * FixedPoint.scale + Int128(millionths)
    guard total <= Int128(largestAmount) * FixedPoint.scale else { return nil }
    return FixedPoint(millionths: isNegative ? -total : total)
  }

  /// Finds the currency that an amount states: a sign such as $ or €, or three capital letters.
  ///
  /// - Returns: nil when the field states none or is no amount.
  public static func currency(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    amountParts(bytes, range)?.currency
  }
}

// MARK: - Parts of an amount

extension FieldParsing {
  private struct AmountParts {
    var isNegative = false
    var currency: Range<Int>?
    /// Digits and separators; not empty.
    var number = 0..<0
  }

  /// Takes sign and currency off an amount, which stand in any order before the
  /// number; the currency may stand behind it instead.
  private static func amountParts(_ bytes: Span<UInt8>, _ range: Range<Int>) -> AmountParts? {
    var parts = AmountParts()
    var rest = trimmed(bytes, range)
    var hasSign = false
    while let first = rest.first {
      if bytes[first] == UInt8(ascii: "-") || bytes[first] == UInt8(ascii: "+") {
        guard !hasSign else { return nil }
        hasSign = true
        parts.isNegative = bytes[first] == UInt8(ascii: "-")
        rest = trimmed(bytes, first + 1..<rest.upperBound)
      } else if let width = currencyWidth(bytes, rest) {
        guard parts.currency == nil else { return nil }
        parts.currency = first..<first + width
        rest = trimmed(bytes, first + width..<rest.upperBound)
      } else {
        break
      }
    }
    for width in 1...3 where parts.currency == nil && rest.count > width {
      let start = rest.upperBound - width
      if currencyWidth(bytes, start..<rest.upperBound) == width {
        parts.currency = start..<rest.upperBound
        rest = trimmed(bytes, rest.lowerBound..<start)
      }
    }
    parts.number = rest
    return rest.isEmpty ? nil : parts
  }

  /// Measures the currency that begins a run of bytes; nil where none does.
  private static func currencyWidth(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let first = range.lowerBound
    switch bytes[first] {
    case UInt8(ascii: "$"): return 1
    case 0xC2 where range.count >= 2 && (0xA2...0xA5).contains(bytes[first + 1]): return 2
    // The block of currency signs, U+20A0 to U+20CF.
    case 0xE2 where range.count >= 3:
      let (second, third) = (bytes[first + 1], bytes[first + 2])
      let isSign = second == 0x82 ? (0xA0...0xBF).contains(third) : second == 0x83 && third < 0x90
      return isSign ? 3 : nil
    case UInt8(ascii: "A")...UInt8(ascii: "Z") where range.count >= 3:
      let isCode = (first..<first + 3).allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[$0])
      }
      return isCode ? 3 : nil
    default: return nil
    }
  }

  /// Finds the decimal separator of an amount; nil where it has no decimals.
  private static func decimalPosition(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ decimalSeparator: UInt8
  ) -> Int? {
    guard let last = range.last(where: { isDecimalSeparator(bytes[$0], decimalSeparator) }),
      decimalSeparator != point
    else { return range.last { bytes[$0] == point } }
    if range.contains(where: { $0 < last && bytes[$0] == bytes[last] }) { return nil }
    let isOnlyPoint = bytes[last] == point && !range.contains { bytes[$0] == decimalSeparator }
    let isGroup =
      range.upperBound - last == 4 && (1...3).contains(last - range.lowerBound)
      && bytes[range.lowerBound] != UInt8(ascii: "0")
    return isOnlyPoint && isGroup ? nil : last
  }

  /// Measures what sets thousands apart at a byte; 0 where nothing does.
  private static func thousandsSeparatorWidth(
    _ bytes: Span<UInt8>, _ i: Int, _ end: Int, _ decimalSeparator: UInt8
  ) -> Int {
    switch bytes[i] {
    case Byte.blank, UInt8(ascii: "'"): return 1
    case UInt8(ascii: ","): return 1
    case point: return decimalSeparator == point ? 0 : 1
    // The no-break blank; the narrow one and the curly apostrophe.
    case 0xC2 where i + 1 < end && bytes[i + 1] == 0xA0: return 2
    case 0xE2 where i + 2 < end && bytes[i + 1] == 0x80:
      return bytes[i + 2] == 0xAF || bytes[i + 2] == 0x99 ? 3 : 0
    default: return 0
    }
  }
}
