import Basics
public import ContactRecords
import DelimitedText

// What a roll-up writes of contacts, and how it is read again. Every row is a sum of contacts that
// no other row has in it, so that the rows of several roll-ups add up, in any order.

extension CenterTally {
  /// Takes a sum that a roll-up wrote.
  ///
  /// - Parameters:
  ///   - record: What its row says.
  ///   - place: Its line, counted through all inputs, from 1.
  /// - Returns: Whether it adds to the center, or is the repeat of another.
  public mutating func take(_ record: SumRecord, at place: Int) -> RowOutcome {
    sums.contacts.addSaturating(record.contacts)
    sums.milliseconds.addSaturating(record.milliseconds)
    archive?.noteSum()
    // So that no sum of them wraps, whatever a file claims.
    guard !sums.haveOverflowed else { return .accepted }
    if let identity = record.identity {
      if let known = sums.seen[identity] {
        if known.values == record.values { return .repeated }
        sums.noteConflict(place, with: known.place)
        return .conflict(with: known.place)
      }
      sums.seen[identity] = (record.values, place)
    }
    let key = RecordKey(site: record.site, queue: record.queue, channel: record.channel)
    let day = record.start?.day ?? 0
    switch record.sum {
    case .contacts: takeContacts(record, record.start!, key, at: place)
    case .issues, .leftOut:
      let issues = SettledIssues(record)
      resolutions.add(issues)
      trace?.take(issues, at: place)
    case .transactions:
      var sums = TransactionSums()
      (sums.contacts, sums.withValue) = (record.count, record.withValue)
      sums.add(record.amount.millionths)
      let start = CivilDate(daysSinceEpoch: day)
      transactions.add(
        sums, type: record.name, month: start.month, through: record.end ?? start,
        part: record.part)
      trace?.take(sums, type: record.name, month: start.month, at: place)
    case .furtherLegs:
      if let basis = CostTargets.Basis(rawValue: record.name) {
        distinct.add(
          record.count, key: keys.number(of: key), day: day, basis: basis, part: record.part)
      }
    case .madeWith: sums.madeWith[record.name, default: []].insert(record.detail)
    case .rows, .offsets: break
    }
    return .accepted
  }

  private mutating func takeContacts(
    _ record: SumRecord, _ start: WallTime, _ key: RecordKey, at place: Int
  ) {
    let number = keys.number(of: key)
    guard let outcome = ContactBatch.Outcome(sum: record.name) else {
      noteRejectedContact(
        RejectedRecord.Place(
          key: number, day: CivilDate(daysSinceEpoch: start.day),
          time: CivilTime(minuteOfDay: Int(start.secondOfDay) / 60),
          pass: start.pass == .second ? .second : .first))
      return
    }
    let summed = SummedContacts(
      key: number, day: start.day, second: start.secondOfDay, isSecondPass: start.pass == .second,
      intervalMinutes: record.intervalMinutes, outcome: outcome, count: record.count,
      waits: record.waits, handleMilliseconds: record.handleMilliseconds, part: record.part)
    contacts.add(summed, keys: keys)
    transactions.noteRecords(on: start.day)
    archive?.take(summed, keys: keys)
    trace?.take(summed, &contacts, key: key, at: place)
  }
}

extension ContactBatch.Outcome {
  /// How it is called in a sum.
  fileprivate var sumName: String {
    switch self {
    case .answered: "answered"
    case .abandoned: "abandoned"
    case .flowOut: "flow_out"
    case .open: "open"
    }
  }

  fileprivate init?(sum name: String) {
    guard let outcome = Self.allCases.first(where: { $0.sumName == name }) else { return nil }
    self = outcome
  }
}

extension TracedIssue.Method {
  /// How it is called in a sum.
  fileprivate var sumName: String {
    switch self {
    case .anyContact: "any"
    case .sameReason: "reason"
    case .flag: "flag"
    }
  }

