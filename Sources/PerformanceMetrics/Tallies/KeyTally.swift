import Basics
public import ContactRecords

/// Everything that is known of one key: its counts by day and interval.
///
/// Days are blocks in order of arrival; a block has a cell for each step of its
/// day. The step is the largest divisor of the day that all starts so far are
/// multiples of, so that a key exported by half hours has 48 cells a day without
/// anyone saying so; a start between two cells makes the step smaller, which happens
/// a few times at most.
///
/// Memory follows the cells, never the rows: besides the counts a cell keeps the
/// place of its row (to name it) and a digest of the row's values (to tell, with
/// the counts, a repeat from a conflict). The day that rows come to is open, see `OpenDay`; once
/// a row of a new day comes it is packed into `DayCells`, and rows that come to
/// it later are written there.
public struct KeyTally: Sendable {
  /// A row that has arrived for a cell: where it stands and what it says.
  struct Arrival: Hashable, Sendable {
    /// Line of the row, counted through all files in the order given; from 1.
    let place: Int
    /// A digest of the row's values, which tells rows apart whose counts are equal.
    let fingerprint: UInt32
  }

  /// What became of a row.
  enum Outcome: Equatable {
    case accepted
    case repeated
    /// Another row stands in its cell, at this place.
    case conflict(with: Int, otherIsSuspect: Bool)
    /// Rows of another interval length stand on its day, one of them at this place.
    case lengthConflict(with: Int)
  }

  /// The key.
  public let key: RecordKey
  /// Whether its counts were made from contacts and not exported as counts.
  let isFromContacts: Bool
  /// Whether a record is a whole month; it then stands on the month's last day.
  let isMonthly: Bool
  /// Minutes between the cells of a day; divides 1440.
  private(set) var step = 1440
  /// Cells of a day.
  private(set) var cellsPerDay = 1
  /// Block of each day with data, by days since 1970-01-01.
  private(set) var blocks: [Int32: Int] = [:]
  /// Block of the second pass of each day whose repeated hour has rows for it.
  ///
  /// Where the clock was set back, one wall time is two intervals. The second pass has
  /// a block of its own, so that every day has the same cells; its day has one as well.
  private(set) var secondBlocks: [Int32: Int] = [:]
  /// Stated interval length of each block's day; 0 where nothing states it. Of a second
  /// pass it is always 0: its day's block says it.
  private(set) var lengths: ContiguousArray<Int32> = []
  /// The cells of each block; of the open one they are empty.
  var days: ContiguousArray<DayCells> = []
  /// The day that rows come to.
  var open = OpenDay()
  /// The distinct rows of the cells that have several.
  var contested: [Int: Contest] = [:]
  /// How the intervals of the days or months ended whose rows say so.
  var outcomes: [Int32: StatedOutcomes] = [:]
  /// Day and minute of rejected rows of this key that could be placed.
  private(set) var rejectedStarts: Set<RejectedStart> = []
  /// Whether a sum of several rows for one cell grew too large.
  var hasOverflowed = false

  /// A row and what it says, kept where several distinct ones arrive for a cell.
  ///
  /// Rows for one key and interval are equal where all their values are. The counts that
  /// are kept say so exactly; what is not kept, such as the parts of the handle time, is told
  /// by 32 bits of a digest of all values: of rows that agree in every count and differ in
  /// something else, one pair in four billion passes as equal. Nothing else can. Whether counts
  /// contradict each other follows from them, and is not compared.
  struct Row: Sendable {
    let arrival: Arrival
    let sums: ContactSums
    let isSuspect: Bool

    /// Tells whether another row for the same key and interval says the same.
    func equals(_ other: Row) -> Bool {
      arrival.fingerprint == other.arrival.fingerprint && sums == other.sums
    }

    /// A digest of what equal rows agree in: two others pass as equal once in 10¹⁹.
    var identity: UInt64 { sums.mixed(into: UInt64(arrival.fingerprint)) }
  }

