#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

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

  /// Reads once into a part of an array.
  ///
  /// - Returns: How many bytes were read; 0 at the end of the input.
  /// - Throws: `SystemError` when the system refuses. An interrupted call is repeated.
  /// - Precondition: The part lies within the array.
  static func read(
    from descriptor: Int32, into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int,
    path: String
  ) throws(SystemError) -> Int {
    precondition(offset >= 0 && count >= 0 && offset <= bytes.count - count)
    while true {
      // SAFETY: the precondition keeps the written part inside the array.
      let (received, problem) = unsafe bytes.withUnsafeMutableBytes { buffer in
        guard let base = buffer.baseAddress else { return (0, Int32(0)) }
        #if canImport(Glibc)
          let received = unsafe Glibc.read(descriptor, base + offset, count)
        #elseif canImport(Musl)
          let received = unsafe Musl.read(descriptor, base + offset, count)
        #else
          let received = unsafe Darwin.read(descriptor, base + offset, count)
        #endif
        return (received, received < 0 ? errno : 0)
      }
      if received >= 0 { return received }
      if problem != EINTR { throw SystemError(operation: .read, path: path, errno: problem) }
    }
  }

  /// Reads once from a place in a file into a part of an array; nobody's place moves.
  ///
  /// - Returns: How many bytes were read; 0 at the end of the file.
  /// - Throws: `SystemError` when the system refuses. An interrupted call is repeated.
  /// - Precondition: The part lies within the array.
  static func read(
    from descriptor: Int32, at position: Int, into bytes: inout ContiguousArray<UInt8>,
    at offset: Int, count: Int, path: String
  ) throws(SystemError) -> Int {
    precondition(offset >= 0 && count >= 0 && offset <= bytes.count - count)
    while true {
      // SAFETY: the precondition keeps the written part inside the array.
      let (received, problem) = unsafe bytes.withUnsafeMutableBytes { buffer -> (Int, Int32) in
        guard let base = buffer.baseAddress else { return (0, 0) }
        let received = unsafe pread(descriptor, base + offset, count, off_t(position))
        return (received, received < 0 ? errno : 0)
      }
      if received >= 0 { return received }
      if problem != EINTR { throw SystemError(operation: .read, path: path, errno: problem) }
    }
  }

  /// Creates a pipe whose ends no child inherits.
  static func pipe(path: String) throws(SystemError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    // SAFETY: the call writes two descriptors, for which there is room.
    let result = unsafe ends.withUnsafeMutableBufferPointer { buffer in
      #if canImport(Glibc)
        unsafe Glibc.pipe(buffer.baseAddress!)
      #elseif canImport(Musl)
        unsafe Musl.pipe(buffer.baseAddress!)
      #else
        unsafe Darwin.pipe(buffer.baseAddress!)
      #endif
    }
    guard result == 0 else { throw SystemError(operation: .open, path: path, errno: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Closes both ends of a pipe.
  static func close(_ pipe: (read: Int32, write: Int32)) {
    for end in [pipe.read, pipe.write] {
      #if canImport(Glibc)
        _ = Glibc.close(end)
      #elseif canImport(Musl)
        _ = Musl.close(end)
      #else
        _ = Darwin.close(end)
      #endif
    }
  }
}
