public import DelimitedText

/// Finds the header of a file below a title, a list of filters or a date of printing.
///
/// The header is the first row with the columns of a kind of record, all that this kind
/// needs. Where no row has them, the one that looks most like a header says what is
/// lacking.
public struct HeaderFinder: Sendable {
  /// A row that may be the header.
  public enum Candidate: Hashable, Sendable {
    /// The names in it, trimmed.
    case names([String])
    /// A record that cannot be cut into fields.
    case malformed(RecordProblem)
  }

  /// A header, and what it says.
  public struct Finding: Hashable, Sendable {
    /// Which of the candidates it is; those before it stand above the table.
    public let row: Int
    /// What it says of the rows below.
    public let schema: FileSchema
  }

  /// Why no candidate is a header: the one that looks most like one, and what is wrong with it.
  public struct Failure: Error, Hashable, Sendable {
    /// Which of the candidates it is.
    public let row: Int
    /// What is wrong with it.
    public let error: SchemaError
  }

  private let configured: ColumnMapping
  private let kind: RecordKind?
  private let profile: ACDProfile?

  /// Creates a finder.
  ///
  /// - Parameters:
  ///   - configured: What the configuration says of columns.
  ///   - kind: What the rows are known to be; `nil` where the header tells.
  ///   - profile: The profile that is asked for; `nil` where the header tells.
  public init(configured: ColumnMapping, kind: RecordKind? = nil, profile: ACDProfile? = nil) {
    self.configured = configured
    self.kind = kind
    self.profile = profile
  }

  /// Finds the header among the first rows of a file.
  ///
  /// - Parameters:
  ///   - count: How many candidates there are; at least one.
  ///   - candidate: Gives a candidate. Those behind the header are not asked for.
  /// - Throws: `Failure` where none is a header.
  /// - Complexity: O(*n*) in the rows above the header.
  public func find(
    _ count: Int, _ candidate: (Int) -> Candidate
  ) throws(Failure) -> Finding {
    var failures: [(names: Int, failure: Failure)] = []
    for row in 0..<count {
      switch candidate(row) {
      case .malformed(let problem):
        let error = SchemaError(.malformedHeader(problem.description), column: problem.column)
        failures.append((0, Failure(row: row, error: error)))
      case .names(let header):
        do throws(SchemaError) {
          return Finding(row: row, schema: try schema(header))
        } catch {
          failures.append((knownNames(in: header), Failure(row: row, error: error)))
        }
      }
    }
    // A lone known word may be one of a title, or of the data.
    let most = failures.map(\.names).max() ?? 0
    throw failures.first { most < 2 || $0.names == most }?.failure
      ?? Failure(row: 0, error: SchemaError(.empty))
  }

  /// Takes trailing columns from a header that no row has, where the rest makes the same kind.
  ///
  /// - Parameters:
  ///   - finding: The header as it was found.
  ///   - count: The number of fields that every row has; `nil` where they differ.
  public func shortened(_ finding: Finding, to count: Int?) -> Finding {
    let header = finding.schema.header
    guard let count, count < header.count,
      let rest = try? schema(Array(header.prefix(count))), rest.kind == finding.schema.kind,
      rest.profile == finding.schema.profile
    else { return finding }
    return Finding(row: finding.row, schema: rest)
  }

  private func schema(_ header: [String]) throws(SchemaError) -> FileSchema {
    let schema = try FileSchema(
      header: header, configured: configured, kind: kind, profile: profile)
    do throws(SchemaError) {
      try schema.checkColumns()
    } catch {
      throw error.read(by: schema.profile)
    }
    return schema
  }
}

// MARK: - Known names

extension HeaderFinder {
  /// Names of all kinds and profiles, in lower case.
  private static let names: Set<String> = {
    let canonical = RecordKind.allCases.flatMap(\.columns)
    let foreign = ACDProfile.all.flatMap { profile in
      profile.signature.flatMap { $0 } + profile.columns.flatMap { $0.sources.flatMap(\.names) }
    }
    return Set((canonical + foreign).map { $0.lowercased() })
  }()

  /// Counts the names of a row that some kind, profile or the configuration knows.
  private func knownNames(in header: [String]) -> Int {
    let configured = Set(self.configured.columns.values.flatMap(\.names).map { $0.lowercased() })
    return Set(header.map { $0.lowercased() }).count {
      HeaderFinder.names.contains($0) || configured.contains($0) || ThresholdColumn($0) != nil
    }
  }
}