  fileprivate init?(sum name: String) {
    let all: [Self] = [.anyContact, .sameReason, .flag]
    guard let method = all.first(where: { $0.sumName == name }) else { return nil }
    self = method
  }
}

extension SumRecord {
  /// All of its counts.
  fileprivate var contacts: Int {
    [count, resolved, unresolved, retries, withValue].reduce(into: 0) { $0.addSaturating($1) }
  }

  /// All of its durations.
  fileprivate var milliseconds: Int {
    waits.reduce(into: max(0, handleMilliseconds)) {
      $0.addSaturating($1.milliseconds * $1.contacts)
    }
  }

  /// What tells the row from all others; `nil` where it counts each time.
  fileprivate var identity: UInt64? {
    guard let part else { return nil }
    var digest = FieldDigest()
    for text in [sum.rawValue, site, queue, channel, name, detail] { digest.add(text) }
    let end = end.map { Int($0.daysSinceEpoch) } ?? .min
    let start = start.map { Int($0.day) << 20 | Int($0.secondOfDay) << 2 | Int($0.pass.rawValue) }
    for number in [start ?? .min, end, intervalMinutes ?? 0, handleMilliseconds < 0 ? 0 : 1] {
      digest.add(number)
    }
    digest.add(Int(bitPattern: UInt(part)))
    return digest.value
  }

  /// What the row says.
  fileprivate var values: UInt64 {
    var digest = FieldDigest()
    for number in [count, handleMilliseconds, resolved, unresolved, retries, withValue] {
      digest.add(number)
    }
    for wait in waits {
      digest.add(wait.milliseconds)
      digest.add(wait.contacts)
    }
    digest.add(amount)
    return digest.value
  }
}

extension SettledIssues {
  /// Reads a row of issues, or of what is left out of them.
  fileprivate init(_ record: SumRecord) {
    self.init()
    if !record.detail.isEmpty { watches.insert(record.detail) }
    part.add(part: record.part)
    guard record.sum == .issues else {
      if let reason = LeftOut(rawValue: record.name) { add(record.count, to: reason) }
      return
    }
    let day = record.start!.day
    let end = record.end?.daysSinceEpoch ?? day
    guard let method = TracedIssue.Method(sum: record.name) else {
      // A span: its start is a day of a known customer only where the count says so.
      if record.count > 0 { firstKnownDay = day }
      lastDay = end
      return
    }
    var counts = ResolutionCounts(resolved: record.resolved, unresolved: record.unresolved)
    counts.retries = record.retries
    add(counts, method, day: day, end: end)
  }
}

// MARK: - Writing

/// Rows of one kind by what became of them, as a roll-up carries them along.
public struct SummedRows: Hashable, Sendable {
  /// The kind, as it is called in configurations.
  public var kind: String
  /// What became of them: accepted, rejected, repeated, or ignored with its cause.
  public var fate: String
  /// How many there are.
  public var count: Int

  /// Creates rows.
  public init(kind: String, fate: String, count: Int) {
    (self.kind, self.fate, self.count) = (kind, fate, count)
  }
}

