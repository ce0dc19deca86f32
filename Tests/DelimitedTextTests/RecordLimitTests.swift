import Basics
import DelimitedText
import Testing

@testable import DelimitedText

/// Sixty-four mebibytes of one letter without a line break, between two records.
private struct EndlessLine: ByteSource {
  private var left = 64 * 1_048_576
  private var stage = 0
  private(set) var bytesRead = 0

  mutating func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(ScanError.Reason) -> Int {
    let width = step(into: &bytes, at: offset, count: count)
    bytesRead += width
    return width
  }

  private mutating func step(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) -> Int {
    switch stage {
    case 0, 2:
      let text = ContiguousArray((stage == 0 ? "a,b\n" : "\n1,2\n").utf8)
      for (i, byte) in text.enumerated() { bytes[offset + i] = byte }
      stage += 1
      return text.count
    case 1:
      let width = min(left, count)
      for i in offset..<offset + width { bytes[i] = UInt8(ascii: "x") }
      left -= width
      if left == 0 { stage = 2 }
      return width
    default: return 0
    }
  }
}

@Suite struct RecordLimitTests {
  private func limits(record: Int, window: Int = 8) -> ReaderLimits {
    var limits = ReaderLimits.small(window: window, batchBytes: 100)
    limits.recordBytes = record
    return limits
  }

  private func read(_ text: String, record: Int = 10, window: Int = 8) throws -> Scanned {
    try Scanned.read(
      Array(text.utf8), dialect: Dialect(), limits: limits(record: record, window: window))
  }

  @Test func anEndlessLineIsRejectedOnceAndNotKept() throws {
    var reader = try RecordReader(EndlessLine())
    var batch = RecordBatch()
    var rows: [(fields: Int, line: Int, problem: RecordProblem.Reason?)] = []
    while try reader.read(into: &batch) {
      #expect(batch.bytes.capacity <= 4 * 1_048_576)
      for index in batch.rows.indices {
        let row = batch.rows[index]
        rows.append((Int(row.fieldCount), row.line, batch.problem(ofRow: index)?.reason))
      }
    }
    #expect(rows.map(\.fields) == [2, 0, 2])
    #expect(rows.map(\.line) == [1, 2, 3])
    #expect(rows.map(\.problem) == [nil, .lineTooLong, nil])
    #expect(reader.physicalLines == 3)
    #expect(reader.bytesRead == 64 * 1_048_576 + 9)
  }

  @Test(arguments: ["\n", "\r\n"])
  func theLimitCountsTheRecordWithoutItsLineBreak(_ end: String) throws {
    for window in [8, 9, 10, 11, 12, 13, 30] {
      let fits = try read("123456789,\(end)x\(end)", window: window)
      #expect(fits.records.map(\.problem) == [nil, nil])
      let exceeds = try read("1234567890,\(end)x\(end)", window: window)
      #expect(exceeds.records.map(\.problem) == [.lineTooLong, nil], "window \(window)")
      #expect(exceeds.records.map(\.raw) == ["1234567890", "x"])
      #expect(exceeds.records.map(\.line) == [1, 2])
      #expect(exceeds.physicalLines == 2)
    }
  }

  @Test func theLastLineMayBeTooLong() throws {
    for length in 9...14 {
      let scanned = try read("a\n" + String(repeating: "x", count: length))
      #expect(scanned.records[1].problem == (length > 10 ? .lineTooLong : nil))
      #expect(scanned.physicalLines == 2)
    }
  }

  @Test func aQuoteThatIsNotClosedSoonEnoughLosesItsFirstLineOnly() throws {
    let scanned = try read("a\n\"b\nc\nd\ne\nf\ng\nh\"\n")
    #expect(
      scanned.records.map(\.problem) == [nil, .unclosedQuote] + Array(repeating: nil, count: 6))
    #expect(scanned.records.map(\.raw) == ["a", "\"b", "c", "d", "e", "f", "g", "h\""])
  }

  @Test func aRecordOfSeveralLinesMayBeTooLong() throws {
    let scanned = try read("\"b\nc\",1234567890\nx\n")
    #expect(scanned.records.map(\.problem) == [.recordTooLong, .lineTooLong, nil])
    #expect(scanned.records.map(\.line) == [1, 2, 3])
  }

  @Test func limitsFallTheSameWayForEveryWindow() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(state: seed)
    let alphabet = Array(",,\"\r\n\naaaaaaa".utf8)
    for round in 0..<1500 {
      let count = Int.random(in: 0...120, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random)! }
      let dialect = Dialect(lineEnding: round % 2 == 0 ? .lineFeed : .carriageReturn)
      let whole = try Scanned.read(bytes, dialect: dialect, limits: limits(record: 12, window: 500))
      let width = Int.random(in: 1...9, using: &random)
      let cut = try Scanned.read(
        bytes, chunkWidth: width, dialect: dialect,
        limits: limits(record: 12, window: Int.random(in: 8...40, using: &random)))
      try #require(whole == cut, "seed \(seed), round \(round), \(bytes)")
    }
  }

  @Test func manyStrayQuotesCostNoMoreThanTheirLines() throws {
    // Each line closes the quote of the one before and opens the next: read
    // without memory of it, this would be some 30 gigabytes.
    var text = "h\nb,\"c\n"
    for _ in 0..<60_000 { text += "b\",\"c\n" }
    text += "b\" x\n"
    let scanned = try Scanned.read(Array(text.utf8), dialect: Dialect())
    #expect(scanned.records.count { $0.problem == .textAfterQuote } == 60_001)
  }
}
