/// Gives the bytes of an input in order, a chunk per call.
public protocol ByteSource: Sendable {
  /// How many bytes of the input were read so far, as they are stored.
  var bytesRead: Int { get }

  /// Reads the next bytes into a part of an array.
  ///
  /// - Parameters:
  ///   - bytes: The storage. It keeps its size.
  ///   - offset: Where the first byte goes.
  ///   - count: How many bytes are wanted at most; more than 0.
  /// - Returns: How many bytes were read, which may be fewer than wanted; 0 only at the end.
  /// - Throws: The reason when the input cannot be read on.
  mutating func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(ScanError.Reason) -> Int
}

/// Bytes in memory as a source that hands out chunks of a chosen width.
public struct MemoryByteSource: ByteSource {
  private let content: ContiguousArray<UInt8>
  private let chunkWidth: Int
  private var position = 0

  /// Creates a source over bytes.
  ///
  /// - Parameters:
  ///   - content: The whole input.
  ///   - chunkWidth: The most bytes that one call gives; at least 1.
  public init(_ content: some Sequence<UInt8>, chunkWidth: Int = .max) {
    precondition(chunkWidth > 0, "a chunk has at least one byte")
    self.content = ContiguousArray(content)
    self.chunkWidth = chunkWidth
  }

  /// The number of bytes handed out so far.
  public var bytesRead: Int { position }

  /// Copies the next bytes.
  public mutating func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(ScanError.Reason) -> Int {
    let width = min(count, chunkWidth, content.count - position)
    for i in 0..<width { bytes[offset + i] = content[position + i] }
    position += width
    return width
  }
}
