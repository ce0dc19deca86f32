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

  /// How many rows have figures that no center has.
  public struct Plausibility: Hashable, Sendable {
    /// Rows with contacts.
    public internal(set) var rows = 0
    /// Rows in which every contact was abandoned.
    public internal(set) var abandonedEqualsOffered = 0
    /// Rows with more contacts abandoned than offered.
    public internal(set) var abandonedBeyondOffered = 0
    /// Rows with more contacts answered than offered.
    public internal(set) var answeredBeyondOffered = 0
    /// Rows with more contacts answered in time than offered.
    public internal(set) var withinBeyondOffered = 0

    /// Creates counts of nothing.
    public init() {}
  }

  /// Which column gives which value.
  public let map: ColumnMap
  /// How many rows have figures that no center has.
  public private(set) var plausibility = Plausibility()
  /// Distinct offsets from universal time seen in stamps, at most two.
  public private(set) var offsets: [Int16] = []
  /// Rows with answered contacts whose mapped delay or handle time is blank, by column.
  public private(set) var blankDurations: [String: Int] = [:]

  private let options: Options
  /// Mapped parts of the handle time; none where it is mapped whole.
  private let handleParts: [IntervalColumn]
  /// Mapped durations that a row with answered contacts has to give.
  private let blankable: [IntervalColumn]
  private let decimalSeparator: UInt8
  /// Fields with a name of the key, whatever it names.
  private let nameFields: [Int]
  /// Where these fields of the row at hand lie.
  private var pieces: ContiguousArray<Range<Int>>
  /// Numbers of keys by the bytes of their fields as they stand in this file.
  private var spellings = ByteTable()
  /// The first field of each row of the batch that has one that cannot be read.
  private var failures: [Int: RejectedRecord] = [:]
  /// Names of a new key, joined for the key table.
  private var joined: ContiguousArray<UInt8> = []
  /// A stamp that is joined from several fields.
  private var scratch: ContiguousArray<UInt8> = []

  /// Creates a decoder for files with a header.
  ///
  /// - Parameter delimiter: Fields of a file that is delimited by semicolons may
  ///   have decimal commas.
  public init(map: ColumnMap, delimiter: UInt8, options: Options = .init()) {
    self.map = map
    self.options = options
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
        rejects.append(error)
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
    let record = records.rows[row]
    if let problem = records.problem(ofRow: row) {
      throw RejectedRecord(
        row: row, line: problem.line, column: problem.column, reason: .malformed(problem),
        place: nil)
    }
    let fields = record.fields
    if fields.count != map.fieldCount, !hasHarmlessCount(row, fields.count, records) {
      throw RejectedRecord(
        row: row, line: record.line, column: 1,
        reason: .fieldCount(found: fields.count, expected: map.fieldCount), place: nil)
    }
    let next = batch.count
    let key = try key(row, records, &keys)
    let stamp = try stamp(row, records)
    let length = try length(row, records, start: stamp, key: key)
    batch.keys[next] = key
    batch.days[next] = stamp.day
    batch.minutes[next] = stamp.secondOfDay / 60
    batch.lengths[next] = Int32(length)
    batch.lines[next] = record.line
    batch.sources[next] = Int32(row)
    batch.suspects[next] = 0
    batch.count = next + 1
  }

  /// Tells whether a row differs from the header only by a nameless empty last column.
  private func hasHarmlessCount(
    _ row: Int, _ count: Int, _ records: borrowing RecordBatch
  ) -> Bool {
    if map.endsNameless { return count == map.fieldCount - 1 }
    return count == map.fieldCount + 1 && records.range(row: row, field: count - 1).isEmpty
  }

  /// Makes the rejection of a row for one of its fields.
  private func rejection(
    _ row: Int, field: Int, _ records: borrowing RecordBatch, _ reason: RejectedRecord.Reason,
    place: RejectedRecord.Place? = nil
  ) -> RejectedRecord {
    let position = records.position(row: row, field: field)
    return RejectedRecord(
      row: row, line: position.line, column: position.column, reason: reason, place: place)
  }

  private func text(_ row: Int, _ field: Int, _ records: borrowing RecordBatch) -> String {
    String(records.text(row: row, field: field).prefix(80))
  }
}

