import Basics

/// A log of contacts of any size, for measuring how fast customers are followed.
///
/// The queues are those of a center of any size, simulated contact by contact; how
/// many there are follows from the length of the log, so that a long one spans about
/// a year. The memory depends on the number of queues alone.
struct SizedContacts: Sendable {
  /// Number of contacts.
  let contactCount: Int
  /// Number of customers.
  let customerCount: Int
  /// The first day.
  let start: CivilDate
  /// Whether every contact has an identifier.
  let areNumbered: Bool
  /// What all random numbers follow from.
  let seed: UInt64

  /// Contacts of a queue of medium size in a year.
  private static let contactsPerQueue = 210_000

  /// Writes the log, in order of time.
  ///
  /// - Throws: When the output cannot be written.
  func write(to output: consuming ByteOutput) throws(GeneratorError) {
    let queues = SizedCenter.queues(
      max(1, contactCount / SizedContacts.contactsPerQueue), sites: ["Lakeside"], start: start,
      keepLogs: true)
    var log = try ContactWriter(to: output, queues: queues, areNumbered: areNumbered)
    var callers = SizedCallers(count: customerCount, seed: seed)
    var left = contactCount
    var interval: [ContactWriter.Entry] = []
    try Center(queues: queues, minutes: 15, seed: seed).simulate(from: start) {
      row throws(GeneratorError) in
      for contact in row.contacts { interval.append((contact, row.queue)) }
      // The queues are open around the clock: the last one ends the interval.
      guard row.queue == queues.count - 1 else { return true }
      interval.sort { ($0.contact.arrival, $0.queue) < ($1.contact.arrival, $1.queue) }
      for entry in interval.prefix(left) {
        let second = entry.contact.arrival / 1000
        try log.write(entry, of: callers.next(atSecond: second))
      }
      left -= min(left, interval.count)
      interval.removeAll(keepingCapacity: true)
      return left > 0
    }
    try log.finish()
  }
}

// MARK: - Who calls

/// Draws who calls, from a fixed number of customers.
///
/// One call in five comes from someone who called for the first time in a while
/// not long ago: within about three days, in a large center. The others come from
/// any customer. Nobody calls twice in one second, so that the order of a
/// customer's contacts follows from their stamps alone.
struct SizedCallers: Sendable {
  private let count: Int
  private var random: SplitMix64
  /// Customers of the last calls that were not such a repeat, in turn.
  private var recent: [UInt32] = []
  private var place = 0
  /// Customers of the second at hand.
  private var current: (second: Int, customers: [Int]) = (-1, [])

  /// How many of them are remembered.
  private static let memory = 1 << 17

  /// Creates the callers of a log.
  init(count: Int, seed: UInt64) {
    self.count = count
    random = SplitMix64(seed: seed ^ 0x63_616c_6c65_7273)
  }

  /// Draws the next caller, from 0; `nil` for one contact in forty, whose number is unknown.
  mutating func next(atSecond second: Int) -> Int? {
    if current.second != second { current = (second, []) }
    let isUnknown = random.next(below: 40) == 0
    var again = random.next(below: 5) == 0 && !recent.isEmpty
    var customer: Int
    repeat {
      customer =
        again ? Int(recent[random.next(below: recent.count)]) : random.next(below: count)
      again = again && !current.customers.contains(customer)
    } while current.customers.contains(customer) && current.customers.count < count
    guard !isUnknown else { return nil }
    current.customers.append(customer)
    if !again { remember(customer) }
    return customer
  }

  private mutating func remember(_ customer: Int) {
    guard recent.count == SizedCallers.memory else {
      recent.append(UInt32(truncatingIfNeeded: customer))
      return
    }
    recent[place] = UInt32(truncatingIfNeeded: customer)
    place = (place + 1) % SizedCallers.memory
  }
}
