public import Basics
public import DelimitedText

/// The values of one row by their canonical names.
///
/// A value that the file does not have, or that the row leaves absent, is `nil`;
/// one that is there and cannot be read rejects the row, with its place.
public struct RowFields: Sendable {
  let map: FieldMap
  let row: Int
  let decimalSeparator: UInt8
  /// The clock that stamps are taken on; `nil` to take them as they stand.
  var clock: WallClock?

  /// Whether the file's numbers have commas before their decimals.
  public var hasDecimalComma: Bool { decimalSeparator == UInt8(ascii: ",") }

  /// Tells whether the file has a column for a value.
  public func has(_ column: String) -> Bool { map.has(column) }

  /// Tells whether a row gives no value.
  public func isAbsent(_ column: String, _ records: borrowing RecordBatch) -> Bool {
    if let meaning = meaning(column, records) {
      return FieldParsing.isAbsent(meaning.span, 0..<meaning.count)
    }
    return (map.fields[column] ?? []).allSatisfy {
      FieldParsing.isAbsent(records.bytes.span, records.range(row: row, field: $0))
    }
  }

  /// What the configuration says that the word of a column means.
  ///
  /// - Returns: `nil` where the word stands for itself.
  private func meaning(
    _ column: String, _ records: borrowing RecordBatch
  ) -> ContiguousArray<UInt8>? {
    guard let words = map.mapping.values[column], let fields = map.fields[column] else {
      return nil
    }
    let joined = joined(fields, records)
    return words.meaning(joined.span, 0..<joined.count).map { ContiguousArray($0.utf8) }
  }

  /// The trimmed fields, joined by a blank; of several the absent ones are left out.
  private func joined(
    _ fields: [Int], _ records: borrowing RecordBatch
  ) -> ContiguousArray<UInt8> {
    var joined = ContiguousArray<UInt8>()
    for field in fields {
      let span = records.bytes.span
      let range = FieldParsing.trimmed(span, records.range(row: row, field: field))
      if fields.count > 1, FieldParsing.isAbsent(span, range) { continue }
      if !joined.isEmpty { joined.append(UInt8(ascii: " ")) }
      for position in range { joined.append(span[position]) }
    }
    return joined
  }

