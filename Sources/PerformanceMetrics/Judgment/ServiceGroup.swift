import Basics
import ContactRecords

/// The keys of one service on one site, before they are laid out at an interval length.
struct ServiceGroup: Sendable {
  /// The service.
  let service: Service
  /// The site; `nil` where records carry none, or the service is pooled.
  let site: String?
  /// Whether rows are judged whose threshold nothing in their file states.
  let assumesThreshold: Bool
  /// The length of intervals where no row states it.
  let usualLength: Int
  /// The short-abandon limit S in seconds, which some formulas go by.
  let shortSeconds: Int
  /// The last day that is looked at.
  private let limit: CivilDate
  /// The days on which the clock was set; none without a time zone.
  private let changes: [CivilDate: ClockChange]
  /// What the configuration says of absent intervals; `nil` to infer.
  let habit: ExportHabit?
  /// The tallies of each key with records: its parts.
  private let keys: [[KeyTally]]
  /// The tallies of each key that has rejected rows alone.
  private let strays: [[KeyTally]]

  /// Whether no record matches the service.
  var isUnmatched: Bool { keys.isEmpty }

  /// The keys at one interval length.
  struct Layout: Sendable {
    /// The service.
    let service: Service
    /// The site.
    let site: String?
    /// Interval length in minutes.
    let minutes: Int
    /// The keys with records of this length or of one that it is a multiple of.
    let keys: [Key]
    /// Places in time of rejected rows of keys that have no record at all.
    let strays: [KeyRecords.Place]
    /// The days that the clock makes longer or shorter.
    let shapes: DayShapes
    /// Contacts that are still to be answered.
    let pending: [KeyRecords.Place: Int]
    /// The short-abandon limit S in seconds.
    let shortSeconds: Int
    /// What the configuration says of absent intervals; `nil` to infer.
    let habit: ExportHabit?
    /// The days with records of the service that the keys are a part of; `nil` where they
    /// are all of it.
    var recordedOfService: ClosedRange<CivilDate>?
  }

  /// One key at one interval length: its records and its grid.
  struct Key: Sendable {
    /// What its parts are called together.
    let name: RecordKey
    let records: KeyRecords
    let rejected: [KeyRecords.Place]
    let grid: ExpectedGrid
  }
}

// MARK: - Gathering

extension ServiceGroup {
  /// Gathers the keys of a service by site; one empty group where there are none.
  ///
  /// - Parameter rows: The rows of each key that count up to the limit.
  static func groups(
    of service: Service, _ index: Int, _ tally: IntervalTally, rows: [Int],
    through limit: CivilDate, options: MetricsOptions
  ) throws(MetricsError) -> [ServiceGroup] {
    let own = tally.keys.indices.filter { key in
      tally.serviceOfKey[key] == index
        && !options.leftOut.contains { $0.dimension.name(in: tally.keys[key].key) == $0.name }
    }
    guard !own.contains(where: { tally.keys[$0].hasOverflowed }) else {
      throw MetricsError(reason: .overflow(service: service.name))
    }
    let members = Set(own.filter { rows[$0] > 0 })
    let usual = try usualLength(of: members.map { tally.keys[$0] }, service, limit, options)
    let site = { (key: Int) in service.isPooled ? "" : tally.keys[key].key.site }
    let sites = Spellings.once(members.lazy.map(site))
    let bySite = Dictionary(grouping: own, by: site)
    return (sites.isEmpty ? [""] : sites).map { site in
      // Parts of one key are one key here.
      let wholes = Dictionary(grouping: bySite[site] ?? []) { tally.keys[$0].key.whole }
      let (keys, strays) = wholes.keys.sorted().map { wholes[$0]! }
        .partitioned { $0.contains(where: members.contains) }
      return ServiceGroup(
        service: service, site: site.isEmpty ? nil : site,
        assumesThreshold: members.contains {
          tally.keys[$0].key.site == site || service.isPooled
            ? tally.assumesThresholdFrom[$0] <= limit.daysSinceEpoch : false
        },
        usualLength: usual, shortSeconds: tally.shortAbandonSeconds, limit: limit,
        changes: options.clockChanges, habit: options.habit,
        keys: keys.map { $0.map { tally.keys[$0] } },
        strays: sites.isEmpty ? [] : strays.map { $0.map { tally.keys[$0] } })
    }
  }

  /// Finds the interval length where no row states it: the configured one, else the
  /// longest known length that divides every start of the service.
  private static func usualLength(
    of keys: [KeyTally], _ service: Service, _ limit: CivilDate, _ options: MetricsOptions
  ) throws(MetricsError) -> Int {
    if let minutes = options.intervalMinutes { return minutes }
    let step = keys.reduce(1440) { greatestCommonDivisor($0, $1.unstatedStep(through: limit)) }
    guard let length = IntervalLength.known.last(where: { step % $0 == 0 }) else {
      throw MetricsError(reason: .noIntervalLength(service: service.name, step: step))
    }
    return length
  }
}

// MARK: - Laying out

extension ServiceGroup {
  /// The interval length of each day with records.
  ///
  /// Where keys differ on a day it is the shortest that both lengths fit into.
  var lengths: [CivilDate: Int] {
    var lengths: [CivilDate: Int] = [:]
    for part in keys.joined() {
      for (day, block) in part.blocks where day <= limit.daysSinceEpoch {
        let stated = Int(part.lengths[block])
        lengths[CivilDate(daysSinceEpoch: day), default: 1].raiseToMultiple(
          of: stated == 0 ? usualLength : stated)
      }
    }
    return lengths
  }

