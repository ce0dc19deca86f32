#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file without a name, for output that is too long to keep and not finished yet.
///
/// It lies in the system's folder for temporary files and is gone with the
/// process, however that ends.
public struct SpoolFile: ~Copyable, Sendable {
  private let descriptor: Int32
  /// Bytes that are not written yet.
  private var pending: [UInt8] = []
  private static let chunkBytes = 65_536

  /// Creates an empty file.
  ///
  /// - Throws: `SystemError` when the folder for temporary files cannot be written.
  public init() throws(SystemError) {
    let folder = Environment.value(of: "TMPDIR") ?? "/tmp"
    let placeholder = String(repeating: "X", count: 6)
    var template = Array((folder + "/slcheck-" + placeholder).utf8CString)
    // SAFETY: the template ends in a zero and six X, which the call replaces in place.
    descriptor = unsafe template.withUnsafeMutableBufferPointer { unsafe mkstemp($0.baseAddress!) }
    guard descriptor >= 0 else {
      throw SystemError(operation: .write, path: folder, errno: errno)
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // SAFETY: the template now holds the name of the file.
    _ = unsafe template.withUnsafeBufferPointer { unsafe unlink($0.baseAddress!) }
  }

  deinit { _ = close(descriptor) }

  /// Appends bytes.
  public mutating func append(_ bytes: some Sequence<UInt8>) throws(SystemError) {
    pending.append(contentsOf: bytes)
    if pending.count >= SpoolFile.chunkBytes { try flush() }
  }

  private mutating func flush() throws(SystemError) {
    try Descriptor.write(pending, to: descriptor, path: "temporary file")
    pending.removeAll(keepingCapacity: true)
  }

  /// Reads back a part of what was appended.
  ///
  /// - Returns: How many bytes were read; 0 at the end of what was appended.
  /// - Precondition: The part lies within the array.
  public mutating func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int, from position: Int
  ) throws(SystemError) -> Int {
    if !pending.isEmpty { try flush() }
    return try Descriptor.read(
      from: descriptor, at: position, into: &bytes, at: offset, count: count,
      path: "temporary file")
  }

  /// Reads back everything that was appended.
  ///
  /// - Complexity: O(*n*) in the bytes. Allocates as many.
  public mutating func bytes() throws(SystemError) -> [UInt8] {
    var all: [UInt8] = []
    var chunk = ContiguousArray<UInt8>(repeating: 0, count: SpoolFile.chunkBytes)
    while true {
      let count = try read(into: &chunk, at: 0, count: chunk.count, from: all.count)
      if count == 0 { return all }
      all += chunk[..<count]
    }
  }

  /// Copies everything to an open descriptor.
  mutating func copy(to target: Int32, path: String) throws(SystemError) {
    try flush()
    var chunk = [UInt8](repeating: 0, count: SpoolFile.chunkBytes)
    var offset = 0
    while true {
      let (count, problem) = unsafe chunk.withUnsafeMutableBytes { buffer -> (Int, Int32) in
        // SAFETY: the call writes at most the count of the buffer.
        let count = unsafe pread(descriptor, buffer.baseAddress!, buffer.count, off_t(offset))
        return (count, count < 0 ? errno : 0)
      }
      if count == 0 { return }
      if count < 0 {
        if problem == EINTR { continue }
        throw SystemError(operation: .read, path: "temporary file", errno: problem)
      }
      try Descriptor.write(Array(chunk[..<count]), to: target, path: path)
      offset += count
    }
  }
}
