internal import Basics

// Dates whose parts stand in another order than ISO 8601 has them: 3/2/2026 9:15 AM,
// 02.03.2026 09:15, 2026/03/02. Which part is the day the field alone cannot say, save
// where a part is too large for a month; the order comes from whoever knows it.

extension FieldParsing {
  /// What a date that does not tell its order by itself says of it.
  public enum OrderHint: Hashable, Sendable {
    /// A year of four digits stands first, so that the order is plain.
    case yearFirst
    /// A part is no month, so that only one order gives a date.
    case only(DateOrder)
    /// Day and month can change places, and give another date.
    case either
    /// Day and month can change places, and give the same date.
    case same
    /// No order gives a date.
    case nothing
  }

  /// Tells what a field that looks like a date says of the order of its parts.
  ///
  /// - Returns: nil for a field that is no date with parts in another order than ISO has.
  public static func orderHint(_ bytes: Span<UInt8>, _ range: Range<Int>) -> OrderHint? {
    guard let parts = orderedParts(bytes, trimmed(bytes, range)) else { return nil }
    if parts.isYearFirst { return .yearFirst }
    let (first, second) = (parts.first, parts.second)
    let (canBeDay, canBeMonth) = (1...31, 1...12)
    let dayFirst = canBeDay.contains(first) && canBeMonth.contains(second)
    let monthFirst = canBeMonth.contains(first) && canBeDay.contains(second)
    switch (dayFirst, monthFirst) {
    case (true, true): return first == second ? .same : .either
    case (true, false): return .only(.dayMonthYear)
    case (false, true): return .only(.monthDayYear)
    case (false, false): return .nothing
    }
  }

  /// Reads a time stamp whose date has its parts in an order that is known.
  ///
  /// The parts stand apart by slashes, points or hyphens, one kind throughout, and have
  /// one or two digits; the year has four or two, where 69 to 99 are of the last
  /// century. Behind blanks, a comma or a T a time may follow: hours and minutes, seconds
  /// and a fraction of one that is left out, AM or PM, and Z or an offset. A year of four
  /// digits that stands first is read whatever the order.
  ///
  /// - Throws: `FieldFailure`: `.otherDateOrder` when the year of four digits stands
  ///   elsewhere than the order has it, `.noSuchTime` when the calendar or the clock
  ///   has no such place, and `.notATime` for all else.
  public static func orderedStamp(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ order: DateOrder
  ) throws(FieldFailure) -> Stamp {
    let range = trimmed(bytes, range)
    guard let parts = orderedParts(bytes, range) else { throw .notATime }
    var (year, month, day) = (parts.first, parts.second, parts.third)
    if !parts.isYearFirst {
      switch order {
      case .monthDayYear: (month, day, year) = (parts.first, parts.second, parts.third)
      case .dayMonthYear: (day, month, year) = (parts.first, parts.second, parts.third)
      case .yearMonthDay:
        if parts.yearDigits == 4 { throw .otherDateOrder }
      }
      // As in POSIX, and as a configured format reads them.
      if parts.yearDigits == 2 { year += year <= 68 ? 2000 : 1900 }
    }
    let clock = try clock(bytes, parts.end..<range.upperBound)
    guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchTime }
    return Stamp(
      day: date.daysSinceEpoch, secondOfDay: Int32(clock.second), offsetMinutes: clock.offset)
  }
}

// MARK: - Date

extension FieldParsing {
  private struct OrderedParts {
    var first = 0
    var second = 0
    var third = 0
    /// Whether a year of four digits stands first.
    var isYearFirst = false
    /// Digits of the part that is last, or of the first where that is a year of four.
    var yearDigits = 0
    /// The byte behind the date.
    var end = 0
  }

