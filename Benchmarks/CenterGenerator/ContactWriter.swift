import Basics

/// Writes contacts as canonical contacts CSV, without any text on the way.
struct ContactWriter: ~Copyable {
  /// A contact, and the place of its queue in the center.
  typealias Entry = (contact: SimulatedContact, queue: Int)

  /// The header line, in the order in which `write(_:of:)` writes.
  static let header =
    "started_at,queue,channel,customer_id,outcome,wait_seconds,talk_seconds,hold_seconds,"
    + "wrap_seconds\n"

  private var output: ByteOutput
  /// The queue and channel of each queue, between commas.
  private let names: [[UInt8]]
  private let areNumbered: Bool
  private var number = 0
  /// The bytes of the day that was written last, and which one that is.
  private var stamp: [UInt8] = []
  private var stampedDay = Int.min
  /// The line at hand: used again.
  private var line: [UInt8] = []

  /// Creates a writer and writes the header.
  ///
  /// - Parameter areNumbered: Whether each contact begins with an identifier.
  /// - Throws: When the output cannot be written.
  init(
    to output: consuming ByteOutput, queues: [QueueProfile], areNumbered: Bool
  ) throws(GeneratorError) {
    self.output = output
    self.areNumbered = areNumbered
    names = queues.map { Array(",\(field($0.name)),\(field($0.channel)),".utf8) }
    let header = (areNumbered ? "contact_id," : "") + ContactWriter.header
    try self.output.append(Array(header.utf8))
  }

  /// Writes one contact of a customer; `nil` for one whose number is unknown.
  ///
  /// - Throws: When the output cannot be written.
  mutating func write(_ entry: Entry, of customer: Int?) throws(GeneratorError) {
    let contact = entry.contact
    let (day, second) = (contact.arrival / 1000).quotientAndRemainder(dividingBy: 86_400)
    if day != stampedDay {
      stamp = Array("\(CivilDate(daysSinceEpoch: Int32(truncatingIfNeeded: day)))T".utf8)
      stampedDay = day
    }
    number += 1
    line.removeAll(keepingCapacity: true)
    if areNumbered {
      line.append(UInt8(ascii: "K"))
      append(number, digits: 9)
      line.append(UInt8(ascii: ","))
    }
    line.append(contentsOf: stamp)
    append(second / 3600, digits: 2)
    line.append(UInt8(ascii: ":"))
    append(second / 60 % 60, digits: 2)
    line.append(UInt8(ascii: ":"))
    append(second % 60, digits: 2)
    line.append(contentsOf: names[entry.queue])
    if let customer {
      line.append(UInt8(ascii: "C"))
      append(customer, digits: 7)
    }
    line.append(contentsOf: contact.isAnswered ? ContactWriter.answered : ContactWriter.abandoned)
    try output.append(line)
    output.appendField(contact.waitSeconds)
    if contact.isAnswered {
      output.appendField(contact.talkSeconds)
      output.appendField(contact.holdSeconds)
      output.appendField(contact.wrapSeconds)
      try output.append([UInt8(ascii: "\n")])
    } else {
      try output.append(ContactWriter.unanswered)
    }
  }

  private static let answered = Array(",answered".utf8)
  private static let abandoned = Array(",abandoned".utf8)
  /// The end of a line without times of handling.
  private static let unanswered = Array(",,,\n".utf8)

  /// Adds a number with zeros in front; one of more digits keeps them.
  private mutating func append(_ number: Int, digits: Int) {
    var unit = 1
    for _ in 1..<digits { unit *= 10 }
    while number / unit > 9 { unit *= 10 }
    while unit > 0 {
      line.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10))
      unit /= 10
    }
  }

  /// Writes what is still buffered.
  ///
  /// - Throws: When the output cannot be written.
  consuming func finish() throws(GeneratorError) { try output.finish() }
}
