#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file or standard output that is written in large pieces.
struct ByteOutput: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private var buffer: [UInt8] = []

  /// How many bytes are collected before they are written: large enough that
  /// the system calls do not show, small enough to stay in the cache.
  private static let pieceBytes = 1 << 18

  /// Standard output.
  static func standardOutput() -> ByteOutput {
    ByteOutput(descriptor: STDOUT_FILENO, path: "standard output")
  }

  /// Creates a file, or empties the one that is there.
  ///
  /// - Throws: When the file cannot be opened for writing.
  init(path: String) throws(GeneratorError) {
    // SAFETY: the text is passed as a C string that lives for the call.
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
    self.init(descriptor: descriptor, path: path)
  }

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    buffer.reserveCapacity(ByteOutput.pieceBytes + 4096)
  }

  deinit {
    if descriptor != STDOUT_FILENO { close(descriptor) }
  }

  /// Adds bytes, and writes when enough have come together.
  ///
  /// - Throws: When a write fails.
  mutating func append(_ bytes: [UInt8]) throws(GeneratorError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= ByteOutput.pieceBytes { try flush() }
  }

  /// Adds a comma and a number that is not negative; the next `append` may write.
  mutating func appendField(_ number: Int) {
    buffer.append(UInt8(ascii: ","))
    if number < 10 {
      buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number))
      return
    }
    var unit = 10
    while unit <= number / 10 { unit *= 10 }
    while unit > 0 {
      buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10))
      unit /= 10
    }
  }

  /// Writes what is left.
  ///
  /// - Throws: When a write fails.
  consuming func finish() throws(GeneratorError) {
    try flush()
  }

  private mutating func flush() throws(GeneratorError) {
    var done = 0
    while done < buffer.count {
      // SAFETY: the pointer is used inside the closure only, and the count is
      // that of the bytes behind it.
      let count = unsafe buffer.withUnsafeBytes { bytes in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[done...])
        return unsafe write(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .cannotWrite(path: path, errno: errno)
      }
      done += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Writes a line to standard error and ends the process.
func stop(saying text: String, status: Int32) -> Never {
  var bytes = Array(text.utf8)
  // SAFETY: the pointer lives for the call, and the count is that of the bytes.
  _ = unsafe write(STDERR_FILENO, &bytes, bytes.count)
  exit(status)
}

/// Gives the system's sentence for an error number.
func systemSentence(_ number: Int32) -> String {
  // SAFETY: the C string is copied before another call could replace it; the
  // process has one thread.
  unsafe String(cString: strerror(number))
}
