import Basics
import ContactRecords
public import PerformanceMetrics

/// Turns metrics into findings: how each standard stands, and why.
public enum Evaluator: Sendable {
  /// Judges every standard of section 8.
  ///
  /// A standard without records of its kind is not assessed: its level is `nil`,
  /// and nothing is known against any level. Otherwise the lowest of its scopes
  /// decides (own rule).
  public static func findings(_ center: CenterMetrics) -> [StandardFinding] {
    StandardLadder.standards.map { standard in
      let evidence = center.evidence.filter { $0.standard == standard.id }
      let scopes = scopes(standard, center)
        .map { $0.attested(by: evidence, asOf: center.asOf) }
      return StandardFinding(
        standard: standard, level: scopes.compactMap(\.level).min(),
        possible: scopes.compactMap(\.possible).min() ?? 4,
        levelWithExclusions: scopes.compactMap(\.levelWithExclusions).min(), scopes: scopes)
    }
  }

  /// Judges the scopes of a standard; none where no record of its kinds was given.
  private static func scopes(_ standard: Standard, _ center: CenterMetrics) -> [ScopeFinding] {
    switch standard.subject {
    case .serviceLevel: ServiceLevelEvaluator.scopes(standard, center)
    case .quality: ScoreEvaluator.scopes(standard, center.quality, center)
    case .satisfaction: ScoreEvaluator.scopes(standard, center.satisfaction, center)
    case .costPerContact: CostEvaluator.scopes(standard, center)
    case .costOfQuality: QualityCostEvaluator.scopes(standard, center)
    case .transactionValue: TransactionValueEvaluator.scopes(standard, center)
    }
  }

  /// Gives the level of 8.01 that a service would have by another history of it: under
  /// another formula, or with the exclusions applied.
  public static func level(_ metrics: ServiceMetrics, under history: JudgedHistory) -> Int? {
    guard let records = metrics.records,
      let standard = StandardLadder.standards.first(where: { $0.subject == .serviceLevel })
    else { return nil }
    let evaluator = ServiceLevelEvaluator(metrics: metrics, records: records, history: history)
    return StandardLadder.level(standard.criteria.map { evaluator.finding($0).status })
  }
}
