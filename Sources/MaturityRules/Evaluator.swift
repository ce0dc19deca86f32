import Basics
public import PerformanceMetrics

/// Turns metrics into findings: how each standard stands, and why.
public enum Evaluator: Sendable {
  /// Judges every standard of section 8.
  ///
  /// A standard without records of its kind is not assessed: its level is `nil`,
  /// and nothing is known against any level.
  public static func findings(_ center: CenterMetrics) -> [StandardFinding] {
    StandardLadder.standards.map { standard in
      guard !standard.criteria.isEmpty else {
        return StandardFinding(standard: standard, level: nil, possible: 4, scopes: [])
      }
      let offered = center.services.sum { $0.records.map { total($0).offered } ?? 0 }
      let scopes = center.services.map { finding(standard, $0, allOffered: offered) }
      return StandardFinding(
        standard: standard, level: scopes.compactMap(\.level).min(),
        possible: scopes.compactMap(\.possible).min() ?? 4, scopes: scopes)
    }
  }

  /// Gives the level of 8.01 that a service would have under a formula.
  public static func level(_ metrics: ServiceMetrics, under history: JudgedHistory) -> Int? {
    guard let records = metrics.records, let standard = StandardLadder.standard("8.01") else {
      return nil
    }
    let evaluator = ServiceLevelEvaluator(metrics: metrics, records: records, history: history)
    return StandardLadder.level(standard.criteria.map { evaluator.finding($0).status })
  }

  private static func finding(
    _ standard: Standard, _ metrics: ServiceMetrics, allOffered: Int
  ) -> ScopeFinding {
    guard let records = metrics.records else {
      return ScopeFinding(
        scope: metrics.service.name, site: nil, level: nil, possible: nil, share: nil,
        criteria: [], rollOff: nil)
    }
    let evaluator = ServiceLevelEvaluator(
      metrics: metrics, records: records, history: records.judged)
    let criteria = standard.criteria.map(evaluator.finding)
    let statuses = criteria.map(\.status)
    return ScopeFinding(
      scope: metrics.service.name, site: metrics.site, level: StandardLadder.level(statuses),
      possible: StandardLadder.possibleLevel(statuses),
      share: allOffered > 0 ? Ratio(total(records).offered, allOffered) : nil,
      criteria: criteria, rollOff: standard.criteria.lazy.compactMap(evaluator.rollOff).first)
  }

  private static func total(_ records: ServiceMetrics.Records) -> ContactSums {
    let history = records.judged
    return history.figures(records.recorded.lowerBound.month.firstDay...history.end).sums
  }
}
