/// Numerator and denominator of a service level, at their worst and at their best.
///
/// The two differ only where rows lack a count for the threshold that judges
/// them: at worst none of their contacts was handled in time, at best all were. Of a
/// printed percentage they are the fewest and the most that its digits allow.
public struct ServiceLevelTerms: Hashable, Sendable {
  /// A numerator and a denominator.
  public struct Term: Hashable, Sendable {
    /// The contacts handled in time, as the formula counts them.
    public let numerator: Int
    /// The contacts they are counted out of; not positive where nothing can be judged.
    public let denominator: Int
  }

  /// Unknown counts taken as none.
  public let worst: Term
  /// Unknown counts taken as all.
  public let best: Term
  /// The term that is shown where it is known: of what rounded percentages leave open, the
  /// counts that are nearest to them.
  public let counted: Term
  /// Whether every count that the formula needs is known.
  public let isKnown: Bool
  /// What the formula takes for the contacts offered.
  public let demand: Int
  /// Whether the formula takes contacts out of the denominator.
  let excludesContacts: Bool

  /// Forms the terms of a formula from sums.
  public init(_ sums: ContactSums, _ formula: ServiceLevelFormula, _ demand: Demand) {
    self.demand = sums.demand(demand)
    // How the formula treats a class of abandoned contacts: added to the
    // numerator, taken from the denominator, or left alone.
    let (met, excluded): (known: (Int, Int), unknown: (Int, Int))
    let base: Int
    switch formula {
    case .offered: (met, excluded, base) = ((0, 0), (0, 0), self.demand)
    case .answered: (met, excluded, base) = ((0, 0), (0, 0), sums.answered)
    case .earlyAbandonsExcluded:
      (met, excluded, base) = (
        (0, 0), (sums.abandonedWithin, sums.abandonedUnjudged), self.demand
      )
    case .earlyAbandonsMet:
      (met, excluded, base) = (
        (sums.abandonedWithin, sums.abandonedUnjudged), (0, 0), self.demand
      )
    case .shortAbandonsExcluded:
      (met, excluded, base) = ((0, 0), (sums.shortAbandoned, sums.shortUnjudged), self.demand)
    case .shortAbandonsMet:
      (met, excluded, base) = ((sums.shortAbandoned, sums.shortUnjudged), (0, 0), self.demand)
    }
    excludesContacts = formula == .earlyAbandonsExcluded || formula == .shortAbandonsExcluded
    worst = Term(numerator: sums.answeredWithin + met.0, denominator: base - excluded.0)
    best = Term(
      numerator: worst.numerator + sums.answeredUnjudged + sums.answeredDoubtful + met.1,
      denominator: worst.denominator - excluded.1)
    counted = Term(
      numerator: worst.numerator + sums.answeredNearest, denominator: worst.denominator)
    isKnown = sums.answeredUnjudged == 0 && met.1 == 0 && excluded.1 == 0
  }
}
