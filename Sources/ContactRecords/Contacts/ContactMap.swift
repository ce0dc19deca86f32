import Basics

/// Which fields of a file give which value of a contact.
public struct ContactMap: Hashable, Sendable {
  /// A value that stands in one field.
  struct Value: Hashable, Sendable {
    /// The canonical name.
    let name: String
    let field: Int
    /// What the export's own words mean; `nil` where all stand for themselves.
    let words: WordMap?
    /// Whether a duration is given in milliseconds.
    let isMilliseconds: Bool
    /// Whether a field without any text says 0.
    var isZeroWhereBlank = false
  }

  /// A text that stands in one field, or in several that are joined by a blank.
  struct Text: Hashable, Sendable {
    /// The canonical name.
    let name: String
    let fields: [Int]
    /// What the export's own words mean; `nil` where all stand for themselves.
    let words: WordMap?
    /// What stands between several texts in one field, of which the first counts.
    var separator: UInt8?
  }

  /// The names of the header as they stand in the file, trimmed.
  let header: [String]
  /// What the configuration says of columns.
  let mapping: ColumnMapping
  /// Columns that nothing is read from.
  public let unmapped: [String]
  /// Mapped columns that the file lacks and has under their canonical names.
  public let fallbacks: [ColumnMap.Fallback]
  /// Mapped columns that the file lacks under either name, and is read without.
  public let lacking: [ColumnMap.Fallback]

  /// When the contact started.
  let start: TimeSource
  /// When it was answered.
  let answeredAt: TimeSource?
  /// Fields that are joined to the site, the queue and the channel.
  let names: [[Int]]
  let outcome: Text?
  let direction: Text?
  let wait: Value?
  /// The mapped parts of the handle time.
  let handleParts: [Value]
  let contact: Text?
  let customer: Text?
  let reason: Text?
  let agent: Text?
  let resolved: Value?
  let type: Text?
  let value: Value?

  /// Maps the columns of a header.
  ///
  /// A configured source stands for every kind of file: one that this file lacks,
  /// and does not need, is noted and done without.
  ///
  /// - Parameters:
  ///   - header: The names in the order of the file, trimmed.
  ///   - mapping: What the configuration says of columns.
  /// - Throws: `SchemaError` when these are no contacts, or a column that they need is
  ///   not there.
  public init(header: [String], mapping: ColumnMapping) throws(SchemaError) {
    var finder = ColumnFinder(header: header, columns: mapping.columns)
    try ContactMap.require(["started_at"], &finder)
    try ContactMap.require(["outcome", "wait_seconds"], &finder)

    func fields(_ name: String) throws(SchemaError) -> [Int]? {
      finder.has(name) ? try finder.fields(name) : nil
    }
    func text(_ name: String) throws(SchemaError) -> Text? {
      guard let fields = try fields(name) else { return nil }
      return Text(
        name: name, fields: fields, words: mapping.values[name],
        separator: mapping.habits.lists[name])
    }
    func value(_ name: String) throws(SchemaError) -> Value? {
      guard finder.has(name), let field = try finder.field(name) else { return nil }
      return Value(
        name: name, field: field, words: mapping.values[name],
        isMilliseconds: mapping.isMilliseconds(name),
        isZeroWhereBlank: mapping.habits.blankIsZero.contains(name))
    }
    func time(_ name: String) throws(SchemaError) -> TimeSource? {
      guard let fields = try fields(name) else { return nil }
      return TimeSource(name: name, fields: fields, mapping: mapping)
    }
    start = try time("started_at")!
    answeredAt = try time("answered_at")
    var names: [[Int]] = []
    for name in ["site", "queue", "channel"] { names.append(try fields(name) ?? []) }
    self.names = names
    outcome = try text("outcome")
    direction = try text("direction")
    wait = try value("wait_seconds")
    var parts: [Value] = []
    for name in ["talk_seconds", "hold_seconds", "wrap_seconds"] {
      if let part = try value(name) { parts.append(part) }
    }
    handleParts = parts
    contact = try text("contact_id")
    customer = try text("customer_id")
    reason = try text("reason")
    agent = try text("agent")
    resolved = try value("resolved")
    type = try text("transaction_type")
    self.value = try value("transaction_value")

    self.header = header
    self.mapping = mapping
    fallbacks = finder.fallbacks
    unmapped = finder.unmapped
    lacking = finder.lacking(of: .contacts)
  }

  /// Checks that one of a group of columns can be found.
  private static func require(
    _ group: [String], _ finder: inout ColumnFinder
  ) throws(SchemaError) {
    for name in group where finder.has(name) { return }
    // A source that is configured and not there is named with its nearest name.
    for name in group where finder.columns[name] != nil { _ = try finder.fields(name) }
    throw SchemaError(
      .missing(.contacts, columns: group.joined(separator: " or "), found: finder.header))
  }

  /// Tells whether the file gives the contacts' identifiers.
  public var hasContactIDs: Bool { contact != nil }
  /// Tells whether the file gives the customers' identifiers.
  public var hasCustomers: Bool { customer != nil }
  /// The fields that the customers' identifiers are read from.
  public var customerFields: [Int] { customer?.fields ?? [] }
}
