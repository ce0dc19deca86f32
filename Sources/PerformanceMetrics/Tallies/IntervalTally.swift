public import Basics
public import ContactRecords

/// The tallies of all keys, filled from batches of interval records.
///
/// Tallies hold exact whole numbers and each key and interval has one owner, so
/// the result does not depend on the order in which rows arrive. What does
/// depend on it, by the contract, is which of two equal rows is called the
/// repeat, and what the policies first and last keep.
public struct IntervalTally: Sendable {
  /// The services in the order in which they take records.
  public let services: [Service]
  /// What happens to different rows for one key and interval.
  public let policy: ConflictPolicy
  /// The short-abandon limit S in seconds.
  public let shortAbandonSeconds: Int
  /// The last day on which rows may conflict; what lies after it is left aside anyway.
  private let lastDay: Int32
  /// What became of the rows of each source, in the order of the input.
  public private(set) var sources: [SourceTally] = []
  /// Different rows for one interval.
  public private(set) var conflicts = ConflictList()
  /// Rows of another interval length than others of their key and day, which no policy settles.
  public private(set) var lengthConflicts = ConflictList()
  /// The tally of each key, by its number in the key table.
  private(set) var keys: [KeyTally] = []
  /// The daily rows that state their length, and the monthly ones, of each key.
  ///
  /// They are kept apart, since they count only where their key has no shorter rows;
  /// whether it has is known when all rows are read: `joinLongRows` settles it.
  private(set) var longRows: [LongRows: KeyTally] = [:]
  /// The service of each key; `nil` where none takes it.
  private(set) var serviceOfKey: [Int?] = []
  /// The first day of each key with a row whose threshold nothing in its file states.
  private(set) var assumesThresholdFrom: [Int32] = []
  /// Rows of the last source for each time of a repeated hour whose pass nothing states.
  private var unstated: [RepeatedTime: Int] = [:]
  /// The day on which each service's objective was last looked up, and its threshold.
  private var lookups: [(day: Int32, seconds: Int?)]

  /// Creates a tally without records.
  public init(
    services: [Service], policy: ConflictPolicy = .error, shortAbandonSeconds: Int = 5,
    asOf: CivilDate? = nil
  ) {
    self.services = services
    self.policy = policy
    self.shortAbandonSeconds = shortAbandonSeconds
    lastDay = asOf?.daysSinceEpoch ?? .max
    lookups = Array(repeating: (.min, nil), count: services.count)
  }
}

// MARK: - What is found

extension IntervalTally {
  /// Rows of a key that are longer than any interval.
  struct LongRows: Hashable {
    /// The number of the key.
    let key: Int
    /// Whether they are months, and not days.
    let isMonthly: Bool
  }

  /// Two different rows for one key and interval.
  public struct Conflict: Hashable, Sendable {
    /// The key of both.
    public let key: RecordKey
    /// The day of both.
    public let day: CivilDate
    /// The minute of the day at which the later row's interval starts.
    public let minute: Int
    /// Whether both are the whole month that ends on the day.
    public let isMonth: Bool
    /// The place of the row that stood there.
    public let earlier: Int
    /// The place of the row that came.
    public let later: Int
  }

  /// How many conflicts there are, and the first hundred of them.
  public struct ConflictList: Hashable, Sendable {
    /// The first hundred.
    public private(set) var first: [Conflict] = []
    /// All.
    public private(set) var count = 0

    private static let limit = 100

    /// Creates a list of nothing.
    public init() {}

    mutating func append(contentsOf other: ConflictList) {
      count += other.count
      first += other.first.prefix(ConflictList.limit - first.count)
    }

    mutating func append(_ conflict: Conflict) {
      count += 1
      if first.count < ConflictList.limit { first.append(conflict) }
    }
  }

  /// What became of the rows of one source.
  public struct SourceTally: Hashable, Sendable {
    /// The place before its first line: lines of all earlier sources.
    public let base: Int
    /// Rows that count.
    public internal(set) var accepted = 0
    /// Rows that equal another and were taken once.
    public internal(set) var repeated = 0
    /// Rows that gave way to another of the same key and interval.
    public internal(set) var dropped = 0
    /// Accepted rows whose counts contradict each other.
    public internal(set) var suspect = 0
    /// The earliest start among the rows that could be read.
    public internal(set) var first: IntervalStart?
    /// The latest start among the rows that could be read.
    public internal(set) var last: IntervalStart?
  }
}