  /// Lays the keys out at an interval length; days of lengths that do not fit into it
  /// are left out.
  ///
  /// - Parameter laidOut: The keys that were laid out at this length before, these among
  ///   them; `nil` where none were.
  func layout(minutes: Int, laidOut: [RecordKey: Key]? = nil, threads: Int = 1) -> Layout {
    let shapes = DayShapes(changes, minutes: minutes)
    let own: [Key]
    if let laidOut {
      own = keys.compactMap { laidOut[$0[0].key.whole] }
    } else {
      let schedule = OpenIntervals(service, minutes: minutes)
      own = keys.concurrentMap(threads: threads) {
        lay($0, minutes: minutes, shapes, schedule)
      }.compactMap(\.self)
    }
    return Layout(
      service: service, site: site, minutes: minutes, keys: own,
      strays: strays.flatMap {
        KeyRecords.rejectedPlaces(of: $0, shapes, through: limit)
      }, shapes: shapes, pending: pending(shapes), shortSeconds: shortSeconds, habit: habit)
  }

  /// Lays a key out; `nil` where it has no record.
  private func lay(
    _ parts: [KeyTally], minutes: Int, _ shapes: DayShapes, _ schedule: OpenIntervals?
  ) -> Key? {
    var day = KeyDay(shapes)
    let records = KeyRecords(
      parts: parts, minutes: minutes, usualLength: usualLength, through: limit, shapes: shapes)
    guard let records else { return nil }
    let fromContacts = habit == nil ? records.contactDates : []
    let exported = records.dates.indices.filter { !fromContacts.contains(records.dates[$0]) }
    // A log of contacts says nothing of an interval without any: it is sparse by nature.
    var habit = fromContacts.isEmpty || !exported.isEmpty ? habit : .sparse
    let demands = records.monthEnds.map {
      ($0.month, records.demand(ofMonthEnding: $0, service.demand))
    }
    let months = ExpectedMonths(
      Dictionary(uniqueKeysWithValues: demands), dates: records.dates)
    if !fromContacts.isEmpty, !exported.isEmpty {
      let grid = ExpectedGrid(
        records, exported, service.demand, months: months, habit: habit, schedule: schedule,
        sparseDates: fromContacts, &day)
      habit = grid.isDense ? .dense : .sparse
    }
    return Key(
      name: parts[0].key.whole, records: records,
      rejected: records.uncoveredRejects(through: limit),
      grid: ExpectedGrid(
        records, Array(records.dates.indices), service.demand, months: months, habit: habit,
        schedule: schedule, sparseDates: fromContacts, &day))
  }

  /// Contacts that are still to be answered, by interval.
  private func pending(_ shapes: DayShapes) -> [KeyRecords.Place: Int] {
    var pending: [KeyRecords.Place: Int] = [:]
    for part in (keys + strays).joined() {
      for (start, contacts) in part.pendingStarts where start.day <= limit.daysSinceEpoch {
        let date = CivilDate(daysSinceEpoch: start.day)
        let slot = Int(start.minute) * shapes.slots / 1440
        let place = KeyRecords.Place(
          date: date,
          slot: start.pass == .second ? shapes.place(ofSecondPass: slot, on: date) : slot)
        pending[place, default: 0] += contacts
      }
    }
    return pending
  }

  /// The waits of the service's contacts by day; `nil` where none of its days has any.
  func waits(_ waits: [RecordKey: [Int32: WaitCounts]]) -> WaitHistory? {
    var days: [CivilDate: WaitCounts] = [:]
    for key in Set(keys.joined().filter(\.isFromContacts).map(\.key)) {
      for (day, counts) in waits[key] ?? [:] where day <= limit.daysSinceEpoch {
        days[CivilDate(daysSinceEpoch: day), default: WaitCounts()].merge(counts)
      }
    }
    return days.isEmpty ? nil : WaitHistory(days: days)
  }
}

extension ServiceGroup.Layout {
  /// Whether any month is recorded as a whole.
  var hasWholeMonths: Bool { keys.contains { !$0.records.monthEnds.isEmpty } }

  /// The days with records of the service, first to last.
  var recorded: ClosedRange<CivilDate> {
    if let recordedOfService { return recordedOfService }
    let spans = keys.map(\.grid.span)
    return spans.map(\.lowerBound).min()!...spans.map(\.upperBound).max()!
  }
}

// MARK: - Breaking down

extension ServiceGroup {
  /// Splits the keys by what they are called in some dimensions, in the order of the names.
  func parts(by dimensions: [KeyDimension]) -> [(names: [String], group: ServiceGroup)] {
    let names = { (parts: [KeyTally]) in dimensions.map { $0.name(in: parts[0].key) } }
    let byNames = Dictionary(grouping: keys, by: names)
    let straysByNames = Dictionary(grouping: strays, by: names)
    let spellings = Spellings(keys.lazy.flatMap(names))
    return byNames.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { names in
      let group = ServiceGroup(
        service: service, site: site, assumesThreshold: assumesThreshold,
        usualLength: usualLength, shortSeconds: shortSeconds, limit: limit, changes: changes,
        habit: habit, keys: byNames[names]!,
        strays: straysByNames[names] ?? [])
      return (names.map { spellings[$0] }, group)
    }
  }
}

extension Int {
  /// Becomes the smallest number that is a multiple of both.
  mutating func raiseToMultiple(of other: Int) {
    self = self / greatestCommonDivisor(self, other) * other
  }
}

extension Sequence {
  /// Splits a sequence into what fits and what does not, each in order.
  fileprivate func partitioned(
    by fits: (Element) -> Bool
  ) -> (fitting: [Element], other: [Element]) {
    reduce(into: ([], [])) { parts, element in
      if fits(element) { parts.0.append(element) } else { parts.1.append(element) }
    }
  }
}