  /// Reads a text, trimmed; several fields are joined by a blank.
  public func name(
    _ column: String, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> String? {
    if let meaning = meaning(column, records) {
      let isAbsent = FieldParsing.isAbsent(meaning.span, 0..<meaning.count)
      return isAbsent ? nil : String(decoding: meaning, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    for field in map.fields[column] ?? [] {
      let span = records.bytes.span
      let range = FieldParsing.trimmed(span, records.range(row: row, field: field))
      if FieldParsing.isAbsent(span, range) { continue }
      guard !range.contains(where: { span[$0] == KeyTable.separator }) else {
        throw rejection(column, .controlCharacter(column: column), records)
      }
      if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      for position in range { bytes.append(span[position]) }
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Reads a time stamp.
  ///
  /// Where a zone is configured it is a wall time of that zone, without an offset; what
  /// the clock skipped is moved forward.
  public func stamp(
    _ column: String, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Stamp? {
    guard let stamp = try written(column, records) else { return nil }
    return clock == nil ? stamp : Stamp(time(stamp))
  }

  /// Reads a time stamp, with the pass of a repeated hour that it means.
  public func time(
    _ column: String, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> WallTime? {
    try written(column, records).map(time)
  }

  /// Reads the offset of a time stamp; `nil` where it has none, or is on the zone's clock.
  func offset(
    _ column: String, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Int16? {
    clock == nil ? try written(column, records)?.offsetMinutes : nil
  }

  /// Counts seconds to an end of a stretch of time, to compare it with the other end.
  ///
  /// Where the pass of a repeated time is not stated, a stretch begins with the first
  /// and ends with the second.
  func seconds(_ time: WallTime, isEnd: Bool) -> Int {
    guard let clock else {
      return Int(time.day) * CivilZone.secondsPerDay + Int(time.secondOfDay)
    }
    return clock.zone.instant(
      day: time.day, secondOfDay: time.secondOfDay,
      isSecond: time.pass == .second || isEnd && time.pass == .unstated)
  }

  private func time(_ stamp: Stamp) -> WallTime {
    guard var clock else { return WallTime(day: stamp.day, secondOfDay: stamp.secondOfDay) }
    return clock.time(
      day: stamp.day, secondOfDay: stamp.secondOfDay, offsetMinutes: stamp.offsetMinutes
    ).moved
  }

  /// Reads a time stamp as it is written; a part that is absent makes all of it absent.
  private func written(
    _ column: String, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Stamp? {
    guard let time = map.time(column), time.absentField(row, records) == nil else { return nil }
    return try value(column, records) { (bytes, range) throws(FieldFailure) in
      try time.stamp(bytes, range)
    }
  }

  /// Reads a month: 2026-03.
  public func month(
    _ column: String, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> CivilMonth? {
    guard let time = map.time(column), time.absentField(row, records) == nil else { return nil }
    return try value(column, records) { (bytes, range) throws(FieldFailure) in
      try time.month(bytes, range)
    }
  }

  /// Reads an exact decimal number, which may have to lie within limits.
  public func decimal(
    _ column: String, in limits: ClosedRange<Int>? = nil, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> FixedPoint? {
    let separator = decimalSeparator
    let number = try value(column, records) { (bytes, range) throws(FieldFailure) in
      try FieldParsing.exactDecimal(bytes, range, decimalSeparator: separator)
    }
    guard let number, let limits else { return number }
    guard number >= FixedPoint(limits.lowerBound), number <= FixedPoint(limits.upperBound) else {
      throw rejection(
        column, .outside(column: column, text: text(column, records), limits), records)
    }
    return number
  }

  /// Reads a truth: yes or no, in any of the known words.
  public func truth(
    _ column: String, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Bool? {
    try value(column, records) { (bytes, range) throws(FieldFailure) in
      guard let truth = FieldParsing.truth(bytes, range) else { throw .notATruth }
      return truth
    }
  }

  /// Reads one of a few known words, in any case.
  public func word<Word: RawRepresentable & CaseIterable>(
    _ column: String, _ type: Word.Type, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Word? where Word.RawValue == String {
    guard let name = try name(column, records) else { return nil }
    if let word = Word(rawValue: name.lowercased()) { return word }
    let known = Word.allCases.map(\.rawValue)
    throw rejection(
      column,
      .unknownWord(
        column: column, text: String(name.prefix(80)),
        nearest: NearestName.of(name.lowercased(), in: known), known: known),
      records)
  }

  /// Gives a value that has to be there.
  public func required<Value>(
    _ value: Value?, _ column: String, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Value {
    guard let value else { throw rejection(column, .absent(column: column), records) }
    return value
  }
}

// MARK: - Fields

extension RowFields {
  /// Makes the rejection of the row for one of its values.
  public func rejection(
    _ column: String, _ reason: RejectedRecord.Reason, _ records: borrowing RecordBatch
  ) -> RejectedRecord {
    guard let field = map.fields[column]?.first else {
      return RejectedRecord(
        row: row, line: records.rows[row].line, column: 1, reason: reason, place: nil)
    }
    let position = records.position(row: row, field: field)
    return RejectedRecord(
      row: row, line: position.line, column: position.column, reason: reason, place: nil)
  }

  /// The text of a value as it stands in the file, shortened.
  public func text(_ column: String, _ records: borrowing RecordBatch) -> String {
    let texts = (map.fields[column] ?? []).map { records.text(row: row, field: $0) }
    return String(texts.joined(separator: " ").prefix(80))
  }

  /// Parses one value where it lies, or the fields of it joined by a blank.
  func value<Value>(
    _ column: String, _ records: borrowing RecordBatch,
    parse: (Span<UInt8>, Range<Int>) throws(FieldFailure) -> Value
  ) throws(RejectedRecord) -> Value? {
    guard let fields = map.fields[column] else { return nil }
    let meaning = meaning(column, records)
    do throws(FieldFailure) {
      if let meaning {
        let whole = 0..<meaning.count
        return FieldParsing.isAbsent(meaning.span, whole) ? nil : try parse(meaning.span, whole)
      }
      if isAbsent(column, records) { return nil }
      if fields.count == 1 {
        return try parse(records.bytes.span, records.range(row: row, field: fields[0]))
      }
      let joined = joined(fields, records)
      return try parse(joined.span, 0..<joined.count)
    } catch {
      throw rejection(
        column, .field(column: column, text: text(column, records), error), records)
    }
  }
}