/// The day and the time at which an interval starts.
public struct IntervalStart: Hashable, Comparable, Sendable {
  /// The day.
  public let day: CivilDate
  /// The time of the day.
  public let time: CivilTime

  /// Creates a start.
  public init(day: CivilDate, time: CivilTime) {
    self.day = day
    self.time = time
  }

  /// Orders starts in time.
  public static func < (a: IntervalStart, b: IntervalStart) -> Bool {
    (a.day, a.time) < (b.day, b.time)
  }
}

extension IntervalStart: CustomStringConvertible {
  /// The start as 2026-10-31T08:30.
  public var description: String { "\(day)T\(time)" }
}

// MARK: - Taking records

extension IntervalTally {
  /// Begins the next source; rows are added to the last one begun.
  ///
  /// - Parameter base: Physical lines of all sources before it.
  public mutating func beginSource(base: Int) {
    sources.append(SourceTally(base: base))
    unstated.removeAll()
  }

  /// Notes the place in time of a row that was rejected, which is a hole unless
  /// another row of its key covers it.
  ///
  /// - Parameter isMonth: Whether it is the whole month that ends on the day.
  public mutating func noteRejected(
    key: Int32, in table: KeyTable, day: CivilDate, time: CivilTime, pass: WallPass = .first,
    isMonth: Bool = false
  ) {
    admit(table)
    if isMonth {
      let rows = LongRows(key: Int(key), isMonthly: true)
      let fresh = tally(of: rows)
      longRows[rows, default: fresh].noteRejected(day: day.daysSinceEpoch, minute: 0)
      return
    }
    keys[Int(key)].noteRejected(
      day: day.daysSinceEpoch, minute: Int32(time.minuteOfDay), pass: pass)
  }

  /// Takes every row of a batch.
  ///
  /// - Parameter table: The key table that the batch's keys are numbered in.
  /// - Complexity: O(*n*) in the rows; allocates per key and day.
  public mutating func add(_ batch: borrowing IntervalBatch, keys table: borrowing KeyTable) {
    admit(table)
    let source = sources.count - 1
    var earliest: (Int32, Int32) = (.max, .max)
    var latest: (Int32, Int32) = (.min, .min)
    let hasRepeatedTimes = batch.hasRepeatedTimes
    for row in 0..<batch.count {
      let (key, day, minute) = (Int(batch.keys[row]), batch.days[row], batch.minutes[row])
      let sums = sums(of: row, in: batch, key: key, day: day)
      let place = sources[source].base + batch.lines[row]
      let isSuspect = batch.suspects[row] == 1
      let arrival = KeyTally.Arrival(place: place, fingerprint: batch.fingerprints[row])
      let length = batch.lengths[row]
      if length >= Self.dayLength {
        let rows = LongRows(key: key, isMonthly: length > Self.dayLength)
        let fresh = tally(of: rows)
        let outcome = longRows[rows, default: fresh].take(
          sums, isSuspect: isSuspect, day: day, minute: minute, length: Self.dayLength,
          arrival: arrival, policy: policy)
        account(
          outcome, source: source, place: place, isSuspect: isSuspect, rows, day: day,
          minute: minute)
        let first = rows.isMonthly ? Self.firstOfMonth(day) : day
        if (first, minute) < earliest { earliest = (first, minute) }
        if (day, minute) > latest { latest = (day, minute) }
        continue
      }
      let isSecond = hasRepeatedTimes && isSecondPass(of: row, in: batch)
      let outcome = keys[key].take(
        sums, isSuspect: isSuspect, day: day, minute: minute, isSecond: isSecond,
        length: length, arrival: arrival, policy: policy)
      account(
        outcome, source: source, place: place, isSuspect: isSuspect,
        LongRows(key: key, isMonthly: false), day: day, minute: minute)
      if (day, minute) < earliest { earliest = (day, minute) }
      if (day, minute) > latest { latest = (day, minute) }
    }
    guard batch.count > 0 else { return }
    let (first, last) = (start(earliest), start(latest))
    sources[source].first = sources[source].first.map { min($0, first) } ?? first
    sources[source].last = sources[source].last.map { max($0, last) } ?? last
  }

