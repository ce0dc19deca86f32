import Basics
import DelimitedText
import TestSupport
import Testing

/// Dates whose parts stand in another order than ISO 8601 has them.
@Suite struct OrderedStampTests {
  private static func stamp(_ text: String, _ order: DateOrder) throws -> String {
    let bytes = ContiguousArray(text.utf8)
    let stamp = try FieldParsing.orderedStamp(bytes.span, 0..<bytes.count, order)
    let (hour, rest) = Int(stamp.secondOfDay).quotientAndRemainder(dividingBy: 3600)
    let offset = stamp.offsetMinutes.map { " \($0)" } ?? ""
    return "\(CivilDate(daysSinceEpoch: stamp.day)) \(hour):\(rest / 60):\(rest % 60)\(offset)"
  }

  @Test(arguments: [
    ("3/2/2026", DateOrder.monthDayYear, "2026-03-02 0:0:0"),
    ("3/2/2026", .dayMonthYear, "2026-02-03 0:0:0"),
    ("03.02.26", .dayMonthYear, "2026-02-03 0:0:0"),
    ("03-02-26", .monthDayYear, "2026-03-02 0:0:0"),
    ("26/3/2", .yearMonthDay, ""),
    ("26/3/02", .yearMonthDay, "2026-03-02 0:0:0"),
    ("1/1/68", .monthDayYear, "2068-01-01 0:0:0"),
    ("1/1/69", .monthDayYear, "1969-01-01 0:0:0"),
    ("2026/03/02", .dayMonthYear, "2026-03-02 0:0:0"),
    ("2026.3.2 9:15", .monthDayYear, "2026-03-02 9:15:0"),
    ("2026-3-2T09:15Z", .monthDayYear, "2026-03-02 9:15:0 0"),
    ("3/2/2026 9:15 AM", .monthDayYear, "2026-03-02 9:15:0"),
    ("3/2/2026 9:15:07 p.m.", .monthDayYear, "2026-03-02 21:15:7"),
    ("3/2/2026 12:00 AM", .monthDayYear, "2026-03-02 0:0:0"),
    ("3/2/2026 12:00pm", .monthDayYear, "2026-03-02 12:0:0"),
    ("3/2/2026 9:15\u{202F}PM", .monthDayYear, "2026-03-02 21:15:0"),
    ("3/2/2026, 9:15", .monthDayYear, "2026-03-02 9:15:0"),
    ("3/2/2026  23:59:59.999", .monthDayYear, "2026-03-02 23:59:59"),
    ("02.03.2026 09:15:00,5", .dayMonthYear, "2026-03-02 9:15:0"),
    ("02.03.2026 09:15 +01:00", .dayMonthYear, "2026-03-02 9:15:0 60"),
    ("02.03.2026T09:15-0530", .dayMonthYear, "2026-03-02 9:15:0 -330"),
    ("  3/2/2026 9:15\t", .monthDayYear, "2026-03-02 9:15:0"),
    ("29/2/2024", .dayMonthYear, "2024-02-29 0:0:0"),
  ])
  func dateIsReadInItsOrder(_ text: String, _ order: DateOrder, _ expected: String) throws {
    if expected.isEmpty {
      #expect(throws: FieldFailure.notATime) { try OrderedStampTests.stamp(text, order) }
    } else {
      #expect(try OrderedStampTests.stamp(text, order) == expected)
    }
  }

