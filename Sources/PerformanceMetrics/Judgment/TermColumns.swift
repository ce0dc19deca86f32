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
    within = column(.answeredWithin)
    unjudged = column(.answeredUnjudged)
    doubtful = column(.answeredDoubtful)
    nearest = column(.answeredNearest)
  }

  /// Reads the terms of an interval.
  @inline(__always)
  func terms(_ values: Span<Int>, _ place: Int) -> Terms {
    let (metUnknown, excludedUnknown) = (
      values[met.unknown &+ place], values[excluded.unknown &+ place]
    )
    let unjudged = values[unjudged &+ place]
    let numerator = values[within &+ place] &+ values[met.known &+ place]
    let denominator =
      values[base.0 &+ place] &+ values[base.1 &+ place] &- values[excluded.known &+ place]
    return Terms(
      demand: values[demand.0 &+ place] &+ values[demand.1 &+ place],
      worstNumerator: numerator, worstDenominator: denominator,
      bestNumerator: numerator &+ unjudged &+ values[doubtful &+ place] &+ metUnknown,
      bestDenominator: denominator &- excludedUnknown,
      countedNumerator: numerator &+ values[nearest &+ place],
      isKnown: unjudged | metUnknown | excludedUnknown == 0)
  }
}