extension CenterTally {
  /// The tables of a roll-up: interval records at a grain, other kinds as they are, and the sums
  /// of contacts.
  ///
  /// - Parameters:
  ///   - intervals: The interval records at their grain.
  ///   - options: How issues are watched, and up to which day contacts count.
  ///   - rows: What became of the rows of all inputs.
  ///   - offsets: Offsets from universal time that stamps had, in minutes.
  /// - Throws: `RollupError` where a sum is larger than any number that is read.
  /// - Complexity: O(*n* log *n*) in what is kept.
  public func tables(
    with intervals: ArchivedIntervals, options: MetricsOptions, rows: [SummedRows],
    offsets: [Int16]
  ) throws(RollupError) -> [RecordRows] {
    if sums.haveOverflowed { throw .overflow }
    if mixesContactsAndSums { throw .mixed }
    let made = madeWith(options)
    for (name, found) in sums.madeWith.sorted(by: { $0.key < $1.key }) {
      if let other = found.first(where: { $0 != made[name] }) {
        throw .watchedDifferently(other, made[name] ?? "none")
      }
    }
    var writer = SumWriter(zone: options.zone)
    for (name, value) in made.sorted(by: { $0.key < $1.key }) {
      writer.row(.madeWith, name: name, detail: value, count: 1)
    }
    try writer.write(archive!.summedContacts!)
    for settled in resolutions.settled(options, threads: options.threads) {
      try writer.write(settled)
    }
    for areNamed in [true, false] { try writer.write(transactions, areNamed: areNamed) }
    writer.write(distinct, keys)
    for carried in rows where carried.count > 0 {
      writer.row(.rows, name: carried.kind, detail: carried.fate, count: carried.count)
    }
    // On the clock of a zone, which the report has to have as well, they are converted.
    for minutes in offsets.sorted() where options.zone == nil {
      writer.row(.offsets, name: String(minutes), count: 1)
    }
    return intervals.text(zone: options.zone) + archive!.otherTables() + writer.table
  }
}

extension ResolutionTally {
  /// Settles issues as the options watch them, up to as-of where one is given.
  fileprivate func settled(_ options: MetricsOptions, threads: Int) -> [SettledIssues] {
    let last = options.asOf ?? CivilDate(daysSinceEpoch: max(lastLegDay, 0))
    return settled(
      IssueWatch(options.resolution, zone: options.zone, asOf: last), threads: threads)
  }
}

/// Writes sums as canonical text.
private struct SumWriter {
  let zone: CivilZone?
  private var text = CanonicalText()
  private var count = 0

  init(zone: CivilZone?) { self.zone = zone }

  /// The table; none where nothing was written.
  var table: [RecordRows] {
    if count == 0 { return [] }
    return [
      RecordRows(table: .sums, columns: RecordTable.sums.columns, text: text.bytes, count: count)
    ]
  }

  /// A moment of a row.
  struct Moment {
    let day: Int32
    let second: Int32
    let isSecondPass: Bool
  }

  mutating func row(
    _ sum: SumRecord.Sum, _ key: RecordKey = RecordKey(), at moment: Moment? = nil,
    on day: Int32? = nil, end: Int32? = nil, minutes: Int? = nil, name: String = "",
    detail: String = "", count: Int = 0, waits: [SumRecord.Wait] = [], handle: Int = -1,
    issues: ResolutionCounts? = nil, values: (count: Int, amount: FixedPoint)? = nil,
    part: UInt64? = nil
  ) {
    for name in [sum.rawValue, key.site, key.queue, key.channel] { text.cell(name) }
    if let moment {
      text.cell(
        day: moment.day, secondOfDay: Int(moment.second),
        offset: zone?.offset(
          day: moment.day, secondOfDay: moment.second, isSecond: moment.isSecondPass))
    } else {
      text.cell(day.map { CivilDate(daysSinceEpoch: $0).description })
    }
    text.cell(end.map { CivilDate(daysSinceEpoch: $0).description })
    text.cell(count: minutes ?? -1)
    for name in [name, detail] { text.cell(name) }
    text.cell(count: count)
    text.cell(waits: waits)
    text.cell(milliseconds: handle)
    for number in [issues?.resolved, issues?.unresolved, issues?.retries, values?.count] {
      text.cell(count: number ?? -1)
    }
    text.cell(values?.amount.description)
    text.cell(part.map { RecordKey().part($0).part })
    text.endRow()
    self.count += 1
  }

  /// A sum that would not be read again is none.
  private static func check(_ numbers: Int...) throws(RollupError) {
    if numbers.contains(where: { $0 > SumRecord.largest }) { throw .overflow }
  }

