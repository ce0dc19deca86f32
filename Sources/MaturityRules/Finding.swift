public import Basics
public import ContactRecords
public import PerformanceMetrics

/// How one standard stands.
public struct StandardFinding: Hashable, Sendable {
  /// The standard.
  public let standard: Standard
  /// The lowest level of its scopes (own rule); `nil` where none could be judged.
  public let level: Int?
  /// The lowest of what its scopes could still reach.
  public let possible: Int
  /// The lowest level of its scopes with the exclusions applied.
  public let levelWithExclusions: Int?
  /// Its scopes.
  public let scopes: [ScopeFinding]

  /// Whether records of the kind it is judged by were given.
  public var isAssessed: Bool { !scopes.isEmpty }
}

/// How one standard stands for one scope: a service on a site, a site, or the organization.
public struct ScopeFinding: Hashable, Sendable {
  /// The name of the service or the site, or organization.
  public let scope: String
  /// The site of a service; `nil` where records carry none, and for scopes other than services.
  public let site: String?
  /// The level; `nil` where no record matched.
  public let level: Int?
  /// The highest level that the undecided and the absent could still allow; `nil` likewise.
  public let possible: Int?
  /// The level with the exclusions applied; the same where they take out nothing.
  public let levelWithExclusions: Int?
  /// How the criteria stand with the exclusions applied; `nil` where they take out nothing.
  let statusesWithExclusions: [CriterionStatus]?
  /// The scope's share of all contacts offered; `nil` likewise.
  public let share: Ratio?
  /// The criteria, level 1 first; empty where no record matched.
  public let criteria: [CriterionFinding]
  /// What next month has to be for each rule that counts months, the lowest level first.
  public let rollOffs: [RollOff]

  /// What next month has to be for the lowest rule that counts months.
  public var rollOff: RollOff? { rollOffs.first }
}

extension ScopeFinding {
  /// Creates the finding of a scope from its criteria.
  ///
  /// - Parameter statusesWithExclusions: How the criteria stand with the exclusions
  ///   applied; `nil` where they take out nothing.
  init(
    scope: String, site: String? = nil, statusesWithExclusions: [CriterionStatus]? = nil,
    share: Ratio? = nil, criteria: [CriterionFinding], rollOffs: [RollOff] = []
  ) {
    let statuses = criteria.map(\.status)
    let level = StandardLadder.level(statuses)
    self.init(
      scope: scope, site: site, level: level, possible: StandardLadder.possibleLevel(statuses),
      levelWithExclusions: statusesWithExclusions.map(StandardLadder.level) ?? level,
      statusesWithExclusions: statusesWithExclusions, share: share, criteria: criteria,
      rollOffs: rollOffs)
  }

  /// Creates the finding of a scope that no record matches.
  init(unmatched scope: String, site: String? = nil) {
    self.init(
      scope: scope, site: site, level: nil, possible: nil, levelWithExclusions: nil,
      statusesWithExclusions: nil, share: nil, criteria: [], rollOffs: [])
  }
}

/// How one criterion stands.
public struct CriterionFinding: Hashable, Sendable {
  /// The criterion.
  public let criterion: Criterion
  /// How it stands.
  public let status: CriterionStatus
  /// Where it looks; `nil` for an attestation.
  public let window: Window?
  /// Opportunities of the window that were attained; `nil` for an attestation.
  public let met: Int?
  /// Opportunities of the window that were attained or missed.
  public let counted: Int?
  /// Opportunities of the window that what is missing could turn.
  public let undecided: Int?
  /// How many have to be attained; `nil` where each month has its own number.
  public let needed: Int?
  /// What is lacking, what may still be missed, or what would decide.
  public let distance: Distance
  /// The undecided months or days that would decide an indeterminate criterion.
  public let deciding: [String]
  /// The months of a criterion that is judged month by month.
  public let months: [MonthOfDays]
  /// What the reader has to know besides.
  public let remarks: [Remark]
  /// The attestations that stand for it.
  public internal(set) var attestations: [EvidenceRecord] = []

  /// The finding of a criterion that data cannot decide, without an attestation.
  static func needsEvidence(_ criterion: Criterion) -> CriterionFinding {
    CriterionFinding(
      criterion: criterion, status: .needsEvidence, window: nil, met: nil, counted: nil,
      undecided: nil, needed: nil, distance: .attestation, deciding: [], months: [], remarks: [])
  }

  /// One month of a criterion on days.
  public struct MonthOfDays: Hashable, Sendable {
    /// The month.
    public let month: CivilMonth
    /// Days attained.
    public let met: Int
    /// Days attained or missed.
    public let counted: Int
    /// Days that what is missing could turn.
    public let undecided: Int
    /// Days that have to be attained.
    public let needed: Int
    /// How the month stands; not applicable where nothing was counted.
    public let status: CriterionStatus
  }
}

/// What a reader of a criterion has to know besides its status.
public enum Remark: Hashable, Sendable {
  /// The objective comes without a business reason.
  case noRationale
  /// The objective changed inside the window.
  case objectiveChanged(CivilDate, percent: FixedPoint, seconds: Int)
  /// The data are daily or coarser.
  case notTrackedByInterval
  /// Months of the window are recorded as a whole.
  case notTrackedByDay([CivilMonth])
  /// The service captures its response times by this grain, and by nothing finer.
  case coarserGrain(Service.Grain, hasFinerData: Bool)
  /// Parts of the cost of a contact that no month of the window has.
  case lacksComponents([String])
  /// The total cost is the same in every month.
  case costNeverChanges
  /// Nothing in the window can be counted.
  case nothingToCount
  /// No objective was given at all.
  case noObjectiveGiven
  /// Objectives were given, and none of them is meant for this scope.
  case noObjectiveForScope
  /// Another value has to be reached from a day inside the window on.
  case valueChanged(CivilDate, FixedPoint)
  /// Months that rest on few records.
  case smallSamples([CivilMonth], under: Int)
  /// Met months that would be met at either end of their 95 % interval.
  case clearMonths(Int, of: Int)
}

/// What leaves a window of months next month, and so what next month has to be.
public struct RollOff: Hashable, Sendable {
  /// What next month has to be for the criterion to hold then.
  public enum Demand: String, Hashable, Sendable {
    /// The criterion will hold whatever next month is.
    case mayBeMissed
    /// The criterion will hold if next month is met, and only then.
    case mustBeMet
    /// Next month and the undecided months decide it together: some of them have to be met.
    case dependsOnUndecided
    /// Next month has to be met, and every undecided month has to turn out met.
    case mustBeMetWithUndecided
    /// No result of next month suffices.
    case cannotSuffice
  }

  /// The level whose criterion counts the months.
  public let level: Int
  /// The months of its window.
  public let months: Int
  /// The month that enters the window next.
  public let next: CivilMonth
  /// The month that leaves it.
  public let leaves: CivilMonth
  /// Whether the leaving month was met; `nil` where it is not counted.
  public let leavesMet: Bool?
  /// The months that have to be met besides those that stay and are met.
  public let lacking: Int
  /// The months that stay and are undecided.
  public let undecided: Int
  /// What the next month has to be.
  public let demand: Demand
}
