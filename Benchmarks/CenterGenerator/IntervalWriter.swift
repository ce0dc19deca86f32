import Basics

/// Writes rows as canonical intervals CSV.
///
/// The stamp of an interval and the names of a queue are turned into bytes
/// once; a row is then a copy of both and eleven numbers, without any text.
struct IntervalWriter: ~Copyable {
  /// The header line, in the order in which `write(_:)` writes.
  static let header =
    "interval_start,site,queue,channel,offered,answered,abandoned,answered_within,"
    + "abandoned_within,short_abandoned,talk_seconds,hold_seconds,wrap_seconds,wait_seconds,"
    + "abandon_wait_seconds\n"

  private var output: ByteOutput
  /// The site, queue and channel of each queue, between commas.
  private let names: [[UInt8]]
  /// The bytes of the interval that was written last, and which one that is.
  private var stamp: [UInt8] = []
  private var stamped: (day: CivilDate, minute: Int)?

  /// Creates a writer and writes the header.
  ///
  /// - Throws: When the output cannot be written.
  init(to output: consuming ByteOutput, queues: [QueueProfile]) throws(GeneratorError) {
    self.output = output
    names = queues.map { queue in
      Array(",\(field(queue.site)),\(field(queue.name)),\(field(queue.channel))".utf8)
    }
    try self.output.append(Array(IntervalWriter.header.utf8))
  }

  /// Writes one row.
  ///
  /// - Throws: When the output cannot be written.
  mutating func write(_ row: Center.Row) throws(GeneratorError) {
    if stamped?.minute != row.minute || stamped?.day != row.day {
      stamp = Array("\(row.day)T\(CivilTime(minuteOfDay: row.minute))".utf8)
      stamped = (row.day, row.minute)
    }
    try output.append(stamp)
    try output.append(names[row.queue])
    let totals = row.totals
    output.appendField(totals.offered)
    output.appendField(totals.answered)
    output.appendField(totals.abandoned)
    output.appendField(totals.answeredWithin)
    output.appendField(totals.abandonedWithin)
    output.appendField(totals.shortAbandoned)
    output.appendField(totals.talkSeconds)
    output.appendField(totals.holdSeconds)
    output.appendField(totals.wrapSeconds)
    output.appendField(totals.waitSeconds)
    output.appendField(totals.abandonWaitSeconds)
    try output.append([UInt8(ascii: "\n")])
  }

  /// Writes what is still buffered.
  ///
  /// - Throws: When the output cannot be written.
  consuming func finish() throws(GeneratorError) {
    try output.finish()
  }
}

/// Puts a name in quotes where a comma, a quote or a line break would break the row.
func field(_ name: String) -> String {
  guard name.utf8.contains(where: { $0 == 0x2c || $0 == 0x22 || $0 == 0x0a || $0 == 0x0d })
  else { return name }
  return "\""
    + name.split(separator: "\"", omittingEmptySubsequences: false)
    .joined(separator: "\"\"") + "\""
}
