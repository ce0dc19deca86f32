import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics

/// Reads contacts.
struct ContactReading: InputReading {
  private let decoder: ContactDecoder
  private var findings: ContactFindings
  /// Which source of the tally the input is.
  private let source: Int
  /// Physical lines of all inputs before it.
  private let base: Int
  private var first: IntervalStart?
  private var last: IntervalStart?
  /// Whether rows can be nothing but the places of rows that a roll-up could not read.
  private let mayHoldPlaces: Bool
  private var places = 0

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
    findings = decoder.findings
    self.base = base
    mayHoldPlaces = schema.isRolledUp
    source = center.sieve.accounts.sources.count
    center.beginContacts(base: base)
  }

  var kind: RecordKind { .contacts }
  var unmapped: [String] { decoder.map.unmapped }
  var fallbacks: [ColumnMap.Fallback] { decoder.map.fallbacks }
  var lacking: [ColumnMap.Fallback] { decoder.map.lacking }
  var customerFields: [Int] { decoder.map.customerFields }
  var offsets: [Int16] { findings.offsets.minutes }

  var leftOut: [(cause: String, rows: Int)] {
    [
      ("repeated header", findings.leftOut.repeatedHeaders),
      ("totals", findings.leftOut.totalsRows),
      ("without any value", findings.leftOut.emptyRows),
      ("of another direction than inbound", findings.otherDirections),
      ("not offered", findings.notOffered), ("by the profile", findings.leftOut.ignoredByProfile),
      ("places of rejected rows", places),
    ] + ignored(findings.leftOut.ignoredByRule)
  }

  var notes: [String] {
    var notes = moved(findings.movedRows)
    if findings.answeredWithoutWait > 0 {
      notes.append(
        "the wait of answered contacts is not known in \(findings.answeredWithoutWait) rows; they "
          + "count as in time at best and as late at worst")
    }
    if findings.answeredWithoutHandle > 0 {
      notes.append(
        "a part of the handle time of answered contacts is blank in "
          + "\(findings.answeredWithoutHandle) rows; the averages of their days and months are not known"
      )
    }
    return notes
  }

  func decoding() -> ContactDecoding { ContactDecoding(decoder) }

  mutating func take(
    _ records: borrowing RecordBatch, from first: Int, _ decoded: inout ContactDecoding,
    lines: Int, into center: inout CenterTally, rejects: inout [RejectedRecord]
  ) {
    var found = decoded.findings
    found.countLines(from: lines)
    findings.merge(found)
    decoded.batch.settle(lines: lines, &decoded.keys, in: &center.keys)
    decoded.batch.settle(types: decoded.types, in: &center.transactionTypes)
    for row in 0..<decoded.batch.count { note(row, of: decoded.batch) }
    center.take(&decoded.batch, identifiesCustomers: decoder.map.hasCustomers)
    for var reject in decoded.rejects {
      reject.settle(lines: lines, &decoded.keys, in: &center.keys)
      if mayHoldPlaces, reject.reason.isUnknown(RecordArchive.rejectedOutcome, in: "outcome") {
        places += 1
      } else {
        rejects.append(reject)
      }
      if let place = reject.place { center.noteRejectedContact(place) }
    }
  }

  mutating func finish(_ center: inout CenterTally) throws(SchemaError) {
    for seen in findings.currencies {
      center.costs.note(
        seen.currency, on: CivilDate(daysSinceEpoch: seen.day), at: base + seen.line)
    }
  }

  func account(in center: CenterTally) -> InputAccount {
    let account = center.sieve.accounts.sources[source]
    return InputAccount(
      accepted: account.accepted, repeated: account.repeated, dropped: account.dropped,
      warnings: [findings.handleTime.warning].compactMap(\.self), first: first?.description,
      last: last?.description)
  }

  private mutating func note(_ row: Int, of batch: borrowing ContactBatch) {
    let start = IntervalStart(
      day: CivilDate(daysSinceEpoch: batch.days[row]),
      time: CivilTime(minuteOfDay: Int(batch.seconds[row]) / 60))
    first = first.map { min($0, start) } ?? start
    last = last.map { max($0, start) } ?? start
  }
}
