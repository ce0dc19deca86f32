import Basics
import DelimitedText
import Testing

@testable import DelimitedText

/// Runs a parser over a text that stands between other bytes.
private func parse<Value>(
  _ text: String, _ body: (Span<UInt8>, Range<Int>) throws(FieldFailure) -> Value
) throws(FieldFailure) -> Value {
  let bytes = ContiguousArray("9\(text)9".utf8)
  return try body(bytes.span, 1..<bytes.count - 1)
}

/// A value, or why there is none.
private func outcome<Value>(
  _ text: String, _ body: (Span<UInt8>, Range<Int>) throws(FieldFailure) -> Value
) -> Result<Value, FieldFailure> {
  Result { () throws(FieldFailure) in try parse(text, body) }
}

@Suite struct FieldParsingTests {
  @Test(arguments: [
    ("", ""), (" ", ""), ("a", "a"), (" a\t", "a"), ("\u{A0}a b\u{A0} ", "a b"), ("é", "é"),
    (" \u{A0}", ""), ("à", "à"), ("\ta\u{A0}\u{A0}", "a"), ("\u{A9}", "\u{A9}"),
  ])
  func paddingIsRemoved(_ text: String, _ expected: String) {
    let bytes = ContiguousArray("9\(text)9".utf8)
    let range = FieldParsing.trimmed(bytes.span, 1..<bytes.count - 1)
    #expect(String(decoding: bytes[range], as: UTF8.self) == expected)
  }

  @Test func absentValuesAreKnown() throws {
    for text in ["", " ", "-", "--", "N/A", "n/a", "NULL", "null", "NaN", "nan", "Unknown", " - "] {
      #expect(try parse(text) { FieldParsing.isAbsent($0, $1) }, "\(text)")
    }
    for text in ["0", "a", "---", "-1", "na", "none", "unknown1", ".", "é"] {
      #expect(try !parse(text) { FieldParsing.isAbsent($0, $1) }, "\(text)")
    }
  }

  @Test(
    arguments: [
      ("0", .success(0)), ("12", .success(12)), ("007", .success(7)), ("+12", .success(12)),
      ("12.0", .success(12)), ("12.", .success(12)), ("-0", .success(0)), ("-0.0", .success(0)),
      (" 12 ", .success(12)), ("999999999999999", .success(999_999_999_999_999)),
      ("9007199254740992", .success(1 << 53)), ("00000000000000000000000000012", .success(12)),
      ("9007199254740993", .failure(.countTooLarge)),
      ("99999999999999999999999999999999999999999999", .failure(.countTooLarge)),
      ("-1", .failure(.negativeCount)), ("-0.5", .failure(.negativeCount)),
      ("12.5", .failure(.fractionalCount)), ("12.0000000001", .failure(.fractionalCount)),
      ("", .failure(.notANumber)), ("+", .failure(.notANumber)), (".", .failure(.notANumber)),
      ("-", .failure(.notANumber)), ("1,234", .failure(.notANumber)),
      ("1e3", .failure(.notANumber)),
      ("12a", .failure(.notANumber)), ("1 2", .failure(.notANumber)),
      ("--1", .failure(.notANumber)),
      ("1.2.3", .failure(.notANumber)), ("١", .failure(.notANumber)), ("/", .failure(.notANumber)),
    ] as [(String, Result<Int, FieldFailure>)])
  func countsAreWholeNumbers(_ text: String, _ expected: Result<Int, FieldFailure>) {
    let found = outcome(text) { (b, r) throws(FieldFailure) in try FieldParsing.wholeNumber(b, r) }
    #expect(found == expected)
  }

  @Test func aCommaCountsOnlyWhereItIsAllowed() throws {
    let comma = UInt8(ascii: ",")
    let count = try parse("12,0") { (b, r) throws(FieldFailure) in
      try FieldParsing.wholeNumber(b, r, decimalSeparator: comma)
    }
    #expect(count == 12)
    let seconds = outcome("9,5") { (b, r) throws(FieldFailure) in
      try FieldParsing.durationMicroseconds(b, r, decimalSeparator: comma)
    }
    #expect(seconds == .success(9_500_000))
  }

  @Test(
    arguments: [
      ("0", .success(0)), ("93", .success(93_000_000)), ("93.5", .success(93_500_000)),
      (".5", .success(500_000)), ("93.", .success(93_000_000)), ("0:05", .success(5_000_000)),
      ("1:33", .success(93_000_000)), ("125:00", .success(7_500_000_000)),
      ("1:02:03", .success(3_723_000_000)), ("07:02:47.25", .success(25_367_250_000)),
      ("100:00:00", .success(360_000_000_000)), ("1.1234569", .success(1_123_456)),
      ("-0", .success(0)), (" 0:10 ", .success(10_000_000)),
      ("999999999", .success(999_999_999_000_000)), ("1000000000", .success(1_000_000_000_000_000)),
      ("1000000000.000001", .failure(.durationTooLarge)),
      ("99999999999999999999999999", .failure(.durationTooLarge)),
      ("99999999999999999999:00:00", .failure(.durationTooLarge)),
      ("-1", .failure(.negativeDuration)), ("-0:05", .failure(.negativeDuration)),
      ("-0.0000001", .failure(.negativeDuration)),
      ("", .failure(.notADuration)), (".", .failure(.notADuration)),
      (":30", .failure(.notADuration)),
      ("1:5", .failure(.notADuration)), ("1:60", .failure(.notADuration)),
      ("1:00:60", .failure(.notADuration)), ("1:60:00", .failure(.notADuration)),
      ("1:00:00:00", .failure(.notADuration)), ("1:", .failure(.notADuration)),
      ("9,5", .failure(.notADuration)), ("5s", .failure(.notADuration)),
      ("1:00:", .failure(.notADuration)), ("+5", .failure(.notADuration)),
    ] as [(String, Result<Int64, FieldFailure>)])
  func durationsAreMicroseconds(_ text: String, _ expected: Result<Int64, FieldFailure>) {
    let found = outcome(text) { (b, r) throws(FieldFailure) in
      try FieldParsing.durationMicroseconds(b, r)
    }
    #expect(found == expected)
  }

