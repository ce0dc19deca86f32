public import Basics
public import ContactRecords

/// Contacts counted by key and interval, so that they are judged as interval records are.
///
/// A contact is offered in the interval in which it started. Intervals are those of
/// the configured length, else of five minutes, which every known length is made of:
/// what length they are laid out at is decided once all inputs are read. Memory
/// follows the keys, days and distinct waits; only what a service of response times
/// has not answered yet is kept one by one.
public struct ContactTally: Sendable {
  /// The services in the order in which they take contacts.
  public let services: [Service]
  /// How a wait of exactly the threshold is taken.
  public let comparison: ThresholdComparison
  /// The short-abandon limit S in seconds; a wait of S is short.
  public let shortAbandonSeconds: Int
  /// Minutes of the intervals that contacts are counted in.
  let gridMinutes: Int
  /// The last day; what lies after it is in no percentile.
  let lastDay: Int32
  /// The tally of each key, by its number in the key table.
  var keys: [KeyTally] = []
  /// The service of each key; `nil` where none takes it.
  private(set) var serviceOfKey: [Int?] = []
  /// The waits of each key's answered contacts, by day.
  var waits: [[Int32: WaitCounts]] = []
  /// Contacts of each key that a service of response times has not answered.
  var unanswered: [[OpenContact]] = []
  /// Minutes that starts of each key's contacts were cut to when they were summed.
  var gridsOfKey: [Set<Int>] = []
  /// Keys with contacts that were summed without the seconds that their service needs.
  var keysWithoutSeconds: Set<Int> = []
  /// The day on which each service's objective was last looked up, and its threshold.
  private var lookups: [(day: Int32, seconds: Int?)]
  var clocks: [BusinessClock?]
  /// The zone whose wall clock the contacts start on; `nil` where none is configured.
  let zone: CivilZone?
  private var wallClock: WallClock?

  /// A contact that nothing says was answered, or several of one second.
  struct OpenContact: Hashable, Sendable {
    let day: Int32
    let second: Int32
    let isSecondPass: Bool
    var contacts = 1
  }

  /// Creates a tally without contacts.
  ///
  /// - Parameters:
  ///   - services: The services that contacts belong to, the first match first.
  ///   - comparison: How a contact that waited exactly the threshold is taken.
  ///   - shortAbandonSeconds: How long a short abandon waits at most.
  ///   - intervalMinutes: The configured interval length; `nil` where it is detected.
  ///   - asOf: The as-of date that was given; `nil` where the data tell it.
  ///   - zone: The zone whose wall clock the contacts start on.
  public init(
    services: [Service], comparison: ThresholdComparison = .atMost, shortAbandonSeconds: Int = 5,
    intervalMinutes: Int? = nil, asOf: CivilDate? = nil, zone: CivilZone? = nil
  ) {
    self.services = services
    self.comparison = comparison
    self.shortAbandonSeconds = shortAbandonSeconds
    gridMinutes = intervalMinutes ?? IntervalLength.known[0]
    lastDay = asOf?.daysSinceEpoch ?? .max
    lookups = Array(repeating: (.min, nil), count: services.count)
    clocks = services.map { BusinessClock($0) }
    self.zone = zone
    wallClock = zone.map { WallClock($0) }
  }

  /// Whether any contact was taken.
  public var isEmpty: Bool {
    unanswered.allSatisfy(\.isEmpty) && keys.allSatisfy(\.blocks.isEmpty)
  }
}

// MARK: - Taking contacts

extension ContactTally {
  /// Takes every row of a batch.
  ///
  /// - Parameters:
  ///   - batch: The rows.
  ///   - table: The key table that the batch's keys are numbered in.
  /// - Complexity: O(*n*) in the rows; allocates per key and day.
  public mutating func add(_ batch: borrowing ContactBatch, keys table: borrowing KeyTable) {
    admit(table)
    for row in 0..<batch.count { add(row, of: batch) }
  }

  /// Notes the place in time of a row that was rejected, which is a hole unless a
  /// contact of its key started in the same interval.
  public mutating func noteRejected(
    key: Int32, in table: KeyTable, day: CivilDate, time: CivilTime, pass: WallPass = .first
  ) {
    admit(table)
    keys[Int(key)].noteRejected(
      day: day.daysSinceEpoch, minute: Int32(time.minuteOfDay), pass: pass)
  }

