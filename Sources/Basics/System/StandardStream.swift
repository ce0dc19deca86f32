#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// One of the three streams that a process is given.
public enum StandardStream: Int32, Sendable {
  case input = 0
  case output = 1
  case error = 2

  /// Whether a person sits at the other end.
  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Writes bytes, all of them.
  ///
  /// - Throws: `SystemError`; `isClosedPipe` tells the end of a reader's interest.
  public func write(_ bytes: some Collection<UInt8>) throws(SystemError) {
    try Descriptor.write(Array(bytes), to: rawValue, path: "\(self)")
  }

  /// Writes text, all of it.
  ///
  /// - Throws: `SystemError` as for bytes.
  public func write(_ text: String) throws(SystemError) { try write(text.utf8) }

  /// Occupies streams that the process was started without, so that no file that is
  /// opened later takes their place; reading and writing them then fails or is lost.
  public static func occupyClosed() {
    for stream in [input, output, error] where fcntl(stream.rawValue, F_GETFD) < 0 {
      // The lowest free descriptor is the closed one. Standard input is opened for
      // writing, so that it cannot be read as if it were an empty file.
      // SAFETY: the path is a constant.
      _ = unsafe open("/dev/null", stream == .input ? O_WRONLY : O_RDWR)
    }
  }

  /// Makes writing to a closed pipe an error of the call instead of the end of the process.
  public static func ignoreClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }
}

extension SystemError {
  /// Whether the reader of a pipe has gone.
  public var isClosedPipe: Bool { operation == .write && errno == EPIPE }
}

/// Calls on open descriptors.
enum Descriptor {
  /// Writes all bytes, however many calls that takes.
  static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let (count, problem) = unsafe bytes.withUnsafeBytes { buffer -> (Int, Int32) in
        // SAFETY: the range from `written` to the end lies inside the array.
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        #if canImport(Glibc)
          let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          let count = unsafe Musl.write(descriptor, rest.baseAddress, rest.count)
        #else
          let count = unsafe Darwin.write(descriptor, rest.baseAddress, rest.count)
        #endif
        return (count, count < 0 ? errno : 0)
      }
      if count >= 0 {
        written += count
      } else if problem != EINTR {
        throw SystemError(operation: .write, path: path, errno: problem)
      }
    }
  }
}
