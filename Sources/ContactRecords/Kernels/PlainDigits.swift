/// Reads the numbers that nearly all fields hold: one to eight digits and nothing else.
enum PlainDigits {
  /// The number, or −1 when the field is anything else; `FieldParsing` then decides.
  ///
  /// A digit at a time: what `vector` is held against.
  static func scalar(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    guard range.count <= 8, !range.isEmpty else { return -1 }
    var number = 0
    for position in range {
      let digit = bytes[position] &- 48
      guard digit <= 9 else { return -1 }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }

  /// Does what `scalar` does, all digits at once; within the last seven bytes of the text the
  /// digits are read one by one.
  @inline(__always)
  static func vector(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    // Each as one comparison: what is too small becomes very large without a sign.
    guard bytes.count >= wordBytes, UInt(bitPattern: range.count &- 1) < wordBytes,
      UInt(bitPattern: range.lowerBound) <= UInt(bitPattern: bytes.count &- wordBytes)
    else { return scalar(bytes, range) }
    // SAFETY: any eight bytes are a valid UInt64, and these were just seen to lie within
    // the text.
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: range.lowerBound, as: UInt64.self)
    let (number, faults) = number(inFrontOf: word.littleEndian, range.count)
    return faults & faultBits == 0 ? number : -1
  }

  /// Bytes that are read in one go, and the most digits of a number.
  static let wordBytes = 8
  /// The bits of faults that tell that a byte is no digit.
  static let faultBits: UInt64 = 0x8080_8080_8080_8080

  /// The number in the first bytes of a word.
  ///
  /// The bytes of the number are moved to the end, with zeros before them; then neighbors
  /// are joined: digits to pairs, to fours, to all eight.
  ///
  /// - Parameter count: The bytes of the number, 1 to 8; with any other the number says nothing.
  /// - Returns: The number, and one of the fault bits for each byte that is no digit.
  @inline(__always)
  static func number(inFrontOf word: UInt64, _ count: Int) -> (number: Int, faults: UInt64) {
    // Where a byte is a digit, what is left of it is 0 to 9.
    var digits =
      (word ^ 0x3030_3030_3030_3030) &<< UInt64(truncatingIfNeeded: 0 &- 8 &* count)
    let faults = digits | (digits &+ 0x7676_7676_7676_7676)
    digits = (digits &* 2561) &>> 8 & 0x00FF_00FF_00FF_00FF
    digits = (digits &* 6_553_601) &>> 16 & 0x0000_FFFF_0000_FFFF
    return (Int(truncatingIfNeeded: (digits &* 42_949_672_960_001) &>> 32), faults)
  }
}
