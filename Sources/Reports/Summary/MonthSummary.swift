public import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics

/// The attainment of one month: its figures, the ladder as of its end, and what comes next.
///
/// It is a report that ends with the month, or with the data where the month is still running;
/// every figure in it is one of that report.
public struct MonthSummary: Sendable {
  /// The report as of the end of the month.
  public let report: Report
  /// The month.
  public let month: CivilMonth

  /// Creates a summary of the month that the report's as-of lies in.
  public init(_ report: Report) {
    self.report = report
    month = report.center.asOf.month
  }

  /// Whether as-of does not cut the month.
  public var isComplete: Bool { report.center.asOf >= month.lastDay }

  /// A service in the month.
  struct Service {
    let metrics: ServiceMetrics
    let records: ServiceMetrics.Records
    /// The figures of the month, or of what there is of it.
    let figures: ServiceFigures
    /// What the month needs of the contacts to come; `nil` unless it is still running.
    let runRate: RunRate?
  }

  /// The services that have records.
  var services: [Service] {
    report.center.services.compactMap { metrics in
      guard let records = metrics.records else { return nil }
      return Service(
        metrics: metrics, records: records, figures: records.figures(month).figures,
        runRate: RunRate(metrics))
    }
  }

  /// A monthly figure other than those of services.
  struct Figure {
    /// What it is: quality, satisfaction, cost per contact, first contact resolution.
    let name: String
    /// Whose it is.
    let scope: String
    /// Issues that are not decided yet; `nil` where there are none to be.
    var pending: Int?
    /// Its value, shortened away from a pass where it is judged; `nil` where there is none.
    let value: String?
    /// The unit behind it.
    let unit: String
    /// What it has to reach; `nil` where nothing was given.
    let objective: String?
    /// How the month stands; `nil` where nothing judges it.
    let state: OpportunityState?
  }

  /// The monthly figures other than those of services.
  var figures: [Figure] {
    let center = report.center
    let (quality, satisfaction) = (center.quality, center.satisfaction)
    var figures = quality.scopes.map { scope in
      figure("quality", scope, .percent, quality.targets.rounding, objective: .up)
    }
    figures += satisfaction.scopes.map { scope in
      figure(
        "satisfaction", scope, satisfaction.unit, satisfaction.targets.rounding,
        objective: satisfaction.targets.objectiveRounding)
    }
    figures += center.costs.map { costs in
      let own = costs.month(month)
      return Figure(
        name: "cost per contact", scope: costs.scope.name,
        value: own.value?.decimalText(places: 4, own.rounding),
        unit: costs.currency.map { " \($0)" } ?? "",
        objective: own.objective.map { Fraction($0).decimalText(places: 4, .nearest) },
        state: own.objective == nil ? nil : own.state)
    }
    if let resolution = center.resolution.first, let own = resolution.month(month) {
      figures.append(
        Figure(
          name: "first contact resolution",
          scope: "by \(resolution.method.rawValue)",
          pending: resolution.match == nil ? nil : own.counts.pending,
          value: own.rate?.percentText(own.objective == nil ? .nearest : .down), unit: " %",
          objective: own.objective?.description,
          state: own.objective == nil ? nil : own.state))
    }
    return figures
  }

  private func figure(
    _ name: String, _ scope: ScoreScope, _ unit: ScoreUnit, _ rounding: DecimalRounding,
    objective: DecimalRounding
  ) -> Figure {
    let own = scope.months.first { $0.month == month }
    let value = own?.value.map { ratio in
      unit == .percent ? ratio.percentText(rounding) : ratio.valueText(rounding)
    }
    return Figure(
      name: name, scope: scope.name, value: value, unit: unit == .percent ? " %" : "",
      objective: own?.objectiveText(objective),
      state: own?.objective == nil ? nil : own?.state)
  }

  /// How many months the ladder shows.
  static let ladderMonths = 12

  /// The months of the ladder, up to the month of the summary.
  var ladder: [CivilMonth] {
    (0..<MonthSummary.ladderMonths).reversed().map { month - $0 }
  }

  /// How the months of a scope of a standard stand, in the order of the ladder; `nil` for those
  /// without data, and all of them for a standard that no month attains.
  func states(_ standard: Standard, _ scope: ScopeFinding) -> [OpportunityState?] {
    let center = report.center
    func state(_ month: CivilMonth) -> OpportunityState? {
      switch standard.subject {
      case .serviceLevel:
        guard
          let records = center.services.first(where: {
            $0.service.name == scope.scope && $0.site == scope.site
          })?.records, records.months.contains(month)
        else { return nil }
        return records.figures(month).figures.state
      case .quality: return state(month, of: center.quality.scopes, scope)
      case .satisfaction: return state(month, of: center.satisfaction.scopes, scope)
      case .costPerContact:
        let costs = center.costs.first { $0.scope.name == scope.scope }
        return costs.flatMap { $0.months.contains(month) ? $0.month(month).state : nil }
      case .costOfQuality, .transactionValue: return nil
      }
    }
    func state(
      _ month: CivilMonth, of scopes: [ScoreScope], _ scope: ScopeFinding
    ) -> OpportunityState? {
      scopes.first { $0.name == scope.scope }?.months.first { $0.month == month }?.state
    }
    return ladder.map(state)
  }
}
