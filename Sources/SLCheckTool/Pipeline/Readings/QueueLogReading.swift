import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics

/// Reads a log of events, several of which make up a contact.
///
/// A line in which a call enters a queue is the contact; the lines of what happens to it
/// afterwards are ignored as events of a contact, so that every line is accounted for.
struct QueueLogReading: InputReading {
  private var reader: QueueLogReader
  private var batch = ContactBatch()
  /// Which source of the tally the input is.
  private let source: Int
  private var first: IntervalStart?
  private var last: IntervalStart?
  /// Answered contacts whose end the log does not have.
  private var withoutEnd = 0
  /// Contacts of which nothing says what became of them.
  private var stillOpen = 0

  /// Begins an input.
  ///
  /// - Parameter base: Physical lines of all inputs before it.
  init(_ configuration: Configuration, base: Int, _ center: inout CenterTally) {
    reader = QueueLogReader(mapping: configuration.mapping, zone: configuration.zone)
    source = center.sieve.accounts.sources.count
    center.beginContacts(base: base)
  }

  var kind: RecordKind { .contacts }
  var unmapped: [String] { [] }
  var fallbacks: [ColumnMap.Fallback] { [] }
  var offsets: [Int16] { reader.offsets }
  /// The field of the caller.
  var customerFields: [Int] { [6] }

  var leftOut: [(cause: String, rows: Int)] {
    [
      ("events of a contact", reader.lines.ofContacts),
      ("of calls that entered before", reader.lines.ofOthers),
      ("of no call", reader.lines.ofNoCall),
    ]
  }

  var notes: [String] {
    var notes: [String] = []
    if withoutEnd > 0 {
      notes.append(
        "\(grouped(withoutEnd)) answered contacts have no end in the log; the averages of handle "
          + "time of their days and months are not known")
    }
    if stillOpen > 0 {
      notes.append("\(grouped(stillOpen)) contacts have no end in the log and are open")
    }
    return notes
  }

  mutating func take(
    _ records: borrowing RecordBatch, from first: Int, _: inout NoDecoding, lines: Int,
    into center: inout CenterTally, rejects: inout [RejectedRecord]
  ) {
    reader.read(records, into: &batch, keys: &center.keys, rejects: &rejects)
    give(&center)
  }

  mutating func finish(_ center: inout CenterTally) throws(SchemaError) {
    reader.finish(into: &batch)
    give(&center)
  }

  func account(in center: CenterTally) -> InputAccount {
    let account = center.sieve.accounts.sources[source]
    return InputAccount(
      accepted: account.accepted, repeated: account.repeated, dropped: account.dropped,
      first: first?.description, last: last?.description)
  }

  private mutating func give(_ center: inout CenterTally) {
    for row in 0..<batch.count {
      let start = IntervalStart(
        day: CivilDate(daysSinceEpoch: batch.days[row]),
        time: CivilTime(minuteOfDay: Int(batch.seconds[row]) / 60))
      first = first.map { min($0, start) } ?? start
      last = last.map { max($0, start) } ?? start
      switch batch.outcome(row) {
      case .answered: withoutEnd += batch.handles[row] < 0 ? 1 : 0
      case .open: stillOpen += 1
      case .abandoned, .flowOut: break
      }
    }
    center.take(&batch)
  }
}
