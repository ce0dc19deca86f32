/// What a file is, as `slcheck inspect` tells it.
///
/// The value is its own wire form, version 1; `InspectionSchema` describes it key by key.
/// What is not known of a file is null.
public struct Inspection: Encodable, Sendable {
  static let schemaName = "slcheck.inspection/1"

  let schema = Inspection.schemaName
  /// The files, in the order in which they were named.
  public let files: [File]

  /// Creates an inspection.
  public init(files: [File]) { self.files = files }

  private enum CodingKeys: CodingKey { case schema, files }

  /// One file.
  public struct File: Encodable, Sendable {
    /// The path as it was given; - for standard input.
    public let path: String
    /// How its text is written.
    @Nullable public var text: Text?
    /// What its header says.
    @Nullable public var header: Header?
    /// The order of its dates; `nil` where no date needs one.
    @Nullable public var dates: Dates?
    /// What became of its rows.
    @Nullable public var rows: Rows?
    /// The time that it covers; `nil` without rows.
    @Nullable public var span: Span?
    /// How its intervals lie on the grid of the day; `nil` for other records.
    @Nullable public var grid: Grid?
    /// Days whose counts contradict each other by more than the allowance.
    public var suspectDays: [SuspectDay] = []
    /// Columns with figures that no center has.
    public var implausible: [String] = []
    /// What a report over the file would end with.
    public var problems: [String] = []
    /// What a reader has to know besides.
    public var notes: [String] = []

    /// Creates the inspection of a file of which nothing is known yet.
    public init(path: String) { self.path = path }
  }

  /// How the text of a file is written.
  public struct Text: Encodable, Sendable {
    /// Bytes read.
    public let bytes: Int
    /// Physical lines.
    public let lines: Int
    /// The encoding.
    public let encoding: String
    /// What stands between fields.
    public let delimiter: String
    /// What ends records: LF (or CRLF), or CR.
    public let lineEnding: String

    /// Creates a description.
    public init(bytes: Int, lines: Int, encoding: String, delimiter: String, lineEnding: String) {
      self.bytes = bytes
      self.lines = lines
      self.encoding = encoding
      self.delimiter = delimiter
      self.lineEnding = lineEnding
    }
  }

  /// What a header says.
  public struct Header: Encodable, Sendable {
    /// Its physical line, from 1; `nil` for a log of events, which has none.
    @Nullable public var line: Int?
    /// Rows above it.
    public let preambleRows: Int
    /// What a row stands for.
    public let kind: String
    /// The profile that maps the columns; `nil` for canonical or configured names.
    @Nullable public var profile: String?
    /// Why the kind and the profile were taken.
    public let reason: String
    /// The columns in their order.
    public let columns: [Column]

    /// Creates a description.
    public init(
      line: Int?, preambleRows: Int, kind: String, profile: String?, reason: String,
      columns: [Column]
    ) {
      self.line = line
      self.preambleRows = preambleRows
      self.kind = kind
      self.profile = profile
      self.reason = reason
      self.columns = columns
    }
  }

  /// A column.
  public struct Column: Encodable, Sendable {
    /// Its name in the header.
    public let name: String
    /// Canonical names that are read from it; empty where none is.
    public let canonical: [String]
    /// Its unit, where it is not that of the canonical name.
    @Nullable public var unit: String?

    /// Creates a column.
    public init(name: String, canonical: [String], unit: String?) {
      self.name = name
      self.canonical = canonical
      self.unit = unit
    }
  }

  /// The order of the parts of dates.
  public struct Dates: Encodable, Sendable {
    /// mdy, dmy or ymd.
    public let order: String
    /// The line of the date that decided it; `nil` where it was stated, or makes no difference.
    @Nullable public var line: Int?
    /// That date.
    @Nullable public var text: String?

    /// Creates an order.
    public init(order: String, line: Int?, text: String?) {
      self.order = order
      self.line = line
      self.text = text
    }
  }

