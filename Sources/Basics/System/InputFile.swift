#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file, pipe or device that is open for reading, and closed when it is let go.
///
/// The descriptor never changes, so the value may move between threads; two
/// threads that read at the same time each get a part of the input.
public final class InputFile: Sendable {
  /// The path as it was given, for messages.
  public let path: String

  let descriptor: Int32
  /// Standard input belongs to the process and stays open.
  private let isOwned: Bool

  /// Opens a file, a named pipe or a device. A named pipe waits for its writer.
  ///
  /// - Throws: `SystemError` when it cannot be opened, and `EISDIR` for a directory.
  public init(path: String) throws(SystemError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw SystemError(operation: .open, path: path, errno: ENOENT)
    }
    // SAFETY: the string outlives the call and holds no zero before its end.
    let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw SystemError(operation: .open, path: path, errno: errno) }
    if let problem = InputFile.refusal(of: opened) {
      _ = close(opened)
      throw SystemError(operation: .open, path: path, errno: problem)
    }
    self.path = path
    descriptor = opened
    isOwned = true
  }

  /// Takes over the standard input of the process, which stays open afterwards.
  ///
  /// - Parameter path: The name for messages.
  /// - Throws: `SystemError` when it is closed or a directory.
  public init(standardInputNamed path: String) throws(SystemError) {
    let isUnreadable = fcntl(STDIN_FILENO, F_GETFL) & O_ACCMODE == O_WRONLY
    if let problem = isUnreadable ? EBADF : InputFile.refusal(of: STDIN_FILENO) {
      throw SystemError(operation: .open, path: path, errno: problem)
    }
    self.path = path
    descriptor = STDIN_FILENO
    isOwned = false
  }

  deinit {
    if isOwned { _ = close(descriptor) }
  }

  /// Reads once into a part of an array.
  ///
  /// - Parameters:
  ///   - bytes: The storage. It keeps its size.
  ///   - offset: Where the first byte goes.
  ///   - count: How many bytes are wanted at most.
  /// - Returns: How many bytes were read; 0 at the end of the input.
  /// - Throws: `SystemError` when the system refuses. An interrupted call is repeated.
  /// - Precondition: The part lies within the array.
  public func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(SystemError) -> Int {
    try Descriptor.read(from: descriptor, into: &bytes, at: offset, count: count, path: path)
  }

  /// Reads once from a place in a regular file into a part of an array.
  ///
  /// Where the next byte is read otherwise does not change.
  ///
  /// - Parameters:
  ///   - bytes: The array that is read into.
  ///   - offset: Where in the array the first byte goes.
  ///   - count: How many bytes are read at most.
  ///   - position: The place of the first byte.
  /// - Returns: How many bytes were read; 0 at the end of the file.
  /// - Throws: `SystemError` when the system refuses. An interrupted call is repeated.
  /// - Precondition: The part lies within the array.
  public func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int, from position: Int
  ) throws(SystemError) -> Int {
    try Descriptor.read(
      from: descriptor, at: position, into: &bytes, at: offset, count: count, path: path)
  }

  /// Tells why a descriptor cannot be read as a file, before anything is read.
  private static func refusal(of descriptor: Int32) -> Int32? {
    var status = stat()
    // SAFETY: the call writes one `stat`, which is what it is given.
    guard unsafe fstat(descriptor, &status) == 0 else { return errno }
    return status.st_mode & S_IFMT == S_IFDIR ? EISDIR : nil
  }
}
