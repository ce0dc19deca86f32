import Basics
import PerformanceMetrics

/// In which of the last months a measure has a value, and an objective.
struct MeasuredMonths {
  /// What the measure is called, with its service or site.
  let name: String
  /// The months with a value.
  let valued: Set<CivilMonth>
  /// The months in which an objective was in force, whether or not they have a value.
  let objective: Set<CivilMonth>

  /// Whether it has a value in every month, with an objective.
  func isWhole(in months: ClosedRange<CivilMonth>) -> Bool {
    months.count == valued.count && months.count == objective.count
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
    let quality = center.quality.scopes.map {
      MeasuredMonths("quality", $0, center.quality.targets.objectives, in: months)
    }
    let satisfaction = center.satisfaction.scopes.map {
      MeasuredMonths("satisfaction", $0, center.satisfaction.targets.objectives, in: months)
    }
    let costs = center.costs.map { MeasuredMonths($0, in: months) }
    let resolution = center.resolution.prefix(1).map {
      MeasuredMonths($0, center.resolutionObjectives, in: months)
    }
    let contacts = MeasuredMonths.ofContacts(center.monthlyContacts, in: months)
    let values = (center.transactionValue?.majorTypes ?? []).map { MeasuredMonths($0, in: months) }
    let all = services + quality + satisfaction + costs + resolution + contacts + values
    return all.filter { !$0.valued.isEmpty }
  }

  /// Tells the months apart, one by one.
  private init(
    _ name: String, in months: ClosedRange<CivilMonth>, hasValue: (CivilMonth) -> Bool,
    hasObjective: (CivilMonth) -> Bool
  ) {
    self.name = name
    valued = Set(months.all.filter(hasValue))
    objective = Set(months.all.filter(hasObjective))
  }
}

// MARK: - Measures

extension MeasuredMonths {
  fileprivate init?(
    _ metrics: ServiceMetrics, in months: ClosedRange<CivilMonth>, isAssumed: Bool
  ) {
    guard let history = metrics.records?.judged else { return nil }
    let objectives = metrics.service.objectives
    self.init(CheckWords.name(metrics.service.name, metrics.site), in: months) { month in
      guard month.firstDay >= history.start, month.lastDay <= history.end else { return false }
      // A month without any objective is excluded, and still has its contacts.
      return history.figures(month.firstDay...month.lastDay).sums.offered > 0
    } hasObjective: { month in
      !isAssumed && objectives.inForce(on: month.firstDay) != nil
    }
  }

  fileprivate init(
    _ kind: String, _ scope: ScoreScope, _ objectives: [SiteObjective],
    in months: ClosedRange<CivilMonth>
  ) {
    self.init("\(kind) of \(scope.name)", in: months) {
      scope[$0]?.value != nil
    } hasObjective: {
      objectives.inForce(on: $0.firstDay, site: scope.name) != nil
    }
  }

  fileprivate init(_ costs: CostPerContact, in months: ClosedRange<CivilMonth>) {
    self.init("cost per contact of \(costs.scope.name)", in: months) {
      costs.month($0).value != nil
    } hasObjective: {
      costs.month($0).objective != nil
    }
  }

  fileprivate init(
    _ resolution: FirstContactResolution, _ objectives: [DatedObjective],
    in months: ClosedRange<CivilMonth>
  ) {
    self.init("first contact resolution", in: months) {
      resolution.month($0)?.rate != nil
    } hasObjective: {
      objectives.inForce(on: $0.firstDay) != nil
    }
  }

  /// Contact volume and average handle time.
  fileprivate static func ofContacts(
    _ contacts: MonthlyContacts, in months: ClosedRange<CivilMonth>
  ) -> [MeasuredMonths] {
    [
      MeasuredMonths("contact volume", in: months) {
        (contacts.month($0)?.offered ?? 0) > 0
      } hasObjective: {
        contacts.hasVolumeObjective && contacts.month($0)?.volume != .excluded
      },
      MeasuredMonths("average handle time", in: months) {
        contacts.month($0)?.handleMilliseconds != nil
      } hasObjective: {
        contacts.hasHandleTimeObjective && contacts.month($0)?.handleTime != .excluded
      },
    ]
  }

  /// The value of a type of transaction, whose goal has no day.
  fileprivate init(
    _ type: TransactionValue.TypeValue, in months: ClosedRange<CivilMonth>
  ) {
    let valued = Set(type.months.filter { $0.sums.perContact != nil }.map(\.month))
    self.init("transaction value of \(type.name)", in: months) {
      valued.contains($0)
    } hasObjective: { _ in
      type.goal != nil
    }
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
