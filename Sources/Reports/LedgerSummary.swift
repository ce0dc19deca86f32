/// What became of new inputs in a ledger, whose files are what a report is made of.
public struct LedgerSummary: Hashable, Sendable {
  /// Rows of a key and a day that are others than they were.
  public struct Restatement: Hashable, Sendable {
    /// The file of the ledger.
    public var file: String
    /// The names and the day.
    public var scope: String

    /// Creates a restatement.
    public init(file: String, scope: String) { (self.file, self.scope) = (file, scope) }
  }

  /// How many restatements are listed.
  public static let mostListed = 20

  /// The folder, as it was given.
  public var path: String
  /// Whether the folder was changed; otherwise the report is made as if it were.
  public var isUpdated: Bool
  /// The new inputs.
  public var sources: [InputSummary] = []
  /// Keys and days that the ledger did not have.
  public var added = 0
  /// Those that it had, with the same rows.
  public var unchanged = 0
  /// Those that it had, with others.
  public var restated = 0
  /// The first of these.
  public var restatements: [Restatement] = []

  /// Creates the summary of a ledger that nothing new was put into.
  public init(path: String, isUpdated: Bool) { (self.path, self.isUpdated) = (path, isUpdated) }
}
