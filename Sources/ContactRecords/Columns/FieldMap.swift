/// Which fields of a file give which value of the records of a small kind.
///
/// Interval records and contacts come by the million and have maps of their own;
/// all other kinds are read by canonical name, row by row, through this one.
public struct FieldMap: Hashable, Sendable {
  /// What a row stands for.
  public let kind: RecordKind
  /// The names of the header as they stand in the file, trimmed.
  let header: [String]
  /// The fields behind each canonical name that the file gives; several are joined by a blank.
  let fields: [String: [Int]]
  /// What the configuration says of columns.
  let mapping: ColumnMapping
  /// Columns that nothing is read from.
  public let unmapped: [String]
  /// Mapped columns that the file lacks and has under their canonical names.
  public let fallbacks: [ColumnMap.Fallback]
  /// Mapped columns that the file lacks, and has not under their canonical names either.
  public let lacking: [ColumnMap.Fallback]

  /// Maps the columns of a header.
  ///
  /// A configured source stands for every kind of file. A file that lacks it, and
  /// does not need the value, is read without it.
  ///
  /// - Parameters:
  ///   - kind: What the rows are known to be.
  ///   - header: The names in the order of the file, trimmed.
  ///   - mapping: What the configuration says of columns.
  /// - Throws: `SchemaError` when a column that these records need is not there, or
  ///   stands there twice.
  public init(
    kind: RecordKind, header: [String], mapping: ColumnMapping
  ) throws(SchemaError) {
    var finder = ColumnFinder(header: header, columns: mapping.columns)
    for group in kind.required where !group.contains(where: { finder.has($0) }) {
      throw SchemaError(
        .missing(kind, columns: group.joined(separator: " or "), found: header))
    }
    var fields: [String: [Int]] = [:]
    for name in kind.columns where finder.has(name) {
      fields[name] = try finder.fields(name)
    }
    self.kind = kind
    self.header = header
    self.fields = fields
    self.mapping = mapping
    unmapped = finder.unmapped
    fallbacks = finder.fallbacks
    lacking = finder.lacking(of: kind)
  }

  /// Tells whether the file gives a value.
  public func has(_ name: String) -> Bool { fields[name] != nil }

  /// Where a time stands; `nil` where the file does not give it.
  func time(_ name: String) -> TimeSource? {
    fields[name].map { TimeSource(name: name, fields: $0, mapping: mapping) }
  }
}

// MARK: - Columns alone

extension FieldMap {
  /// Maps the columns of a header where nothing but their names is configured.
  public init(
    kind: RecordKind, header: [String], columns: [String: ColumnSource]
  ) throws(SchemaError) {
    try self.init(kind: kind, header: header, mapping: ColumnMapping(columns: columns))
  }
}
