/// Columns of whole numbers, each in as many bits as its largest one needs, in planes of 32 bits.
///
/// A cell has one word in every plane. A column begins at some bit and runs on through
/// the planes, so that no bit is lost between two columns: a number may begin in one plane
/// and end in the next. The words of a plane are neighbors, and so are the numbers of a
/// column as far as loops over all cells are concerned: the compiler makes vectors of them.
///
/// Where the last plane needs no more than 16 bits, two cells share a word of it: one of the
/// first half of the cells in the low bits, and one of the second half in the high bits. Either
/// half is a stretch of neighbors then.
///
/// Columns of at most 32 bits have these loops; wider ones, for numbers that no real center
/// has, are read and written one by one.
enum BitPlanes {
  /// Bits of a word.
  static let wordBits = 32

  /// Where a column stands: its first bit, and how many bits a number has.
  struct Column {
    let offset: Int
    let width: Int

    /// The plane that a number begins in.
    var plane: Int { offset / BitPlanes.wordBits }
    /// The bit of that plane.
    var shift: Int { offset % BitPlanes.wordBits }
    /// Whether a number goes on in the next plane.
    var isSplit: Bool { shift + width > BitPlanes.wordBits }
  }

  /// Counts the bits that a number needs.
  static func width(of number: Int) -> Int { Int.bitWidth - number.leadingZeroBitCount }

  /// Counts the words that so many bits of each cell need.
  static func words(of bits: Int, cells: Int) -> Int {
    let (planes, rest) = bits.quotientAndRemainder(dividingBy: wordBits)
    return planes * cells + (rest == 0 ? 0 : rest <= wordBits / 2 ? half(of: cells) : cells)
  }

  /// The cells that stand in the low bits of a plane whose words are shared.
  private static func half(of cells: Int) -> Int { (cells + 1) / 2 }

  /// Cells whose numbers stand alike, in words that are as far from each other as they are.
  private struct Stretch {
    /// The cells; none where there is no second stretch.
    let cells: Range<Int>
    /// How far before the word of its cell a number begins, and at which bit.
    let low: Int
    let lowShift: UInt32
    /// The same of the plane that a number goes on in, if it does.
    let high: Int
    let highShift: UInt32
    /// Bits of a number that stand in the first of two planes.
    let taken: UInt32
  }

  /// Finds the stretches of a column; the second is empty where no words are shared.
  ///
  /// - Precondition: The column has at most 32 bits and lies within the words.
  private static func stretches(
    of column: Column, cells: Int, words: Int
  ) -> (first: Stretch, second: Stretch) {
    precondition(column.width <= wordBits && column.offset >= 0 && cells >= 0)
    let (last, half) = (column.plane + (column.isSplit ? 1 : 0), half(of: cells))
    let isShared = (last + 1) * cells > words
    precondition(last * cells + (isShared ? half : cells) <= words)
    let bits = column.offset + column.width - last * wordBits
    precondition(!isShared || bits <= wordBits / 2)
    let (low, shift) = (column.plane * cells, UInt32(column.shift))
    let (high, taken) = (low + cells, UInt32(wordBits) - shift)
    let split = column.isSplit
    let first = Stretch(
      cells: 0..<(isShared ? half : cells), low: low, lowShift: shift, high: high, highShift: 0,
      taken: taken)
    let second = Stretch(
      cells: (isShared ? half : cells)..<cells, low: split ? low : low - half,
      lowShift: split ? shift : shift + 16, high: high - half, highShift: 16, taken: taken)
    return (first, second)
  }

  /// Where a part of a cell's number stands.
  ///
  /// - Returns: The word, the bit, and how many bits there are from there on.
  private static func part(
    _ plane: Int, _ shift: Int, of cell: Int, cells: Int, words: Int
  ) -> (position: Int, shift: Int, room: Int) {
    let (first, half) = (plane * cells, half(of: cells))
    if first + cells <= words { return (first + cell, shift, wordBits - shift) }
    let isLow = cell < half
    return (
      first + (isLow ? cell : cell - half), shift + (isLow ? 0 : wordBits / 2),
      wordBits / 2 - shift
    )
  }

  private static func mask(_ width: Int) -> UInt32 {
    width == 0 ? 0 : UInt32.max >> UInt32(wordBits - width)
  }
}

// MARK: - One number

