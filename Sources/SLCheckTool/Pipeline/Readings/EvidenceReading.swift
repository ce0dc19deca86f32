import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics

/// Reads attestations.
struct EvidenceReading: RowReading {
  private(set) var reader: RowReader<EvidenceRecord>
  private var rows: [RowReader<EvidenceRecord>.Numbered] = []

  /// Begins an input.
  init(
    _ schema: FileSchema, delimiter: UInt8
  ) throws(SchemaError) {
    let map = try FieldMap(kind: .evidence, header: schema.header, mapping: schema.mapping)
    reader = RowReader(map: map, delimiter: delimiter)
  }

  var kind: RecordKind { .evidence }

  mutating func take(
    _ records: borrowing RecordBatch, from first: Int, _: inout NoDecoding, lines: Int,
    into center: inout CenterTally, rejects: inout [RejectedRecord]
  ) {
    reader.read(records, from: first, into: &rows, rejects: &rejects)
  }

  mutating func finish(_ center: inout CenterTally) throws(SchemaError) {
    center.evidence += rows.map(\.record)
  }

  func account(in center: CenterTally) -> InputAccount {
    let days = rows.map(\.record.from)
    return InputAccount(
      accepted: rows.count, first: days.min()?.description, last: days.max()?.description)
  }
}
