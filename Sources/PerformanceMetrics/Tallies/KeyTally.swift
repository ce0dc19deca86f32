import Basics
public import ContactRecords

/// Everything that is known of one key: its counts by day and interval.
///
/// Days are blocks in order of arrival; a block has a cell for each step of its
/// day, and a cell is one position in every column. The step is the largest
/// divisor of the day that all starts so far are multiples of, so that a key
/// exported by half hours has 48 cells a day without anyone saying so; a start
/// between two cells makes the step smaller, which happens a few times at most.
///
/// Memory follows the cells, never the rows: besides the counts a cell keeps the
/// place of its row (to name it) and a digest of the row's values (to tell a
/// repeat from a conflict).
public struct KeyTally: Sendable {
  /// A row that has arrived for a cell: where it stands and what it says.
  struct Arrival: Hashable, Sendable {
    /// Line of the row, counted through all files in the order given; from 1.
    let place: Int
    /// A digest of 32 bits: two different rows pass as equal once in 4 · 10⁹.
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
  /// Counts by figure, then by cell. Durations are split in two, see `Column`.
  private var columns: [PackedCounts]
  /// Place of the row in each cell; 0 where there is none.
  private var places = PackedCounts()
  private var fingerprints = PackedCounts()
  /// The distinct rows of the cells that have several.
  private var contested: [Int: Contest] = [:]
  /// Day and minute of rejected rows of this key that could be placed.
  private(set) var rejectedStarts: Set<RejectedStart> = []
  /// Whether a sum of several rows for one cell grew too large.
  private(set) var hasOverflowed = false
  /// The day of the last row and its block: exports come in runs of a day.
  private var last: (day: Int32, block: Int) = (.min, 0)

  /// A row and what it says, kept where several distinct ones arrive for a cell.
  struct Row: Sendable {
    let arrival: Arrival
    let sums: ContactSums
    let isSuspect: Bool
  }

  /// The distinct rows of a cell.
  private struct Contest: Sendable {
    var fingerprints: Set<UInt32>
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
    columns = Array(repeating: PackedCounts(), count: Column.count)
  }

  /// Cells of a day.
  var cellsPerDay: Int { 1440 / step }
}

// MARK: - Cells

extension KeyTally {
  /// Where figures are kept: whole seconds and the milliseconds beyond apart, since
  /// exports in whole seconds then need four bytes a duration and none for the rest.
  private enum Column {
    static let waitRest = ContactSums.Figure.allCases.count
    static let handleRest = waitRest + 1
    /// 1 where the cell's row contradicts itself.
    static let suspect = handleRest + 1
    static let count = suspect + 1
  }

  private static let perSecond = 1000

  /// Lists the places of the rows that a cell counts: several where a conflict was added up.
  func places(of cell: Int) -> [Int] {
    let isSum = columns[ContactSums.Figure.rows.rawValue][cell] > 1
    guard isSum, let contest = contested[cell], !contest.rows.isEmpty else {
      return [places[cell]]
    }
    return contest.rows.map(\.arrival.place)
  }

  /// Tells whether a row stands in a cell.
  func hasRecord(_ cell: Int) -> Bool { places[cell] != 0 }

  /// Gives the sums of a cell.
  func sums(_ cell: Int) -> ContactSums {
    var sums = ContactSums()
    for figure in ContactSums.Figure.allCases {
      let value = columns[figure.rawValue][cell]
      if value != 0 { sums[figure] = value }
    }
    sums[.waitMilliseconds] =
      sums.waitMilliseconds * Self.perSecond + columns[Column.waitRest][cell]
    sums[.handleMilliseconds] =
      sums.handleMilliseconds * Self.perSecond + columns[Column.handleRest][cell]
    return sums
  }

  /// Adds the counts of a day's block to the day's columns.
  func add(block: Int, to day: inout DayColumns, minutes: Int) {
    let first = block * cellsPerDay
    for figure in ContactSums.Figure.allCases {
      let isDuration = figure == .waitMilliseconds || figure == .handleMilliseconds
      day.add(
        columns[figure.rawValue], from: first, cells: cellsPerDay,
        scale: isDuration ? Self.perSecond : 1, to: figure)
    }
    day.add(columns[Column.waitRest], from: first, cells: cellsPerDay, to: .waitMilliseconds)
    day.add(columns[Column.handleRest], from: first, cells: cellsPerDay, to: .handleMilliseconds)
  }

  /// Gives the row that stands in a cell.
  private func row(_ cell: Int) -> Row {
    Row(
      arrival: Arrival(
        place: places[cell], fingerprint: UInt32(truncatingIfNeeded: fingerprints[cell])),
      sums: sums(cell), isSuspect: columns[Column.suspect][cell] == 1)
  }

