import Basics
import DelimitedText

/// Where the time of a record stands: one field or several joined by a blank, in
/// ISO 8601, in a configured format, or with the parts of its date in the file's order.
struct TimeSource: Hashable, Sendable {
  /// The canonical name.
  let name: String
  /// The fields, not empty.
  let fields: [Int]
  /// The format; `nil` for ISO 8601.
  let format: StampFormat?
  /// The order of the parts of dates; `nil` where each date tells it itself.
  let dateOrder: DateOrder?
  /// Whether the order was found in the dates, so that all of them have to have it.
  let isOrderFound: Bool
  /// What the export's own words mean: one that means nothing is absent.
  let words: WordMap?
  /// Whether the last of several fields is a time of day as a whole number.
  private let hasWholeClock: Bool
  /// Whether stamps without an offset are in universal time.
  private let isUniversal: Bool
  /// Whether seconds since 1970 are read as well.
  private let isEpochToo: Bool

  /// Finds where a time stands.
  init(name: String, fields: [Int], mapping: ColumnMapping) {
    self.name = name
    self.fields = fields
    format = mapping.formats[name]
    dateOrder = mapping.dateOrder
    isOrderFound = mapping.isDateOrderFound
    words = mapping.values[name]
    hasWholeClock = fields.count > 1 && mapping.habits.wholeClocks.contains(name)
    isUniversal = mapping.habits.isUniversalTime
    isEpochToo = mapping.habits.isEpochToo
  }

  /// Whether a time stands in one field, and is what `FieldParsing.stamp` reads.
  var isPlain: Bool {
    fields.count == 1 && format == nil && dateOrder == nil && words == nil && !isUniversal
  }

