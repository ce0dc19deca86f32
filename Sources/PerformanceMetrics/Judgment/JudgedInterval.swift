import Basics

/// One judged interval: its records, how it ended, and what it adds to its day.
struct JudgedInterval: Sendable {
  /// The records and holes that it is judged by.
  let part: OpportunityPart
  /// How it ended.
  let state: OpportunityState
  /// Whether it lies outside the opening hours and so enters no service level.
  let isLeftOut: Bool
  /// Contacts offered while closed.
  let closedOffered: Int

  /// Judges an interval by the objective of its day.
  ///
  /// - Parameters:
  ///   - cell: What is there and what is missing; touched.
  ///   - sums: The records.
  ///   - leeway: How far below the objective it may stay; `nil` for none.
  init(
    _ cell: ServiceHistory.Cell, sums: ContactSums, objective: Objective, service: Service,
    formula: ServiceLevelFormula, leeway: Leeway? = nil
  ) {
    part = OpportunityPart(
      percent: objective.percent, sums: sums, volume: cell.volume,
      hasRecords: cell.records > 0, hasHoles: cell.holes + cell.pending > 0)
    closedOffered = cell.isClosed ? sums.offered : 0
    isLeftOut =
      cell.isClosed && service.closedContacts == .exclude && service.kind == .serviceLevel
    guard !isLeftOut else {
      state = .closed
      return
    }
    var evidence = OpportunityEvidence()
    evidence.add(part, formula, service.demand, leeway: leeway)
    // An interval of the grid that a sparse key leaves out had no contacts.
    state = evidence.state == .closed ? .idle : evidence.state
  }

  /// Its own service level in units of the mean's scale; `nil` where it has none.
  func serviceLevel(_ formula: ServiceLevelFormula, _ demand: Demand) -> Int128? {
    let terms = ServiceLevelTerms(part.sums, formula, demand)
    guard terms.isKnown, terms.counted.denominator > 0 else { return nil }
    return Int128(terms.counted.numerator) * ServiceFigures.meanScale
      / Int128(terms.counted.denominator)
  }
}
