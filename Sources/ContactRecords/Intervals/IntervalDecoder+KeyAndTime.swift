import Basics
import DelimitedText

// MARK: - Time

extension IntervalDecoder {
  /// Reads the start of a row's interval, joining its fields where it has several.
  ///
  /// A row of a whole month stands on the month's last day: what it counts is known then.
  mutating func stamp(
    _ row: Int, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Stamp {
    let source = map.stamp
    if source.fields.count > 1, let field = source.absentField(row, records) {
      throw rejection(row, field: field, records, .absent(column: source.name))
    }
    do {
      if map.isMonthly {
        let month = try source.readMonth(row, records, &scratch)
        return Stamp(day: month.lastDay.daysSinceEpoch, secondOfDay: 0, offsetMinutes: nil)
      }
      if let stamp = lastStamp.stamp(of: row, records) { return stamp }
      let stamp = try source.read(row, records, &scratch)
      found.offsets.note(stamp.offsetMinutes)
      lastStamp.keep(stamp, of: row, records)
      return stamp
    } catch {
      throw rejection(
        row, field: source.fields[0], records,
        source.absentField(row, records) != nil
          ? .absent(column: source.name)
          : .field(column: source.name, text: source.text(row, records), error))
    }
  }

  /// Reads or takes over the interval length of a row; 0 where nothing states it.
  ///
  /// - Parameters:
  ///   - start: The start on the wall clock.
  ///   - written: The start as the row has it.
  mutating func length(
    _ row: Int, _ records: borrowing RecordBatch, start: Stamp, written: Stamp, key: Int32,
    pass: WallPass = .first
  ) throws(RejectedRecord) -> Int {
    guard statesLength else { return 0 }
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
    if let end = map.end {
      minutes = try self.minutes(until: end, row, records, written, place) ?? minutes
    }
    if minutes > 0, Int(start.secondOfDay) % (minutes * 60) != 0 {
      throw rejection(
        row, field: map.stamp.fields[0], records,
        .offGrid(start: "\(place.time)", minutes: minutes), place: place)
    }
    return minutes
  }

  /// Counts the minutes to the end that a row states; nil where it states none.
  ///
  /// An end in the last minute of the interval (08:29:59) is that of the whole minute. On
  /// the clock of a zone a length that no interval has may be one over a change of the
  /// clock, and says nothing; a day or more says enough.
  private mutating func minutes(
    until end: TimeSource, _ row: Int, _ records: borrowing RecordBatch, _ start: Stamp,
    _ place: RejectedRecord.Place
  ) throws(RejectedRecord) -> Int? {
    if end.absentField(row, records) != nil { return nil }
    let stamp: Stamp
    do throws(FieldFailure) {
      stamp = try end.read(row, records, &scratch)
    } catch {
      throw rejection(
        row, field: end.fields[0], records,
        .field(
          column: map.header[end.fields[0]], text: end.text(row, records), error), place: place)
    }
    let minutes = (stamp.seconds(since: start) + 59) / 60
    guard minutes > 0 else {
      throw rejection(
        row, field: end.fields[0], records,
        .notAfter(
          column: map.header[end.fields[0]], text: end.text(row, records),
          start: map.stamp.text(row, records)), place: place)
    }
    if IntervalLength.known.contains(minutes) { return minutes }
    if options.zone != nil, minutes < IntervalLength.day { return nil }
    throw rejection(row, field: end.fields[0], records, .intervalLength(minutes), place: place)
  }
}
