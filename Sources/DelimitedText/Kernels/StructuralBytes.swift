/// Finds the bytes that can end a field: the delimiter, the quote and the line breaks.
enum StructuralBytes {
  /// The four bytes that are looked for; a byte may be given twice.
  struct Needles: Sendable {
    let delimiter: UInt8
    let quote: UInt8
    let lineFeed: UInt8
    let carriageReturn: UInt8

    /// Takes the bytes from a dialect.
    ///
    /// A CR decides nothing where a record ends with LF, so there the line
    /// feed takes its place and a CR costs nothing.
    init(_ dialect: Dialect) {
      delimiter = dialect.delimiter
      quote = Byte.quote
      lineFeed = Byte.lineFeed
      carriageReturn =
        dialect.lineEnding == .carriageReturn ? Byte.carriageReturn : Byte.lineFeed
    }

    func contains(_ byte: UInt8) -> Bool {
      byte == delimiter || byte == quote || byte == lineFeed || byte == carriageReturn
    }
  }

  /// Writes the positions of all structural bytes of a range, and returns their number.
  ///
  /// - Precondition: There is room for as many marks as the range has bytes,
  ///   and positions fit 32 bits.
  static func scalar(
    in input: Span<UInt8>, _ range: Range<Int>, _ needles: Needles,
    into marks: inout ContiguousArray<Int32>, from first: Int = 0
  ) -> Int {
    var count = first
    for i in range where needles.contains(input[i]) {
      marks[count] = Int32(truncatingIfNeeded: i)
      count += 1
    }
    return count
  }

  /// Does what `scalar` does, 16 bytes at a time.
  static func vector(
    in input: Span<UInt8>, _ range: Range<Int>, _ needles: Needles,
    into marks: inout ContiguousArray<Int32>
  ) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= input.count)
    precondition(marks.count >= range.count && range.upperBound <= Int(Int32.max))
    typealias Block = SIMD16<UInt8>
    let delimiter = Block(repeating: needles.delimiter)
    let quote = Block(repeating: needles.quote)
    let lineFeed = Block(repeating: needles.lineFeed)
    let carriageReturn = Block(repeating: needles.carriageReturn)
    var (i, count) = (range.lowerBound, 0)
    do {
      // SAFETY: any 16 bytes are a valid block; the loop ends 16 bytes before
      // the upper bound, which the precondition keeps within the input.
      let raw = unsafe input.bytes
      var out = marks.mutableSpan
      while range.upperBound - i >= Block.scalarCount {
        let block = unsafe raw.unsafeLoadUnaligned(fromByteOffset: i, as: Block.self)
        let hits =
          (block .== delimiter) .| (block .== quote)
          .| (block .== lineFeed) .| (block .== carriageReturn)
        // One bit per hit, at the top of its byte.
        // SAFETY: both types are 16 bytes of plain bits.
        let words = unsafe unsafeBitCast(
          Block.zero.replacing(with: 0x80, where: hits), to: SIMD2<UInt64>.self)
        for half in 0..<2 {
          var word = words[half].littleEndian
          while word != 0 {
            let position = i &+ half &* 8 &+ word.trailingZeroBitCount &>> 3
            // SAFETY: each byte gives at most one mark, and there is room for all.
            unsafe out[unchecked: count] = Int32(truncatingIfNeeded: position)
            count &+= 1
            word &= word &- 1
          }
        }
        i &+= Block.scalarCount
      }
    }
    return scalar(in: input, i..<range.upperBound, needles, into: &marks, from: count)
  }
}
