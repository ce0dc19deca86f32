import Audit
import ContactRecords
import DelimitedText

/// Claims as the rows of a file, and what becomes of them.
struct ClaimFile {
  var claims: [Claim] = []
  var rejects: [RejectedRecord] = []

  /// Reads rows below the usual header.
  init(_ rows: [String]) throws {
    let text = (["id,measure,scope,period,claimed"] + rows).map { $0 + "\n" }.joined()
    var reader = try RecordReader(MemoryByteSource(text.utf8))
    var batch = RecordBatch()
    var rowReader: RowReader<Claim>?
    var read: [RowReader<Claim>.Numbered] = []
    while try reader.read(into: &batch) {
      var first = 0
      if rowReader == nil {
        let header = (0..<Int(batch.rows[0].fieldCount)).map { batch.text(row: 0, field: $0) }
        rowReader = RowReader(
          map: try FieldMap(kind: .claims, header: header, mapping: .init()),
          delimiter: reader.dialect.delimiter)
        first = 1
      }
      rowReader!.read(batch, from: first, into: &read, rejects: &rejects)
    }
    claims = read.map(\.record)
  }

  /// Reads one claim.
  static func claim(
    _ measure: String, _ scope: String = "", _ period: String, _ claimed: String
  ) throws -> Claim {
    try ClaimFile(["1,\(measure),\(scope),\(period),\"\(claimed)\""]).claims[0]
  }
}
