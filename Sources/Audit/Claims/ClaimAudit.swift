public import Reports

/// Claims with their verdicts, and the report of the records that they were held against.
public struct ClaimAudit: Sendable {
  /// What the records come to.
  public let report: Report
  /// The verdicts, in the order of the claims.
  public let verdicts: [ClaimVerdict]

  /// Creates an audit.
  public init(report: Report, verdicts: [ClaimVerdict]) {
    self.report = report
    self.verdicts = verdicts
  }

  /// How many claims stand in a way.
  public func count(_ status: ClaimVerdict.Status) -> Int {
    verdicts.count { $0.status == status }
  }

  /// Whether any claim is false.
  public var hasFalseClaim: Bool { count(.refuted) + count(.otherDefinition) > 0 }

  /// Whether any claim is open.
  public var hasOpenClaim: Bool { count(.indeterminate) + count(.unsupported) > 0 }
}
