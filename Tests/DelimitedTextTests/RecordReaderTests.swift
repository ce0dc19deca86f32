import DelimitedText
import Testing

@testable import DelimitedText

@Suite struct RecordReaderTests {
  private func outline(_ scanned: Scanned) -> [ScanCase.Expected] {
    scanned.records.map { record in
      record.problem.map { .rejected(record.raw, $0, line: record.line) }
        ?? .fields(record.fields, line: record.line)
    }
  }

  @Test(arguments: ScanCase.all)
  func everyChunkWidthAndWindowGivesTheSameRecords(_ sample: ScanCase) throws {
    let bytes = Array(sample.text.utf8)
    for width in 1...(bytes.count + 1) {
      for window in [8, 9, 11, 16, 64] {
        // The dialect comes from the whole text, as from a sample of 64 KiB.
        var reader = try RecordReader(MemoryByteSource(bytes), delimiter: sample.delimiter)
        var batch = RecordBatch()
        _ = try reader.read(into: &batch)
        let scanned = try Scanned.read(
          bytes, chunkWidth: width, dialect: reader.dialect, limits: .small(window: window))
        #expect(outline(scanned) == sample.rows, "chunk width \(width), window \(window)")
        #expect(scanned.blankLines == sample.blankLines)
        #expect(scanned.physicalLines == sample.physicalLines)
      }
    }
  }

  @Test(arguments: ScanCase.all)
  func theWholeTextInOneBatchGivesTheSameRecords(_ sample: ScanCase) throws {
    let scanned = try Scanned.read(Array(sample.text.utf8), delimiter: sample.delimiter)
    #expect(outline(scanned) == sample.rows)
    #expect(scanned.blankLines == sample.blankLines)
    #expect(scanned.physicalLines == sample.physicalLines)
  }

  @Test func randomTextsReadAsTheNaiveParserReadsThem() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(state: seed)
    let alphabet: [String] = [",", ",", "\"", "\"", "\r", "\n", "\n", ";", "a", " ", "é", "\t"]
    for round in 0..<3000 {
      let count = Int.random(in: 0...60, using: &random)
      let text = (0..<count).map { _ in alphabet.randomElement(using: &random)! }.joined()
      let bytes = Array(text.utf8)
      let dialect = Dialect(
        delimiter: Bool.random(using: &random) ? 0x2C : 0x3B,
        lineEnding: Bool.random(using: &random) ? .lineFeed : .carriageReturn)
      let width = Int.random(in: 1...20, using: &random)
      let window = Int.random(in: 8...40, using: &random)
      let scanned = try Scanned.read(
        bytes, chunkWidth: width, dialect: dialect,
        limits: .small(window: window, batchBytes: Int.random(in: 1...80, using: &random)))
      let expected = NaiveParser(bytes: bytes, dialect: dialect).parse()
      try #require(
        scanned == expected,
        "seed \(seed), round \(round), \(text.debugDescription), \(dialect), \(width), \(window)")
    }
  }

  @Test func longRandomTextsReadAsTheNaiveParserReadsThem() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(state: seed)
    let pieces: [String] = [
      "12,", "\"x\",", "\"a,b\",", "\"say \"\"hi\"\"\",", "7\n", "\"q\"\n", "8\r\n", "\"w\"\r\n",
      "\"\n\",", "é,", "\n", "\"", "\r",
    ]
    for round in 0..<40 {
      let text = (0..<3000).map { _ in
        pieces[min(Int.random(in: 0..<pieces.count * 30, using: &random) / 29, 12)]
      }.joined()
      let bytes = Array(text.utf8)
      let dialect = Dialect(lineEnding: round % 3 == 0 ? .carriageReturn : .lineFeed)
      let window = [64, 1000, 4096, 100_000][round % 4]
      let scanned = try Scanned.read(
        bytes, dialect: dialect, limits: .small(window: window, batchBytes: 3000, batchRows: 500))
      let expected = NaiveParser(bytes: bytes, dialect: dialect).parse()
      try #require(scanned == expected, "seed \(seed), round \(round), window \(window)")
    }
  }

  @Test func batchesSayWhereTheirBytesStand() throws {
    let bytes = Array("\u{FEFF}a,b\n\"1\"\"\",2\n\n3,4\n".utf8)
    var reader = try RecordReader(
      MemoryByteSource(bytes, chunkWidth: 1), dialect: Dialect(), limits: .small(window: 16))
    var batch = RecordBatch()
    var rows = 0
    while try reader.read(into: &batch) {
      for row in batch.rows {
        let start = batch.baseOffset + Int(row.start)
        #expect(batch.bytes[row.rawRange].elementsEqual(bytes[start..<start + row.rawRange.count]))
        rows += 1
      }
    }
    #expect(rows == 3)
    #expect(reader.bytesRead == bytes.count)
    #expect(try reader.read(into: &batch) == false)
    #expect(batch.rows.isEmpty && batch.bytes.isEmpty)
  }

  @Test func fieldsStandWhereAReaderWouldPointAtThem() throws {
    let text = "é,ü\n日本,\"two\nlines\",\"a\"\"b\",last\n x,\"y\"\n"
    let scanned = try Scanned.read(Array(text.utf8))
    #expect(
      scanned.records.map(\.places) == [
        [[1, 1], [1, 3]],
        [[2, 1], [2, 4], [3, 8], [3, 15]],
        [[4, 1], [4, 4]],
      ])
  }

  @Test func aProblemSaysWhereItIs() throws {
    let scanned = try Scanned.read(Array("é,b\n\"é\nx\" y,1\nz,\"1".utf8))
    #expect(scanned.records[1].problemPlace == [3, 3])
    #expect(scanned.records[3].problem == .unclosedQuote)
    #expect(scanned.records[3].problemPlace == [4, 3])
  }

  @Test func theExampleReadsItsRows() throws {
    var reader = try RecordReader(MemoryByteSource("queue,offered\nsales,12\n".utf8))
    var batch = RecordBatch()
    var texts: [String] = []
    while try reader.read(into: &batch) {
      for row in batch.rows.indices { texts.append(batch.text(row: row, field: 0)) }
    }
    #expect(texts == ["queue", "sales"])
  }

  @Test func aQuoteCannotBeADelimiter() async {
    await #expect(processExitsWith: .failure) { _ = Dialect(delimiter: UInt8(ascii: "\"")) }
  }

  /// Otherwise every chunk of such a file would be cut twice.
  @Test(arguments: ["\n", "\r\n", "\r"]) func chunkOfWholeLinesLeavesNothingOver(
    _ lineBreak: String
  ) throws {
    var limits = ReaderLimits()
    limits.chunkBytes = 64
    let text = String(repeating: "one,two,3" + lineBreak, count: 100)
    var source = try RecordReader(MemoryByteSource(text.utf8), limits: limits).chunks()
    var (chunk, cutter, batch) = (Chunk(), ChunkCutter(source), RecordBatch())
    var rows = 0
    while try source.next(into: &chunk) {
      cutter.begin(&chunk, behind: ChunkCutter.LeftOver())
      while cutter.cut(into: &batch) { rows += batch.rows.count }
      #expect(cutter.leftOver().isEmpty)
    }
    #expect(rows == 100)
  }
}
