/// A level that a run demands of a standard.
public struct Requirement: Hashable, Sendable {
  /// How a requirement stands.
  public enum Status: String, Hashable, Sendable {
    /// The level is reached.
    case holds
    /// What is undecided or absent could still reach it.
    case indeterminate
    /// It is not reached, whatever is missing.
    case fails
  }

  /// The number of the standard: 8.01.
  public let standard: String
  /// The level it has to have at least, 1 to 4.
  public let level: Int

  /// Creates a requirement.
  public init(standard: String, level: Int) {
    self.standard = standard
    self.level = level
  }

  /// Tells how the requirement stands in view of the findings.
  public func status(_ findings: [StandardFinding]) -> Status {
    guard let finding = findings.first(where: { $0.standard.id == standard }) else {
      return .indeterminate
    }
    if let reached = finding.level, reached >= level { return .holds }
    return finding.possible >= level ? .indeterminate : .fails
  }
}