  private mutating func add(_ row: Int, of batch: borrowing ContactBatch) {
    let (key, day, second) = (Int(batch.keys[row]), batch.days[row], batch.seconds[row])
    let outcome = batch.outcome(row)
    let isSecondPass = batch.folds[row] == 1
    if outcome == .open, waitsForAnswer(key: key) {
      unanswered[key].append(OpenContact(day: day, second: second, isSecondPass: isSecondPass))
      return
    }
    let cell = keys[key].interval(
      day: day, minute: minute(second), isSecond: isSecondPass)
    var contact = ContactAdditions()
    let wait = add(row, of: batch, to: &contact)
    if outcome == .answered, wait >= 0, day <= lastDay {
      waits[key][day, default: WaitCounts()].add(milliseconds: wait)
    }
    keys[key].add(contact, cell: cell)
  }

  /// Adds what a contact comes to, whatever interval it lies in.
  ///
  /// - Returns: Its wait by the clock of its service; −1 where it is unknown.
  @inline(__always)
  private mutating func add(
    _ row: Int, of batch: borrowing ContactBatch, to contact: inout ContactAdditions
  ) -> Int {
    let (key, day) = (Int(batch.keys[row]), batch.days[row])
    let service = serviceOfKey[key]
    let threshold = service.flatMap { thresholdSeconds(of: $0, on: day) }
    let wait = wait(
      batch.waits[row], service, day, batch.seconds[row], isSecondPass: batch.folds[row] == 1)
    contact.add(1, to: .rows)
    contact.add(1, to: .offered)
    switch batch.outcome(row) {
    case .answered: addAnswered(1, wait, handle: batch.handles[row], threshold, to: &contact)
    case .abandoned: addAbandoned(1, wait, threshold, to: &contact)
    case .flowOut, .open:
      // Offered, and neither answered nor abandoned.
      contact.add(1, to: .flowOut)
    }
    return wait
  }

  /// Gives what a contact adds to the counts of its interval, once it was taken.
  ///
  /// - Parameter limit: The last day: a contact that still can be answered in time by its
  ///   end adds nothing.
  mutating func sums(
    _ row: Int, of batch: borrowing ContactBatch, through limit: CivilDate
  ) -> ContactSums {
    let (key, day) = (Int(batch.keys[row]), batch.days[row])
    if batch.outcome(row) == .open, waitsForAnswer(key: key), day <= limit.daysSinceEpoch {
      let open = OpenContact(
        day: day, second: batch.seconds[row], isSecondPass: batch.folds[row] == 1)
      if canStillBeAnswered(open, key: key, through: limit) { return ContactSums() }
    }
    var contact = ContactAdditions()
    _ = add(row, of: batch, to: &contact)
    return contact.sums
  }

  /// Tells whether a contact that waits for an answer may get it in time after a day.
  func canStillBeAnswered(_ open: OpenContact, key: Int, through limit: CivilDate) -> Bool {
    let service = services[serviceOfKey[key]!]
    var clock = BusinessClock(service)
    let age = JoinedTally.age(of: open, &clock, zone: zone, through: limit)
    return JoinedTally.canStillBeAnswered(open, service, age: age, comparison) ?? false
  }

  /// Tells whether contacts of a key that nothing says were answered still wait for it.
  func waitsForAnswer(key: Int) -> Bool {
    serviceOfKey[key].map { services[$0].kind == .responseTime } ?? false
  }

  /// Adds answered contacts of one wait, and the handle time of all of them.
  @inline(__always)
  func addAnswered(
    _ contacts: Int, _ wait: Int, handle: Int, _ threshold: Int?,
    to contact: inout ContactAdditions
  ) {
    contact.add(contacts, to: .answered)
    if wait < 0 {
      contact.add(contacts, to: .rowsWithoutWait)
    } else {
      // The clock of a service may show a longer wait than was summed.
      let (product, wraps) = wait.multipliedReportingOverflow(by: contacts)
      contact.addDuration(milliseconds: wraps ? 1 << 60 : product, to: .waitMilliseconds)
    }
    if handle < 0 {
      contact.add(contacts, to: .rowsWithoutHandle)
    } else {
      contact.addDuration(milliseconds: handle, to: .handleMilliseconds)
    }
    guard wait >= 0, let threshold else {
      contact.add(contacts, to: .answeredUnjudged)
      return
    }
    if comparison.isWithin(milliseconds: wait, seconds: threshold) {
      contact.add(contacts, to: .answeredWithin)
    }
  }

