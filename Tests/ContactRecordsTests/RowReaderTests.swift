import Basics
import ContactRecords
import DelimitedText
import Testing

/// A record for these tests: one value of each form.
private struct SampleRecord: RowRecord {
  static let timeColumns = ["from"]

  var from: Stamp
  var standard: String?
  var level: FixedPoint?
  var note: Bool?

  init(_ row: RowFields, _ records: borrowing RecordBatch) throws(RejectedRecord) {
    from = try row.required(try row.stamp("from", records), "from", records)
    standard = try row.name("standard", records)
    level = try row.decimal("level", in: 1...4, records)
    note = try row.truth("note", records)
  }
}

@Suite struct RowReaderTests {
  private let header = ["standard", "level", "reference", "attested_by", "from", "note"]

  private func read(
    _ rows: String, columns: [String: ColumnSource] = [:], header: [String]? = nil,
    delimiter: UInt8 = 0x2C
  ) throws -> (records: [RowReader<SampleRecord>.Numbered], rejects: [String], left: [Int]) {
    let header = header ?? self.header
    let map = try FieldMap(kind: .evidence, header: header, columns: columns)
    var reader = RowReader<SampleRecord>(map: map, delimiter: delimiter)
    let separator = String(UnicodeScalar(delimiter))
    let text = header.joined(separator: separator) + "\n" + rows
    var source = try RecordReader(MemoryByteSource(text.utf8), delimiter: delimiter)
    var batch = RecordBatch()
    var records: [RowReader<SampleRecord>.Numbered] = []
    var rejects: [RejectedRecord] = []
    var first = 1
    while try source.read(into: &batch) {
      reader.read(batch, from: first, into: &records, rejects: &rejects)
      first = 0
    }
    return (
      records, rejects.map { "\($0.line):\($0.column): \($0.reason)" },
      [reader.repeatedHeaders, reader.totalsRows]
    )
  }

  @Test func aRowIsReadByCanonicalNames() throws {
    let (records, rejects, _) = try read("8.01,2.5,r,me,2026-03-01, Yes \n")
    let record = try #require(records.first)
    #expect(rejects.isEmpty && records.count == 1 && record.line == 2)
    #expect(record.record.standard == "8.01")
    #expect(record.record.level == FixedPoint("2.5"))
    #expect(record.record.note == true)
  }

  @Test(arguments: ["", "-", "N/A", "null", "unknown"])
  func whatIsAbsentIsNoValue(_ word: String) throws {
    let (records, rejects, _) = try read("\(word),\(word),r,me,2026-03-01,\(word)\n")
    let record = try #require(records.first).record
    #expect(rejects.isEmpty)
    #expect(record.standard == nil && record.level == nil && record.note == nil)
  }

  @Test(arguments: [
    ("a,1,r,me,,", "2:10: from is absent"),
    ("a,5,r,me,2026-03-01,", "2:3: level: \"5\" is not between 1 and 4"),
    ("a,0.999999,r,me,2026-03-01,", "2:3: level: \"0.999999\" is not between 1 and 4"),
    ("a,x,r,me,2026-03-01,", "2:3: level: \"x\" is not a number"),
    ("a,1,r,me,2026-03-01,maybe", "2:21: note: \"maybe\" is neither yes nor no"),
    ("a,1,r,me,2026-02-30,", "2:10: from: \"2026-02-30\" is a day or a time that does not exist"),
    ("a,1,r", "2:1: found 3 fields, expected 6"),
    ("a\u{1F}b,1,r,me,2026-03-01,", "2:1: standard holds a control character (0x1F)"),
  ])
  func whatCannotBeReadIsRejectedWithItsPlace(_ row: String, _ reason: String) throws {
    let (records, rejects, _) = try read(row + "\n")
    #expect(records.isEmpty)
    #expect(rejects == [reason])
  }

  @Test func headersAndTotalsAreLeftOutAndCounted() throws {
    let rows = """
      a,1,r,me,2026-03-01,
      standard,level,reference,attested_by,from,note
      Total,1,,,,
      b,2,r,me,2026-04-01,

      """
    let (records, rejects, left) = try read(rows)
    #expect(records.map(\.record.standard) == ["a", "b"] && rejects.isEmpty && left == [1, 1])
  }

  @Test func severalColumnsAreJoinedByABlank() throws {
    let (records, rejects, _) = try read(
      "8.01,3,r,me,2026-03-01,08:15,\n",
      columns: ["from": .joined(["day", "hour"])],
      header: ["standard", "level", "reference", "attested_by", "day", "hour", "note"])
    #expect(rejects.isEmpty)
    #expect(try #require(records.first).record.from.secondOfDay == 8 * 3600 + 15 * 60)
  }

  @Test func decimalCommasAreReadBetweenSemicolons() throws {
    let (records, _, _) = try read("a;2,5;r;me;2026-03-01;\n", delimiter: UInt8(ascii: ";"))
    #expect(try #require(records.first).record.level == FixedPoint("2.5"))
  }

  @Test func aColumnThatIsNeededIsNamed() throws {
    let error = try #require(throws: SchemaError.self) {
      _ = try FieldMap(kind: .evaluations, header: ["evaluated_at"], columns: [:])
    }
    #expect(
      error.reason == .missing(.evaluations, columns: "score or points", found: ["evaluated_at"]))
  }

  @Test func aConfiguredColumnThatOtherFilesHaveIsNotMissed() throws {
    let map = try FieldMap(
      kind: .evidence, header: header, columns: ["scope": .joined(["Location"])])
    #expect(!map.has("scope") && map.unmapped.isEmpty)
  }
}
