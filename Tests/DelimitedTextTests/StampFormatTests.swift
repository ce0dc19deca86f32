import Basics
import DelimitedText
import Testing

@Suite struct StampFormatTests {
  /// A stamp as ISO 8601, or why there is none.
  private func read(_ format: String, _ text: String) throws -> String {
    let bytes = ContiguousArray("9\(text)9".utf8)
    let format = try StampFormat(format)
    do throws(FieldFailure) {
      let stamp = try format.stamp(bytes.span, 1..<bytes.count - 1)
      let second = Int(stamp.secondOfDay)
      let time = CivilTime(minuteOfDay: second / 60)
      return "\(CivilDate(daysSinceEpoch: stamp.day)) \(time):\(second % 60)"
    } catch {
      return "\(error)"
    }
  }

  @Test(
    arguments: [
      ("yyMMdd H:mm:ss", "990101 0:00:31", "1999-01-01 00:00:31"),
      ("yyMMdd H:mm:ss", "680101 23:59:59", "2068-01-01 23:59:59"),
      ("yyMMdd H:mm:ss", "690101 7:05:09", "1969-01-01 07:05:9"),
      ("M/d/yyyy h:mm:ss a", "1/1/2021 8:02:42 AM", "2021-01-01 08:02:42"),
      ("M/d/yyyy h:mm a", "12/31/2021 12:00 AM", "2021-12-31 00:00:0"),
      ("M/d/yyyy h:mm a", "12/31/2021 12:00 p.m.", "2021-12-31 12:00:0"),
      ("M/d/yyyy h:mm a", "3/2/2026 11:59\u{202F}PM", "2026-03-02 23:59:0"),
      ("MM/dd/yyyy hh:mma", "03/02/2026 09:15PM", "2026-03-02 21:15:0"),
      ("dd.MM.yyyy HH:mm", " 02.03.2026  09:15 ", "2026-03-02 09:15:0"),
      ("yyyy-MM-dd'T'HH:mm", "2026-03-02T09:15", "2026-03-02 09:15:0"),
      ("d 'o''clock' M yyyy H", "2 o'clock 3 2026 7", "2026-03-02 07:00:0"),
      ("dd.MM.yyyy", "29.02.2024", "2024-02-29 00:00:0"),
    ])
  func timesAreReadAsTheyAreWritten(_ format: String, _ text: String, _ expected: String) throws {
    #expect(try read(format, text) == expected)
  }

  @Test(
    arguments: [
      ("dd.MM.yyyy", "30.02.2024", FieldFailure.noSuchTime),
      ("dd.MM.yyyy", "1.02.2024", .otherFormat),
      ("dd.MM.yyyy", "01.02.24", .otherFormat), ("dd.MM.yyyy", "01.02.20245", .otherFormat),
      ("dd.MM.yyyy", "2024-02-01", .otherFormat), ("dd.MM.yyyy", "", .otherFormat),
      ("M/d/yyyy H:mm", "1/1/2021 24:00", .noSuchTime),
      ("M/d/yyyy H:mm", "1/1/2021 7:60", .noSuchTime),
      ("M/d/yyyy h:mm a", "1/1/2021 13:00 PM", .noSuchTime),
      ("M/d/yyyy h:mm a", "1/1/2021 0:30 AM", .noSuchTime),
      ("M/d/yyyy h:mm a", "1/1/2021 8:30", .otherFormat),
      ("M/d/yyyy h:mm a", "1/1/2021 8:30 XM", .otherFormat),
      ("M/d/yyyy H:mm", "1/1/2021  ", .otherFormat), ("M/d/yyyy", "13/1/2021", .noSuchTime),
      ("M/d/yyyy", "100/1/2021", .otherFormat),
    ])
  func whatIsWrittenOtherwiseIsRefused(
    _ format: String, _ text: String, _ failure: FieldFailure
  ) throws {
    #expect(try read(format, text) == "\(failure)")
  }

  @Test(
    arguments: [
      ("YYYY-MM-dd", .unknownField("YYYY")), ("yyyy-MM-dd T HH", .unknownField("T")),
      ("yyyyMMdd HHmmssS", .unknownField("S")), ("MM-dd HH:mm", .missing("a year (yyyy or yy)")),
      ("yyyy-dd HH:mm", .missing("a month (MM or M)")),
      ("yyyy-MM HH:mm", .missing("a day (dd or d)")),
      ("yyyy-MM-dd mm", .missing("an hour (HH, H, hh or h)")),
      ("yyyy-MM-dd HH:ss", .missing("minutes (mm)")),
      ("yyyy-MM-dd hh:mm", .missing("AM or PM (a)")),
      ("yyyy-MM-dd HH:mm a", .missing("an hour of half a day (hh or h)")),
      ("yyyy yy-MM-dd", .repeated("year")), ("yyyy-MM-dd H HH", .repeated("hour")),
      ("yyyyMd", .ambiguous("M", "d")), ("yyyy-MM-dd HH 'x", .unclosedQuote),
    ] as [(String, StampFormatError)])
  func formatsThatSayTooLittleAreRefused(_ format: String, _ error: StampFormatError) {
    #expect(throws: error) { try StampFormat(format) }
    #expect(!"\(error)".isEmpty)
  }

  /// A mark that joins the character before it (here a blank, a letter, a quote) is text too.
  @Test(arguments: [
    ("yyyy-MM-dd \u{301}H", "2026-03-02 \u{301}9"), ("yyyy-MM-dd\u{301}", "2026-03-02\u{301}"),
    ("yyyy-MM-dd'x'\u{301}", "2026-03-02x\u{301}"),
  ])
  func joiningMarksAreLiterals(_ text: String, _ field: String) throws {
    let bytes = ContiguousArray(field.utf8)
    #expect(try StampFormat(text).stamp(bytes.span, 0..<bytes.count).day == 20_514)
  }

  @Test func aMonthNeedsNoDay() throws {
    let format = try StampFormat("MM/yyyy")
    let bytes = ContiguousArray(" 03/2026 ".utf8)
    #expect(!format.hasDay)
    #expect(try format.month(bytes.span, 0..<bytes.count) == CivilMonth(year: 2026, month: 3))
    let wrong = ContiguousArray("13/2026".utf8)
    #expect(throws: FieldFailure.noSuchTime) { try format.month(wrong.span, 0..<wrong.count) }
  }

  @Test(
    arguments: [
      ("0", .success(0)), ("93500", .success(93_500)), (" 1.9 ", .success(1)),
      ("1:30", .success(90_000)), ("1000000000000", .success(1_000_000_000_000)),
      ("1000000000001", .failure(.durationTooLarge)), ("-1", .failure(.negativeDuration)),
      ("-0", .success(0)), ("x", .failure(.notADuration)), ("", .failure(.notADuration)),
    ] as [(String, Result<Int, FieldFailure>)])
  func millisecondsAreRead(_ text: String, _ expected: Result<Int, FieldFailure>) {
    let bytes = ContiguousArray("9\(text)9".utf8)
    let found = Result { () throws(FieldFailure) in
      try FieldParsing.milliseconds(bytes.span, 1..<bytes.count - 1)
    }
    #expect(found == expected)
  }
}
