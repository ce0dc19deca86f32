extension RecordKind {
  /// Tells from a header what its rows stand for.
  ///
  /// Costs and quality costs share a header: it is taken for costs, and the
  /// categories below it decide. A column for quarters is one of quality costs alone.
  ///
  /// - Parameters:
  ///   - header: The names in the order of the file, trimmed.
  ///   - columns: Configured sources by canonical name.
  /// - Throws: `SchemaError` when no kind of record has these columns.
  public static func recognized(
    header: [String], columns: [String: ColumnSource]
  ) throws(SchemaError) -> RecordKind {
    let finder = ColumnFinder(header: header, columns: columns)
    func has(_ group: [String]) -> Bool { group.contains { finder.has($0) } }
    if finder.has("interval_start") { return .intervals }
    if finder.has("month"), has(["offered", "answered", "abandoned"]) { return .intervals }
    for kind in allCases where kind != .intervals && kind.required.allSatisfy(has) {
      return kind == .costs && finder.has("quarter") ? .qualityCosts : kind
    }
    throw SchemaError(.unknownKind(found: header))
  }

  /// What its records are called in a sentence.
  public var noun: String {
    switch self {
    case .intervals: "interval records"
    case .contacts, .evaluations, .surveys, .costs, .evidence, .exclusions, .claims, .ratings:
      rawValue
    case .sums: "sums of a roll-up"
    case .qualityCosts: "quality costs"
    }
  }
}
