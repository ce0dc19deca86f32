// MARK: - Contacts

extension KeyTally {
  /// Finds the cell of an interval, which holds a record once a row is added to it.
  ///
  /// - Parameter isSecond: Whether it lies in the second pass of a repeated hour.
  mutating func interval(day: Int32, minute: Int32, isSecond: Bool = false) -> Int {
    refine(for: minute)
    // A day has a block of its own also where all it has is a second pass.
    let first = block(of: day, place: 0)
    return (isSecond ? secondBlock(of: day, place: 0) : first) * cellsPerDay + Int(minute) / step
  }

  /// Adds what a contact comes to.
  mutating func add(_ contact: borrowing ContactAdditions, cell: Int) {
    // Contacts come in runs of a day.
    let index = cell - open.block * cellsPerDay
    if open.block >= 0, index >= 0, index < cellsPerDay, open.add(contact, index) { return }
    for position in 0..<contact.count {
      let (column, number) = contact[position]
      add(number, toColumn: column, cell: cell)
    }
  }

  /// Adds to a figure of a cell.
  mutating func add(_ count: Int, to figure: ContactSums.Figure, cell: Int) {
    add(count, toColumn: figure.rawValue, cell: cell)
  }

  private mutating func add(_ count: Int, toColumn column: Int, cell: Int) {
    // Contacts come in runs of a day.
    let index = cell - open.block * cellsPerDay
    if open.block >= 0, index >= 0, index < cellsPerDay, open.add(count, to: column, index) {
      return
    }
    let (sum, wraps) = number(column, cell).addingReportingOverflow(count)
    // Seconds are a thousand milliseconds each.
    let bits =
      column < CellColumn.waitRest && CellColumn.isDuration(.init(rawValue: column)!) ? 50 : 58
    let isTooLarge = wraps || sum >> bits != 0
    if isTooLarge { hasOverflowed = true }
    set(column, cell, to: isTooLarge ? 0 : sum)
  }

  private mutating func set(_ column: Int, _ cell: Int, to number: Int) {
    let (block, index) = cell.quotientAndRemainder(dividingBy: cellsPerDay)
    if block == open.block {
      if OpenDay.fits(number) {
        open.set(column, index, to: number)
        return
      }
      close()
    }
    days[block].set(column, index, to: number)
  }
}

/// What one contact adds to the numbers of its cell.
struct ContactAdditions: Sendable {
  /// How many numbers it adds to.
  private(set) var count = 0
  /// A bit for each of their columns.
  private(set) var mask: UInt32 = 0
  // Rows, offered, an outcome, what is judged of it, and two durations in two columns each:
  // no contact adds to twelve.
  private var columns = InlineArray<12, Int>(repeating: 0)
  private var numbers = InlineArray<12, Int>(repeating: 0)

  /// The column and what is added to it.
  subscript(position: Int) -> (column: Int, number: Int) {
    (columns[position], numbers[position])
  }

  /// Adds to a figure.
  mutating func add(_ number: Int, to figure: ContactSums.Figure) {
    add(number, toColumn: figure.rawValue)
  }

  /// Adds to a duration: whole seconds, and what is left.
  mutating func addDuration(milliseconds: Int, to figure: ContactSums.Figure) {
    if milliseconds == 0 { return }
    let (seconds, part) = milliseconds.quotientAndRemainder(dividingBy: CellColumn.perSecond)
    if seconds > 0 { add(seconds, toColumn: figure.rawValue) }
    if part > 0 { add(part, toColumn: CellColumn.rest(of: figure)) }
  }

  /// The sums that they come to.
  var sums: ContactSums {
    var cell = CellNumbers()
    for position in 0..<count { cell[columns[position]] += numbers[position] }
    return cell.sums
  }

  private mutating func add(_ number: Int, toColumn column: Int) {
    (columns[count], numbers[count]) = (column, number)
    mask |= 1 << UInt32(column)
    count += 1
  }
}
