/// Comparisons as arithmetic on sign bits: what holds is below zero.
///
/// Loops over columns that are written so become vectors on processors that compare no
/// numbers of 64 bits side by side. All of it holds for numbers of at most 62 bits.
enum SignBits {
  /// Below zero where a number is above 0.
  @inline(__always)
  static func isPositive(_ number: Int) -> Int { (0 &- number) & ~number }

  /// Below zero where a number is 0.
  @inline(__always)
  static func isZero(_ number: Int) -> Int { (number &- 1) & ~number }

  /// Below zero where a number is above another.
  @inline(__always)
  static func isAbove(_ number: Int, _ other: Int) -> Int { other &- number }

  /// 1 for what is below zero, and 0 for all else.
  @inline(__always)
  static func count(_ sign: Int) -> Int { Int(bitPattern: UInt(bitPattern: sign) &>> 63) }
}
