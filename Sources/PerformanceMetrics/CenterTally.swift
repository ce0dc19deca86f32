public import Basics
public import ContactRecords

/// Everything that was read of a center, kind by kind.
///
/// Each kind has a tally of its own; none of them knows the others. What they come
/// to together is for `CenterMetrics` to say.
public struct CenterTally: Sendable {
  /// The sites, queues and channels of all records.
  public var keys = KeyTable()
  /// Interval records.
  public var intervals: IntervalTally
  /// Quality evaluations.
  public var evaluations: QualityTally
  /// Customers' answers.
  public var surveys: SurveyTally
  /// Contacts as far as first contact resolution needs them.
  public var resolutions = ResolutionTally()
  /// Contacts and values by transaction type.
  public var transactions: TransactionTally

  /// Costs, and costs of quality.
  public var costs = CostTally()
  /// Attestations.
  public var evidence: [EvidenceRecord] = []

  /// Creates the tally of a center that nothing is known of but interval records.
  ///
  /// - Parameter asOf: A given as-of date; what lies after it is left aside.
  public init(intervals: IntervalTally, asOf: CivilDate? = nil) {
    self.intervals = intervals
    evaluations = QualityTally(policy: intervals.policy, asOf: asOf)
    surveys = SurveyTally(policy: intervals.policy, asOf: asOf)
    transactions = TransactionTally(asOf: asOf)
  }
}

// MARK: - The last day

extension CenterTally {
  /// The last day that a record of each kind touches; kinds without records are left out.
  ///
  /// Evidence and exclusions touch no day.
  ///
  /// - Parameter limit: The as-of date that was given; what lies after it is as if
  ///   not given.
  func lastDays(through limit: CivilDate?) -> [KindEnd] {
    let ends: [(RecordKind, CivilDate?)] = [
      (.intervals, intervals.lastDay(through: limit)),
      (.evaluations, evaluations.scores.lastDay(through: limit)),
      (.surveys, surveys.scores.lastDay(through: limit)),
      (.costs, costs.lastCostDay(through: limit)),
      (.qualityCosts, costs.lastQualityDay(through: limit)),
    ]
    return ends.compactMap { kind, day in day.map { KindEnd(kind: kind, day: $0) } }
  }

  /// The last day of the data: that of interval records and contacts; without any, of
  /// evaluations and surveys; without those, of costs.
  ///
  /// - Throws: `MetricsError` when there is no record on or before the given day.
  static func lastDay(
    of ends: [KindEnd], asOf: CivilDate?
  ) throws(MetricsError) -> CivilDate {
    let order: [[RecordKind]] = [
      [.intervals, .contacts], [.evaluations, .surveys], [.costs, .qualityCosts],
    ]
    for kinds in order {
      let day = ends.filter { kinds.contains($0.kind) }.map(\.day).max()
      if let day { return day }
    }
    throw MetricsError(reason: .nothingUntil(asOf))
  }
}

// MARK: - Sites

extension CenterTally {
  /// The sites that records of each kind show up to as-of; empty for records without one.
  ///
  /// - Complexity: O(*n*) in the days of the tallies.
  func sites(through asOf: CivilDate) -> [RecordKind: Set<String>] {
    [
      .intervals: intervals.sites(through: asOf),
      .evaluations: evaluations.scores.sites(through: asOf),
      .surveys: surveys.scores.sites(through: asOf),
    ]
  }
}

/// The last day that the records of a kind touch.
public struct KindEnd: Hashable, Sendable {
  /// The kind.
  public let kind: RecordKind
  /// The last day.
  public let day: CivilDate

  /// The same day of the next month, the last one where that is shorter.
  var oneMonthLater: CivilDate {
    let next = day.month + 1
    if day == day.month.lastDay { return next.lastDay }
    return next.firstDay + (min(day - day.month.firstDay, next.dayCount - 1))
  }
}
