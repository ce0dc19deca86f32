/// Finds the bytes that end the fields of a text without quotes: delimiters and line feeds.
enum PlainMarks {
  /// What a text was found to hold.
  struct Found: Equatable {
    /// Delimiters and line feeds.
    var marks = 0
    /// Line feeds among them.
    var lineFeeds = 0
    /// Whether there is a quote; the rest then says nothing.
    var hasQuote = false
    /// Whether there is a byte beyond ASCII.
    var hasHighByte = false
  }

  /// Writes the positions of all marks, growing the storage as needed.
  ///
  /// A byte at a time: what `vector` is held against.
  static func scalar(
    in input: Span<UInt8>, delimiter: UInt8, into marks: inout ContiguousArray<Int32>
  ) -> Found {
    var found = Found()
    add(input, 0..<input.count, delimiter, &found, &marks)
    return found
  }

  private static func add(
    _ input: Span<UInt8>, _ range: Range<Int>, _ delimiter: UInt8, _ found: inout Found,
    _ marks: inout ContiguousArray<Int32>
  ) {
    for i in range {
      let byte = input[i]
      if byte == Byte.quote { found.hasQuote = true }
      if byte >= 0x80 { found.hasHighByte = true }
      guard byte == delimiter || byte == Byte.lineFeed else { continue }
      if found.marks == marks.count { marks.append(0) }
      marks[found.marks] = Int32(truncatingIfNeeded: i)
      found.marks += 1
      if byte == Byte.lineFeed { found.lineFeeds += 1 }
    }
  }

  private typealias Block = SIMD16<UInt8>
  /// Bytes whose marks are written in one go: as many as a word has bits.
  private static let wordBytes = 64
  /// Bytes after which the vectors are looked at: no lane counts beyond 255 till then.
  private static let stride = 2048

  /// Does what `scalar` does, 64 bytes at a time; it stops soon behind the first quote.
  static func vector(
    in input: Span<UInt8>, delimiter: UInt8, into marks: inout ContiguousArray<Int32>
  ) -> Found {
    precondition(input.count <= Int(Int32.max) && delimiter != Byte.lineFeed)
    var found = Found()
    var i = 0
    while input.count - i >= wordBytes, !found.hasQuote {
      let end = i + min((input.count - i) / wordBytes * wordBytes, stride)
      // Room for a mark a byte, and for those that are written for nothing.
      let room = found.marks + (end - i) + 8
      if marks.count < room {
        marks.append(contentsOf: repeatElement(0, count: room - marks.count))
      }
      addWords(input, i..<end, delimiter, &found, &marks)
      i = end
    }
    if !found.hasQuote { add(input, i..<input.count, delimiter, &found, &marks) }
    return found
  }

  private static func addWords(
    _ input: Span<UInt8>, _ range: Range<Int>, _ delimiter: UInt8, _ found: inout Found,
    _ marks: inout ContiguousArray<Int32>
  ) {
    let (delimiters, lineFeeds) = (Block(repeating: delimiter), Block(repeating: Byte.lineFeed))
    let quotes = Block(repeating: Byte.quote)
    var (quoteSeen, seen, feeds) = (Block.zero, Block.zero, Block.zero)
    var count = found.marks
    var out = marks.mutableSpan
    precondition(range.lowerBound >= 0 && range.upperBound <= input.count)
    precondition(range.count % wordBytes == 0 && out.count >= count + range.count + 8)
    // SAFETY: any 16 bytes are a valid block, and the range is whole words within the input.
    // Of 64 bytes come at most 64 marks, and up to 7 written for nothing behind them: the
    // room for these was just checked.
    let raw = unsafe input.bytes
    var i = range.lowerBound
    while i < range.upperBound {
      var mask: UInt64 = 0
      for part in 0..<4 {
        let block = unsafe raw.unsafeLoadUnaligned(
          fromUncheckedByteOffset: i &+ part &* 16, as: Block.self)
        let isFeed = block .== lineFeeds
        seen |= block
        feeds &+= Block.zero.replacing(with: 1, where: isFeed)
        quoteSeen.replace(with: quotes, where: block .== quotes)
        mask |= bits(isFeed .| (block .== delimiters)) &<< UInt64(truncatingIfNeeded: part &* 16)
      }
      let next = count &+ mask.nonzeroBitCount
      while count < next {
        for step in 0..<8 {
          // The highest bit keeps the word from being zero, which is slower to ask for.
          let bit = (mask | 1 &<< 63).trailingZeroBitCount
          unsafe out[unchecked: count &+ step] = Int32(truncatingIfNeeded: i &+ bit)
          mask &= mask &- 1
        }
        count &+= 8
      }
      count = next
      i &+= wordBytes
    }
    found.marks = count
    found.lineFeeds += feeds.indices.reduce(0) { $0 + Int(feeds[$1]) }
    found.hasQuote = quoteSeen != .zero
    found.hasHighByte = found.hasHighByte || seen.max() >= 0x80
  }

  /// One bit a byte: whether it is hit.
  @inline(__always)
  private static func bits(_ hits: SIMDMask<Block.MaskStorage>) -> UInt64 {
    let places = Block(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128)
    // SAFETY: both types are 16 bytes of plain bits.
    let words = unsafe unsafeBitCast(
      Block.zero.replacing(with: places, where: hits), to: SIMD2<UInt64>.self)
    // The product adds up all bytes in the highest one; no two of them have a bit in common.
    let low = (words[0].littleEndian &* 0x0101_0101_0101_0101) &>> 56
    let high = (words[1].littleEndian &* 0x0101_0101_0101_0101) &>> 56
    return low | high &<< 8
  }
}
