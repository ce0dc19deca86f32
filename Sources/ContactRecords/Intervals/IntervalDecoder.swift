import Basics
public import DelimitedText

/// Turns records into columns of interval records, and rejects what cannot be read.
///
/// A field is parsed where it lies in the batch of bytes; only a rejected row and
/// a new key allocate. What a row leaves out is derived from what it gives, in
/// loops over whole columns.
public struct IntervalDecoder: Sendable {
  /// What the configuration says of every file.
  public struct Options: Hashable, Sendable {
    /// The interval length where no column states it; `nil` to detect it later.
    public var intervalMinutes: Int?
    /// Whether rows whose counts contradict each other are rejected.
    public var rejectsContradictions: Bool

    /// Creates options.
    public init(intervalMinutes: Int? = nil, rejectsContradictions: Bool = false) {
      self.intervalMinutes = intervalMinutes
      self.rejectsContradictions = rejectsContradictions
    }
  }

  /// Which column gives which value.
  public let map: ColumnMap
  /// How many rows have figures that no center has.
  public private(set) var plausibility: Plausibility
  /// Distinct offsets from universal time seen in stamps, at most two.
  public internal(set) var offsets: [Int16] = []
  /// Rows with answered contacts whose mapped delay or handle time is blank, by column.
  public private(set) var blankDurations: [String: Int] = [:]

  let options: Options
  private var gate: RowGate
  /// Mapped parts of the handle time; none where it is mapped whole.
  private let handleParts: [IntervalColumn]
  /// Mapped durations that a row with answered contacts has to give.
  private let blankable: [IntervalColumn]
  let decimalSeparator: UInt8
  /// Fields with a name of the key, whatever it names.
  let nameFields: [Int]
  /// Where these fields of the row at hand lie.
  var pieces: ContiguousArray<Range<Int>>
  /// Numbers of keys by the bytes of their fields as they stand in this file.
  var spellings = ByteTable()
  /// The first field of each row of the batch that has one that cannot be read.
  var failures: [Int: RejectedRecord] = [:]
  /// Names of a new key, joined for the key table.
  var joined: ContiguousArray<UInt8> = []
  /// A stamp that is joined from several fields.
  var scratch: ContiguousArray<UInt8> = []

  /// Creates a decoder for files with a header.
  ///
  /// - Parameter delimiter: Fields of a file that is delimited by semicolons may
  ///   have decimal commas.
  public init(map: ColumnMap, delimiter: UInt8, options: Options = .init()) {
    self.map = map
    self.options = options
    gate = RowGate(header: map.header, timeFields: map.stamp)
    plausibility = Plausibility(thresholds: map.thresholds)
    nameFields = map.names.flatMap { $0 }
    pieces = .init(repeating: 0..<0, count: nameFields.count)
    let parts = [IntervalColumn.talkSeconds, .holdSeconds, .wrapSeconds].filter(map.has)
    handleParts = map.has(.handleSeconds) ? [] : parts
    blankable =
      (map.has(.waitSeconds) ? [.waitSeconds] : [])
      + (map.has(.handleSeconds) || !parts.isEmpty ? [.handleSeconds] : [])
    decimalSeparator = delimiter == UInt8(ascii: ";") ? UInt8(ascii: ",") : FieldParsing.point
  }
}

// MARK: - Left out

extension IntervalDecoder {
  /// Rows left out because they repeat the header.
  public var repeatedHeaders: Int { gate.repeatedHeaders }
  /// Rows left out because they sum others.
  public var totalsRows: Int { gate.totalsRows }
}

// MARK: - Decoding

extension IntervalDecoder {
  /// Decodes the rows of a batch, replacing the contents of the columns.
  ///
  /// - Parameters:
  ///   - records: The records.
  ///   - first: The first row that is not the header.
  ///   - batch: The columns; made for this decoder's thresholds.
  ///   - keys: Numbers the keys.
  ///   - rejects: Receives the rows that cannot be read, in order.
  public mutating func decode(
    _ records: borrowing RecordBatch, from first: Int, into batch: inout IntervalBatch,
    keys: inout KeyTable, rejects: inout [RejectedRecord]
  ) {
    batch.reset(capacity: records.rows.count)
    let before = rejects.count
    for row in first..<max(first, records.rows.count) {
      do {
        try decodeHead(row, of: records, into: &batch, keys: &keys)
      } catch {
        if !gate.leavesOut(row, records) { rejects.append(error) }
      }
    }
    decodeNumbers(records, into: &batch)
    if !failures.isEmpty {
      rejects += failures.values
      batch.removeRows(Set(failures.keys))
      failures.removeAll(keepingCapacity: true)
    }
    batch.deriveCounts()
    batch.deriveHandleTime(parts: handleParts)
    batch.findContradictions()
    if options.rejectsContradictions { rejectContradictions(&batch, &rejects) }
    if rejects.count - before > 1 { rejects[before...].sort { $0.row < $1.row } }
    batch.digest()
    for name in blankable { blankDurations[name.name, default: 0] += batch.countBlanks(in: name) }
    batch.weigh(&plausibility)
  }

  /// Decodes the key and the time of one row behind the last one of the batch.
  private mutating func decodeHead(
    _ row: Int, of records: borrowing RecordBatch, into batch: inout IntervalBatch,
    keys: inout KeyTable
  ) throws(RejectedRecord) {
    try gate.check(row, records)
    let next = batch.count
    let key = try key(row, records, &keys)
    let stamp = try stamp(row, records)
    let length = try length(row, records, start: stamp, key: key)
    batch.keys[next] = key
    batch.days[next] = stamp.day
    batch.minutes[next] = stamp.secondOfDay / 60
    batch.lengths[next] = Int32(length)
    batch.lines[next] = records.rows[row].line
    batch.sources[next] = Int32(row)
    batch.suspects[next] = 0
    batch.count = next + 1
  }

  /// Makes the rejection of a row for one of its fields.
  func rejection(
    _ row: Int, field: Int, _ records: borrowing RecordBatch, _ reason: RejectedRecord.Reason,
    place: RejectedRecord.Place? = nil
  ) -> RejectedRecord {
    let position = records.position(row: row, field: field)
    return RejectedRecord(
      row: row, line: position.line, column: position.column, reason: reason, place: place)
  }

  func text(_ row: Int, _ field: Int, _ records: borrowing RecordBatch) -> String {
    String(records.text(row: row, field: field).prefix(80))
  }
}

// MARK: - Contradictions

extension IntervalDecoder {
  /// Turns the rows of a batch that contradict themselves into rejects.
  private func rejectContradictions(
    _ batch: inout IntervalBatch, _ rejects: inout [RejectedRecord]
  ) {
    let found = Set((0..<batch.count).filter { batch.suspects[$0] == 1 })
    for row in found {
      rejects.append(
        RejectedRecord(
          row: Int(batch.sources[row]), line: batch.lines[row], column: 1, reason: .contradiction,
          place: batch.place(row)))
    }
    batch.removeRows(found)
  }
}
