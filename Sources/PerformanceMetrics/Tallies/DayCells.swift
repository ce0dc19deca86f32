/// The cells of one day, packed: every column in as few bits as its largest number needs.
///
/// Most columns hold small counts and many hold nothing but zeros, which take no bit. A
/// number that does not fit widens its column, which packs the cells anew; widths grow in
/// steps, so that this happens a few times at most. The place of a row is kept as what it
/// is behind the one that is expected, see `PlaceLine`.
struct DayCells: Sendable {
  /// Where the rows are expected: none has a lower place than its cell's.
  private(set) var line: PlaceLine
  /// The number of cells, in the four bytes that the line leaves.
  private let cells: Int32
  /// Bits of each column's numbers.
  private var widths = InlineArray<24, UInt8>(repeating: 0)
  /// The planes, one after another; see `BitPlanes`.
  private var words: ContiguousArray<UInt32> = []

  /// How many cells there are.
  var count: Int { Int(cells) }

  /// Creates cells of zeros.
  init(count: Int, line: PlaceLine) {
    cells = Int32(count)
    self.line = line
  }

  /// Packs an open day.
  ///
  /// - Complexity: O(*n*) in the cells. Allocates the planes, and their columns for a while.
  init(_ open: borrowing OpenDay) {
    self.init(count: open.count, line: PlaceLine(first: open.firstPlace))
    let size = count
    var columns = ContiguousArray<UInt32>(repeating: 0, count: open.columns.count * size)
    var all = columns.mutableSpan
    var first = 0
    for column in 0..<CellColumn.count where open.has(column) {
      var bits = open.copy(column, into: &all, at: first)
      if column == CellColumn.place {
        // The rows have the first column, and so stand first.
        (line, bits) = PlaceLine.fit(
          first..<(first + size), rows: 0..<size, in: &all, bits: bits,
          countedFrom: open.firstPlace)
      }
      widths[column] = UInt8(BitPlanes.width(of: Int(bits)))
      first += size
    }
    var planes = ContiguousArray<UInt32>(
      repeating: 0, count: BitPlanes.words(of: bitsOfCell, cells: size))
    var span = planes.mutableSpan
    var offset = 0
    first = 0
    for column in 0..<CellColumn.count where open.has(column) {
      let target = BitPlanes.Column(offset: offset, width: Int(widths[column]))
      if target.width > 0 {
        BitPlanes.pack(all.span.extracting(first..<(first + size)), target, into: &span)
      }
      offset += target.width
      first += size
    }
    words = planes
  }

  private var bitsOfCell: Int {
    var bits = 0
    for column in 0..<CellColumn.count { bits += Int(widths[column]) }
    return bits
  }

  private func place(of column: Int) -> BitPlanes.Column {
    var offset = 0
    for before in 0..<column { offset += Int(widths[before]) }
    return .init(offset: offset, width: Int(widths[column]))
  }
}

// MARK: - One cell

extension DayCells {
  /// The number of a column in a cell.
  subscript(column: Int, cell: Int) -> Int {
    if widths[column] == 0 { return 0 }
    return BitPlanes.number(place(of: column), of: cell, in: words.span, cells: count)
  }

  /// The numbers of all columns in a cell.
  func numbers(of cell: Int) -> CellNumbers {
    var (numbers, offset) = (CellNumbers(), 0)
    for column in 0..<CellColumn.count where widths[column] > 0 {
      let place = BitPlanes.Column(offset: offset, width: Int(widths[column]))
      numbers[column] = BitPlanes.number(place, of: cell, in: words.span, cells: count)
      offset += place.width
    }
    return numbers
  }

  /// Sets the number of a column in a cell.
  mutating func set(_ column: Int, _ cell: Int, to number: Int) {
    if BitPlanes.width(of: number) > widths[column] {
      var wider = widths
      wider[column] = DayCells.rounded(number)
      pack(to: wider)
    }
    write(column, cell, number)
  }

  /// The place of the row in a cell.
  func place(ofRowIn cell: Int) -> Int { line[cell] + self[CellColumn.place, cell] }

  /// Writes all columns of a cell.
  ///
  /// - Parameter place: The place of the cell's row, which is none of the numbers.
  mutating func put(_ numbers: borrowing CellNumbers, place: Int, in cell: Int) {
    lower(firstPlace: place, of: cell)
    var (wider, fits) = (widths, true)
    for column in 0..<CellColumn.count {
      let number = column == CellColumn.place ? place - line[cell] : numbers[column]
      guard BitPlanes.width(of: number) > widths[column] else { continue }
      wider[column] = DayCells.rounded(number)
      fits = false
    }
    if !fits { pack(to: wider) }
    for column in 0..<CellColumn.place where widths[column] > 0 {
      write(column, cell, numbers[column])
    }
    write(CellColumn.place, cell, place - line[cell])
  }

  private mutating func write(_ column: Int, _ cell: Int, _ number: Int) {
    if widths[column] == 0 { return }
    let (place, cells) = (place(of: column), count)
    var span = words.mutableSpan
    BitPlanes.write(number, place, of: cell, in: &span, cells: cells)
  }

