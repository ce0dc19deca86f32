import Basics
import ContactRecords
import PerformanceMetrics

/// Judges 8.05 for the organization: what is recorded, and how regularly.
///
/// Months are counted where records are of months, quarters where they are of
/// quarters; of both, either suffices. What is not recorded is missed, never undecided.
struct QualityCostEvaluator {
  let costs: CostOfQuality

  /// Judges one criterion.
  func finding(_ criterion: Criterion) -> CriterionFinding {
    switch criterion.test {
    case .qualityCosts(let rule): recorded(criterion, rule)
    case .evidence: .needsEvidence(criterion)
    case .costsComputed, .costsTend, .monthsAttained, .daysAttained, .intervalsAttained,
      .typesIdentified, .metricsIdentified, .typesValued:
      preconditionFailure("no criterion of costs of quality")
    }
  }

  private func recorded(_ criterion: Criterion, _ rule: Criterion.QualityRecords)
    -> CriterionFinding
  {
    let months = count(
      Window.lastMonths(rule.ofMonths, asOf: costs.asOf, grain: .month), rule, needed: rule.months)
    let quarters = count(
      Window.lastQuarters(rule.ofQuarters, asOf: costs.asOf), rule, needed: rule.quarters)
    let shown = costs.hasQuarters && (quarters.holds || !months.holds) ? quarters : months
    return CriterionFinding(
      criterion: criterion, status: shown.holds ? .met : .missed, window: shown.window,
      met: shown.recorded, counted: shown.periods, undecided: 0, needed: shown.needed,
      distance: .qualityRecords(
        recorded: shown.recorded, of: shown.periods, needed: shown.needed,
        grain: shown.window.grain, depth: rule.depth, missing: shown.missing),
      deciding: [], months: [], remarks: [])
  }

  /// The periods of a window and how many of them are recorded.
  private struct Count {
    let window: Window
    let recorded: Int
    let periods: Int
    let needed: Int
    let missing: [String]

    var holds: Bool { recorded >= needed }
  }

  private func count(_ window: Window, _ rule: Criterion.QualityRecords, needed: Int) -> Count {
    let periods: [CostPeriod] =
      window.grain == .quarter
      ? Set(window.months.map { CivilQuarter($0) }).sorted().map { .quarter($0) }
      : window.months.map { .month($0) }
    let missing = periods.filter { period in
      let figures = costs.figures(period)
      switch rule.depth {
      case .anyCategory: return !figures.hasDetail
      case .allAndShare: return figures.total == nil || figures.shareOfCost == nil
      }
    }
    return Count(
      window: window, recorded: periods.count - missing.count, periods: periods.count,
      needed: needed, missing: missing.map(\.description))
  }

  // MARK: Scopes

  /// Judges the organization; nothing where no cost of quality was given.
  static func scopes(_ standard: Standard, _ center: CenterMetrics) -> [ScopeFinding] {
    guard let costs = center.costOfQuality else { return [] }
    let evaluator = QualityCostEvaluator(costs: costs)
    return [
      ScopeFinding(
        scope: CostScope.organization.name, criteria: standard.criteria.map(evaluator.finding))
    ]
  }
}