  /// Parses a time.
  func stamp(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(FieldFailure) -> Stamp {
    let stamp = try anyStamp(bytes, range)
    guard isUniversal, stamp.offsetMinutes == nil else { return stamp }
    return Stamp(day: stamp.day, secondOfDay: stamp.secondOfDay, offsetMinutes: 0)
  }

  /// Parses a time as a format has it, else in the order of its parts that is in force,
  /// else as seconds since 1970 where these are read as well.
  private func anyStamp(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(FieldFailure) -> Stamp {
    if let format { return try format.stamp(bytes, range) }
    do throws(FieldFailure) {
      return try orderedStamp(bytes, range)
    } catch {
      guard error == .notATime, isEpochToo else { throw error }
      do throws(FieldFailure) {
        return try StampFormat.epoch.stamp(bytes, range)
      } catch .otherFormat {
        throw .notATime
      }
    }
  }

  /// Parses a date in the order in force, and a time behind it.
  private func orderedStamp(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(FieldFailure) -> Stamp {
    guard let dateOrder else {
      do throws(FieldFailure) {
        return try FieldParsing.stamp(bytes, range)
      } catch {
        // A year that stands first tells itself, whatever the rest looks like.
        guard error == .otherDateOrder || error == .notATime,
          FieldParsing.orderHint(bytes, range) == .yearFirst
        else { throw error }
        return try FieldParsing.orderedStamp(bytes, range, .yearMonthDay)
      }
    }
    switch FieldParsing.orderHint(bytes, range) {
    case .yearFirst:
      if isOrderFound { throw .otherDateOrder }
      return try FieldParsing.orderedStamp(bytes, range, dateOrder)
    case .only, .either, .same, .nothing:
      return try FieldParsing.orderedStamp(bytes, range, dateOrder)
    case nil:
      // Whatever is no date is told as it is everywhere.
      return try FieldParsing.stamp(bytes, range)
    }
  }

  /// Reads the time of a row.
  ///
  /// - Parameters:
  ///   - records: The rows, with all fields of this one.
  ///   - scratch: Receives the joined fields, where there are several.
  func read(
    _ row: Int, _ records: borrowing RecordBatch, _ scratch: inout ContiguousArray<UInt8>
  ) throws(FieldFailure) -> Stamp {
    if fields.count == 1 {
      return try stamp(records.bytes.span, records.range(row: row, field: fields[0]))
    }
    join(row, records, &scratch)
    return try stamp(scratch.span, 0..<scratch.count)
  }

  /// Reads the month of a row, which stands where other rows have a time.
  ///
  /// - Parameters:
  ///   - records: The rows, with all fields of this one.
  ///   - scratch: Receives the joined fields, where there are several.
  func readMonth(
    _ row: Int, _ records: borrowing RecordBatch, _ scratch: inout ContiguousArray<UInt8>
  ) throws(FieldFailure) -> CivilMonth {
    if fields.count == 1 {
      return try month(records.bytes.span, records.range(row: row, field: fields[0]))
    }
    join(row, records, &scratch)
    return try month(scratch.span, 0..<scratch.count)
  }

  /// Parses a month.
  func month(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(FieldFailure) -> CivilMonth {
    if let format { return try format.month(bytes, range) }
    guard let index = FieldParsing.month(bytes, range) else { throw .notAMonth }
    return CivilMonth(index: index)
  }

  /// Tells what the date of a row says of the order of its parts.
  ///
  /// - Returns: `nil` where there is no date, or a format says how to read it.
  func orderHint(
    _ row: Int, _ records: borrowing RecordBatch, _ scratch: inout ContiguousArray<UInt8>
  ) -> FieldParsing.OrderHint? {
    guard format == nil else { return nil }
    if fields.count == 1 {
      let bytes = records.bytes.span
      return FieldParsing.orderHint(bytes, records.range(row: row, field: fields[0]))
    }
    join(row, records, &scratch)
    return FieldParsing.orderHint(scratch.span, 0..<scratch.count)
  }

  /// Joins the fields of a row by a blank.
  private func join(
    _ row: Int, _ records: borrowing RecordBatch, _ scratch: inout ContiguousArray<UInt8>
  ) {
    scratch.removeAll(keepingCapacity: true)
    for field in fields {
      let range = FieldParsing.trimmed(records.bytes.span, records.range(row: row, field: field))
      if !scratch.isEmpty { scratch.append(UInt8(ascii: " ")) }
      if hasWholeClock, field == fields.last, isWholeClock(records.bytes.span, range) {
        appendClock(records.bytes.span, range, to: &scratch)
        continue
      }
      for position in range { scratch.append(records.bytes[position]) }
    }
  }

  /// Tells whether a field is a time of day as a whole number: one to four digits.
  private func isWholeClock(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard (1...4).contains(range.count) else { return false }
    for position in range where bytes[position] &- 48 > 9 { return false }
    return true
  }

  /// Writes 800 as 08:00, and 0 as 00:00.
  private func appendClock(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to scratch: inout ContiguousArray<UInt8>
  ) {
    for place in 0..<4 {
      if place == 2 { scratch.append(UInt8(ascii: ":")) }
      let lead = 4 - range.count
      scratch.append(place < lead ? UInt8(ascii: "0") : bytes[range.lowerBound + place - lead])
    }
  }

  /// Finds the first field that a row leaves absent.
  func absentField(_ row: Int, _ records: borrowing RecordBatch) -> Int? {
    for field in fields {
      let range = FieldParsing.trimmed(records.bytes.span, records.range(row: row, field: field))
      if FieldParsing.isAbsent(records.bytes.span, range) { return field }
      if words?.meaning(records.bytes.span, range)?.isEmpty ?? false { return field }
    }
    return nil
  }

  /// The text of the fields of a row, shortened.
  func text(_ row: Int, _ records: borrowing RecordBatch) -> String {
    let texts = fields.map { field in
      let range = records.range(row: row, field: field)
      let trimmed = fields.count > 1 ? FieldParsing.trimmed(records.bytes.span, range) : range
      return String(decoding: records.bytes[trimmed], as: UTF8.self)
    }
    return String(texts.joined(separator: " ").prefix(80))
  }

  /// Tells whether a row has a readable time here, in any of its fields or all of them.
  func isReadable(_ row: Int, _ records: borrowing RecordBatch) -> Bool {
    let count = Int(records.rows[row].fieldCount)
    for field in fields where field < count && format == nil {
      let range = records.range(row: row, field: field)
      if (try? stamp(records.bytes.span, range)) != nil { return true }
      if FieldParsing.month(records.bytes.span, range) != nil { return true }
      if FieldParsing.quarter(records.bytes.span, range) != nil { return true }
    }
    guard let format, fields.allSatisfy({ $0 < count }) else { return false }
    var scratch = ContiguousArray<UInt8>()
    if (try? read(row, records, &scratch)) != nil { return true }
    let first = records.range(row: row, field: fields[0])
    return fields.count == 1 && (try? format.month(records.bytes.span, first)) != nil
  }
}
