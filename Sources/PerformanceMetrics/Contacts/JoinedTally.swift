import Basics
import ContactRecords

/// Interval records, and contacts laid out as such where there are none.
///
/// One source counts for a key and a day: interval records where there are any,
/// contacts elsewhere. That is settled once all inputs are read, so that the order
/// of files does not matter.
struct JoinedTally: Sendable {
  /// The interval records with the contacts beside them.
  private(set) var tally: IntervalTally
  /// Daily and monthly rows that gave way to shorter ones.
  private(set) var setAside: [SetAsideRows] = []
  /// Where both cover a key and a day.
  private(set) var reconciliations: [SourceReconciliation] = []
  /// What services of response times have not answered.
  private(set) var backlogs: [Backlog] = []
  /// Contacts after the last day that nothing says were answered.
  private(set) var openAfter = 0
  /// The waits of the contacts that count, by key and day.
  private(set) var waits: [RecordKey: [Int32: WaitCounts]] = [:]
}

/// Interval records and contacts of the same keys and days, side by side.
///
/// The interval records count, a monthly one in all of its month; contacts give first
/// contact resolution and transaction value alone there.
public struct SourceReconciliation: Hashable, Sendable {
  /// The service's name.
  public let service: String
  /// The site; `nil` where records carry none, or the service is pooled.
  public let site: String?
  /// Days that both cover.
  public internal(set) var days = 0
  /// Contacts that stand beside interval records.
  public internal(set) var contactsOffered = 0
  /// Those of them that were answered.
  public internal(set) var contactsAnswered = 0
  /// Contacts offered by the interval records.
  public internal(set) var intervalsOffered = 0
  /// Contacts answered by the interval records.
  public internal(set) var intervalsAnswered = 0
}

/// Contacts of a service of response times that nothing says were answered.
public struct Backlog: Hashable, Sendable {
  /// The service's name.
  public let service: String
  /// The site; `nil` where records carry none, or the service is pooled.
  public let site: String?
  /// How many have waited how long: seconds since they were received, by the service's clock, the
  /// longest first.
  public internal(set) var ages: [Age] = []
  /// Those older than the threshold, which are missed.
  public internal(set) var overdue = 0

  /// Contacts of one age.
  public struct Age: Hashable, Sendable {
    /// Seconds.
    public let seconds: Int
    /// How many they are.
    public let contacts: Int
  }

  /// How many there are.
  public var count: Int { ages.reduce(into: 0) { $0.addSaturating($1.contacts) } }

  /// The longest of the ages; 0 where nothing is open.
  public var oldest: Int { ages.first?.seconds ?? 0 }

  /// The age that at least half of them are not older than; 0 where nothing is open.
  public var median: Int {
    let middle = count / 2
    var passed = 0
    for age in ages {
      passed.addSaturating(age.contacts)
      if passed > middle { return age.seconds }
    }
    return 0
  }

  /// Those that may still be answered in time: in no count, and undecided.
  public var pending: Int { count - overdue }
}

// MARK: - Joining

extension JoinedTally {
  /// Intervals of contacts where neither the configuration nor interval records of
  /// their service tell another length (own rule: the usual one of the field).
  static let usualMinutes = 30

