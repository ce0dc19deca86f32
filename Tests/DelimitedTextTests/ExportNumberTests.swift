import Basics
import Testing

@testable import DelimitedText

/// Numbers and times as some products write them.
@Suite struct ExportNumberTests {
  private func with<Result>(
    _ text: String, _ read: (Span<UInt8>, Range<Int>) throws -> Result
  ) rethrows -> Result {
    let bytes = ContiguousArray(text.utf8)
    return try read(bytes.span, 0..<bytes.count)
  }

  @Test(
    arguments: [
      ("1,234", 1234), ("12,345,678", 12_345_678), ("999", 999), ("1234", 1234), ("1,000.0", nil),
      ("0,001", 1), (" 1,234 ", 1234), ("1,23", nil), ("1,2345", nil), ("1234,567", nil),
      (",123", nil), ("1,234,", nil), ("1,,234", nil), ("-1,234", nil), ("", nil), ("12.0", 12),
      ("9,007,199,254,740,992", 1 << 53), ("9,007,199,254,740,993", nil),
      ("99,999,999,999,999,999,999,999", nil),
    ] as [(String, Int?)])
  func thousandsAreGroupedByThree(_ text: String, _ value: Int?) {
    #expect(with(text) { try? FieldParsing.groupedNumber($0, $1) } == value)
  }

  @Test(
    arguments: [
      ("1.234", 1234), ("1.234.567", 1_234_567), ("12,0", 12), ("1,234", nil), ("12", 12),
    ] as [(String, Int?)])
  func pointsGroupWhereTheCommaIsDecimal(_ text: String, _ value: Int?) {
    let comma = UInt8(ascii: ",")
    #expect(
      with(text) { try? FieldParsing.groupedNumber($0, $1, decimalSeparator: comma) } == value)
  }

  @Test(
    arguments: [
      ("0", 0, 0), ("1772438457", 20_514, 28_857), ("1772438457.913", 20_514, 28_857),
      (" 86400 ", 1, 0), ("253402300799", 2_932_896, 86_399),
    ] as [(String, Int32, Int32)])
  func secondsSince1970AreTimes(_ text: String, _ day: Int32, _ second: Int32) throws {
    let stamp = try with(text) { try StampFormat("epoch").stamp($0, $1) }
    #expect(stamp == Stamp(day: day, secondOfDay: second, offsetMinutes: 0))
    let month = try with(text) { try StampFormat.epoch.month($0, $1) }
    #expect(month == CivilDate(daysSinceEpoch: day).month)
  }

  @Test(
    arguments: [
      ("-1", .noSuchTime), ("253402300800", .noSuchTime), ("1772438457000", .noSuchTime),
      ("", .otherFormat), ("2026-03-02", .otherFormat),
    ] as [(String, FieldFailure)])
  func whatIsNoCountOfSecondsIsRefused(_ text: String, _ failure: FieldFailure) {
    #expect(throws: failure) { try with(text) { try StampFormat.epoch.stamp($0, $1) } }
  }

  @Test func epochIsAFormatWithADay() {
    #expect(StampFormat.epoch.text == "epoch" && StampFormat.epoch.hasDay)
    #expect(throws: StampFormatError.unknownField("e")) { try StampFormat("epochs") }
  }

  @Test(arguments: [
    ("a;b", "a"), ("a ; b", "a"), ("a", "a"), (";b", ""), ("", ""),
  ])
  func theFirstOfSeveralTextsIsFound(_ text: String, _ first: String) {
    let found = with(text) { bytes, range in
      FieldParsing.first(of: range, in: bytes, separatedBy: UInt8(ascii: ";"))
    }
    #expect(String(Array(text)[found]) == first)
  }

  @Test func anOffsetMayStandApart() throws {
    let stamp = try with("2026-03-02 08:00:00.0000000 -06:00") { try FieldParsing.stamp($0, $1) }
    #expect(stamp.offsetMinutes == -360 && stamp.secondOfDay == 28_800)
    #expect(throws: FieldFailure.notATime) {
      try with("2026-03-02 08:00:00  -06:00") { try FieldParsing.stamp($0, $1) }
    }
  }
}
