/// Something worth a second look in a self-assessment; it changes no figure.
public enum AssessmentHint: Hashable, Sendable {
  /// Exactly one of two standards with the same wording of level 1 is rated 0.
  case sameWording(atZero: String, other: String)
  /// No strategy is written, yet its scope is rated high.
  case scopeWithoutStrategy(documented: Int, scope: Int)
  /// An activity is rated lower than data would support, or not at all.
  case ruleMet(item: String, rule: String, highest: Int)
  /// An activity is not rated, and data keep it from the highest rating.
  case ruleMissed(item: String, rule: String, most: Int)
  /// The highest rating names nothing that it rests on.
  case noEvidence(item: String)
  /// A number is not what is typical.
  case untypical(item: String, count: Int, typical: String)
  /// Whether a certificate has expired is not judged, as no day is known that it would be on.
  case expiryOpen(item: String)
  /// A certificate was given after the day that is judged.
  case certifiedLater(item: String)
  /// A level is attested whose material is lacking.
  case attestedWithoutMaterial(standard: String, level: Int, items: [String])
}

extension AssessmentHint: CustomStringConvertible {
  /// The hint in words.
  public var description: String {
    switch self {
    case .sameWording(let zero, let other):
      "\(zero) and \(other) ask the same of level 1, and only \(zero) is rated 0"
    case .scopeWithoutStrategy(let documented, let scope):
      "strategy_documented is rated \(documented), and strategy_scope \(scope)"
    case .ruleMet(let item, let rule, let highest):
      "\(item): data meet \(rule), and support a rating of \(highest)"
    case .ruleMissed(let item, let rule, let most):
      "\(item): data miss \(rule), and allow a rating of at most \(most)"
    case .noEvidence(let item): "\(item): a rating of 2 without evidence"
    case .untypical(let item, let count, let typical):
      "\(item): \(count), where \(typical) is typical"
    case .expiryOpen(let item):
      "\(item): no day is given with --as-of, so that expiry is not judged"
    case .certifiedLater(let item): "\(item): lies after the day that is judged"
    case .attestedWithoutMaterial(let standard, let level, let items):
      "\(standard): level \(level) is attested, and material is lacking: "
        + items.joined(separator: ", ")
    }
  }
}
