import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics

/// Reads contacts.
struct ContactReading: InputReading {
  private var decoder: ContactDecoder
  private var batch = ContactBatch()
  /// Which source of the tally the input is.
  private let source: Int
  /// Physical lines of all inputs before it.
  private let base: Int
  private var first: IntervalStart?
  private var last: IntervalStart?

  /// Begins an input.
  ///
  /// - Parameter base: Physical lines of all inputs before it.
  init(
    _ schema: FileSchema, delimiter: UInt8, _ configuration: Configuration, base: Int,
    _ center: inout CenterTally
  ) throws(SchemaError) {
    decoder = ContactDecoder(
      map: try ContactMap(header: schema.header, mapping: schema.mapping), delimiter: delimiter,
      zone: configuration.zone)
    self.base = base
    source = center.sieve.accounts.sources.count
    center.beginContacts(base: base)
  }

  var kind: RecordKind { .contacts }
  var unmapped: [String] { decoder.map.unmapped }
  var fallbacks: [ColumnMap.Fallback] { decoder.map.fallbacks }
  var lacking: [ColumnMap.Fallback] { decoder.map.lacking }
  var customerFields: [Int] { decoder.map.customerFields }
  var offsets: [Int16] { decoder.offsets }

  var leftOut: [(cause: String, rows: Int)] {
    [
      ("repeated header", decoder.repeatedHeaders), ("totals", decoder.totalsRows),
      ("without any value", decoder.emptyRows),
      ("of another direction than inbound", decoder.otherDirections),
      ("not offered", decoder.notOffered), ("by the profile", decoder.ignoredByProfile),
    ] + ignored(decoder.ignoredByRule)
  }

  var notes: [String] {
    var notes = moved(decoder.movedRows)
    if decoder.answeredWithoutWait > 0 {
      notes.append(
        "the wait of answered contacts is not known in \(decoder.answeredWithoutWait) rows; they "
          + "count as in time at best and as late at worst")
    }
    if decoder.answeredWithoutHandle > 0 {
      notes.append(
        "a part of the handle time of answered contacts is blank in "
          + "\(decoder.answeredWithoutHandle) rows; the averages of their days and months are not known"
      )
    }
    return notes
  }

  mutating func take(
    _ records: borrowing RecordBatch, from first: Int, into center: inout CenterTally,
    rejects: inout [RejectedRecord]
  ) {
    let before = rejects.count
    decoder.decode(
      records, from: first, into: &batch, keys: &center.keys, types: &center.transactionTypes,
      rejects: &rejects)
    for row in 0..<batch.count { note(row) }
    center.take(&batch, identifiesCustomers: decoder.map.hasCustomers)
    for reject in rejects[before...] {
      if let place = reject.place { center.noteRejectedContact(place) }
    }
  }

  mutating func finish(_ center: inout CenterTally) throws(SchemaError) {
    for (currency, day, line) in decoder.currencies {
      center.costs.note(currency, on: CivilDate(daysSinceEpoch: day), at: base + line)
    }
  }

  func account(in center: CenterTally) -> InputAccount {
    let account = center.sieve.accounts.sources[source]
    return InputAccount(
      accepted: account.accepted, repeated: account.repeated, dropped: account.dropped,
      warnings: [decoder.handleTime.warning].compactMap(\.self), first: first?.description,
      last: last?.description)
  }

  private mutating func note(_ row: Int) {
    let start = IntervalStart(
      day: CivilDate(daysSinceEpoch: batch.days[row]),
      time: CivilTime(minuteOfDay: Int(batch.seconds[row]) / 60))
    first = first.map { min($0, start) } ?? start
    last = last.map { max($0, start) } ?? start
  }
}
