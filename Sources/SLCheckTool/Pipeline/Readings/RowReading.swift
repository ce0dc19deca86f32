import ContactRecords

/// Reads the rows of a small kind, through the reader that all of these share.
protocol RowReading: InputReading {
  /// What a row becomes.
  associatedtype Record: RowRecord
  /// What the rows are read by, and what knows of the columns and of rows left out.
  var reader: RowReader<Record> { get }
}

extension RowReading {
  var unmapped: [String] { reader.map.unmapped }
  var fallbacks: [ColumnMap.Fallback] { reader.map.fallbacks }
  var lacking: [ColumnMap.Fallback] { reader.map.lacking }

  var leftOut: [(cause: String, rows: Int)] {
    [
      ("repeated header", reader.repeatedHeaders), ("totals", reader.totalsRows),
      ("without any value", reader.emptyRows),
    ]
      + ignored(reader.ignoredByRule)
  }
}
