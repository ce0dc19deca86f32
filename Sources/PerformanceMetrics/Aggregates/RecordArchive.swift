public import Basics
public import ContactRecords
import DelimitedText

/// Every record that counts, kept so that all of them can be written again in canonical columns.
///
/// A run keeps sums and no rows. Who writes records again, into a ledger or at a coarser grain,
/// has them kept while they are read, once each: repeats and rows that gave way to others are
/// not among them. Memory follows the rows.
///
/// Customers, contacts and reasons are known by digests alone, and are written as these: a
/// contact's identifier is another one then, and two contacts are one as they were before.
public struct RecordArchive: Sendable {
  /// The interval records.
  public private(set) var intervals = ArchivedIntervals()
  /// Contacts, where they are summed and not kept one by one.
  private(set) var summedContacts: ArchivedContacts?
  /// Whether there were sums of contacts, which are nothing that can be kept one by one.
  private var hasForeignSums = false
  /// What happens to different rows of one thing.
  private let policy: ConflictPolicy
  private let zone: CivilZone?
  private var rows: [RecordTable: CanonicalText] = [:]
  private var counts: [RecordTable: Int] = [:]
  /// Rows of kinds whose tallies tell what became of them, which a later row may replace.
  private var placed: [RecordTable: [Int: ContiguousArray<UInt8>]] = [:]

  /// Creates an archive of nothing.
  ///
  /// - Parameters:
  ///   - policy: What happens to different rows of one thing.
  ///   - zone: The zone whose wall clock the records stand on.
  ///   - sumsContacts: Whether contacts are summed by interval and not kept one by one.
  public init(policy: ConflictPolicy, zone: CivilZone?, sumsContacts: Bool = false) {
    self.policy = policy
    summedContacts = sumsContacts ? ArchivedContacts(zone: zone) : nil
    self.zone = zone
  }

  /// Whether contacts are summed and not kept one by one.
  public var hasSums: Bool { summedContacts != nil }

  /// Whether contacts were kept, as they are or as sums.
  public var hasContacts: Bool {
    summedContacts.map { !$0.isEmpty } ?? (rows[.contacts] != nil || hasForeignSums)
  }

  /// All rows, table by table.
  ///
  /// - Throws: `RollupError` where different rows for one interval remain, or contacts came as
  ///   sums.
  /// - Complexity: O(*n* log *n*) in the rows.
  public func tables() throws(RollupError) -> [RecordRows] {
    if hasForeignSums { throw .sumsOfContacts }
    let intervals = try intervals.rolled(by: .interval, over: [], policy: policy)
    return intervals.text(zone: zone) + otherTables()
  }

  /// The rows of other kinds than intervals, table by table.
  func otherTables() -> [RecordRows] {
    var tables: [RecordRows] = []
    for table in RecordTable.allCases where table.kind != .intervals {
      var text = rows[table] ?? CanonicalText()
      let later = placed[table] ?? [:]
      for place in later.keys.sorted() { text.rows(later[place]!) }
      let count = counts[table, default: 0] + later.count
      if count == 0 { continue }
      tables.append(
        RecordRows(
          table: table, columns: table.columns(using: []), text: text.bytes,
          count: count))
    }
    return tables
  }

  private mutating func write(_ table: RecordTable, _ body: (inout CanonicalText) -> Void) {
    body(&rows[table, default: CanonicalText()])
    rows[table]!.endRow()
    counts[table, default: 0] += 1
  }

  /// Keeps a row of a kind whose tally tells what became of it.
  private mutating func keep(
    _ table: RecordTable, at place: Int, _ outcome: RowOutcome,
    _ body: (inout CanonicalText) -> Void
  ) {
    switch outcome {
    case .repeated: return
    case .conflict(let standing):
      switch policy {
      case .error, .first: return
      case .last: placed[table]?[standing] = nil
      case .sum: break
      }
    case .accepted: break
    }
    var text = CanonicalText()
    body(&text)
    text.endRow()
    placed[table, default: [:]][place] = text.bytes
  }
}

// MARK: - Interval records

extension RecordArchive {
  /// Begins the next input of interval records.
  public mutating func beginIntervals() { intervals.beginSource() }

