public import Basics
public import ContactRecords

/// What all records of a center come to, up to as-of.
public struct CenterMetrics: Sendable {
  /// The last day that anything is judged on.
  public let asOf: CivilDate
  /// Kinds whose records end a month or more before as-of, with their last day.
  public let endedEarly: [KindEnd]
  /// Every configured service on every site it has records on; one without
  /// records stands once, unmatched.
  public let services: [ServiceMetrics]
  /// The services by the dimensions that were asked for, service by service.
  public let breakdowns: [Breakdown]
  /// Accepted rows that no service takes.
  public let unmatched: Int
  /// The keys of these rows, in order.
  public let unmatchedKeys: [RecordKey]
  /// Accepted rows after as-of, which are otherwise as if not given.
  public let afterAsOf: Int
  /// Days on which answered and abandoned stray from offered by more than is allowed.
  public let suspectDays: [SuspectDay]
  /// The exclusions that were given, by their start, with what they took out.
  public let exclusions: [AppliedExclusion]
  /// Where interval records and contacts cover the same keys and days.
  public let reconciliations: [SourceReconciliation]
  /// Daily and monthly rows that gave way to shorter ones of their keys.
  public let setAside: [SetAsideRows]
  /// Quality scores.
  public let quality: QualityMetrics
  /// Customer satisfaction.
  public let satisfaction: SatisfactionMetrics
  /// First contact resolution: what is judged first, what stands beside it after it.
  public let resolution: [FirstContactResolution]
  /// What first contact resolution has to reach; none where no objective is given.
  public let resolutionObjectives: [DatedObjective]
  /// Contact volume and handle time of the organization.
  public let monthlyContacts: MonthlyContacts
  /// What transactions are worth; `nil` where nothing names a type or a metric.
  public let transactionValue: TransactionValue?
  /// Whether any contact was given: what transaction value is judged by.
  public let hasContactRecords: Bool
  /// What goes together with the organization's satisfaction, month by month.
  public let associations: [Association]
  /// The cost per contact of each scope; empty without costs.
  public let costs: [CostPerContact]
  /// Sites that other records show and costs do not, where costs name sites.
  public let sitesWithoutCosts: [String]
  /// The cost of quality; `nil` where none is recorded.
  public let costOfQuality: CostOfQuality?
  /// Attestations, in a fixed order.
  public let evidence: [EvidenceRecord]
}

extension CenterMetrics {
  /// Whether any record of offered contacts was given.
  public var hasContacts: Bool { unmatched > 0 || services.contains { $0.records != nil } }
}

/// One service on one site.
public struct ServiceMetrics: Sendable {
  /// The service.
  public let service: Service
  /// The site; `nil` where records carry none, or the service is pooled or unmatched.
  public let site: String?
  /// The records; `nil` where none matched.
  public let records: Records?

  /// The judged records of a service.
  public struct Records: Sendable {
    /// Interval length in minutes; 1440 for daily records. Of several lengths, the
    /// shortest that all fit into; `nil` where all are whole months.
    public let intervalMinutes: Int?
    /// The interval lengths of the days, the shortest first; a whole month is none.
    public let statedLengths: [Int]
    /// Whether any month is recorded as a whole.
    public let hasWholeMonths: Bool
    /// What the keys' exports do with intervals without contacts; `nil` where they differ.
    public let habit: ExportHabit?
    /// The days with records, first to last.
    public let recorded: ClosedRange<CivilDate>
    /// Whether rows were judged whose threshold nothing in their file states.
    public let assumesThreshold: Bool
    /// The history under the service's own formula, with nothing left out.
    public let judged: JudgedHistory
    /// The same without the time that exclusions leave out; `nil` where they leave out nothing.
    public let withExclusions: JudgedHistory?
    /// The history under each formula, in the order of the formulas; under the service's own
    /// alone where no other was asked for.
    public let alternatives: [JudgedHistory]
    /// The intervals of a window judged with leeway; `nil` where nobody asked.
    public let leeway: LeewayResult?
    /// What rows of days and months say of how their intervals ended; `nil` where none does.
    public let carried: CarriedIntervalUse?
    /// Where single intervals and their rows are found.
    public let source: IntervalSource
    /// What the answered contacts waited; `nil` where no contact counts here.
    public let waits: WaitHistory?
    /// What is still unanswered; `nil` where nothing is, or the service is no response time.
    public let backlog: Backlog?
  }
}

