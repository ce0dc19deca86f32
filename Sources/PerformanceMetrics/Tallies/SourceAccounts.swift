/// What became of a row that a tally was given.
public enum RowOutcome: Hashable, Sendable {
  /// It counts.
  case accepted
  /// It equals another and is taken once.
  case repeated
  /// Another row of the same identity and with other values stands at this place.
  case conflict(with: Int)
}

/// What became of the rows of each source of one kind, in the order of the input.
///
/// A place is the line of a row counted through all inputs, from 1, so that a row
/// that comes later can take back what was said of an earlier one.
public struct SourceAccounts: Hashable, Sendable {
  /// The rows of one source.
  public struct Account: Hashable, Sendable {
    /// The place before its first line: lines of all earlier inputs.
    public let base: Int
    /// Rows that count.
    public internal(set) var accepted = 0
    /// Rows that equal another and were taken once.
    public internal(set) var repeated = 0
    /// Rows that gave way to another of the same identity.
    public internal(set) var dropped = 0
  }

  /// Two different rows of one identity.
  public struct Conflict: Hashable, Sendable {
    /// The place of the row that stood there.
    public let earlier: Int
    /// The place of the row that came.
    public let later: Int
  }

  /// The sources, in the order of the input.
  public private(set) var sources: [Account] = []
  /// The first hundred conflicts.
  public private(set) var conflicts: [Conflict] = []
  /// All conflicts.
  public private(set) var conflictCount = 0

  private static let keptConflicts = 100

  /// Creates accounts of nothing.
  public init() {}

  /// Begins the next source; rows belong to the last one begun.
  ///
  /// - Parameter base: Physical lines of all inputs before it.
  public mutating func begin(base: Int) { sources.append(Account(base: base)) }

  /// Accounts for a row as the policy settles it.
  ///
  /// - Parameters:
  ///   - outcome: What the row is beside the rows before it.
  ///   - place: Its line, counted through all inputs.
  ///   - policy: What two different rows for one thing come to.
  ///   - counts: Whether a conflict is one at all: rows after a given as-of never are.
  public mutating func note(
    _ outcome: RowOutcome, place: Int, policy: ConflictPolicy, counts: Bool = true
  ) {
    let source = index(ofPlace: place)
    switch outcome {
    case .accepted: sources[source].accepted += 1
    case .repeated: sources[source].repeated += 1
    case .conflict(let other):
      if counts {
        conflictCount += 1
        if conflicts.count < SourceAccounts.keptConflicts {
          conflicts.append(Conflict(earlier: other, later: place))
        }
      }
      switch policy {
      case .error, .first: sources[source].dropped += 1
      case .sum: sources[source].accepted += 1
      case .last:
        sources[source].accepted += 1
        let loser = index(ofPlace: other)
        sources[loser].accepted -= 1
        sources[loser].dropped += 1
      }
    }
  }

  /// Adds the sources of other accounts, which come after these; their conflicts are told anew.
  mutating func append(_ other: SourceAccounts) { sources += other.sources }

  /// Takes back what was said of a distinct row.
  ///
  /// - Parameter counted: Whether it counted.
  mutating func takeBack(place: Int, counted: Bool) {
    let source = index(ofPlace: place)
    if counted { sources[source].accepted -= 1 } else { sources[source].dropped -= 1 }
  }

  /// Finds the source that a place lies in.
  private func index(ofPlace place: Int) -> Int { sources.lastIndex { $0.base < place } ?? 0 }
}
