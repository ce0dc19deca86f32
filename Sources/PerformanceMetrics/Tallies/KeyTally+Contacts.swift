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
    set(column, cell, to: number(column, cell) + count)
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

  /// Adds to a duration of a cell.
  mutating func addDuration(milliseconds: Int, to figure: ContactSums.Figure, cell: Int) {
    if milliseconds == 0 { return }
    let (seconds, part) = milliseconds.quotientAndRemainder(dividingBy: CellColumn.perSecond)
    add(seconds, toColumn: figure.rawValue, cell: cell)
    if part > 0 { add(part, toColumn: CellColumn.rest(of: figure), cell: cell) }
    // One duration is at most 10⁹ seconds, so that the sum is caught before it wraps.
    if number(figure.rawValue, cell) >> 50 != 0 {
      hasOverflowed = true
      set(figure.rawValue, cell, to: 0)
    }
  }
}