  @Test(arguments: [
    ("13/5/2026", DateOrder.monthDayYear, FieldFailure.noSuchTime),
    ("5/13/2026", .dayMonthYear, .noSuchTime), ("29/2/2026", .dayMonthYear, .noSuchTime),
    ("0/5/2026", .monthDayYear, .noSuchTime), ("5/0/2026", .monthDayYear, .noSuchTime),
    ("1/1/0000", .monthDayYear, .noSuchTime), ("3/2/2026", .yearMonthDay, .otherDateOrder),
    ("3/2/2026 24:00", .monthDayYear, .noSuchTime), ("3/2/2026 9:60", .monthDayYear, .noSuchTime),
    ("3/2/2026 13:00 PM", .monthDayYear, .noSuchTime),
    ("3/2/2026 0:30 AM", .monthDayYear, .noSuchTime), ("3/2.2026", .monthDayYear, .notATime),
    ("3/2/026", .monthDayYear, .notATime), ("3/2/20260", .monthDayYear, .notATime),
    ("3/2/2026 9", .monthDayYear, .notATime), ("3/2/2026 9:1", .monthDayYear, .notATime),
    ("3/2/2026 9:15 XM", .monthDayYear, .notATime), ("3/2/2026x", .monthDayYear, .notATime),
    ("3/2/2026,", .monthDayYear, .notATime), ("", .monthDayYear, .notATime),
    ("3/2", .monthDayYear, .notATime), ("3/2/2026 9:15 AM AM", .monthDayYear, .notATime),
    ("3/2/2026 9:15:00.", .monthDayYear, .notATime),
  ])
  func whatIsNoSuchDateIsTold(_ text: String, _ order: DateOrder, _ failure: FieldFailure) {
    #expect(throws: failure) { try OrderedStampTests.stamp(text, order) }
  }

  @Test(arguments: [
    ("3/2/2026", FieldParsing.OrderHint.either), ("3/3/2026", .same), ("12/12/26", .same),
    ("13/2/2026", .only(.dayMonthYear)), ("2/13/2026", .only(.monthDayYear)),
    ("12/13/2026", .only(.monthDayYear)), ("31.12.2026 9:00", .only(.dayMonthYear)),
    ("32/1/2026", .nothing), ("13/13/2026", .nothing), ("0/1/2026", .nothing),
    ("2026-03-02", .yearFirst), ("2026/3/2 9:00 AM", .yearFirst),
  ])
  func dateSaysItsOrder(_ text: String, _ hint: FieldParsing.OrderHint) {
    let bytes = ContiguousArray(text.utf8)
    #expect(FieldParsing.orderHint(bytes.span, 0..<bytes.count) == hint)
  }

  @Test(arguments: ["", "12", "1.5", "9:15", "1.2.3.4", "yesterday", "3/2/2026/1", "2026-03"])
  func whatIsNoDateSaysNothing(_ text: String) {
    let bytes = ContiguousArray(text.utf8)
    #expect(FieldParsing.orderHint(bytes.span, 0..<bytes.count) == nil)
  }

  /// Every day, written in every order, is read back; and only its own order reads it,
  /// or another day comes out.
  @Test(arguments: Seed.cases(20)) func writtenDaysAreReadBack(_ seed: Seed) throws {
    var random = seed.generator
    for _ in 0..<200 {
      let day = CivilDate(daysSinceEpoch: Int32.random(in: 0...36_000, using: &random))
      let (y, m, d) = day.parts
      let separator = ["/", ".", "-"].randomElement(using: &random)!
      let isPadded = Bool.random(using: &random)
      func two(_ n: Int) -> String { isPadded && n < 10 ? "0\(n)" : "\(n)" }
      for order in DateOrder.allCases {
        let parts =
          switch order {
          case .monthDayYear: [two(m), two(d), "\(y)"]
          case .dayMonthYear: [two(d), two(m), "\(y)"]
          case .yearMonthDay: ["\(y)", two(m), two(d)]
          }
        let text = parts.joined(separator: separator)
        #expect(try OrderedStampTests.stamp(text, order) == "\(day) 0:0:0", "\(seed)")
        let bytes = ContiguousArray(text.utf8)
        let hint = FieldParsing.orderHint(bytes.span, 0..<bytes.count)
        switch hint {
        case .yearFirst: #expect(order == .yearMonthDay, "\(seed)")
        case .only(let only): #expect(only == order, "\(seed)")
        case .same: #expect(m == d, "\(seed)")
        case .either: #expect(m != d && m <= 12 && d <= 12, "\(seed)")
        case .nothing, nil: Issue.record("\(text) is a date; \(seed)")
        }
      }
    }
  }
}
