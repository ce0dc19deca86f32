import Basics
import DelimitedText

// MARK: - Times and numbers

extension ContactDecoder {
  /// Reads a time; `nil` where it is absent.
  mutating func stamp(
    _ source: TimeSource, _ row: Int, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Stamp? {
    if source.absentField(row, records) != nil { return nil }
    do throws(FieldFailure) {
      let stamp = try source.read(row, records, &scratch)
      found.offsets.note(stamp.offsetMinutes)
      return stamp
    } catch {
      throw rejection(
        row, source.fields[0], records,
        .field(column: source.name, text: source.text(row, records), error))
    }
  }

  /// Reads the wait in milliseconds: as it stands, else from start to answer; −1 where
  /// the row says neither.
  mutating func wait(
    _ start: Start, _ row: Int, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Int {
    if let plain = places.wait.milliseconds(row, records) {
      if plain >= 0 { return plain }
    } else {
      let duration = try duration(map.wait!, row, records)
      if duration >= 0 { return duration }
    }
    guard let source = map.answeredAt, let answer = try stamp(source, row, records) else {
      return -1
    }
    let seconds = seconds(from: start, to: answer)
    guard seconds >= 0 else {
      throw rejection(
        row, source.fields[0], records,
        .answeredBeforeStart(column: source.name, text: source.text(row, records)))
    }
    // As long as a wait that a column gives may be.
    guard seconds <= Int(FieldParsing.longestMicroseconds / 1_000_000) else {
      throw rejection(
        row, source.fields[0], records,
        .field(column: source.name, text: source.text(row, records), .durationTooLarge))
    }
    return seconds * 1000
  }

  /// Adds up the mapped parts of the handle time in milliseconds, −1 where there are
  /// none or one is blank, and mixes each into a digest.
  mutating func handle(
    _ row: Int, _ records: borrowing RecordBatch, _ digest: UInt64
  ) throws(RejectedRecord) -> (Int, UInt64) {
    var (sum, digest) = (places.handleParts.isEmpty ? -1 : 0, digest)
    for part in places.handleParts.indices {
      let plain = places.handleParts[part].milliseconds(row, records)
      let duration =
        if let plain { plain } else { try duration(map.handleParts[part], row, records) }
      sum = sum < 0 || duration < 0 ? -1 : sum + duration
      digest = TextDigest.mixed(digest, UInt64(bitPattern: Int64(duration)))
    }
    return (sum, digest)
  }

  /// Reads a duration in milliseconds, what is less than one as one; −1 where it is absent.
  mutating func duration(
    _ column: ContactMap.Value, _ row: Int, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Int {
    let separator = decimalSeparator
    let duration = try value(column, row, records) { (bytes, range) throws(FieldFailure) in
      if column.isMilliseconds {
        return try FieldParsing.milliseconds(
          bytes, range, decimalSeparator: separator, roundsUp: true)
      }
      let microseconds = try FieldParsing.durationMicroseconds(
        bytes, range, decimalSeparator: separator)
      return Int((microseconds + 999) / 1000)
    }
    return duration ?? (isZero(column, row, records) ? 0 : -1)
  }

  /// Tells whether an absent duration is one of 0: nothing stands there, and the export leaves
  /// out what is 0.
  private func isZero(
    _ column: ContactMap.Value, _ row: Int, _ records: borrowing RecordBatch
  ) -> Bool {
    guard column.isZeroWhereBlank else { return false }
    let range = records.range(row: row, field: column.field)
    return FieldParsing.trimmed(records.bytes.span, range).isEmpty
  }

  mutating func amount(
    _ column: ContactMap.Value, day: Int32, _ row: Int, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Int128? {
    let separator = decimalSeparator
    var currency: String?
    let amount = try value(column, row, records) { (bytes, range) throws(FieldFailure) in
      let amount = FieldParsing.amount(bytes, range, decimalSeparator: separator)
      guard let amount else { throw .notAnAmount }
      if let sign = FieldParsing.currency(bytes, range) {
        currency = String(decoding: sign.map { bytes[$0] }, as: UTF8.self)
      }
      return amount.millionths
    }
    if let currency {
      found.note(.init(currency: Currency(currency), day: day, line: records.rows[row].line))
    }
    return amount
  }

  /// Parses one value where it lies, or what its word means; `nil` where it is absent.
  func value<Parsed>(
    _ column: ContactMap.Value, _ row: Int, _ records: borrowing RecordBatch,
    parse: (Span<UInt8>, Range<Int>) throws(FieldFailure) -> Parsed
  ) throws(RejectedRecord) -> Parsed? {
    let bytes = records.bytes.span
    let range = FieldParsing.trimmed(bytes, records.range(row: row, field: column.field))
    do throws(FieldFailure) {
      if let meaning = column.words?.meaning(bytes, range) {
        let meant = ContiguousArray(meaning.utf8)
        if FieldParsing.isAbsent(meant.span, 0..<meant.count) { return nil }
        return try parse(meant.span, 0..<meant.count)
      }
      if FieldParsing.isAbsent(bytes, range) { return nil }
      return try parse(bytes, range)
    } catch {
      let text = String(records.text(row: row, field: column.field).prefix(80))
      throw rejection(
        row, column.field, records, .field(column: column.name, text: text, error))
    }
  }

  func rejection(
    _ row: Int, _ field: Int, _ records: borrowing RecordBatch, _ reason: RejectedRecord.Reason
  ) -> RejectedRecord {
    let position = records.position(row: row, field: field)
    return RejectedRecord(
      row: row, line: position.line, column: position.column, reason: reason, place: nil)
  }
}

extension Stamp {
  /// Counts the seconds from another stamp to this one.
  ///
  /// Where only one of them has an offset, it stands for both.
  func seconds(since other: Stamp) -> Int {
    let offset = Int(offsetMinutes ?? other.offsetMinutes ?? 0)
    let otherOffset = Int(other.offsetMinutes ?? offsetMinutes ?? 0)
    return (Int(day) - Int(other.day)) * 86_400 + Int(secondOfDay) - Int(other.secondOfDay)
      - (offset - otherOffset) * 60
  }
}