// MARK: - Key and time

extension IntervalDecoder {
  /// Finds the number of a row's key, by its names as they stand in the file.
  private mutating func key(
    _ row: Int, _ records: borrowing RecordBatch, _ keys: inout KeyTable
  ) throws(RejectedRecord) -> Int32 {
    let bytes = records.bytes.span
    for (index, field) in nameFields.enumerated() {
      pieces[index] = records.range(row: row, field: field)
    }
    let hash = ByteTable.hash(bytes, pieces)
    if let key = spellings.find(bytes, pieces, hash: hash) { return key }
    let key = try newKey(row, records, &keys)
    spellings.insert(bytes, pieces, hash: hash, value: key)
    return key
  }

  /// Trims and checks the names of a key whose spelling is new.
  private mutating func newKey(
    _ row: Int, _ records: borrowing RecordBatch, _ keys: inout KeyTable
  ) throws(RejectedRecord) -> Int32 {
    joined.removeAll(keepingCapacity: true)
    for (index, fields) in map.names.enumerated() {
      if index > 0 { joined.append(KeyTable.separator) }
      var isFirst = true
      for field in fields {
        let bytes = records.bytes.span
        let range = FieldParsing.trimmed(bytes, records.range(row: row, field: field))
        if FieldParsing.isAbsent(bytes, range) { continue }
        if !isFirst { joined.append(UInt8(ascii: " ")) }
        isFirst = false
        var isPlain = true
        for i in range {
          isPlain = isPlain && bytes[i] < 0x80 && bytes[i] != KeyTable.separator
          joined.append(bytes[i])
        }
        guard !isPlain else { continue }
        let name = ColumnMap.nameColumns[index]
        if range.contains(where: { bytes[$0] == KeyTable.separator }) {
          throw rejection(row, field: field, records, .controlCharacter(column: name))
        }
        if !FieldParsing.isValidUTF8(bytes, range) {
          throw rejection(row, field: field, records, .notUTF8(column: name))
        }
      }
    }
    return keys.index(of: joined)
  }

  /// Reads the start of a row's interval, joining its fields where it has several.
  private mutating func stamp(
    _ row: Int, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Stamp {
    let field = map.stamp[0]
    let isJoined = map.stamp.count > 1
    if isJoined {
      scratch.removeAll(keepingCapacity: true)
      for field in map.stamp {
        let range = FieldParsing.trimmed(
          records.bytes.span, records.range(row: row, field: field))
        if !scratch.isEmpty { scratch.append(UInt8(ascii: " ")) }
        for i in range { scratch.append(records.bytes[i]) }
      }
    }
    do {
      let range = records.range(row: row, field: field)
      let stamp =
        isJoined
        ? try FieldParsing.stamp(scratch.span, 0..<scratch.count)
        : try FieldParsing.stamp(records.bytes.span, range)
      if let offset = stamp.offsetMinutes, offsets.count < 2, !offsets.contains(offset) {
        offsets.append(offset)
      }
      return stamp
    } catch {
      let isAbsent = FieldParsing.isAbsent(
        records.bytes.span, records.range(row: row, field: field))
      let written =
        isJoined
        ? String(decoding: scratch.prefix(80), as: UTF8.self) : text(row, field, records)
      throw rejection(
        row, field: field, records,
        isAbsent && !isJoined
          ? .absent(column: "interval_start")
          : .field(column: "interval_start", text: written, error))
    }
  }

  /// Reads or takes over the interval length of a row; 0 where nothing states it.
  private func length(
    _ row: Int, _ records: borrowing RecordBatch, start: Stamp, key: Int32
  ) throws(RejectedRecord) -> Int {
    var minutes = options.intervalMinutes ?? 0
    let place = RejectedRecord.Place(
      key: key, day: CivilDate(daysSinceEpoch: start.day),
      time: CivilTime(minuteOfDay: Int(start.secondOfDay) / 60))
    if let field = map.length {
      let range = records.range(row: row, field: field)
      if !FieldParsing.isAbsent(records.bytes.span, range) {
        do {
          minutes = try FieldParsing.wholeNumber(
            records.bytes.span, range, decimalSeparator: decimalSeparator)
        } catch {
          throw rejection(
            row, field: field, records,
            .field(column: "interval_minutes", text: text(row, field, records), error),
            place: place)
        }
        guard [5, 10, 15, 20, 30, 60, 1440].contains(minutes) else {
          throw rejection(row, field: field, records, .intervalLength(minutes), place: place)
        }
      }
    }
    if minutes > 0, Int(start.secondOfDay) % (minutes * 60) != 0 {
      throw rejection(
        row, field: map.stamp[0], records,
        .offGrid(start: "\(place.time)", minutes: minutes), place: place)
    }
    return minutes
  }
}

// MARK: - Numbers

extension IntervalDecoder {
  /// Decodes the numbers of all rows, column by column.
  private mutating func decodeNumbers(
    _ records: borrowing RecordBatch, into batch: inout IntervalBatch
  ) {
    for number in map.numbers {
      switch number.source {
      case .field(let field): decode(number, from: field, records, into: &batch)
      case .difference(let fields): subtract(number, fields, records, into: &batch)
      }
    }
    let absent = IntervalBatch.absent
    for row in 0..<batch.count {
      var missing = batch.value(.offered, row) == absent ? 1 : 0
      missing += batch.value(.answered, row) == absent ? 1 : 0
      missing += batch.value(.abandoned, row) == absent ? 1 : 0
      guard missing > 1, failures[row] == nil else { continue }
      let source = Int(batch.sources[row])
      failures[row] = RejectedRecord(
        row: source, line: records.rows[source].line, column: 1, reason: .tooFewCounts,
        place: batch.place(row))
    }
  }

