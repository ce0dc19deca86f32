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
    guard bytes.count >= 8, UInt(bitPattern: range.count &- 1) < 8,
      UInt(bitPattern: range.lowerBound) <= UInt(bitPattern: bytes.count &- 8)
    else { return scalar(bytes, range) }
    // SAFETY: any eight bytes are a valid UInt64, and these were just seen to lie within
    // the text.
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: range.lowerBound, as: UInt64.self)
    let (number, faults) = EightDigits.number(word, range.count)
    return faults == 0 ? number : -1
  }
}

/// Digits that are read all at once: the bytes of a number are moved to the end of a word, with
/// zeros before them, and neighbors are joined: digits to pairs, to fours, to all eight.
protocol DigitWord {
  associatedtype Word: FixedWidthInteger & UnsignedInteger & BitwiseCopyable

  /// Gives the number in the first bytes of a word in memory.
  ///
  /// - Parameter count: The bytes of the number, 1 to as many as the word has; with any other
  ///   the number says nothing.
  /// - Returns: The number, and a bit for each byte that is no digit.
  static func number(_ word: Word, _ count: Int) -> (number: Int, faults: Word)
}

/// Numbers of up to four digits.
enum FourDigits: DigitWord {
  @inline(__always)
  static func number(_ word: UInt32, _ count: Int) -> (number: Int, faults: UInt32) {
    // Where a byte is a digit, what is left of it is 0 to 9.
    var digits =
      (word.littleEndian ^ 0x3030_3030) &<< UInt32(truncatingIfNeeded: 0 &- 8 &* count)
    let faults = (digits | (digits &+ 0x7676_7676)) & 0x8080_8080
    digits = (digits &* 2561) &>> 8 & 0x00FF_00FF
    return (Int(truncatingIfNeeded: (digits &* 6_553_601) &>> 16), faults)
  }
}

/// Numbers of up to eight digits.
enum EightDigits: DigitWord {
  @inline(__always)
  static func number(_ word: UInt64, _ count: Int) -> (number: Int, faults: UInt64) {
    var digits =
      (word.littleEndian ^ 0x3030_3030_3030_3030)
      &<< UInt64(truncatingIfNeeded: 0 &- 8 &* count)
    let faults = (digits | (digits &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080
    digits = (digits &* 2561) &>> 8 & 0x00FF_00FF_00FF_00FF
    digits = (digits &* 6_553_601) &>> 16 & 0x0000_FFFF_0000_FFFF
    return (Int(truncatingIfNeeded: (digits &* 42_949_672_960_001) &>> 32), faults)
  }
}
