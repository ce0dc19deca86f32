public import DelimitedText

/// Fields as they were written, for those who judge them later and say where they stand.
extension RowFields {
  /// Finds where a value stands in the file, as people count.
  ///
  /// - Parameters:
  ///   - column: The canonical name of the value.
  ///   - records: The batch that the row lies in.
  /// - Returns: The physical line and the column in characters, both from 1.
  public func position(
    _ column: String, _ records: borrowing RecordBatch
  ) -> (line: Int, column: Int) {
    guard let field = map.fields[column]?.first else { return (records.rows[row].line, 1) }
    return records.position(row: row, field: field)
  }

  /// Copies the text of a value as it was written, without padding; empty where it is absent.
  ///
  /// - Parameters:
  ///   - column: The canonical name of the value.
  ///   - records: The batch that the row lies in.
  public func written(_ column: String, _ records: borrowing RecordBatch) -> String {
    guard let field = map.fields[column]?.first else { return "" }
    let range = FieldParsing.trimmed(
      records.bytes.span, records.range(row: row, field: field))
    return String(decoding: records.bytes[range], as: UTF8.self)
  }
}
