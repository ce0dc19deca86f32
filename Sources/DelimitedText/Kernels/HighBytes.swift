/// Tells whether there is any byte beyond ASCII, which decides whether an encoding matters.
enum HighBytes {
  /// How much is looked at before an answer is asked for.
  private static let stride = 4096

  /// Tells whether any byte of the input is 0x80 or above.
  static func scalar(in input: Span<UInt8>) -> Bool {
    for i in input.indices where input[i] >= 0x80 { return true }
    return false
  }

  /// Does what `scalar` does, 16 bytes at a time.
  static func vector(in input: Span<UInt8>) -> Bool {
    typealias Block = SIMD16<UInt8>
    // SAFETY: any 16 bytes are a valid block; the load checks bounds.
    let raw = unsafe input.bytes
    var i = 0
    while input.count - i >= Block.scalarCount {
      let whole = (input.count - i) / Block.scalarCount * Block.scalarCount
      let end = i + min(whole, HighBytes.stride)
      var seen = Block.zero
      while i < end {
        seen |= unsafe raw.unsafeLoadUnaligned(fromByteOffset: i, as: Block.self)
        i &+= Block.scalarCount
      }
      if seen.max() >= 0x80 { return true }
    }
    return scalar(in: input.extracting(droppingFirst: i))
  }
}