  /// Gives what a formula's demand is in a cell.
  func demand(_ cell: Int, _ demand: Demand) -> Int {
    switch demand {
    case .offered: columns[ContactSums.Figure.offered.rawValue][cell]
    case .answeredPlusAbandoned:
      columns[ContactSums.Figure.answered.rawValue][cell]
        + columns[ContactSums.Figure.abandoned.rawValue][cell]
    }
  }

  /// Counts the contacts of a day's block.
  func contacts(inBlock block: Int) -> ContactVolumes.Count {
    var count = ContactVolumes.Count()
    for cell in (block * cellsPerDay)..<((block + 1) * cellsPerDay) {
      count.offered.addSaturating(columns[ContactSums.Figure.offered.rawValue][cell])
      count.answered.addSaturating(columns[ContactSums.Figure.answered.rawValue][cell])
    }
    return count
  }

  /// Tells whether a day has any row.
  func hasRecords(on day: Int32) -> Bool {
    [blocks[day], secondBlocks[day]].contains { $0.map(hasRecords) ?? false }
  }

  private func hasRecords(inBlock block: Int) -> Bool {
    (block * cellsPerDay..<(block + 1) * cellsPerDay).contains(where: hasRecord)
  }

  /// Counts the rows that count, on days up to the given one and after it.
  func rowCounts(through last: CivilDate) -> (until: Int, after: Int) {
    var (until, after) = (0, 0)
    for (day, block) in [blocks, secondBlocks].joined() {
      var rows = 0
      for cell in (block * cellsPerDay)..<((block + 1) * cellsPerDay) {
        rows += columns[ContactSums.Figure.rows.rawValue][cell]
      }
      if day <= last.daysSinceEpoch { until += rows } else { after += rows }
    }
    return (until, after)
  }

  /// Finds the largest number of minutes that all starts are multiples of, over the days
  /// up to the given one whose interval length nothing states.
  func unstatedStep(through last: CivilDate) -> Int {
    var step = 1440
    for (day, block) in [blocks, secondBlocks].joined()
    where day <= last.daysSinceEpoch && blocks[day].map({ lengths[$0] }) == 0 {
      // Nothing smaller than the cells can turn up.
      for index in 0..<cellsPerDay where step != self.step && hasRecord(block * cellsPerDay + index)
      {
        step = greatestCommonDivisor(step, index * self.step)
      }
    }
    return step
  }

  /// Writes the figures of a cell.
  ///
  /// - Parameter isFresh: Whether the cell is all zeros, so that zeros need no writing.
  private mutating func store(_ sums: ContactSums, in cell: Int, isFresh: Bool = false) {
    for figure in ContactSums.Figure.allCases {
      let value = sums[figure]
      if isFresh, value == 0 { continue }
      switch figure {
      case .waitMilliseconds:
        set(figure.rawValue, cell, value / Self.perSecond)
        set(Column.waitRest, cell, value % Self.perSecond)
      case .handleMilliseconds:
        set(figure.rawValue, cell, value / Self.perSecond)
        set(Column.handleRest, cell, value % Self.perSecond)
      default: set(figure.rawValue, cell, value)
      }
    }
  }

  /// Sets one number. Most are zero in a cell that is zero already.
  private mutating func set(_ column: Int, _ cell: Int, _ value: Int) {
    if value != 0 || columns[column][cell] != 0 { columns[column][cell] = value }
  }

  /// Finds the block of a day, making one where there is none.
  private mutating func block(of day: Int32) -> Int {
    if last.day == day { return last.block }
    let block = blocks[day] ?? newBlock()
    blocks[day] = block
    last = (day, block)
    return block
  }

  /// Finds the block of a day's second pass, making one where there is none.
  private mutating func secondBlock(of day: Int32) -> Int {
    let block = secondBlocks[day] ?? newBlock()
    secondBlocks[day] = block
    return block
  }

  private mutating func newBlock() -> Int {
    lengths.append(0)
    for column in columns.indices { columns[column].grow(by: cellsPerDay) }
    places.grow(by: cellsPerDay)
    fingerprints.grow(by: cellsPerDay)
    return lengths.count - 1
  }

