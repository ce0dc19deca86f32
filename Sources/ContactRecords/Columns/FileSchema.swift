public import DelimitedText

/// What the header of a file says of the rows below it.
public struct FileSchema: Hashable, Sendable {
  /// The names of the header as they stand in the file, trimmed.
  public let header: [String]
  /// What a row stands for.
  public let kind: RecordKind
  /// The product whose export it is; `nil` where canonical or configured names suffice.
  public let profile: ACDProfile?
  /// What profile and configuration say of the columns; the configuration goes before.
  public private(set) var mapping: ColumnMapping
  /// Whether the file was written by a roll-up: its columns are canonical, and nothing that is
  /// said of other exports is about them.
  public let isRolledUp: Bool

  /// Understands a header.
  ///
  /// Canonical and configured names come first: a profile is only looked for where they
  /// do not suffice for a kind of record, or where one is asked for. One that is asked for
  /// stands for the exports of its product; a file that is of another kind by its
  /// canonical names stays what it is.
  ///
  /// - Parameters:
  ///   - header: The names in the order of the file, trimmed.
  ///   - configured: What the configuration says of columns.
  ///   - kind: What the rows are known to be; `nil` where the header tells.
  ///   - profile: The profile that is asked for; `nil` where the header tells.
  /// - Throws: `SchemaError` when no kind of record has these columns.
  public init(
    header: [String], configured: ColumnMapping, kind: RecordKind? = nil,
    profile: ACDProfile? = nil
  ) throws(SchemaError) {
    self.header = header
    if FileSchema.isRolledUp(header, configured) {
      if let kind {
        self.kind = kind
      } else {
        self.kind = try RecordKind.recognized(header: header, columns: [:])
      }
      (self.profile, mapping, isRolledUp) = (nil, .rolledUp, true)
      return
    }
    isRolledUp = false
    if let profile {
      let named = try? RecordKind.recognized(header: header, columns: configured.columns)
      let isOther = kind == nil && named != nil && named != profile.kind
      self.kind = kind ?? named ?? profile.kind
      self.profile = isOther ? nil : profile
    } else if let kind {
      (self.kind, self.profile) = (kind, nil)
    } else {
      do throws(SchemaError) {
        let named = try RecordKind.recognized(header: header, columns: configured.columns)
        let found =
          FileSchema.suffices(header, configured, named)
          ? nil : ACDProfile.recognized(header: header)
        (self.kind, self.profile) = (found?.kind ?? named, found)
      } catch {
        guard let found = ACDProfile.recognized(header: header) else { throw error }
        (self.kind, self.profile) = (found.kind, found)
      }
    }
    mapping = self.profile?.mapping(header: header).overlaid(by: configured) ?? configured
  }

  /// Understands a log of events, which has no header.
  public init(events profile: ACDProfile) {
    (header, kind) = ([], profile.kind)
    self.profile = profile
    mapping = ColumnMapping()
    isRolledUp = false
  }

  /// Tells whether a header is one that a roll-up writes: a part, and canonical names alone.
  private static func isRolledUp(_ header: [String], _ configured: ColumnMapping) -> Bool {
    header.contains("part") && configured.columns["part"] == nil
      && header.allSatisfy { name in RecordKind.allCases.contains { $0.hasColumn(name) } }
  }

  /// Tells whether canonical and configured names are all that a kind needs.
  ///
  /// A start is enough to tell interval records, and not to read them.
  private static func suffices(
    _ header: [String], _ configured: ColumnMapping, _ kind: RecordKind
  ) -> Bool {
    guard kind == .intervals else { return true }
    return (try? ColumnMap(header: header, mapping: configured)) != nil
  }
}

// MARK: - Columns

extension FileSchema {
  /// Checks that the columns that these records need are there.
  ///
  /// - Throws: `SchemaError` as the reading of the rows would.
  public func checkColumns() throws(SchemaError) {
    switch kind {
    case .intervals: _ = try ColumnMap(header: header, mapping: mapping)
    case .contacts: _ = try ContactMap(header: header, mapping: mapping)
    case .evaluations, .surveys, .costs, .qualityCosts, .evidence, .exclusions, .claims, .ratings,
      .sums:
      _ = try FieldMap(kind: kind, header: header, mapping: mapping)
    }
  }

  /// Where the times of a record stand: days, stamps, months and quarters.
  var times: [TimeSource] {
    var finder = ColumnFinder(header: header, columns: mapping.columns)
    let names = RecordKind.stampColumns.union(RecordKind.monthColumns).union(["quarter"])
    return kind.columns.filter(names.contains).compactMap { name in
      guard finder.has(name), let fields = try? finder.fields(name) else { return nil }
      return TimeSource(name: name, fields: fields, mapping: mapping)
    }
  }

  /// Gives the schema with the order that was found in the file's own dates.
  public func reading(dates order: DateOrder) -> FileSchema {
    var schema = self
    schema.mapping.dateOrder = order
    schema.mapping.isDateOrderFound = true
    return schema
  }
}
