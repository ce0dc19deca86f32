import Basics

/// What became of one chance to attain an objective: an interval, a day or a month.
public enum OpportunityState: String, CaseIterable, Hashable, Sendable {
  /// Attained, whatever is missing.
  case met
  /// Missed, whatever is missing.
  case missed
  /// Nothing to judge: no contact, or only contacts that the formula leaves out.
  case idle
  /// Nothing was expected and nothing recorded.
  case closed
  /// What is missing could turn it.
  case undecided
  /// Left out: no objective was in force, or an exclusion overlaps it.
  case excluded

  /// The number of the state among all of them.
  var number: Int {
    switch self {
    case .met: 0
    case .missed: 1
    case .idle: 2
    case .closed: 3
    case .undecided: 4
    case .excluded: 5
    }
  }

  /// Whether the objective was attained; `nil` where it is not counted.
  public var isMet: Bool? {
    switch self {
    case .met: true
    case .missed: false
    case .idle, .closed, .undecided, .excluded: nil
    }
  }
}

/// How many opportunities ended in which state.
public struct OpportunityCounts: Hashable, Sendable {
  /// Attained.
  public private(set) var met = 0
  /// Attained or missed.
  public private(set) var counted = 0
  /// Nothing to judge.
  public private(set) var idle = 0
  /// Nothing expected and nothing recorded, or recorded while closed.
  public private(set) var closed = 0
  /// What is missing could turn them.
  public private(set) var undecided = 0
  /// Left out.
  public private(set) var excluded = 0

  /// Creates counts of nothing.
  public init() {}

  /// Creates counts by state.
  init(met: Int, counted: Int, idle: Int, closed: Int, undecided: Int, excluded: Int = 0) {
    (self.met, self.counted, self.idle) = (met, counted, idle)
    (self.closed, self.undecided, self.excluded) = (closed, undecided, excluded)
  }

  /// Adds opportunities that ended in the same state: one, unless it is said otherwise.
  public mutating func add(_ state: OpportunityState, times count: Int = 1) {
    switch state {
    case .met:
      met += count
      counted += count
    case .missed: counted += count
    case .idle: idle += count
    case .closed: closed += count
    case .undecided: undecided += count
    case .excluded: excluded += count
    }
  }

  /// Adds other counts.
  public mutating func merge(_ other: OpportunityCounts) {
    met += other.met
    counted += other.counted
    idle += other.idle
    closed += other.closed
    undecided += other.undecided
    excluded += other.excluded
  }
}

/// The records and holes of one day, or of one interval, that an opportunity is judged by.
struct OpportunityPart: Hashable, Sendable {
  /// The objective in percent that judges the part.
  var percent: FixedPoint
  /// The part's records.
  var sums = ContactSums()
  /// Contacts that its holes may hide.
  var volume = 0
  /// Whether there is any record.
  var hasRecords = false
  /// Whether there is any hole.
  var hasHoles = false

  /// Adds a part that the same objective judges.
  mutating func merge(_ other: OpportunityPart) {
    sums.merge(other.sums)
    volume.addSaturating(other.volume)
    hasRecords = hasRecords || other.hasRecords
    hasHoles = hasHoles || other.hasHoles
  }
}

/// What decides an opportunity: exact sums over its parts, which merge.
///
/// Each part is weighed by its own objective, so that a change of objective
/// inside a month judges each contact by its own day's. With one objective the
/// margins are those of the plain comparison of ratios.
struct OpportunityEvidence: Hashable, Sendable {
  /// 100 · numerator − percent · denominator in millionths, with every hole missed.
  private var worst: Int128 = 0
  /// The same with every hole met.
  private var best: Int128 = 0
  /// Contacts that the holes of all parts may hide.
  private(set) var volume = 0
  private var demand: Int128 = 0
  private var worstDenominator: Int128 = 0
  private var excludesContacts = false
  private var hasRecords = false
  private var hasHoles = false

  /// What a contact answered in time weighs: a hundred percent in millionths.
  private static let hundred = 100 * FixedPoint.scale

  /// Adds a part.
  ///
  /// - Parameter leeway: How far below its objective the part may stay; `nil` for none.
  ///   All parts of an opportunity have the same.
  mutating func add(
    _ part: OpportunityPart, _ formula: ServiceLevelFormula, _ demand: Demand,
    leeway: Leeway? = nil
  ) {
    let terms = ServiceLevelTerms(part.sums, formula, demand)
    let holes = Int128(part.volume)
    let percent = leeway?.percent(part.percent) ?? part.percent.millionths
    let hundred = OpportunityEvidence.hundred * (leeway == nil ? 1 : Leeway.fineness)
    worst +=
      hundred * Int128(terms.worst.numerator) - percent * (Int128(terms.worst.denominator) + holes)
    best +=
      hundred * (Int128(terms.best.numerator) + holes)
      - percent * (Int128(terms.best.denominator) + holes)
    volume.addSaturating(part.volume)
    self.demand += Int128(terms.demand)
    worstDenominator += Int128(terms.worst.denominator)
    excludesContacts = terms.excludesContacts
    hasRecords = hasRecords || part.hasRecords
    hasHoles = hasHoles || part.hasHoles
  }

  /// Judges what was added.
  var state: OpportunityState {
    guard hasRecords else { return hasHoles ? .undecided : .closed }
    if volume == 0 {
      if demand == 0 { return .idle }
      if worstDenominator <= 0 {
        return excludesContacts && worstDenominator == 0 ? .idle : .missed
      }
    }
    if worst >= 0 { return .met }
    return best >= 0 ? .undecided : .missed
  }
  /// How many contacts fewer answered in time would have missed what is met, or how many
  /// more would have met what is missed, with as many contacts to judge; `nil` otherwise.
  ///
  /// A contact answered in time weighs the same whatever its day's objective is.
  var contactsToFlip: Int128? {
    switch state {
    case .met: best / OpportunityEvidence.hundred + 1
    // Without contacts to judge no number of them helps.
    case .missed where volume > 0 || worstDenominator > 0:
      (-worst + OpportunityEvidence.hundred - 1) / OpportunityEvidence.hundred
    case .missed, .idle, .closed, .undecided, .excluded: nil
    }
  }
}
