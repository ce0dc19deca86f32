/// The encoding of text that is not valid UTF-8.
///
/// The table is that of the WHATWG Encoding Standard: a superset of ISO 8859-1 in which
/// the five bytes without a character stand for the control of their number.
enum Windows1252 {
  /// The code points of 0x80 to 0x9F; all other bytes are the code point of their number.
  private static let codes: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// Appends the character of a byte in UTF-8.
  static func append(_ byte: UInt8, to text: inout ContiguousArray<UInt8>) {
    guard byte >= 0x80 else { return text.append(byte) }
    let code = byte < 0xA0 ? codes[Int(byte) - 0x80] : UInt16(byte)
    if code < 0x800 {
      text.append(UInt8(truncatingIfNeeded: 0xC0 | code >> 6))
    } else {
      text.append(UInt8(truncatingIfNeeded: 0xE0 | code >> 12))
      text.append(UInt8(truncatingIfNeeded: 0x80 | code >> 6 & 0x3F))
    }
    text.append(UInt8(truncatingIfNeeded: 0x80 | code & 0x3F))
  }
}