  /// Adds abandoned contacts of one wait.
  @inline(__always)
  func addAbandoned(
    _ contacts: Int, _ wait: Int, _ threshold: Int?, to contact: inout ContactAdditions
  ) {
    contact.add(contacts, to: .abandoned)
    if wait >= 0, let threshold {
      let isEarly = comparison.isWithin(milliseconds: wait, seconds: threshold)
      if isEarly { contact.add(contacts, to: .abandonedWithin) }
    } else {
      contact.add(contacts, to: .abandonedUnjudged)
    }
    if wait < 0 {
      contact.add(contacts, to: .shortUnjudged)
    } else if wait <= shortAbandonSeconds * 1000 {
      contact.add(contacts, to: .shortAbandoned)
    }
  }

  /// The wait by the clock of the service; −1 where it is unknown.
  ///
  /// Opening hours are wall time: what elapsed is first read off the wall clock, which
  /// a change of it in between makes longer or shorter.
  mutating func wait(
    _ wait: Int, _ service: Int?, _ day: Int32, _ second: Int32, isSecondPass: Bool
  ) -> Int {
    guard wait > 0, let service, clocks[service] != nil else { return wait }
    var lasting = wait
    if let zone {
      let start = zone.instant(day: day, secondOfDay: second, isSecond: isSecondPass)
      let (seconds, rest) = wait.quotientAndRemainder(dividingBy: 1000)
      let instant = start + seconds
      let utcDay = instant >= 0 ? instant / 86_400 : (instant - 86_399) / 86_400
      let end = wallClock!.time(
        day: Int32(utcDay), secondOfDay: Int32(instant - utcDay * 86_400), offsetMinutes: 0)
      let days = Int(end.day) - Int(day)
      lasting = (days * 86_400 + Int(end.secondOfDay) - Int(second)) * 1000 + rest
    }
    return clocks[service]!.milliseconds(day: day, second: second, lasting: max(0, lasting))
  }

  /// The minute at which the interval of a second starts.
  func minute(_ second: Int32) -> Int32 {
    let grid = Int32(gridMinutes)
    return second / 60 / grid * grid
  }

  /// Finds the threshold in force; contacts of one day follow each other, so the last
  /// answer is kept.
  mutating func thresholdSeconds(of service: Int, on day: Int32) -> Int? {
    if lookups[service].day != day {
      let objective = services[service].objectives.inForce(on: CivilDate(daysSinceEpoch: day))
      lookups[service] = (day, objective?.seconds)
    }
    return lookups[service].seconds
  }

  /// Makes room for the keys that the table has and this tally has not met.
  mutating func admit(_ table: borrowing KeyTable) {
    while keys.count < table.keys.count {
      let key = table.keys[keys.count]
      keys.append(KeyTally(key: key, isFromContacts: true))
      waits.append([:])
      unanswered.append([])
      gridsOfKey.append([])
      serviceOfKey.append(
        services.firstIndex {
          $0.match.takes(site: key.site, queue: key.queue, channel: key.channel)
        })
    }
  }
}

// MARK: - Sites and the last day

extension ContactTally {
  /// The last day on which a contact started, up to a limit.
  func lastDay(through limit: CivilDate?) -> CivilDate? {
    let last = limit?.daysSinceEpoch ?? .max
    let counted = keys.lazy.flatMap(\.blocks.keys).filter { $0 <= last }.max()
    let open = unanswered.lazy.joined().map(\.day).filter { $0 <= last }.max()
    return [counted, open].compactMap(\.self).max().map { CivilDate(daysSinceEpoch: $0) }
  }

  /// The sites of contacts up to as-of; empty for contacts without one.
  func sites(through asOf: CivilDate) -> Set<String> {
    let last = asOf.daysSinceEpoch
    return Set(
      Spellings.once(
        keys.indices.lazy.filter { key in
          keys[key].blocks.keys.contains { $0 <= last }
            || unanswered[key].contains { $0.day <= last }
        }.map { keys[$0].key.site }))
  }
}
