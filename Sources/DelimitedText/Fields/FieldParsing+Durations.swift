extension FieldParsing {
  /// The longest duration that is read: 10⁹ seconds, so that some nine thousand
  /// of the longest ones still fit the sum of 64 bits.
  public static let longestMicroseconds: Int64 = 1_000_000_000_000_000

  /// Reads a duration: 93, 93.5, .5, m:ss, h:mm:ss or hh:mm:ss.fff.
  ///
  /// With colons the first part may have any size and the others are below 60.
  /// Digits past the microsecond are cut.
  ///
  /// - Parameters:
  ///   - bytes: The text that the field lies in.
  ///   - range: Where in it the field lies.
  ///   - decimalSeparator: A comma allows both the comma and the point.
  /// - Returns: Microseconds, 0 to 10¹⁵.
  /// - Throws: `FieldFailure` when the field is something else.
  @inlinable
  public static func durationMicroseconds(
    _ bytes: Span<UInt8>, _ range: Range<Int>, decimalSeparator: UInt8 = point
  ) throws(FieldFailure) -> Int64 {
    // Nine digits of seconds stay below the longest duration.
    if range.count <= 9, !range.isEmpty {
      var (value, i) = (Int64(0), range.lowerBound)
      while i < range.upperBound {
        let digit = bytes[i] &- 48
        if digit > 9 { break }
        value = value &* 10 &+ Int64(digit)
        i &+= 1
      }
      if i == range.upperBound { return value &* 1_000_000 }
    }
    return try anyDuration(bytes, range, decimalSeparator: decimalSeparator)
  }

  /// Reads a duration of any form.
  @usableFromInline
  static func anyDuration(
    _ bytes: Span<UInt8>, _ range: Range<Int>, decimalSeparator: UInt8
  ) throws(FieldFailure) -> Int64 {
    let range = trimmed(bytes, range)
    let isSigned = range.first.map { bytes[$0] == UInt8(ascii: "-") } ?? false
    var i = range.lowerBound + (isSigned ? 1 : 0)
    // Capped far above the limit, so that any number of digits is too large
    // and none overflows.
    let cap: Int64 = 1_000_000_000_000
    var (seconds, colons, digits) = (Int64(0), 0, 0)
    while true {
      let partStart = i
      var part: Int64 = 0
      while i < range.upperBound, bytes[i] &- 48 <= 9 {
        part = min(cap, part * 10 + Int64(bytes[i] &- 48))
        i += 1
      }
      digits += i - partStart
      if colons > 0 {
        guard i - partStart == 2, part < 60 else { throw .notADuration }
      }
      seconds = min(cap, seconds * 60 + part)
      guard i < range.upperBound, bytes[i] == UInt8(ascii: ":") else { break }
      colons += 1
      guard colons <= 2, digits > 0 else { throw .notADuration }
      i += 1
    }
    var (microseconds, hasRest) = (Int64(0), false)
    if i < range.upperBound, isDecimalSeparator(bytes[i], decimalSeparator) {
      i += 1
      var place: Int64 = 100_000
      while i < range.upperBound, bytes[i] &- 48 <= 9 {
        microseconds += Int64(bytes[i] &- 48) * place
        if place == 0, bytes[i] != 48 { hasRest = true }
        place /= 10
        (i, digits) = (i + 1, digits + 1)
      }
    }
    guard i == range.upperBound, digits > 0 else { throw .notADuration }
    let total = seconds * 1_000_000 + microseconds
    guard !isSigned || (total == 0 && !hasRest) else { throw .negativeDuration }
    guard total <= longestMicroseconds else { throw .durationTooLarge }
    return total
  }

  /// Reads a duration of an export that writes milliseconds: 93500, or with colons m:ss or h:mm:ss.
  ///
  /// - Parameters:
  ///   - bytes: The text that the field lies in.
  ///   - range: Where in it the field lies.
  ///   - decimalSeparator: A comma allows both the comma and the point.
  ///   - roundsUp: Whether a part of a millisecond counts as one, rather than being cut: what is
  ///     later than a threshold by however little is late.
  /// - Returns: Milliseconds, 0 to 10¹².
  /// - Throws: `FieldFailure` when the field is something else.
  public static func milliseconds(
    _ bytes: Span<UInt8>, _ range: Range<Int>, decimalSeparator: UInt8 = point,
    roundsUp: Bool = false
  ) throws(FieldFailure) -> Int {
    let range = trimmed(bytes, range)
    if range.contains(where: { bytes[$0] == UInt8(ascii: ":") }) {
      let whole = try anyDuration(bytes, range, decimalSeparator: decimalSeparator)
      return Int((whole + (roundsUp ? 999 : 0)) / 1000)
    }
    let number: PlainNumber
    do { number = try plainNumber(bytes, range, decimalSeparator) } catch { throw .notADuration }
    let isZero = number.whole == 0 && !number.hasFraction
    guard !number.isNegative || isZero else { throw .negativeDuration }
    guard number.whole <= Int128(longestMicroseconds / 1000) else { throw .durationTooLarge }
    return Int(number.whole) + (roundsUp && number.hasFraction ? 1 : 0)
  }
}