  /// Decodes one column: plain digits here, anything else by the general parser.
  private mutating func decode(
    _ number: ColumnMap.Number, from field: Int, _ records: borrowing RecordBatch,
    into batch: inout IntervalBatch
  ) {
    let bytes = records.bytes.span
    let scale = number.isDuration ? 1000 : 1
    let start = number.target * batch.capacity
    for row in 0..<batch.count {
      let source = Int(batch.sources[row])
      let range = records.range(row: source, field: field)
      let plain = PlainDigits.value(bytes, range)
      batch.values[start + row] =
        plain >= 0 ? plain &* scale : general(number, row, field, records, batch)
    }
  }

  /// Derives a count from several columns; below zero it is 0, and the row is suspect.
  private mutating func subtract(
    _ number: ColumnMap.Number, _ fields: [Int], _ records: borrowing RecordBatch,
    into batch: inout IntervalBatch
  ) {
    let absent = IntervalBatch.absent
    let start = number.target * batch.capacity
    for row in 0..<batch.count {
      var difference = 0
      var isKnown = true
      for (index, field) in fields.enumerated() {
        let value = general(number, row, field, records, batch)
        isKnown = isKnown && value != absent
        difference += index == 0 ? value : -value
      }
      if isKnown, difference < 0 { batch.suspects[row] = 1 }
      batch.values[start + row] = isKnown ? max(0, difference) : absent
    }
  }

  /// Reads one count, or a duration in milliseconds, in any form; a failure is noted.
  private mutating func general(
    _ number: ColumnMap.Number, _ row: Int, _ field: Int, _ records: borrowing RecordBatch,
    _ batch: borrowing IntervalBatch
  ) -> Int {
    let bytes = records.bytes.span
    let source = Int(batch.sources[row])
    let range = records.range(row: source, field: field)
    do {
      if !number.isDuration {
        return try FieldParsing.wholeNumber(bytes, range, decimalSeparator: decimalSeparator)
      }
      let microseconds = try FieldParsing.durationMicroseconds(
        bytes, range, decimalSeparator: decimalSeparator)
      return Int(microseconds / 1000)
    } catch {
      if FieldParsing.isAbsent(bytes, range) { return IntervalBatch.absent }
      if failures[row] == nil {
        failures[row] = rejection(
          source, field: field, records,
          .field(column: number.name, text: text(source, field, records), error),
          place: batch.place(row))
      }
      return IntervalBatch.absent
    }
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
