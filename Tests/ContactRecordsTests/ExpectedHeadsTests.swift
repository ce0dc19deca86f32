import ContactRecords
import TestSupport
import Testing

@testable import ContactRecords
@testable import DelimitedText

@Suite struct ExpectedHeadsTests {
  /// Decodes a text with and without expectations, and holds one against the other.
  private func check(
    _ text: [UInt8], options: IntervalDecoder.Options = .init(), _ comment: String
  ) throws {
    let expecting = try Decoded(text, options: options)
    let plain = try Decoded(text, options: options, expectsHeads: false)
    try #require(expecting.rows == plain.rows, "\(comment)")
    try #require(expecting.complaints == plain.complaints, "\(comment)")
    try #require(expecting.offsets == plain.offsets, "\(comment)")
  }

  private static let counts = "offered,answered,answered_within"
  /// Names that are neighbors, two that are not, one alone, and none.
  private static let files = [
    "interval_start,site,queue,\(counts)": ["8:00,L,a", "8:00,L,b", "8:15,L,a", "8:15,L,b"],
    "site,interval_start,queue,\(counts)": ["L,8:00,a", "L,8:00,b", "L,8:15,a", "L,8:15,b"],
    "queue,interval_start,\(counts)": ["A queue,8:00", "b,8:00", "A queue,8:15", "b,8:15"],
    "interval_start,\(counts)": ["8:00", "8:15", "8:30", "8:30"],
  ]

  private static func text(_ header: String) -> String {
    let rows = files[header]!.map { head in
      head.replacing("8:", with: "2026-03-02 08:") + ",9,8,1\n"
    }
    return header + "\n" + rows.joined()
  }

  @Test(arguments: files.keys.sorted())
  func everyByteOfARowMayBeAnother(_ header: String) throws {
    let text = Array(ExpectedHeadsTests.text(header).utf8)
    for place in (header.utf8.count + 1)..<text.count {
      for other in Array(",\"\na0 ".utf8) {
        var bytes = text
        bytes[place] = other
        try check(bytes, "\(UnicodeScalar(other)) at \(place)")
      }
    }
  }

  @Test(arguments: Seed.cases(60))
  func messyFilesAreDecodedAlike(_ seed: Seed) throws {
    var random = seed.generator
    let file = MessyFile(MessyFile.derived, &random)
    try check(Array(file.text.utf8), "\(seed)")
    try check(
      Array(file.text.utf8), options: .init(intervalMinutes: 30, rejectsContradictions: true),
      "\(seed)")
  }

  @Test func aKeyIsNotTakenForOneThatIsCutElsewhere() throws {
    let header = "interval_start,site,queue,offered,answered,answered_within\n"
    let names = [
      "a,bc", "ab,c", "\"a\",bc", "a,\"bc\"", "\"a,b\",c", "\"a\"\"b\",c", ",abc", "abc,",
    ]
    var text = header
    for (first, name) in names.enumerated() {
      for second in names {
        text += "2026-03-02 0\(first):00,\(name),9,8,1\n2026-03-02 0\(first):00,\(second),9,8,1\n"
      }
    }
    try check(Array(text.utf8), "names")
    #expect(Set(try Decoded(text).rows.map(\.key)).count == 6)
  }

  /// Clean copies of fields lie side by side, and one of a quote may look like the delimiter
  /// between two others.
  @Test func aKeyOfCopiesIsNotTakenForAPlainOne() throws {
    let header = "interval_start,site,queue,note,offered,answered,answered_within\n"
    let copied =
      Array("2026-03-02 08:00,\"a,x\"\"b\",".utf8) + [0xE9] + Array(",\"\"\"\",9,8,1\n".utf8)
    let plain = Array("2026-03-02 08:00,a,x\"b\"é,n,9,8,1\n".utf8)
    for rows in [copied + plain, plain + copied] {
      let decoded = try Decoded(Array(header.utf8) + rows)
      #expect(
        Set(decoded.rows.map(\.key)) == [
          RecordKey(site: "a,x\"b", queue: "é"), RecordKey(site: "a", queue: "x\"b\"é"),
        ])
    }
  }

  @Test func everyTimeOffTheGridIsRejected() throws {
    let text =
      "interval_start,queue,offered,answered,answered_within\n2026-03-02 08:15,a,9,8,1\n"
      + "2026-03-02 08:15,b,9,8,1\n2026-03-02 08:15,a,9,8,1\n2026-03-02 08:15,b,9,8,1\n"
    let decoded = try Decoded(text, options: .init(intervalMinutes: 30))
    #expect(decoded.rows.isEmpty && decoded.rejects.count == 4)
    let fitting = try Decoded(text, options: .init(intervalMinutes: 15))
    #expect(fitting.rows.map(\.length) == [15, 15, 15, 15])
  }

  @Test func offsetsAreFoundInEveryBatch() throws {
    let header = ["interval_start", "queue", "offered", "answered", "answered_within"]
    var decoder = IntervalDecoder(
      map: try ColumnMap(header: header, mapping: ColumnMapping()), delimiter: 0x2C)
    #expect(decoder.expectsHeads)
    let rows = String(repeating: "2026-03-02T08:00+01:00,a,9,8,1\n", count: 3)
    for _ in 0..<2 {
      var (records, batch, keys) = (RecordBatch(), IntervalBatch(decoder.map), KeyTable())
      var rejects: [RejectedRecord] = []
      var reader = try RecordReader(MemoryByteSource(rows.utf8))
      _ = try reader.read(into: &records)
      decoder.decode(records, from: 0, into: &batch, keys: &keys, rejects: &rejects)
      #expect(batch.count == 3 && rejects.isEmpty)
      #expect(decoder.takeFindings().offsets.minutes == [60])
    }
  }
}