  /// The bits that a column gets for a number that did not fit: some more than it needs,
  /// so that a row of growing numbers packs the cells anew a few times and not each time.
  private static func rounded(_ number: Int) -> UInt8 {
    let width = BitPlanes.width(of: number)
    return UInt8(width == 1 ? 1 : min(63, (width + 3) / 4 * 4))
  }
}

// MARK: - All cells

extension DayCells {
  /// Takes the numbers of a column out, one for each cell.
  ///
  /// - Precondition: There is room for one number for each cell, and no more.
  /// - Returns: `false` where some number needs more than 32 bits; nothing is then taken.
  func unpack(_ column: Int, into numbers: inout MutableSpan<UInt32>) -> Bool {
    precondition(numbers.count == count)
    guard widths[column] <= BitPlanes.wordBits else { return false }
    BitPlanes.unpack(place(of: column), of: words.span, into: &numbers)
    return true
  }

  /// Adds the counts of the day to columns of sums.
  ///
  /// - Parameter scratch: Room for a number for each cell.
  func add(to day: inout DayColumns, _ scratch: inout ContiguousArray<UInt32>) {
    var offset = 0
    for column in 0..<CellColumn.suspect where widths[column] > 0 {
      let place = BitPlanes.Column(offset: offset, width: Int(widths[column]))
      let (figure, scale) = CellColumn.figure(of: column)
      offset += place.width
      if place.width > BitPlanes.wordBits {
        for cell in 0..<count {
          day.add(self[column, cell] * scale, to: figure, cell: cell, of: count)
        }
      } else if count == day.slots {
        day.add(place, of: words.span, times: scale, to: figure)
      } else {
        precondition(scratch.count == count)
        var span = scratch.mutableSpan
        BitPlanes.unpack(place, of: words.span, into: &span)
        day.add(scratch.span, times: scale, to: figure)
      }
    }
  }

  /// The bytes of the planes.
  var byteCount: Int { words.count * BitPlanes.wordBits / 8 }

  /// Tells whether any cell has a number in a column.
  func has(_ column: Int) -> Bool { widths[column] > 0 }

  /// Packs the cells anew, in other widths that no number is too large for.
  private mutating func pack(to wider: InlineArray<24, UInt8>) {
    var packed = DayCells(count: count, line: line)
    packed.widths = wider
    packed.words = .init(
      repeating: 0, count: BitPlanes.words(of: packed.bitsOfCell, cells: count))
    var numbers = ContiguousArray<UInt32>(repeating: 0, count: count)
    for column in 0..<CellColumn.count where widths[column] > 0 {
      let target = packed.place(of: column)
      guard target.width <= BitPlanes.wordBits else {
        for cell in 0..<count { packed.write(column, cell, self[column, cell]) }
        continue
      }
      var span = numbers.mutableSpan
      BitPlanes.unpack(place(of: column), of: words.span, into: &span)
      var planes = packed.words.mutableSpan
      BitPlanes.pack(span.span, target, into: &planes)
    }
    self = packed
  }
}

// MARK: - Places

extension DayCells {
  /// No row of the day has a lower place.
  var firstPlace: Int { line.lowest(of: count) }

  /// Lets places begin at a lower one.
  ///
  /// - Complexity: O(*n*) in the cells, where it lowers them.
  mutating func lower(firstPlace place: Int) {
    if place < firstPlace { lay(PlaceLine(first: place)) }
  }

  /// Lets a row have a place that is lower than what is expected of its cell.
  ///
  /// The line is given up, since it is no guess of rows to come: those of a file without an
  /// order would lower it again and again.
  private mutating func lower(firstPlace place: Int, of cell: Int) {
    if place < line[cell] { lay(PlaceLine(first: min(place, firstPlace))) }
  }

  /// Expects rows elsewhere.
  ///
  /// - Precondition: No row has a lower place than what is expected of its cell.
  private mutating func lay(_ other: PlaceLine) {
    guard other != line else { return }
    for cell in 0..<count where self[CellColumn.rows, cell] > 0 {
      set(CellColumn.place, cell, to: place(ofRowIn: cell) - other[cell])
    }
    line = other
  }

  /// Gives the same cells, each a multiple of its position on, with cells of zeros between.
  func spread(by factor: Int) -> DayCells {
    let spread = line.spread(by: factor)
    var cells = self
    cells.lay(PlaceLine(first: line.first, slope: spread.slope * Int32(factor)))
    var wider = DayCells(count: count * factor, line: spread)
    wider.widths = cells.widths
    wider.words = .init(
      repeating: 0, count: BitPlanes.words(of: wider.bitsOfCell, cells: wider.count))
    for cell in 0..<count {
      for column in 0..<CellColumn.count where cells.widths[column] > 0 {
        wider.write(column, cell * factor, cells[column, cell])
      }
    }
    return wider
  }
}
