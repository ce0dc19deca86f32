import Basics

/// Which column of a file gives which value of an interval record.
public struct ColumnMap: Hashable, Sendable {
  /// Where a number comes from.
  enum NumberSource: Hashable, Sendable {
    /// One field.
    case field(Int)
    /// The first field less all others.
    case difference([Int])
  }

  /// A number and where it comes from.
  struct Number: Hashable, Sendable {
    /// Position of the column in the batch.
    let target: Int
    /// The canonical name, for messages.
    let name: String
    let isDuration: Bool
    let source: NumberSource
  }

  /// The names of the header as they stand in the file, trimmed.
  let header: [String]
  /// Fields of a record, as many as the header has.
  public var fieldCount: Int { header.count }
  /// Whether the header ends in a nameless column, which rows may leave out.
  let endsNameless: Bool
  /// Thresholds that column names state, in the order of the batch.
  public let thresholds: [ThresholdColumn]
  /// Columns that nothing is read from.
  public let unmapped: [String]
  /// Mapped columns that the file lacks and has under their canonical names.
  public let fallbacks: [Fallback]

  /// A canonical column that is read because a mapped one is not there.
  public struct Fallback: Hashable, Sendable {
    /// The canonical name.
    public let canonical: String
    /// The mapped column that the file lacks.
    public let source: String
  }
  /// Fields that are joined to the time stamp.
  let stamp: [Int]
  /// Fields that are joined to the site, the queue, the channel and the part; empty where absent.
  let names: [[Int]]
  let numbers: [Number]
  /// The field with the interval length in minutes.
  let length: Int?

  /// Columns that may state a threshold; each takes eight bytes a row of a batch.
  static let mostThresholds = 64

  /// Canonical names of the text that makes up a key.
  static let nameColumns = ["site", "queue", "channel", "part"]

  /// Maps the columns of a header.
  ///
  /// Canonical names are found without regard to case and surrounding blanks. A
  /// configured source goes before a canonical name. A file that lacks the source
  /// is read by the canonical name, which is noted; when it has neither, that is an
  /// error and never a column less.
  ///
  /// - Parameters:
  ///   - header: The names in the order of the file, trimmed.
  ///   - columns: Configured sources by canonical name.
  /// - Throws: `SchemaError` when these are no interval records, or a column that
  ///   they need is not there.
  public init(header: [String], columns: [String: ColumnSource]) throws(SchemaError) {
    var finder = ColumnFinder(header: header, columns: columns)
    try ColumnMap.requireIntervals(&finder, header: header)
    self.header = header
    endsNameless = header.last == ""

    stamp = try finder.fields("interval_start") ?? []
    var names: [[Int]] = []
    for name in ColumnMap.nameColumns { names.append(try finder.fields(name) ?? []) }
    self.names = names
    length = try finder.field("interval_minutes")

    var numbers: [Number] = []
    for column in IntervalColumn.allCases {
      guard let source = try finder.number(column.name) else { continue }
      numbers.append(
        Number(
          target: column.rawValue, name: column.name, isDuration: column.isDuration,
          source: source))
    }
    var thresholds: [ThresholdColumn] = []
    for name in finder.thresholdNames {
      guard let source = try finder.number(name), let threshold = ThresholdColumn(name) else {
        continue
      }
      numbers.append(
        Number(
          target: IntervalColumn.allCases.count + thresholds.count, name: name, isDuration: false,
          source: source))
      thresholds.append(threshold)
    }
    guard thresholds.count <= ColumnMap.mostThresholds else {
      throw SchemaError(.tooManyThresholds(thresholds.count))
    }
    self.numbers = numbers
    self.thresholds = thresholds

    fallbacks = finder.fallbacks
    unmapped = header.indices.filter { !finder.used.contains($0) && header[$0] != "" }
      .map { header[$0] }
    try requireCounts(header: header, hasServiceLevel: finder.has("service_level"))
  }

  /// Tells whether a numeric column is mapped.
  func has(_ column: IntervalColumn) -> Bool {
    numbers.contains { $0.target == column.rawValue }
  }

  private func requireCounts(header: [String], hasServiceLevel: Bool) throws(SchemaError) {
    let counts = [IntervalColumn.offered, .answered, .abandoned]
    guard counts.count(where: has) >= 2 else {
      throw SchemaError(.missing(columns: "two of offered, answered and abandoned", found: header))
    }
    let hasWithin =
      has(.answeredWithin) || has(.answeredAfter)
      || thresholds.contains { !$0.countsAbandoned }
    guard hasWithin else {
      if hasServiceLevel {
        throw SchemaError(
          .unsupportedColumn("service_level", instead: "counts: answered_within"))
      }
      throw SchemaError(.missing(columns: "answered_within", found: header))
    }
  }

  /// Tells interval records from all other kinds.
  private static func requireIntervals(
    _ finder: inout ColumnFinder, header: [String]
  ) throws(SchemaError) {
    if finder.has("interval_start") { return }
    for kind in RecordKind.allCases where kind != .intervals {
      let isKind = kind.required.allSatisfy { group in group.contains { finder.has($0) } }
      if isKind { throw SchemaError(.unsupportedKind(kind)) }
    }
    if finder.has("month"), finder.has("offered") || finder.has("answered") {
      throw SchemaError(.unsupportedColumn("month", instead: "daily or interval records"))
    }
    throw SchemaError(.unknownKind(found: header))
  }
}

/// Finds the fields behind canonical names, and keeps account of what was used.
private struct ColumnFinder {
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

  /// Tells whether a canonical name can be found.
  func has(_ canonical: String) -> Bool {
    if let source = columns[canonical],
      source.names.allSatisfy({ name in header.contains { same($0, name) } })
    {
      return true
    }
    return header.contains { same($0, canonical) }
  }

  /// Finds the fields that are joined to a text.
  mutating func fields(_ canonical: String) throws(SchemaError) -> [Int]? {
    guard let source = try resolved(canonical) else { return nil }
    if case .difference = columns[canonical], source.count > 1 {
      throw SchemaError(.derivedText(canonical))
    }
    return source
  }

  /// Finds the one field of a value.
  mutating func field(_ canonical: String) throws(SchemaError) -> Int? {
    guard let source = try fields(canonical) else { return nil }
    guard source.count == 1 else { throw SchemaError(.joinedNumber(canonical)) }
    return source[0]
  }

  /// Finds where a number comes from.
  mutating func number(_ canonical: String) throws(SchemaError) -> ColumnMap.NumberSource? {
    guard let source = try resolved(canonical) else { return nil }
    if source.count == 1 { return .field(source[0]) }
    guard case .difference = columns[canonical] else {
      throw SchemaError(.joinedNumber(canonical))
    }
    if IntervalColumn.allCases.contains(where: { $0.name == canonical && $0.isDuration }) {
      throw SchemaError(.derivedText(canonical))
    }
    return .difference(source)
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
