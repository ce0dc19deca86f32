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
  /// Contacts, each leg once.
  public internal(set) var contacts: ContactTally
  /// Tells legs of contacts that were there before.
  public private(set) var sieve: ContactSieve
  /// The transaction types of contacts.
  public var transactionTypes = TransactionTypes()
  /// Quality evaluations.
  public var evaluations: QualityTally
  /// Customers' answers.
  public var surveys: SurveyTally
  /// Stretches of time to leave out of the judgment of services.
  public var exclusions: [Exclusion] = []
  /// Contacts as far as first contact resolution needs them.
  public internal(set) var resolutions = ResolutionTally()
  /// Contacts and values by transaction type.
  public internal(set) var transactions: TransactionTally
  /// Costs, and costs of quality.
  public var costs = CostTally()
  /// What tells contacts from their legs, for costs.
  public var distinct = DistinctContacts()
  /// What is known of sums that a roll-up wrote.
  public internal(set) var sums = SumsOfContacts()
  /// Attestations.
  public var evidence: [EvidenceRecord] = []
  /// The rows behind a figure; `nil` where nobody asked for them.
  public internal(set) var trace: RowTrace?
  /// A draw among the records; `nil` where none was asked for.
  public private(set) var draw: RecordDraw?
  /// The records themselves; `nil` where nobody asked for them.
  public var archive: RecordArchive?

  /// Which contacts, channels and agents records are about; `nil` where nobody asked for it.
  public internal(set) var links: RecordLinks?

  /// Creates the tally of a center that nothing is known of but interval records.
  ///
  /// - Parameters:
  ///   - intervals: The sums of the interval records.
  ///   - asOf: A given as-of date; what lies after it is left aside.
  ///   - comparison: How a contact that waited exactly the threshold is taken.
  ///   - intervalMinutes: The configured interval length; `nil` where it is detected.
  ///   - zone: The zone whose wall clock the contacts start on; `nil` where none is configured.
  public init(
    intervals: IntervalTally, asOf: CivilDate? = nil, comparison: ThresholdComparison = .atMost,
    intervalMinutes: Int? = nil, zone: CivilZone? = nil
  ) {
    self.intervals = intervals
    contacts = ContactTally(
      services: intervals.services, comparison: comparison,
      shortAbandonSeconds: intervals.shortAbandonSeconds, intervalMinutes: intervalMinutes,
      asOf: asOf, zone: zone)
    sieve = ContactSieve(policy: intervals.policy, asOf: asOf)
    evaluations = QualityTally(policy: intervals.policy, asOf: asOf)
    surveys = SurveyTally(policy: intervals.policy, asOf: asOf)
    transactions = TransactionTally(asOf: asOf)
  }
}

// MARK: - Contacts

extension CenterTally {
  /// Begins the next input of contacts.
  ///
  /// - Parameter base: Physical lines of all inputs before it.
  public mutating func beginContacts(base: Int) { sieve.begin(base: base) }

  /// Takes the contacts of a batch, each leg once.
  ///
  /// - Parameters:
  ///   - batch: Is left with the rows that count.
  ///   - identifiesCustomers: Whether its file has a column of customers.
  public mutating func take(_ batch: inout ContactBatch, identifiesCustomers: Bool = true) {
    sieve.sift(&batch, identifiesCustomers: identifiesCustomers)
    count(batch, identifiesCustomers: identifiesCustomers)
  }

  /// Ends the input: takes the contacts that a later row might still have replaced.
  public mutating func finishContacts() {
    for kept in sieve.finish() {
      count(kept.rows, identifiesCustomers: kept.identifiesCustomers)
    }
  }

  /// Notes the place in time of a contact that was rejected.
  public mutating func noteRejectedContact(_ place: RejectedRecord.Place) {
    contacts.noteRejected(
      key: place.key, in: keys, day: place.day, time: place.time, pass: place.pass)
    archive?.noteRejectedContact(place, keys: keys)
  }

  /// Gives contacts to everything that is counted from them.
  private mutating func count(_ batch: borrowing ContactBatch, identifiesCustomers: Bool) {
    contacts.add(batch, keys: keys)
    resolutions.add(batch, identifiesCustomers: identifiesCustomers)
    transactions.add(batch, types: transactionTypes.names)
    distinct.add(batch, keys: keys) { !contacts.waitsForAnswer(key: $0) }
    draw?.take(batch, keys: keys)
    links?.take(batch)
    archive?.take(
      batch, keys: keys, types: transactionTypes.names, identifiesCustomers: identifiesCustomers,
      in: contacts)
    trace?.take(
      batch, &contacts, keys: keys, types: transactionTypes.names,
      identifiesCustomers: identifiesCustomers)
  }
}

// MARK: - A draw

extension CenterTally {
  /// Begins a draw among all records that are still to come.
  public mutating func begin(_ draw: RecordDraw) { self.draw = draw }

  /// Ends the draw, once all inputs are read: interval records are drawn from their tally.
  public mutating func finishDraw() { draw?.take(intervals) }
}

// MARK: - A part

extension CenterTally {
  /// The same center with nothing but the records that services are judged by.
  ///
  /// Its last day may be another one.
  public var ofServicesAlone: CenterTally {
    var alone = self
    let nothing = CenterTally(intervals: IntervalTally(services: []))
    (alone.evaluations, alone.surveys) = (nothing.evaluations, nothing.surveys)
    (alone.resolutions, alone.transactions) = (nothing.resolutions, nothing.transactions)
    (alone.costs, alone.distinct) = (CostTally(), nothing.distinct)
    return alone
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
      (.contacts, contacts.lastDay(through: limit)),
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
      .contacts: contacts.sites(through: asOf),
      .evaluations: evaluations.scores.sites(through: asOf),
      .surveys: surveys.scores.sites(through: asOf),
      .costs: costs.sites(through: asOf),
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
