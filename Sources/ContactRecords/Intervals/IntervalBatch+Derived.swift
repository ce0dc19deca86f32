import Basics
import DelimitedText

// What a row leaves out is derived from what it gives, and what contradicts
// itself is found, in loops over whole columns.

extension IntervalBatch {
  /// Where the columns that rows are checked by begin.
  private struct Starts {
    let offered, answered, abandoned, within, after, early, short, flowOut: Int
    let wait, handle, abandonWait: Int

    init(_ batch: borrowing IntervalBatch) {
      (offered, answered) = (batch.start(.offered), batch.start(.answered))
      (abandoned, flowOut) = (batch.start(.abandoned), batch.start(.flowOut))
      (within, after) = (batch.start(.answeredWithin), batch.start(.answeredAfter))
      (early, short) = (batch.start(.abandonedWithin), batch.start(.shortAbandoned))
      (wait, handle) = (batch.start(.waitSeconds), batch.start(.handleSeconds))
      abandonWait = batch.start(.abandonWaitSeconds)
    }
  }

  /// Fills in the third count where two are given, and the count in time where
  /// the count beyond it is.
  ///
  /// A difference below zero is taken as 0 and marks the row as suspect.
  mutating func deriveCounts() {
    IntervalBatch.deriveCounts(Starts(self), rows: count, &values, &suspects)
  }

  private static func deriveCounts(
    _ starts: Starts, rows: Int, _ values: inout ContiguousArray<Int>,
    _ suspects: inout ContiguousArray<UInt8>
  ) {
    var out = values.mutableSpan
    var marks = suspects.mutableSpan
    for row in 0..<rows {
      let (offered, answered) = (out[starts.offered &+ row], out[starts.answered &+ row])
      let abandoned = out[starts.abandoned &+ row]
      // An absent value is below zero, and so is what it is joined with.
      guard offered | answered | abandoned < 0 else { continue }
      let flowOut = max(0, out[starts.flowOut &+ row])
      if offered < 0 {
        out[starts.offered &+ row] = answered &+ abandoned &+ flowOut
        continue
      }
      let isAnswered = answered < 0
      let difference = offered &- (isAnswered ? abandoned : answered) &- flowOut
      if difference < 0 { marks[row] = 1 }
      out[(isAnswered ? starts.answered : starts.abandoned) &+ row] = max(0, difference)
    }
    for row in 0..<rows where out[starts.within &+ row] < 0 && out[starts.after &+ row] >= 0 {
      let difference = out[starts.answered &+ row] &- out[starts.after &+ row]
      if difference < 0 { marks[row] = 1 }
      out[starts.within &+ row] = max(0, difference)
    }
  }

  /// Marks rows whose counts contradict each other.
  ///
  /// Systems book a contact where it entered, was answered or ended, so that
  /// single intervals contradict themselves lawfully.
  mutating func findContradictions() {
    let starts = Starts(self)
    IntervalBatch.findContradictions(starts, values, rows: count, &suspects)
    for (position, threshold) in thresholds.enumerated() {
      IntervalBatch.findExcess(
        of: start(threshold: position),
        over: threshold.countsAbandoned ? starts.abandoned : starts.answered, values,
        rows: count, &suspects)
    }
  }

  private static func findContradictions(
    _ starts: Starts, _ values: borrowing ContiguousArray<Int>, rows: Int,
    _ suspects: inout ContiguousArray<UInt8>
  ) {
    let values = values.span
    var marks = suspects.mutableSpan
    for row in 0..<rows {
      let (answered, abandoned) = (
        values[starts.answered &+ row], values[starts.abandoned &+ row]
      )
      // What has to be at least 0, so that one sign tells of all.
      let room =
        (values[starts.offered &+ row] &- answered &- abandoned)
        | (answered &- values[starts.within &+ row])
        | (abandoned &- values[starts.early &+ row])
        | (abandoned &- values[starts.short &+ row])
      let hasTimeOfNone =
        SignBits.isZero(answered)
        & (SignBits.isPositive(values[starts.wait &+ row])
          | SignBits.isPositive(values[starts.handle &+ row]))
        | SignBits.isZero(abandoned) & SignBits.isPositive(values[starts.abandonWait &+ row])
      marks[row] |= UInt8(truncatingIfNeeded: SignBits.count(room | hasTimeOfNone))
    }
  }

