import Basics

/// A day whose intervals are judged column by column: no number is so large that plain
/// arithmetic could wrap, and nothing of it is excluded.
///
/// It is what `JudgedDay` finds interval by interval, many times faster; where queues are
/// judged one by one there are as many such intervals as there are rows.
struct UsualDay {
  /// All records that count, where some were offered while closed and are left out of the
  /// judgment; `nil` where they are those that are judged.
  private(set) var sums: ContactSums?
  /// What the day adds to the judgment of a longer span.
  let whole: OpportunityPart
  /// Contacts offered while closed.
  let closedOffered: Int
  /// How the intervals ended.
  let intervals: OpportunityCounts
  /// Intervals that were expected, key by key.
  let expected: Int
  /// Intervals of keys that are missing.
  let holes: Int
  /// The intervals' own service levels, in units of `ServiceFigures.meanScale`.
  let meanSum: Int128
  /// How many intervals have a service level.
  let meanCount: Int

  /// Judges a day; `nil` where it is not usual.
  init?(
    _ day: borrowing ServiceHistory.Day, _ objective: Objective, _ service: Service,
    _ formula: ServiceLevelFormula
  ) {
    let millionths = objective.percent.millionths
    guard millionths >= 0, millionths <= Int128(UsualIntervals.hundred),
      let totals = day.sums.totals
    else { return nil }
    let leavesOutClosed = service.closedContacts == .exclude && service.kind == .serviceLevel
    let found = UsualIntervals.judge(
      day.cells, day.sums.values.span, TermColumns(formula, service.demand, day.sums),
      offered: ContactSums.Figure.offered.rawValue * day.sums.places, percent: Int(millionths),
      leavesOutClosed: leavesOutClosed)
    guard found.volumeBits >> DayColumns.plainBits == 0 else { return nil }
    var whole = OpportunityPart(
      percent: objective.percent, sums: totals, volume: found.volume,
      hasRecords: found.recorded > 0, hasHoles: found.open > 0)
    if found.leftOut > 0 {
      var leftOut = ContactSums()
      for place in day.cells.indices where day.cells.closed[place] == 1 {
        leftOut.merge(day.sums.sums(place))
      }
      whole.sums = totals.subtracting(leftOut)
      if whole.sums != totals { sums = totals }
    }
    self.whole = whole
    closedOffered = found.closedOffered
    intervals = OpportunityCounts(
      met: found.met, counted: found.met + found.missed, idle: found.idle, closed: found.leftOut,
      undecided: found.undecided)
    (expected, holes) = (found.expected, found.holes)
    (meanSum, meanCount) = (found.meanSum, found.meanCount)
  }
}