  /// Keeps the rows of a batch.
  ///
  /// - Parameters:
  ///   - batch: The rows.
  ///   - table: The key table that their keys are numbered in.
  ///   - base: Physical lines of all inputs before this one.
  public mutating func take(_ batch: borrowing IntervalBatch, keys table: KeyTable, base: Int) {
    intervals.take(batch, keys: table, base: base)
  }

  /// Notes the place in time of a row that could not be read.
  public mutating func noteRejected(_ place: RejectedRecord.Place, keys table: KeyTable) {
    intervals.noteRejected(place, keys: table)
  }
}

// MARK: - Contacts

extension RecordArchive {
  /// The part of an interval record that could not be read, likewise.
  package static let rejectedPart = ArchivedIntervals.rejectedPart

  /// The outcome of a contact that could not be read, of which nothing but its place is known.
  package static let rejectedOutcome = "rejected"

  /// Keeps contacts that count.
  mutating func take(
    _ batch: borrowing ContactBatch, keys table: KeyTable, types: [String],
    identifiesCustomers: Bool, in contacts: ContactTally
  ) {
    if summedContacts != nil {
      summedContacts!.take(
        batch, keys: table, gridMinutes: contacts.gridMinutes,
        keepsSeconds: contacts.keepsSeconds)
      return
    }
    let name: RecordTable = identifiesCustomers ? .contacts : .contactsWithoutCustomers
    for row in 0..<batch.count {
      let key = table.keys[Int(batch.keys[row])]
      let resolved = batch.resolved[row] < 0 ? nil : batch.resolved[row] == 1
      let type = batch.types[row] < 0 ? nil : types[Int(batch.types[row])]
      let value =
        batch.hasValue[row] == 1 ? FixedPoint(millionths: batch.values[row]).description : nil
      let outcome =
        switch batch.outcome(row) {
        case .answered: "answered"
        case .abandoned: "abandoned"
        case .flowOut: "flow_out"
        case .open: ""
        }
      let (day, second, isSecond) = (batch.days[row], batch.seconds[row], batch.folds[row] == 1)
      let digests = (batch.contacts[row], batch.customers[row], batch.reasons[row])
      let (wait, handle) = (batch.waits[row], batch.handles[row])
      let zone = zone
      write(name) { text in
        for name in [key.site, key.queue, key.channel] { text.cell(name) }
        text.cell(
          day: day, secondOfDay: Int(second),
          offset: zone?.offset(day: day, secondOfDay: second, isSecond: isSecond))
        text.cell(RecordArchive.identifier(digests.0))
        text.cell(outcome)
        text.cell(milliseconds: wait)
        text.cell(milliseconds: handle)
        if identifiesCustomers { text.cell(RecordArchive.identifier(digests.1)) }
        text.cell(RecordArchive.identifier(digests.2))
        text.cell(resolved)
        text.cell(type)
        text.cell(value)
        text.cell("")
      }
    }
  }

  /// Notes that a sum came, of whatever a roll-up sums.
  mutating func noteSum() { hasForeignSums = summedContacts == nil }

  /// Keeps contacts that a roll-up summed.
  mutating func take(_ contacts: SummedContacts, keys table: KeyTable) {
    summedContacts?.take(contacts, keys: table)
  }

  /// Notes the place in time of a contact that could not be read.
  public mutating func noteRejectedContact(_ place: RejectedRecord.Place, keys table: KeyTable) {
    if summedContacts != nil {
      summedContacts!.noteRejected(place, keys: table)
      return
    }
    let key = table.keys[Int(place.key)]
    let (day, second) = (place.day.daysSinceEpoch, Int32(place.time.minuteOfDay * 60))
    let zone = zone
    write(.contactsWithoutCustomers) { text in
      for name in [key.site, key.queue, key.channel] { text.cell(name) }
      text.cell(
        day: day, secondOfDay: Int(second),
        offset: zone?.offset(day: day, secondOfDay: second, isSecond: place.pass == .second))
      text.cell("")
      text.cell(RecordArchive.rejectedOutcome)
      for _ in 0..<7 { text.cell("") }
    }
  }

