/// The sums of one day, a column for each figure with a value for each interval.
struct DayColumns: Sendable {
  /// Intervals of the day.
  let slots: Int
  /// Whether any sum has reached 2⁶⁰; the sums are then worthless.
  private(set) var hasOverflowed = false
  private var values: ContiguousArray<Int>

  /// Creates the columns of a day without records.
  init(slots: Int) {
    self.slots = slots
    values = .init(repeating: 0, count: slots * ContactSums.Figure.allCases.count)
  }

  /// The sums of one interval.
  func sums(_ slot: Int) -> ContactSums {
    var sums = ContactSums()
    for figure in ContactSums.Figure.allCases {
      sums[figure] = values[figure.rawValue * slots + slot]
    }
    return sums
  }

  /// Adds a run of cells to the column of a figure.
  ///
  /// - Parameters:
  ///   - counts: Where the cells stand.
  ///   - first: The first cell of the day.
  ///   - cells: Cells of the day.
  ///   - scale: What a cell's number is multiplied by.
  mutating func add(
    _ counts: borrowing PackedCounts, from first: Int, cells: Int, scale: Int = 1,
    to figure: ContactSums.Figure
  ) {
    let bits = DayColumns.sum(
      counts, from: first, cells: cells, scale: scale, into: &values, at: figure.rawValue * slots,
      slots: slots)
    if bits >> ContactSums.limitBits != 0 {
      hasOverflowed = true
      values = .init(repeating: 0, count: values.count)
    }
  }

  private static func sum(
    _ counts: borrowing PackedCounts, from first: Int, cells: Int, scale: Int,
    into values: inout ContiguousArray<Int>, at start: Int, slots: Int
  ) -> Int {
    var span = values.mutableSpan
    return counts.add(from: first, cells: cells, scale: scale, to: &span, at: start, slots: slots)
  }
}
