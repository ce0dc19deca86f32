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
  public internal(set) var sources: [SourceTally] = []
  /// Different rows for one interval.
  public internal(set) var conflicts = ConflictList()
  /// Rows of another interval length than others of their key and day, which no policy settles.
  public internal(set) var lengthConflicts = ConflictList()
  /// The tally of each key, by its number in the key table.
  var keys: [KeyTally] = []
  /// The daily rows that state their length, and the monthly ones, of each key.
  ///
  /// They are kept apart, since they count only where their key has no shorter rows;
  /// whether it has is known when all rows are read: `joinLongRows` settles it.
  var longRows: [LongRows: KeyTally] = [:]
  /// The service of each key; `nil` where none takes it.
  private(set) var serviceOfKey: [Int?] = []
  /// The first day of each key with a row whose threshold nothing in its file states.
  var assumesThresholdFrom: [Int32] = []
  /// Rows of the last source for each time of a repeated hour whose pass nothing states.
  private var unstated: [RepeatedTime: Int] = [:]
  /// The day on which each service's objective was last looked up, and its threshold.
  var lookups: [(day: Int32, seconds: Int?)]

  /// The plan of each service for the last day and batch, and behind them that of rows
  /// that no service takes.
  private var plans: ContiguousArray<RowPlan>
  /// The plan of each key.
  private var planOfKey: ContiguousArray<Int32> = []
  /// The columns that rows have had numbers for; open days of keys have words for them.
  private var columns = OpenColumns.usual

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
    plans = .init(repeating: RowPlan(), count: services.count + 1)
  }
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
  /// - Parameters:
  ///   - key: The number of its key.
  ///   - table: The key table that it is numbered in.
  ///   - day: The day that it begins on.
  ///   - time: The time that it begins at.
  ///   - pass: Which pass of a repeated hour it lies in.
  ///   - isMonth: Whether it is the whole month that ends on the day.
  public mutating func noteRejected(
    key: Int32, in table: KeyTable, day: CivilDate, time: CivilTime, pass: WallPass = .first,
    isMonth: Bool = false
  ) {
    admit(table)
    if isMonth {
      let rows = LongRows(key: Int(key), isMonthly: true)
      admit(rows)
      longRows[rows]!.noteRejected(day: day.daysSinceEpoch, minute: 0)
      return
    }
    keys[Int(key)].noteRejected(
      day: day.daysSinceEpoch, minute: Int32(time.minuteOfDay), pass: pass)
  }

  /// Takes every row of a batch.
  ///
  /// Usual rows go straight into the open days of their keys; what stops them is a row that
  /// needs to be looked at.
  ///
  /// - Parameters:
  ///   - batch: The rows.
  ///   - table: The key table that the batch's keys are numbered in.
  /// - Complexity: O(*n*) in the rows; allocates per key and day.
  public mutating func add(_ batch: borrowing IntervalBatch, keys table: borrowing KeyTable) {
    admit(table)
    var run = UsualRows.Run()
    // Columns are those of this batch.
    for index in plans.indices { plans[index] = RowPlan() }
    while run.end < batch.count {
      let first = run.end
      takeUsual(batch, &run)
      sources[sources.count - 1].accepted += run.end - first
      guard run.end < batch.count else { break }
      if plan(row: run.end, of: batch) { continue }
      take(run.end, of: batch, &run)
      run.end += 1
    }
    sources[sources.count - 1].suspect += run.suspect
    note(run)
    if !batch.outcomes.isEmpty { noteOutcomes(of: batch) }
  }

  /// Notes how the intervals of rows of days and months ended, where these say so.
  private mutating func noteOutcomes(of batch: borrowing IntervalBatch) {
    for row in 0..<batch.count {
      guard let outcomes = batch.outcomes[row] else { continue }
      let (key, day) = (Int(batch.keys[row]), batch.days[row])
      let rows = LongRows(key: key, isMonthly: batch.lengths[row] > Self.dayLength)
      let stated = StatedOutcomes.same(outcomes)
      let known = longRows[rows]?.outcomes[day]
      longRows[rows]?.outcomes[day] = known?.joined(with: stated) ?? stated
    }
  }

  private mutating func takeUsual(
    _ batch: borrowing IntervalBatch, _ run: inout UsualRows.Run
  ) {
    let (base, places) = (sources[sources.count - 1].base, OpenPlaces(columns))
    // Taken out of the tally, so that the rest of it can be read meanwhile.
    var (tallies, firstDays): ([KeyTally], [Int32]) = ([], [])
    swap(&tallies, &keys)
    swap(&firstDays, &assumesThresholdFrom)
    do {
      var keys = tallies.mutableSpan
      var assumesFrom = firstDays.mutableSpan
      UsualRows.take(
        batch, &run, base: base, plans: plans.span, planOfKey: planOfKey.span, places: places,
        assumesFrom: &assumesFrom, keys: &keys)
    }
    swap(&tallies, &keys)
    swap(&firstDays, &assumesThresholdFrom)
  }

  /// Makes the plan of a row's service and day.
  ///
  /// - Returns: `false` where it was made before.
  private mutating func plan(row: Int, of batch: borrowing IntervalBatch) -> Bool {
    let (key, day) = (Int(batch.keys[row]), batch.days[row])
    let index = Int(planOfKey[key])
    guard plans[index].day != day else { return false }
    let isMade = plans[index].day != .min
    let threshold = serviceOfKey[key].flatMap { thresholdSeconds(of: $0, on: day) }
    if isMade, plans[index].threshold == threshold ?? -1 {
      plans[index].day = day
    } else {
      plans[index] = RowPlan(
        batch, day: day, threshold: threshold, shortSeconds: shortAbandonSeconds)
    }
    return true
  }

  /// Takes a row, whatever it is.
  mutating func take(
    _ row: Int, of batch: borrowing IntervalBatch, _ run: inout UsualRows.Run
  ) {
    let source = sources.count - 1
    let (key, day, minute) = (Int(batch.keys[row]), batch.days[row], batch.minutes[row])
    let sums = sums(of: row, in: batch, key: key, day: day)
    let place = sources[source].base + batch.lines[row]
    let isSuspect = batch.suspects[row] == 1
    let arrival = KeyTally.Arrival(place: place, fingerprint: batch.fingerprints[row])
    let length = batch.lengths[row]
    let rows = LongRows(key: key, isMonthly: length > Self.dayLength)
    let outcome: KeyTally.Outcome
    var first = day
    if length >= Self.dayLength {
      admit(rows)
      outcome = longRows[rows]!.take(
        sums, isSuspect: isSuspect, day: day, minute: minute, length: Self.dayLength,
        arrival: arrival, policy: policy)
      if rows.isMonthly { first = Self.firstOfMonth(day) }
    } else {
      let isSecond = batch.hasRepeatedTimes && isSecondPass(of: row, sums, in: batch)
      outcome = keys[key].take(
        sums, isSuspect: isSuspect, day: day, minute: minute, isSecond: isSecond,
        length: length, arrival: arrival, policy: policy)
      // The columns that this row has are those of the next ones, of whatever key.
      columns.formUnion(keys[key].open.columns)
      keys[key].open.widen(to: columns)
    }
    account(
      outcome, source: source, place: place, isSuspect: isSuspect, rows, day: day,
      minute: minute)
    run.earliest = min(run.earliest, Int(first) * 1440 + Int(minute))
    run.latest = max(run.latest, Int(day) * 1440 + Int(minute))
  }

  /// Notes the span of the rows of a batch in its source.
  mutating func note(_ run: UsualRows.Run) {
    guard run.earliest <= run.latest else { return }
    let (first, last) = (start(run.earliest), start(run.latest))
    let source = sources.count - 1
    sources[source].first = sources[source].first.map { min($0, first) } ?? first
    sources[source].last = sources[source].last.map { max($0, last) } ?? last
  }

  private func start(_ minutes: Int) -> IntervalStart {
    let day = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
    return IntervalStart(
      day: CivilDate(daysSinceEpoch: Int32(day)),
      time: CivilTime(minuteOfDay: minutes - day * 1440))
  }

  private static let dayLength = Int32(IntervalLength.day)

  private static func firstOfMonth(_ day: Int32) -> Int32 {
    CivilDate(daysSinceEpoch: day).month.firstDay.daysSinceEpoch
  }

  /// Makes room for a key's long rows where there are none yet.
  mutating func admit(_ rows: LongRows) {
    guard longRows[rows] == nil else { return }
    longRows[rows] = KeyTally(key: keys[rows.key].key, isMonthly: rows.isMonthly)
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
  private mutating func isSecondPass(
    of row: Int, _ sums: ContactSums, in batch: borrowing IntervalBatch
  ) -> Bool {
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
        sums, fingerprint: batch.fingerprints[row], day: time.day, minute: time.minute)
    }
  }

  /// Accounts for a row as it was taken.
  ///
  /// - Parameter key: The number of its key, and whether it is a month.
  mutating func account(
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

  /// Makes room for the keys that the table has and this tally has not met.
  mutating func admit(_ table: borrowing KeyTable) {
    while keys.count < table.keys.count {
      let key = table.keys[keys.count]
      keys.append(KeyTally(key: key))
      assumesThresholdFrom.append(.max)
      serviceOfKey.append(
        services.firstIndex {
          $0.match.takes(site: key.site, queue: key.queue, channel: key.channel)
        })
      planOfKey.append(Int32(serviceOfKey[keys.count - 1] ?? services.count))
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
      Spellings.once(
        allRows.lazy.filter { key in
          key.blocks.keys.contains { $0 <= limit.daysSinceEpoch && key.hasRecords(on: $0) }
        }.map(\.key.site)))
  }

  /// How many queues have records, each of its site and channel.
  ///
  /// A row that was rejected may name a queue that no other does.
  public var queueCount: Int {
    Set(
      allRows.filter { key in key.blocks.keys.contains(where: key.hasRecords) }.map(\.key.whole)
    ).count
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
