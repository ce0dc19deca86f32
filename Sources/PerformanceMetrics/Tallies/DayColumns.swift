/// The sums of one day, a column for each figure with a value for each interval.
struct DayColumns: Sendable {
  /// Intervals of the wall clock's day.
  let slots: Int
  /// Places in each column: the day's intervals, and once more those of a second pass.
  private let places: Int
  /// Whether any sum has reached 2⁶⁰; the sums are then worthless.
  private(set) var hasOverflowed = false
  private var values: ContiguousArray<Int>

  /// Creates the columns of a day without records.
  ///
  /// - Parameter isRepeated: Whether a part of the day comes twice.
  init(slots: Int, isRepeated: Bool = false) {
    self.slots = slots
    places = isRepeated ? 2 * slots : slots
    values = .init(repeating: 0, count: places * ContactSums.Figure.allCases.count)
  }

  /// The sums of one interval; those of a second pass follow the day's.
  func sums(_ slot: Int) -> ContactSums {
    var sums = ContactSums()
    for figure in ContactSums.Figure.allCases {
      sums[figure] = values[figure.rawValue * places + slot]
    }
    return sums
  }

  /// Adds sums to one interval.
  mutating func add(_ sums: ContactSums, to slot: Int) {
    var bits = 0
    for figure in ContactSums.Figure.allCases {
      values[figure.rawValue * places + slot] += sums[figure]
      bits |= values[figure.rawValue * places + slot]
    }
    note(bits)
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
      counts, from: first, cells: cells, scale: scale, into: &values, at: figure.rawValue * places,
      slots: slots)
    note(bits)
  }

  private mutating func note(_ bits: Int) {
    guard bits >> ContactSums.limitBits != 0 else { return }
    hasOverflowed = true
    values = .init(repeating: 0, count: values.count)
  }

  private static func sum(
    _ counts: borrowing PackedCounts, from first: Int, cells: Int, scale: Int,
    into values: inout ContiguousArray<Int>, at start: Int, slots: Int
  ) -> Int {
    var span = values.mutableSpan
    return counts.add(from: first, cells: cells, scale: scale, to: &span, at: start, slots: slots)
  }
}
