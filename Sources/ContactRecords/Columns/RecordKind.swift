/// What one row of a file stands for.
public enum RecordKind: String, CaseIterable, Hashable, Sendable {
  case intervals
  case contacts
  case evaluations
  case surveys
  case costs
  case qualityCosts = "quality_costs"
  case evidence
  case exclusions
  case claims
  case ratings
  case sums

  /// Canonical columns that a header must have; of a group in one entry any one will do.
  public var required: [[String]] {
    switch self {
    case .intervals: [["interval_start", "month"]]
    case .contacts: [["started_at"], ["outcome", "wait_seconds"]]
    case .evaluations: [["evaluated_at"], ["score", "points"]]
    case .surveys: [["responded_at"], ["score"]]
    case .costs: [["month"], ["category"], ["amount"]]
    case .qualityCosts: [["month", "quarter"], ["category"], ["amount"]]
    case .evidence: [["standard"], ["level"], ["reference"], ["attested_by"], ["from"]]
    case .exclusions: [["start"], ["end"], ["reason"], ["approver"]]
    case .claims: [["id"], ["measure"], ["period"], ["claimed"]]
    case .ratings: [["instrument"], ["item"], ["rating"]]
    case .sums: [["sum"], ["count"]]
    }
  }

  /// Canonical columns that a header may have besides.
  public var optional: [String] {
    switch self {
    case .intervals:
      [
        "offered", "answered", "abandoned", "answered_within", "service_level", "site", "queue",
        "channel", "interval_minutes", "abandoned_within", "threshold_seconds", "short_abandoned",
        "answered_after", "flow_out", "talk_seconds", "hold_seconds", "wrap_seconds",
        "handle_seconds", "wait_seconds", "abandon_wait_seconds", "transferred",
        "intervals_met", "intervals_counted", "intervals_undecided", "intervals_objective", "part",
      ]
    case .contacts:
      [
        "contact_id", "site", "queue", "channel", "direction", "customer_id", "reason", "agent",
        "answered_at", "talk_seconds", "hold_seconds", "wrap_seconds", "resolved",
        "transaction_type", "transaction_value", "part",
      ]
    case .evaluations:
      ["max_points", "site", "queue", "channel", "agent", "contact_id", "auto_fail", "part"]
    case .surveys:
      [
        "site", "queue", "channel", "contact_id", "measure", "scale_min", "scale_max", "resolved",
        "part",
      ]
    case .costs: ["site", "currency", "note", "part"]
    case .qualityCosts: ["site", "currency", "note", "part"]
    case .evidence: ["until", "scope", "sha256", "note", "part"]
    case .exclusions: ["service", "site", "part"]
    case .claims: ["scope", "note"]
    case .ratings: ["evidence", "note", "rated_on"]
    case .sums:
      [
        "site", "queue", "channel", "start", "end", "interval_minutes", "name", "detail", "waits",
        "handle_seconds", "resolved", "unresolved", "retries", "with_value", "amount", "part",
      ]
    }
  }

  /// All canonical columns, the required ones first.
  public var columns: [String] { required.flatMap { $0 } + optional }

  /// Tells whether a name is a canonical column of this kind.
  ///
  /// Interval records know counts for thresholds of any length, which end in
  /// the number of seconds: answered_within_30.
  public func hasColumn(_ name: String) -> Bool {
    columns.contains(name) || (self == .intervals && ThresholdColumn(name) != nil)
  }
}

/// A count for a threshold that its column's name states, such as answered_within_30.
public struct ThresholdColumn: Hashable, Sendable {
  /// Whether it counts the abandoned rather than the answered.
  public let countsAbandoned: Bool
  /// The threshold in seconds.
  public let seconds: Int

  /// The canonical name.
  public var name: String {
    (countsAbandoned ? "abandoned_within_" : "answered_within_") + String(seconds)
  }

  /// Reads a canonical column name; `nil` when it states no threshold.
  public init?(_ name: String) {
    let stems = [("answered_within_", false), ("abandoned_within_", true)]
    guard let (stem, countsAbandoned) = stems.first(where: { name.hasPrefix($0.0) }) else {
      return nil
    }
    let digits = name.dropFirst(stem.count)
    guard digits.utf8.count <= 7, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let seconds = Int(digits)
    else { return nil }
    self.countsAbandoned = countsAbandoned
    self.seconds = seconds
  }
}
