import DelimitedText
import Testing

@testable import DelimitedText

/// What a text holds, as plain values that tests compare.
struct Scanned: Equatable {
  /// One record.
  struct Record: Equatable {
    var fields: [String] = []
    var quoted: [Bool] = []
    /// Line and column of each field.
    var places: [[Int]] = []
    var line: Int
    var raw: String
    var problem: RecordProblem.Reason?
    var problemPlace: [Int] = []
  }

  var records: [Record] = []
  var blankLines = 0
  /// What the text is made of; it is no part of what a twin reads.
  var textFound = TextFound()
  var physicalLines = 0

  static func == (a: Scanned, b: Scanned) -> Bool {
    a.records == b.records && a.blankLines == b.blankLines
      && a.physicalLines == b.physicalLines
  }

  /// Reads a whole input with the reader.
  static func read(
    _ bytes: [UInt8], chunkWidth: Int = .max, delimiter: UInt8? = nil, dialect: Dialect? = nil,
    limits: ReaderLimits = ReaderLimits()
  ) throws -> Scanned {
    var reader = try RecordReader(
      MemoryByteSource(bytes, chunkWidth: chunkWidth), delimiter: delimiter, dialect: dialect,
      limits: limits)
    var batch = RecordBatch()
    var scanned = Scanned()
    while try reader.read(into: &batch) { scanned.add(batch) }
    scanned.physicalLines = reader.physicalLines
    // Whatever a test reads, chunks of any size give the same; small ones of a long text
    // would read a long record again and again.
    guard chunkWidth == .max else { return scanned }
    let sizes = bytes.count <= 200 ? [1, 7] : [bytes.count / 2]
    for chunkBytes in sizes + [limits.chunkBytes] {
      var limits = limits
      limits.chunkBytes = chunkBytes
      let chunks = try readChunks(
        bytes, chunkWidth: chunkWidth, delimiter: delimiter, dialect: dialect, limits: limits)
      #expect(chunks == scanned, "in chunks of \(chunkBytes) bytes")
      #expect(chunks.textFound == scanned.textFound, "in chunks of \(chunkBytes) bytes")
    }
    return scanned
  }

  /// Reads a whole input in chunks, as a run does: each is cut as if a record began with
  /// it, and once more where the one before left something over.
  static func readChunks(
    _ bytes: [UInt8], chunkWidth: Int = .max, delimiter: UInt8? = nil, dialect: Dialect? = nil,
    limits: ReaderLimits
  ) throws -> Scanned {
    var source = try RecordReader(
      MemoryByteSource(bytes, chunkWidth: chunkWidth), delimiter: delimiter, dialect: dialect,
      limits: limits
    ).chunks()
    var (chunk, cutter, batch) = (Chunk(), ChunkCutter(source), RecordBatch())
    var (scanned, lines) = (Scanned(), 0)
    var leftOver = source.leftOver
    while try source.next(into: &chunk) {
      cutter.begin(&chunk, behind: ChunkCutter.LeftOver())
      var hasRows = cutter.cut(into: &batch)
      if !leftOver.isEmpty {
        cutter.beginAgain(&batch, behind: leftOver)
        hasRows = cutter.cut(into: &batch)
      }
      while hasRows {
        batch.countLines(from: lines)
        scanned.add(batch)
        hasRows = cutter.cut(into: &batch)
      }
      lines += cutter.lines
      leftOver = cutter.leftOver()
    }
    #expect(leftOver.isEmpty)
    scanned.physicalLines = lines
    return scanned
  }

  private mutating func add(_ batch: RecordBatch) {
    blankLines += batch.blankLines
    textFound.merge(batch.textFound)
    for (index, row) in batch.rows.enumerated() {
      var record = Record(
        line: row.line, raw: String(decoding: batch.rawBytes(row: index), as: UTF8.self))
      for field in 0..<Int(row.fieldCount) {
        record.fields.append(batch.text(row: index, field: field))
        record.quoted.append(batch.fields[Int(row.firstField) + field].isQuoted)
        let place = batch.position(row: index, field: field)
        record.places.append([place.line, place.column])
      }
      if let problem = batch.problem(ofRow: index) {
        record.problem = problem.reason
        record.problemPlace = [problem.line, problem.column]
      }
      records.append(record)
    }
  }
}

/// The limits that make every boundary fall into a short text.
extension ReaderLimits {
  static func small(window: Int, batchBytes: Int = 7, batchRows: Int = 3) -> ReaderLimits {
    var limits = ReaderLimits()
    limits.windowBytes = window
    limits.sampleBytes = 8
    limits.batchBytes = batchBytes
    limits.batchRows = batchRows
    return limits
  }
}

/// The generator of pseudorandom numbers by Steele, Lea and Flood.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
