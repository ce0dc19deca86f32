extension FileSchema {
  /// A column of a file, and what is read from it.
  public struct ColumnUse: Hashable, Sendable {
    /// Its name as the header has it.
    public let name: String
    /// Canonical names that are read from it, alone or with other columns; empty where none is.
    public let canonical: [String]
    /// Its unit, where that is not the one of the canonical name.
    public let unit: MeasureUnit?
  }

  /// What is read from each column, in the order of the header; nameless ones are left out.
  public var columnUses: [ColumnUse] {
    let finder = ColumnFinder(header: header, columns: mapping.columns)
    let names = kind.columns + (kind == .intervals ? finder.thresholdNames : [])
    var uses: [String: [String]] = [:]
    for canonical in names where finder.has(canonical) {
      let mapped = mapping.columns[canonical]?.names ?? []
      let isMapped = !mapped.isEmpty && mapped.allSatisfy(finder.hasColumn)
      for name in isMapped ? mapped : [canonical] {
        uses[name.lowercased(), default: []].append(canonical)
      }
    }
    if let fields = (try? ColumnMap(header: header, mapping: mapping))?.end?.fields {
      for field in fields {
        uses[header[field].lowercased(), default: []].append("interval_minutes")
      }
    }
    return header.filter { !$0.isEmpty }.map { name in
      let canonical = uses[name.lowercased()] ?? []
      return ColumnUse(
        name: name, canonical: canonical,
        unit: canonical.lazy.compactMap { mapping.units[$0] }.first)
    }
  }
}
