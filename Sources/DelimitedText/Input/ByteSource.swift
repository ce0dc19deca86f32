public import Basics

/// Gives the bytes of an input in order, a chunk per call.
public protocol ByteSource: Sendable {
  /// Reads the next bytes into a part of an array.
  ///
  /// - Parameters:
  ///   - bytes: The storage. It keeps its size.
  ///   - offset: Where the first byte goes.
  ///   - count: How many bytes are wanted at most; more than 0.
  /// - Returns: How many bytes were read, which may be fewer than wanted; 0 only at the end.
  /// - Throws: `SystemError` when the input cannot be read on.
  mutating func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(SystemError) -> Int
}

/// A file, named pipe or device as a source of bytes.
public struct FileByteSource: ByteSource {
  private let file: InputFile

  /// Opens a file for reading. It is closed with the last copy of the source.
  ///
  /// - Throws: `SystemError` when it cannot be opened or is a directory.
  public init(path: String) throws(SystemError) {
    file = try InputFile(path: path)
  }

  /// Reads from a file that is already open.
  public init(_ file: InputFile) {
    self.file = file
  }

  /// Gives the standard input of the process as a source.
  ///
  /// - Throws: `SystemError` when it is closed or a directory.
  public static func standardInput() throws(SystemError) -> FileByteSource {
    FileByteSource(try InputFile(standardInputNamed: "-"))
  }

  /// Reads the next bytes of the file.
  public mutating func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(SystemError) -> Int {
    try file.read(into: &bytes, at: offset, count: count)
  }
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

  /// Copies the next bytes.
  public mutating func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(SystemError) -> Int {
    let width = min(count, chunkWidth, content.count - position)
    for i in 0..<width { bytes[offset + i] = content[position + i] }
    position += width
    return width
  }
}
