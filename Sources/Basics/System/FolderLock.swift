#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A lock on a folder, held until it is let go: by one process alone, or by many that read.
///
/// The lock is one on a file in the folder, which stays there. It ends with the process, however
/// that ends.
public final class FolderLock: Sendable {
  /// The name of the file.
  public static let name = ".lock"

  private let descriptor: Int32

  /// Waits for the lock.
  ///
  /// - Parameters:
  ///   - folder: The folder, which has to exist.
  ///   - isExclusive: Whether nobody else may hold it meanwhile.
  /// - Returns: `nil` where a reader may not open the file, or there is none: nobody writes then.
  /// - Throws: `SystemError` where a writer cannot have it.
  public init?(_ folder: String, isExclusive: Bool) throws(SystemError) {
    let path = folder + "/" + FolderLock.name
    let flags = isExclusive ? O_RDWR | O_CREAT | O_CLOEXEC : O_RDONLY | O_CLOEXEC
    // SAFETY: the path outlives the call.
    descriptor = unsafe open(path, flags, 0o666)
    guard descriptor >= 0 else {
      if !isExclusive { return nil }
      throw SystemError(operation: .write, path: folder, errno: errno)
    }
    while flock(descriptor, isExclusive ? LOCK_EX : LOCK_SH) != 0 {
      let problem = errno
      if problem == EINTR { continue }
      _ = close(descriptor)
      if !isExclusive { return nil }
      throw SystemError(operation: .write, path: folder, errno: problem)
    }
  }

  deinit { _ = close(descriptor) }
}
