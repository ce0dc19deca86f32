import ContactRecords
import DelimitedText
import PerformanceMetrics

/// Reads exclusions.
struct ExclusionReading: InputReading {
  private var reader: RowReader<ExclusionRecord>
  /// Which source of the tally the input is.
  private let source: Int
  private var first: Exclusion.Moment?
  private var last: Exclusion.Moment?
  private(set) var offsets: [Int16] = []

  /// Begins an input.
  ///
  /// - Parameter base: Physical lines of all inputs before it.
  init(
    header: [String], delimiter: UInt8, _ configuration: Configuration, base: Int,
    _ center: inout CenterTally
  ) throws(SchemaError) {
    reader = RowReader(
      map: try FieldMap(kind: .exclusions, header: header, columns: configuration.columns),
      delimiter: delimiter, zone: configuration.zone)
    source = center.exclusions.accounts.sources.count
    center.exclusions.beginSource(base: base)
  }

  var kind: RecordKind { .exclusions }
  var unmapped: [String] { reader.map.unmapped }
  var fallbacks: [ColumnMap.Fallback] { reader.map.fallbacks }

  var leftOut: [(cause: String, rows: Int)] {
    [("repeated header", reader.repeatedHeaders), ("totals", reader.totalsRows)]
  }

  mutating func take(
    _ records: borrowing RecordBatch, from first: Int, into center: inout CenterTally,
    rejects: inout [RejectedRecord]
  ) {
    var rows: [RowReader<ExclusionRecord>.Numbered] = []
    reader.read(records, from: first, into: &rows, rejects: &rejects)
    for row in rows {
      center.exclusions.add(row.record, line: row.line)
      note(Exclusion(row.record).start)
      for offset in row.record.offsets where offsets.count < 2 && !offsets.contains(offset) {
        offsets.append(offset)
      }
    }
  }

  func account(in center: CenterTally) -> InputAccount {
    InputAccount(
      accepted: center.exclusions.accounts.sources[source].accepted, first: first?.description,
      last: last?.description)
  }

  private mutating func note(_ start: Exclusion.Moment) {
    first = first.map { min($0, start) } ?? start
    last = last.map { max($0, start) } ?? start
  }
}
