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
    let (values, keyNumbers, days, minutes) = (batch.values, batch.keys, batch.days, batch.minutes)
    let (lengths, lines, passes) = (batch.lengths, batch.lines, batch.passes)
    let (fingerprints, suspects) = (batch.fingerprints, batch.suspects)
    let hasPasses = batch.hasRepeatedTimes
    let numbers = values.span
    precondition(values.count == capacity * batch.columnCount && count <= capacity)
    precondition(plans.indices.allSatisfy { plans[$0].columns.upperBound <= batch.columnCount })

    var (row, suspect) = (run.end, 0)
    var (earliest, latest) = (run.earliest, run.latest)
    while row < count {
      let (key, day, minute) = (Int(keyNumbers[row]), days[row], Int(minutes[row]))
      let plan = plans[Int(planOfKey[key])]
      // The day of the plan and of the key, and its interval.
      let cells = keys[key].open.count
      let cell = minute &* cells / 1440
      guard day == plan.day, day == keys[key].open.day, cell &* 1440 == minute &* cells,
        keys[key].open.columns == places.columns,
        lengths[row] == 0 || lengths[row] == keys[key].open.length,
        !hasPasses || passes[row] == WallPass.first.rawValue
      else { break }
      let stated = number(numbers, IntervalColumn.thresholdSeconds.rawValue, capacity, row)
      guard stated == IntervalBatch.absent || plan.threshold < 0 || stated == plan.threshold else {
        break
      }
      let place = base &+ lines[row] &- keys[key].open.firstPlace
      let offered = number(numbers, IntervalColumn.offered.rawValue, capacity, row)
      let answered = number(numbers, IntervalColumn.answered.rawValue, capacity, row)
      let abandoned = number(numbers, IntervalColumn.abandoned.rawValue, capacity, row)
      let within = number(numbers, plan.within, capacity, row)
      let early = number(numbers, plan.early, capacity, row)
      let short = number(numbers, plan.short, capacity, row)
      guard within >= 0 || !plan.hasOtherWithin, early >= 0 || !plan.hasOtherEarly,
        short >= 0 || !plan.hasOtherShort
      else { break }
      let flowOut = number(numbers, IntervalColumn.flowOut.rawValue, capacity, row)
      let wait = Duration(number(numbers, IntervalColumn.waitSeconds.rawValue, capacity, row))
      let handle = Duration(number(numbers, IntervalColumn.handleSeconds.rawValue, capacity, row))
      let isAnswered = answered > 0 ? 1 : 0

      // Each number and its place in the cell; what is unknown counts as that.
      let withinWord =
        within >= 0 ? places.within.word(within) : places.withinUnjudged.word(answered)
      let earlyWord = early >= 0 ? places.early.word(early) : places.earlyUnjudged.word(abandoned)
      let shortWord = short >= 0 ? places.short.word(short) : places.shortUnjudged.word(abandoned)
      let flowOutWord =
        flowOut >= 0
        ? places.flowOut.word(flowOut) : places.withoutFlowOut.word(offered > 0 ? 1 : 0)
      let waitWord =
        wait.isKnown ? places.wait.word(wait.seconds) : places.withoutWait.word(isAnswered)
      let handleWord =
        handle.isKnown ? places.handle.word(handle.seconds) : places.withoutHandle.word(isAnswered)
      let waitRest = places.waitRest.word(wait.rest)
      let handleRest = places.handleRest.word(handle.rest)
      let suspectWord = places.suspect.word(Int(suspects[row]))
      // A number that is too long, or has no place and is not zero, shows in the bits.
      let long =
        place | offered | answered | abandoned | withinWord.number | earlyWord.number
        | shortWord.number | flowOutWord.number | waitWord.number | handleWord.number
      let lost =
        withinWord.lost | earlyWord.lost | shortWord.lost | flowOutWord.lost | waitWord.lost
        | handleWord.lost | waitRest.lost | handleRest.lost | suspectWord.lost
      guard long >> BitPlanes.wordBits | lost == 0 else { break }

      var words = keys[key].open.words.mutableSpan
      let first = cell &* places.stride
      precondition(first >= 0 && first &+ places.stride <= words.count)
      // SAFETY: every place is below the stride, and so within the words of the cell.
      guard unsafe words[unchecked: first &+ places.rows] == 0 else { break }
      unsafe words[unchecked: first &+ places.offered] = UInt32(truncatingIfNeeded: offered)
      unsafe words[unchecked: first &+ places.answered] = UInt32(truncatingIfNeeded: answered)
      unsafe words[unchecked: first &+ places.abandoned] = UInt32(truncatingIfNeeded: abandoned)
      unsafe words[unchecked: first &+ withinWord.place] = withinWord.bits
      unsafe words[unchecked: first &+ earlyWord.place] = earlyWord.bits
      unsafe words[unchecked: first &+ shortWord.place] = shortWord.bits
      unsafe words[unchecked: first &+ flowOutWord.place] = flowOutWord.bits
      unsafe words[unchecked: first &+ waitWord.place] = waitWord.bits
      unsafe words[unchecked: first &+ handleWord.place] = handleWord.bits
      unsafe words[unchecked: first &+ waitRest.place] = waitRest.bits
      unsafe words[unchecked: first &+ handleRest.place] = handleRest.bits
      unsafe words[unchecked: first &+ suspectWord.place] = suspectWord.bits
      unsafe words[unchecked: first &+ places.place] = UInt32(truncatingIfNeeded: place)
      unsafe words[unchecked: first &+ places.fingerprint] = fingerprints[row]
      // Last, since zeros without a place are written here.
      unsafe words[unchecked: first &+ places.rows] = 1

      if within >= 0, !plan.isNamed, stated == IntervalBatch.absent, day < assumesFrom[key] {
        assumesFrom[key] = day
      }
      let start = Int(day) &* 1440 &+ minute
      earliest = min(earliest, start)
      latest = max(latest, start)
      suspect &+= Int(suspects[row])
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

  /// A duration in whole seconds and the rest; zeros where it is unknown.
  private struct Duration {
    let isKnown: Bool
    let seconds: Int
    let rest: Int

    @inline(__always)
    init(_ milliseconds: Int) {
      isKnown = milliseconds >= 0
      let known = UInt(bitPattern: max(0, milliseconds))
      let (seconds, rest) = known.quotientAndRemainder(dividingBy: UInt(CellColumn.perSecond))
      (self.seconds, self.rest) = (Int(bitPattern: seconds), Int(bitPattern: rest))
    }
  }
}
