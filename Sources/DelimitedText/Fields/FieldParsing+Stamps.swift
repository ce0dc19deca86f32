public import Basics

/// A day and a time of day as a field says them, with the offset when it has one.
public struct Stamp: Hashable, Sendable {
  /// Days since 1970-01-01.
  public let day: Int32
  /// Seconds since midnight, 0 to 86 399.
  public let secondOfDay: Int32
  /// Minutes that the clock is ahead of universal time; nil when the field has no offset.
  public let offsetMinutes: Int16?

  /// Creates a stamp.
  @inlinable
  public init(day: Int32, secondOfDay: Int32, offsetMinutes: Int16?) {
    self.day = day
    self.secondOfDay = secondOfDay
    self.offsetMinutes = offsetMinutes
  }
}

extension FieldParsing {
  /// Reads a time stamp of ISO 8601: 2026-03-01, 2026-03-01 09:15 or 2026-03-01T09:15:00.5+01:00.
  ///
  /// Between day and time stands a T or one blank. A day alone is its midnight;
  /// a fraction of a second is left out. An offset is Z, +HH:MM, +HHMM or +HH, right behind
  /// or after one blank.
  ///
  /// - Throws: `FieldFailure`: `.otherDateOrder` when the field looks like a
  ///   date in another order, `.noSuchTime` when the calendar or the clock has
  ///   no such place, and `.notATime` for all else.
  @inlinable
  public static func stamp(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(FieldFailure) -> Stamp {
    if range.count == 19 || range.count == 16 {
      let field = bytes.extracting(range)
      let hasSeconds = field.count == 19
      let (month, day) = (twoDigits(field, 5), twoDigits(field, 8))
      let (hour, minute) = (twoDigits(field, 11), twoDigits(field, 14))
      let second = hasSeconds ? twoDigits(field, 17) : 0
      let (century, year) = (twoDigits(field, 0), twoDigits(field, 2))
      // Days up to the 28th exist in every month; the general path knows the others.
      if century < 100, year < 100, century &+ year > 0, month > 0, month <= 12, day > 0,
        day <= 28, hour < 24, minute < 60, second < 60,
        field[4] == 0x2D, field[7] == 0x2D, field[10] == 0x20 || field[10] == 0x54,
        field[13] == 0x3A, !hasSeconds || field[16] == 0x3A
      {
        return Stamp(
          day: CivilDate.days(year: century &* 100 &+ year, month: month, day: day),
          secondOfDay: Int32(truncatingIfNeeded: (hour &* 60 &+ minute) &* 60 &+ second),
          offsetMinutes: nil)
      }
    }
    return try anyStamp(bytes, range)
  }

  /// Reads two digits, or gives 100 when there are none.
  @inlinable @inline(__always)
  static func twoDigits(_ bytes: Span<UInt8>, _ i: Int) -> Int {
    let (tens, ones) = (bytes[i] &- 48, bytes[i &+ 1] &- 48)
    return tens <= 9 && ones <= 9 ? Int(tens) &* 10 &+ Int(ones) : 100
  }

  /// Reads a time stamp of any form.
  @usableFromInline
  static func anyStamp(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(FieldFailure) -> Stamp {
    let field = bytes.extracting(trimmed(bytes, range))
    guard isYearFirst(field) else {
      throw isOtherOrder(field) ? .otherDateOrder : .notATime
    }
    let (month, dayOfMonth) = (twoDigits(field, 5), twoDigits(field, 8))
    var (second, offset, exists) = (0, Int?.none, true)
    if field.count > 10 {
      guard field[10] | 0x20 == UInt8(ascii: "t") || field[10] == Byte.blank, field.count >= 16,
        field[13] == UInt8(ascii: ":")
      else { throw .notATime }
      let (hour, minute) = (twoDigits(field, 11), twoDigits(field, 14))
      guard hour < 100, minute < 100 else { throw .notATime }
      exists = hour < 24 && minute < 60
      second = (hour * 60 + minute) * 60
      var i = 16
      if i < field.count, field[i] == UInt8(ascii: ":") {
        guard field.count >= i + 3, twoDigits(field, i + 1) < 100 else { throw .notATime }
        second += twoDigits(field, i + 1)
        exists = exists && twoDigits(field, i + 1) < 60
        i += 3
        if i < field.count, field[i] == point || field[i] == UInt8(ascii: ",") {
          let first = i + 1
          i = first
          while i < field.count, field[i] &- 48 <= 9 { i += 1 }
          guard i > first else { throw .notATime }
        }
      }
      // Databases set the offset apart.
      if i + 1 < field.count, field[i] == Byte.blank { i += 1 }
      if i < field.count { offset = try offsetMinutes(field, from: i) }
    }
    let year = twoDigits(field, 0) * 100 + twoDigits(field, 2)
    guard exists, (offset ?? 0).magnitude < 24 * 60,
      let day = CivilDate(year: year, month: month, day: dayOfMonth)
    else { throw .noSuchTime }
    return Stamp(
      day: day.daysSinceEpoch, secondOfDay: Int32(second), offsetMinutes: offset.map(Int16.init))
  }

  /// Reads a month: 2026-03.
  ///
  /// - Returns: The index of `CivilMonth`, or nil when the field is no such month.
  public static func month(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let field = bytes.extracting(trimmed(bytes, range))
    guard field.count == 7, field[4] == UInt8(ascii: "-") else { return nil }
    let (century, year, month) = (twoDigits(field, 0), twoDigits(field, 2), twoDigits(field, 5))
    guard century < 100, year < 100, century + year > 0, (1...12).contains(month) else {
      return nil
    }
    return CivilMonth(year: century * 100 + year, month: month).index
  }
}

// MARK: - Parts of a stamp

extension FieldParsing {
  /// Tells whether a field begins with four digits, two and two, with hyphens between.
  private static func isYearFirst(_ field: Span<UInt8>) -> Bool {
    field.count >= 10 && field[4] == UInt8(ascii: "-") && field[7] == UInt8(ascii: "-")
      && twoDigits(field, 0) < 100 && twoDigits(field, 2) < 100 && twoDigits(field, 5) < 100
      && twoDigits(field, 8) < 100
  }

  /// Reads Z, +HH:MM, +HHMM or +HH at the end of a field.
  ///
  /// - Returns: Minutes; a day or more when there is no such offset.
  static func offsetMinutes(
    _ field: Span<UInt8>, from start: Int
  ) throws(FieldFailure) -> Int {
    let length = field.count - start
    if length == 1, field[start] | 0x20 == UInt8(ascii: "z") { return 0 }
    let isBehind = field[start] == UInt8(ascii: "-")
    guard isBehind || field[start] == UInt8(ascii: "+"), length == 3 || length == 5 || length == 6
    else { throw .notATime }
    let hours = twoDigits(field, start + 1)
    var minutes = 0
    if length > 3 {
      guard length == 5 || field[start + 3] == UInt8(ascii: ":") else { throw .notATime }
      minutes = twoDigits(field, start + length - 2)
    }
    guard hours < 100, minutes < 100 else { throw .notATime }
    guard hours < 24, minutes < 60 else { throw .noSuchTime }
    return (hours * 60 + minutes) * (isBehind ? -1 : 1)
  }

  /// Tells whether a field begins like 3/2/2026, 02.03.26, 2-3-2026 or 2026/03/02.
  private static func isOtherOrder(_ field: Span<UInt8>) -> Bool {
    var (i, separator) = (0, UInt8(0))
    var lengths: (Int, Int, Int) = (0, 0, 0)
    for part in 0..<3 {
      let start = i
      while i < field.count, field[i] &- 48 <= 9 { i += 1 }
      switch part {
      case 0: lengths.0 = i - start
      case 1: lengths.1 = i - start
      default: lengths.2 = i - start
      }
      if part == 2 { break }
      guard i < field.count else { return false }
      if part == 0 { separator = field[i] }
      guard field[i] == separator else { return false }
      i += 1
    }
    guard separator == UInt8(ascii: "/") || separator == point || separator == UInt8(ascii: "-"),
      i == field.count || field[i] == Byte.blank || field[i] == UInt8(ascii: ",")
        || field[i] | 0x20 == UInt8(ascii: "t")
    else { return false }
    let isShort = { (length: Int) in length == 1 || length == 2 }
    let isYear = { (length: Int) in length == 2 || length == 4 }
    return isShort(lengths.1)
      && (isShort(lengths.0) && isYear(lengths.2) || lengths.0 == 4 && isShort(lengths.2))
  }
}
