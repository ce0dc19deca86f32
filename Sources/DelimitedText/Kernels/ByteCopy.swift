/// Copies bytes from one array to another.
enum ByteCopy {
  /// Copies a range of bytes, byte by byte.
  ///
  /// - Precondition: Both arrays have the bytes.
  static func scalar(
    _ source: ContiguousArray<UInt8>, _ range: Range<Int>,
    into target: inout ContiguousArray<UInt8>, at offset: Int
  ) {
    for i in range { target[offset + i - range.lowerBound] = source[i] }
  }

  /// Does what `scalar` does, in one go.
  static func vector(
    _ source: ContiguousArray<UInt8>, _ range: Range<Int>,
    into target: inout ContiguousArray<UInt8>, at offset: Int
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= source.count)
    precondition(offset >= 0 && range.count <= target.count - offset)
    guard !range.isEmpty else { return }
    // SAFETY: the preconditions keep both parts inside their arrays, and two arrays
    // of which one is changed do not overlap.
    unsafe source.withUnsafeBytes { from in
      unsafe target.withUnsafeMutableBytes { to in
        unsafe (to.baseAddress! + offset).copyMemory(
          from: from.baseAddress! + range.lowerBound, byteCount: range.count)
      }
    }
  }
}
