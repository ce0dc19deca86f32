/// How many rows were left out and not read, by cause.
public struct LeftOutRows: Hashable, Sendable {
  /// Rows that repeat the header.
  public internal(set) var repeatedHeaders = 0
  /// Rows that sum others: without a readable time, and with a cell that begins with
  /// a word for a total.
  public internal(set) var totalsRows = 0
  /// Rows of which no field holds anything, as spreadsheets leave them.
  public internal(set) var emptyRows = 0
  /// Rows that the configuration leaves out, by the rule that named them first.
  public var ignoredByRule: [Int] { Array(ignored.dropLast(ofProfile)) }
  /// Rows that the profile leaves out.
  public var ignoredByProfile: Int { ignored.suffix(ofProfile).reduce(0, +) }

  /// Rows by the rule that named them first.
  var ignored: [Int]
  /// How many rules, the last ones, are the profile's.
  private let ofProfile: Int

  /// Counts nothing.
  init(rules: Int, ofProfile: Int) {
    ignored = Array(repeating: 0, count: rules)
    self.ofProfile = ofProfile
  }

  /// Adds what was left out by the same rules elsewhere.
  mutating func merge(_ other: LeftOutRows) {
    repeatedHeaders += other.repeatedHeaders
    totalsRows += other.totalsRows
    emptyRows += other.emptyRows
    for rule in ignored.indices { ignored[rule] += other.ignored[rule] }
  }

  /// Gives the counts, and begins again.
  mutating func take() -> LeftOutRows {
    let counts = self
    self = LeftOutRows(rules: ignored.count, ofProfile: ofProfile)
    return counts
  }
}
