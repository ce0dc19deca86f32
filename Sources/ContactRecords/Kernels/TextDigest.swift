/// Digests of 64 bits: of texts, and of the values of a row one after another.
///
/// Two different texts of more than eight bytes pass as equal once in 10¹⁹ pairs;
/// shorter ones never do. A digest is never 0, which stands for no text.
enum TextDigest {
  /// Digests the bytes of a text.
  static func of(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    var position = range.lowerBound
    // SAFETY: any eight bytes are a valid UInt64; the load checks bounds.
    let raw = unsafe bytes.bytes
    while range.upperBound - position >= 8 {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      hash = mixed(hash, word)
      position += 8
    }
    // The length stands in the lowest byte, which the bytes of the rest leave free.
    var rest: UInt64 = 0
    while position < range.upperBound {
      rest = rest << 8 | UInt64(bytes[position])
      position += 1
    }
    hash = mixed(hash, rest << 8 | UInt64(truncatingIfNeeded: range.count & 0xFF))
    hash = (hash ^ hash >> 29) &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 32
    return hash == 0 ? 1 : hash
  }

  /// Mixes a value into a digest; for a given digest no two values give the same.
  @inline(__always)
  static func mixed(_ digest: UInt64, _ value: UInt64) -> UInt64 {
    let mixed = (digest ^ value) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ mixed >> 32
  }
}
