/// Judges the intervals of a day whose numbers are all below 2³¹, without a branch for how
/// each one ends.
///
/// What an interval is, is said in numbers that are 1 or 0, so that nothing has to be guessed
/// ahead; `JudgedInterval` says the same in words.
enum UsualIntervals {
  /// What the intervals of a day come to.
  struct Found {
    var met = 0
    var missed = 0
    var idle = 0
    var undecided = 0
    /// Those outside the opening hours that enter no service level.
    var leftOut = 0
    /// Those that are judged and have records.
    var recorded = 0
    /// Those that are judged and have a hole, or contacts that are still to be answered.
    var open = 0
    /// Contacts offered while closed.
    var closedOffered = 0
    /// Records that were expected where they are judged.
    var expected = 0
    /// Records that are missing where they are judged.
    var holes = 0
    /// Contacts that holes may hide where they are judged.
    var volume = 0
    /// All bits of all volumes; where there are more than 31 the rest is worthless.
    var volumeBits = 0
    /// The intervals' own service levels, in units of `ServiceFigures.meanScale`.
    var meanSum: Int128 = 0
    /// How many intervals have a service level.
    var meanCount = 0
  }

  /// What a contact answered in time weighs: a hundred percent in millionths.
  static let hundred = 100_000_000

  /// Judges all intervals.
  ///
  /// - Parameters:
  ///   - values: The columns of sums; no number has more than 31 bits.
  ///   - terms: Where the formula's terms stand in them.
  ///   - offered: Where the contacts offered stand in them.
  ///   - percent: The objective in millionths of a percent, at most a hundred.
  ///   - leavesOutClosed: Whether closed intervals enter no service level.
  static func judge(
    _ cells: borrowing DayPlaces, _ values: Span<Int>, _ terms: TermColumns, offered: Int,
    percent: Int, leavesOutClosed: Bool
  ) -> Found {
    // Most days have all counts and hide nothing, others have no record at all; the same steps
    // then come to much less.
    if !cells.haveRecords {
      return judge(
        cells, values, terms, offered, percent, leavesOutClosed, haveRecords: false,
        isPlain: false)
    }
    return terms.areCertain && cells.arePlain
      ? judge(
        cells, values, terms, offered, percent, leavesOutClosed, haveRecords: true, isPlain: true)
      : judge(
        cells, values, terms, offered, percent, leavesOutClosed, haveRecords: true,
        isPlain: false)
  }

  /// Judges all intervals by the steps that two constants leave of them.
  ///
  /// - Parameters:
  ///   - haveRecords: Whether any interval has a record; a constant.
  ///   - isPlain: Whether all terms are certain, nothing is hidden or still to be answered,
  ///     and no interval is closed; a constant.
  @inline(__always)
  private static func judge(
    _ cells: borrowing DayPlaces, _ values: Span<Int>, _ terms: TermColumns, _ offered: Int,
    _ percent: Int, _ leavesOutClosed: Bool, haveRecords: Bool, isPlain: Bool
  ) -> Found {
    let places = cells.count
    let (records, expected, holes) = (cells.records.span, cells.expected.span, cells.holes.span)
    let (closed, volumes, pending) = (cells.closed.span, cells.volumes.span, cells.pending.span)
    precondition(records.count == places && expected.count == places && holes.count == places)
    precondition(closed.count == places && volumes.count == places && pending.count == places)
    precondition(terms.covers(places, of: values) && offered + places <= values.count)
    precondition(places == 0 || offered >= 0)
    let (leavesOut, excludes) = (leavesOutClosed ? 1 : 0, terms.excludesContacts ? 1 : 0)
    var found = Found()
    var (meanSum, meanCount): (Int128, Int) = (0, 0)
    for place in 0..<places {
      // SAFETY: all columns have the place, as the preconditions say.
      let recordCount = unsafe haveRecords ? Int(records[unchecked: place]) : 0
      let expectedCount = unsafe Int(expected[unchecked: place])
      let holeCount = unsafe Int(holes[unchecked: place])
      let isClosed = unsafe isPlain ? 0 : Int(closed[unchecked: place])
      let volume = unsafe isPlain ? 0 : volumes[unchecked: place]
      let waiting = unsafe isPlain ? 0 : pending[unchecked: place]
      let isTouched = positive(recordCount | expectedCount | holeCount | waiting)
      let isLeftOut = isTouched & isClosed & leavesOut
      let counts = isTouched & ~isLeftOut
      let isRecorded = counts & positive(recordCount)
      let isOpen = counts & positive(holeCount | waiting)
      found.leftOut &+= isLeftOut
      found.recorded &+= isRecorded
      found.open &+= isOpen
      found.expected &+= expectedCount & -counts
      found.holes &+= holeCount & -counts
      found.volume &+= volume & -counts
      found.volumeBits |= volume & -isTouched
      // An interval of the grid that a sparse key leaves out had no contacts.
      found.idle &+= counts & ~(isRecorded | isOpen)
      found.undecided &+= isOpen & ~isRecorded
      guard haveRecords else { continue }
      let term = unsafe terms.unchecked(values, place, areCertain: isPlain)

      let (isCertain, worst) = (1 & ~positive(volume), term.worstDenominator)
      // Without contacts to judge there is nothing to attain.
      let isEmpty = isCertain & zero(term.demand)
      let isBaseless = isCertain & ~isEmpty & ~positive(worst)
      let isIdle = isRecorded & (isEmpty | isBaseless & excludes & zero(worst))
      let isJudged = isRecorded & ~isIdle
      let isMet =
        isJudged & ~isBaseless
        & natural(hundred &* term.worstNumerator &- percent &* (worst &+ volume))
      let couldBeMet =
        isJudged & ~isBaseless
        & natural(
          hundred &* (term.bestNumerator &+ volume) &- percent &* (term.bestDenominator &+ volume))
      let isUndecided = couldBeMet & ~isMet

      found.met &+= isMet
      found.missed &+= isJudged & ~(isMet | isUndecided)
      found.undecided &+= isUndecided
      found.idle &+= isIdle
      if !isPlain {
        // SAFETY: the column has the place, as the preconditions say.
        let contacts = unsafe values[unchecked: offered &+ place]
        found.closedOffered &+= contacts & -(isTouched & isClosed)
      }
      if counts == 1, term.isKnown, worst > 0 {
        meanSum &+= level(term.countedNumerator, worst)
        meanCount &+= 1
      }
    }
    (found.meanSum, found.meanCount) = (meanSum, meanCount)
    return found
  }

  /// 1 where a number is above zero.
  @inline(__always)
  private static func positive(_ number: Int) -> Int { natural(number) & natural(number &- 1) }

  /// 1 where a number is zero or above.
  @inline(__always)
  private static func natural(_ number: Int) -> Int {
    Int(bitPattern: ~UInt(bitPattern: number) >> 63)
  }

  /// 1 where a number is zero.
  @inline(__always)
  private static func zero(_ number: Int) -> Int { number == 0 ? 1 : 0 }

  /// A service level in units of the mean's scale.
  ///
  /// - Precondition: The denominator is above zero, the numerator not below.
  @inline(__always)
  private static func level(_ numerator: Int, _ denominator: Int) -> Int128 {
    // Nine million times the scale is below 2⁶³.
    if numerator < 9_000_000 {
      let scaled = UInt(bitPattern: numerator) &* 1_000_000_000_000
      return Int128(scaled / UInt(bitPattern: denominator))
    }
    return Int128(numerator) * ServiceFigures.meanScale / Int128(denominator)
  }
}
