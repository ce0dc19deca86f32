/// What one input was and what became of its rows.
public struct InputSummary: Hashable, Sendable {
  /// What became of the rows: read = accepted + rejected + repeated + ignored.
  public struct Rows: Hashable, Sendable {
    /// Rows and left-out lines that were read, the header aside.
    public var read = 0
    /// Rows that count.
    public var accepted = 0
    /// Rows that could not be read.
    public var rejected = 0
    /// Rows that equal another and were taken once.
    public var repeated = 0
    /// Lines that were left out, all causes together.
    public var ignored = 0

    /// Creates counts of nothing.
    public init() {}

    /// Adds other counts.
    public mutating func merge(_ other: Rows) {
      read += other.read
      accepted += other.accepted
      rejected += other.rejected
      repeated += other.repeated
      ignored += other.ignored
    }

    /// Whether every row that was read is accounted for.
    public var isWhole: Bool { read == accepted + rejected + repeated + ignored }
  }

  /// A row that could not be read.
  public struct Reject: Hashable, Sendable {
    /// Physical line, from 1.
    public var line: Int
    /// Column in characters, from 1.
    public var column: Int
    /// Why.
    public var reason: String

    /// Creates a reject.
    public init(line: Int, column: Int, reason: String) {
      self.line = line
      self.column = column
      self.reason = reason
    }
  }

  /// The path as it was given; - for standard input.
  public var path: String
  /// The SHA-256 of the bytes; `nil` where it was not asked for.
  public var sha256: String?
  /// Bytes read.
  public var bytes: Int
  /// What a row stands for.
  public var kind: String
  /// The profile that mapped the columns; `nil` for canonical or configured names.
  public var profile: String?
  /// The text encoding.
  public var encoding: String
  /// The delimiter.
  public var delimiter: String
  /// Start of the earliest row, as 2026-10-31T08:30; `nil` without rows.
  public var first: String?
  /// Start of the latest row.
  public var last: String?
  /// What became of the rows.
  public var rows: Rows
  /// Accepted rows whose counts contradict each other.
  public var suspect: Int
  /// Columns that nothing is read from.
  public var unmapped: [String]
  /// The first ten rows that could not be read.
  public var rejects: [Reject]
  /// What the reader has to know besides.
  public var notes: [String]

  /// Creates a summary.
  public init(
    path: String, sha256: String? = nil, bytes: Int, kind: String, profile: String? = nil,
    encoding: String, delimiter: String, first: String?, last: String?, rows: Rows, suspect: Int,
    unmapped: [String], rejects: [Reject], notes: [String]
  ) {
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    self.kind = kind
    self.profile = profile
    self.encoding = encoding
    self.delimiter = delimiter
    self.first = first
    self.last = last
    self.rows = rows
    self.suspect = suspect
    self.unmapped = unmapped
    self.rejects = rejects
    self.notes = notes
  }
}

/// What became of all rows of a kind, whatever files they stood in.
public struct RecordCounts: Hashable, Sendable {
  /// What a row stands for.
  public let kind: String
  /// What became of the rows.
  public let rows: InputSummary.Rows

  /// Creates counts.
  public init(kind: String, rows: InputSummary.Rows) {
    (self.kind, self.rows) = (kind, rows)
  }
}
