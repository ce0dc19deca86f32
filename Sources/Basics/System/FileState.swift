#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What tells whether a regular file became another one.
public struct FileState: Hashable, Sendable {
  /// Its bytes; 0 as well for what the system makes up while it is read.
  public let size: Int
  private let modifiedSeconds: Int
  private let modifiedNanoseconds: Int

  init(_ status: stat) {
    size = Int(status.st_size)
    #if canImport(Darwin)
      modifiedSeconds = Int(status.st_mtimespec.tv_sec)
      modifiedNanoseconds = Int(status.st_mtimespec.tv_nsec)
    #else
      modifiedSeconds = Int(status.st_mtim.tv_sec)
      modifiedNanoseconds = Int(status.st_mtim.tv_nsec)
    #endif
  }
}

extension InputFile {
  /// The state of a regular file; nil for a pipe or a device.
  public var state: FileState? {
    var status = stat()
    // SAFETY: the call writes one `stat`, which is what it is given.
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return FileState(status)
  }

  /// Where in a regular file the next byte is read.
  public var position: Int { Int(max(0, lseek(descriptor, 0, SEEK_CUR))) }

  /// Looks at the next bytes of a regular file, which are read later all the same.
  ///
  /// - Returns: Fewer bytes, or none, where the file is shorter or cannot be looked into.
  public func peek(_ count: Int) -> [UInt8] {
    let position = position
    var bytes = [UInt8](repeating: 0, count: count)
    let received = unsafe bytes.withUnsafeMutableBytes { buffer in
      // SAFETY: the call writes at most the count of the buffer.
      unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(position))
    }
    return Array(bytes.prefix(max(0, received)))
  }
}
