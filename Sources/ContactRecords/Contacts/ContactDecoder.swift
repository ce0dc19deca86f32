public import Basics
public import DelimitedText

/// Turns records into columns of contacts, and rejects what cannot be read.
///
/// A field is parsed where it lies in the batch of bytes; only a rejected row, a
/// new key, a new word and a new transaction type allocate. Identifiers become
/// digests here and are not kept.
///
/// ```swift
/// var decoder = ContactDecoder(map: map, delimiter: 0x2C)
/// decoder.decode(records, from: 1, into: &batch, keys: &keys, types: &types, rejects: &rejects)
/// ```
public struct ContactDecoder: Sendable {
  /// Which fields give which value.
  public let map: ContactMap
  /// What is known of the rows decoded so far besides their values.
  public var findings: ContactFindings {
    var all = found
    all.leftOut = gate.leftOut
    return all
  }

  var found: ContactFindings
  /// The wall clock of the zone, where one is configured.
  var clock: WallClock?
  /// Whether a column says what became of the contacts.
  private let tellsOutcome: Bool
  private var gate: RowGate
  private var keyReader: KeyReader
  let decimalSeparator: UInt8
  /// What can be decoded without a look at the map.
  let places: ContactPlaces
  /// Rows of the batch at hand that are not in its columns yet.
  private var rows: ContiguousArray<ContactRow> = []
  /// What the words of the outcome and the direction mean, as they stand in this file.
  var outcomes = ByteTable()
  var directions = ByteTable()
  /// Where the fields of a word lie.
  var pieces: ContiguousArray<Range<Int>> = []
  /// A value that is joined from several fields.
  var scratch: ContiguousArray<UInt8> = []

  /// Creates a decoder for files with a header.
  ///
  /// - Parameters:
  ///   - map: Which columns of the file are read.
  ///   - delimiter: Fields of a file that is delimited by semicolons may have decimal commas.
  ///   - zone: The zone whose wall clock the stamps are taken on; `nil` to take them as they
  ///     stand.
  public init(map: ContactMap, delimiter: UInt8, zone: CivilZone? = nil) {
    self.map = map
    places = ContactPlaces(map)
    tellsOutcome = map.outcome != nil && !map.mapping.habits.answersWithoutOutcome
    clock = zone.map { WallClock($0) }
    let times = [map.start] + (map.answeredAt.map { [$0] } ?? [])
    gate = RowGate(header: map.header, times: times, mapping: map.mapping)
    found = ContactFindings(gate.leftOut)
    keyReader = KeyReader(names: map.names, mapping: map.mapping)
    decimalSeparator = delimiter == UInt8(ascii: ";") ? UInt8(ascii: ",") : FieldParsing.point
  }

  /// Gives what is known of the rows decoded so far, and begins again.
  public mutating func takeFindings() -> ContactFindings {
    var all = found
    all.leftOut = gate.leftOut.take()
    found = ContactFindings(gate.leftOut)
    return all
  }
}

// MARK: - Decoding

extension ContactDecoder {
  /// Decodes the rows of a batch, replacing the contents of the columns.
  ///
  /// - Parameters:
  ///   - records: The records.
  ///   - first: The first row that is not the header.
  ///   - batch: The columns.
  ///   - keys: Numbers the keys.
  ///   - types: Numbers the transaction types.
  ///   - rejects: Receives the rows that cannot be read, in order.
  public mutating func decode(
    _ records: borrowing RecordBatch, from first: Int, into batch: inout ContactBatch,
    keys: inout KeyTable, types: inout TransactionTypes, rejects: inout [RejectedRecord]
  ) {
    batch.removeAll()
    rows.removeAll(keepingCapacity: true)
    for row in first..<max(first, records.rows.count) {
      if gate.ignores(row, records) { continue }
      do throws(RejectedRecord) {
        try gate.check(row, records)
        if let contact = try contact(row, records, &keys, &types) { add(contact, to: &batch) }
      } catch {
        if !gate.leavesOut(row, records) { rejects.append(error) }
      }
    }
    batch.append(rows)
  }

  /// Rows that are put into the columns in one go: few enough to stay in the L1 cache.
  private static let rowsAtOnce = 64

  private mutating func add(_ contact: ContactRow, to batch: inout ContactBatch) {
    rows.append(contact)
    guard rows.count == ContactDecoder.rowsAtOnce else { return }
    batch.append(rows)
    rows.removeAll(keepingCapacity: true)
  }

