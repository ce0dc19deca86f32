public import DelimitedText

/// A mark that an export sets on rows whose figures are not what they seem.
public struct RowFlag: Hashable, Sendable {
  /// The export's own column.
  public let column: String
  /// What stands in it where the mark is set.
  public let word: String
  /// What the mark says of a row's figures.
  public let meaning: String

  /// Creates a mark.
  public init(column: String, word: String, meaning: String) {
    self.column = column
    self.word = word
    self.meaning = meaning
  }
}

/// Counts the rows of a file that carry the marks which its profile knows.
///
/// They count as they are: what a mark takes from a figure is for a person to judge.
public struct FlaggedRows: Sendable {
  /// A mark whose column the file has, and the rows that carry it.
  public struct Count: Hashable, Sendable {
    /// The mark.
    public let flag: RowFlag
    /// The rows that carry it.
    public fileprivate(set) var rows = 0
    fileprivate let rule: CompiledIgnoreRule
  }

  /// The marks in the order of the profile.
  public private(set) var counts: [Count]

  /// Creates the counts of a file, none of them with a row.
  ///
  /// - Parameters:
  ///   - flags: The marks that rows are counted by.
  ///   - header: The names in the order of the file, trimmed.
  public init(_ flags: [RowFlag], header: [String]) {
    counts = flags.compactMap { flag in
      CompiledIgnoreRule(.isOneOf(column: flag.column, words: [flag.word]), header: header).map {
        Count(flag: flag, rule: $0)
      }
    }
  }

  /// Looks at the rows of a batch that could be read.
  ///
  /// - Parameters:
  ///   - batch: The rows as they were decoded from the records.
  ///   - records: The records.
  public mutating func add(_ batch: IntervalBatch, from records: borrowing RecordBatch) {
    for index in counts.indices {
      for row in batch.sources[..<batch.count]
      where counts[index].rule.holds(Int(row), records) {
        counts[index].rows += 1
      }
    }
  }
}
