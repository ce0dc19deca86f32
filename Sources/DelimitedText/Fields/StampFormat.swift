public import Basics

/// How an export writes its times, such as yyMMdd H:mm:ss or M/d/yyyy h:mm a.
///
/// A run of one letter is a field; everything else stands for itself, letters
/// between single quotes too ('T'). Fields of two letters have two digits, those
/// of one letter one or two. A blank stands for any padding. Years of two digits are
/// 2000 to 2068 and 1969 to 1999, as in POSIX. The word epoch is a format of its own: the
/// seconds since 1970-01-01 in universal time.
///
/// ```swift
/// let format = try StampFormat("M/d/yyyy h:mm a")
/// try format.stamp(bytes, range)  // 3/2/2026 9:15 AM
/// ```
public struct StampFormat: Hashable, Sendable {
  /// A part of a time.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    case year = "yyyy"
    case shortYear = "yy"
    case month2 = "MM"
    case month = "M"
    case day2 = "dd"
    case day = "d"
    case hour2 = "HH"
    case hour = "H"
    case halfDayHour2 = "hh"
    case halfDayHour = "h"
    case minute = "mm"
    case second = "ss"
    case halfDay = "a"
  }

  private enum Piece: Hashable, Sendable {
    case field(Field)
    case literal(UInt8)
    /// Any padding, at least one byte of it.
    case blank
  }

  /// The format as it is written.
  public let text: String
  private let pieces: [Piece]
  /// Whether times are counts of seconds.
  private let isEpoch: Bool

  /// Seconds since 1970-01-01 in universal time, as Unix counts them.
  public static let epoch = StampFormat(epochNamed: "epoch")

  private init(epochNamed text: String) {
    self.text = text
    pieces = []
    isEpoch = true
  }

  /// Compiles a format.
  ///
  /// - Throws: `StampFormatError` when a field is unknown, repeated or lacks another
  ///   that it needs, or when digits could be cut in two ways.
  public init(_ text: String) throws(StampFormatError) {
    if text == StampFormat.epoch.text {
      self = .epoch
      return
    }
    var pieces: [Piece] = []
    // By scalar: a mark that joins the letter before it is a literal of its own.
    var rest = Substring(text).unicodeScalars
    while let first = rest.first {
      if first == "'" {
        rest.removeFirst()
        var quoted = ""
        while true {
          guard let end = rest.firstIndex(of: "'") else { throw .unclosedQuote }
          quoted.unicodeScalars += rest[..<end]
          rest = rest[rest.index(after: end)...]
          // Two quotes are one.
          guard rest.first == "'" else { break }
          quoted += "'"
          rest.removeFirst()
        }
        pieces += (quoted.isEmpty ? "'" : quoted).utf8.map { .literal($0) }
      } else if first == " " {
        rest = rest.drop { $0 == " " }
        pieces.append(.blank)
      } else if first.properties.isAlphabetic {
        let run = rest.prefix { $0 == first }
        guard let field = Field(rawValue: String(run)) else { throw .unknownField(String(run)) }
        pieces.append(.field(field))
        rest = rest[run.endIndex...]
      } else {
        pieces += String(rest.removeFirst()).utf8.map { .literal($0) }
      }
    }
    self.text = text
    self.pieces = pieces
    isEpoch = false
    try check()
  }

  private var fields: [Field] {
    pieces.compactMap { if case .field(let field) = $0 { field } else { nil } }
  }

  private func has(_ fields: Field...) -> Bool { fields.contains { self.fields.contains($0) } }

  /// Whether the format says which day is meant, and not only which month.
  public var hasDay: Bool { isEpoch || has(.day, .day2) }
}

// MARK: - Checking

/// Why a text is no time format.
public enum StampFormatError: Error, Hashable, Sendable {
  /// A run of letters that is no field.
  case unknownField(String)
  /// The same part of a time twice.
  case repeated(String)
  /// A part of a time that has to be there is not.
  case missing(String)
  /// Digits of a field of one or two cannot be told from those of the next.
  case ambiguous(String, String)
  /// A quote that is not closed.
  case unclosedQuote
}