  private static let dayLength = Int32(IntervalLength.day)

  private static func firstOfMonth(_ day: Int32) -> Int32 {
    CivilDate(daysSinceEpoch: day).month.firstDay.daysSinceEpoch
  }

  /// Makes the tally of a key's long rows, without any.
  private func tally(of rows: LongRows) -> KeyTally {
    KeyTally(key: keys[rows.key].key, isMonthly: rows.isMonthly)
  }

  /// A time of a key that comes twice.
  private struct RepeatedTime: Hashable, Sendable {
    let key: Int
    let day: Int32
    let minute: Int32
  }

  /// Tells whether a row lies in the second pass of a repeated hour.
  ///
  /// Where nothing states it, the rows of one key and time are paired in the order of
  /// their source: the first is the first pass's, the second the second's. A further
  /// one repeats a row of either, or contradicts the second.
  private mutating func isSecondPass(of row: Int, in batch: borrowing IntervalBatch) -> Bool {
    switch batch.pass(row) {
    case .first: return false
    case .second: return true
    case .unstated:
      let time = RepeatedTime(
        key: Int(batch.keys[row]), day: batch.days[row], minute: batch.minutes[row])
      let before = unstated[time, default: 0]
      unstated[time] = before + 1
      if before < 2 { return before == 1 }
      return !keys[time.key].holds(
        batch.fingerprints[row], day: time.day, minute: time.minute)
    }
  }

  /// Accounts for a row as it was taken.
  ///
  /// - Parameter key: The number of its key, and whether it is a month.
  private mutating func account(
    _ outcome: KeyTally.Outcome, source: Int, place: Int, isSuspect: Bool, _ key: LongRows,
    day: Int32, minute: Int32
  ) {
    switch outcome {
    case .accepted:
      sources[source].accepted += 1
      sources[source].suspect += isSuspect ? 1 : 0
    case .repeated: sources[source].repeated += 1
    case .conflict(let other, let otherIsSuspect):
      if day <= lastDay {
        conflicts.append(conflict(key, day, minute, earlier: other, later: place))
      }
      settle(source: source, other: other, isSuspect: isSuspect, otherIsSuspect: otherIsSuspect)
    case .lengthConflict(let other):
      if day <= lastDay {
        lengthConflicts.append(conflict(key, day, minute, earlier: other, later: place))
      }
      sources[source].dropped += 1
    }
  }

  /// Accounts for a conflict as the policy settles it.
  private mutating func settle(
    source: Int, other: Int, isSuspect: Bool, otherIsSuspect: Bool
  ) {
    switch policy {
    case .error, .first: sources[source].dropped += 1
    case .sum:
      sources[source].accepted += 1
      sources[source].suspect += isSuspect ? 1 : 0
    case .last:
      sources[source].accepted += 1
      sources[source].suspect += isSuspect ? 1 : 0
      let loser = sourceIndex(ofPlace: other)
      sources[loser].accepted -= 1
      sources[loser].dropped += 1
      sources[loser].suspect -= otherIsSuspect ? 1 : 0
    }
  }

  /// Finds the source that a place lies in.
  ///
  /// - Complexity: O(*n*) in the number of sources.
  public func sourceIndex(ofPlace place: Int) -> Int {
    sources.lastIndex { $0.base < place } ?? 0
  }

  private func conflict(
    _ key: LongRows, _ day: Int32, _ minute: Int32, earlier: Int, later: Int
  ) -> Conflict {
    Conflict(
      key: keys[key.key].key, day: CivilDate(daysSinceEpoch: day), minute: Int(minute),
      isMonth: key.isMonthly, earlier: earlier, later: later)
  }

  private func start(_ parts: (day: Int32, minute: Int32)) -> IntervalStart {
    IntervalStart(
      day: CivilDate(daysSinceEpoch: parts.day), time: CivilTime(minuteOfDay: Int(parts.minute)))
  }

