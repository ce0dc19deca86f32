import Audit
import ContactRecords
import DelimitedText
import PerformanceMetrics

/// Reads claims, which are held against the records of the other inputs.
struct ClaimReading: RowReading {
  private(set) var reader: RowReader<Claim>
  /// The claims so far, in the order of their file.
  private(set) var claims: [Claim] = []

  /// Begins an input.
  init(_ schema: FileSchema, delimiter: UInt8) throws(SchemaError) {
    reader = RowReader(
      map: try FieldMap(kind: .claims, header: schema.header, mapping: schema.mapping),
      delimiter: delimiter)
  }

  var kind: RecordKind { .claims }

  mutating func take(
    _ records: borrowing RecordBatch, from first: Int, _: inout NoDecoding, lines: Int,
    into center: inout CenterTally, rejects: inout [RejectedRecord]
  ) {
    var rows: [RowReader<Claim>.Numbered] = []
    reader.read(records, from: first, into: &rows, rejects: &rejects)
    claims += rows.map(\.record)
  }

  func account(in center: CenterTally) -> InputAccount { InputAccount(accepted: claims.count) }
}
