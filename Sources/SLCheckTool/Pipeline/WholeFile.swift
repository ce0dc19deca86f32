import Basics

/// Reads files at once, up to a length that says a file was named by mistake.
enum WholeFile {
  private static let step = 1 << 18

  /// Reads a file to its end.
  ///
  /// - Returns: The bytes; `nil` where there are more than the longest length.
  /// - Throws: `SystemError` when it cannot be opened or read on.
  /// - Complexity: O(*n*) in the length of the file.
  static func read(_ path: String, longest: Int) throws(SystemError) -> [UInt8]? {
    let file = try InputFile(path: path)
    var bytes: [UInt8] = []
    var buffer = ContiguousArray<UInt8>(repeating: 0, count: step)
    while true {
      let received = try file.read(into: &buffer, at: 0, count: step)
      if received == 0 { return bytes }
      bytes += buffer[..<received]
      if bytes.count > longest { return nil }
    }
  }

  /// The SHA-256 of a file as it is stored.
  ///
  /// - Parameter progress: Who is told how much of it is read.
  /// - Throws: `SystemError` when it cannot be opened or read on.
  /// - Complexity: O(*n*) in the length of the file.
  static func sha256(
    of path: String, _ progress: Progress? = nil
  ) throws(SystemError) -> String {
    let file = try InputFile(path: path)
    var digest = SHA256()
    var count = 0
    var buffer = ContiguousArray<UInt8>(repeating: 0, count: step)
    while true {
      let received = try file.read(into: &buffer, at: 0, count: step)
      if received == 0 { return digest.hexadecimal() }
      digest.update(buffer.span.extracting(0..<received))
      count += received
      progress?.note(bytes: count)
    }
  }
}
