/// The SHA-256 digest of a stream of bytes, as FIPS 180-4 defines it.
///
/// ```swift
/// var digest = SHA256()
/// digest.update("abc")
/// digest.hexadecimal()  // "ba7816bf…"
/// ```
public struct SHA256: Sendable {
  private var words = SHA256Words.initial
  /// The last bytes, which do not fill a block yet; the first `pendingCount` count.
  private var pending = InlineArray<64, UInt8>(repeating: 0)
  /// Always fewer than a block has.
  private var pendingCount = 0
  private var byteCount: UInt64 = 0

  /// Creates the digest of nothing.
  public init() {}

  /// The digest of bytes as 64 hexadecimal digits.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public static func hexadecimal(of bytes: Span<UInt8>) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hexadecimal()
  }

  /// Adds bytes to what is digested.
  ///
  /// - Complexity: O(*n*) in the bytes. Allocates nothing, and copies no whole block.
  public mutating func update(_ bytes: Span<UInt8>) {
    byteCount &+= UInt64(bytes.count)
    var start = 0
    if pendingCount > 0 {
      start = min(SHA256Words.blockBytes - pendingCount, bytes.count)
      for i in 0..<start { pending[pendingCount + i] = bytes[i] }
      pendingCount += start
      if pendingCount < SHA256Words.blockBytes { return }
      words.take(pending.span)
    }
    let end = bytes.count - (bytes.count - start) % SHA256Words.blockBytes
    words.take(bytes.extracting(start..<end))
    for i in end..<bytes.count { pending[i - end] = bytes[i] }
    pendingCount = bytes.count - end
  }

  /// Adds a text in UTF-8 to what is digested.
  public mutating func update(_ text: String) { update(text.utf8.span) }

  /// Ends the stream and gives its digest as 64 hexadecimal digits.
  public consuming func hexadecimal() -> String {
    var (words, last) = (words, pending)
    last[pendingCount] = 0x80
    for i in pendingCount + 1..<64 { last[i] = 0 }
    if pendingCount >= 56 {
      // The count of bits does not fit behind the bytes, and gets a block of its own.
      words.take(last.span)
      for i in 0..<56 { last[i] = 0 }
    }
    // FIPS 180-4 counts up to 2⁶⁴ − 1 bits, more than any stream has.
    let bitCount = byteCount &* 8
    for i in 0..<8 { last[56 + i] = UInt8(truncatingIfNeeded: bitCount >> (56 - 8 * i)) }
    words.take(last.span)
    return words.hexadecimal
  }
}
