import Basics
import DelimitedText

// MARK: - Numbers

extension IntervalDecoder {
  /// Decodes the numbers of all rows: plain digits row by row, and what is anything else
  /// number by number, by the general parser.
  mutating func decodeNumbers(
    _ records: borrowing RecordBatch, into batch: inout IntervalBatch
  ) {
    unusual.removeAll(keepingCapacity: true)
    NumberColumns.decode(
      plainNumbers, of: batch.sources, batch.count, records, into: &batch.values,
      capacity: batch.capacity, unusual: &unusual)
    if unusual.count > 1 { unusual.sort() }
    var next = 0
    for (index, number) in map.numbers.enumerated() {
      switch number.source {
      case .field(let field):
        if number.words != nil {
          for row in 0..<batch.count { decode(number, row, field, records, &batch) }
        }
        while next < unusual.count, unusual[next].number == index {
          decode(number, unusual[next].row, field, records, &batch)
          next += 1
        }
      case .difference(let fields): combine(number, fields, -1, records, into: &batch)
      case .sum(let fields): combine(number, fields, 1, records, into: &batch)
      }
    }
    if let percent = map.percent { decode(percent, records, into: &batch) }
    if let outcomes = map.outcomes { decode(outcomes, records, into: &batch) }
    rejectRowsOfTooFewCounts(records, batch)
  }

  /// Rejects the rows that lack two of the three counts that make up a center's demand.
  private mutating func rejectRowsOfTooFewCounts(
    _ records: borrowing RecordBatch, _ batch: borrowing IntervalBatch
  ) {
    let absent = IntervalBatch.absent
    let (offered, answered) = (batch.start(.offered), batch.start(.answered))
    let abandoned = batch.start(.abandoned)
    let values = batch.values.span
    for row in 0..<batch.count {
      var missing = values[offered &+ row] == absent ? 1 : 0
      missing += values[answered &+ row] == absent ? 1 : 0
      missing += values[abandoned &+ row] == absent ? 1 : 0
      guard missing > 1, failures[row] == nil else { continue }
      let source = Int(batch.sources[row])
      failures[row] = RejectedRecord(
        row: source, line: records.rows[source].line, column: 1, reason: .tooFewCounts,
        place: batch.place(row))
    }
  }

  /// Decodes one number of one row in any form.
  private mutating func decode(
    _ number: ColumnMap.Number, _ row: Int, _ field: Int, _ records: borrowing RecordBatch,
    _ batch: inout IntervalBatch
  ) {
    batch.values[number.target * batch.capacity + row] = general(
      number, row, field, records, batch)
  }

  /// Decodes the printed service levels of all rows.
  private mutating func decode(
    _ percent: ColumnMap.Percent, _ records: borrowing RecordBatch, into batch: inout IntervalBatch
  ) {
    batch.percents.removeAll(keepingCapacity: true)
    let bytes = records.bytes.span
    for row in 0..<batch.count {
      let source = Int(batch.sources[row])
      let range = FieldParsing.trimmed(bytes, records.range(row: source, field: percent.field))
      do throws(FieldFailure) {
        let figure: PrintedPercent?
        if let meaning = percent.words?.meaning(bytes, range) {
          let meant = ContiguousArray(meaning.utf8)
          figure = try self.percent(meant.span, 0..<meant.count, percent.isFraction)
        } else {
          figure = try self.percent(bytes, range, percent.isFraction)
        }
        batch.percents.append(figure)
      } catch {
        batch.percents.append(nil)
        if failures[row] == nil {
          failures[row] = rejection(
            source, field: percent.field, records,
            .field(
              column: "service_level", text: text(source, percent.field, records), error),
            place: batch.place(row))
        }
      }
    }
  }

  /// Reads a percentage; `nil` where it is absent.
  private func percent(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ isFraction: Bool
  ) throws(FieldFailure) -> PrintedPercent? {
    if FieldParsing.isAbsent(bytes, range) { return nil }
    return try FieldParsing.printedPercent(
      bytes, range, decimalSeparator: decimalSeparator, isFraction: isFraction)
  }

  /// Derives a count from several columns; below zero it is 0, and the row is suspect.
  ///
  /// - Parameter sign: What the columns behind the first one are taken with: 1 or −1.
  private mutating func combine(
    _ number: ColumnMap.Number, _ fields: [Int], _ sign: Int, _ records: borrowing RecordBatch,
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
        difference += index == 0 ? value : sign * value
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
      if let words = number.words,
        let meaning = words.meaning(bytes, FieldParsing.trimmed(bytes, range))
      {
        let meant = ContiguousArray(meaning.utf8)
        if FieldParsing.isAbsent(meant.span, 0..<meant.count) { return IntervalBatch.absent }
        return try self.number(number, meant.span, 0..<meant.count)
      }
      return try self.number(number, bytes, range)
    } catch {
      if FieldParsing.isAbsent(bytes, range) {
        let isBlank = FieldParsing.trimmed(bytes, range).isEmpty
        return number.isZeroWhereBlank && isBlank ? 0 : IntervalBatch.absent
      }
      if failures[row] == nil {
        failures[row] = rejection(
          source, field: field, records,
          .field(column: number.name, text: text(source, field, records), error),
          place: batch.place(row))
      }
      return IntervalBatch.absent
    }
  }

  /// Reads one count, or a duration in milliseconds, in any form.
  private func number(
    _ number: ColumnMap.Number, _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(FieldFailure) -> Int {
    if !number.isDuration {
      if number.hasGroups {
        return try FieldParsing.groupedNumber(bytes, range, decimalSeparator: decimalSeparator)
      }
      return try FieldParsing.wholeNumber(bytes, range, decimalSeparator: decimalSeparator)
    }
    if number.isMilliseconds {
      return try FieldParsing.milliseconds(bytes, range, decimalSeparator: decimalSeparator)
    }
    let microseconds = try FieldParsing.durationMicroseconds(
      bytes, range, decimalSeparator: decimalSeparator)
    return Int(microseconds / 1000)
  }
}
