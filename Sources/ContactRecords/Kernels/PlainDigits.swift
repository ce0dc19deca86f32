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

  /// Does what `scalar` does, all digits at once.
  ///
  /// The eight bytes that end with the field are taken as one word, and what lies before
  /// the field as zeros; then neighbors are joined: digits to pairs, to fours, to all
  /// eight. Within the first eight bytes of the text the digits are read one by one.
  @inline(__always)
  static func vector(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    let count = end &- range.lowerBound
    // Each as one comparison: what is too small becomes very large without a sign.
    guard UInt(bitPattern: count &- 1) < 8,
      UInt(bitPattern: end &- 8) <= UInt(bitPattern: bytes.count &- 8), bytes.count >= 8
    else { return scalar(bytes, range) }
    // SAFETY: any eight bytes are a valid UInt64; those before the field's end were
    // just seen to lie within the bytes.
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: end &- 8, as: UInt64.self)
    return number(word.littleEndian, count)
  }

  /// The number in the last bytes of a word.
  @inline(__always)
  private static func number(_ word: UInt64, _ count: Int) -> Int {
    // Where a byte is a digit, what is left of it is 0 to 9.
    var digits =
      (word ^ 0x3030_3030_3030_3030) & (~0 &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count))
    guard (digits | (digits &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0 else {
      return -1
    }
    digits = (digits &* 2561) &>> 8 & 0x00FF_00FF_00FF_00FF
    digits = (digits &* 6_553_601) &>> 16 & 0x0000_FFFF_0000_FFFF
    return Int(truncatingIfNeeded: (digits &* 42_949_672_960_001) &>> 32)
  }
}