  /// Decodes one row; `nil` where it is no contact that came to the center.
  private mutating func contact(
    _ row: Int, _ records: borrowing RecordBatch, _ keys: inout KeyTable,
    _ types: inout TransactionTypes
  ) throws(RejectedRecord) -> ContactRow? {
    if places.hasDirection, try !isInbound(map.direction!, row, records) {
      if !gate.leavesOut(row, records) { found.otherDirections += 1 }
      return nil
    }
    var outcome: OutcomeWord?
    // An unknown word is told once the place in time is read: the contact is a hole there.
    var unknownWord: RejectedRecord?
    if let known = knownOutcome(row, records) {
      outcome = known
    } else if let text = map.outcome {
      do throws(RejectedRecord) {
        outcome = try self.outcome(text, row, records)
      } catch {
        unknownWord = error
      }
    }
    if outcome == .notOffered {
      found.notOffered += 1
      return nil
    }
    var contact = ContactRow()
    contact.line = records.rows[row].line
    contact.key = try keyReader.key(row, records, &keys)
    let start = try start(of: row, records)
    contact.day = start.day
    contact.second = start.second
    contact.fold = start.fold
    do throws(RejectedRecord) {
      if let unknownWord { throw unknownWord }
      try read(&contact, outcome ?? .absent, start, row, records, &types)
    } catch {
      throw RejectedRecord(
        row: error.row, line: error.line, column: error.column, reason: error.reason,
        place: .init(
          key: contact.key, day: CivilDate(daysSinceEpoch: start.day),
          time: CivilTime(minuteOfDay: Int(start.second) / 60),
          pass: start.fold == 1 ? .second : .first))
    }
    found.movedRows += start.isMoved ? 1 : 0
    return contact
  }

  /// Reads the start of a row and puts it on the wall clock.
  private mutating func start(
    of row: Int, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Start {
    if let stamp = places.start.stamp(row, records) {
      found.offsets.note(stamp.offsetMinutes)
      return start(stamp)
    }
    guard let stamp = try stamp(map.start, row, records) else {
      throw rejection(row, map.start.fields[0], records, .absent(column: map.start.name))
    }
    return start(stamp)
  }

  /// Decodes all values of a row behind its key and its start.
  private mutating func read(
    _ contact: inout ContactRow, _ word: OutcomeWord, _ start: Start, _ row: Int,
    _ records: borrowing RecordBatch, _ types: inout TransactionTypes
  ) throws(RejectedRecord) {
    contact.wait = try wait(start, row, records)
    switch word {
    case .answered: contact.outcome = .answered
    case .abandoned: contact.outcome = .abandoned
    case .flowOut: contact.outcome = .flowOut
    case .notOffered, .absent:
      // Only where no column says what became of them: a blank there is not known.
      contact.outcome = contact.wait >= 0 && !tellsOutcome ? .answered : .open
    }
    contact.contact = digest(places.contact, row, records) { $0.contact }
    contact.customer = digest(places.customer, row, records) { $0.customer }
    contact.reason = digest(places.reason, row, records) { $0.reason }
    var digest = TextDigest.mixed(contact.contact, UInt64(contact.outcome.rawValue))
    digest = TextDigest.mixed(digest, UInt64(bitPattern: Int64(contact.wait)))
    (contact.handle, digest) = try handle(row, records, digest)
    if places.hasResolved {
      let truth = try value(map.resolved!, row, records) { (bytes, range) throws(FieldFailure) in
        guard let truth = FieldParsing.truth(bytes, range) else { throw .notATruth }
        return truth
      }
      contact.resolved = truth.map { $0 ? 1 : 0 } ?? -1
    }
    if places.hasType { contact.type = type(map.type!, row, records, &types) }
    if places.hasValue {
      contact.value = try amount(map.value!, day: contact.day, row, records)
    }
    if contact.outcome == .answered {
      if contact.handle >= 0 { found.handleTime.add(milliseconds: contact.handle, contacts: 1) }
      found.answeredWithoutWait += contact.wait < 0 ? 1 : 0
      found.answeredWithoutHandle += contact.handle < 0 && !places.handleParts.isEmpty ? 1 : 0
    }
    // The type's name and not its number, which is another in another run.
    let type = self.digest(places.type, row, records) { $0.type }
    contact.agent = self.digest(places.agent, row, records) { $0.agent }
    digest = TextDigest.mixed(digest, contact.customer)
    digest = TextDigest.mixed(digest, contact.reason)
    digest = TextDigest.mixed(digest, contact.agent)
    digest = TextDigest.mixed(digest, type)
    digest = TextDigest.mixed(digest, UInt64(bitPattern: Int64(contact.resolved)))
    digest = TextDigest.mixed(digest, contact.value == nil ? 0 : 1)
    let value = contact.value ?? 0
    digest = TextDigest.mixed(digest, UInt64(truncatingIfNeeded: value))
    digest = TextDigest.mixed(digest, UInt64(truncatingIfNeeded: value >> 64))
    contact.digest = digest
  }
}
