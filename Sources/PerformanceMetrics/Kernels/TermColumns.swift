/// Where the terms of a formula stand among the columns of a day.
///
/// They are those of `ServiceLevelTerms`, read from the columns without the sums of each
/// interval being put together first. What a formula does not have stands in the column of
/// zeros.
struct TermColumns {
  /// The terms of one interval.
  struct Terms: Equatable {
    let demand: Int
    let worstNumerator: Int
    let worstDenominator: Int
    let bestNumerator: Int
    let bestDenominator: Int
    let countedNumerator: Int
    let isKnown: Bool
  }

  /// Whether the formula takes contacts out of the denominator.
  let excludesContacts: Bool
  /// Whether every count is known and stands for itself, so that worst, best and counted are
  /// one in every interval.
  let areCertain: Bool
  /// How many intervals each column has.
  private let places: Int
  /// The first place of each column.
  private let demand: (Int, Int)
  private let base: (Int, Int)
  private let met: (known: Int, unknown: Int)
  private let excluded: (known: Int, unknown: Int)
  private let within: Int
  private let unjudged: Int
  private let doubtful: Int
  private let nearest: Int

  /// Finds the columns of a formula.
  init(_ formula: ServiceLevelFormula, _ demand: Demand, _ day: borrowing DayColumns) {
    let places = day.places
    self.places = places
    func column(_ figure: ContactSums.Figure) -> Int { figure.rawValue * places }
    let zeros = DayColumns.zeros * places
    self.demand =
      switch demand {
      case .offered: (column(.offered), zeros)
      case .answeredPlusAbandoned: (column(.answered), column(.abandoned))
      }
    let none = (known: zeros, unknown: zeros)
    let early = (known: column(.abandonedWithin), unknown: column(.abandonedUnjudged))
    let short = (known: column(.shortAbandoned), unknown: column(.shortUnjudged))
    (met, excluded, excludesContacts) =
      switch formula {
      case .offered, .answered: (none, none, false)
      case .earlyAbandonsExcluded: (none, early, true)
      case .earlyAbandonsMet: (early, none, false)
      case .shortAbandonsExcluded: (none, short, true)
      case .shortAbandonsMet: (short, none, false)
      }
    base = formula == .answered ? (column(.answered), zeros) : self.demand
    let unknown: [ContactSums.Figure] =
      switch formula {
      case .offered, .answered: []
      case .earlyAbandonsExcluded, .earlyAbandonsMet: [.abandonedUnjudged]
      case .shortAbandonsExcluded, .shortAbandonsMet: [.shortUnjudged]
      }
    areCertain =
      !(day.has(.answeredUnjudged) || day.has(.answeredDoubtful) || day.has(.answeredNearest)
      || unknown.contains { day.has($0) })
    within = column(.answeredWithin)
    unjudged = column(.answeredUnjudged)
    doubtful = column(.answeredDoubtful)
    nearest = column(.answeredNearest)
  }

  /// Reads the terms of an interval.
  func terms(_ values: Span<Int>, _ place: Int) -> Terms {
    precondition(place >= 0 && covers(place + 1, of: values))
    // SAFETY: the columns were just seen to cover the place.
    return unsafe unchecked(values, place, areCertain: areCertain)
  }

  /// Tells whether the columns have so many intervals.
  func covers(_ places: Int, of values: Span<Int>) -> Bool {
    places <= self.places && (DayColumns.zeros + 1) * self.places <= values.count
  }

  /// Reads the terms of an interval that the columns have.
  ///
  /// - Parameter areCertain: Whether all are known and stand for themselves.
  @unsafe @inline(__always)
  func unchecked(_ values: Span<Int>, _ place: Int, areCertain: Bool) -> Terms {
    // SAFETY: the caller asked whether the columns cover the place, of which the zeros are last.
    let numerator =
      unsafe values[unchecked: within &+ place]
      &+ values[unchecked: met.known &+ place]
    let denominator =
      unsafe values[unchecked: base.0 &+ place]
      &+ values[unchecked: base.1 &+ place] &- values[unchecked: excluded.known &+ place]
    let demand = unsafe values[unchecked: demand.0 &+ place] &+ values[unchecked: demand.1 &+ place]
    if areCertain {
      return Terms(
        demand: demand, worstNumerator: numerator, worstDenominator: denominator,
        bestNumerator: numerator, bestDenominator: denominator, countedNumerator: numerator,
        isKnown: true)
    }
    let (metUnknown, excludedUnknown) = unsafe (
      values[unchecked: met.unknown &+ place], values[unchecked: excluded.unknown &+ place]
    )
    let unjudged = unsafe values[unchecked: unjudged &+ place]
    return unsafe Terms(
      demand: demand, worstNumerator: numerator, worstDenominator: denominator,
      bestNumerator: numerator &+ unjudged &+ values[unchecked: doubtful &+ place] &+ metUnknown,
      bestDenominator: denominator &- excludedUnknown,
      countedNumerator: numerator &+ values[unchecked: nearest &+ place],
      isKnown: unjudged | metUnknown | excludedUnknown == 0)
  }
}
