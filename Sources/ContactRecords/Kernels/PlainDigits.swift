/// Reads the numbers that nearly all fields hold: one to nine digits and nothing else.
enum PlainDigits {
  /// The number, or −1 when the field is anything else; `FieldParsing` then decides.
  @inline(__always)
  static func value(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    guard range.count <= 9, !range.isEmpty else { return -1 }
    var number = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let digit = bytes[position] &- 48
      guard digit <= 9 else { return -1 }
      // Nine digits stay far below 63 bits.
      number = number &* 10 &+ Int(digit)
      position &+= 1
    }
    return number
  }
}
