import Basics
import PerformanceMetrics

/// Judges 8.02 and 8.03 for one scope: at least so many of the last months attain
/// the objective.
struct ScoreEvaluator {
  let scope: ScoreScope
  /// Whether any objective was given, be it for another scope.
  let hasObjectives: Bool
  /// Months with fewer records are flagged.
  let minimumSample: Int
  let asOf: CivilDate

  /// Judges one criterion.
  ///
  /// What is the same for all levels is remarked on the first alone: they share a window.
  func finding(_ criterion: Criterion) -> CriterionFinding {
    switch criterion.test {
    case .monthsAttained(let needed, _):
      let months = MonthsOfWindow(criterion, asOf: asOf, state: scope.state)!
      return months.finding(
        criterion, needed: needed, hasObjective: hasObjectives,
        remarks: objectiveRemarks + (criterion.level == 1 ? remarks(months) : []))
    case .evidence: return .needsEvidence(criterion)
    case .daysAttained, .intervalsAttained, .costsComputed, .costsTend, .qualityCosts,
      .typesIdentified, .metricsIdentified, .typesValued:
      preconditionFailure("no criterion of scores")
    }
  }

  /// Tells what leaves the window of a criterion on months, and what next month has to be.
  func rollOff(_ criterion: Criterion) -> RollOff? {
    guard hasObjectives, case .monthsAttained(let needed, _) = criterion.test else { return nil }
    return MonthsOfWindow(criterion, asOf: asOf, state: scope.state)?
      .rollOff(criterion, needed: needed)
  }

  private var objectiveRemarks: [Remark] {
    guard hasObjectives else { return [.noObjectiveGiven] }
    return scope.hasObjective ? [] : [.noObjectiveForScope]
  }

  private func remarks(_ window: MonthsOfWindow) -> [Remark] {
    var remarks: [Remark] = scope.changes.filter { window.window.days.contains($0.day) }
      .map { .valueChanged($0.day, $0.value) }
    let small = window.months.map(\.month).filter { month in
      scope[month].map { $0.count > 0 && $0.count < minimumSample } ?? false
    }
    if !small.isEmpty { remarks.append(.smallSamples(small, under: minimumSample)) }
    if window.met > 0 {
      let clear = window.months.count { $0.state == .met && scope[$0.month]?.isClear == true }
      remarks.append(.clearMonths(clear, of: window.met))
    }
    return remarks
  }
}

// MARK: - Scopes

extension ScoreEvaluator {
  /// Judges quality scores; nothing where no evaluation was given.
  static func scopes(
    _ standard: Standard, _ quality: QualityMetrics, _ center: CenterMetrics
  ) -> [ScopeFinding] {
    findings(
      standard, quality.scopes, unseen: quality.unseenSites,
      hasObjectives: !quality.targets.objectives.isEmpty,
      minimumSample: quality.targets.minimumSample, center)
  }

  /// Judges customer satisfaction; nothing where no survey was given.
  ///
  /// Where surveys ask something else than is measured, the organization is named
  /// without a level.
  static func scopes(
    _ standard: Standard, _ satisfaction: SatisfactionMetrics, _ center: CenterMetrics
  ) -> [ScopeFinding] {
    guard !satisfaction.scopes.isEmpty || !satisfaction.isGiven else {
      return [ScopeFinding(unmatched: ScoreScope.organization)]
    }
    return findings(
      standard, satisfaction.scopes, unseen: satisfaction.unseenSites,
      hasObjectives: !satisfaction.targets.objectives.isEmpty,
      minimumSample: satisfaction.targets.minimumSample, center)
  }

  private static func findings(
    _ standard: Standard, _ scopes: [ScoreScope], unseen: [String], hasObjectives: Bool,
    minimumSample: Int, _ center: CenterMetrics
  ) -> [ScopeFinding] {
    let shares = ContactShares(center)
    return scopes.map { scope in
      let evaluator = ScoreEvaluator(
        scope: scope, hasObjectives: hasObjectives, minimumSample: minimumSample,
        asOf: center.asOf)
      return ScopeFinding(
        scope: scope.name, share: shares.share(ofSite: scope.site),
        criteria: standard.criteria.map(evaluator.finding),
        rollOffs: standard.criteria.compactMap(evaluator.rollOff))
    } + unseen.map { ScopeFinding(unmatched: $0) }
  }
}

/// The share of all contacts that each site has, as far as services keep sites apart.
struct ContactShares {
  private var offered: [String: Int] = [:]
  private var all = 0
  private let isKnown: Bool

  /// Adds up the contacts offered to all services.
  init(_ center: CenterMetrics) {
    // A pooled service does not say which site its contacts came to.
    isKnown = !center.services.contains { $0.records != nil && $0.service.isPooled }
    for metrics in center.services {
      guard let records = metrics.records else { continue }
      let contacts = records.offered
      offered[metrics.site ?? "", default: 0] += contacts
      all += contacts
    }
  }

  /// The share of a site, or of the organization; `nil` where it is not known.
  func share(ofSite site: String?) -> Ratio? {
    guard all > 0 else { return nil }
    guard let site else { return Ratio(all, all) }
    return isKnown ? Ratio(offered[site] ?? 0, all) : nil
  }
}
