import Basics
public import PerformanceMetrics

/// Judges 8.04 for one scope, criterion by criterion.
///
/// The months of a window are looked at once: each attains its objective, misses
/// it, or is undecided for want of a cost or of contacts. All comparisons are on
/// exact quotients.
struct CostEvaluator {
  let cost: CostPerContact

  private var asOf: CivilDate { cost.asOf }

  /// Judges one criterion.
  func finding(_ criterion: Criterion) -> CriterionFinding {
    switch criterion.test {
    case .costsComputed: computed(criterion)
    case .costsTend(let rule): tendency(criterion, rule)
    case .monthsAttained(let needed, _): months(criterion, needed: needed)
    case .evidence: .needsEvidence(criterion)
    case .daysAttained, .intervalsAttained, .qualityCosts, .typesIdentified, .metricsIdentified,
      .typesValued:
      preconditionFailure("no criterion of costs")
    }
  }

  /// Tells what leaves the window of a criterion on months, and what next month has to be.
  func rollOff(_ criterion: Criterion) -> RollOff? {
    guard case .monthsAttained(let needed, _) = criterion.test, !cost.objectives.isEmpty else {
      return nil
    }
    return MonthsOfWindow(criterion, asOf: asOf, state: state)?.rollOff(criterion, needed: needed)
  }

  private func state(_ month: CivilMonth) -> OpportunityState { cost.month(month).state }

  private func months(_ criterion: Criterion, needed: Int) -> CriterionFinding {
    let months = MonthsOfWindow(criterion, asOf: asOf, state: state)!
    return months.finding(
      criterion, needed: needed, hasObjective: !cost.objectives.isEmpty,
      remarks: objectiveRemarks)
  }

  private var objectiveRemarks: [Remark] {
    if cost.objectives.isEmpty { return [.noObjectiveGiven] }
    return cost.objectives.contains { $0.holds(for: cost.scope.name) } ? [] : [.noObjectiveForScope]
  }

  private func changes(in window: Window) -> [Remark] {
    let (first, last) = (window.days.lowerBound, window.days.upperBound)
    return cost.objectives.changes(after: first, through: last, site: cost.scope.name)
      .compactMap { day in
        cost.objectives.inForce(on: day, site: cost.scope.name)
          .map { .valueChanged(day, $0.value) }
      }
  }
}

// MARK: - Level 1

extension CostEvaluator {
  /// Costs and contacts in every month; a month without is undecided.
  private func computed(_ criterion: Criterion) -> CriterionFinding {
    let window = Window(criterion.test, asOf: asOf)!
    let months = window.months.map { cost.month($0) }
    let missing = months.filter { $0.value == nil }.map(\.month)
    let met = months.count - missing.count
    let status: CriterionStatus = missing.isEmpty ? .met : .indeterminate
    return CriterionFinding(
      criterion: criterion, status: status, window: window, met: met, counted: met,
      undecided: missing.count, needed: months.count,
      distance: .costMonths(computed: met, of: months.count, missing: missing),
      deciding: missing.map(\.description), months: [],
      remarks: CostEvaluator.scopeRemarks(cost, in: window)
        + (cost.neverChanges ? [.costNeverChanges] : []))
  }
}

extension CostEvaluator {
  /// What the cost of a contact is made of (source).
  static let components = ["people", "infrastructure", "overhead"]

  /// Names the components that no month of a window has a cost of, where it has any.
  static func scopeRemarks(_ cost: CostPerContact, in window: Window) -> [Remark] {
    let names = Set(window.months.flatMap { cost.month($0).categories.map(\.name) })
    let lacking = components.filter { !names.contains($0) }
    return names.isEmpty || lacking.isEmpty ? [] : [.lacksComponents(lacking)]
  }
}

extension Evaluator {
  /// Names what the costs of a scope leave out in the whole window of 8.04.
  public static func scopeRemarks(_ cost: CostPerContact) -> [Remark] {
    let criteria = StandardLadder.standards.filter { $0.subject == .costPerContact }
      .flatMap(\.criteria)
    return criteria.lazy.compactMap { Window($0.test, asOf: cost.asOf) }.first
      .map { CostEvaluator.scopeRemarks(cost, in: $0) } ?? []
  }
}

// MARK: - Level 2

extension CostEvaluator {
  /// An objective, and a cost per contact that keeps to it or comes down to it.
  private func tendency(_ criterion: Criterion, _ rule: Criterion.CostTendency) -> CriterionFinding
  {
    let window = Window(criterion.test, asOf: asOf)!
    let months = window.months.map { cost.month($0) }
    let states = months.map(\.state)
    let undecided = months.filter { $0.state == .undecided }.map(\.month)
    let withObjective = months.count { $0.objective != nil }
    let status: CriterionStatus
    let distance: Distance
    var deciding: [CivilMonth] = []
    if cost.objectives.isEmpty {
      (status, distance) = (.indeterminate, .nothing)
    } else if cost.objectiveAtAsOf == nil || withObjective < rule.objectiveMonths {
      status = .missed
      distance = .costObjective(
        isInForce: cost.objectiveAtAsOf != nil, months: withObjective, needed: rule.objectiveMonths)
    } else {
      let tendency = CostTendency(months, rule)
      (status, distance) = (tendency.status, .costTendency(tendency))
      if status == .indeterminate { deciding = undecided }
    }
    let met = states.count { $0 == .met }
    return CriterionFinding(
      criterion: criterion, status: status, window: window, met: met,
      counted: states.count - undecided.count, undecided: undecided.count, needed: nil,
      distance: distance, deciding: deciding.map(\.description), months: [],
      remarks: objectiveRemarks + changes(in: window))
  }

  // MARK: Scopes

  /// Judges every scope of costs; none where no cost was given.
  static func scopes(_ standard: Standard, _ center: CenterMetrics) -> [ScopeFinding] {
    center.costs.map { cost in
      let evaluator = CostEvaluator(cost: cost)
      return ScopeFinding(
        scope: cost.scope.name, share: cost.share,
        criteria: standard.criteria.map(evaluator.finding),
        rollOffs: standard.criteria.compactMap(evaluator.rollOff))
    } + center.sitesWithoutCosts.map { ScopeFinding(unmatched: $0) }
  }
}
