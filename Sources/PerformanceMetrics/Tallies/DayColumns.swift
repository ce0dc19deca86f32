/// The sums of one day, a column for each figure with a value for each interval.
struct DayColumns: Sendable {
  /// Intervals of the wall clock's day.
  let slots: Int
  /// Places in each column: the day's intervals, and once more those of a second pass.
  let places: Int
  /// Whether any sum has reached 2⁶⁰; the sums are then worthless.
  private(set) var hasOverflowed = false
  /// The columns one after another, in the order of the figures; zeros stand behind them.
  private(set) var values: ContiguousArray<Int>
  /// A bit for each figure that anything was added to.
  private var written: UInt32 = 0

  /// Creates the columns of a day without records.
  ///
  /// - Parameter isRepeated: Whether a part of the day comes twice.
  init(slots: Int, isRepeated: Bool = false) {
    self.slots = slots
    places = isRepeated ? 2 * slots : slots
    values = .init(repeating: 0, count: places * (DayColumns.zeros + 1))
  }

  /// Whether anything was added to a figure.
  func has(_ figure: ContactSums.Figure) -> Bool { written >> UInt32(figure.rawValue) & 1 == 1 }

  /// Forgets all sums.
  mutating func clear() {
    hasOverflowed = false
    let (places, written) = (places, written)
    self.written = 0
    var span = values.mutableSpan
    for column in 0..<DayColumns.zeros where written >> UInt32(column) & 1 == 1 {
      for place in (column * places)..<((column + 1) * places) { span[place] = 0 }
    }
  }

  /// The number of a column that holds nothing but zeros.
  static let zeros = ContactSums.Figure.allCases.count

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
    for figure in ContactSums.Figure.allCases where sums[figure] != 0 {
      written |= 1 << UInt32(figure.rawValue)
      values[figure.rawValue * places + slot] += sums[figure]
      bits |= values[figure.rawValue * places + slot]
    }
    note(bits)
  }

  /// Adds the cells of a day to the column of a figure, several to an interval where the
  /// cells are finer.
  ///
  /// - Parameters:
  ///   - numbers: A number for each cell of the day.
  ///   - scale: What a cell's number is multiplied by.
  mutating func add(
    _ numbers: Span<UInt32>, times scale: Int, to figure: ContactSums.Figure
  ) {
    let start = figure.rawValue * places
    written |= 1 << UInt32(figure.rawValue)
    guard numbers.count == slots else {
      for cell in numbers.indices {
        add(Int(numbers[cell]) * scale, to: figure, cell: cell, of: numbers.count)
      }
      return
    }
    var span = values.mutableSpan
    let bits = BitPlanes.add(numbers, times: UInt32(scale), to: &span, at: start)
    note(bits)
  }

  /// Adds packed cells of a day to the column of a figure, one to an interval.
  ///
  /// - Parameters:
  ///   - column: Where the numbers stand; of at most 32 bits.
  ///   - scale: What a cell's number is multiplied by.
  mutating func add(
    _ column: BitPlanes.Column, of words: Span<UInt32>, times scale: Int,
    to figure: ContactSums.Figure
  ) {
    written |= 1 << UInt32(figure.rawValue)
    let (slots, start) = (slots, figure.rawValue * places)
    var span = values.mutableSpan
    let bits = BitPlanes.add(
      column, of: words, cells: slots, times: UInt32(scale), to: &span, at: start)
    note(bits)
  }

  /// Adds one cell of a day to the column of a figure.
  ///
  /// - Parameter cells: Cells of the day.
  mutating func add(_ number: Int, to figure: ContactSums.Figure, cell: Int, of cells: Int) {
    let position = figure.rawValue * places + cell * slots / cells
    written |= 1 << UInt32(figure.rawValue)
    values[position] += number
    note(values[position])
  }

  private mutating func note(_ bits: Int) {
    guard bits >> ContactSums.limitBits != 0 else { return }
    hasOverflowed = true
    values = .init(repeating: 0, count: values.count)
  }
}

// MARK: - The whole day

extension DayColumns {
  /// The sums of all intervals; `nil` where a number is too large for plain arithmetic.
  ///
  /// - Complexity: O(*n*) in the intervals.
  var totals: ContactSums? {
    var (sums, bits) = (ContactSums(), 0)
    for column in 0..<DayColumns.zeros where written >> UInt32(column) & 1 == 1 {
      var sum = 0
      let values = values.span.extracting((column * places)..<((column + 1) * places))
      // Below 2³¹ no sum of a few thousand wraps; what is larger is found in the bits.
      for place in values.indices {
        sum &+= values[place]
        bits |= values[place]
      }
      sums[ContactSums.Figure(rawValue: column)!] = sum
    }
    return bits >> DayColumns.plainBits == 0 && !hasOverflowed ? sums : nil
  }

  /// A hundred million times a number of so many bits stays far below 63 bits.
  static let plainBits = 31
}
