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
      // writing, so that it cannot be read as if it were an empty file, and standard
      // output for reading, so that no result is lost without a word.
      let mode =
        switch stream {
        case .input: O_WRONLY
        case .output: O_RDONLY
        case .error: O_RDWR
        }
      // SAFETY: the path is a constant.
      _ = unsafe open("/dev/null", mode)
    }
  }

  /// Makes writing to a closed pipe, or beyond the largest file that is allowed, an error
  /// of the call instead of the end of the process.
  public static func ignoreClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }
}

extension SystemError {
  /// Whether the reader of a pipe has gone.
  public var isClosedPipe: Bool { operation == .write && errno == EPIPE }
}
