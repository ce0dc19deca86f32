import Basics
import ContactRecords
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
    case .daysAttained(let percent, _):
      notCaptured(criterion, .day) ?? days(criterion, percent: percent)
    case .intervalsAttained(let percent, _):
      notCaptured(criterion, .interval) ?? intervals(criterion, percent: percent)
    case .evidence:
      .needsEvidence(criterion)
    case .costsComputed, .costsTend, .qualityCosts, .typesIdentified, .metricsIdentified,
      .typesValued:
      preconditionFailure("no criterion of service levels")
    }
  }

  /// The smallest count that reaches a share of a total, exactly.
  static func needed(_ percent: Int, of total: Int) -> Int {
    Int((Int128(percent) * Int128(total) + 99) / 100)
  }

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
    let months = MonthsOfWindow(criterion, asOf: asOf, state: state)!
    return months.finding(
      criterion, needed: needed,
      remarks: (metrics.service.rationale == nil ? [.noRationale] : [])
        + changes(in: months.window))
  }

  /// The finding of a criterion that is finer than the service's response times are
  /// captured; `nil` where it applies.
  private func notCaptured(_ criterion: Criterion, _ grain: Service.Grain) -> CriterionFinding? {
    let finest = metrics.service.finestGrain(on: asOf)
    guard
      Service.Grain.allCases.firstIndex(of: grain)!
        > Service.Grain.allCases.firstIndex(of: finest)!
    else { return nil }
    // Records of whole months alone have no length.
    let hasFinerData =
      records.intervalMinutes.map { grain == .day || $0 <= IntervalLength.longest } ?? false
    return CriterionFinding(
      criterion: criterion, status: .notApplicable, window: Window(criterion.test, asOf: asOf),
      met: nil, counted: nil, undecided: nil, needed: nil, distance: .nothing, deciding: [],
      months: [], remarks: [.coarserGrain(finest, hasFinerData: hasFinerData)])
  }

  private func days(_ criterion: Criterion, percent: Int) -> CriterionFinding {
    let window = Window(criterion.test, asOf: asOf)!
    var untracked: [CivilMonth] = []
    let months = window.months.map { month in
      let figures = history.figures(month.firstDay...month.lastDay)
      guard figures.tracksDays else {
        // What its days were is not known, so that it is not stepped over.
        untracked.append(month)
        return CriterionFinding.MonthOfDays(
          month: month, met: 0, counted: 0, undecided: 0, needed: 0, status: .indeterminate)
      }
      let days = figures.days
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
    let tracked = judged.filter { !untracked.contains($0.month) }
    let gaps = { (wanted: CriterionStatus) in
      tracked.filter { $0.status == wanted }.map(ServiceLevelEvaluator.gap)
    }
    let tightest = tracked.min { ($0.met - $0.needed, $0.month) < ($1.met - $1.needed, $1.month) }
    return CriterionFinding(
      criterion: criterion, status: status, window: window, met: months.sum(of: \.met),
      counted: months.sum(of: \.counted), undecided: months.sum(of: \.undecided), needed: nil,
      distance: tracked.isEmpty
        ? .nothing
        : .days(
          short: gaps(.missed), open: gaps(.indeterminate),
          tightest: tightest.map(ServiceLevelEvaluator.gap)),
      deciding: status == .indeterminate
        ? judged.filter { $0.status == .indeterminate }.map(\.month.description) : [],
      months: months,
      remarks: (judged.isEmpty ? [.nothingToCount] : [])
        + (untracked.isEmpty ? [] : [.notTrackedByDay(untracked)]) + changes(in: window))
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
      remarks: (figures.knowsIntervals
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
    guard case .monthsAttained(let needed, _) = criterion.test else { return nil }
    return MonthsOfWindow(criterion, asOf: asOf, state: state)?.rollOff(criterion, needed: needed)
  }

  // MARK: Scopes

  /// Judges every service on every site; none where no record was given.
  static func scopes(_ standard: Standard, _ center: CenterMetrics) -> [ScopeFinding] {
    guard center.hasContacts else { return [] }
    let offered = center.services.sum { $0.records?.offered ?? 0 }
    return center.services.map { metrics in
      guard let records = metrics.records else {
        return ScopeFinding(unmatched: metrics.service.name)
      }
      let evaluator = ServiceLevelEvaluator(
        metrics: metrics, records: records, history: records.judged)
      return ScopeFinding(
        scope: metrics.service.name, site: metrics.site,
        statusesWithExclusions: records.withExclusions.map { history in
          let evaluator = ServiceLevelEvaluator(
            metrics: metrics, records: records, history: history)
          return standard.criteria.map { evaluator.finding($0).status }
        },
        share: offered > 0 ? Ratio(records.offered, offered) : nil,
        criteria: standard.criteria.map(evaluator.finding),
        rollOffs: standard.criteria.compactMap(evaluator.rollOff))
    }
  }
}

extension Sequence {
  /// Adds up one whole number of every element.
  func sum(of value: (Element) -> Int) -> Int { reduce(0) { $0 + value($1) } }
}