  mutating func write(_ archived: ArchivedContacts) throws(RollupError) {
    var archived = archived
    for sum in archived.sums() {
      let waited = sum.waits.reduce(into: 0) { sum, wait in
        let (product, overflows) = wait.milliseconds.multipliedReportingOverflow(by: wait.contacts)
        sum.addSaturating(overflows ? .max : product)
      }
      try SumWriter.check(sum.count, waited)
      if sum.handleMilliseconds > Int(FieldParsing.longestMicroseconds / 1000) { throw .overflow }
      row(
        .contacts, archived.keys.keys[Int(sum.key)],
        at: Moment(day: sum.day, second: sum.second, isSecondPass: sum.isSecondPass),
        minutes: sum.intervalMinutes, name: sum.outcome.sumName, count: sum.count,
        waits: sum.waits, handle: sum.handleMilliseconds, part: sum.part)
    }
    for hole in archived.holesInOrder {
      row(
        .contacts, archived.keys.keys[Int(hole.key)],
        at: Moment(day: hole.day, second: hole.second, isSecondPass: hole.isSecondPass),
        name: SumRecord.rejected)
    }
  }

  mutating func write(_ settled: SettledIssues) throws(RollupError) {
    let watches = settled.watches.sorted()
    guard watches.count == 1 else { throw .watchedDifferently(watches[0], watches[1]) }
    let (words, part) = (watches[0], settled.part.value)
    let isKnown = settled.firstKnownDay != .max
    row(
      .issues, on: isKnown ? settled.firstKnownDay : settled.lastDay, end: settled.lastDay,
      name: SumRecord.span, detail: words, count: isKnown ? 1 : 0, part: part)
    let places = settled.counts.sorted { a, b in
      (a.key.method.sumName, a.key.day, a.key.end) < (b.key.method.sumName, b.key.day, b.key.end)
    }
    for (place, counts) in places {
      row(
        .issues, on: place.day, end: place.end, name: place.method.sumName, detail: words,
        count: counts.decided, issues: counts, part: part)
    }
    for reason in SettledIssues.LeftOut.allCases {
      guard let count = settled.leftOut[reason] else { continue }
      row(.leftOut, name: reason.rawValue, detail: words, count: count, part: part)
    }
  }

  mutating func write(_ transactions: TransactionTally, areNamed: Bool) throws(RollupError) {
    for (type, months) in transactions.sums(areNamed: areNamed) {
      let part = areNamed ? transactions.part(ofType: type) : nil
      for (month, sums) in months.sorted(by: { $0.key < $1.key }) {
        let most = Int128(FieldParsing.largestAmount) * FixedPoint.scale
        if sums.hasOverflowed || sums.value.millionths.magnitude > most { throw .values(type) }
        row(
          .transactions, on: month.firstDay.daysSinceEpoch, end: transactions.lastTakenDay,
          name: type, count: sums.contacts, values: (sums.withValue, sums.value), part: part)
      }
    }
  }

  mutating func write(_ distinct: DistinctContacts, _ keys: KeyTable) {
    let legs = distinct.furtherLegs.map { (keys.keys[Int($0.key)], $0.value) }
      .sorted { $0.0 < $1.0 }
    for (key, days) in legs {
      for (day, count) in days.sorted(by: { $0.key < $1.key }) {
        row(
          .furtherLegs, key, on: day, name: distinct.basis.rawValue, count: count,
          part: distinct.part.value)
      }
    }
  }
}

extension CanonicalText {
  /// Writes a list of waits: 3*4 7.5 12*2.
  fileprivate mutating func cell(waits: [SumRecord.Wait]) {
    var list = CanonicalText()
    for (index, wait) in waits.enumerated() {
      if index > 0 { list.rows([UInt8(ascii: " ")]) }
      var seconds = CanonicalText()
      seconds.cell(milliseconds: wait.milliseconds)
      list.rows(seconds.bytes)
      if wait.contacts > 1 { list.rows("*\(wait.contacts)".utf8) }
    }
    cell(String(decoding: list.bytes, as: UTF8.self))
  }
}
