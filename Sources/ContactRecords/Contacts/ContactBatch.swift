/// A few thousand contacts as columns, filled again and again.
///
/// Text is a number before it gets here: a key, a transaction type, or a digest of
/// 64 bits where two different texts may pass as equal once in 10¹⁹ pairs. So a
/// customer's identifier never leaves the decoder.
public struct ContactBatch: Sendable {
  /// What became of a contact that was offered.
  public enum Outcome: UInt8, CaseIterable, Hashable, Sendable {
    /// An agent took it.
    case answered
    /// The customer gave up.
    case abandoned
    /// It left the queue neither answered nor abandoned.
    case flowOut
    /// Nothing says that it ended: an unanswered mail, an open case.
    case open
  }

  /// The number of rows.
  public internal(set) var count = 0
  /// Physical line of each row in its file, from 1, or in all files once it is moved.
  public internal(set) var lines: ContiguousArray<Int> = []
  /// Index of each row's key in the key table.
  public internal(set) var keys: ContiguousArray<Int32> = []
  /// Days since 1970-01-01 on which the contacts started.
  public internal(set) var days: ContiguousArray<Int32> = []
  /// Second of the day at which the contacts started, on the wall clock.
  public internal(set) var seconds: ContiguousArray<Int32> = []
  /// 1 where a contact started in the second of two equal hours of its day.
  public internal(set) var folds: ContiguousArray<UInt8> = []
  /// What became of each contact, as raw values of `Outcome`.
  public internal(set) var outcomes: ContiguousArray<UInt8> = []
  /// Milliseconds waited; −1 where the row does not say.
  public internal(set) var waits: ContiguousArray<Int> = []
  /// Milliseconds of handling: all mapped parts; −1 where the row does not say.
  public internal(set) var handles: ContiguousArray<Int> = []
  /// Digests of the contact identifiers; 0 where there is none.
  public internal(set) var contacts: ContiguousArray<UInt64> = []
  /// Digests of the customers' identifiers; 0 where they are unknown.
  public internal(set) var customers: ContiguousArray<UInt64> = []
  /// Digests of the reasons; 0 where there is none.
  public internal(set) var reasons: ContiguousArray<UInt64> = []
  /// Digests of who took each contact; 0 where nobody is named.
  public internal(set) var agents: ContiguousArray<UInt64> = []
  /// Whether the issue was resolved: 0, 1, or −1 where the row does not say.
  public internal(set) var resolved: ContiguousArray<Int8> = []
  /// Number of the transaction type in the table of names; −1 where there is none.
  public internal(set) var types: ContiguousArray<Int32> = []
  /// Transaction values in millionths; without meaning where `hasValue` is 0.
  public internal(set) var values: ContiguousArray<Int128> = []
  /// 1 where the row gives a transaction value.
  public internal(set) var hasValue: ContiguousArray<UInt8> = []
  /// Digests of every mapped value of each row, to tell a repeat from a conflict.
  public internal(set) var digests: ContiguousArray<UInt64> = []

  /// Creates an empty batch.
  public init() {}

  /// Empties the batch and keeps its room.
  public mutating func removeAll() {
    count = 0
    lines.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    days.removeAll(keepingCapacity: true)
    seconds.removeAll(keepingCapacity: true)
    folds.removeAll(keepingCapacity: true)
    outcomes.removeAll(keepingCapacity: true)
    waits.removeAll(keepingCapacity: true)
    handles.removeAll(keepingCapacity: true)
    contacts.removeAll(keepingCapacity: true)
    customers.removeAll(keepingCapacity: true)
    reasons.removeAll(keepingCapacity: true)
    agents.removeAll(keepingCapacity: true)
    resolved.removeAll(keepingCapacity: true)
    types.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    hasValue.removeAll(keepingCapacity: true)
    digests.removeAll(keepingCapacity: true)
  }
}

// MARK: - Rows

/// One contact, as a batch keeps it in columns of the same names.
struct ContactRow: Sendable {
  var line = 0
  var key: Int32 = 0
  var day: Int32 = 0
  var second: Int32 = 0
  var fold: UInt8 = 0
  var outcome = ContactBatch.Outcome.answered
  var wait = -1
  var handle = -1
  var contact: UInt64 = 0
  var customer: UInt64 = 0
  var reason: UInt64 = 0
  var agent: UInt64 = 0
  var resolved: Int8 = -1
  var type: Int32 = -1
  var value: Int128?
  var digest: UInt64 = 0
}

