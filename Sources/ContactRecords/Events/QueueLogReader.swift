public import Basics
public import DelimitedText

// A call may visit several queues, and one queue several times. What is kept of a visit
// lives from the line in which it enters to the one in which it ends; so memory follows the
// calls that are under way, and lines of different calls may come in any order. Whatever is
// still open at the end of the log is a contact that nothing says the end of.

/// Makes contacts from the events of a queue_log: one for each visit of a call to a queue.
///
/// ```swift
/// var reader = QueueLogReader(mapping: mapping)
/// reader.read(records, into: &batch, keys: &keys, rejects: &rejects)
/// reader.finish(into: &batch)
/// ```
public struct QueueLogReader: Sendable {
  /// What became of lines that are no contact of their own.
  public struct Lines: Hashable, Sendable {
    /// Events of a contact behind the one in which it enters.
    public var ofContacts = 0
    /// Events of a call that entered before the log begins, or in no queue that is known.
    public var ofOthers = 0
    /// Events of agents, of members and of the system.
    public var ofNoCall = 0
  }

  /// A visit that has not ended.
  private struct Visit {
    var contact: ContactRow
    /// Seconds since 1970 at which it entered.
    let entered: Int
    /// What its call is known by.
    let call: UInt64
  }

  /// What became of the lines that are no contact.
  public private(set) var lines = Lines()
  /// Distinct offsets from universal time: that of seconds since 1970.
  public var offsets: [Int16] { [0] }

  private var clock: WallClock?
  private var keyReader: KeyReader
  /// Visits under way by the digest of call and queue.
  private var open: [UInt64: Visit] = [:]

  /// Creates a reader of one log.
  ///
  /// - Parameters:
  ///   - mapping: What the configuration says of values: words of queues.
  ///   - zone: The zone whose wall clock times are taken on; `nil` for universal time.
  public init(mapping: ColumnMapping, zone: CivilZone? = nil) {
    clock = zone.map { WallClock($0) }
    keyReader = KeyReader(names: [[], [QueueLog.Field.queue], []], mapping: mapping)
  }

  /// Reads the lines of a batch.
  ///
  /// - Parameters:
  ///   - records: The lines.
  ///   - batch: Is replaced by the contacts that end in them.
  ///   - keys: Numbers the queues.
  ///   - rejects: Receives the lines that cannot be read, in order.
  /// - Complexity: O(*n*) in the bytes; allocates for the calls under way.
  public mutating func read(
    _ records: borrowing RecordBatch, into batch: inout ContactBatch, keys: inout KeyTable,
    rejects: inout [RejectedRecord]
  ) {
    batch.removeAll()
    for row in records.rows.indices {
      do throws(RejectedRecord) {
        try read(row, records, &batch, &keys)
      } catch {
        rejects.append(error)
      }
    }
  }

  /// Ends the log: what is still under way is a contact whose end nothing says.
  public mutating func finish(into batch: inout ContactBatch) {
    batch.removeAll()
    // In order of lines, so that the same log gives the same batch.
    for visit in open.values.sorted(by: { $0.contact.line < $1.contact.line }) {
      emit(visit, into: &batch)
    }
    open.removeAll()
  }
}

// MARK: - Lines

extension QueueLogReader {
  private mutating func read(
    _ row: Int, _ records: borrowing RecordBatch, _ batch: inout ContactBatch,
    _ keys: inout KeyTable
  ) throws(RejectedRecord) {
    if let problem = records.problem(ofRow: row) {
      throw RejectedRecord(
        row: row, line: problem.line, column: problem.column, reason: .malformed(problem),
        place: nil)
    }
    let line = records.rows[row].line
    let fieldCount = Int(records.rows[row].fieldCount)
    guard fieldCount >= QueueLog.Field.parameters else {
      throw RejectedRecord(
        row: row, line: line, column: 1,
        reason: .fieldCount(found: fieldCount, expected: QueueLog.Field.parameters), place: nil)
    }
    let time = try self.time(row, records)
    let word = records.bytes[records.range(row: row, field: QueueLog.Field.event)]
    guard let event = QueueLog.Event(rawValue: String(decoding: word, as: UTF8.self)),
      let call = digest(row, QueueLog.Field.call, records)
    else {
      lines.ofNoCall += 1
      return
    }
    let queue = digest(row, QueueLog.Field.queue, records) ?? 0
    let visit = TextDigest.mixed(call, queue)
    guard event != .enter else {
      let key = try keyReader.key(row, records, &keys)
      // One that never left, and enters again.
      if let lost = open[visit] { emit(lost, into: &batch) }
      open[visit] = entering(row, line: line, key: key, call: call, at: time, records)
      return
    }
    guard var known = open[visit] else {
      lines.ofOthers += 1
      return
    }
    lines.ofContacts += 1
    if take(event, at: time, row, records, &known) {
      open[visit] = nil
      emit(known, into: &batch)
    } else {
      open[visit] = known
    }
  }