extension ServiceMetrics.Records {
  /// The contacts offered from the first month with records to as-of, that month whole.
  public var offered: Int {
    judged.figures(recorded.lowerBound.month.firstDay...judged.end).sums.offered
  }
}

/// A day whose counts contradict each other.
public struct SuspectDay: Hashable, Sendable {
  /// The service's name.
  public let service: String
  /// The site.
  public let site: String?
  /// The day.
  public let day: CivilDate
  /// Whether it is the whole month that ends on the day.
  public let isMonth: Bool
  /// Contacts offered.
  public let offered: Int
  /// Contacts answered, abandoned and flown out.
  public let accountedFor: Int
}

// MARK: - From tallies to metrics

/// How tallies become metrics: what the configuration says beside the services.
public struct MetricsOptions: Hashable, Sendable {
  /// The last day; `nil` for the last day of the data.
  public var asOf: CivilDate?
  /// The interval length where no column states it; `nil` to detect it.
  public var intervalMinutes: Int?
  /// What exports do with intervals without contacts; `nil` to infer it.
  public var habit: ExportHabit?
  /// How far back before as-of figures will be asked for.
  public var reach: Reach
  /// What a contact may cost.
  public var costPerContact = CostTargets()
  /// How far a day's answered and abandoned may stray from offered, as a share of it.
  public var identityAllowance: FixedPoint
  /// What services are broken down by; each dimension at most once.
  public var by: [KeyDimension]
  /// How many threads judge; the figures are the same with any number.
  public var threads = 1
  /// The window whose intervals are judged with leeway besides; `nil` for none.
  public var leeway: LeewayWindow?
  /// The services as they are judged, in the order in which they took the records: what
  /// they match, and their thresholds, are those that the records were read with. `nil` for
  /// the same ones.
  public var services: [Service]?
  /// Whether services are judged by every formula, beside their own.
  public var comparesFormulas = true
  /// Names whose keys are left out of the judgment of services, as if no row had them.
  public var leftOut: [Breakdown.Name] = []
  /// What quality scores have to reach.
  public var quality = QualityTargets()
  /// What customer satisfaction has to reach.
  public var satisfaction = SatisfactionTargets()
  /// How first contact resolution is found, and what it has to reach.
  public var resolution = ResolutionTargets()
  /// How many contacts a month may or must have.
  public var contactVolume = VolumeTargets(objectives: [])
  /// How long a contact may take.
  public var handleTime = HandleTimeTargets(objectives: [])
  /// How transactions are valued.
  public var transactionValue = TransactionValueTargets()
  /// The days on which the clock of the configured zone was set; none without a zone.
  public var clockChanges: [CivilDate: ClockChange]
  /// The zone whose wall clock stamps are taken on; `nil` where a day has 24 hours.
  public var zone: CivilZone?

  /// How far back the windows of rules look.
  public struct Reach: Hashable, Sendable {
    /// Complete months that end on or before as-of.
    public let months: Int
    /// Days that end with as-of.
    public let days: Int

    /// Creates a reach.
    public init(months: Int, days: Int) {
      self.months = months
      self.days = days
    }

    /// The first day of the earliest window.
    func start(asOf: CivilDate) -> CivilDate {
      let newest = asOf.lastCompleteMonth
      return min((newest - (months - 1)).firstDay, asOf - (days - 1))
    }
  }

  /// Creates options.
  ///
  /// - Parameters:
  ///   - asOf: The last day that is judged; `nil` where the data tell it.
  ///   - intervalMinutes: The configured interval length; `nil` where it is detected.
  ///   - habit: Whether rows without contacts are exported; `nil` where the data tell it.
  ///   - reach: By default a year of complete months and of days.
  ///   - identityAllowance: How far a day's answered and abandoned may stray from offered, as a
  ///     share of it.
  ///   - clockChanges: The days on which the clock changes.
  ///   - by: What the figures are broken down by.
  ///   - leeway: The window whose intervals are judged with leeway besides; `nil` for none.
  public init(
    asOf: CivilDate? = nil, intervalMinutes: Int? = nil, habit: ExportHabit? = nil,
    reach: Reach = Reach(months: 12, days: 366),
    identityAllowance: FixedPoint = FixedPoint(millionths: 20_000),
    clockChanges: [CivilDate: ClockChange] = [:], by: [KeyDimension] = [],
    leeway: LeewayWindow? = nil
  ) {
    self.clockChanges = clockChanges
    self.by = by
    self.leeway = leeway
    self.reach = reach
    self.asOf = asOf
    self.intervalMinutes = intervalMinutes
    self.habit = habit
    self.identityAllowance = identityAllowance
  }
}

