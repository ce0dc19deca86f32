import Basics

// A cell is named by its block and its position in it; what it holds stands in the open
// day or in a packed one.

// MARK: - One cell

extension KeyTally {
  /// The number of a column in a cell.
  func number(_ column: Int, _ cell: Int) -> Int {
    let (block, index) = cell.quotientAndRemainder(dividingBy: cellsPerDay)
    return block == open.block ? open[column, index] : days[block][column, index]
  }

  /// Tells whether a row stands in a cell.
  func hasRecord(_ cell: Int) -> Bool { number(CellColumn.rows, cell) > 0 }

  /// The place of the row that stands in a cell.
  func place(of cell: Int) -> Int {
    let block = cell / cellsPerDay
    return number(CellColumn.place, cell)
      + (block == open.block ? open.firstPlace : days[block].firstPlace)
  }

  /// Lists the places of the rows that a cell counts: several where a conflict was added up.
  func places(of cell: Int) -> [Int] {
    let isSum = number(CellColumn.rows, cell) > 1
    guard isSum, let contest = contested[cell], !contest.rows.isEmpty else {
      return [place(of: cell)]
    }
    return contest.rows.map(\.arrival.place)
  }

  /// Gives the sums of a cell.
  func sums(_ cell: Int) -> ContactSums {
    var numbers = CellNumbers()
    for column in 0..<CellColumn.count { numbers[column] = number(column, cell) }
    return numbers.sums
  }

  /// Gives the row that stands in a cell.
  func row(_ cell: Int) -> Row {
    Row(
      arrival: Arrival(
        place: place(of: cell),
        fingerprint: UInt32(truncatingIfNeeded: number(CellColumn.fingerprint, cell))),
      sums: sums(cell), isSuspect: number(CellColumn.suspect, cell) == 1)
  }

  /// Gives what a formula's demand is in a cell.
  func demand(_ cell: Int, _ demand: Demand) -> Int {
    switch demand {
    case .offered: number(ContactSums.Figure.offered.rawValue, cell)
    case .answeredPlusAbandoned:
      number(ContactSums.Figure.answered.rawValue, cell)
        + number(ContactSums.Figure.abandoned.rawValue, cell)
    }
  }
}

// MARK: - All cells of a block

extension KeyTally {
  /// Calls a closure with the numbers of a column in a block.
  ///
  /// - Parameter scratch: Room for a block's numbers.
  /// - Returns: `false` where some number needs more than 32 bits; nothing is then called.
  @inline(__always)
  func withNumbers(
    _ column: Int, inBlock block: Int, _ scratch: inout ContiguousArray<UInt32>,
    _ body: (Span<UInt32>) -> Void
  ) -> Bool {
    var span = scratch.mutableSpan
    if block == open.block {
      open.copy(column, into: &span)
    } else if !days[block].unpack(column, into: &span) {
      return false
    }
    body(span.span)
    return true
  }

  /// Tells whether any cell of a block has a number in a column.
  func has(_ column: Int, inBlock block: Int) -> Bool {
    block == open.block ? open.has(column) : days[block].has(column)
  }

  /// Room for the numbers of a block.
  var scratch: ContiguousArray<UInt32> { .init(repeating: 0, count: cellsPerDay) }

  /// Adds up a column of a block.
  func sum(_ column: Int, inBlock block: Int, _ scratch: inout ContiguousArray<UInt32>) -> Int {
    guard has(column, inBlock: block) else { return 0 }
    var sum = 0
    let isNarrow = withNumbers(column, inBlock: block, &scratch) { numbers in
      for cell in numbers.indices { sum &+= Int(numbers[cell]) }
    }
    guard !isNarrow else { return sum }
    for cell in 0..<cellsPerDay { sum.addSaturating(days[block][column, cell]) }
    return sum
  }

  /// Adds the counts of a day's block to the day's columns.
  func add(block: Int, to day: inout DayColumns) {
    var scratch = scratch
    for column in 0..<CellColumn.suspect where has(column, inBlock: block) {
      let (figure, scale) = KeyTally.figure(of: column)
      let isNarrow = withNumbers(column, inBlock: block, &scratch) {
        day.add($0, times: scale, to: figure)
      }
      guard !isNarrow else { continue }
      for cell in 0..<cellsPerDay {
        day.add(days[block][column, cell] * scale, to: figure, cell: cell, of: cellsPerDay)
      }
    }
  }

  /// Notes which intervals of a day have a row.
  func notePresence(inBlock block: Int, in present: inout [Bool], minutes: Int) {
    forEachNumber(CellColumn.rows, inBlock: block) { index, rows in
      if rows > 0 { present[index * step / minutes] = true }
    }
  }

  /// Adds the demand of a day's cells to that of its intervals, which is −1 where none has
  /// a row yet.
  func addDemand(_ demand: Demand, ofBlock block: Int, to found: inout [Int], minutes: Int) {
    forEachNumber(CellColumn.rows, inBlock: block) { index, rows in
      let slot = index * step / minutes
      if rows > 0, found[slot] < 0 { found[slot] = 0 }
    }
    let figures: [ContactSums.Figure] =
      switch demand {
      case .offered: [.offered]
      case .answeredPlusAbandoned: [.answered, .abandoned]
      }
    for figure in figures where has(figure.rawValue, inBlock: block) {
      forEachNumber(figure.rawValue, inBlock: block) { index, contacts in
        if contacts > 0 { found[index * step / minutes].addSaturating(contacts) }
      }
    }
  }

  /// Calls a closure with each cell of a block, by its position, and its number in a column.
  @inline(__always)
  private func forEachNumber(
    _ column: Int, inBlock block: Int, _ body: (_ index: Int, _ number: Int) -> Void
  ) {
    var scratch = scratch
    let isNarrow = withNumbers(column, inBlock: block, &scratch) { numbers in
      for index in numbers.indices { body(index, Int(numbers[index])) }
    }
    guard !isNarrow else { return }
    for index in 0..<cellsPerDay { body(index, days[block][column, index]) }
  }

  /// The figure that a column is a part of, and how much one of it is there.
  private static func figure(of column: Int) -> (ContactSums.Figure, scale: Int) {
    switch column {
    case CellColumn.waitRest: (.waitMilliseconds, 1)
    case CellColumn.handleRest: (.handleMilliseconds, 1)
    default:
      ContactSums.Figure(rawValue: column).map {
        ($0, CellColumn.isDuration($0) ? CellColumn.perSecond : 1)
      }!
    }
  }

  /// Counts the contacts of a day's block.
  func contacts(inBlock block: Int) -> ContactVolumes.Count {
    var scratch = scratch
    return ContactVolumes.Count(
      offered: sum(ContactSums.Figure.offered.rawValue, inBlock: block, &scratch),
      answered: sum(ContactSums.Figure.answered.rawValue, inBlock: block, &scratch))
  }

  /// Tells whether a day has any row: a block is made for its first one.
  func hasRecords(on day: Int32) -> Bool { blocks[day] != nil }

  /// Counts the rows that count, on days up to the given one and after it.
  func rowCounts(through last: CivilDate) -> (until: Int, after: Int) {
    var (until, after) = (0, 0)
    var scratch = scratch
    for (day, block) in [blocks, secondBlocks].joined() {
      let rows = sum(CellColumn.rows, inBlock: block, &scratch)
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
      for index in 0..<cellsPerDay {
        if step == self.step { break }
        guard hasRecord(block * cellsPerDay + index) else { continue }
        step = greatestCommonDivisor(step, index * self.step)
      }
    }
    return step
  }
}