  private static func findExcess(
    of part: Int, over whole: Int, _ values: borrowing ContiguousArray<Int>, rows: Int,
    _ suspects: inout ContiguousArray<UInt8>
  ) {
    let values = values.span
    var marks = suspects.mutableSpan
    for row in 0..<rows {
      let isAbove = SignBits.isAbove(values[part &+ row], values[whole &+ row])
      marks[row] |= UInt8(truncatingIfNeeded: SignBits.count(isAbove))
    }
  }

  /// Adds up the handle time from its mapped parts; absent where one of them is.
  mutating func deriveHandleTime(parts: [IntervalColumn]) {
    guard !parts.isEmpty else { return }
    let (handle, starts, rows) = (start(.handleSeconds), parts.map(start), count)
    var out = values.mutableSpan
    for row in 0..<rows { out[handle &+ row] = 0 }
    for part in starts {
      for row in 0..<rows {
        let (sum, value) = (out[handle &+ row], out[part &+ row])
        out[handle &+ row] = sum | value < 0 ? IntervalBatch.absent : sum &+ value
      }
    }
  }

  /// Adds the handle time of the rows that give one for their answered contacts.
  func addHandleTime(to check: inout HandleTimeCheck) {
    let (handle, answered) = (start(.handleSeconds), start(.answered))
    let values = values.span
    var (milliseconds, contacts) = (0, 0)
    for row in 0..<count {
      let (time, count) = (values[handle &+ row], values[answered &+ row])
      guard time >= 0, count > 0 else { continue }
      let (sum, overflows) = milliseconds.addingReportingOverflow(time)
      // A batch of nothing but the longest durations says enough by its first rows.
      if overflows || contacts > Int.max - count { break }
      (milliseconds, contacts) = (sum, contacts + count)
    }
    check.add(milliseconds: milliseconds, contacts: contacts)
  }

  /// Removes rows and closes the gaps.
  mutating func removeRows(_ removed: Set<Int>) {
    guard !removed.isEmpty else { return }
    var kept = 0
    for row in 0..<count where !removed.contains(row) {
      lines[kept] = lines[row]
      keys[kept] = keys[row]
      days[kept] = days[row]
      minutes[kept] = minutes[row]
      passes[kept] = passes[row]
      lengths[kept] = lengths[row]
      sources[kept] = sources[row]
      suspects[kept] = suspects[row]
      if !percents.isEmpty { percents[kept] = percents[row] }
      if !outcomes.isEmpty { outcomes[kept] = outcomes[row] }
      for column in 0..<columnCount {
        values[column * capacity + kept] = values[column * capacity + row]
      }
      kept += 1
    }
    count = kept
  }

  /// The place of a row in time.
  func place(_ row: Int) -> RejectedRecord.Place {
    RejectedRecord.Place(
      key: keys[row], day: CivilDate(daysSinceEpoch: days[row]),
      time: CivilTime(minuteOfDay: Int(minutes[row])), pass: pass(row),
      isMonth: Int(lengths[row]) == IntervalLength.month)
  }

  /// Digests the values of every row.
  mutating func digest() {
    RowDigest.clear(&digests, count)
    for column in 0..<columnCount where isInUse[column] {
      let (start, salt, rows) = (column * capacity, salt(ofColumn: column), count)
      RowDigest.add(values, start..<start + rows, salt: salt, to: &digests)
    }
    if !percents.isEmpty {
      for row in 0..<count {
        guard let percent = percents[row] else { continue }
        for value in [percent.millionths, percent.unit] {
          digests[row] = TextDigest.mixed(digests[row], UInt64(bitPattern: Int64(value)))
        }
      }
    }
    // How intervals ended depends on what else was rolled up: equal sums are repeats all the same.
    RowDigest.fold(digests, count, into: &fingerprints)
  }

  /// Tells columns apart in a digest, the same in every file whatever its columns are.
  private func salt(ofColumn column: Int) -> UInt64 {
    let named = IntervalColumn.allCases.count
    guard column >= named else { return UInt64(column + 1) }
    let threshold = thresholds[column - named]
    return UInt64(threshold.seconds) << 9 | (threshold.countsAbandoned ? 256 : 0)
  }

  /// Counts rows with answered contacts that leave a duration blank.
  func countBlanks(in column: IntervalColumn) -> Int {
    let (column, answered) = (start(column), start(.answered))
    let values = values.span
    var blanks = 0
    for row in 0..<count {
      blanks &+= SignBits.count(
        values[column &+ row] & SignBits.isPositive(values[answered &+ row]))
    }
    return blanks
  }
}
