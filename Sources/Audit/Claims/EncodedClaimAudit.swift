import Basics
import PerformanceMetrics
import Reports

/// The wire form of an audit, version 1; `ClaimAuditSchema` describes it key by key.
struct EncodedClaimAudit: Encodable {
  let schema = "slcheck.audit/1"
  private let claims: [EncodedClaim]
  private let indicators: [EncodedIndicator]
  private let remarks: [String]

  init(_ audit: ClaimAudit) {
    remarks = audit.remarks
    claims = audit.verdicts.map(EncodedClaim.init)
    indicators = audit.indicators.map(EncodedIndicator.init)
  }
}

/// One claim and its verdict.
private struct EncodedClaim: Encodable {
  let id: String
  let measure: String
  let scope: String
  let period: String
  let claimed: String
  let verdict: String
  @Nullable var actual: EncodedFigure?
  @Nullable var difference: String?
  let tried: Int
  @Nullable var chance: String?
  let explanations: [Explanation]
  @Nullable var coverage: EncodedFigure?
  let remarks: [String]

  /// A definition that gives what is claimed.
  struct Explanation: Encodable {
    let definition: String
    let actual: EncodedFigure
    let conclusive: Bool
  }

  init(_ verdict: ClaimVerdict) {
    let claim = verdict.claim
    id = claim.id
    measure = claim.measureText
    scope = claim.scopeText
    period = claim.periodText
    claimed = claim.claimedText
    self.verdict = verdict.status.rawValue
    actual = verdict.actual.map { EncodedFigure($0, as: claim.claimed) }
    difference = verdict.differenceText
    tried = verdict.tried
    chance = verdict.chanceText
    explanations = verdict.explanations.map {
      Explanation(
        definition: $0.definition.description,
        actual: EncodedFigure($0.figure, as: claim.claimed), conclusive: $0.isConclusive)
    }
    coverage = verdict.coverage.flatMap {
      AuditedFigure(share: $0.numerator, of: $0.denominator)
    }.map { EncodedFigure($0, as: claim.claimed) }
    remarks = verdict.remarks
  }
}

extension ClaimAudit {
  /// The audit as JSON: keys sorted, indented, one line break at the end.
  ///
  /// - Throws: When it cannot be encoded, which would be a bug.
  public func json() throws -> [UInt8] {
    try JSONRenderer.encoded(Framed(EncodedClaimAudit(self), of: report))
  }
}
