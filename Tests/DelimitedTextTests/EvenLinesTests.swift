import Testing

@testable import DelimitedText

@Suite struct EvenLinesTests {
  /// Lines of three plain fields, some of them empty, behind more than is searched at once.
  private static let lines =
    ["t,queue,n", "2026-03-02 08:00,another queue,1234567890123456789012345678", "8,a,12", ",,"]
    + ["é,b,7"]

  private static func text(_ lineBreak: String) -> [UInt8] {
    Array((lines.joined(separator: lineBreak) + lineBreak).utf8)
  }

  /// Whether the lines of a text are even.
  private static func isEven(_ text: String, recordBytes: Int = 100) -> Bool {
    var (lines, batch) = (EvenLines(), RecordBatch())
    let bytes = ContiguousArray(text.utf8)
    let found = lines.cut(
      bytes, bytes.count, Dialect(), recordBytes: recordBytes, into: &batch)
    if found == nil { #expect(batch.rows.isEmpty && batch.fields.isEmpty) }
    return found != nil
  }

  @Test func tellsWhichLinesAreEven() {
    #expect(EvenLinesTests.isEven("a,b\nc,d\n"))
    #expect(EvenLinesTests.isEven("a,b\r\nc,d\r\n"))
    #expect(EvenLinesTests.isEven(",\n"))
    #expect(EvenLinesTests.isEven("12,4\n", recordBytes: 4))
    #expect(!EvenLinesTests.isEven("12,45\n", recordBytes: 4))
    #expect(!EvenLinesTests.isEven("a,b\nc,d"))
    #expect(!EvenLinesTests.isEven("a\nb\n"))
    #expect(!EvenLinesTests.isEven("\na,b\n"))
    #expect(!EvenLinesTests.isEven("a,b\n\nc,d\n"))
    #expect(!EvenLinesTests.isEven("a,b,c\nd\n"))
    #expect(!EvenLinesTests.isEven("a,b\nc\nd,e,f\n"))
    #expect(!EvenLinesTests.isEven("a,b\n\"c\",d\n"))
  }

  /// The reader, which knows nothing of even lines, is what `Scanned` holds chunks against.
  @Test(arguments: ["\n", "\r\n"])
  func everyByteMayBeAnother(_ lineBreak: String) throws {
    let text = EvenLinesTests.text(lineBreak)
    let others = Array(",\"\n\ra".utf8) + [0x80, 0xC3]
    for place in text.indices {
      for other in others {
        var bytes = text
        bytes[place] = other
        _ = try Scanned.read(bytes, dialect: Dialect())
      }
    }
  }

  @Test(arguments: ["\n", "\r\n"])
  func aByteMayBeMissingOrTwice(_ lineBreak: String) throws {
    let text = EvenLinesTests.text(lineBreak)
    for place in text.indices {
      var (less, more) = (text, text)
      less.remove(at: place)
      more.insert(text[place], at: place)
      _ = try Scanned.read(less, dialect: Dialect())
      _ = try Scanned.read(more, dialect: Dialect())
    }
  }

  @Test(arguments: ["\n", "\r\n"])
  func chunksMayEndAnywhere(_ lineBreak: String) throws {
    let text = EvenLinesTests.text(lineBreak)
    let whole = try Scanned.read(text, dialect: Dialect())
    #expect(whole.records.count == EvenLinesTests.lines.count)
    for end in 0...text.count {
      let start = try Scanned.read(Array(text[..<end]), dialect: Dialect())
      #expect(start.records.count <= whole.records.count)
    }
    for size in 1...text.count {
      var limits = ReaderLimits()
      limits.chunkBytes = size
      #expect(
        try Scanned.readChunks(text, dialect: Dialect(), limits: limits) == whole,
        "in chunks of \(size) bytes")
    }
  }
}
