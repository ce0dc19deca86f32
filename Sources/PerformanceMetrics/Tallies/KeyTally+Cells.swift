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
    let (block, index) = cell.quotientAndRemainder(dividingBy: cellsPerDay)
    return block == open.block
      ? open.firstPlace + open[CellColumn.place, index] : days[block].place(ofRowIn: index)
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
  func sums(_ cell: Int) -> ContactSums { numbers(of: cell).sums }

  private func numbers(of cell: Int) -> CellNumbers {
    let (block, index) = cell.quotientAndRemainder(dividingBy: cellsPerDay)
    return block == open.block ? open.numbers(of: index) : days[block].numbers(of: index)
  }

  /// Gives the row that stands in a cell.
  func row(_ cell: Int) -> Row {
    let numbers = numbers(of: cell)
    return Row(
      arrival: Arrival(
        place: place(of: cell),
        fingerprint: UInt32(truncatingIfNeeded: numbers[CellColumn.fingerprint])),
      sums: numbers.sums, isSuspect: numbers[CellColumn.suspect] == 1)
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
  /// Takes the numbers of a column in a block out, one for each cell.
  ///
  /// - Returns: `false` where some number needs more than 32 bits; nothing is then taken.
  func take(_ column: Int, ofBlock block: Int, into numbers: inout ContiguousArray<UInt32>) -> Bool
  {
    var span = numbers.mutableSpan
    guard block == open.block else { return days[block].unpack(column, into: &span) }
    open.copy(column, into: &span)
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
    if take(column, ofBlock: block, into: &scratch) {
      for cell in scratch.indices { sum &+= Int(scratch[cell]) }
    } else {
      for cell in 0..<cellsPerDay { sum.addSaturating(days[block][column, cell]) }
    }
    return sum
  }

  /// Adds the counts of a day's block to the day's columns.
  ///
  /// - Parameter scratch: Room for a block's numbers.
  func add(block: Int, to day: inout DayColumns, _ scratch: inout ContiguousArray<UInt32>) {
    if block != open.block {
      days[block].add(to: &day, &scratch)
      return
    }
    for column in 0..<CellColumn.suspect where open.has(column) {
      var span = scratch.mutableSpan
      open.copy(column, into: &span)
      let (figure, scale) = CellColumn.figure(of: column)
      day.add(scratch.span, times: scale, to: figure)
    }
  }

  /// Notes which intervals of a day have a row.
  ///
  /// - Parameter day: A day of this key, with room for its cells.
  func notePresence(inBlock block: Int, in day: inout KeyDay) {
    if take(CellColumn.rows, ofBlock: block, into: &day.numbers) {
      day.noteNumbers(step: step)
      return
    }
    for cell in 0..<cellsPerDay where days[block][CellColumn.rows, cell] > 0 {
      day.note(cell * step / day.minutes)
    }
  }

  /// Adds the demand of a block's cells to that of their intervals.
  ///
  /// - Parameter day: A day of this key, with room for its cells.
  func addDemand(_ demand: Demand, ofBlock block: Int, to day: inout KeyDay) {
    switch demand {
    case .offered: addFigure(.offered, ofBlock: block, to: &day)
    case .answeredPlusAbandoned:
      addFigure(.answered, ofBlock: block, to: &day)
      addFigure(.abandoned, ofBlock: block, to: &day)
    }
  }

  private func addFigure(
    _ figure: ContactSums.Figure, ofBlock block: Int, to day: inout KeyDay
  ) {
    guard has(figure.rawValue, inBlock: block) else { return }
    if take(figure.rawValue, ofBlock: block, into: &day.numbers) {
      day.addNumbers(step: step)
      return
    }
    for cell in 0..<cellsPerDay {
      day.addDemand(days[block][figure.rawValue, cell], to: cell * step / day.minutes)
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

  /// Counts the rows of a day that count.
  func rowCount(on day: Int32) -> Int {
    var scratch = scratch
    return [blocks[day], secondBlocks[day]].compactMap(\.self).reduce(0) {
      $0 + sum(CellColumn.rows, inBlock: $1, &scratch)
    }
  }

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
