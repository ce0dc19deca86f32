public import ContactRecords

/// The exclusions that were given, in the order of the input.
///
/// Rows without an identity count each time, and an exclusion that is given twice
/// takes out what it takes out once.
public struct ExclusionTally: Sendable {
  /// What became of the rows.
  public private(set) var accounts = SourceAccounts()
  /// The exclusions.
  public private(set) var exclusions: [Exclusion]

  /// Creates a tally of exclusions that no input gave; by default none.
  public init(_ exclusions: [Exclusion] = []) {
    self.exclusions = exclusions
  }

  /// Begins the next source.
  ///
  /// - Parameter base: Physical lines of all inputs before it.
  public mutating func beginSource(base: Int) { accounts.begin(base: base) }

  /// Takes a record.
  ///
  /// - Parameter line: Its line in the last source begun.
  public mutating func add(_ record: ExclusionRecord, line: Int) {
    guard let base = accounts.sources.last?.base else { preconditionFailure("no source was begun") }
    accounts.note(.accepted, place: base + line, policy: .error)
    exclusions.append(Exclusion(record))
  }
}