  /// The distinct rows of a cell.
  struct Contest: Sendable {
    /// Their identities, where the cell may hold the sum of all.
    var identities: Set<UInt64>
    /// The rows, in the order of arrival; none where a conflict is an error anyway.
    var rows: [Row] = []
  }

  struct RejectedStart: Hashable, Sendable {
    let day: Int32
    let minute: Int32
    let pass: WallPass
  }

  /// Contacts that are still to be answered, by the place in time of their start.
  private(set) var pendingStarts: [RejectedStart: Int] = [:]

  /// Creates the tally of a key without records.
  init(key: RecordKey, isFromContacts: Bool = false, isMonthly: Bool = false) {
    self.key = key
    self.isFromContacts = isFromContacts
    self.isMonthly = isMonthly
  }
}

// MARK: - Days

extension KeyTally {
  /// Finds the block of a day, making one where there is none; that day is then open.
  ///
  /// - Parameter place: The place of the row that it is asked for.
  mutating func block(of day: Int32, place: Int) -> Int {
    if open.day == day { return open.block }
    if let block = blocks[day] { return block }
    close()
    let block = newBlock(place: place)
    blocks[day] = block
    open.begin(day, block: block, count: cellsPerDay, firstPlace: place)
    return block
  }

  /// Finds the block of a day's second pass, making one where there is none.
  mutating func secondBlock(of day: Int32, place: Int) -> Int {
    let block = secondBlocks[day] ?? newBlock(place: place)
    secondBlocks[day] = block
    return block
  }

  private mutating func newBlock(place: Int) -> Int {
    // Many keys have as many days each: storage that doubled would stand half empty.
    if days.count == days.capacity {
      days.reserveCapacity(days.count + max(16, days.count / 8))
      lengths.reserveCapacity(days.capacity)
    }
    lengths.append(0)
    days.append(DayCells(count: cellsPerDay, line: PlaceLine(first: place)))
    return lengths.count - 1
  }

  /// Packs the open day.
  mutating func close() {
    guard open.block >= 0 else { return }
    days[open.block] = DayCells(open)
    open.end()
  }

  /// Makes the step small enough for a start at the given minute.
  mutating func refine(for minute: Int32) {
    guard Int(minute) % step != 0 else { return }
    let newStep = greatestCommonDivisor(step, Int(minute))
    let factor = step / newStep
    for block in days.indices { days[block] = days[block].spread(by: factor) }
    open.spread(by: factor)
    contested = Dictionary(uniqueKeysWithValues: contested.map { ($0.key * factor, $0.value) })
    (step, cellsPerDay) = (newStep, 1440 / newStep)
  }

  /// Forgets a day.
  mutating func remove(day: Int32) {
    if open.day == day { close() }
    blocks[day] = nil
    secondBlocks[day] = nil
  }

  /// States the interval length of all days.
  mutating func state(length: Int) {
    for block in blocks.values { state(length: Int32(length), ofBlock: block) }
  }

  /// States the interval length of a block's day.
  mutating func state(length: Int32, ofBlock block: Int) {
    lengths[block] = length
    if block == open.block { open.length = length }
  }
}

// MARK: - Places in time

extension KeyTally {
  /// Notes the place in time of a row that was rejected.
  mutating func noteRejected(day: Int32, minute: Int32, pass: WallPass = .first) {
    rejectedStarts.insert(RejectedStart(day: day, minute: minute, pass: pass))
  }

  /// Notes the places in time of another tally's rejected rows.
  mutating func noteRejected(_ starts: Set<RejectedStart>) { rejectedStarts.formUnion(starts) }

  /// Forgets the places in time of rejected rows on some days.
  mutating func removeRejects(where isForgotten: (Int32) -> Bool) {
    rejectedStarts = rejectedStarts.filter { !isForgotten($0.day) }
  }

  /// Notes a contact that is still to be answered.
  mutating func addPending(
    day: Int32, minute: Int32, isSecond: Bool = false, contacts: Int = 1
  ) {
    let start = RejectedStart(day: day, minute: minute, pass: isSecond ? .second : .first)
    pendingStarts[start, default: 0].addSaturating(contacts)
  }
}

/// Gives the largest number that divides both.
func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