  /// Joins the two.
  ///
  /// - Parameters:
  ///   - limit: The last day of the data or as-of; unanswered contacts are as old as its end.
  ///   - minutes: The configured interval length.
  /// - Throws: `MetricsError` when the limit lies more years after an unanswered contact
  ///   than any center has kept records.
  /// - Complexity: O(*n*) in the keys and days, and in the days that contacts wait.
  init(
    _ intervals: IntervalTally, _ contacts: ContactTally, through limit: CivilDate, minutes: Int?
  ) throws(MetricsError) {
    tally = intervals
    setAside = tally.joinLongRows(through: limit)
    guard !contacts.isEmpty || contacts.keys.contains(where: { !$0.rejectedStarts.isEmpty }) else {
      return
    }
    let exported = Dictionary(grouping: tally.keys, by: \.key.whole)
    var covered: [RecordKey: Set<Int32>] = [:]
    for key in tally.keys {
      // A month that ends after the last day is as if not given.
      let days = key.blocks.keys.filter {
        key.hasRecords(on: $0) && (!key.isMonthly || $0 <= limit.daysSinceEpoch)
      }
      if !days.isEmpty {
        covered[key.key.whole, default: []].formUnion(days.flatMap(key.daysOfRecord))
      }
    }
    let lengths = contacts.services.indices.map { service in
      minutes ?? JoinedTally.length(of: service, in: intervals) ?? JoinedTally.usualMinutes
    }
    var beside: [Scope: (SourceReconciliation, days: Set<Int32>)] = [:]
    var open: [Scope: Backlog] = [:]
    for (index, counted) in contacts.keys.enumerated() {
      var key = counted
      let service = contacts.serviceOfKey[index]
      let scope = service.map { Scope($0, key.key, contacts.services[$0]) }
      let taken = covered[key.key] ?? []
      let own = exported[key.key] ?? []
      // Contacts that nothing says were answered are in no block.
      let openOnDay = Dictionary(grouping: contacts.unanswered[index], by: \.day)
        .mapValues { $0.reduce(into: 0) { $0.addSaturating($1.contacts) } }
      for (day, contacts) in openOnDay where day > limit.daysSinceEpoch {
        openAfter.addSaturating(contacts)
      }
      // Months of the contacts that stand beside interval records.
      var months: Set<CivilMonth> = []
      for day in Set(key.blocks.keys).union(openOnDay.keys)
      where day <= limit.daysSinceEpoch && taken.contains(day) {
        if let scope {
          var entry =
            beside[scope] ?? (SourceReconciliation(service: scope.name, site: scope.site), [])
          entry.0.contactsOffered += key.sum(.offered, on: day) + (openOnDay[day] ?? 0)
          entry.0.contactsAnswered += key.sum(.answered, on: day)
          for own in own where !own.isMonthly {
            entry.0.intervalsOffered += own.sum(.offered, on: day)
            entry.0.intervalsAnswered += own.sum(.answered, on: day)
          }
          months.insert(CivilDate(daysSinceEpoch: day).month)
          entry.days.insert(day)
          beside[scope] = entry
        }
        key.remove(day: day)
      }
      if let scope, !months.isEmpty {
        for own in own where own.isMonthly {
          for month in months where month.lastDay <= limit {
            let end = month.lastDay.daysSinceEpoch
            beside[scope]?.0.intervalsOffered += own.sum(.offered, on: end)
            beside[scope]?.0.intervalsAnswered += own.sum(.answered, on: end)
          }
        }
      }
      if let service, let scope {
        let waiting = contacts.unanswered[index].filter {
          !taken.contains($0.day) && $0.day <= limit.daysSinceEpoch
        }
        if !waiting.isEmpty {
          var backlog = open[scope] ?? Backlog(service: scope.name, site: scope.site)
          try JoinedTally.settle(
            waiting, in: &key, contacts.services[service], contacts, through: limit, &backlog)
          open[scope] = backlog
        }
      }
      let isEmpty = key.blocks.isEmpty && key.rejectedStarts.isEmpty && key.pendingStarts.isEmpty
      guard !isEmpty else { continue }
      let length = service.map { lengths[$0] } ?? minutes ?? JoinedTally.usualMinutes
      try JoinedTally.check(index, of: contacts, fits: length)
      key.state(length: length)
      // Two spellings of one name, which compare equal, are two keys.
      waits[key.key, default: [:]].merge(
        contacts.waits[index].filter { !taken.contains($0.key) }
      ) { own, other in
        var sum = own
        sum.merge(other)
        return sum
      }
      tally.append(key, service: service)
    }
    reconciliations = beside.values.map {
      var reconciliation = $0.0
      reconciliation.days = $0.days.count
      return reconciliation
    }.sorted { ($0.service, $0.site ?? "") < ($1.service, $1.site ?? "") }
    backlogs = open.values.map {
      var backlog = $0
      backlog.ages.sort { $0.seconds > $1.seconds }
      return backlog
    }.sorted { ($0.service, $0.site ?? "") < ($1.service, $1.site ?? "") }
  }

  /// Checks that contacts which were summed before can be laid out as they are asked for.
  ///
  /// - Throws: `MetricsError` where their starts were cut too coarse.
  private static func check(
    _ key: Int, of contacts: ContactTally, fits length: Int
  ) throws(MetricsError) {
    let service = contacts.serviceOfKey[key].map { contacts.services[$0].name } ?? ""
    if contacts.keysWithoutSeconds.contains(key) {
      throw MetricsError(reason: .summedWithoutSeconds(service: service))
    }
    let wider = contacts.gridsOfKey[key].filter { length % $0 != 0 }.max()
    if let wider {
      throw MetricsError(
        reason: .summedTooCoarse(service: service, minutes: wider, length: length))
    }
  }

