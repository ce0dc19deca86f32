/// How long the stages of reading took, added up over all threads.
struct StageTimes: Sendable {
  /// Cutting chunks into records.
  var scan = Duration.zero
  /// Decoding records into columns.
  var decode = Duration.zero
  /// Counting rows, and accounting for those that cannot be read.
  var tally = Duration.zero

  /// Adds the times of another part of the work.
  mutating func add(_ other: StageTimes) {
    scan += other.scan
    decode += other.decode
    tally += other.tally
  }
}

extension StageTimes: CustomStringConvertible {
  /// The stages in their order, for people.
  var description: String { "scan \(scan), decode \(decode), tally \(tally)" }
}