  private mutating func entering(
    _ row: Int, line: Int, key: Int32, call: UInt64, at time: Int, _ records: borrowing RecordBatch
  ) -> Visit {
    var contact = ContactRow()
    contact.line = line
    contact.key = key
    contact.outcome = .open
    contact.contact = call
    contact.customer = digest(row, QueueLog.Field.caller, records) ?? 0
    let (day, second) = time.quotientAndRemainder(dividingBy: CivilZone.secondsPerDay)
    (contact.day, contact.second) = (Int32(day), Int32(second))
    if clock != nil {
      let place = clock!.time(day: Int32(day), secondOfDay: Int32(second), offsetMinutes: 0)
      (contact.day, contact.second) = (place.moved.day, place.moved.secondOfDay)
      contact.fold = place.pass == .second ? 1 : 0
    }
    return Visit(contact: contact, entered: time, call: call)
  }

  /// Lets an event happen to a visit.
  ///
  /// The wait is what the event says, else the time since it entered.
  ///
  /// - Returns: Whether the visit ends.
  private func take(
    _ event: QueueLog.Event, at time: Int, _ row: Int, _ records: borrowing RecordBatch,
    _ visit: inout Visit
  ) -> Bool {
    let elapsed = max(0, time - visit.entered)
    let stated = event.wait.flatMap { seconds(row, $0, records) }
    let wasConnected = visit.contact.outcome == .answered
    switch event {
    case .enter: return false
    case .connect:
      visit.contact.outcome = .answered
      visit.contact.wait = (stated ?? elapsed) * 1000
      return false
    case .completeByCaller, .completeByAgent, .transfer, .blindTransfer, .attendedTransfer:
      visit.contact.outcome = .answered
      if let stated { visit.contact.wait = stated * 1000 }
      let talk = event.talk.flatMap { seconds(row, $0, records) }
      visit.contact.handle = talk.map { $0 * 1000 } ?? -1
    case .abandon: visit.contact.outcome = .abandoned
    case .timeout, .key, .empty: visit.contact.outcome = .flowOut
    }
    if visit.contact.outcome != .answered, !wasConnected {
      visit.contact.wait = (stated ?? elapsed) * 1000
    }
    return true
  }

  /// Appends the contact of a visit, with a digest of all its values.
  private func emit(_ visit: Visit, into batch: inout ContactBatch) {
    var contact = visit.contact
    var digest = TextDigest.mixed(contact.contact, UInt64(contact.outcome.rawValue))
    for value in [contact.wait, contact.handle] {
      digest = TextDigest.mixed(digest, UInt64(bitPattern: Int64(value)))
    }
    contact.digest = TextDigest.mixed(digest, contact.customer)
    batch.append(contact)
  }
}

// MARK: - Fields

extension QueueLogReader {
  /// Reads the seconds since 1970 of a line.
  private func time(
    _ row: Int, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Int {
    let range = records.range(row: row, field: QueueLog.Field.time)
    do throws(FieldFailure) {
      let stamp = try StampFormat.epoch.stamp(records.bytes.span, range)
      return Int(stamp.day) * CivilZone.secondsPerDay + Int(stamp.secondOfDay)
    } catch {
      let position = records.position(row: row, field: QueueLog.Field.time)
      let text = String(records.text(row: row, field: QueueLog.Field.time).prefix(80))
      throw RejectedRecord(
        row: row, line: position.line, column: position.column,
        reason: .field(column: "started_at", text: text, error == .otherFormat ? .notATime : error),
        place: nil)
    }
  }

  /// Digests a text; `nil` where it is absent, or a word for no call and no queue.
  private func digest(_ row: Int, _ field: Int, _ records: borrowing RecordBatch) -> UInt64? {
    guard field < Int(records.rows[row].fieldCount) else { return nil }
    let bytes = records.bytes.span
    let range = FieldParsing.trimmed(bytes, records.range(row: row, field: field))
    if FieldParsing.isAbsent(bytes, range) { return nil }
    if QueueLogReader.words.contains(where: { records.bytes[range].elementsEqual($0) }) {
      return nil
    }
    return TextDigest.of(bytes, range)
  }

  /// Words that stand where there is no call or no queue.
  private static let words = ["NONE", "REALTIME"].map { Array($0.utf8) }

  /// Reads a parameter in whole seconds; `nil` where the line does not have it.
  private func seconds(_ row: Int, _ parameter: Int, _ records: borrowing RecordBatch) -> Int? {
    let field = QueueLog.Field.parameters + parameter
    guard field < Int(records.rows[row].fieldCount) else { return nil }
    let seconds = PlainDigits.vector(
      records.bytes.span,
      FieldParsing.trimmed(records.bytes.span, records.range(row: row, field: field)))
    return seconds < 0 ? nil : seconds
  }
}
