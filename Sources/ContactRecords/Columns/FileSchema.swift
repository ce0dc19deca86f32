/// What the header of a file says of the rows below it.
public struct FileSchema: Hashable, Sendable {
  /// The names of the header as they stand in the file, trimmed.
  public let header: [String]
  /// What a row stands for.
  public let kind: RecordKind
  /// The product whose export it is; `nil` where canonical or configured names suffice.
  public let profile: ACDProfile?
  /// What profile and configuration say of the columns; the configuration goes before.
  public let mapping: ColumnMapping

  /// Understands a header.
  ///
  /// Canonical and configured names come first: a profile is only looked for where they
  /// make up no kind of record, or where one is asked for.
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
    if let profile {
      (self.kind, self.profile) = (kind ?? profile.kind, profile)
    } else if let kind {
      (self.kind, self.profile) = (kind, nil)
    } else {
      do throws(SchemaError) {
        self.kind = try RecordKind.recognized(header: header, columns: configured.columns)
        self.profile = nil
      } catch {
        guard let found = ACDProfile.recognized(header: header) else { throw error }
        (self.kind, self.profile) = (found.kind, found)
      }
    }
    mapping = self.profile?.mapping(header: header).overlaid(by: configured) ?? configured
  }
}
