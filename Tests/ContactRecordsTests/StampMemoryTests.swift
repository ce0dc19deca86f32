import Basics
import DelimitedText
import Testing

@testable import ContactRecords

/// A remembered time is that of the same text and of no other.
@Suite struct StampMemoryTests {
  private static func batch(_ fields: [String]) throws -> RecordBatch {
    var reader = try RecordReader(
      MemoryByteSource((fields.joined(separator: ",1\n") + ",1\n").utf8), delimiter: 0x2C)
    var batch = RecordBatch()
    #expect(try reader.read(into: &batch))
    return batch
  }

  @Test(arguments: [8, 9, 15, 16, 17, 23, 24]) func everyByteOfATextCounts(_ length: Int) throws {
    let text = String("2026-03-29 10:30:15+01:00".prefix(length))
    var others: [String] = [text, text + "0", String(text.dropLast())]
    for place in 0..<length {
      var other = Array(text.utf8)
      other[place] ^= 1
      others.append(String(decoding: other, as: UTF8.self))
    }
    let batch = try StampMemoryTests.batch(others)
    var memory = StampMemory([0])
    #expect(memory.stamp(of: 0, batch) == nil)
    let stamp = Stamp(day: 20_541, secondOfDay: 37_815, offsetMinutes: 60)
    memory.keep(stamp, of: 0, batch)
    #expect(memory.stamp(of: 0, batch) == stamp)
    for row in 1..<others.count { #expect(memory.stamp(of: row, batch) == nil, "\(others[row])") }
    memory.forget()
    #expect(memory.stamp(of: 0, batch) == nil)
  }

  @Test(arguments: ["2026-03", "2026-03-29T10:30:15.5+01:00", ""])
  func shorterAndLongerTextsAreNotRemembered(_ text: String) throws {
    let batch = try StampMemoryTests.batch([text])
    var memory = StampMemory([0])
    memory.keep(Stamp(day: 1, secondOfDay: 2, offsetMinutes: nil), of: 0, batch)
    #expect(memory.stamp(of: 0, batch) == nil)
    var several = StampMemory([0, 1])
    several.keep(Stamp(day: 1, secondOfDay: 2, offsetMinutes: nil), of: 0, batch)
    #expect(several.stamp(of: 0, batch) == nil)
  }

  /// A batch that is decoded again, as a chunk behind a left-over is, finds the same.
  @Test func findingsOfABatchDecodedAgainAreTheSame() throws {
    let header = ["interval_start", "offered", "answered", "answered_within"]
    let row = "2026-03-29T10:00+02:00,4,3,2\n"
    var reader = try RecordReader(
      MemoryByteSource((header.joined(separator: ",") + "\n" + row + row).utf8))
    var batch = RecordBatch()
    #expect(try reader.read(into: &batch))
    let map = try ColumnMap(header: header, mapping: ColumnMapping())
    var decoder = IntervalDecoder(map: map, delimiter: 0x2C)
    var (columns, keys) = (IntervalBatch(map), KeyTable())
    var rejects: [RejectedRecord] = []
    var found: [IntervalFindings] = []
    for _ in 0..<2 {
      decoder.decode(batch, from: 1, into: &columns, keys: &keys, rejects: &rejects)
      found.append(decoder.takeFindings())
    }
    #expect(found[0] == found[1] && found[0].offsets.minutes == [120])
  }
}
