import Basics
import ContactRecords

/// Puts usual rows of a batch straight into the open days of their keys.
///
/// A row is usual when its key's open day has its interval, still empty, and a word for
/// each number that the row has; when its counts for the objective's threshold stand in the
/// columns of its plan; and when nothing is longer than 32 bits. Any other row is left to
/// `IntervalTally.take`, which decides everything and which this must equal: a row is either
/// written here whole or not touched.
enum UsualRows {
  /// What the rows that were taken come to.
  struct Run {
    /// The first row that was not taken.
    var end = 0
    /// Rows whose counts contradict each other.
    var suspect = 0
    /// The earliest start, in minutes since 1970.
    var earliest = Int.max
    /// The latest start, in minutes since 1970.
    var latest = Int.min
  }

  /// Takes rows up to the first that is not usual.
  ///
  /// - Parameters:
  ///   - run: Where the rows begin, and what they come to.
  ///   - base: Lines of all sources before the batch's.
  ///   - plans: Of each service, and last of rows that none takes.
  ///   - planOfKey: The plan of each key.
  ///   - places: Where the columns stand in a cell of an open day.
  ///   - assumesFrom: The first day of each key with a row whose threshold nothing states.
  static func take(
    _ batch: borrowing IntervalBatch, _ run: inout Run, base: Int, plans: Span<RowPlan>,
    planOfKey: Span<Int32>, places: OpenPlaces, assumesFrom: inout MutableSpan<Int32>,
    keys: inout MutableSpan<KeyTally>
  ) {
    let (count, capacity) = (batch.count, batch.capacity)
    let (values, keyNumbers, days, minutes) = (
      batch.values.span, batch.keys.span, batch.days.span, batch.minutes.span
    )
    let (lengths, lines, passes) = (batch.lengths.span, batch.lines.span, batch.passes.span)
    let (fingerprints, suspects) = (batch.fingerprints.span, batch.suspects.span)
    let hasPasses = batch.hasRepeatedTimes
    precondition(values.count == capacity * batch.columnCount && count <= capacity)
    precondition(keyNumbers.count >= count && days.count >= count && minutes.count >= count)
    precondition(lengths.count >= count && lines.count >= count && passes.count >= count)
    precondition(fingerprints.count >= count && suspects.count >= count)
    precondition(planOfKey.count == keys.count && assumesFrom.count == keys.count)
    precondition(plans.indices.allSatisfy { plans[$0].columns.upperBound <= batch.columnCount })

    var (row, suspect) = (run.end, 0)
    var (earliest, latest) = (run.earliest, run.latest)
    var ways = RowPlaces(places, within: 0, early: 0, short: 0, flowOut: 0, wait: 0, handle: 0)
    while row < count {
      // SAFETY: every column of the batch has the row, as the preconditions say.
      let (key, day) = unsafe (Int(keyNumbers[unchecked: row]), days[unchecked: row])
      let (minute, length) = unsafe (Int(minutes[unchecked: row]), lengths[unchecked: row])
      let (line, pass) = unsafe (lines[unchecked: row], passes[unchecked: row])
      let plan = plans[Int(planOfKey[key])]
      // The day of the plan and of the key, and its interval.
      let cells = keys[key].open.count
      let cell = minute &* cells / 1440
      guard day == plan.day, day == keys[key].open.day, cell &* 1440 == minute &* cells,
        keys[key].open.columns == places.columns,
        length == 0 || length == keys[key].open.length,
        !hasPasses || pass == WallPass.first.rawValue
      else { break }
      let place = base &+ line &- keys[key].open.firstPlace
      var words = keys[key].open.words.mutableSpan
      let first = cell &* places.stride
      precondition(first >= 0 && first &+ places.stride <= words.count)
      // SAFETY: every place is below the stride, and so within the words of the cell.
      guard unsafe words[unchecked: first &+ places.rows] == 0 else { break }

      let stated = number(values, IntervalColumn.thresholdSeconds.rawValue, capacity, row)
      guard stated == IntervalBatch.absent || plan.threshold < 0 || stated == plan.threshold else {
        break
      }
      let within = number(values, plan.within, capacity, row)
      let early = number(values, plan.early, capacity, row)
      let short = number(values, plan.short, capacity, row)
      let flowOut = number(values, IntervalColumn.flowOut.rawValue, capacity, row)
      let wait = number(values, IntervalColumn.waitSeconds.rawValue, capacity, row)
      let handle = number(values, IntervalColumn.handleSeconds.rawValue, capacity, row)
      if !ways.fit(
        within: within, early: early, short: short, flowOut: flowOut, wait: wait, handle: handle)
      {
        ways = RowPlaces(
          places, within: within, early: early, short: short, flowOut: flowOut, wait: wait,
          handle: handle)
      }
      guard within & plan.otherWithin | early & plan.otherEarly | short & plan.otherShort >= 0
      else { break }

      // Each number, or what stands for it where it is unknown.
      let offered = number(values, IntervalColumn.offered.rawValue, capacity, row)
      let answered = number(values, IntervalColumn.answered.rawValue, capacity, row)
      let abandoned = number(values, IntervalColumn.abandoned.rawValue, capacity, row)
      let isAnswered = answered > 0 ? 1 : 0
      let (waitSeconds, waitRest) = split(wait)
      let (handleSeconds, handleRest) = split(handle)
      let withinNumber = within >= 0 ? within : answered
      let earlyNumber = early >= 0 ? early : abandoned
      let shortNumber = short >= 0 ? short : abandoned
      let flowOutNumber = flowOut >= 0 ? flowOut : offered > 0 ? 1 : 0
      let waitNumber = wait >= 0 ? waitSeconds : isAnswered
      let handleNumber = handle >= 0 ? handleSeconds : isAnswered
      // SAFETY: both columns of the batch have the row, as the preconditions say.
      let (isSuspect, fingerprint) = unsafe (
        Int(suspects[unchecked: row]), fingerprints[unchecked: row]
      )
      // A number that is too long, or has no place and is not zero, shows in the bits.
      let long =
        place | offered | answered | abandoned | withinNumber | earlyNumber | shortNumber
        | flowOutNumber | waitNumber | handleNumber
      let lost =
        withinNumber & ways.within.lost | earlyNumber & ways.early.lost
        | shortNumber & ways.short.lost | flowOutNumber & ways.flowOut.lost
        | waitNumber & ways.wait.lost | handleNumber & ways.handle.lost
        | waitRest & places.waitRest.lost | handleRest & places.handleRest.lost
        | isSuspect & places.suspect.lost
      guard long >> BitPlanes.wordBits | lost == 0 else { break }

      // SAFETY: every place is below the stride, and so within the words of the cell.
      unsafe words[unchecked: first &+ places.offered] = word(offered)
      unsafe words[unchecked: first &+ places.answered] = word(answered)
      unsafe words[unchecked: first &+ places.abandoned] = word(abandoned)
      unsafe words[unchecked: first &+ ways.within.word] = word(withinNumber)
      unsafe words[unchecked: first &+ ways.early.word] = word(earlyNumber)
      unsafe words[unchecked: first &+ ways.short.word] = word(shortNumber)
      unsafe words[unchecked: first &+ ways.flowOut.word] = word(flowOutNumber)
      unsafe words[unchecked: first &+ ways.wait.word] = word(waitNumber)
      unsafe words[unchecked: first &+ ways.handle.word] = word(handleNumber)
      unsafe words[unchecked: first &+ places.waitRest.word] = word(waitRest)
      unsafe words[unchecked: first &+ places.handleRest.word] = word(handleRest)
      unsafe words[unchecked: first &+ places.suspect.word] = word(isSuspect)
      unsafe words[unchecked: first &+ places.place] = word(place)
      unsafe words[unchecked: first &+ places.fingerprint] = fingerprint
      // Last, since zeros without a place are written here.
      unsafe words[unchecked: first &+ places.rows] = 1

      if within >= 0, !plan.isNamed, stated == IntervalBatch.absent, day < assumesFrom[key] {
        assumesFrom[key] = day
      }
      let start = Int(day) &* 1440 &+ minute
      earliest = min(earliest, start)
      latest = max(latest, start)
      suspect &+= isSuspect
      row &+= 1
    }
    (run.end, run.earliest, run.latest) = (row, earliest, latest)
    run.suspect += suspect
  }

  /// The number of a row in a column of a batch.
  @inline(__always)
  private static func number(
    _ numbers: Span<Int>, _ column: Int, _ capacity: Int, _ row: Int
  ) -> Int {
    // SAFETY: rows are fewer than the capacity, and the column exists, as the preconditions of
    // `take` say.
    unsafe numbers[unchecked: column &* capacity &+ row]
  }

  /// A number as it is written.
  @inline(__always)
  private static func word(_ number: Int) -> UInt32 { UInt32(truncatingIfNeeded: number) }

  /// Splits a duration into whole seconds and the rest; zeros where it is unknown.
  @inline(__always)
  private static func split(_ milliseconds: Int) -> (seconds: Int, rest: Int) {
    let known = UInt(bitPattern: max(0, milliseconds))
    let (seconds, rest) = known.quotientAndRemainder(dividingBy: UInt(CellColumn.perSecond))
    return (Int(bitPattern: seconds), Int(bitPattern: rest))
  }
}
