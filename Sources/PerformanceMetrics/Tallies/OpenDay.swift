/// The day that rows of a key come to: each column that occurs has a word in every cell.
///
/// Nothing is packed while a day is filled: a row writes the words of its cell, which stand
/// side by side, so that it touches one place of the memory or two. Exports come in runs of a day, so that a key has one open day at a
/// time; when a row of another day comes, the day is packed into `DayCells`.
struct OpenDay: Sendable {
  /// The block of the day among the key's; −1 where none is open.
  private(set) var block = -1
  /// Days since 1970-01-01.
  private(set) var day = Int32.min
  /// The stated interval length of the day; 0 where nothing states it.
  var length: Int32 = 0
  /// How many cells the day has.
  private(set) var count = 0
  /// No row of the day has a lower place: places are counted from here.
  private(set) var firstPlace = 0
  /// The columns that have a word in each cell.
  private(set) var columns: OpenColumns
  /// The cells, one after another.
  var words: ContiguousArray<UInt32> = []

  /// Creates a day that is not open.
  init(_ columns: OpenColumns = OpenColumns()) { self.columns = columns }

  /// Begins another day, with the columns that the last one had.
  mutating func begin(_ day: Int32, block: Int, count: Int, firstPlace: Int) {
    (self.day, self.block, self.firstPlace) = (day, block, firstPlace)
    length = 0
    if self.count == count {
      var span = words.mutableSpan
      span.update(repeating: 0)
    } else {
      words = .init(repeating: 0, count: columns.count * count)
      self.count = count
    }
  }

  /// Ends the day; its cells are worthless from now on.
  mutating func end() { (day, block) = (.min, -1) }
}

// MARK: - Cells

extension OpenDay {
  /// Tells whether a column has a word in each cell.
  func has(_ column: Int) -> Bool { columns.contains(column) }

  /// Takes the numbers of a column out, one for each cell; zeros of one without words.
  ///
  /// - Parameter start: Where the first of them goes.
  /// - Returns: All bits of all numbers.
  @discardableResult
  func copy(_ column: Int, into numbers: inout MutableSpan<UInt32>, at start: Int = 0) -> UInt32 {
    guard has(column) else {
      for cell in 0..<count { numbers[start + cell] = 0 }
      return 0
    }
    return BitPlanes.gather(
      words.span, from: columns.position(of: column), stride: columns.count, count: count,
      into: &numbers, at: start)
  }

  /// The number of a column in a cell.
  subscript(column: Int, cell: Int) -> Int {
    has(column) ? Int(words[cell * columns.count + columns.position(of: column)]) : 0
  }

  /// The numbers of all columns in a cell.
  func numbers(of cell: Int) -> CellNumbers {
    var (numbers, position) = (CellNumbers(), cell * columns.count)
    for column in 0..<CellColumn.count where has(column) {
      numbers[column] = Int(words[position])
      position += 1
    }
    return numbers
  }

  /// Tells whether a word holds a number.
  static func fits(_ number: Int) -> Bool { number >> BitPlanes.wordBits == 0 }

  /// Sets the number of a column in a cell.
  ///
  /// - Precondition: The number fits.
  mutating func set(_ column: Int, _ cell: Int, to number: Int) {
    if !has(column) {
      if number == 0 { return }
      var more = columns
      more.insert(column)
      widen(to: more)
    }
    words[cell * columns.count + columns.position(of: column)] = UInt32(number)
  }

  /// Adds to the number of a column in a cell.
  ///
  /// - Returns: `false` where the column has no word, or none that holds the sum; nothing is
  ///   then added.
  mutating func add(_ count: Int, to column: Int, _ cell: Int) -> Bool {
    guard has(column) else { return false }
    let position = cell * columns.count + columns.position(of: column)
    let sum = Int(words[position]) + count
    guard OpenDay.fits(sum) else { return false }
    words[position] = UInt32(sum)
    return true
  }

  /// Adds what a contact comes to to a cell.
  ///
  /// - Returns: `false` where some column has no word, or none that holds the sum; nothing is
  ///   then added.
  mutating func add(_ contact: borrowing ContactAdditions, _ cell: Int) -> Bool {
    guard contact.mask & ~columns.mask == 0 else { return false }
    let first = cell * columns.count
    var places = InlineArray<12, Int>(repeating: 0)
    for position in 0..<contact.count {
      let (column, number) = contact[position]
      places[position] = first + columns.position(of: column)
      guard OpenDay.fits(Int(words[places[position]]) + number) else { return false }
    }
    var out = words.mutableSpan
    for position in 0..<contact.count {
      out[places[position]] += UInt32(contact[position].number)
    }
    return true
  }

  /// Adds a word to each cell for each column that has none.
  ///
  /// - Parameter more: The columns from now on; all that there are, and others.
  mutating func widen(to more: OpenColumns) {
    guard more != columns else { return }
    var wider = ContiguousArray<UInt32>(repeating: 0, count: more.count * count)
    for column in 0..<CellColumn.count where has(column) {
      let (old, new) = (columns.position(of: column), more.position(of: column))
      for cell in 0..<count { wider[cell * more.count + new] = words[cell * columns.count + old] }
    }
    (columns, words) = (more, wider)
  }

  /// Lets places begin at a lower one.
  ///
  /// - Returns: `false` where some place does not fit then; nothing is changed.
  mutating func lower(firstPlace place: Int) -> Bool {
    guard place < firstPlace else { return true }
    let records = (0..<count).filter { self[CellColumn.rows, $0] > 0 }
    let places = records.map { self[CellColumn.place, $0] + firstPlace - place }
    guard places.allSatisfy(OpenDay.fits) else { return false }
    for (cell, number) in zip(records, places) { set(CellColumn.place, cell, to: number) }
    firstPlace = place
    return true
  }

  /// Moves every cell to a multiple of its position, with cells of zeros between.
  mutating func spread(by factor: Int) {
    var wider = ContiguousArray<UInt32>(repeating: 0, count: words.count * factor)
    for position in words.indices {
      let (cell, column) = position.quotientAndRemainder(dividingBy: columns.count)
      wider[cell * factor * columns.count + column] = words[position]
    }
    (words, count) = (wider, count * factor)
  }
}

/// The columns that the cells of open days have a word for, and which it is.
struct OpenColumns: Hashable, Sendable {
  /// A bit for each column.
  private(set) var mask: UInt32 = 0

  /// The columns that every row has.
  static var usual: OpenColumns {
    var columns = OpenColumns()
    for column in [CellColumn.rows, CellColumn.fingerprint, CellColumn.place] {
      columns.insert(column)
    }
    for figure in [ContactSums.Figure.offered, .answered, .abandoned] {
      columns.insert(figure.rawValue)
    }
    return columns
  }

  /// The number of columns.
  var count: Int { mask.nonzeroBitCount }

  /// Tells whether a column is among them.
  func contains(_ column: Int) -> Bool { mask >> UInt32(column) & 1 == 1 }

  /// The word of a column in a cell: words stand in the order of the columns.
  func position(of column: Int) -> Int { (mask & (1 << UInt32(column) - 1)).nonzeroBitCount }

  /// Adds a column.
  mutating func insert(_ column: Int) { mask |= 1 << UInt32(column) }

  /// Adds the columns of another set.
  mutating func formUnion(_ other: OpenColumns) { mask |= other.mask }

  /// Adds the columns of a mask.
  mutating func formUnion(mask other: UInt32) { mask |= other }
}
