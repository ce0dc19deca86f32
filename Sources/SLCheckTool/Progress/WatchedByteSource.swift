import DelimitedText

/// A source that tells how much of it is read.
struct WatchedByteSource: ByteSource {
  private var base: any ByteSource
  private let progress: Progress

  /// Watches what another source gives.
  init(_ base: any ByteSource, _ progress: Progress) {
    (self.base, self.progress) = (base, progress)
  }

  /// How many bytes of the input were read so far, as they are stored.
  var bytesRead: Int { base.bytesRead }

  /// Reads the next bytes.
  mutating func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(ScanError.Reason) -> Int {
    let received = try base.read(into: &bytes, at: offset, count: count)
    progress.note(bytes: base.bytesRead)
    return received
  }
}