  /// Makes room for the keys that the table has and this tally has not met.
  private mutating func admit(_ table: borrowing KeyTable) {
    while keys.count < table.keys.count {
      let key = table.keys[keys.count]
      keys.append(KeyTally(key: key))
      assumesThresholdFrom.append(.max)
      serviceOfKey.append(
        services.firstIndex {
          $0.match.takes(site: key.site, queue: key.queue, channel: key.channel)
        })
    }
  }
}

// MARK: - The last day

extension IntervalTally {
  /// The tallies of all rows, the long ones behind the others.
  private var allRows: [KeyTally] { keys + longRows.values }

  /// The last day with records on or before a limit; `nil` where there is none.
  func lastDay(through limit: CivilDate?) -> CivilDate? {
    allRows.lazy.flatMap { key in
      key.blocks.keys.filter { day in
        day <= limit?.daysSinceEpoch ?? .max && key.hasRecords(on: day)
      }
    }.max().map { CivilDate(daysSinceEpoch: $0) }
  }

  /// The sites with records on or before a limit; empty for records without one.
  func sites(through limit: CivilDate) -> Set<String> {
    Set(
      allRows.filter { key in
        key.blocks.keys.contains { $0 <= limit.daysSinceEpoch && key.hasRecords(on: $0) }
      }.map(\.key.site))
  }
}

// MARK: - Contacts beside

extension IntervalTally {
  /// Adds the tally of a key once all records are taken: one made from contacts, or of
  /// rows that were kept apart.
  ///
  /// - Parameter day: The first day with a row whose threshold nothing in its file states.
  ///   What contacts waited is compared with the objective itself.
  mutating func append(_ key: KeyTally, service: Int?, assumesThresholdFrom day: Int32 = .max) {
    keys.append(key)
    serviceOfKey.append(service)
    assumesThresholdFrom.append(day)
  }
}

// MARK: - Merging

extension IntervalTally {
  /// Takes everything that another tally has taken.
  ///
  /// The result is that of one tally over both inputs, in whatever pieces they were
  /// taken; merging is associative. Where conflicts are an error, and so leave no
  /// verdict, the rows in conflict are not sorted into dropped and repeated ones.
  ///
  /// - Parameters:
  ///   - other: A tally of the same services and policy, whose sources come after
  ///     this one's: their bases count on from its lines.
  ///   - table: This tally's key table; receives the other's keys.
  /// - Complexity: O(*n*) in the cells of the other tally.
  public mutating func merge(_ other: IntervalTally, keys table: inout KeyTable) {
    let offset = sources.count
    sources += other.sources
    if policy == .error { conflicts.append(contentsOf: other.conflicts) }
    lengthConflicts.append(contentsOf: other.lengthConflicts)
    for (index, tally) in other.keys.enumerated() {
      let key = Int(table.number(of: tally.key))
      admit(table)
      assumesThresholdFrom[key] = min(assumesThresholdFrom[key], other.assumesThresholdFrom[index])
      var settled: [Settled] = []
      keys[key].merge(tally, policy: policy) { settled.append(Settled($0, $1, $2, $3, $4)) }
      account(settled, of: LongRows(key: key, isMonthly: false), other, sourcesBefore: offset)
    }
    let long = other.longRows.keys.sorted {
      ($0.key, $0.isMonthly ? 1 : 0) < ($1.key, $1.isMonthly ? 1 : 0)
    }
    for rows in long {
      let key = Int(table.number(of: other.keys[rows.key].key))
      let own = LongRows(key: key, isMonthly: rows.isMonthly)
      let fresh = self.tally(of: own)
      var settled: [Settled] = []
      longRows[own, default: fresh].merge(other.longRows[rows]!, policy: policy) {
        settled.append(Settled($0, $1, $2, $3, $4))
      }
      account(settled, of: own, other, sourcesBefore: offset)
    }
  }

  /// What became of a row of another tally.
  private struct Settled {
    let row: KeyTally.Row
    /// Whether it counted there.
    let counted: Bool
    let day: Int32
    let minute: Int32
    let outcome: KeyTally.Outcome

    init(
      _ row: KeyTally.Row, _ counted: Bool, _ day: Int32, _ minute: Int32,
      _ outcome: KeyTally.Outcome
    ) {
      (self.row, self.counted, self.outcome) = (row, counted, outcome)
      (self.day, self.minute) = (day, minute)
    }
  }

