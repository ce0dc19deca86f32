#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A system call that failed: what was tried, on which path, and the system's reason.
public struct SystemError: Error, Hashable, Sendable {
  /// What was tried.
  public enum Operation: String, Hashable, Sendable {
    /// Opening a file for reading.
    case open
    /// Reading from an open file.
    case read
    /// Creating, writing or replacing a file.
    case write
  }

  /// What was tried.
  public let operation: Operation
  /// The path as it was given.
  public let path: String
  /// The number that the system gives the reason.
  public let errno: Int32

  /// Creates an error from what a system call left behind.
  public init(operation: Operation, path: String, errno: Int32) {
    self.operation = operation
    self.path = path
    self.errno = errno
  }

  /// The error of opening a folder that is not there, or is something else.
  public static func noFolder(_ path: String) -> SystemError {
    var status = stat()
    // SAFETY: the string outlives the call, and the call writes one `stat`.
    let isMissing = unsafe stat(path, &status) != 0
    return SystemError(operation: .open, path: path, errno: isMissing ? ENOENT : ENOTDIR)
  }

  /// Whether there is no such file.
  public var isMissingFile: Bool { errno == ENOENT }

  /// Whether there was a file already where a new one was to be.
  public var isExistingFile: Bool { errno == EEXIST }

  /// Whether a directory stood where a file was expected.
  public var isDirectory: Bool { errno == EISDIR }

  /// The system's sentence for the reason.
  public var message: String {
    // SAFETY: the text is copied at once; unknown numbers have a text too.
    unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
  }
}
