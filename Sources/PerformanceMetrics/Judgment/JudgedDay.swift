import Basics

/// One judged day.
struct JudgedDay: Hashable, Sendable {
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
  /// The length of the intervals of which the record of a day or a month says how they ended;
  /// 0 where it does not.
  private(set) var carriedMinutes = 0
  /// Whether a day or a month with records, or with holes, does not tell it.
  private(set) var hidesIntervals = false
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
    _ day: borrowing ServiceHistory.Day, objective: Objective?, service: Service,
    formula: ServiceLevelFormula, tracksIntervals: Bool, isExcluded: ((Int) -> Bool)? = nil
  ) {
    guard let objective else {
      // Nothing to judge by: the day is left out of every sum.
      for place in day.cells.indices where tracksIntervals && day.cells[place].isTouched {
        intervals.add(.excluded)
      }
      (state, part) = (.excluded, nil)
      return
    }
    hasOverflowed = day.sums.hasOverflowed
    if isExcluded == nil, let usual = UsualDay(day, objective, service, formula) {
      (closedOffered, intervals) = (usual.closedOffered, usual.intervals)
      (expected, holes) = (usual.expected, usual.holes)
      (meanSum, meanCount) = (usual.meanSum, usual.meanCount)
      if !tracksIntervals { intervals = OpportunityCounts() }
      var evidence = OpportunityEvidence()
      evidence.add(usual.whole, formula, service.demand)
      (state, part) = (evidence.state, usual.whole)
      if let sums = usual.sums { allSums = [sums] }
      return
    }
    var whole = OpportunityPart(percent: objective.percent)
    var sums = ContactSums()
    var (judged, excluded) = (0, 0)
    for slot in day.cells.indices where day.cells[slot].isTouched {
      let cell = day.cells[slot]
      let interval = JudgedInterval(
        cell, sums: cell.records > 0 ? day.sums.sums(slot) : ContactSums(),
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

  /// Takes over how the intervals of a day or a month ended, as its record says.
  mutating func carry(_ carried: CarriedIntervals) {
    guard let part, part.hasRecords || part.hasHoles else { return }
    // A row speaks for its own contacts alone: what is missing beside it had intervals as well.
    if case .counts(let counts, let minutes) = carried, !part.hasHoles {
      (intervals, carriedMinutes) = (counts, minutes)
    } else {
      hidesIntervals = true
    }
  }

  /// Whether nothing was expected and nothing recorded: it adds to no figure but that of
  /// closed days.
  var isEmpty: Bool {
    guard let part, state == .closed, allSums.isEmpty, !hasOverflowed else { return false }
    // Closed intervals may still be counted, and contacts come while closed.
    return !part.hasRecords && !part.hasHoles && part.volume == 0 && part.sums == ContactSums()
      && intervals == OpportunityCounts() && closedOffered == 0 && expected == 0 && holes == 0
      && meanSum == 0 && meanCount == 0
  }

  /// All records that count, those offered while closed among them.
  var sums: ContactSums { allSums.first ?? part?.sums ?? ContactSums() }

  /// Reads a day that was written in words.
  ///
  /// - Parameter first: Its first word.
  init(_ words: Span<UInt32>, at first: Int) {
    var next = first
    func number() -> Int {
      next += 1
      return Int(words[next - 1])
    }
    let flags = number()
    state = OpportunityState.allCases[flags & 7]
    hasOverflowed = flags & 8 != 0
    (closedOffered, expected, holes) = (number(), number(), number())
    meanSum = Int128(number()) | Int128(number()) << 32
    meanCount = number()
    intervals = OpportunityCounts(
      met: number(), counted: number(), idle: number(), closed: number(), undecided: number(),
      excluded: number())
    if flags & 16 != 0 {
      let (percent, volume) = (FixedPoint(millionths: Int128(number())), number())
      part = OpportunityPart(
        percent: percent, sums: ContactSums(words, at: &next), volume: volume,
        hasRecords: flags & 32 != 0, hasHoles: flags & 64 != 0)
    } else {
      part = nil
    }
    if flags & 128 != 0 { allSums = [ContactSums(words, at: &next)] }
    (hidesIntervals, carriedMinutes) = (flags & 256 != 0, flags >> 9)
  }
}

// MARK: - In words

extension JudgedDay {
  /// How many words a day of a queue has or so.
  static let usualWords = 26
  /// The most words that a day can have: sums twice, all of them above zero.
  static let mostWords = 64

  /// Writes the day in words, as they are read.
  ///
  /// - Parameter words: Room for the most words.
  /// - Returns: How many words were written; `nil` where some number is longer than a word.
  func write(to words: inout MutableSpan<UInt32>) -> Int? {
    let numbers: InlineArray<13, Int> = [
      state.number | (hasOverflowed ? 8 : 0) | (part != nil ? 16 : 0)
        | (part?.hasRecords == true ? 32 : 0) | (part?.hasHoles == true ? 64 : 0)
        | (allSums.isEmpty ? 0 : 128) | (hidesIntervals ? 256 : 0) | carriedMinutes << 9,
      closedOffered, expected, holes, Int(truncatingIfNeeded: meanSum & 0xFFFF_FFFF),
      Int(clamping: meanSum >> 32), meanCount, intervals.met, intervals.counted, intervals.idle,
      intervals.closed, intervals.undecided, intervals.excluded,
    ]
    var (next, bits) = (numbers.count, 0)
    for index in numbers.indices {
      words[index] = UInt32(truncatingIfNeeded: numbers[index])
      bits |= numbers[index]
    }
    if let part {
      let percent = Int(clamping: part.percent.millionths)
      words[next] = UInt32(truncatingIfNeeded: percent)
      words[next + 1] = UInt32(truncatingIfNeeded: part.volume)
      next += 2
      bits |= percent | part.volume | part.sums.write(to: &words, at: &next)
    }
    for sums in allSums { bits |= sums.write(to: &words, at: &next) }
    return bits >> BitPlanes.wordBits == 0 ? next : nil
  }
}
