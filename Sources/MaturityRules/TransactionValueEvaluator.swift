import Basics
import PerformanceMetrics

/// Judges 8.06 for the organization: what is named, and what is measured.
///
/// It asks what is recorded: a month without a value is a month in which nothing was
/// measured, and not one that is undecided (own rule, as for the cost of quality).
/// Where no type is major, nothing is known of every major type, and what asks for
/// it is missed.
struct TransactionValueEvaluator {
  /// The types; `nil` where nothing names one, nor a metric.
  let value: TransactionValue?
  let asOf: CivilDate

  private var major: [TransactionValue.TypeValue] { value?.majorTypes ?? [] }

  /// Judges one criterion.
  func finding(_ criterion: Criterion) -> CriterionFinding {
    switch criterion.test {
    case .typesIdentified(let needed):
      let named = value?.types.count ?? 0
      return finding(
        criterion, isMet: named >= needed, met: named, needed: needed,
        distance: .types(named: named, needed: needed))
    case .metricsIdentified:
      let isNamed = value?.metric?.isEmpty == false
      return finding(
        criterion, isMet: isNamed && !major.isEmpty, met: isNamed ? major.count : 0,
        needed: major.count, distance: .metric(isNamed: isNamed, major: major.count))
    case .typesValued: return typesValued(criterion)
    case .evidence: return .needsEvidence(criterion)
    case .monthsAttained, .daysAttained, .intervalsAttained, .costsComputed, .costsTend,
      .qualityCosts:
      preconditionFailure("no criterion of transaction values")
    }
  }

  private func typesValued(_ criterion: Criterion) -> CriterionFinding {
    let window = Window(criterion.test, asOf: asOf)!
    let gaps = major.compactMap { type in
      let valued = Set(type.months.filter { $0.sums.withValue > 0 }.map(\.month))
      let gap = Distance.TypeGap(
        type: type.name, monthsWithout: window.months.filter { !valued.contains($0) },
        lacksBaseline: type.baseline == nil, lacksGoal: type.goal == nil)
      let isWhole = gap.monthsWithout.isEmpty && !gap.lacksBaseline && !gap.lacksGoal
      return isWhole ? nil : gap
    }
    return finding(
      criterion, isMet: gaps.isEmpty && !major.isEmpty, window: window,
      met: major.count - gaps.count, needed: major.count,
      distance: .typeValues(short: gaps, major: major.count, months: window.months.count))
  }

  private func finding(
    _ criterion: Criterion, isMet: Bool, window: Window? = nil, met: Int, needed: Int,
    distance: Distance
  ) -> CriterionFinding {
    CriterionFinding(
      criterion: criterion, status: isMet ? .met : .missed, window: window, met: met,
      counted: max(met, needed), undecided: 0, needed: needed, distance: distance, deciding: [],
      months: [], remarks: [])
  }

  /// Judges the organization; nothing where no contact was given.
  static func scopes(_ standard: Standard, _ center: CenterMetrics) -> [ScopeFinding] {
    guard center.hasContactRecords else { return [] }
    let evaluator = TransactionValueEvaluator(
      value: center.transactionValue, asOf: center.asOf)
    return [
      ScopeFinding(
        scope: ScoreScope.organization, share: ContactShares(center).share(ofSite: nil),
        criteria: standard.criteria.map(evaluator.finding))
    ]
  }
}
