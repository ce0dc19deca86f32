import Basics
import DelimitedText
import Testing

@testable import DelimitedText

@Suite struct StampTests {
  private func stamp(_ text: String) -> Result<Stamp, FieldFailure> {
    let bytes = ContiguousArray("9\(text)9".utf8)
    return Result { () throws(FieldFailure) in
      try FieldParsing.stamp(bytes.span, 1..<bytes.count - 1)
    }
  }

  struct Sample: Sendable {
    let text: String
    let day: String
    let second: Int32
    var offset: Int16?
  }

  @Test(arguments: [
    Sample(text: "2026-03-01", day: "2026-03-01", second: 0),
    Sample(text: "1970-01-01 00:00", day: "1970-01-01", second: 0),
    Sample(text: "2026-03-01 09:15", day: "2026-03-01", second: 33300),
    Sample(text: "2026-03-01T09:15", day: "2026-03-01", second: 33300),
    Sample(text: "2026-03-01t23:59:59", day: "2026-03-01", second: 86399),
    Sample(text: "2026-03-31 09:15:30", day: "2026-03-31", second: 33330),
    Sample(text: "2024-02-29 00:00:00", day: "2024-02-29", second: 0),
    Sample(text: "2026-03-01T09:15:30.125", day: "2026-03-01", second: 33330),
    Sample(text: "2026-03-01T09:15:30,9", day: "2026-03-01", second: 33330),
    Sample(text: "2026-03-01T09:15Z", day: "2026-03-01", second: 33300, offset: 0),
    Sample(text: "2026-03-01T09:15:30z", day: "2026-03-01", second: 33330, offset: 0),
    Sample(text: "2026-03-01T09:15+01", day: "2026-03-01", second: 33300, offset: 60),
    Sample(text: "2026-03-01T09:15-0530", day: "2026-03-01", second: 33300, offset: -330),
    Sample(text: "2026-03-01T09:15:30.5+05:45", day: "2026-03-01", second: 33330, offset: 345),
    Sample(text: " 2026-03-01 09:15 ", day: "2026-03-01", second: 33300),
    Sample(text: "0001-01-01", day: "0001-01-01", second: 0),
    Sample(text: "9999-12-31 23:59:59", day: "9999-12-31", second: 86399),
  ])
  func isoStampsAreRead(_ sample: Sample) throws {
    let found = try stamp(sample.text).get()
    #expect(CivilDate(daysSinceEpoch: found.day).description == sample.day)
    #expect(found.secondOfDay == sample.second)
    #expect(found.offsetMinutes == sample.offset)
  }

  @Test(
    arguments: [
      ("2026-02-29", .noSuchTime), ("2026-13-01 00:00", .noSuchTime), ("2026-00-10", .noSuchTime),
      ("2026-04-31 09:15", .noSuchTime), ("2026-03-00 09:15", .noSuchTime),
      ("0000-03-01 09:15", .noSuchTime), ("2026-03-01 24:00", .noSuchTime),
      ("2026-03-01 09:60", .noSuchTime), ("2026-03-01 09:15:60", .noSuchTime),
      ("2026-03-01T09:15+24:00", .noSuchTime), ("2026-03-01T09:15+01:60", .noSuchTime),
      ("", .notATime), ("total", .notATime), ("2026", .notATime), ("2026-03", .notATime),
      ("2026-03-01 ", nil), ("2026-03-01T", .notATime), ("2026-03-01  09:15", .notATime),
      ("2026-03-01 9:15", .notATime), ("2026-03-01 09:15:", .notATime),
      ("2026-03-01 09:15:3", .notATime), ("2026-03-01 09:15:30.", .notATime),
      ("2026-03-01 09:15x", .notATime), ("2026-03-01 09:15+1", .notATime),
      ("2026-03-01 09:15+01:0", .notATime), ("2026-03-01 09-15", .notATime),
      ("2026-03-01 09:15.5", .notATime), ("20a6-03-01", .notATime), ("12.5", .notATime),
      ("1.2.3.4", .notATime), ("3/2/2026 9:15 AM", .otherDateOrder),
      ("02.03.2026 09:15", .otherDateOrder), ("3/2/26", .otherDateOrder),
      ("2026/03/02 09:15", .otherDateOrder), ("31-12-2026", .otherDateOrder),
      ("02.03.2026, 09:15", .otherDateOrder), ("2026-3-1", .otherDateOrder),
      ("3/2-2026", .notATime),
    ] as [(String, FieldFailure?)])
  func otherTextsFailWithTheirReason(_ text: String, _ failure: FieldFailure?) {
    switch stamp(text) {
    case .success: #expect(failure == nil, "\(text)")
    case .failure(let found): #expect(found == failure, "\(text)")
    }
  }

  @Test func theShortPathAgreesWithTheGeneralOne() {
    // One byte changed at a time, at every place of both plain forms.
    for plain in ["2026-03-01 09:15", "2026-03-28T23:59:59"] {
      for place in plain.utf8.indices {
        for byte in UInt8(32)..<127 {
          var bytes = ContiguousArray(plain.utf8)
          bytes[plain.utf8.distance(from: plain.utf8.startIndex, to: place)] = byte
          let short = Result { () throws(FieldFailure) in
            try FieldParsing.stamp(bytes.span, 0..<bytes.count)
          }
          let general = Result { () throws(FieldFailure) in
            try FieldParsing.anyStamp(bytes.span, 0..<bytes.count)
          }
          #expect(short == general, "\(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
  }
}