  /// Makes the step small enough for a start at the given minute.
  private mutating func refine(for minute: Int32) {
    guard Int(minute) % step != 0 else { return }
    let newStep = greatestCommonDivisor(step, Int(minute))
    let factor = step / newStep
    for column in columns.indices { columns[column].spread(by: factor) }
    places.spread(by: factor)
    fingerprints.spread(by: factor)
    contested = Dictionary(uniqueKeysWithValues: contested.map { ($0.key * factor, $0.value) })
    step = newStep
  }
}

// MARK: - Arrivals

extension KeyTally {
  /// Takes a row.
  ///
  /// - Parameters:
  ///   - sums: The row's counts.
  ///   - isSuspect: Whether they contradict each other.
  ///   - isSecond: Whether it lies in the second pass of a repeated hour.
  ///   - length: The stated interval length in minutes, 0 where nothing states it.
  ///   - policy: What happens to different rows for one interval.
  /// - Returns: What became of the row; on a conflict it was left out, put in the
  ///   place of the other or added to it, as the policy says.
  mutating func take(
    _ sums: ContactSums, isSuspect: Bool, day: Int32, minute: Int32, isSecond: Bool = false,
    length: Int32, arrival: Arrival, policy: ConflictPolicy
  ) -> Outcome {
    refine(for: minute)
    let block = block(of: day)
    if length != 0, lengths[block] != length {
      if lengths[block] != 0 { return .lengthConflict(with: firstPlace(on: day)) }
      lengths[block] = length
    }
    let cell = (isSecond ? secondBlock(of: day) : block) * cellsPerDay + Int(minute) / step
    guard hasRecord(cell) else {
      place(sums, isSuspect, arrival, in: cell)
      return .accepted
    }
    let standing = row(cell)
    guard standing.arrival.fingerprint != arrival.fingerprint else { return .repeated }
    let row = Row(arrival: arrival, sums: sums, isSuspect: isSuspect)
    guard contest(cell, standing, row, policy) else { return .repeated }
    switch policy {
    case .error, .first: break
    case .sum:
      let both = self.sums(cell).merging(sums)
      hasOverflowed = hasOverflowed || both.hasOverflowed
      store(both, in: cell)
    case .last: place(sums, isSuspect, arrival, in: cell)
    }
    return .conflict(
      with: standing.arrival.place, otherIsSuspect: standing.isSuspect)
  }

  /// The place of the first row of a day; 0 where there is none.
  private func firstPlace(on day: Int32) -> Int {
    for block in [blocks[day], secondBlocks[day]].compactMap(\.self) {
      let cells = (block * cellsPerDay)..<((block + 1) * cellsPerDay)
      if let cell = cells.first(where: hasRecord) { return places[cell] }
    }
    return 0
  }

  /// Tells whether a row with this digest has arrived for the first pass of a time.
  func holds(_ fingerprint: UInt32, day: Int32, minute: Int32) -> Bool {
    guard let block = blocks[day], Int(minute) % step == 0 else { return false }
    let cell = block * cellsPerDay + Int(minute) / step
    return hasRecord(cell)
      && (fingerprints[cell] == Int(fingerprint)
        || contested[cell]?.fingerprints.contains(fingerprint) ?? false)
  }

  /// Adds a row to the distinct ones of a cell.
  ///
  /// - Returns: `false` when an equal one was there.
  private mutating func contest(
    _ cell: Int, _ standing: Row, _ row: Row, _ policy: ConflictPolicy
  ) -> Bool {
    let keepsRows = policy != .error
    if contested[cell] == nil {
      contested[cell] = Contest(
        fingerprints: [standing.arrival.fingerprint], rows: keepsRows ? [standing] : [])
    }
    guard contested[cell]!.fingerprints.insert(row.arrival.fingerprint).inserted else {
      return false
    }
    if keepsRows { contested[cell]!.rows.append(row) }
    return true
  }

  /// Puts a row into a cell, in the place of what is there.
  private mutating func place(
    _ sums: ContactSums, _ isSuspect: Bool, _ arrival: Arrival, in cell: Int
  ) {
    store(sums, in: cell, isFresh: !hasRecord(cell))
    set(Column.suspect, cell, isSuspect ? 1 : 0)
    places[cell] = arrival.place
    fingerprints[cell] = Int(arrival.fingerprint)
  }

