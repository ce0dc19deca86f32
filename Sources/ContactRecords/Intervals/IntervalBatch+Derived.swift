import Basics
import DelimitedText

// What a row leaves out is derived from what it gives, and what contradicts
// itself is found, in loops over whole columns.

extension IntervalBatch {
  /// Fills in the third count where two are given, and the count in time where
  /// the count beyond it is.
  ///
  /// A difference below zero is taken as 0 and marks the row as suspect.
  mutating func deriveCounts() {
    let absent = IntervalBatch.absent
    for row in 0..<count {
      let flowOut = max(0, value(.flowOut, row))
      let (offered, answered) = (value(.offered, row), value(.answered, row))
      if offered == absent {
        set(.offered, row, answered + value(.abandoned, row) + flowOut)
      } else if answered == absent {
        setDifference(.answered, row, offered - value(.abandoned, row) - flowOut)
      } else if value(.abandoned, row) == absent {
        setDifference(.abandoned, row, offered - answered - flowOut)
      }
    }
    for row in 0..<count where value(.answeredWithin, row) == absent {
      let after = value(.answeredAfter, row)
      if after != absent { setDifference(.answeredWithin, row, value(.answered, row) - after) }
    }
  }

  private mutating func setDifference(_ column: IntervalColumn, _ row: Int, _ difference: Int) {
    if difference < 0 { suspects[row] = 1 }
    set(column, row, max(0, difference))
  }

  /// Adds up the handle time from its mapped parts; absent where one of them is.
  mutating func deriveHandleTime(parts: [IntervalColumn]) {
    guard !parts.isEmpty else { return }
    for row in 0..<count { set(.handleSeconds, row, 0) }
    for part in parts {
      for row in 0..<count {
        let (sum, value) = (value(.handleSeconds, row), value(part, row))
        let isKnown = sum != IntervalBatch.absent && value != IntervalBatch.absent
        set(.handleSeconds, row, isKnown ? sum + value : IntervalBatch.absent)
      }
    }
  }

  /// Adds the handle time of the rows that give one for their answered contacts.
  func addHandleTime(to check: inout HandleTimeCheck) {
    var (milliseconds, contacts) = (0, 0)
    for row in 0..<count {
      let (handle, answered) = (value(.handleSeconds, row), value(.answered, row))
      guard handle != IntervalBatch.absent, answered > 0 else { continue }
      let (sum, overflows) = milliseconds.addingReportingOverflow(handle)
      // A batch of nothing but the longest durations says enough by its first rows.
      if overflows || contacts > Int.max - answered { break }
      (milliseconds, contacts) = (sum, contacts + answered)
    }
    check.add(milliseconds: milliseconds, contacts: contacts)
  }

  /// Marks rows whose counts contradict each other.
  ///
  /// Systems book a contact where it entered, was answered or ended, so that
  /// single intervals contradict themselves lawfully.
  mutating func findContradictions() {
    for row in 0..<count {
      let (answered, abandoned) = (value(.answered, row), value(.abandoned, row))
      let isContradiction =
        answered + abandoned > value(.offered, row)
        || value(.answeredWithin, row) > answered || value(.abandonedWithin, row) > abandoned
        || value(.shortAbandoned, row) > abandoned
        || (answered == 0 && (value(.waitSeconds, row) > 0 || value(.handleSeconds, row) > 0))
        || (abandoned == 0 && value(.abandonWaitSeconds, row) > 0)
      if isContradiction { suspects[row] = 1 }
    }
    for (position, threshold) in thresholds.enumerated() {
      let whole: IntervalColumn = threshold.countsAbandoned ? .abandoned : .answered
      for row in 0..<count where value(threshold: position, row) > value(whole, row) {
        suspects[row] = 1
      }
    }
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
    // Taken out of the batch, so that its columns can be read meanwhile.
    var digests = ContiguousArray<UInt64>()
    swap(&digests, &self.digests)
    for row in 0..<count { digests[row] = RowDigest.seed }
    for column in 0..<columnCount {
      let start = column * capacity
      let values = values.span.extracting(start..<(start + count))
      if column < IntervalColumn.allCases.count {
        RowDigest.mix(values, salt: salt(ofColumn: column), into: &digests)
      } else {
        RowDigest.mixPresent(values, salt: salt(ofColumn: column), into: &digests)
      }
    }
    if !percents.isEmpty {
      for row in 0..<count {
        let percent = percents[row] ?? PrintedPercent(millionths: -1, unit: -1)
        for value in [percent.millionths, percent.unit] {
          digests[row] = TextDigest.mixed(digests[row], UInt64(bitPattern: Int64(value)))
        }
      }
    }
    for row in 0..<count { fingerprints[row] = RowDigest.folded(digests[row]) }
    swap(&digests, &self.digests)
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
    var blanks = 0
    for row in 0..<count
    where value(column, row) == IntervalBatch.absent && value(.answered, row) > 0 { blanks += 1 }
    return blanks
  }
}
