import DelimitedText
import Foundation
import TestSupport
import Testing

@testable import DelimitedText

/// A field that is not valid UTF-8 is Windows-1252, field by field.
@Suite struct Windows1252Tests {
  private static func read(
    _ bytes: [UInt8], chunkWidth: Int = .max
  ) throws -> (scanned: Scanned, fields: Int, hasMultibyteText: Bool) {
    var reader = try RecordReader(
      MemoryByteSource(bytes, chunkWidth: chunkWidth), dialect: Dialect(),
      limits: .small(window: 64, batchBytes: 1000))
    var batch = RecordBatch()
    var records: [Scanned.Record] = []
    while try reader.read(into: &batch) {
      for (index, row) in batch.rows.enumerated() {
        var record = Scanned.Record(line: row.line, raw: "")
        for field in 0..<Int(row.fieldCount) {
          record.fields.append(batch.text(row: index, field: field))
          let place = batch.position(row: index, field: field)
          record.places.append([place.line, place.column])
        }
        records.append(record)
      }
    }
    return (
      Scanned(records: records), reader.textFound.windows1252Fields,
      reader.textFound.hasMultibyteText
    )
  }

  @Test func everyByteIsTheCharacterOfTheTable() throws {
    // The bytes without a character stand for the control of their number.
    let controls: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    for byte in UInt8.min...UInt8.max {
      var text = ContiguousArray<UInt8>()
      Windows1252.append(byte, to: &text)
      let known =
        controls.contains(byte)
        ? String(UnicodeScalar(byte)) : String(bytes: [byte], encoding: .windowsCP1252)
      #expect(String(decoding: text, as: UTF8.self) == known, "\(byte)")
    }
  }

  @Test func eachFieldIsReadByItself() throws {
    let bytes: [UInt8] =
      Array("név,Zürich".utf8) + [0x0A, 0xE9, 0x2C] + Array("é\n".utf8) + [0x80, 0x2C, 0x31]
    for width in 1...bytes.count {
      let read = try Windows1252Tests.read(bytes, chunkWidth: width)
      #expect(
        read.scanned.records.map(\.fields) == [["név", "Zürich"], ["é", "é"], ["€", "1"]])
      #expect(read.fields == 2)
      #expect(read.hasMultibyteText)
    }
  }

  @Test func placesAndRawBytesAreThoseOfTheInput() throws {
    // Two bytes that continue a character in UTF-8 are two characters here.
    var bytes: [UInt8] = [0x80, 0x81, 0x2C] + Array("\"x".utf8)
    bytes += [0xE9] + Array("\"\"y\",é,".utf8) + [0xBF] + Array(",\"a\n".utf8) + [0xA0]
    bytes += Array("\",last\n".utf8)
    var reader = try RecordReader(MemoryByteSource(bytes), dialect: Dialect(), limits: .init())
    var batch = RecordBatch()
    #expect(try reader.read(into: &batch))
    #expect(batch.rows.count == 1)
    #expect(
      (0..<6).map { batch.text(row: 0, field: $0) } == [
        "€\u{81}", "xé\"y", "é", "¿", "a\n\u{A0}", "last",
      ])
    let places = (0..<6).map { batch.position(row: 0, field: $0) }.map { [$0.line, $0.column] }
    #expect(places == [[1, 1], [1, 4], [1, 12], [1, 14], [1, 16], [2, 4]])
    #expect(Array(batch.rawBytes(row: 0)) == bytes.dropLast())
    #expect(
      (0..<6).map { Array(batch.bytes[batch.rawRange(row: 0, field: $0)]) } == [
        [0x80, 0x81], [0x78, 0xE9, 0x22, 0x22, 0x79], Array("é".utf8), [0xBF], [0x61, 0x0A, 0xA0],
        Array("last".utf8),
      ])
    #expect(reader.textFound.windows1252Fields == 4)
  }

  @Test func aProblemInSuchALineCountsBytes() throws {
    let scanned = try Scanned.read(
      Array("a,b\n".utf8) + [0xE9, 0xBF] + Array(",\"x\"y\n".utf8), dialect: Dialect())
    #expect(scanned.records[1].problemPlace == [2, 7])
    let valid = try Scanned.read(Array("a,b\néß,\"x\"y\n".utf8), dialect: Dialect())
    #expect(valid.records[1].problemPlace == [2, 7])
  }

  /// What is read equals what a reader of the same text in UTF-8 reads, places included.
  @Test(arguments: Seed.cases(300)) func textReadsAsItsTwinInUTF8(_ seed: Seed) throws {
    var random = seed.generator
    let alphabet = Array(",,\n\r\"\"\"ab".unicodeScalars) + ["é", "¿", "\u{A0}", "ÿ"]
    let text = (0..<Int.random(in: 0...50, using: &random)).map { _ in
      alphabet.randomElement(using: &random)!
    }
    let single = text.map { UInt8($0.value) }
    let double = Array(String(String.UnicodeScalarView(text)).utf8)
    // A field whose bytes happen to be valid UTF-8 is not told from UTF-8.
    guard
      !zip(text, text.dropFirst()).contains(where: { $0.value >= 0xC2 && (0x80...0xBF) ~= $1.value }
      )
    else { return }
    let width = Int.random(in: 1...20, using: &random)
    let read = try Windows1252Tests.read(single, chunkWidth: width)
    let known = try Windows1252Tests.read(double, chunkWidth: width)
    #expect(read.scanned == known.scanned, "\(seed)")
    #expect(!read.hasMultibyteText && known.fields == 0, "\(seed)")
  }

  private static func finds(_ bytes: ContiguousArray<UInt8>) -> (slow: Bool, fast: Bool) {
    (HighBytes.scalar(in: bytes.span), HighBytes.vector(in: bytes.span))
  }

  @Test func anyByteBeyondASCIIIsFoundWhereverItStands() {
    for length in 0...130 {
      var bytes = ContiguousArray<UInt8>(repeating: 0x7F, count: length)
      #expect(Windows1252Tests.finds(bytes) == (false, false))
      for position in 0..<length {
        bytes[position] = 0x80
        #expect(Windows1252Tests.finds(bytes) == (true, true), "\(position) of \(length)")
        bytes[position] = 0x7F
      }
    }
    var long = ContiguousArray<UInt8>(repeating: 0, count: 10_000)
    for position in [0, 4095, 4096, 8191, 9983, 9984, 9999] {
      long[position] = 0xFF
      #expect(Windows1252Tests.finds(long) == (true, true))
      long[position] = 0
    }
    #expect(Windows1252Tests.finds(long) == (false, false))
  }

  @Test func copiesAreThoseOfTheSlowTwin() {
    let source = ContiguousArray((0..<200).map { UInt8($0) })
    for (start, length, offset) in [
      (0, 0, 0), (0, 200, 0), (7, 90, 13), (199, 1, 199), (3, 0, 200),
    ] {
      var slow = ContiguousArray<UInt8>(repeating: 0xEE, count: 200)
      var fast = slow
      ByteCopy.scalar(source, start..<start + length, into: &slow, at: offset)
      ByteCopy.vector(source, start..<start + length, into: &fast, at: offset)
      #expect(slow == fast)
    }
  }
}