  /// A digest as it is written; nothing where it stands for nothing.
  private static func identifier(_ digest: UInt64) -> String {
    digest == 0 ? "" : RecordKey().part(digest).part
  }
}

// MARK: - Other kinds

extension RecordArchive {
  /// Keeps an evaluation.
  mutating func take(_ record: EvaluationRecord, at place: Int, _ outcome: RowOutcome) {
    keep(.evaluations, at: place, outcome) { text in
      for name in [record.site, record.queue, record.channel] { text.cell(name) }
      text.cell(record.evaluatedAt)
      text.cell(record.agent)
      text.cell(record.contactID)
      text.cell(record.points.description)
      text.cell(record.maximum.description)
      text.cell(record.hasFailed ? true : nil)
      text.cell("")
    }
  }

  /// Keeps a customer's answer.
  mutating func take(_ record: SurveyRecord, at place: Int, _ outcome: RowOutcome) {
    keep(.surveys, at: place, outcome) { text in
      for name in [record.site, record.queue, record.channel] { text.cell(name) }
      text.cell(record.respondedAt)
      text.cell(record.contactID)
      text.cell(record.measure.rawValue)
      text.cell(String(record.scale.lowerBound))
      text.cell(String(record.scale.upperBound))
      text.cell(record.score?.description)
      text.cell(record.isResolved)
      text.cell("")
    }
  }

  /// Keeps a cost or a cost of quality.
  mutating func take(_ record: CostRecord, kind: RecordKind) {
    write(kind == .costs ? .costs : .qualityCosts) { text in
      text.cell(record.site)
      switch record.period {
      case .month(let month):
        text.cell(month.description)
        if kind != .costs { text.cell("") }
      case .quarter(let quarter):
        text.cell("")
        text.cell(quarter.description)
      }
      text.cell(record.category)
      text.cell(record.amount.description)
      text.cell(record.currency?.description)
      text.cell("")
    }
  }

  /// Keeps attestations.
  public mutating func take(_ records: [EvidenceRecord]) {
    for record in records {
      write(.evidence) { text in
        text.cell(record.standard)
        text.cell(String(record.level))
        text.cell(record.scope)
        text.cell(record.from.description)
        text.cell(record.until?.description)
        text.cell(record.reference)
        text.cell(record.attestedBy)
        text.cell(record.sha256)
        text.cell(record.note)
        text.cell("")
      }
    }
  }

  /// Keeps exclusions.
  public mutating func take(_ exclusions: [Exclusion]) {
    for exclusion in exclusions {
      let zone = zone
      write(.exclusions) { text in
        text.cell(exclusion.service?.text)
        text.cell(exclusion.site?.text)
        for moment in [exclusion.start, exclusion.end] {
          let (day, second) = (moment.day.daysSinceEpoch, Int32(moment.minute * 60))
          text.cell(
            day: day, secondOfDay: Int(second) + (moment.isInsideMinute ? 1 : 0),
            offset: zone?.offset(day: day, secondOfDay: second, isSecond: moment.isSecond))
        }
        text.cell(exclusion.reason)
        text.cell(exclusion.approver)
        text.cell("")
      }
    }
  }
}

extension CanonicalText {
  /// Writes a time stamp as it was read.
  fileprivate mutating func cell(_ stamp: Stamp) {
    cell(
      day: stamp.day, secondOfDay: Int(stamp.secondOfDay),
      offset: stamp.offsetMinutes.map { Int($0) * 60 })
  }
}

// MARK: - In a center

extension CenterTally {
  /// Begins to keep the records of all inputs that are still to come.
  public mutating func begin(_ archive: RecordArchive) { self.archive = archive }

  /// Notes the place in time of an interval record that could not be read.
  public mutating func noteRejectedInterval(_ place: RejectedRecord.Place) {
    intervals.noteRejected(
      key: place.key, in: keys, day: place.day, time: place.time, pass: place.pass,
      isMonth: place.isMonth)
    archive?.noteRejected(place, keys: keys)
  }

  /// Ends what is kept: attestations and exclusions are known as a whole.
  public mutating func finishArchive() {
    archive?.take(evidence)
    archive?.take(exclusions)
  }
}
