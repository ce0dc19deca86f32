public import Basics

/// How transactions are valued.
public struct TransactionValueTargets: Hashable, Sendable {
  /// One type of transaction.
  public struct TransactionType: Hashable, Sendable {
    /// The name that the records use.
    public let name: String
    /// Whether it is marked as a major type.
    public let isMajor: Bool
    /// The value that a contact of the type should bring.
    public let goal: FixedPoint?

    /// Creates a type.
    public init(name: String, isMajor: Bool = false, goal: FixedPoint? = nil) {
      self.name = name
      self.isMajor = isMajor
      self.goal = goal
    }
  }

  /// What is valued: revenue, savings, retention.
  public var metric: String?
  /// The months that later values are compared with.
  public var baseline: ClosedRange<CivilMonth>?
  /// The types in the order of the configuration.
  public var types: [TransactionType]

  /// Creates targets.
  public init(
    metric: String? = nil, baseline: ClosedRange<CivilMonth>? = nil,
    types: [TransactionType] = []
  ) {
    self.metric = metric
    self.baseline = baseline
    self.types = types
  }
}
