import Basics
public import PerformanceMetrics

extension Evaluator {
  /// Judges every rule of the toolkit.
  ///
  /// A rule without records that it is judged by is not assessed.
  public static func rules(_ center: CenterMetrics) -> [RuleFinding] {
    Toolkit.rules.map { rule in
      let scopes =
        switch rule.test {
        case .intervalsNearObjective(let percent, let within, _):
          center.services.compactMap {
            intervals(near: Leeway.readings(within: within), percent: percent, $0)
          }
        case .figuresAttained(let figures, let needed, let months):
          MonthlyFigures(figures, atLeast: needed, ofLast: months, center)
            .map { [RuleScope($0)] } ?? []
        }
      return RuleFinding(
        rule: rule, status: CriterionStatus(all: scopes.map(\.status)), scopes: scopes)
    }
  }

  /// Counts the intervals of a service that come near its objective; `nil` where it has
  /// no records.
  private static func intervals(
    near readings: [Leeway], percent: Int, _ metrics: ServiceMetrics
  ) -> RuleScope? {
    guard let records = metrics.records, let result = records.leeway else { return nil }
    let scope = { (status: CriterionStatus, parts: [RulePart], remarks: [RuleRemark]) in
      RuleScope(
        scope: metrics.service.name, site: metrics.site, status: status,
        window: Window(days: result.days, grain: .interval), parts: parts, remarks: remarks)
    }
    if metrics.service.finestGrain(on: records.judged.end) != .interval {
      return scope(.notApplicable, [], [.notCapturedByInterval])
    }
    let parts = zip(readings, result.counts).map { RulePart("\($0)", $1, percent: percent) }
    guard result.tracksIntervals else {
      return scope(.indeterminate, parts, [.notTrackedByInterval])
    }
    let statuses = Set(parts.map(\.status))
    if statuses.count > 1 {
      let readings = parts.map { "\($0.name) \($0.status.rawValue)" }
      return scope(.indeterminate, parts, [.readingsDisagree(readings)])
    }
    let isEmpty = parts.allSatisfy { $0.counted + $0.undecided == 0 }
    return scope(statuses.first ?? .indeterminate, parts, isEmpty ? [.nothingToCount] : [])
  }
}

extension RuleScope {
  /// Takes the figures of the organization.
  fileprivate init(_ figures: MonthlyFigures) {
    let without = figures.findings.filter { !$0.hasObjective }.map(\.figure)
    self.init(
      scope: ScoreScope.organization, site: nil, status: figures.status, window: figures.window,
      parts: figures.findings.map {
        RulePart(
          name: $0.figure.description, status: $0.status, met: $0.met, counted: $0.counted,
          undecided: $0.undecided, needed: figures.needed, distance: $0.distance)
      }, remarks: without.isEmpty ? [] : [.noObjective(without)])
  }
}

extension RulePart {
  /// Judges intervals by the share of them that has to be attained.
  fileprivate init(_ name: String, _ counts: OpportunityCounts, percent: Int) {
    let all = counts.counted + counts.undecided
    let needed = ServiceLevelEvaluator.needed(percent, of: all)
    self.init(
      name: name,
      status: all == 0
        ? .indeterminate
        : CriterionStatus(
          worst: counts.met >= needed, best: counts.met + counts.undecided >= needed),
      met: counts.met, counted: counts.counted, undecided: counts.undecided, needed: needed,
      distance: all == 0
        ? .nothing
        : .intervals(
          met: counts.met, counted: counts.counted, undecided: counts.undecided, needed: needed))
  }
}

extension CriterionStatus {
  /// Sums up the scopes of a rule: one that misses it decides, and all have to meet it.
  ///
  /// Scopes that it does not apply to are stepped over.
  fileprivate init(all scopes: [CriterionStatus]) {
    let judged = Set(scopes).subtracting([.notApplicable])
    if scopes.isEmpty {
      self = .notAssessed
    } else if judged.isEmpty {
      self = .notApplicable
    } else if judged.contains(.missed) {
      self = .missed
    } else {
      self = judged == [.met] ? .met : .indeterminate
    }
  }
}
