import DelimitedText
import Foundation
import TestSupport
import Testing

@testable import DelimitedText

/// UTF-16 is read as the same text in UTF-8 is, wherever a read cuts it.
@Suite struct UTF16Tests {
  private static func bytes(
    _ units: some Sequence<UInt16>, _ order: UTF16Text.Order
  ) -> [UInt8] {
    units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return order == .lowFirst ? pair : pair.reversed()
    }
  }

  private static func convert(
    _ input: [UInt8], _ order: UTF16Text.Order, isLast: Bool = true,
    _ kernel: (Span<UInt8>, UTF16Text.Order, Bool, inout ContiguousArray<UInt8>) ->
      UTF16Text.Progress
  ) -> (text: [UInt8], progress: UTF16Text.Progress) {
    var text = ContiguousArray<UInt8>(repeating: 0xEE, count: UTF16Text.room(for: input.count))
    let input = ContiguousArray(input)
    let progress = kernel(input.span, order, isLast, &text)
    return (Array(text[..<progress.produced]), progress)
  }

  /// Units that meet every branch, with long stretches of ASCII between them.
  private static func units(_ random: inout SplitMix64, _ count: Int) -> [UInt16] {
    var units: [UInt16] = []
    while units.count < count {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: units.append(0xD800 | UInt16.random(in: 0..<0x400, using: &random))
      case 1: units.append(0xDC00 | UInt16.random(in: 0..<0x400, using: &random))
      case 2: units += [0xD83D, 0xDE00]
      case 3: units.append(UInt16.random(in: 0...0xFFFF, using: &random))
      case 4: units.append([0x7F, 0x80, 0x7FF, 0x800, 0xFFFF].randomElement(using: &random)!)
      default: units += "a,1\n\"plain\"".utf16
      }
    }
    return units
  }

  @Test(arguments: Seed.cases(200)) func vectorConvertsAsScalarAndTheLibraryDo(_ seed: Seed) {
    var random = SplitMix64(state: seed.value)
    let units = UTF16Tests.units(&random, Int.random(in: 0...80, using: &random))
    let odd = Bool.random(using: &random)
    for order in [UTF16Text.Order.lowFirst, .highFirst] {
      let input = UTF16Tests.bytes(units, order) + (odd ? [0x41] : [])
      for isLast in [true, false] {
        let slow = UTF16Tests.convert(input, order, isLast: isLast) {
          UTF16Text.scalar(in: $0, $1, isLast: $2, into: &$3)
        }
        let fast = UTF16Tests.convert(input, order, isLast: isLast) {
          UTF16Text.vector(in: $0, $1, isLast: $2, into: &$3)
        }
        #expect(slow.text == fast.text && slow.progress == fast.progress, "\(seed)")
        guard isLast else { continue }
        let known = String(decoding: units, as: UTF16.self) + (odd ? "\u{FFFD}" : "")
        #expect(fast.text == Array(known.utf8), "\(seed)")
        #expect(fast.progress.consumed == input.count, "\(seed)")
      }
    }
  }

  @Test(
    arguments: [
      ([0x61], 0, "a"), ([0xD83D, 0xDE00], 0, "😀"), ([0xD83D], 1, "\u{FFFD}"),
      ([0xDE00, 0xD83D], 2, "\u{FFFD}\u{FFFD}"), ([0xD83D, 0x61], 1, "\u{FFFD}a"),
      ([0xD83D, 0xD83D, 0xDE00], 1, "\u{FFFD}😀"), ([0x20AC, 0xFEFF], 0, "€\u{FEFF}"),
    ] as [([UInt16], Int, String)])
  func surrogatesWithoutPartnersAreReplacedAndCounted(
    _ units: [UInt16], _ replaced: Int, _ text: String
  ) {
    let found = UTF16Tests.convert(UTF16Tests.bytes(units, .highFirst), .highFirst) {
      UTF16Text.vector(in: $0, $1, isLast: $2, into: &$3)
    }
    #expect(found.text == Array(text.utf8))
    #expect(found.progress.replaced == replaced)
  }

  @Test(arguments: [UTF16Text.Order.lowFirst, .highFirst])
  func everyChunkWidthGivesTheRecordsOfTheSameTextInUTF8(_ order: UTF16Text.Order) throws {
    let text = "Ärger,b\r\n😀,\"日\"\"本\"\r\n\"x\ny\",\u{10FFFF}2,3\n\"a\"b,1\n"
    let expected = try Scanned.read(Array(text.utf8), delimiter: 0x2C)
    let bytes = UTF16Tests.bytes([0xFEFF] + Array(text.utf16), order)
    for width in Array(1...9) + [16, 64, bytes.count] {
      for window in [8, 9, 64] {
        let scanned = try Scanned.read(
          bytes, chunkWidth: width, dialect: Dialect(), limits: .small(window: window))
        #expect(scanned == expected, "width \(width), window \(window)")
      }
    }
  }

  @Test func theReaderSaysWhatItRead() throws {
    let bytes = UTF16Tests.bytes(Array("\u{FEFF}a;b\n1;".utf16) + [0xD800, 0x0A], .lowFirst) + [7]
    var reader = try RecordReader(MemoryByteSource(bytes, chunkWidth: 3))
    var batch = RecordBatch()
    var rows: [String] = []
    while try reader.read(into: &batch) {
      rows += batch.rows.indices.map { batch.text(row: $0, field: 0) }
    }
    #expect(rows == ["a", "1", "\u{FFFD}"])
    #expect(reader.dialect.delimiter == UInt8(ascii: ";"))
    #expect(reader.encoding == .utf16LittleEndian)
    #expect(reader.bytesRead == bytes.count)
    #expect(reader.replacedCharacters == 2)
    #expect(reader.textFound.windows1252Fields == 0)
  }

  @Test func aLongTextIsConvertedWhole() throws {
    let text = "a,b\n" + String(repeating: "12,Grüße aus 日本 😀\n", count: 3000)
    let bytes = UTF16Tests.bytes(Array("\u{FEFF}\(text)".utf16), .highFirst)
    for width in [100_003, 4097] {
      var reader = try RecordReader(MemoryByteSource(bytes, chunkWidth: width))
      var batch = RecordBatch()
      var rows = 0
      while try reader.read(into: &batch) {
        rows += batch.rows.count
        let last = batch.rows.count - 1
        #expect(batch.text(row: last, field: 1) == "Grüße aus 日本 😀")
      }
      #expect(rows == 3001 && reader.bytesRead == bytes.count)
    }
  }

  @Test func aMarkAloneIsAnEmptyText() throws {
    #expect(try Scanned.read([0xFF, 0xFE]) == Scanned())
    #expect(try Scanned.read([0xFE, 0xFF], chunkWidth: 1) == Scanned())
  }
}
