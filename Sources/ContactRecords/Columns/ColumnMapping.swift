public import DelimitedText

/// What the configuration says of the export's own columns, for every kind of record.
///
/// All keys are canonical names; only the rules for rows that are left out name
/// the export's own columns.
public struct ColumnMapping: Hashable, Sendable {
  /// Where canonical columns come from in an export with other names.
  public var columns: [String: ColumnSource]
  /// Durations that the export gives in milliseconds.
  public var milliseconds: Set<String>
  /// How the export writes its times.
  public var formats: [String: StampFormat]
  /// What the export's own words mean.
  public var values: [String: WordMap]
  /// Which rows are left out.
  public var ignore: [IgnoreRule]

  /// Creates a mapping, by default one for exports that have canonical names and values.
  public init(
    columns: [String: ColumnSource] = [:], milliseconds: Set<String> = [],
    formats: [String: StampFormat] = [:], values: [String: WordMap] = [:],
    ignore: [IgnoreRule] = []
  ) {
    self.columns = columns
    self.milliseconds = milliseconds
    self.formats = formats
    self.values = values
    self.ignore = ignore
  }
}

extension RecordKind {
  /// Canonical columns that hold a day or a time, which a format can be given for.
  public static let stampColumns: Set<String> = [
    "interval_start", "started_at", "answered_at", "evaluated_at", "responded_at", "from", "until",
    "start", "end",
  ]

  /// Canonical columns that hold a month, which a format can be given for.
  public static let monthColumns: Set<String> = ["month"]
}
