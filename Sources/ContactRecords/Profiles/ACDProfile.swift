import DelimitedText

/// What is known of one product's export: its columns, units, times and rows to leave out.
///
/// A profile is data. Its names are those that the product's own files carry, as far as
/// a source for them is known; what is not known is said and never made up. Over a
/// header it becomes a `ColumnMapping`, the same thing that a configuration gives.
public struct ACDProfile: Hashable, Sendable {
  /// What the lines of an export are.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    /// A header, and a record in every row below it.
    case table
    /// No header, and an event in every line; several make up a record.
    case events
  }

  /// Where a canonical column comes from: the first source whose columns are all there.
  public struct Column: Hashable, Sendable {
    /// The canonical name.
    public let canonical: String
    /// The sources, the preferred one first.
    public let sources: [ColumnSource]

    /// Creates a column that has several sources.
    init(_ canonical: String, sources: [ColumnSource]) {
      self.canonical = canonical
      self.sources = sources
    }

    /// Creates a column that is one of the export's own, or several joined by a blank.
    init(_ canonical: String, from names: String...) {
      self.init(canonical, sources: [.joined(names)])
    }

    /// Creates a column that goes by several names, of which an export has one.
    init(_ canonical: String, anyOf names: String...) {
      self.init(canonical, sources: names.map { .joined([$0]) })
    }
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
  /// What one record is.
  public let kind: RecordKind
  /// What the lines of the file are.
  public let form: Form
  /// Names that together tell the export; of a group in one entry any one will do.
  ///
  /// Without any the profile is never recognized by a header.
  public let signature: [[String]]
  /// Where canonical columns come from.
  public let columns: [Column]
  /// Columns whose names state a threshold.
  public let thresholds: [Thresholds]
  /// What the configuration could say as well: units, formats, words and rows to leave out.
  public let conventions: ColumnMapping
  /// How times are written, and which moment of a contact decides where it counts.
  public let times: String
  /// What is not known of the export, or not read from it, a sentence each.
  public let unknown: [String]

  /// Creates a profile.
  init(
    name: String, product: String, kind: RecordKind, form: Form = .table,
    signature: [[String]] = [], columns: [Column], thresholds: [Thresholds] = [],
    conventions: ColumnMapping = ColumnMapping(), times: String, unknown: [String]
  ) {
    self.name = name
    self.product = product
    self.kind = kind
    self.form = form
    self.signature = signature
    self.columns = columns
    self.thresholds = thresholds
    self.conventions = conventions
    self.times = times
    self.unknown = unknown
  }
}

extension ACDProfile {
  /// All profiles, by name.
  public static let all: [ACDProfile] = [
    aircall, amazonConnect, asteriskQueueLog, avayaAACC, avayaBCMS, avayaCMS, avayaWFM, ciscoUCCE,
    ciscoUCCX, freeSWITCH, genesysInteractions, genesysQueues, genesysWFM, niceCXone, niceIEX,
    niceWFM, ringCX, zendeskTalk,
  ].sorted { $0.name < $1.name }
}
