internal import Dispatch
internal import Synchronization

/// The SHA-256 digest of a stream, computed beside whatever else is done with its bytes.
///
/// Bytes are copied and digested on a thread of their own, in order, a buffer at a time; a
/// stream that fits into one buffer starts no thread. When a few buffers wait, whoever gives
/// more waits too, so that memory does not follow the stream.
///
/// ```swift
/// let digest = StreamDigest(.beside)
/// digest.update(bytes.span)
/// digest.finish()  // "ba7816bf…"
/// ```
public final class StreamDigest: Sendable {
  /// Where a stream is digested.
  public enum Place: Hashable, Sendable {
    /// On the thread that gives the bytes.
    case inline
    /// On another one.
    case beside
  }

  private struct Buffers {
    /// What is being filled.
    var filling = ContiguousArray<UInt8>()
    /// Full ones, in the order of the stream.
    var waiting: [ContiguousArray<UInt8>] = []
    /// Storage to be filled again.
    var idle: [ContiguousArray<UInt8>] = []
  }

  /// Half of a usual L2 cache; to digest that much takes far longer than to wake a thread.
  private static let usualBufferBytes = 262_144
  /// How many buffers wait at most: enough to go on with while no more bytes come, as
  /// when rows are counted.
  static let mostWaiting = 8

  private let digest = Mutex(SHA256())
  private let buffers = Mutex(Buffers())
  /// `nil` where nothing is done beside.
  private let queue: DispatchQueue?
  /// Counts the buffers that may be filled before one is digested.
  private let room = DispatchSemaphore(value: mostWaiting)
  /// How many bytes fill a buffer.
  private let bufferBytes: Int

  /// Creates the digest of nothing.
  public convenience init(_ place: Place) {
    self.init(place, bufferBytes: StreamDigest.usualBufferBytes)
  }

  init(_ place: Place, bufferBytes: Int) {
    self.bufferBytes = bufferBytes
    switch place {
    case .inline: queue = nil
    case .beside: queue = DispatchQueue(label: "slcheck.digest")
    }
  }

  /// Adds the next bytes of the stream, which one thread at a time gives.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public func update(_ bytes: Span<UInt8>) {
    guard let queue else {
      digest.withLock { $0.update(bytes) }
      return
    }
    var start = 0
    while start < bytes.count {
      let (end, isFull) = buffers.withLock { buffers in
        let end = min(bytes.count, start + bufferBytes - buffers.filling.count)
        StreamDigest.append(bytes.extracting(start..<end), to: &buffers.filling)
        return (end, buffers.filling.count == bufferBytes)
      }
      start = end
      if isFull {
        room.wait()
        buffers.withLock { buffers in
          buffers.waiting.append(buffers.filling)
          buffers.filling = buffers.idle.popLast() ?? []
        }
        queue.async { self.digestNext() }
      }
    }
  }

  /// Ends the stream and gives its digest as 64 hexadecimal digits.
  public func finish() -> String {
    queue?.sync {}
    let rest = buffers.withLock { buffers in
      defer { buffers = Buffers() }
      return buffers.filling
    }
    return digest.withLock { digest in
      digest.update(rest.span)
      return digest.hexadecimal()
    }
  }

  /// Digests the buffer that has waited longest.
  private func digestNext() {
    var bytes = buffers.withLock { $0.waiting.removeFirst() }
    digest.withLock { $0.update(bytes.span) }
    bytes.removeAll(keepingCapacity: true)
    buffers.withLock { $0.idle.append(bytes) }
    room.signal()
  }

  private static func append(_ bytes: Span<UInt8>, to buffer: inout ContiguousArray<UInt8>) {
    // SAFETY: the pointer is used only while it is valid.
    unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
  }
}