extension StampFormatError: CustomStringConvertible {
  /// What is wrong, as a sentence's end.
  public var description: String {
    switch self {
    case .unknownField(let run): "unknown field \"\(run)\""
    case .repeated(let part): "the format says the \(part) twice"
    case .missing(let part): "the format lacks \(part)"
    case .ambiguous(let first, let second):
      "\(first) has one or two digits, so that those of \(second) right behind it cannot be told "
        + "apart; put something between them"
    case .unclosedQuote: "the format has a quote (') that is not closed"
    }
  }
}

extension StampFormat {
  private func check() throws(StampFormatError) {
    let parts: [(String, [Field])] = [
      ("year", [.year, .shortYear]), ("month", [.month, .month2]), ("day", [.day, .day2]),
      ("hour", [.hour, .hour2, .halfDayHour, .halfDayHour2]), ("minute", [.minute]),
      ("second", [.second]), ("half of the day", [.halfDay]),
    ]
    for (name, group) in parts where fields.count(where: group.contains) > 1 {
      throw .repeated(name)
    }
    guard has(.year, .shortYear) else { throw .missing("a year (yyyy or yy)") }
    guard has(.month, .month2) else { throw .missing("a month (MM or M)") }
    let hasHour = has(.hour, .hour2, .halfDayHour, .halfDayHour2)
    guard hasDay || !hasHour else { throw .missing("a day (dd or d)") }
    guard hasHour || !has(.minute, .halfDay) else { throw .missing("an hour (HH, H, hh or h)") }
    guard has(.minute) || !has(.second) else { throw .missing("minutes (mm)") }
    guard has(.halfDay) == has(.halfDayHour, .halfDayHour2) else {
      throw .missing(has(.halfDay) ? "an hour of half a day (hh or h)" : "AM or PM (a)")
    }
    for (piece, next) in zip(pieces, pieces.dropFirst()) {
      guard case .field(let first) = piece, case .field(let second) = next else { continue }
      if first.digits == 1, second != .halfDay { throw .ambiguous(first.rawValue, second.rawValue) }
    }
  }
}

extension StampFormat.Field {
  /// Digits that are always there; of those with one a second may follow.
  fileprivate var digits: Int {
    switch self {
    case .year: 4
    case .shortYear, .month2, .day2, .hour2, .halfDayHour2, .minute, .second: 2
    case .month, .day, .hour, .halfDayHour: 1
    case .halfDay: 0
    }
  }
}

// MARK: - Reading

