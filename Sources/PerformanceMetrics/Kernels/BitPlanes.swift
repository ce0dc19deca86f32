/// Columns of whole numbers, each in as many bits as its largest one needs, in planes of 32 bits.
///
/// A cell has one word in every plane. A column begins at some bit and runs on through
/// the planes, so that no bit is lost between two columns: a number may begin in one plane
/// and end in the next. The words of a plane are neighbors, and so are the numbers of a
/// column as far as loops over all cells are concerned: the compiler makes vectors of them.
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

  /// Counts the planes that so many bits need.
  static func planes(of bits: Int) -> Int { (bits + wordBits - 1) / wordBits }

  private static func mask(_ width: Int) -> UInt32 {
    width == 0 ? 0 : UInt32.max >> UInt32(wordBits - width)
  }
}

// MARK: - One number

extension BitPlanes {
  /// Reads the number of a cell.
  static func number(_ column: Column, of cell: Int, in words: Span<UInt32>, cells: Int) -> Int {
    var (position, shift) = (column.plane * cells + cell, column.shift)
    var (value, taken): (UInt64, Int) = (0, 0)
    while taken < column.width {
      value |= UInt64(words[position] >> UInt32(shift)) << UInt64(taken)
      taken += wordBits - shift
      position += cells
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
    var (position, shift) = (column.plane * cells + cell, column.shift)
    var (rest, left) = (UInt64(number), column.width)
    while left > 0 {
      let bits = min(left, wordBits - shift)
      let ones = mask(bits) << UInt32(shift)
      let part = UInt32(truncatingIfNeeded: rest) << UInt32(shift)
      words[position] = words[position] & ~ones | part & ones
      rest >>= UInt64(bits)
      left -= bits
      position += cells
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
    let (cells, shift) = (numbers.count, UInt32(column.shift))
    let first = column.plane * cells
    precondition(column.width <= wordBits)
    precondition(first + (column.isSplit ? 2 : 1) * cells <= words.count)
    // SAFETY: both planes of the column lie within the words, as the precondition says.
    for cell in 0..<cells {
      let number = unsafe numbers[unchecked: cell]
      let word = unsafe words[unchecked: first &+ cell]
      unsafe words[unchecked: first &+ cell] = word | number &<< shift
    }
    guard column.isSplit else { return }
    let next = first + cells
    for cell in 0..<cells {
      let number = unsafe numbers[unchecked: cell]
      let word = unsafe words[unchecked: next &+ cell]
      unsafe words[unchecked: next &+ cell] = word | number &>> (32 &- shift)
    }
  }

  /// Takes the numbers out of a column.
  ///
  /// - Precondition: The column has at most 32 bits.
  static func unpack(
    _ column: Column, of words: Span<UInt32>, into numbers: inout MutableSpan<UInt32>
  ) {
    let (cells, shift, mask) = (numbers.count, UInt32(column.shift), mask(column.width))
    let first = column.plane * cells
    guard column.width > 0 else {
      for cell in numbers.indices { numbers[cell] = 0 }
      return
    }
    precondition(column.width <= wordBits)
    precondition(first + (column.isSplit ? 2 : 1) * cells <= words.count)
    // SAFETY: both planes of the column lie within the words, as the precondition says.
    if column.isSplit {
      for cell in 0..<cells {
        let low = unsafe words[unchecked: first &+ cell] &>> shift
        let high = unsafe words[unchecked: first &+ cells &+ cell] &<< (32 &- shift)
        unsafe numbers[unchecked: cell] = (low | high) & mask
      }
    } else {
      for cell in 0..<cells {
        unsafe numbers[unchecked: cell] = words[unchecked: first &+ cell] &>> shift & mask
      }
    }
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
    let (shift, mask) = (UInt32(column.shift), mask(column.width))
    let first = column.plane * cells
    precondition(column.width <= wordBits && column.offset >= 0 && cells >= 0)
    precondition(first + (column.isSplit ? 2 : 1) * cells <= words.count)
    precondition(start >= 0 && start + cells <= sums.count)
    var bits = 0
    // SAFETY: both planes of the column lie within the words, and the sums within the span, as
    // the preconditions say.
    if column.isSplit {
      for cell in 0..<cells {
        let low = unsafe words[unchecked: first &+ cell] &>> shift
        let high = unsafe words[unchecked: first &+ cells &+ cell] &<< (32 &- shift)
        bits |= unsafe add((low | high) & mask, times: scale, to: &sums, start &+ cell)
      }
    } else {
      for cell in 0..<cells {
        let number = unsafe words[unchecked: first &+ cell] &>> shift & mask
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