extension CenterMetrics {
  /// Judges the tallies of a center.
  ///
  /// - Throws: `MetricsError` when no interval length fits a service, nothing
  ///   lies on or before as-of, or a sum overflowed.
  /// - Complexity: O(*n*) in the cells of the tallies.
  public init(_ center: CenterTally, options: MetricsOptions = .init()) throws(MetricsError) {
    let ends = center.lastDays(through: options.asOf)
    let lastDay = try CenterTally.lastDay(of: ends, asOf: options.asOf)
    let limit = options.asOf ?? lastDay
    let joined = try JoinedTally(
      center.intervals, center.contacts, through: limit, minutes: options.intervalMinutes)
    let tally = joined.tally

    var groups: [ServiceGroup] = []
    var (unmatched, afterAsOf) = (0, joined.openAfter)
    var unmatchedKeys = Set<RecordKey>()
    let rows = tally.keys.map { $0.rowCounts(through: limit) }
    for (index, service) in (options.services ?? tally.services).enumerated() {
      groups += try ServiceGroup.groups(
        of: service, index, tally, rows: rows.map(\.until), through: limit, options: options)
    }
    for (index, key) in tally.keys.enumerated() {
      afterAsOf += rows[index].after
      guard tally.serviceOfKey[index] == nil, rows[index].until > 0 else { continue }
      unmatched += rows[index].until
      unmatchedKeys.insert(key.key.whole)
    }
    let laidOut = groups.map {
      (group: $0, layouts: ServiceLayouts($0, threads: options.threads))
    }
    let asOf =
      options.asOf
      // Without such records every weekday is open.
      ?? (ends.contains { $0.kind == .intervals || $0.kind == .contacts }
        ? CenterMetrics.carried(limit, by: laidOut.compactMap(\.layouts?.longest)) : limit)
    var services: [ServiceMetrics] = []
    var allSums = ContactSums()
    var suspectDays: [SuspectDay] = []
    var exclusions = AppliedExclusion.inOrder(center.exclusions)
    var breakdowns: [Breakdown] = []
    for (group, layouts) in laidOut {
      guard let layouts else {
        services.append(ServiceMetrics(service: group.service, site: nil, records: nil))
        continue
      }
      let timeline = try ServiceTimeline(
        layouts, reach: options.reach, asOf: asOf, threads: options.threads)
      let formulas =
        options.comparesFormulas ? ServiceLevelFormula.allCases : [group.service.formula]
      let alternatives = formulas.concurrentMap(threads: options.threads) {
        JudgedHistory(timeline, formula: $0)
      }
      let judged = alternatives.first { $0.formula == group.service.formula }!
      if !judged.hasOverflowed { allSums.merge(judged.figures(judged.start...asOf).sums) }
      guard !judged.hasOverflowed, !allSums.hasOverflowed else {
        throw MetricsError(reason: .overflow(service: group.service.name))
      }
      var withExclusions: JudgedHistory?
      let excluded = ExcludedTime(
        exclusions.map(\.exclusion), of: group.service.name, site: group.site,
        in: judged.start...asOf, shapes: layouts.longest.shapes)
      if let excluded {
        let history = JudgedHistory(
          timeline, formula: group.service.formula, without: excluded)
        let effects = timeline.effects(of: excluded, history)
        for (index, effect) in effects { exclusions[index].effects.append(effect) }
        withExclusions = effects.isEmpty ? nil : history
      }
      services.append(
        ServiceMetrics(
          service: group.service, site: group.site,
          records: .init(
            intervalMinutes: timeline.intervalMinutes, statedLengths: timeline.lengthsOfDays,
            hasWholeMonths: layouts.longest.hasWholeMonths,
            habit: timeline.habit, recorded: timeline.recorded,
            assumesThreshold: group.assumesThreshold, judged: judged,
            withExclusions: withExclusions, alternatives: alternatives,
            leeway: options.leeway.map { LeewayResult($0, timeline, judged, asOf: asOf) },
            carried: CarriedIntervalUse(timeline.histories[IntervalLength.day]),
            source: IntervalSource(layouts, judged: judged), waits: group.waits(joined.waits),
            backlog: joined.backlogs.first {
              $0.service == group.service.name && $0.site == group.site
            })))
      breakdowns += try Breakdown.parts(
        of: group, layouts, by: options.by, reach: options.reach, asOf: asOf,
        threads: options.threads)
      suspectDays += timeline.suspectDays(allowance: options.identityAllowance)
    }
    // Counted by site and month only where something is divided by them.
    try center.checkSums(options, asOf: asOf)
    if !center.costs.isEmpty { try center.distinct.check() }
    let volumes = center.costs.isEmpty ? ContactVolumes() : center.volumes(tally, through: asOf)
    guard volumes.areWhole else { throw MetricsError(reason: .legsWithoutContacts) }
    costs = try CostPerContact.scopes(
      center.costs, volumes: volumes, targets: options.costPerContact, asOf: asOf)
    costOfQuality = try CostOfQuality(
      center.costs, volumes: volumes, basis: options.costPerContact.basis, asOf: asOf)
    evidence = center.evidence.sorted()
    self.asOf = asOf
    endedEarly = ends.filter { $0.oneMonthLater <= asOf }
    self.services = services
    self.breakdowns = breakdowns
    self.unmatched = unmatched
    self.unmatchedKeys = unmatchedKeys.sorted()
    let sites = center.sites(through: asOf)
    let shown = { (kind: RecordKind) in
      Set(Spellings.once(sites.filter { $0.key != kind }.values.joined()))
    }
    quality = try QualityMetrics(
      center.evaluations, targets: options.quality, asOf: asOf, otherSites: shown(.evaluations))
    satisfaction = try SatisfactionMetrics(
      center.surveys, targets: options.satisfaction, asOf: asOf, otherSites: shown(.surveys))
    resolution = try FirstContactResolution.all(
      contacts: center.resolutions,
      surveys: center.surveys.resolutions(through: asOf),
      targets: options.resolution,
      watch: IssueWatch(options.resolution, zone: options.zone, asOf: asOf),
      threads: options.threads)
    resolutionObjectives = options.resolution.objectives
    monthlyContacts = MonthlyContacts(
      services, volume: options.contactVolume, handleTime: options.handleTime,
      reach: options.reach, asOf: asOf)
    try center.transactions.check(asOf: asOf)
    transactionValue = try TransactionValue(
      center.transactions, options.transactionValue, asOf: asOf)
    hasContactRecords = center.transactions.hasRecords
    // One family: cost per contact, first contact resolution and transaction value.
    let costs =
      costs.isEmpty
      ? nil
      : CostPerContact.series(
        center.costs, volumes: volumes, basis: options.costPerContact.basis, asOf: asOf)
    let others = [costs, resolution.first?.series, transactionValue?.series]
    associations = satisfaction.series.map { Association.family(of: $0, with: others) } ?? []
    let costScopes = Set(self.costs.map(\.scope.name))
    sitesWithoutCosts =
      self.costs.contains { $0.scope == .organization } || self.costs.isEmpty
      ? [] : shown(.costs).subtracting(costScopes).filter { !$0.isEmpty }.sorted()
    self.afterAsOf =
      afterAsOf + quality.afterAsOf + satisfaction.afterAsOf + center.costs.rowCount(after: asOf)
    self.suspectDays = suspectDays
    self.exclusions = exclusions
    reconciliations = joined.reconciliations
    setAside = joined.setAside
  }

  /// Carries the last day of the data on to the end of its month, when no open
  /// weekday is left in that month.
  static func carried(
    _ last: CivilDate, by layouts: [ServiceGroup.Layout]
  ) -> CivilDate {
    let end = last.month.lastDay
    let grids = layouts.flatMap(\.keys).map(\.grid)
    var day = last + 1
    while day <= end {
      if grids.contains(where: { $0.isOpen(on: day) }) { return last }
      day = day + 1
    }
    return end
  }
}
