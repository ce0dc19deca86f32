public import DelimitedText

/// What the configuration says of the export's own columns, for every kind of record.
///
/// All keys are canonical names; only the rules for rows that are left out name
/// the export's own columns.
public struct ColumnMapping: Hashable, Sendable {
  /// Where canonical columns come from in an export with other names.
  public var columns: [String: ColumnSource]
  /// The units of columns, where they are not those that a canonical name states.
  public var units: [String: MeasureUnit]
  /// How the export writes its times.
  public var formats: [String: StampFormat]
  /// What the export's own words mean.
  public var values: [String: WordMap]
  /// Which rows are left out.
  public var ignore: [IgnoreRule]
  /// How many of the rules for rows that are left out, the last ones, are a profile's.
  public private(set) var ignoreOfProfile = 0
  /// The order of the parts of a date; `nil` where every date tells it itself.
  public var dateOrder: DateOrder?
  /// Whether the order was found in the file's own dates, and nobody stated it.
  public var isDateOrderFound = false
  /// How the export writes its values; nothing but a profile knows.
  public var habits: ExportHabits

  /// Creates a mapping, by default one for exports that have canonical names and values.
  public init(
    columns: [String: ColumnSource] = [:], units: [String: MeasureUnit] = [:],
    formats: [String: StampFormat] = [:], values: [String: WordMap] = [:],
    ignore: [IgnoreRule] = [], dateOrder: DateOrder? = nil, habits: ExportHabits = ExportHabits()
  ) {
    self.columns = columns
    self.units = units
    self.formats = formats
    self.values = values
    self.ignore = ignore
    self.dateOrder = dateOrder
    self.habits = habits
  }

  /// A mapping for what a roll-up writes: a service level with a sign is a percentage, and one
  /// without it a share; contacts and customers are digests.
  static let rolledUp = ColumnMapping(
    units: ["service_level": .fraction], habits: ExportHabits(identifiesByDigests: true))

  /// Tells whether a duration is given in milliseconds.
  func isMilliseconds(_ canonical: String) -> Bool { units[canonical] == .milliseconds }

  /// Lays another mapping over this one: what it says of a column replaces what this one
  /// says of it, and its rules for rows that are left out go first.
  public func overlaid(by other: ColumnMapping) -> ColumnMapping {
    var result = ColumnMapping(
      columns: columns.merging(other.columns) { $1 }, units: units.merging(other.units) { $1 },
      formats: formats.merging(other.formats) { $1 },
      values: values.merging(other.values) { $1 }, ignore: other.ignore + ignore,
      dateOrder: other.dateOrder ?? dateOrder, habits: habits.joined(by: other.habits))
    result.ignoreOfProfile = ignore.count
    return result
  }
}

/// The unit of a column of an export.
public enum MeasureUnit: String, CaseIterable, Hashable, Sendable {
  case seconds, milliseconds, percent, fraction
}

extension RecordKind {
  /// Canonical columns that hold a day or a time, which a format can be given for.
  public static let stampColumns: Set<String> = [
    "interval_start", "started_at", "answered_at", "evaluated_at", "responded_at", "from", "until",
    "start", "end", "rated_on",
  ]

  /// Canonical columns that hold a month, which a format can be given for.
  public static let monthColumns: Set<String> = ["month"]
}