extension BitPlanes {
  /// Reads the number of a cell.
  static func number(_ column: Column, of cell: Int, in words: Span<UInt32>, cells: Int) -> Int {
    var (plane, shift) = (column.plane, column.shift)
    var (value, taken): (UInt64, Int) = (0, 0)
    while taken < column.width {
      let part = part(plane, shift, of: cell, cells: cells, words: words.count)
      value |= UInt64(words[part.position] >> UInt32(part.shift)) << UInt64(taken)
      taken += part.room
      plane += 1
      shift = 0
    }
    return column.width == 0 ? 0 : Int(value & UInt64.max >> UInt64(64 - column.width))
  }

  /// Writes the number of a cell.
  ///
  /// - Precondition: It has no more bits than the column.
  static func write(
    _ number: Int, _ column: Column, of cell: Int, in words: inout MutableSpan<UInt32>, cells: Int
  ) {
    precondition(width(of: number) <= column.width)
    var (plane, shift) = (column.plane, column.shift)
    var (rest, left) = (UInt64(number), column.width)
    while left > 0 {
      let part = part(plane, shift, of: cell, cells: cells, words: words.count)
      let bits = min(left, part.room)
      let ones = mask(bits) << UInt32(part.shift)
      let added = UInt32(truncatingIfNeeded: rest) << UInt32(part.shift)
      words[part.position] = words[part.position] & ~ones | added & ones
      rest >>= UInt64(bits)
      left -= bits
      plane += 1
      shift = 0
    }
  }
}

// MARK: - Whole columns

extension BitPlanes {
  /// Takes every so many words.
  ///
  /// - Parameters:
  ///   - first: The first word.
  ///   - stride: How many words on the next one stands.
  ///   - count: How many to take.
  ///   - start: Where the first of them goes.
  /// - Returns: All bits of all of them.
  @discardableResult
  static func gather(
    _ words: Span<UInt32>, from first: Int, stride: Int, count: Int,
    into numbers: inout MutableSpan<UInt32>, at start: Int = 0
  ) -> UInt32 {
    precondition(first >= 0 && first < stride && count * stride <= words.count)
    precondition(start >= 0 && start + count <= numbers.count)
    // SAFETY: the last word stands before the end of as many strides, and there is room, as the
    // preconditions say.
    var bits: UInt32 = 0
    for cell in 0..<count {
      let word = unsafe words[unchecked: cell &* stride &+ first]
      unsafe numbers[unchecked: start &+ cell] = word
      bits |= word
    }
    return bits
  }

  /// Puts numbers into a column of zeros.
  ///
  /// - Precondition: The column has at most 32 bits, and no number has more than it.
  static func pack(
    _ numbers: Span<UInt32>, _ column: Column, into words: inout MutableSpan<UInt32>
  ) {
    let (first, second) = stretches(of: column, cells: numbers.count, words: words.count)
    // SAFETY: `stretches` finds both within the words, and there is a number for each cell.
    unsafe pack(numbers, column, first, into: &words)
    unsafe pack(numbers, column, second, into: &words)
  }

  @unsafe @inline(__always)
  private static func pack(
    _ numbers: Span<UInt32>, _ column: Column, _ stretch: Stretch,
    into words: inout MutableSpan<UInt32>
  ) {
    let (low, shift) = (stretch.low, stretch.lowShift)
    // SAFETY: the caller knows the stretch to lie within the words and the numbers.
    for cell in stretch.cells {
      let number = unsafe numbers[unchecked: cell]
      unsafe words[unchecked: low &+ cell] |= number &<< shift
    }
    guard column.isSplit else { return }
    let (high, highShift, taken) = (stretch.high, stretch.highShift, stretch.taken)
    for cell in stretch.cells {
      let number = unsafe numbers[unchecked: cell]
      unsafe words[unchecked: high &+ cell] |= (number &>> taken) &<< highShift
    }
  }

  /// Takes the numbers out of a column.
  ///
  /// - Precondition: The column has at most 32 bits.
  static func unpack(
    _ column: Column, of words: Span<UInt32>, into numbers: inout MutableSpan<UInt32>
  ) {
    guard column.width > 0 else {
      for cell in numbers.indices { numbers[cell] = 0 }
      return
    }
    let mask = mask(column.width)
    let (first, second) = stretches(of: column, cells: numbers.count, words: words.count)
    // SAFETY: `stretches` finds both within the words, and there is a number for each cell.
    unsafe unpack(first, column.isSplit, mask, of: words, into: &numbers)
    unsafe unpack(second, column.isSplit, mask, of: words, into: &numbers)
  }

