/// Where the rows of a day are expected: as far from each other as their cells are.
///
/// An export lists its keys interval by interval, or its intervals key by key. Either way the
/// rows of a key's day come at even distances, so that what a cell has to keep is how far
/// behind the line its row is: nothing in most files, a few bits where some rows are missing.
/// The line is a guess; any row has its exact place, whatever the order of the rows.
struct PlaceLine: Sendable, Hashable {
  /// The place that is expected of the first cell; below zero where the line begins later.
  var first: Int
  /// How much further on the next cell's row is expected.
  var slope: Int32 = 0

  /// The place that is expected of a cell's row.
  subscript(cell: Int) -> Int { first + Int(slope) * cell }

  /// The lowest place that is expected of any of so many cells.
  func lowest(of cells: Int) -> Int { min(first, self[max(0, cells - 1)]) }

  /// The line through the same cells once so many lie where one did.
  ///
  /// It rises no more than this one, and less where the slope is no multiple of the factor.
  func spread(by factor: Int) -> PlaceLine {
    let slope = Int(slope)
    let part = slope >= 0 ? slope / factor : (slope - factor + 1) / factor
    return PlaceLine(first: first, slope: Int32(part))
  }
}

// MARK: - Fitting

extension PlaceLine {
  /// No place that a line is laid through is above this, nor any that it expects.
  static let limit = 1 << 29

  /// Lays a line below the places of a day, and leaves in each cell what its row is behind it.
  ///
  /// It runs from the first row to the last one, unless the places themselves are closer to
  /// each other than they are to it, as in a file without an order. Cells without a row keep
  /// nothing.
  ///
  /// - Parameters:
  ///   - places: The place of each cell's row; then how far behind the line it is.
  ///   - rows: How many rows there are in each cell; they stand among the numbers too.
  ///   - bits: All bits of all places.
  ///   - first: Where the places are counted from.
  /// - Returns: The line, and all bits of what is left.
  /// - Precondition: There is a place for each cell, and both ranges lie within the numbers.
  static func fit(
    _ places: Range<Int>, rows: Range<Int>, in numbers: inout MutableSpan<UInt32>, bits: UInt32,
    countedFrom first: Int
  ) -> (line: PlaceLine, bits: UInt32) {
    let (start, rowStart, count) = (places.lowerBound, rows.lowerBound, rows.count)
    precondition(places.count == count && start >= 0 && rowStart >= 0)
    precondition(places.upperBound <= numbers.count && rows.upperBound <= numbers.count)
    guard bits != 0, bits < limit else { return (PlaceLine(first: first), bits) }
    var (head, tail) = (0, count - 1)
    while head < tail, numbers[rowStart + head] == 0 { head += 1 }
    while head < tail, numbers[rowStart + tail] == 0 { tail -= 1 }
    guard numbers[rowStart + head] != 0 else { return (PlaceLine(first: first), bits) }
    let rise = Int32(numbers[start + tail]) - Int32(numbers[start + head])
    var slope = head == tail ? 0 : rise / Int32(tail - head)
    if abs(Int(slope)) * count >= limit { slope = 0 }

    // SAFETY: both ranges lie within the numbers, as the preconditions say. Below the limit
    // nothing leaves 32 bits.
    var (low, high, lowest, highest) = (Int32.max, Int32.min, Int32.max, Int32.min)
    for cell in 0..<count {
      let place = unsafe Int32(truncatingIfNeeded: numbers[unchecked: start &+ cell])
      let behind = place &- slope &* Int32(truncatingIfNeeded: cell)
      let hasRow = unsafe numbers[unchecked: rowStart &+ cell] != 0
      low = min(low, hasRow ? behind : .max)
      high = max(high, hasRow ? behind : .min)
      lowest = min(lowest, hasRow ? place : .max)
      highest = max(highest, hasRow ? place : .min)
    }
    if high - low > highest - lowest { (slope, low) = (0, lowest) }
    var left: UInt32 = 0
    // SAFETY: as above.
    for cell in 0..<count {
      let place = unsafe Int32(truncatingIfNeeded: numbers[unchecked: start &+ cell])
      let behind = place &- slope &* Int32(truncatingIfNeeded: cell) &- low
      let hasRow = unsafe numbers[unchecked: rowStart &+ cell] != 0
      let number: UInt32 = hasRow ? UInt32(bitPattern: behind) : 0
      unsafe numbers[unchecked: start &+ cell] = number
      left |= number
    }
    return (PlaceLine(first: first + Int(low), slope: slope), left)
  }
}