  /// Accounts for the rows of a key of another tally anew.
  private mutating func account(
    _ settled: [Settled], of key: LongRows, _ other: IntervalTally, sourcesBefore offset: Int
  ) {
    for row in settled {
      // What the other tally made of the row is taken back first.
      let place = row.row.arrival.place
      let source = offset + other.sourceIndex(ofPlace: place)
      if row.counted {
        sources[source].accepted -= 1
        sources[source].suspect -= row.row.isSuspect ? 1 : 0
      } else {
        sources[source].dropped -= 1
      }
      account(
        row.outcome, source: source, place: place, isSuspect: row.row.isSuspect, key, day: row.day,
        minute: row.minute)
    }
  }
}

// MARK: - From a row to sums

extension IntervalTally {
  /// Picks from a row the counts that its service's objective asks for.
  private mutating func sums(
    of row: Int, in batch: borrowing IntervalBatch, key: Int, day: Int32
  ) -> ContactSums {
    var sums = ContactSums()
    let answered = batch.value(.answered, row)
    let abandoned = batch.value(.abandoned, row)
    sums[.rows] = 1
    sums[.offered] = batch.value(.offered, row)
    sums[.answered] = answered
    sums[.abandoned] = abandoned

    let threshold = serviceOfKey[key].flatMap { thresholdSeconds(of: $0, on: day) }
    let stated = batch.value(.thresholdSeconds, row)
    let fits = stated == IntervalBatch.absent || threshold == nil || stated == threshold
    let named = threshold.flatMap { count(in: batch, row, within: $0, abandoned: false) }
    let within = named ?? (fits ? known(batch.value(.answeredWithin, row)) : nil)
    if let within {
      sums[.answeredWithin] = within
      if named == nil, stated == IntervalBatch.absent {
        assumesThresholdFrom[key] = min(assumesThresholdFrom[key], day)
      }
    } else {
      sums[.answeredUnjudged] = answered
    }

    let early =
      threshold.flatMap { count(in: batch, row, within: $0, abandoned: true) }
      ?? (fits ? known(batch.value(.abandonedWithin, row)) : nil)
    if let early { sums[.abandonedWithin] = early } else { sums[.abandonedUnjudged] = abandoned }

    let short =
      known(batch.value(.shortAbandoned, row))
      ?? count(in: batch, row, within: shortAbandonSeconds, abandoned: true)
      ?? (threshold == shortAbandonSeconds ? early : nil)
    if let short { sums[.shortAbandoned] = short } else { sums[.shortUnjudged] = abandoned }

    if let flowOut = known(batch.value(.flowOut, row)) {
      sums[.flowOut] = flowOut
    } else if sums.offered > 0 {
      sums[.rowsWithoutFlowOut] = 1
    }
    // A blank duration is nothing on a row without answered calls.
    if let wait = known(batch.value(.waitSeconds, row)) {
      sums[.waitMilliseconds] = wait
    } else if answered > 0 {
      sums[.rowsWithoutWait] = 1
    }
    if let handle = known(batch.value(.handleSeconds, row)) {
      sums[.handleMilliseconds] = handle
    } else if answered > 0 {
      sums[.rowsWithoutHandle] = 1
    }
    return sums
  }

  private func known(_ value: Int) -> Int? { value == IntervalBatch.absent ? nil : value }

  /// Finds the count of a threshold column for the given seconds.
  private func count(
    in batch: borrowing IntervalBatch, _ row: Int, within seconds: Int, abandoned: Bool
  ) -> Int? {
    for (position, column) in batch.thresholds.enumerated()
    where column.seconds == seconds && column.countsAbandoned == abandoned {
      if let value = known(batch.value(threshold: position, row)) { return value }
    }
    return nil
  }

  /// Finds the threshold in force; rows of one day follow each other, so the last answer is kept.
  private mutating func thresholdSeconds(of service: Int, on day: Int32) -> Int? {
    if lookups[service].day != day {
      let day = CivilDate(daysSinceEpoch: day)
      lookups[service] = (
        day.daysSinceEpoch, services[service].objectives.inForce(on: day)?.seconds
      )
    }
    return lookups[service].seconds
  }
}
