import Basics
import MaturityRules
import PerformanceMetrics

/// The months of 8.02, 8.03 and 8.04: what was measured, out of what, and the objective.
///
/// The criteria of one standard share their window; its months stand with the first of
/// them that was asked about.
struct FigureExplanation {
  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  /// Explains criteria of a standard that is judged by a figure of each month.
  func scopes(_ finding: StandardFinding, _ criteria: [Criterion]) -> [Explanation.Scope] {
    finding.scopes.map { scope in
      var explained = Explanation.Scope(scope, of: finding.standard, criteria)
      let windows = explained.criteria.map(\.window)
      guard let index = windows.firstIndex(where: { $0 != nil }), let window = windows[index] else {
        return explained
      }
      switch finding.standard.subject {
      case .quality:
        let quality = report.center.quality
        explained.criteria[index].figures = months(
          window, of: quality.scopes.first { $0.name == scope.scope }, .percent,
          quality.targets.rounding, objectives: .up)
      case .satisfaction:
        let satisfaction = report.center.satisfaction
        explained.criteria[index].figures = months(
          window, of: satisfaction.scopes.first { $0.name == scope.scope }, satisfaction.unit,
          satisfaction.targets.rounding, objectives: satisfaction.targets.objectiveRounding)
      case .costPerContact:
        if let cost = report.center.costs.first(where: { $0.scope.name == scope.scope }) {
          explained.criteria[index].figures = window.months.map { FigureMonth(cost.month($0)) }
        }
      case .serviceLevel, .costOfQuality, .transactionValue: break
      }
      return explained
    }
  }

  private typealias FigureMonth = Explanation.FigureMonth

  private func months(
    _ window: Window, of scope: ScoreScope?, _ unit: ScoreUnit,
    _ rounding: DecimalRounding, objectives: DecimalRounding
  ) -> [Explanation.FigureMonth] {
    guard let scope else { return [] }
    return window.months.map { month in
      guard let score = scope[month] else {
        return FigureMonth(
          label: month.description, numerator: nil, denominator: nil, value: nil, objective: nil,
          state: .undecided)
      }
      return FigureMonth(
        label: month.description, numerator: score.value.map { "\($0.numerator)" },
        denominator: score.value.map { "\($0.denominator)" },
        value: score.value.map { unit.value($0).decimalText(places: 2, rounding) },
        objective: score.objectiveText(objectives), state: score.state)
    }
  }
}

extension Explanation.FigureMonth {
  /// A month of costs.
  fileprivate init(_ month: CostPerContact.Month) {
    label = month.month.description
    numerator = month.amount?.decimalText(places: 4, .nearest)
    denominator = "\(month.contacts)"
    value = month.value?.decimalText(places: 4, month.rounding)
    objective = month.objective?.description
    state = month.state
  }
}
