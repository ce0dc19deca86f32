extension ColumnMapping {
  /// The canonical name of the column that identifies a customer.
  private static let customerColumn = "customer_id"

  /// Finds the fields of a file of any kind that identify customers by their names.
  ///
  /// They are those of the canonical name and of the columns that are mapped to it,
  /// whether or not the kind of record reads them.
  ///
  /// - Parameter header: The names in the order of the file, trimmed.
  public func customerFields(of header: [String]) -> [Int] {
    let names =
      [ColumnMapping.customerColumn] + (columns[ColumnMapping.customerColumn]?.names ?? [])
    let known = Set(names.map { $0.lowercased() })
    return header.indices.filter { known.contains(header[$0].lowercased()) }
  }
}
