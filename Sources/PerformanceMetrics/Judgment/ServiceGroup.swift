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
    let members = tally.keys.indices.filter {
      tally.serviceOfKey[$0] == index && tally.keys[$0].rowCounts(through: limit).until > 0
    }
    guard !members.isEmpty else {
      return [
        ServiceGroup(service: service, site: nil, minutes: 0, keys: [], assumesThreshold: false)
      ]
    }
    let minutes = try length(of: members.map { tally.keys[$0] }, service, limit, options)
    let bySite = Dictionary(grouping: members) { member in
      service.isPooled ? "" : tally.keys[member].key.site
    }
    var groups: [ServiceGroup] = []
    for site in bySite.keys.sorted() {
      let members = bySite[site]!
      for key in members where tally.keys[key].hasOverflowed {
        throw MetricsError(reason: .overflow(service: service.name))
      }
      // Parts of one key are one key here.
      let wholes = Dictionary(grouping: members) { tally.keys[$0].key.whole }
      groups.append(
        ServiceGroup(
          service: service, site: site.isEmpty ? nil : site, minutes: minutes,
          keys: wholes.keys.sorted().compactMap { whole in
            let parts = wholes[whole]!.map { tally.keys[$0] }
            return KeyRecords(parts: parts, minutes: minutes, through: limit).map {
              Key($0, service, options.habit, through: limit)
            }
          },
          assumesThreshold: members.contains {
            tally.assumesThresholdFrom[$0] <= limit.daysSinceEpoch
          }))
    }
    return groups
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
