import Basics

/// One judged day.
struct JudgedDay: Sendable {
  /// The day's own state.
  let state: OpportunityState
  /// What the day adds to the judgment of a longer span; `nil` where it is excluded.
  let part: OpportunityPart?
  /// All records that count, where they are others than the judged ones.
  private var allSums: ContiguousArray<ContactSums> = []
  /// Whether a sum of the day grew too large.
  private(set) var hasOverflowed = false
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

  /// Judges a day.
  ///
  /// - Parameter isExcluded: Tells which intervals an exclusion overlaps: they leave
  ///   every sum, and a day that has no other open ones is excluded whole.
  init(
    _ day: ServiceHistory.Day?, objective: Objective?, service: Service,
    formula: ServiceLevelFormula, tracksIntervals: Bool, isExcluded: ((Int) -> Bool)? = nil
  ) {
    guard let objective else {
      // Nothing to judge by: the day is left out of every sum.
      for cell in day?.cells ?? [] where cell.isTouched && tracksIntervals {
        intervals.add(.excluded)
      }
      (state, part) = (.excluded, nil)
      return
    }
    hasOverflowed = day?.sums.hasOverflowed ?? false
    if isExcluded == nil, let usual = UsualDay(day, objective, service, formula) {
      (closedOffered, intervals) = (usual.closedOffered, usual.intervals)
      (expected, holes) = (usual.expected, usual.holes)
      (meanSum, meanCount) = (usual.meanSum, usual.meanCount)
      if !tracksIntervals { intervals = OpportunityCounts() }
      var evidence = OpportunityEvidence()
      evidence.add(usual.whole, formula, service.demand)
      (state, part) = (evidence.state, usual.whole)
      if usual.sums != usual.whole.sums { allSums = [usual.sums] }
      return
    }
    var whole = OpportunityPart(percent: objective.percent)
    var sums = ContactSums()
    var (judged, excluded) = (0, 0)
    for (slot, cell) in (day?.cells ?? []).enumerated() where cell.isTouched {
      let interval = JudgedInterval(
        cell, sums: cell.records > 0 ? day!.sums.sums(slot) : ContactSums(),
        objective: objective, service: service, formula: formula)
      if let isExcluded, isExcluded(slot) {
        if tracksIntervals { intervals.add(.excluded) }
        excluded += interval.isLeftOut ? 0 : 1
        continue
      }
      sums.merge(interval.part.sums)
      closedOffered.addSaturating(interval.closedOffered)
      if tracksIntervals { intervals.add(interval.state) }
      guard !interval.isLeftOut else { continue }
      judged += 1
      expected += cell.expected
      holes += cell.holes
      whole.merge(interval.part)
      if let level = interval.serviceLevel(formula, service.demand) {
        meanSum += level
        meanCount += 1
      }
    }
    guard judged > 0 || excluded == 0 else {
      (state, part, allSums) = (.excluded, nil, [sums])
      return
    }
    if sums != whole.sums { allSums = [sums] }
    var evidence = OpportunityEvidence()
    evidence.add(whole, formula, service.demand)
    (state, part) = (evidence.state, whole)
  }
  /// All records that count, those offered while closed among them.
  var sums: ContactSums { allSums.first ?? part?.sums ?? ContactSums() }
}