  /// Takes a date apart; nil where there is none with such parts.
  private static func orderedParts(_ bytes: Span<UInt8>, _ range: Range<Int>) -> OrderedParts? {
    var parts = OrderedParts()
    var i = range.lowerBound
    func number() -> (value: Int, digits: Int) {
      let start = i
      var value = 0
      while i < range.upperBound, i - start < 5, bytes[i] &- 48 <= 9 {
        value = value * 10 + Int(bytes[i] &- 48)
        i += 1
      }
      return (value, i - start)
    }
    let first = number()
    guard i < range.upperBound else { return nil }
    let separator = bytes[i]
    guard separator == 0x2F || separator == point || separator == 0x2D else { return nil }
    i += 1
    let second = number()
    guard i < range.upperBound, bytes[i] == separator else { return nil }
    i += 1
    let third = number()
    func isShort(_ digits: Int) -> Bool { digits == 1 || digits == 2 }
    guard isShort(second.digits) else { return nil }
    parts.isYearFirst = first.digits == 4
    guard
      parts.isYearFirst
        ? isShort(third.digits)
        : isShort(first.digits) && (third.digits == 2 || third.digits == 4)
    else { return nil }
    parts.yearDigits = parts.isYearFirst ? 4 : third.digits
    (parts.first, parts.second, parts.third) = (first.value, second.value, third.value)
    parts.end = i
    // What follows the date must not be more of it.
    if i < range.upperBound {
      let next = bytes[i]
      let isEnd =
        next == Byte.blank || next == Byte.tab || next == UInt8(ascii: ",")
        || next | 0x20 == UInt8(ascii: "t") || next >= 0x80
      guard isEnd else { return nil }
    }
    return parts
  }
}

// MARK: - Time of day

extension FieldParsing {
  /// Reads what stands behind a date: nothing, or a time of day.
  private static func clock(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(FieldFailure) -> (second: Int, offset: Int16?) {
    var i = range.lowerBound
    let end = range.upperBound
    if i == end { return (0, nil) }
    let start = i
    if bytes[i] == UInt8(ascii: ",") || bytes[i] | 0x20 == UInt8(ascii: "t") { i += 1 }
    skipBlanks(bytes, &i, end)
    guard i > start else { throw .notATime }
    func digits(_ counts: ClosedRange<Int>) throws(FieldFailure) -> Int {
      let first = i
      var value = 0
      while i < end, i - first < counts.upperBound, bytes[i] &- 48 <= 9 {
        value = value * 10 + Int(bytes[i] &- 48)
        i += 1
      }
      guard i - first >= counts.lowerBound else { throw .notATime }
      return value
    }
    func colon() -> Bool {
      guard i < end, bytes[i] == UInt8(ascii: ":") else { return false }
      i += 1
      return true
    }
    var hour = try digits(1...2)
    guard colon() else { throw .notATime }
    let minute = try digits(2...2)
    var second = 0
    if colon() {
      second = try digits(2...2)
      if i < end, bytes[i] == point || bytes[i] == UInt8(ascii: ",") {
        i += 1
        let first = i
        while i < end, bytes[i] &- 48 <= 9 { i += 1 }
        guard i > first else { throw .notATime }
      }
    }
    var exists = hour < 24 && minute < 60 && second < 60
    var next = i
    skipBlanks(bytes, &next, end)
    if next < end, bytes[next] | 0x20 == 0x61 || bytes[next] | 0x20 == 0x70 {
      guard let half = try? StampFormat.halfDay(bytes, next, end) else { throw .notATime }
      exists = exists && (1...12).contains(hour)
      hour = hour % 12 + (half.isAfternoon ? 12 : 0)
      i = half.next
      next = i
      skipBlanks(bytes, &next, end)
    }
    var offset: Int?
    if next < end { offset = try offsetMinutes(bytes.extracting(0..<end), from: next) }
    guard exists else { throw .noSuchTime }
    return ((hour * 60 + minute) * 60 + second, offset.map(Int16.init))
  }

  private static func skipBlanks(_ bytes: Span<UInt8>, _ i: inout Int, _ end: Int) {
    while let width = StampFormat.blankWidth(bytes, i, end) { i += width }
  }
}