  @Test(
    arguments: [
      ("82.5", "82.5"), ("-3", "-3"), (".5", "0.5"), ("+1.", "1"), ("0.1000000", "0.1"),
      ("999999999999999999999999", "999999999999999999999999"), (" 7 ", "7"),
      ("-0.000001", "-0.000001"),
      ("0.0000001", nil), ("1000000000000000000000000", nil), ("", nil), ("1,5", nil), ("1e3", nil),
      ("a", nil),
    ] as [(String, String?)])
  func decimalsAreExact(_ text: String, _ expected: String?) throws {
    #expect(try parse(text) { FieldParsing.decimal($0, $1) }?.description == expected)
    if expected != nil {
      #expect(
        try parse(text) { FieldParsing.decimal($0, $1) }
          == FixedPoint(text.filter { $0 != " " }))
    }
  }

  @Test(
    arguments: [
      ("81.3%", "81.3"), ("81.3 %", "81.3"), ("81.3", "81.3"), ("81,3%", "81.3"), ("%", nil),
      ("81%%", nil),
    ] as [(String, String?)])
  func percentagesMayCarryTheirSign(_ text: String, _ expected: String?) throws {
    let found = try parse(text) { FieldParsing.percent($0, $1, decimalSeparator: 0x2C) }
    #expect(found?.description == expected)
  }

  @Test func truthHasEightWords() throws {
    for text in ["true", "TRUE", "Yes", "y", "1", " 1 "] {
      #expect(try parse(text) { FieldParsing.truth($0, $1) } == true)
    }
    for text in ["false", "No", "N", "0"] {
      #expect(try parse(text) { FieldParsing.truth($0, $1) } == false)
    }
    for text in ["", "2", "ja", "truee", "on"] {
      #expect(try parse(text) { FieldParsing.truth($0, $1) } == nil)
    }
  }

  @Test(
    arguments: [
      ("2026-03", 2026 * 12 + 2), ("0001-01", 12), ("2026-12", 2026 * 12 + 11),
      (" 2026-03 ", 24314),
      ("2026-00", nil), ("2026-13", nil), ("2026-3", nil), ("0000-01", nil), ("2026/03", nil),
      ("2026-Q1", nil), ("", nil),
    ] as [(String, Int?)])
  func monthsAreIndices(_ text: String, _ expected: Int?) throws {
    #expect(try parse(text) { FieldParsing.month($0, $1) } == expected)
  }

  @Test func utf8IsValidated() {
    for (bytes, isValid) in [
      ([], true), ([0x61], true), ([0xC3, 0xA9], true), ([0xC3], false), ([0xE9, 0x61], false),
      ([0xED, 0xA0, 0x80], false), ([0xF0, 0x9F, 0x98, 0x80], true), ([0xC0, 0x80], false),
    ] as [([UInt8], Bool)] {
      let padded = ContiguousArray([0xFF] + bytes + [0xFF])
      #expect(FieldParsing.isValidUTF8(padded.span, 1..<padded.count - 1) == isValid)
    }
  }

  @Test func failuresHaveSentences() {
    #expect(
      FieldFailure.allCases.map(\.description) == [
        "not a number", "a negative count", "not a whole number", "a count beyond 2^53",
        "not a duration (seconds, m:ss or h:mm:ss)", "a negative duration",
        "a duration beyond 1000000000 seconds", "not a time (YYYY-MM-DD HH:MM:SS)",
        "a day or a time that does not exist",
        "a date in another order than YYYY-MM-DD; say which with --date-order mdy, dmy or ymd",
        "not a time of the configured format",
        "a number of more than 6 decimals, or of more than 24 digits before them",
        "not a month (YYYY-MM)",
        "not a quarter (YYYY-Q1 to YYYY-Q4)", "not a percentage", "neither yes nor no",
        "not an amount",
        "not a period (2026-03-02, 2026-03, 2026-01..2026-06, last-12-months, past-120-days)",
        "not a scope (service=NAME;site=NAME;queue=NAME;channel=NAME;standard=8.01)",
        "not a figure (84.1%, 20.5 s, 5.80, 11, 11/12)", "not a list of waits (3*4 7.5 12*2)",
        "more waits than contacts", "a count that the rest of its row contradicts",
        "not a part of a roll-up",
      ])
  }
}
