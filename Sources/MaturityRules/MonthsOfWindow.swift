import Basics
import PerformanceMetrics

/// The months of a window and how each of them stands: what every criterion that
/// counts months is judged by.
struct MonthsOfWindow {
  /// One month.
  typealias Month = (month: CivilMonth, state: OpportunityState)

  /// The window.
  let window: Window
  /// Its months, oldest first.
  let months: [Month]

  /// Looks at the months of a criterion; `nil` when it counts none.
  init?(
    _ criterion: Criterion, asOf: CivilDate, state: (CivilMonth) -> OpportunityState
  ) {
    guard case .monthsAttained = criterion.test, let window = Window(criterion.test, asOf: asOf)
    else { return nil }
    self.window = window
    months = window.months.map { ($0, state($0)) }
  }

  /// Months that attain.
  var met: Int { months.count { $0.state == .met } }
  /// Months that do not.
  var missed: Int { months.count { $0.state == .missed } }
  /// Months that what is missing could turn.
  var undecided: [CivilMonth] { months.filter { $0.state == .undecided }.map(\.month) }

  /// Judges the criterion, with every undecided month missed and with every one met.
  ///
  /// - Parameter hasObjective: Without any objective nothing can be judged.
  func finding(
    _ criterion: Criterion, needed: Int, hasObjective: Bool = true, remarks: [Remark]
  ) -> CriterionFinding {
    let undecided = undecided
    let status =
      hasObjective
      ? CriterionStatus(worst: met >= needed, best: met + undecided.count >= needed)
      : .indeterminate
    return CriterionFinding(
      criterion: criterion, status: status, window: window, met: met, counted: met + missed,
      undecided: undecided.count, needed: needed,
      distance: hasObjective
        ? .months(
          met: met, undecided: undecided.count, of: months.count, needed: needed,
          deciding: undecided) : .nothing,
      deciding: hasObjective && status == .indeterminate ? undecided.map(\.description) : [],
      months: [], remarks: remarks)
  }

  /// Tells what leaves the window next month, and what next month has to be.
  func rollOff(_ criterion: Criterion, needed: Int) -> RollOff {
    let leaving = months[0]
    let staying = months.dropFirst()
    let met = staying.count { $0.state == .met }
    let undecided = staying.count { $0.state == .undecided }
    let lacking = needed - met
    let demand: RollOff.Demand =
      switch lacking {
      case ...0: .mayBeMissed
      case ...undecided: .dependsOnUndecided
      case undecided + 1: undecided == 0 ? .mustBeMet : .mustBeMetWithUndecided
      default: .cannotSuffice
      }
    return RollOff(
      level: criterion.level, months: months.count, next: months[months.count - 1].month + 1,
      leaves: leaving.month,
      leavesMet: leaving.state == .met ? true : (leaving.state == .missed ? false : nil),
      lacking: max(lacking, 0), undecided: undecided, demand: demand)
  }
}
