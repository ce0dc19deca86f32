import ContactRecords
import DelimitedText

/// Rows of a small kind, read from a text with its header.
struct ReadRows<Record: RowRecord> {
  /// The records in order.
  var records: [Record] = []
  /// The rejects with their places.
  var rejects: [String] = []

  init(_ kind: RecordKind, _ text: String, delimiter: UInt8 = UInt8(ascii: ",")) throws {
    var source = try RecordReader(MemoryByteSource(text.utf8), delimiter: delimiter)
    var batch = RecordBatch()
    var reader: RowReader<Record>?
    var rows: [RowReader<Record>.Numbered] = []
    var rejected: [RejectedRecord] = []
    while try source.read(into: &batch) {
      var first = 0
      if reader == nil {
        let header = (0..<Int(batch.rows[0].fieldCount)).map { batch.text(row: 0, field: $0) }
        reader = RowReader(
          map: try FieldMap(kind: kind, header: header, columns: [:]), delimiter: delimiter)
        first = 1
      }
      reader!.read(batch, from: first, into: &rows, rejects: &rejected)
    }
    records = rows.map(\.record)
    rejects = rejected.map { "\($0.line):\($0.column): \($0.reason)" }
  }
}
