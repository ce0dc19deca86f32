import Basics
import ContactRecords

/// The keys of one service on one site.
struct ServiceGroup: Sendable {
  /// The service.
  let service: Service
  /// The site; `nil` where records carry none, or the service is pooled.
  let site: String?
  /// Interval length in minutes.
  let minutes: Int
  /// The keys in order; none where no record matches.
  let keys: [Key]
  /// Places in time of rejected rows of keys that have no record at all.
  let strays: [KeyRecords.Place]
  /// Whether rows are judged whose threshold nothing in their file states.
  let assumesThreshold: Bool

  /// One key: its records and its grid.
  struct Key: Sendable {
    let records: KeyRecords
    let rejected: [KeyRecords.Place]
    let grid: ExpectedGrid

    init(
      _ records: KeyRecords, _ service: Service, _ habit: ExportHabit?, through limit: CivilDate
    ) {
      self.records = records
      rejected = records.uncoveredRejects(through: limit)
      grid = ExpectedGrid(
        dates: records.dates, slots: 1440 / records.minutes, habit: habit,
        schedule: OpenIntervals(service, minutes: records.minutes)
      ) { records.demand(on: $0, service.demand) }
    }
  }

  /// The days from the first record to a day that is not before it.
  func span(to last: CivilDate) -> ClosedRange<CivilDate> {
    keys.map(\.grid.span.lowerBound).min()!...last
  }

  /// Gathers the keys of a service by site; one empty group where there are none.
  static func groups(
    of service: Service, _ index: Int, _ tally: IntervalTally, through limit: CivilDate,
    options: MetricsOptions
  ) throws(MetricsError) -> [ServiceGroup] {
    let own = tally.keys.indices.filter { tally.serviceOfKey[$0] == index }
    guard !own.contains(where: { tally.keys[$0].hasOverflowed }) else {
      throw MetricsError(reason: .overflow(service: service.name))
    }
    let members = own.filter { tally.keys[$0].rowCounts(through: limit).until > 0 }
    guard !members.isEmpty else { return [ServiceGroup(unmatched: service)] }
    let minutes = try length(of: members.map { tally.keys[$0] }, service, limit, options)
    let site = { (key: Int) in service.isPooled ? "" : tally.keys[key].key.site }
    let bySite = Dictionary(grouping: own, by: site)
    let sites = Set(members.map(site)).sorted()
    return sites.map { site in
      ServiceGroup(service, site, bySite[site]!.map { tally.keys[$0] }, minutes, limit, options) {
        bySite[site]!.contains { tally.assumesThresholdFrom[$0] <= limit.daysSinceEpoch }
      }
    }
  }

  /// A service that no record matches.
  private init(unmatched service: Service) {
    self.service = service
    (site, minutes, keys, strays, assumesThreshold) = (nil, 0, [], [], false)
  }

  /// Lays out the keys of one site; parts of one key are one key here.
  private init(
    _ service: Service, _ site: String, _ tallies: [KeyTally], _ minutes: Int, _ limit: CivilDate,
    _ options: MetricsOptions, assumesThreshold: () -> Bool
  ) {
    self.service = service
    self.site = site.isEmpty ? nil : site
    self.minutes = minutes
    self.assumesThreshold = assumesThreshold()
    let wholes = Dictionary(grouping: tallies) { $0.key.whole }
    var (keys, strays): ([Key], [KeyRecords.Place]) = ([], [])
    for whole in wholes.keys.sorted() {
      let parts = wholes[whole]!
      if let records = KeyRecords(parts: parts, minutes: minutes, through: limit) {
        keys.append(Key(records, service, options.habit, through: limit))
      } else {
        strays += KeyRecords.rejectedPlaces(of: parts, minutes: minutes, through: limit)
      }
    }
    (self.keys, self.strays) = (keys, strays)
  }

  /// Finds the interval length of a service: the longest that is stated, else the
  /// configured one, else the longest known length that divides every start.
  private static func length(
    of keys: [KeyTally], _ service: Service, _ limit: CivilDate, _ options: MetricsOptions
  ) throws(MetricsError) -> Int {
    var (stated, step) = (0, 1440)
    for key in keys {
      let habit = key.startPattern(through: limit)
      stated = max(stated, habit.stated)
      step = greatestCommonDivisor(step, habit.step)
    }
    if stated > 0 { return stated }
    if let minutes = options.intervalMinutes { return minutes }
    guard let length = CenterMetrics.knownLengths.first(where: { step % $0 == 0 }) else {
      throw MetricsError(reason: .noIntervalLength(service: service.name, step: step))
    }
    return length
  }
}