extension StampFormat {
  /// Reads a time stamp written in this format; without an hour it is the day's midnight.
  ///
  /// - Throws: `FieldFailure`: `.otherFormat` when the field has another form, and
  ///   `.noSuchTime` when the calendar or the clock has no such place.
  public func stamp(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(FieldFailure) -> Stamp {
    if isEpoch { return try StampFormat.epochStamp(bytes, range) }
    let parts = try parts(bytes, range)
    guard let day = CivilDate(year: parts.year, month: parts.month, day: parts.day) else {
      throw .noSuchTime
    }
    return Stamp(
      day: day.daysSinceEpoch,
      secondOfDay: Int32((parts.hour * 60 + parts.minute) * 60 + parts.second), offsetMinutes: nil)
  }

  /// Reads a month written in this format; what it says of the day is checked and left out.
  public func month(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(FieldFailure) -> CivilMonth {
    if isEpoch {
      return CivilDate(daysSinceEpoch: try StampFormat.epochStamp(bytes, range).day).month
    }
    let parts = try parts(bytes, range)
    guard let day = CivilDate(year: parts.year, month: parts.month, day: parts.day) else {
      throw .noSuchTime
    }
    return day.month
  }

  /// Reads seconds since 1970, up to the end of the year 9999; a part of a second is left out.
  private static func epochStamp(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(FieldFailure) -> Stamp {
    let number: FieldParsing.PlainNumber
    do {
      number = try FieldParsing.plainNumber(
        bytes, FieldParsing.trimmed(bytes, range), FieldParsing.point)
    } catch {
      throw .otherFormat
    }
    guard !number.isNegative, number.whole <= 253_402_300_799 else { throw .noSuchTime }
    let (day, second) = Int(number.whole).quotientAndRemainder(dividingBy: 86_400)
    return Stamp(day: Int32(day), secondOfDay: Int32(second), offsetMinutes: 0)
  }

  fileprivate struct Parts {
    var year = 0
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0
    var isAfternoon: Bool?
  }

  private func parts(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(FieldFailure) -> Parts {
    let range = FieldParsing.trimmed(bytes, range)
    var parts = Parts()
    var i = range.lowerBound
    for piece in pieces {
      switch piece {
      case .literal(let byte):
        guard i < range.upperBound, bytes[i] == byte else { throw .otherFormat }
        i += 1
      case .blank:
        let start = i
        while let width = StampFormat.blankWidth(bytes, i, range.upperBound) { i += width }
        guard i > start else { throw .otherFormat }
      case .field(.halfDay):
        (parts.isAfternoon, i) = try StampFormat.halfDay(bytes, i, range.upperBound)
      case .field(let field):
        let number: Int
        (number, i) = try StampFormat.number(bytes, i, range.upperBound, digits: field.digits)
        parts.set(field, number)
      }
    }
    guard i == range.upperBound else { throw .otherFormat }
    if let isAfternoon = parts.isAfternoon {
      guard (1...12).contains(parts.hour) else { throw .noSuchTime }
      parts.hour = parts.hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard parts.hour < 24, parts.minute < 60, parts.second < 60 else { throw .noSuchTime }
    return parts
  }

  private static func number(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, digits: Int
  ) throws(FieldFailure) -> (number: Int, next: Int) {
    var (number, i) = (0, start)
    let most = digits == 1 ? 2 : digits
    while i < end, i - start < most, bytes[i] &- 48 <= 9 {
      number = number * 10 + Int(bytes[i] &- 48)
      i += 1
    }
    guard i - start >= digits else { throw .otherFormat }
    return (number, i)
  }

  /// Reads AM, PM, a.m. or p.m., in any case.
  static func halfDay(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) throws(FieldFailure) -> (isAfternoon: Bool, next: Int) {
    var i = start
    guard i < end, [0x61, 0x70].contains(bytes[i] | 0x20) else { throw .otherFormat }
    let isAfternoon = bytes[i] | 0x20 == 0x70
    i += 1
    if i < end, bytes[i] == FieldParsing.point { i += 1 }
    guard i < end, bytes[i] | 0x20 == 0x6D else { throw .otherFormat }
    i += 1
    if i < end, bytes[i] == FieldParsing.point { i += 1 }
    return (isAfternoon, i)
  }

  /// Measures a blank, a tab or a no-break blank; the narrow one stands before AM in some exports.
  static func blankWidth(_ bytes: Span<UInt8>, _ i: Int, _ end: Int) -> Int? {
    guard i < end else { return nil }
    switch bytes[i] {
    case Byte.blank, Byte.tab: return 1
    case 0xC2 where i + 1 < end && bytes[i + 1] == 0xA0: return 2
    case 0xE2 where i + 2 < end && bytes[i + 1] == 0x80 && bytes[i + 2] == 0xAF: return 3
    default: return nil
    }
  }
}

extension StampFormat.Parts {
  fileprivate mutating func set(_ field: StampFormat.Field, _ number: Int) {
    switch field {
    case .year: year = number
    case .shortYear: year = number + (number <= 68 ? 2000 : 1900)
    case .month, .month2: month = number
    case .day, .day2: day = number
    case .hour, .hour2, .halfDayHour, .halfDayHour2: hour = number
    case .minute: minute = number
    case .second: second = number
    case .halfDay: break
    }
  }
}