  @unsafe
  private static func unpack(
    _ stretch: Stretch, _ isSplit: Bool, _ mask: UInt32, of words: Span<UInt32>,
    into numbers: inout MutableSpan<UInt32>
  ) {
    // SAFETY: the caller knows the stretch to lie within the words and the numbers.
    if isSplit {
      for cell in stretch.cells {
        let number = unsafe number(of: cell, splitIn: stretch, words) & mask
        unsafe numbers[unchecked: cell] = number
      }
    } else {
      for cell in stretch.cells {
        let number = unsafe number(of: cell, in: stretch, words) & mask
        unsafe numbers[unchecked: cell] = number
      }
    }
  }

  /// A number of one plane, with other bits above it.
  @unsafe @inline(__always)
  private static func number(
    of cell: Int, in stretch: Stretch, _ words: Span<UInt32>
  ) -> UInt32 {
    // SAFETY: the callers know the stretch to lie within the words.
    unsafe words[unchecked: stretch.low &+ cell] &>> stretch.lowShift
  }

  /// A number of two planes, with other bits above it.
  @unsafe @inline(__always)
  private static func number(
    of cell: Int, splitIn stretch: Stretch, _ words: Span<UInt32>
  ) -> UInt32 {
    // SAFETY: the callers know the stretch to lie within the words.
    let low = unsafe words[unchecked: stretch.low &+ cell] &>> stretch.lowShift
    let high = unsafe words[unchecked: stretch.high &+ cell] &>> stretch.highShift
    return low | high &<< stretch.taken
  }

  /// Adds numbers to sums, each times a scale.
  ///
  /// - Precondition: There are as many sums as numbers. No sum gets beyond 62 bits, which the
  ///   caller finds in what is returned.
  /// - Returns: All bits of all sums.
  static func add(
    _ numbers: Span<UInt32>, times scale: UInt32, to sums: inout MutableSpan<Int>, at start: Int
  ) -> Int {
    precondition(start >= 0 && start + numbers.count <= sums.count)
    var bits = 0
    // SAFETY: the precondition keeps every sum within the span.
    for cell in 0..<numbers.count {
      bits |= unsafe add(numbers[unchecked: cell], times: scale, to: &sums, start &+ cell)
    }
    return bits
  }

  /// Adds the numbers of a column to sums, each times a scale.
  ///
  /// - Precondition: The column has at most 32 bits and as many cells as there are sums for it.
  ///   No sum gets beyond 62 bits, which the caller finds in what is returned.
  /// - Returns: All bits of all sums.
  static func add(
    _ column: Column, of words: Span<UInt32>, cells: Int, times scale: UInt32,
    to sums: inout MutableSpan<Int>, at start: Int
  ) -> Int {
    precondition(start >= 0 && start + cells <= sums.count)
    let (mask, isSplit) = (mask(column.width), column.isSplit)
    let (first, second) = stretches(of: column, cells: cells, words: words.count)
    // SAFETY: `stretches` finds both within the words, and there is a sum for each cell.
    return unsafe add(first, isSplit, mask, of: words, times: scale, to: &sums, at: start)
      | add(second, isSplit, mask, of: words, times: scale, to: &sums, at: start)
  }

  @unsafe
  private static func add(
    _ stretch: Stretch, _ isSplit: Bool, _ mask: UInt32, of words: Span<UInt32>,
    times scale: UInt32, to sums: inout MutableSpan<Int>, at start: Int
  ) -> Int {
    var bits = 0
    // SAFETY: the caller knows the stretch to lie within the words and the sums.
    if isSplit {
      for cell in stretch.cells {
        let number = unsafe number(of: cell, splitIn: stretch, words) & mask
        bits |= unsafe add(number, times: scale, to: &sums, start &+ cell)
      }
    } else {
      for cell in stretch.cells {
        let number = unsafe number(of: cell, in: stretch, words) & mask
        bits |= unsafe add(number, times: scale, to: &sums, start &+ cell)
      }
    }
    return bits
  }

  /// Adds a number times a scale to a sum, and returns the sum.
  @unsafe @inline(__always)
  private static func add(
    _ number: UInt32, times scale: UInt32, to sums: inout MutableSpan<Int>, _ place: Int
  ) -> Int {
    // SAFETY: the callers know the place to lie within the sums.
    let sum =
      unsafe sums[unchecked: place]
      &+ Int(truncatingIfNeeded: UInt64(number) &* UInt64(scale))
    unsafe sums[unchecked: place] = sum
    return sum
  }
}
