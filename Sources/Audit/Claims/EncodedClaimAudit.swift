import Basics
import PerformanceMetrics
import Reports

/// The wire form of an audit, version 1; `ClaimAuditSchema` describes it key by key.
struct EncodedClaimAudit: Encodable {
  static let schemaName = "slcheck.audit/1"

  private let frame: ReportFrame
  private let claims: [EncodedClaim]

  private let remarks: [String]

  private enum CodingKeys: CodingKey { case schema, claims, remarks }

  init(_ audit: ClaimAudit) {
    remarks = audit.remarks
    frame = ReportFrame(audit.report)
    claims = audit.verdicts.map(EncodedClaim.init)
  }

  func encode(to encoder: any Encoder) throws {
    try frame.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(EncodedClaimAudit.schemaName, forKey: .schema)
    try container.encode(claims, forKey: .claims)
    try container.encode(remarks, forKey: .remarks)
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

/// A figure: a ratio, an average, or a whole number, as its measure has it.
private enum EncodedFigure: Encodable {
  case whole(Int)
  case ratio(Parts, percent: String)
  case average(Parts, value: String)

  /// Exact parts where they are whole numbers of a length that programs read.
  struct Parts {
    var numerator: Int?
    var denominator: Int?
    var meanOf: Int?
  }

  private enum CodingKeys: CodingKey { case numerator, denominator, percent, value, meanOf }

  /// Digits that a program may be expected to read exactly.
  private static let mostDigits = 18

  init(_ figure: AuditedFigure, as claimed: ClaimedFigure) {
    var parts = Parts(meanOf: figure.meanOf)
    let isShare = figure.form == .share
    if let ratio = figure.parts {
      (parts.numerator, parts.denominator) = (ratio.numerator, ratio.denominator)
    } else if figure.meanOf == nil {
      let value = isShare ? figure.value / 100 : figure.value
      let texts = value.reduced.parts(over: 1)
      if max(texts.numerator.utf8.count, texts.denominator.utf8.count) <= EncodedFigure.mostDigits {
        parts.numerator = Int(texts.numerator)
        parts.denominator = Int(texts.denominator)
      }
    }
    switch figure.form {
    case .count, .level: self = .whole(Int(figure.value.decimalText(places: 0, .nearest)) ?? 0)
    case .share:
      self = .ratio(parts, percent: figure.value.decimalText(places: 2, figure.rounding))
    case .average:
      let places = figure.parts == nil && figure.meanOf == nil ? 4 : 2
      self = .average(parts, value: figure.value.decimalText(places: places, figure.rounding))
    case .opportunities:
      guard claimed.unit != .none, let ratio = figure.parts, ratio.denominator > 0 else {
        self = .whole(figure.parts?.numerator ?? 0)
        return
      }
      self = .ratio(parts, percent: ratio.percentText(.down))
    }
  }

  func encode(to encoder: any Encoder) throws {
    if case .whole(let number) = self {
      var container = encoder.singleValueContainer()
      try container.encode(number)
      return
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    func encode(_ parts: Parts) throws {
      try container.encode(Nullable(wrappedValue: parts.numerator), forKey: .numerator)
      try container.encode(Nullable(wrappedValue: parts.denominator), forKey: .denominator)
      try container.encode(Nullable(wrappedValue: parts.meanOf), forKey: .meanOf)
    }
    switch self {
    case .whole: break
    case .ratio(let parts, let percent):
      try encode(parts)
      try container.encode(percent, forKey: .percent)
    case .average(let parts, let value):
      try encode(parts)
      try container.encode(value, forKey: .value)
    }
  }
}

extension ClaimAudit {
  /// The audit as JSON: keys sorted, indented, one line break at the end.
  ///
  /// - Throws: When it cannot be encoded, which would be a bug.
  public func json() throws -> [UInt8] { try JSONRenderer.encoded(EncodedClaimAudit(self)) }
}
