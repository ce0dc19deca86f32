import Basics

/// A day whose intervals are judged column by column: no number is so large that plain
/// arithmetic could wrap, and nothing of it is excluded.
///
/// It is what `JudgedDay` finds interval by interval, many times faster; where queues are
/// judged one by one there are as many such intervals as there are rows.
struct UsualDay {
  /// All records that count, those offered while closed among them.
  private(set) var sums: ContactSums
  /// What the day adds to the judgment of a longer span.
  private(set) var whole: OpportunityPart
  /// Contacts offered while closed.
  private(set) var closedOffered = 0
  /// How the intervals ended.
  private(set) var intervals = OpportunityCounts()
  /// Intervals that were expected, key by key.
  private(set) var expected = 0
  /// Intervals of keys that are missing.
  private(set) var holes = 0
  /// The intervals' own service levels, in units of `ServiceFigures.meanScale`.
  private(set) var meanSum: Int128 = 0
  /// How many intervals have a service level.
  private(set) var meanCount = 0

  /// Judges a day; `nil` where it is not usual.
  init?(
    _ day: ServiceHistory.Day?, _ objective: Objective, _ service: Service,
    _ formula: ServiceLevelFormula
  ) {
    whole = OpportunityPart(percent: objective.percent)
    sums = ContactSums()
    guard let day else { return }
    let millionths = whole.percent.millionths
    guard let totals = day.sums.totals, millionths >= 0, millionths <= UsualDay.hundred else {
      return nil
    }
    sums = totals
    let percent = Int(whole.percent.millionths)
    let leavesOutClosed = service.closedContacts == .exclude && service.kind == .serviceLevel
    let columns = TermColumns(formula, service.demand, day.sums)
    let (values, cells) = (day.sums.values.span, day.cells.span)
    var leftOut: ContactSums?
    for place in cells.indices where cells[place].isTouched {
      let cell = cells[place]
      guard cell.volume >> DayColumns.plainBits == 0 else { return nil }
      if cell.isClosed {
        let own = day.sums.sums(place)
        closedOffered += own.offered
        if leavesOutClosed {
          intervals.add(.closed)
          leftOut = (leftOut ?? ContactSums()).merging(own)
          continue
        }
      }
      let terms = columns.terms(values, place)
      intervals.add(
        UsualDay.state(terms, cell, percent, excludesContacts: columns.excludesContacts))
      expected &+= cell.expected
      holes &+= cell.holes
      whole.volume &+= cell.volume
      whole.hasRecords = whole.hasRecords || cell.records > 0
      whole.hasHoles = whole.hasHoles || cell.holes &+ cell.pending > 0
      if terms.isKnown, terms.worstDenominator > 0 {
        meanSum &+= UsualDay.level(terms.countedNumerator, terms.worstDenominator)
        meanCount &+= 1
      }
    }
    whole.sums = leftOut.map(totals.subtracting) ?? totals
  }

  /// What a contact answered in time weighs: a hundred percent in millionths.
  private static let hundred = 100_000_000

  /// Judges an interval as `OpportunityEvidence` does.
  @inline(__always)
  private static func state(
    _ terms: TermColumns.Terms, _ cell: ServiceHistory.Cell, _ percent: Int, excludesContacts: Bool
  ) -> OpportunityState {
    // An interval of the grid that a sparse key leaves out had no contacts.
    guard cell.records > 0 else { return cell.holes &+ cell.pending > 0 ? .undecided : .idle }
    if cell.volume == 0 {
      if terms.demand == 0 { return .idle }
      if terms.worstDenominator <= 0 {
        return excludesContacts && terms.worstDenominator == 0 ? .idle : .missed
      }
    }
    let worst =
      hundred &* terms.worstNumerator &- percent &* (terms.worstDenominator &+ cell.volume)
    if worst >= 0 { return .met }
    let best =
      hundred &* (terms.bestNumerator &+ cell.volume)
      &- percent &* (terms.bestDenominator &+ cell.volume)
    return best >= 0 ? .undecided : .missed
  }

  /// A service level in units of the mean's scale.
  @inline(__always)
  private static func level(_ numerator: Int, _ denominator: Int) -> Int128 {
    // Nine million times the scale is below 2⁶³.
    if numerator < 9_000_000 {
      return Int128(numerator &* 1_000_000_000_000 / denominator)
    }
    return Int128(numerator) * ServiceFigures.meanScale / Int128(denominator)
  }
}
