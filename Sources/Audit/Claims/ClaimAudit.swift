import PerformanceMetrics
public import Reports

/// Claims with their verdicts, and the report of the records that they were held against.
public struct ClaimAudit: Sendable {
  /// What the records come to.
  public let report: Report
  /// The verdicts, in the order of the claims.
  public let verdicts: [ClaimVerdict]
  /// What in the records deserves a look; it changes no verdict.
  public let indicators: [Indicator]

  /// Whether the records could be read again, as other thresholds need.
  public let readsAgain: Bool
  /// Whether rows were in conflict, and were settled by the first or the last of them.
  private let hasConflicts: Bool

  /// Creates an audit.
  public init(
    report: Report, verdicts: [ClaimVerdict], indicators: [Indicator] = [],
    readsAgain: Bool = true, hasConflicts: Bool = false
  ) {
    self.report = report
    self.verdicts = verdicts
    self.indicators = indicators
    self.hasConflicts = hasConflicts
    self.readsAgain = readsAgain
  }

  /// What a reader of all verdicts has to know besides.
  public var remarks: [String] {
    let center = report.center
    var remarks: [String] = []
    if center.unmatched > 0 {
      remarks.append("\(counted(center.unmatched, "row")) of no service, and in no figure")
    }
    if center.afterAsOf > 0 {
      remarks.append("\(counted(center.afterAsOf, "row")) after as-of, and in no figure")
    }
    if !center.exclusions.isEmpty {
      remarks.append(
        "\(counted(center.exclusions.count, "exclusion")) given; claims are held against figures "
          + "with nothing left out")
    }
    if !readsAgain {
      remarks.append(
        "the records cannot be read again: other thresholds and comparisons were not tried"
          + (hasConflicts ? ", nor rows in conflict settled otherwise" : ""))
    }
    return remarks
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
