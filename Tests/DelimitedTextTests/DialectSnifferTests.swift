import DelimitedText
import Testing

@testable import DelimitedText

@Suite struct DialectSnifferTests {
  struct Sample: Sendable {
    let text: String
    let delimiter: Character
    var lineEnding = Dialect.LineEnding.lineFeed
  }

  @Test(arguments: [
    Sample(text: "", delimiter: ","),
    Sample(text: "offered\n12\n", delimiter: ","),
    Sample(text: "a,b\n1,2\n", delimiter: ","),
    Sample(text: "a;b\n1;2\n", delimiter: ";"),
    Sample(text: "a\tb\n1\t2\n", delimiter: "\t"),
    Sample(text: "a|b\n1|2\n", delimiter: "|"),
    Sample(text: "queue;aht\nsales;12,5\nhelp;9,1\n", delimiter: ";"),
    Sample(text: "a;b;c, d\n1;2;3\n", delimiter: ";"),
    Sample(text: "\"x;y;z\",b\n\"1;2;3\",2\n", delimiter: ","),
    Sample(text: "Report of March\nqueue;offered;answered\nsales;1;1\nhelp;2;2\n", delimiter: ";"),
    Sample(
      text: "when\tqueue\n2026-03-01, 09:00\tsales\n2026-03-01, 09:15\thelp\n", delimiter: "\t"),
    Sample(text: "a,b;c\n1,2;3\n", delimiter: ","),
    Sample(text: "Calls, by queue, of March, 2026\na;b;c\n1;2;3\n4;5;6\n", delimiter: ";"),
    Sample(
      text: "Report, March\nFilter, none\n\na;b;c\n1;2,5;3\n4;5,5;6\n7;8;9\n", delimiter: ";"),
    Sample(text: "\"Report\na;b\n1;2\n", delimiter: ";"),
    Sample(text: "\"Report\ra;b\r1;2\r", delimiter: ";", lineEnding: .carriageReturn),
    Sample(text: "Title;;;\na\tb\tc\n1\t2\t3\n", delimiter: "\t"),
    Sample(text: "a,b\r1,2\r", delimiter: ",", lineEnding: .carriageReturn),
    Sample(text: "a;b\r1;2", delimiter: ";", lineEnding: .carriageReturn),
    Sample(text: "a,b\r\n1,2\r\n", delimiter: ","),
    Sample(text: "\"a\rx\",b\n1,2\r3,4\n", delimiter: ","),
    Sample(text: "\"a\"\"\rx\",b\n1,2\r3,4\n", delimiter: ","),
    Sample(text: "a\"\"b,c\r1,2\n", delimiter: ",", lineEnding: .carriageReturn),
    Sample(text: "a,b\r", delimiter: ","),
  ])
  func dialectIsRecognized(_ sample: Sample) throws {
    let reader = try RecordReader(MemoryByteSource(sample.text.utf8, chunkWidth: 1))
    #expect(reader.dialect.delimiter == sample.delimiter.asciiValue, "\(sample.text)")
    #expect(reader.dialect.lineEnding == sample.lineEnding, "\(sample.text)")
  }

  @Test func aKnownDelimiterIsKept() throws {
    let reader = try RecordReader(MemoryByteSource("a,b\r1,2\r".utf8), delimiter: 0x3B)
    #expect(reader.dialect == Dialect(delimiter: 0x3B, lineEnding: .carriageReturn))
  }

  @Test func aStrayQuoteAboveALongTableSaysNothing() throws {
    let row = "sales;12,5;1;2\n"
    let text = "\"Report, of, March, 2026\na;b;c;d\n" + String(repeating: row, count: 10_000)
    let reader = try RecordReader(MemoryByteSource(text.utf8))
    #expect(reader.dialect.delimiter == UInt8(ascii: ";"))
  }

  @Test func aRecordCutByTheSampleSaysNothing() throws {
    let row = "1;" + String(repeating: "x", count: 50_000) + ";3\n"
    let text = "a;b;c\n" + row + row
    let reader = try RecordReader(MemoryByteSource(text.utf8))
    #expect(reader.dialect.delimiter == UInt8(ascii: ";"))
  }
}