  /// What became of the rows: read = accepted + rejected + repeated + ignored.
  public struct Rows: Encodable, Sendable {
    /// Rows and left-out lines, the header aside.
    public let read: Int
    /// Rows that count.
    public let accepted: Int
    /// Rows that cannot be read.
    public let rejected: Int
    /// Rows that equal another.
    public let repeated: Int
    /// Lines that are left out.
    public let ignored: Int
    /// Accepted rows whose counts contradict each other.
    public let suspect: Int
    /// Rows that cannot be read, by reason, in the order in which the reasons turned up.
    public let rejects: [Reject]

    /// Creates counts from those of an input.
    public init(_ rows: InputSummary.Rows, suspect: Int, rejects: [Reject]) {
      (read, accepted, rejected) = (rows.read, rows.accepted, rows.rejected)
      (repeated, ignored) = (rows.repeated, rows.ignored)
      self.suspect = suspect
      self.rejects = rejects
    }
  }

  /// Rows that cannot be read for one reason.
  public struct Reject: Encodable, Sendable {
    /// The reason.
    public let reason: String
    /// How many they are.
    public let count: Int
    /// The physical line of the first.
    public let line: Int
    /// Its column in characters.
    public let column: Int

    /// Creates a reason.
    public init(reason: String, count: Int, line: Int, column: Int) {
      self.reason = reason
      self.count = count
      self.line = line
      self.column = column
    }
  }

  /// The time that a file covers.
  public struct Span: Encodable, Sendable {
    /// Start of the earliest row.
    public let first: String
    /// Start of the latest row.
    public let last: String

    /// Creates a span.
    public init(first: String, last: String) {
      self.first = first
      self.last = last
    }
  }

  /// How intervals lie on the grid of the day, all queues together.
  public struct Grid: Encodable, Sendable {
    /// The interval length in minutes; `nil` where months are recorded whole, or nothing tells.
    @Nullable public var intervalMinutes: Int?
    /// Whether a column or the configuration states the length.
    public let isStated: Bool
    /// dense: a queue has rows for its idle intervals too; sparse or mixed otherwise.
    @Nullable public var habit: String?
    /// Sites, queues and channels that have rows.
    public let keys: Int
    /// Intervals of these that are expected.
    public let expected: Int
    /// Those that are missing.
    public let missing: Int
    /// The first stretches of missing intervals.
    public let gaps: [Gap]
    /// How many stretches there are.
    public let gapCount: Int
    /// Rows for an interval that another row gives with other values, or another length.
    public let overlaps: Int

    /// Creates a description.
    public init(
      intervalMinutes: Int?, isStated: Bool, habit: String?, keys: Int, expected: Int,
      missing: Int, gaps: [Gap], gapCount: Int, overlaps: Int
    ) {
      self.intervalMinutes = intervalMinutes
      self.isStated = isStated
      self.habit = habit
      self.keys = keys
      self.expected = expected
      self.missing = missing
      self.gaps = gaps
      self.gapCount = gapCount
      self.overlaps = overlaps
    }
  }

  /// A stretch of intervals that are expected and missing, of one queue or several.
  public struct Gap: Encodable, Sendable {
    /// The first missing interval.
    public let from: String
    /// The last missing interval.
    public let to: String
    /// How many intervals of single queues are missing in it.
    public let missing: Int

    /// Creates a gap.
    public init(from: String, to: String, missing: Int) {
      self.from = from
      self.to = to
      self.missing = missing
    }
  }

  /// A day whose answered and abandoned contacts stray from those offered.
  public struct SuspectDay: Encodable, Sendable {
    /// The day.
    public let day: String
    /// Contacts offered.
    public let offered: Int
    /// Contacts answered, abandoned or flown out.
    public let accountedFor: Int

    /// Creates a day.
    public init(day: String, offered: Int, accountedFor: Int) {
      self.day = day
      self.offered = offered
      self.accountedFor = accountedFor
    }
  }
}
