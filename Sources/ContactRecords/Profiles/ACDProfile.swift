import DelimitedText

/// What is known of one product's export: its columns, units, times and rows to leave out.
///
/// A profile is data. Its names are those that the product's own files carry, as far as
/// a source for them is known; what is not known is said and never made up. Over a
/// header it becomes a `ColumnMapping`, the same thing that a configuration gives.
public struct ACDProfile: Hashable, Sendable {
  /// Where a canonical column comes from: the first source whose columns are all there.
  public struct Column: Hashable, Sendable {
    /// The canonical name.
    public let canonical: String
    /// The sources, the preferred one first.
    public let sources: [ColumnSource]
  }

  /// Columns whose names state a threshold.
  public struct Thresholds: Hashable, Sendable {
    /// The canonical name before the number: answered_within or abandoned_within.
    public let stem: String
    /// Texts around the number of seconds in the product's own names, in lower case.
    public let patterns: [Pattern]

    /// The texts before and behind a number of seconds.
    public struct Pattern: Hashable, Sendable {
      /// What the name begins with.
      public let prefix: String
      /// What it ends with.
      public let suffix: String
    }
  }

  /// The name that `--profile` takes.
  public let name: String
  /// The product and its export.
  public let product: String
  /// What one row is.
  public let kind: RecordKind
  /// Names that together tell the export; of a group in one entry any one will do.
  ///
  /// Without any the profile is never recognized, and has to be asked for.
  public let signature: [[String]]
  /// Where canonical columns come from.
  public let columns: [Column]
  /// Columns whose names state a threshold.
  public let thresholds: [Thresholds]
  /// What the configuration could say as well: units, formats, words and rows to leave out.
  public let conventions: ColumnMapping
  /// What is not known of the export, a sentence each.
  public let unknown: [String]
}
