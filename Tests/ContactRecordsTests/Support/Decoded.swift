import ContactRecords
import DelimitedText

@testable import ContactRecords
@testable import DelimitedText

/// How small the pieces are in which a text is read.
struct Pieces: Sendable, CustomStringConvertible {
  var chunkWidth = Int.max
  var batchRows = 4096
  var batchBytes = 262_144
  var delimiter: UInt8?

  var description: String { "chunks of \(chunkWidth), batches of \(batchRows) rows" }

  func reader(_ text: [UInt8]) throws -> RecordReader {
    var limits = ReaderLimits()
    limits.batchRows = batchRows
    limits.batchBytes = batchBytes
    if batchRows < 4096 { limits.windowBytes = 64 }
    // The dialect comes from the whole text, as from a sample of 64 KiB.
    let dialect = try RecordReader(MemoryByteSource(text), delimiter: delimiter).dialect
    return try RecordReader(
      MemoryByteSource(text, chunkWidth: chunkWidth), dialect: dialect, limits: limits)
  }
}

/// What a text of interval records is read as, in plain values that tests compare.
struct Decoded {
  struct Row: Equatable {
    var line: Int
    var key: RecordKey
    var start: String
    var length: Int
    var values: [Int?]
    var thresholds: [Int?]
    var isSuspect: Bool
    var fingerprint: UInt32

    subscript(column: IntervalColumn) -> Int? { values[column.rawValue] }
  }

  var rows: [Row] = []
  var rejects: [RejectedRecord] = []
  /// Rows below the header.
  var read = 0
  var blankLines = 0
  var plausibility = Plausibility()
  var blankDurations: [String: Int] = [:]
  var offsets: [Int16] = []
  var ignoredByRule: [Int] = []

  /// The only row, or the first.
  var first: Row? { rows.first }

  /// The place and the reason of each reject, as they are printed.
  var complaints: [String] {
    rejects.map { "\($0.line):\($0.column): \($0.reason)" }
  }

  init(
    _ text: String, columns: [String: ColumnSource] = [:], mapping: ColumnMapping? = nil,
    options: IntervalDecoder.Options = .init(), pieces: Pieces = Pieces()
  ) throws {
    try self.init(
      Array(text.utf8), columns: columns, mapping: mapping, options: options, pieces: pieces)
  }

  init(
    _ text: [UInt8], columns: [String: ColumnSource] = [:], mapping: ColumnMapping? = nil,
    options: IntervalDecoder.Options = .init(), pieces: Pieces = Pieces(),
    expectsHeads: Bool = true
  ) throws {
    var reader = try pieces.reader(text)
    var batch = RecordBatch()
    var decoder: IntervalDecoder?
    var columnsOfBatch = IntervalBatch()
    var keys = KeyTable()
    while try reader.read(into: &batch) {
      blankLines += batch.blankLines
      guard !batch.rows.isEmpty else { continue }
      var start = 0
      if decoder == nil {
        let header = (0..<Int(batch.rows[0].fieldCount)).map { batch.text(row: 0, field: $0) }
        let map = try ColumnMap(
          header: header, mapping: mapping ?? ColumnMapping(columns: columns))
        decoder = IntervalDecoder(
          map: map, delimiter: reader.dialect.delimiter, options: options)
        if !expectsHeads { decoder!.expectsHeads = false }
        columnsOfBatch = IntervalBatch(thresholds: map.thresholds)
        start = 1
      }
      read += batch.rows.count - start
      var found: [RejectedRecord] = []
      decoder!.decode(batch, from: start, into: &columnsOfBatch, keys: &keys, rejects: &found)
      rejects += found
      for row in 0..<columnsOfBatch.count { add(row, of: columnsOfBatch, keys) }
    }
    plausibility = decoder?.findings.plausibility ?? .init()
    blankDurations = decoder?.findings.blankDurations ?? [:]
    offsets = decoder?.findings.offsets.minutes ?? []
    ignoredByRule = decoder?.findings.leftOut.ignoredByRule ?? []
  }

  private mutating func add(_ row: Int, of batch: IntervalBatch, _ keys: KeyTable) {
    let known = { (value: Int) in value == IntervalBatch.absent ? nil : value }
    let (hour, minute) = batch.minutes[row].quotientAndRemainder(dividingBy: 60)
    rows.append(
      Row(
        line: batch.lines[row], key: keys.keys[Int(batch.keys[row])],
        start: "\(batch.days[row]) \(hour):\(minute)", length: Int(batch.lengths[row]),
        values: IntervalColumn.allCases.map { known(batch.value($0, row)) },
        thresholds: batch.thresholds.indices.map { known(batch.value(threshold: $0, row)) },
        isSuspect: batch.suspects[row] == 1, fingerprint: batch.fingerprints[row]))
  }
}

/// A header of all that is required, and one row below it.
func oneRow(_ header: String, _ row: String) -> String {
  "interval_start,offered,answered,abandoned,answered_within\(header)\n"
    + "2026-03-02 09:00,\(row)\n"
}