extension ContactBatch {
  /// Appends a contact.
  mutating func append(_ row: ContactRow) {
    lines.append(row.line)
    keys.append(row.key)
    days.append(row.day)
    seconds.append(row.second)
    folds.append(row.fold)
    outcomes.append(row.outcome.rawValue)
    waits.append(row.wait)
    handles.append(row.handle)
    contacts.append(row.contact)
    customers.append(row.customer)
    reasons.append(row.reason)
    agents.append(row.agent)
    resolved.append(row.resolved)
    types.append(row.type)
    values.append(row.value ?? 0)
    hasValue.append(row.value == nil ? 0 : 1)
    digests.append(row.digest)
    count += 1
  }

  /// Appends contacts, column by column.
  mutating func append(_ rows: ContiguousArray<ContactRow>) {
    lines.append(contentsOf: rows.lazy.map(\.line))
    keys.append(contentsOf: rows.lazy.map(\.key))
    days.append(contentsOf: rows.lazy.map(\.day))
    seconds.append(contentsOf: rows.lazy.map(\.second))
    folds.append(contentsOf: rows.lazy.map(\.fold))
    outcomes.append(contentsOf: rows.lazy.map(\.outcome.rawValue))
    waits.append(contentsOf: rows.lazy.map(\.wait))
    handles.append(contentsOf: rows.lazy.map(\.handle))
    contacts.append(contentsOf: rows.lazy.map(\.contact))
    customers.append(contentsOf: rows.lazy.map(\.customer))
    reasons.append(contentsOf: rows.lazy.map(\.reason))
    agents.append(contentsOf: rows.lazy.map(\.agent))
    resolved.append(contentsOf: rows.lazy.map(\.resolved))
    types.append(contentsOf: rows.lazy.map(\.type))
    values.append(contentsOf: rows.lazy.map { $0.value ?? 0 })
    hasValue.append(contentsOf: rows.lazy.map { $0.value == nil ? 0 : 1 })
    digests.append(contentsOf: rows.lazy.map(\.digest))
    count += rows.count
  }

  /// Counts the line of a row from an earlier one on.
  public mutating func moveLine(of row: Int, by lines: Int) { self.lines[row] += lines }

  /// Appends a row of another batch.
  public mutating func append(_ row: Int, of other: borrowing ContactBatch) {
    append(other.row(row))
  }

  /// Puts a row of another batch in the place of one of this batch.
  public mutating func replace(_ row: Int, with other: Int, of batch: borrowing ContactBatch) {
    let new = batch.row(other)
    lines[row] = new.line
    keys[row] = new.key
    days[row] = new.day
    seconds[row] = new.second
    folds[row] = new.fold
    outcomes[row] = new.outcome.rawValue
    waits[row] = new.wait
    handles[row] = new.handle
    contacts[row] = new.contact
    customers[row] = new.customer
    reasons[row] = new.reason
    agents[row] = new.agent
    resolved[row] = new.resolved
    types[row] = new.type
    values[row] = new.value ?? 0
    hasValue[row] = new.value == nil ? 0 : 1
    digests[row] = new.digest
  }

  /// Removes rows and closes the gaps.
  ///
  /// - Parameter removed: Their positions, ascending.
  public mutating func removeRows(_ removed: [Int]) {
    guard let first = removed.first else { return }
    let all = self
    removeAll()
    var next = 0
    for row in 0..<all.count {
      if row >= first, next < removed.count, removed[next] == row {
        next += 1
      } else {
        append(all.row(row))
      }
    }
  }

  /// The outcome of a row.
  public func outcome(_ row: Int) -> Outcome { Outcome(rawValue: outcomes[row])! }

  func row(_ row: Int) -> ContactRow {
    ContactRow(
      line: lines[row], key: keys[row], day: days[row], second: seconds[row], fold: folds[row],
      outcome: outcome(row), wait: waits[row], handle: handles[row], contact: contacts[row],
      customer: customers[row], reason: reasons[row], agent: agents[row], resolved: resolved[row],
      type: types[row], value: hasValue[row] == 1 ? values[row] : nil, digest: digests[row])
  }
}

// MARK: - Digests

extension ContactBatch {
  /// The digest that a batch keeps of a contact's identifier or of who took it.
  ///
  /// - Parameter text: What the field says, without surrounding blanks.
  /// - Returns: 0 for no text.
  public static func digest(of text: String) -> UInt64 {
    let bytes = ContiguousArray(text.utf8)
    return bytes.isEmpty ? 0 : TextDigest.of(bytes.span, 0..<bytes.count)
  }
}