  /// A service on one site.
  private struct Scope: Hashable {
    let service: Int
    let name: String
    let site: String?

    init(_ index: Int, _ key: RecordKey, _ service: Service) {
      self.service = index
      name = service.name
      site = service.isPooled || key.site.isEmpty ? nil : key.site
    }
  }

  /// Finds the shortest interval length of a service's interval records; `nil` where it
  /// has none, or daily ones alone, which contacts need not be as coarse as.
  private static func length(of service: Int, in tally: IntervalTally) -> Int? {
    var lengths: Set<Int> = []
    var step = 0
    for (index, key) in tally.keys.enumerated() where tally.serviceOfKey[index] == service {
      for (day, block) in key.blocks where key.hasRecords(on: day) {
        if key.lengths[block] > 0 { lengths.insert(Int(key.lengths[block])) }
      }
      let own = key.unstatedStep(through: CivilDate(daysSinceEpoch: .max))
      if key.blocks.contains(where: { key.lengths[$0.value] == 0 }) {
        step = greatestCommonDivisor(step, own)
      }
    }
    if step > 0, let detected = IntervalLength.known.last(where: { step % $0 == 0 }) {
      lengths.insert(detected)
    }
    return lengths.filter { $0 <= IntervalLength.longest }.min()
  }

  /// Counts what is older than the threshold as missed, and notes the rest as pending.
  private static func settle(
    _ waiting: [ContactTally.OpenContact], in key: inout KeyTally, _ service: Service,
    _ contacts: ContactTally, through limit: CivilDate, _ backlog: inout Backlog
  ) throws(MetricsError) {
    var clock = BusinessClock(service)
    for contact in waiting {
      let days = Int(limit.daysSinceEpoch) + 1 - Int(contact.day)
      // Ages are counted day by day.
      guard days <= MetricsError.longestYears * 366 else {
        throw MetricsError(
          reason: .asOfTooLate(
            service: service.name, first: CivilDate(daysSinceEpoch: contact.day), asOf: limit))
      }
      let age = age(of: contact, &clock, zone: contacts.zone, through: limit)
      backlog.ages.append(Backlog.Age(seconds: age / 1000, contacts: contact.contacts))
      let minute = contacts.minute(contact.second)
      let canStill = canStillBeAnswered(contact, service, age: age, contacts.comparison)
      if canStill ?? false {
        key.addPending(
          day: contact.day, minute: minute, isSecond: contact.isSecondPass,
          contacts: contact.contacts)
        continue
      }
      let cell = key.interval(day: contact.day, minute: minute, isSecond: contact.isSecondPass)
      for figure in [ContactSums.Figure.rows, .offered, .flowOut] {
        key.add(contact.contacts, to: figure, cell: cell)
      }
      if canStill != nil { backlog.overdue.addSaturating(contact.contacts) }
    }
  }

  /// How long a contact has waited by the end of a day, in milliseconds.
  static func age(
    of contact: ContactTally.OpenContact, _ clock: inout BusinessClock?, zone: CivilZone?,
    through limit: CivilDate
  ) -> Int {
    let days = Int(limit.daysSinceEpoch) + 1 - Int(contact.day)
    let onTheClock = days * 86_400 - Int(contact.second)
    // Hours are open by the wall clock; without hours a zone tells how long its days were.
    let elapsed =
      zone.map {
        $0.instant(day: limit.daysSinceEpoch + 1, secondOfDay: 0)
          - $0.instant(
            day: contact.day, secondOfDay: contact.second, isSecond: contact.isSecondPass)
      } ?? onTheClock
    return clock?.milliseconds(
      day: contact.day, second: contact.second, lasting: onTheClock * 1000) ?? elapsed * 1000
  }

  /// Tells whether a contact of an age can still be answered in time; `nil` without an
  /// objective.
  static func canStillBeAnswered(
    _ contact: ContactTally.OpenContact, _ service: Service, age: Int,
    _ comparison: ThresholdComparison
  ) -> Bool? {
    service.objectives.inForce(on: CivilDate(daysSinceEpoch: contact.day)).map {
      comparison.isWithin(milliseconds: age, seconds: $0.seconds)
    }
  }
}
