public import Basics
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
    /// The zone whose wall clock the stamps are taken on; `nil` to take them as they stand.
    public var zone: CivilZone?

    /// Creates options.
    public init(
      intervalMinutes: Int? = nil, rejectsContradictions: Bool = false, zone: CivilZone? = nil
    ) {
      self.intervalMinutes = intervalMinutes
      self.rejectsContradictions = rejectsContradictions
      self.zone = zone
    }
  }

  /// Which column gives which value.
  public let map: ColumnMap
  /// What is known of the rows decoded so far besides their values.
  public var findings: IntervalFindings {
    var all = found
    all.leftOut = gate.leftOut
    return all
  }

  var found: IntervalFindings

  let options: Options
  /// The wall clock of the zone, where one is configured.
  private var clock: WallClock?
  /// Records of the batch at hand that were moved out of a skipped hour.
  private var movedInBatch: [Int] = []
  /// Whether anything states the length of intervals.
  let statesLength: Bool
  var gate: RowGate
  /// Mapped parts of the handle time; none where it is mapped whole.
  private let handleParts: [IntervalColumn]
  /// Mapped durations that a row with answered contacts has to give.
  private let blankable: [IntervalColumn]
  let decimalSeparator: UInt8
  var keyReader: KeyReader
  /// Whether rows can be decoded by what is expected of them.
  var expectsHeads: Bool
  /// The last row's time, which the next one often has as well.
  var lastStamp: StampMemory
  /// The first field of each row of the batch that has one that cannot be read.
  var failures: [Int: RejectedRecord] = [:]
  /// The numbers that stand in one field each and have no words.
  let plainNumbers: ContiguousArray<PlainNumber>
  /// Fields of them that are more than plain digits.
  var unusual: ContiguousArray<UnusualField> = []
  /// A stamp that is joined from several fields.
  var scratch: ContiguousArray<UInt8> = []

  /// Creates a decoder for files with a header.
  ///
  /// - Parameters:
  ///   - map: Which columns of the file are read.
  ///   - delimiter: Fields of a file that is delimited by semicolons may have decimal commas.
  ///   - options: How rows are read and held against themselves.
  public init(map: ColumnMap, delimiter: UInt8, options: Options = .init()) {
    self.map = map
    self.options = options
    clock = options.zone.map { WallClock($0) }
    statesLength = options.intervalMinutes != nil || map.length != nil || map.end != nil
    plainNumbers = ContiguousArray(
      map.numbers.indices.compactMap { PlainNumber(map.numbers[$0], index: $0) })
    gate = RowGate(header: map.header, times: [map.stamp], mapping: map.mapping)
    found = IntervalFindings(map, gate.leftOut)
    lastStamp = StampMemory(map.stamp.fields)
    keyReader = KeyReader(names: map.names, mapping: map.mapping)
    expectsHeads =
      clock == nil && !map.isMonthly && map.length == nil && map.end == nil
      && lastStamp.field != nil && keyReader.hasStretches && !gate.hasRules
    let parts = [IntervalColumn.talkSeconds, .holdSeconds, .wrapSeconds].filter(map.has)
    handleParts = map.has(.handleSeconds) ? [] : parts
    blankable =
      (map.has(.waitSeconds) ? [.waitSeconds] : [])
      + (map.has(.handleSeconds) || !parts.isEmpty ? [.handleSeconds] : [])
    decimalSeparator = delimiter == UInt8(ascii: ";") ? UInt8(ascii: ",") : FieldParsing.point
  }
}

// MARK: - Findings

extension IntervalDecoder {
  /// Gives what is known of the rows decoded so far, and begins again.
  public mutating func takeFindings() -> IntervalFindings {
    var all = found
    all.leftOut = gate.leftOut.take()
    found = IntervalFindings(map, gate.leftOut)
    // What a remembered time told is among the findings that were taken.
    lastStamp.forget()
    return all
  }
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
    movedInBatch.removeAll(keepingCapacity: true)
    let before = rejects.count
    var row = first
    while row < records.rows.count {
      if expectsHeads {
        row = decodeExpectedHeads(from: row, of: records, into: &batch)
        if row == records.rows.count { break }
      }
      defer { row += 1 }
      if gate.ignores(row, records) { continue }
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
    if !movedInBatch.isEmpty {
      let refused = Set(rejects[before...].map(\.row))
      found.movedRows += movedInBatch.count { !refused.contains($0) }
    }
    if rejects.count - before > 1 { rejects[before...].sort { $0.row < $1.row } }
    batch.digest()
    for name in blankable {
      found.blankDurations[name.name, default: 0] += batch.countBlanks(in: name)
    }
    batch.weigh(&found.plausibility)
    batch.addHandleTime(to: &found.handleTime)
  }

  /// Decodes the key and the time of one row behind the last one of the batch.
  private mutating func decodeHead(
    _ row: Int, of records: borrowing RecordBatch, into batch: inout IntervalBatch,
    keys: inout KeyTable
  ) throws(RejectedRecord) {
    try gate.check(row, records)
    let next = batch.count
    let key = try keyReader.key(row, records, &keys)
    var stamp = try stamp(row, records)
    let length: Int
    if map.isMonthly {
      length = IntervalLength.month
    } else if clock == nil {
      length = try self.length(row, records, start: stamp, written: stamp, key: key)
    } else {
      let time = clock!.time(
        day: stamp.day, secondOfDay: stamp.secondOfDay, offsetMinutes: stamp.offsetMinutes)
      let written = stamp
      stamp = Stamp(time)
      length = try self.length(
        row, records, start: stamp, written: written, key: key, pass: time.pass)
      stamp = settle(time, length: length, of: row, at: next, in: &batch)
    }
    batch.keys[next] = key
    batch.days[next] = stamp.day
    batch.minutes[next] = stamp.secondOfDay / 60
    batch.lengths[next] = Int32(length)
    batch.lines[next] = records.rows[row].line
    batch.sources[next] = Int32(row)
    batch.suspects[next] = 0
    batch.count = next + 1
  }

  /// Settles where an interval lies whose start comes twice, or not at all.
  ///
  /// What reaches beyond the stretch that the clock skipped or repeated (a day, an
  /// hour where half of one is skipped) lies where its start says. So does a midnight
  /// that was skipped, where nothing states the length: it is a day's.
  ///
  /// - Parameters:
  ///   - source: The row among the records.
  ///   - row: The row in the batch.
  private mutating func settle(
    _ time: WallTime, length: Int, of source: Int, at row: Int, in batch: inout IntervalBatch
  ) -> Stamp {
    let isInside = length * 60 <= Int(time.secondsInStretch)
    if time.gap > 0, isInside, length > 0 || time.secondOfDay > 0 {
      movedInBatch.append(source)
      return Stamp(time.moved)
    }
    if time.pass != .first, isInside {
      batch.passes[row] = time.pass.rawValue
      batch.hasRepeatedTimes = true
    }
    return Stamp(time)
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

extension Stamp {
  /// Takes the place of a wall time, which has no offset any more.
  init(_ time: WallTime) {
    self.init(day: time.day, secondOfDay: time.secondOfDay, offsetMinutes: nil)
  }
}
