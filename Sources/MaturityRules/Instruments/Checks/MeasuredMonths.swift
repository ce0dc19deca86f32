import Basics
import PerformanceMetrics

/// In which of the last months a measure has a value, and an objective.
struct MeasuredMonths {
  /// What the measure is called, with its service or site.
  let name: String
  /// The months with a value.
  let valued: Set<CivilMonth>
  /// The months with a value in which an objective was in force all along.
  let objective: Set<CivilMonth>

  /// Whether it has a value in every month, with an objective.
  func isWhole(in months: ClosedRange<CivilMonth>) -> Bool {
    months.count == objective.count && valued == objective
  }

  /// The measures of a center that have any value in some months.
  ///
  /// - Parameter isAssumed: Whether nobody configured the objective of services.
  static func all(
    of center: CenterMetrics, in months: ClosedRange<CivilMonth>, isAssumed: Bool
  ) -> [MeasuredMonths] {
    let services = center.services.compactMap {
      MeasuredMonths($0, in: months, isAssumed: isAssumed)
    }
    let quality = center.quality.scopes.map { MeasuredMonths("quality", $0, in: months) }
    let satisfaction = center.satisfaction.scopes.map {
      MeasuredMonths("satisfaction", $0, in: months)
    }
    let costs = center.costs.map { MeasuredMonths($0, in: months) }
    let resolution = center.resolution.first.map { [MeasuredMonths($0, in: months)] } ?? []
    return (services + quality + satisfaction + costs + resolution).filter { !$0.valued.isEmpty }
  }

  private init(_ name: String, _ months: [(month: CivilMonth, hasObjective: Bool)]) {
    self.name = name
    valued = Set(months.map(\.month))
    objective = Set(months.filter(\.hasObjective).map(\.month))
  }
}

// MARK: - Measures

extension MeasuredMonths {
  private init?(
    _ metrics: ServiceMetrics, in months: ClosedRange<CivilMonth>, isAssumed: Bool
  ) {
    guard let history = metrics.records?.judged else { return nil }
    let objectives = metrics.service.objectives
    let found = months.compactMap { month -> (CivilMonth, Bool)? in
      guard month.firstDay >= history.start, month.lastDay <= history.end else { return nil }
      let days = month.firstDay...month.lastDay
      // A month without any objective is excluded, and still has its contacts.
      guard history.figures(days).sums.offered > 0 else { return nil }
      return (month, !isAssumed && objectives.inForce(on: month.firstDay) != nil)
    }
    self.init(CheckWords.name(metrics.service.name, metrics.site), found)
  }

  fileprivate init(_ kind: String, _ scope: ScoreScope, in months: ClosedRange<CivilMonth>) {
    self.init(
      "\(kind) of \(scope.name)",
      scope.months.filter { months.contains($0.month) && $0.value != nil }
        .map { ($0.month, $0.objective != nil) })
  }

  fileprivate init(_ costs: CostPerContact, in months: ClosedRange<CivilMonth>) {
    let found = months.compactMap { month -> (CivilMonth, Bool)? in
      let figures = costs.month(month)
      return figures.value == nil ? nil : (month, figures.objective != nil)
    }
    self.init("cost per contact of \(costs.scope.name)", found)
  }

  fileprivate init(_ resolution: FirstContactResolution, in months: ClosedRange<CivilMonth>) {
    self.init(
      "first contact resolution",
      resolution.months.filter { months.contains($0.month) && $0.rate != nil }
        .map { ($0.month, $0.objective != nil) })
  }
}

/// Words that several checks use.
enum CheckWords {
  /// A service, with its site where it has one.
  static func name(_ service: String, _ site: String?) -> String {
    site.map { "\(service) at \($0)" } ?? service
  }

  /// The first of some names, and how many more there are.
  static func list(_ names: [String], most: Int = 3) -> String {
    let more = names.count > most ? " and \(names.count - most) more" : ""
    return names.prefix(most).joined(separator: ", ") + more
  }

  /// How many answers.
  static func answers(_ count: Int) -> String {
    "\(count) survey \(count == 1 ? "answer" : "answers")"
  }

  /// Months one after another.
  static func list(_ months: [CivilMonth]) -> String { list(months.map(\.description)) }
}

extension ClosedRange where Bound == CivilMonth {
  /// How many months these are.
  var count: Int { upperBound.index - lowerBound.index + 1 }

  /// The months, oldest first.
  var all: [CivilMonth] { (lowerBound.index...upperBound.index).map { CivilMonth(index: $0) } }

  func compactMap<Result>(_ transform: (CivilMonth) -> Result?) -> [Result] {
    all.compactMap(transform)
  }

  /// The months that are not among others, oldest first.
  func missing(from months: Set<CivilMonth>) -> [CivilMonth] {
    all.filter { !months.contains($0) }
  }
}