  /// Takes all rows of another tally of this key, whose places come after these.
  ///
  /// - Parameter settle: Told of each row of the other tally: the row, whether it
  ///   counted there, and what became of it here.
  /// - Complexity: O(*n*) in the cells of the other tally.
  mutating func merge(
    _ other: KeyTally, policy: ConflictPolicy,
    settle: (_ row: Row, _ counted: Bool, _ day: Int32, _ minute: Int32, _ outcome: Outcome) -> Void
  ) {
    rejectedStarts.formUnion(other.rejectedStarts)
    hasOverflowed = hasOverflowed || other.hasOverflowed
    // In the order of the days, so that rows are settled in the same order each time.
    let blocks =
      other.blocks.sorted { $0.key < $1.key }.map { ($0.key, $0.value, false) }
      + other.secondBlocks.sorted { $0.key < $1.key }.map { ($0.key, $0.value, true) }
    for (day, block, isSecond) in blocks {
      let length = other.blocks[day].map { other.lengths[$0] } ?? 0
      for index in 0..<other.cellsPerDay {
        let cell = block * other.cellsPerDay + index
        guard other.hasRecord(cell) else { continue }
        let contest = other.contested[cell]
        let rows =
          contest.map { $0.rows.isEmpty ? [other.row(cell)] : $0.rows }
          ?? [other.row(cell)]
        let minute = Int32(index * other.step)
        for (position, row) in rows.enumerated() {
          let counted =
            switch policy {
            case .error, .first: position == 0
            case .sum: true
            case .last: position == rows.count - 1
            }
          let outcome = take(
            row.sums, isSuspect: row.isSuspect, day: day, minute: minute, isSecond: isSecond,
            length: length, arrival: row.arrival, policy: policy)
          settle(row, counted, day, minute, outcome)
        }
        guard let contest, contest.rows.isEmpty else { continue }
        let block = isSecond ? secondBlock(of: day) : self.block(of: day)
        let own = block * cellsPerDay + Int(minute) / step
        let standing = self.row(own).arrival.fingerprint
        contested[own, default: Contest(fingerprints: [standing])]
          .fingerprints.formUnion(contest.fingerprints)
      }
    }
  }

  /// Notes the place in time of a row that was rejected.
  mutating func noteRejected(day: Int32, minute: Int32, pass: WallPass = .first) {
    rejectedStarts.insert(RejectedStart(day: day, minute: minute, pass: pass))
  }
}

// MARK: - Contacts

extension KeyTally {
  /// Finds the cell of an interval, which holds a record from now on.
  ///
  /// - Parameter isSecond: Whether it lies in the second pass of a repeated hour.
  mutating func interval(day: Int32, minute: Int32, isSecond: Bool = false) -> Int {
    refine(for: minute)
    // A day has a block of its own also where all it has is a second pass.
    let first = block(of: day)
    let cell = (isSecond ? secondBlock(of: day) : first) * cellsPerDay + Int(minute) / step
    if places[cell] == 0 { places[cell] = 1 }
    return cell
  }

  /// Adds to a figure of a cell.
  mutating func add(_ count: Int, to figure: ContactSums.Figure, cell: Int) {
    columns[figure.rawValue][cell] += count
  }

  /// Adds to a duration of a cell.
  mutating func addDuration(milliseconds: Int, to figure: ContactSums.Figure, cell: Int) {
    let rest = figure == .waitMilliseconds ? Column.waitRest : Column.handleRest
    if milliseconds == 0 { return }
    let (seconds, part) = milliseconds.quotientAndRemainder(dividingBy: Self.perSecond)
    columns[figure.rawValue][cell] += seconds
    if part > 0 { columns[rest][cell] += part }
    // One duration is at most 10⁹ seconds, so that the sum is caught before it wraps.
    if columns[figure.rawValue][cell] >> 50 != 0 {
      hasOverflowed = true
      columns[figure.rawValue][cell] = 0
    }
  }

  /// Forgets a day.
  mutating func remove(day: Int32) {
    blocks[day] = nil
    secondBlocks[day] = nil
    last = (.min, 0)
  }

  /// Forgets the places in time of rejected rows on some days.
  mutating func removeRejects(where isForgotten: (Int32) -> Bool) {
    rejectedStarts = rejectedStarts.filter { !isForgotten($0.day) }
  }

  /// States the interval length of all days.
  mutating func state(length: Int) {
    for block in blocks.values { lengths[block] = Int32(length) }
  }

  /// Notes a contact that is still to be answered.
  mutating func addPending(day: Int32, minute: Int32, isSecond: Bool = false) {
    let start = RejectedStart(day: day, minute: minute, pass: isSecond ? .second : .first)
    pendingStarts[start, default: 0] += 1
  }
}

/// What happens to different rows for one key and interval.
public enum ConflictPolicy: String, CaseIterable, Hashable, Sendable {
  /// It is an error that names both places.
  case error
  /// Each distinct row counts once.
  case sum
  /// The first row in the order of the input counts.
  case first
  /// The last distinct row in the order of the input counts.
  case last
}

/// Gives the largest number that divides both.
func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
