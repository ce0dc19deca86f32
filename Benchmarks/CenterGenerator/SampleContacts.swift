import Basics

/// Writes the contact log of one queue: who called, why, and what came of it.
///
/// The simulation says when a contact arrives and how long it takes. Who it is
/// comes from a sequence of its own, so that the log changes nothing in the
/// interval records beside it.
struct SampleContacts: ~Copyable {
  private var output: ByteOutput
  private var random = SplitMix64(seed: 8_06)
  private var number = 0
  /// Customers of the last contacts and what they called about; one of them may call again.
  private var recent: [(customer: Int, type: Int)] = []
  private var customers = 0

  private static let header =
    "contact_id,started_at,site,queue,channel,customer_id,reason,outcome,wait_seconds,"
    + "talk_seconds,hold_seconds,wrap_seconds,transaction_type,transaction_value\n"

  /// What customers call about: how many of a thousand, the reason, the type of
  /// transaction, and what one brings on average in cents of yearly margin.
  private static let types: [(share: Int, reason: String, name: String, cents: Int)] = [
    (470, "new address", "Move in", 5_800), (290, "new address", "Move out", 600),
    (170, "tariff", "Tariff change", 3_100), (70, "meter", "Meter reading", 0),
  ]

  /// Contacts of a thousand that come from someone who called a short while ago, since when.
  private static let repeats = [
    (from: CivilDate("2025-09-01")!, thousandths: 250),
    // Since spring agents see the move's checklist and close it in one call.
    (from: CivilDate("2026-03-01")!, thousandths: 150),
  ]

  /// How many of the last contacts may call again: about three days of them.
  private static let memory = 120

  /// Creates a writer and writes the header.
  ///
  /// - Throws: When the output cannot be written.
  init(to output: consuming ByteOutput) throws(GeneratorError) {
    self.output = output
    try self.output.append(Array(SampleContacts.header.utf8))
  }

  /// Writes one contact.
  ///
  /// - Throws: When the output cannot be written.
  mutating func write(
    _ contact: SimulatedContact, of queue: QueueProfile, on day: CivilDate
  ) throws(GeneratorError) {
    number += 1
    let (customer, type) = nextCustomer(on: day)
    let kind = SampleContacts.types[type]
    let second = (contact.arrival / 1000) % 86_400
    let time =
      "\(CivilTime(minuteOfDay: second / 60)):" + (second % 60 < 10 ? "0" : "") + "\(second % 60)"
    // One caller in forty has no number on record.
    let name = random.next(below: 40) == 0 ? "" : "C\(10_000 + customer)"
    var line = "M\(100_000 + number),\(day)T\(time),\(field(queue.site)),\(field(queue.name)),"
    line += "\(field(queue.channel)),\(name),\(kind.reason),"
    line += "\(contact.isAnswered ? "answered" : "abandoned"),\(contact.waitSeconds),"
    guard contact.isAnswered else {
      try output.append(Array((line + ",,,,\n").utf8))
      return
    }
    line += "\(contact.talkSeconds),\(contact.holdSeconds),\(contact.wrapSeconds),\(kind.name),"
    try output.append(Array((line + value(kind.cents) + "\n").utf8))
  }

  /// Draws who calls: someone new, or one of the last callers about the same thing.
  private mutating func nextCustomer(on day: CivilDate) -> (customer: Int, type: Int) {
    let repeats = (SampleContacts.repeats.last { $0.from <= day })!.thousandths
    let again = random.next(below: 1000) < repeats
    let draw = random.next(below: 1000)
    let place = random.next(below: max(1, recent.count))
    var (type, sum) = (0, SampleContacts.types[0].share)
    while draw >= sum {
      type += 1
      sum += SampleContacts.types[type].share
    }
    let chosen: (customer: Int, type: Int)
    if again, !recent.isEmpty {
      // Two of three who come back do so about the same thing.
      chosen = random.next(below: 3) == 0 ? (recent[place].customer, type) : recent[place]
    } else {
      customers += 1
      chosen = (customers, type)
    }
    if recent.count < SampleContacts.memory {
      recent.append(chosen)
    } else {
      recent[number % SampleContacts.memory] = chosen
    }
    return chosen
  }

  /// Draws the value of a transaction around its mean; one in fifty is not recorded.
  private mutating func value(_ cents: Int) -> String {
    let isKnown = random.next(below: 50) > 0
    let drawn = cents * (700 + random.next(below: 601)) / 1000
    guard isKnown else { return "" }
    return "\(drawn / 100)." + (drawn % 100 < 10 ? "0" : "") + "\(drawn % 100)"
  }

  /// Writes what is still buffered.
  ///
  /// - Throws: When the output cannot be written.
  consuming func finish() throws(GeneratorError) { try output.finish() }
}
