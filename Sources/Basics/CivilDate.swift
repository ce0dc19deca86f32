/// A day of the proleptic Gregorian calendar, without a time zone.
///
/// Stored as the number of days since 1970-01-01, so that days can index
/// arrays and differences are subtractions.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let daysSinceEpoch: Int32

  /// Creates the day that lies the given number of days after 1970-01-01.
  public init(daysSinceEpoch: Int32) {
    self.daysSinceEpoch = daysSinceEpoch
  }

  /// Creates a day from its parts, or `nil` when the calendar has no such day.
  ///
  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to the length of the month.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilMonth(year: year, month: month).dayCount
    else { return nil }
    daysSinceEpoch = CivilDate.days(year: year, month: month, day: day)
  }

  /// Creates a day from text of the form 2026-10-31, or `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, let year = wholeNumber(parts[0]), let month = wholeNumber(parts[1]),
      let day = wholeNumber(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// A day before every day that has a date, for what holds from the beginning.
  public static let distantPast = CivilDate(daysSinceEpoch: .min)

  /// The year, the month and the day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    // The inverse of `days`: eras of 400 years that begin on March 1.
    let shifted = Int(daysSinceEpoch) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The month that the day belongs to.
  public var month: CivilMonth {
    let parts = parts
    return CivilMonth(year: parts.year, month: parts.month)
  }

  /// The latest month that ends on or before the day.
  public var lastCompleteMonth: CivilMonth {
    let month = month
    return self == month.lastDay ? month : month - 1
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let index = (Int(daysSinceEpoch) + 3) % 7
    return Weekday(rawValue: index < 0 ? index + 7 : index)!
  }

  /// Gives the day that lies the given number of days later.
  public static func + (day: CivilDate, count: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: day.daysSinceEpoch + Int32(count))
  }

  /// Gives the day that lies the given number of days earlier.
  public static func - (day: CivilDate, count: Int) -> CivilDate { day + -count }

  /// Gives the number of days from the second day to the first.
  public static func - (end: CivilDate, start: CivilDate) -> Int {
    Int(end.daysSinceEpoch) - Int(start.daysSinceEpoch)
  }

  /// Finds the last day of a term of months that begins with the day.
  ///
  /// That is the day before the same day of a later month, or that month's last day where
  /// it has no such day: a year from 29 February ends on 28 February.
  ///
  /// - Parameter count: The months of the term.
  public func lastDay(ofMonths count: Int) -> CivilDate {
    let end = month + count
    let sameDay = CivilDate(year: end.year, month: end.month, day: parts.day)
    return sameDay.map { $0 - 1 } ?? end.lastDay
  }

  /// Tells whether the first day comes before the second.
  public static func < (a: CivilDate, b: CivilDate) -> Bool {
    a.daysSinceEpoch < b.daysSinceEpoch
  }

  /// Counts the days from 1970-01-01 to a day that is known to exist.
  ///
  /// Years are counted from March, so that the leap day ends its year; 400
  /// years are 146,097 days.
  @inlinable
  public static func days(year: Int, month: Int, day: Int) -> Int32 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}

// MARK: - Text

extension CivilDate: CustomStringConvertible {
  /// The day as 2026-10-31.
  public var description: String {
    let parts = parts
    return "\(padded(parts.year, to: 4))-\(padded(parts.month, to: 2))-\(padded(parts.day, to: 2))"
  }
}

/// A month of the proleptic Gregorian calendar.
public struct CivilMonth: Hashable, Comparable, Sendable {
  /// Months since January of the year 0.
  public let index: Int

  /// Creates the month that lies the given number of months after January of the year 0.
  public init(index: Int) {
    self.index = index
  }

  /// Creates a month from its year and its number, 1 to 12.
  public init(year: Int, month: Int) {
    index = year * 12 + month - 1
  }

  /// Creates a month from text of the form 2026-10, or `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = wholeNumber(parts[0]), let month = wholeNumber(parts[1]), year >= 1,
      (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  /// The year.
  public var year: Int { index / 12 }

  /// The number of the month in its year, 1 to 12.
  public var month: Int { index % 12 + 1 }

  /// The first day of the month.
  public var firstDay: CivilDate {
    CivilDate(daysSinceEpoch: CivilDate.days(year: year, month: month, day: 1))
  }

  /// The last day of the month.
  public var lastDay: CivilDate { (self + 1).firstDay - 1 }

  /// The number of days in the month, 28 to 31.
  public var dayCount: Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return isLeap ? 29 : 28
    default: return 31
    }
  }

  /// Gives the month that lies the given number of months later.
  public static func + (month: CivilMonth, count: Int) -> CivilMonth {
    CivilMonth(index: month.index + count)
  }

  /// Gives the month that lies the given number of months earlier.
  public static func - (month: CivilMonth, count: Int) -> CivilMonth { month + -count }

  /// Tells whether the first month comes before the second.
  public static func < (a: CivilMonth, b: CivilMonth) -> Bool { a.index < b.index }
}

extension CivilMonth: CustomStringConvertible {
  /// The month as 2026-10.
  public var description: String { "\(padded(year, to: 4))-\(padded(month, to: 2))" }
}

/// A day of the week, Monday first.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday
}

/// Reads digits alone as a whole number; `nil` for anything else.
private func wholeNumber(_ text: some StringProtocol) -> Int? {
  text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
}

/// Writes a number with zeros in front up to a width.
private func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
