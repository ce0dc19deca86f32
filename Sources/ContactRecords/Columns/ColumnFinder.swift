import Basics

/// Finds the fields behind canonical names, and keeps account of what was used.
struct ColumnFinder {
  let header: [String]
  let columns: [String: ColumnSource]
  var used: Set<Int> = []
  var fallbacks: [ColumnMap.Fallback] = []

  init(header: [String], columns: [String: ColumnSource]) {
    self.header = header
    self.columns = columns
  }

  /// Threshold columns of the header and the configuration, by threshold.
  var thresholdNames: [String] {
    Set(header.map { $0.lowercased() } + columns.keys).filter { ThresholdColumn($0) != nil }
      .sorted {
        let (a, b) = (ThresholdColumn($0)!, ThresholdColumn($1)!)
        return (a.seconds, $0) < (b.seconds, $1)
      }
  }

  /// Columns that nothing is read from, so far.
  var unmapped: [String] {
    header.indices.filter { !used.contains($0) && header[$0] != "" }.map { header[$0] }
  }

  /// Mapped columns of a kind that the file lacks, and has not under their canonical
  /// names either.
  func lacking(of kind: RecordKind) -> [ColumnMap.Fallback] {
    kind.columns.compactMap { name in
      guard let source = columns[name], !has(name) else { return nil }
      return ColumnMap.Fallback(
        canonical: name, source: source.names.first { !hasColumn($0) } ?? name)
    }
  }

  /// Tells whether a canonical name can be found.
  func has(_ canonical: String) -> Bool {
    if let source = columns[canonical],
      source.names.allSatisfy({ name in header.contains { same($0, name) } })
    {
      return true
    }
    return header.contains { same($0, canonical) }
  }

  /// Tells whether the header has a column of this name.
  func hasColumn(_ name: String) -> Bool { header.contains { same($0, name) } }

  /// Finds the fields that are joined to a text.
  mutating func fields(_ canonical: String) throws(SchemaError) -> [Int]? {
    guard let source = try resolved(canonical) else { return nil }
    guard source.count > 1 else { return source }
    switch columns[canonical] {
    case .difference, .sum: throw SchemaError(.derivedText(canonical))
    case .joined, nil: return source
    }
  }

  /// Finds the fields of the first list of the export's own columns that are all there.
  mutating func fields(ofFirst lists: [[String]]) -> [Int]? {
    for names in lists {
      let found = names.compactMap { name in header.firstIndex { same($0, name) } }
      guard !found.isEmpty, found.count == names.count else { continue }
      used.formUnion(found)
      return found
    }
    return nil
  }

  /// Finds the one field of a value.
  mutating func field(_ canonical: String) throws(SchemaError) -> Int? {
    guard let source = try fields(canonical) else { return nil }
    guard source.count == 1 else { throw joined(canonical, source) }
    return source[0]
  }

  /// Finds where a number comes from.
  mutating func number(_ canonical: String) throws(SchemaError) -> ColumnMap.NumberSource? {
    guard let source = try resolved(canonical) else { return nil }
    if source.count == 1 { return .field(source[0]) }
    let number: ColumnMap.NumberSource
    switch columns[canonical] {
    case .difference: number = .difference(source)
    case .sum: number = .sum(source)
    case .joined, nil: throw joined(canonical, source)
    }
    for (index, field) in source.enumerated() where source[..<index].contains(field) {
      throw SchemaError(.repeatedPart(canonical, column: header[field]))
    }
    if IntervalColumn.allCases.contains(where: { $0.name == canonical && $0.isDuration }) {
      throw SchemaError(.derivedText(canonical))
    }
    return number
  }

  private func joined(_ canonical: String, _ fields: [Int]) -> SchemaError {
    SchemaError(.joinedNumber(canonical, columns: fields.map { header[$0] }))
  }

  /// Finds the fields of a canonical name, the configured ones first.
  private mutating func resolved(_ canonical: String) throws(SchemaError) -> [Int]? {
    if let source = columns[canonical] {
      var found: [Int] = []
      for name in source.names {
        guard let index = try position(of: name) else {
          if let own = try position(of: canonical) {
            used.insert(own)
            fallbacks.append(.init(canonical: canonical, source: name))
            return [own]
          }
          throw SchemaError(
            .noSuchColumn(name, mappedTo: canonical, nearest: NearestName.of(name, in: header)))
        }
        found.append(index)
      }
      used.formUnion(found)
      return found
    }
    guard let index = try position(of: canonical) else { return nil }
    used.insert(index)
    return [index]
  }

  /// Finds a name in the header: as written, else without regard to case.
  private func position(of name: String) throws(SchemaError) -> Int? {
    var matches = header.indices.filter { header[$0] == name }
    if matches.isEmpty { matches = header.indices.filter { same(header[$0], name) } }
    if matches.count > 1 { throw SchemaError(.doubledColumn(name)) }
    return matches.first
  }

  private func same(_ a: String, _ b: String) -> Bool { a.lowercased() == b.lowercased() }
}
