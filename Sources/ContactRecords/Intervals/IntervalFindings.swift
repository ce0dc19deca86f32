/// What is known of decoded rows besides their values, to be added up over batches.
public struct IntervalFindings: Hashable, Sendable {
  /// How many rows have figures that no center has.
  public internal(set) var plausibility: Plausibility
  /// Whether the handle times can be some.
  public internal(set) var handleTime = HandleTimeCheck()
  /// Distinct offsets from universal time seen in stamps, at most two.
  public internal(set) var offsets = StampOffsets()
  /// Rows whose start the clock skipped, so that they count as much later.
  public internal(set) var movedRows = 0
  /// Rows with answered contacts whose mapped delay or handle time is blank, by column.
  public internal(set) var blankDurations: [String: Int] = [:]
  /// Rows that were left out.
  public internal(set) var leftOut: LeftOutRows

  /// Knows of no row of a file yet.
  init(_ map: ColumnMap, _ leftOut: LeftOutRows) {
    plausibility = Plausibility(thresholds: map.thresholds, percent: map.percent)
    self.leftOut = leftOut
  }

  /// Adds what is known of rows of the same file that come after these.
  public mutating func merge(_ later: IntervalFindings) {
    plausibility.merge(later.plausibility)
    handleTime.merge(later.handleTime)
    offsets.merge(later.offsets)
    movedRows += later.movedRows
    blankDurations.merge(later.blankDurations, uniquingKeysWith: +)
    leftOut.merge(later.leftOut)
  }
}

/// The first two distinct offsets from universal time of a file's stamps, in minutes.
///
/// Two are enough to say that there is more than one.
public struct StampOffsets: Hashable, Sendable {
  /// The offsets, in the order in which they turned up.
  public private(set) var minutes: [Int16] = []

  /// Knows of no offset yet.
  public init() {}

  /// Notes the offset of a stamp; `nil` where it has none.
  @inline(__always)
  mutating func note(_ offset: Int16?) {
    if let offset, minutes.count < 2, !minutes.contains(offset) { minutes.append(offset) }
  }

  /// Notes the offsets of stamps that come after these.
  public mutating func merge(_ later: StampOffsets) {
    for offset in later.minutes { note(offset) }
  }
}
