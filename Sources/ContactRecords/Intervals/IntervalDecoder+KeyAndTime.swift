import Basics
import DelimitedText

// MARK: - Key and time

extension IntervalDecoder {
  /// Finds the number of a row's key, by its names as they stand in the file.
  mutating func key(
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
  mutating func stamp(
    _ row: Int, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Stamp {
    let field = map.stamp[0]
    let isJoined = map.stamp.count > 1
    if isJoined {
      scratch.removeAll(keepingCapacity: true)
      for field in map.stamp {
        let range = FieldParsing.trimmed(
          records.bytes.span, records.range(row: row, field: field))
        if FieldParsing.isAbsent(records.bytes.span, range) {
          throw rejection(row, field: field, records, .absent(column: "interval_start"))
        }
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
  func length(
    _ row: Int, _ records: borrowing RecordBatch, start: Stamp, key: Int32,
    pass: WallPass = .first
  ) throws(RejectedRecord) -> Int {
    var minutes = options.intervalMinutes ?? 0
    let place = RejectedRecord.Place(
      key: key, day: CivilDate(daysSinceEpoch: start.day),
      time: CivilTime(minuteOfDay: Int(start.secondOfDay) / 60), pass: pass)
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
        guard IntervalLength.known.contains(minutes) else {
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
