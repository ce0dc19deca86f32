import Basics
import PerformanceMetrics

/// Judges 8.01 for one service on one site, criterion by criterion.
///
/// Each criterion is evaluated twice: with every undecided opportunity missed and
/// with every one met. What holds in the worst case is met, what fails in the
/// best is missed, and the rest is indeterminate. All arithmetic is on whole numbers.
struct ServiceLevelEvaluator {
  let metrics: ServiceMetrics
  let records: ServiceMetrics.Records
  let history: JudgedHistory

  private var asOf: CivilDate { history.end }

  /// Judges one criterion.
  func finding(_ criterion: Criterion) -> CriterionFinding {
    switch criterion.test {
    case .monthsAttained(let needed, _): months(criterion, needed: needed)
    case .daysAttained(let percent, _): days(criterion, percent: percent)
    case .intervalsAttained(let percent, _): intervals(criterion, percent: percent)
    case .evidence:
      CriterionFinding(
        criterion: criterion, status: .needsEvidence, window: nil, met: nil, counted: nil,
        undecided: nil, needed: nil, distance: .attestation, deciding: [], months: [], remarks: [])
    }
  }

  /// The smallest count that reaches a share of a total, exactly.
  static func needed(_ percent: Int, of total: Int) -> Int { (percent * total + 99) / 100 }

  private func state(_ month: CivilMonth) -> OpportunityState {
    history.figures(month.firstDay...month.lastDay).state
  }

  private func changes(in window: Window) -> [Remark] {
    let objectives = metrics.service.objectives
    return objectives.changes(after: window.days.lowerBound, through: window.days.upperBound)
      .compactMap { day in
        objectives.inForce(on: day).map {
          .objectiveChanged(day, percent: $0.percent, seconds: $0.seconds)
        }
      }
  }

  private func months(_ criterion: Criterion, needed: Int) -> CriterionFinding {
    let window = Window(criterion.test, asOf: asOf)!
    let states = window.months.map { (month: $0, state: state($0)) }
    let met = states.count { $0.state == .met }
    let missed = states.count { $0.state == .missed }
    let undecided = states.filter { $0.state == .undecided }.map(\.month)
    let status = CriterionStatus(worst: met >= needed, best: met + undecided.count >= needed)
    return CriterionFinding(
      criterion: criterion, status: status, window: window, met: met, counted: met + missed,
      undecided: undecided.count, needed: needed,
      distance: .months(
        met: met, undecided: undecided.count, of: states.count, needed: needed,
        deciding: undecided),
      deciding: status == .indeterminate ? undecided.map(\.description) : [], months: [],
      remarks: (metrics.service.rationale == nil ? [.noRationale] : []) + changes(in: window))
  }

  private func days(_ criterion: Criterion, percent: Int) -> CriterionFinding {
    let window = Window(criterion.test, asOf: asOf)!
    let months = window.months.map { month in
      let days = history.figures(month.firstDay...month.lastDay).days
      let all = days.counted + days.undecided
      let needed = ServiceLevelEvaluator.needed(percent, of: all)
      return CriterionFinding.MonthOfDays(
        month: month, met: days.met, counted: days.counted, undecided: days.undecided,
        needed: needed,
        status: all == 0
          ? .notApplicable
          : CriterionStatus(worst: days.met >= needed, best: days.met + days.undecided >= needed))
    }
    let judged = months.filter { $0.status != .notApplicable }
    let status: CriterionStatus =
      judged.isEmpty
      ? .indeterminate
      : CriterionStatus(
        worst: judged.allSatisfy { $0.status == .met },
        best: judged.allSatisfy { $0.status != .missed })
    let gaps = { (wanted: CriterionStatus) in
      judged.filter { $0.status == wanted }.map(ServiceLevelEvaluator.gap)
    }
    let tightest = judged.min { ($0.met - $0.needed, $0.month) < ($1.met - $1.needed, $1.month) }
    return CriterionFinding(
      criterion: criterion, status: status, window: window, met: months.sum(of: \.met),
      counted: months.sum(of: \.counted), undecided: months.sum(of: \.undecided), needed: nil,
      distance: judged.isEmpty
        ? .nothing
        : .days(
          short: gaps(.missed), open: gaps(.indeterminate),
          tightest: tightest.map(ServiceLevelEvaluator.gap)),
      deciding: status == .indeterminate
        ? judged.filter { $0.status == .indeterminate }.map(\.month.description) : [],
      months: months,
      remarks: (judged.isEmpty ? [.nothingToCount] : []) + changes(in: window))
  }

  private func intervals(_ criterion: Criterion, percent: Int) -> CriterionFinding {
    let window = Window(criterion.test, asOf: asOf)!
    let figures = history.figures(window.days)
    let counts = figures.intervals
    let all = counts.counted + counts.undecided
    let needed = ServiceLevelEvaluator.needed(percent, of: all)
    let status: CriterionStatus =
      all == 0
      ? .indeterminate
      : CriterionStatus(worst: counts.met >= needed, best: counts.met + counts.undecided >= needed)
    var deciding: [String] = []
    if status == .indeterminate {
      var day = window.days.lowerBound
      while day <= window.days.upperBound {
        if history.figures(day...day).intervals.undecided > 0 { deciding.append("\(day)") }
        day = day + 1
      }
    }
    return CriterionFinding(
      criterion: criterion, status: status, window: window, met: counts.met,
      counted: counts.counted, undecided: counts.undecided, needed: needed,
      distance: all == 0
        ? .nothing
        : .intervals(
          met: counts.met, counted: counts.counted, undecided: counts.undecided, needed: needed),
      deciding: deciding, months: [],
      remarks: (figures.tracksIntervals
        ? (all == 0 ? [.nothingToCount] : []) : [.notTrackedByInterval])
        + changes(in: window))
  }

  private static func gap(_ month: CriterionFinding.MonthOfDays) -> Distance.MonthGap {
    Distance.MonthGap(
      month: month.month, met: month.met, counted: month.counted, undecided: month.undecided,
      needed: month.needed)
  }

  /// Tells what leaves the window of a criterion on months, and what next month has to be.
  func rollOff(_ criterion: Criterion) -> RollOff? {
    guard case .monthsAttained(let needed, _) = criterion.test,
      let window = Window(criterion.test, asOf: asOf)
    else { return nil }
    let leaves = window.months[0]
    let leaving = state(leaves)
    let staying = window.months.dropFirst().map(state)
    let (met, undecided) = (staying.count { $0 == .met }, staying.count { $0 == .undecided })
    let demand: RollOff.Demand
    switch needed - met {
    case ...0: demand = .mayBeMissed
    case 1: demand = .mustBeMet
    case ...(undecided + 1): demand = .mustBeMetWithUndecided
    default: demand = .cannotSuffice
    }
    return RollOff(
      level: criterion.level, months: window.months.count,
      next: window.months[window.months.count - 1] + 1, leaves: leaves,
      leavesMet: leaving == .met ? true : (leaving == .missed ? false : nil), demand: demand)
  }
}

extension Sequence {
  /// Adds up one whole number of every element.
  func sum(of value: (Element) -> Int) -> Int { reduce(0) { $0 + value($1) } }
}
