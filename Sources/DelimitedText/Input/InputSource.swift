public import Basics

/// Opens inputs, and unpacks those that are compressed.
///
/// What is compressed is told by its first bytes and not by its name. Only a
/// regular file can be looked into without reading it, so what comes compressed through
/// a pipe is refused by the reader, which says how to unpack it on the way.
public enum InputSource: Sendable {
  /// Opens a file, a named pipe or a device.
  ///
  /// - Throws: The reason when it cannot be opened, or not be unpacked.
  public static func file(_ path: String) throws(ScanError.Reason) -> any ByteSource {
    try source(opening { () throws(SystemError) in try InputFile(path: path) })
  }

  /// Takes the standard input of the process.
  ///
  /// - Throws: The reason when it is closed or a directory, or cannot be unpacked.
  public static func standardInput() throws(ScanError.Reason) -> any ByteSource {
    try source(opening { () throws(SystemError) in try InputFile(standardInputNamed: "-") })
  }

  /// Opens a file, a named pipe or a device, and digests it as it is stored.
  ///
  /// - Throws: The reason when it cannot be opened, or not be unpacked.
  public static func file(
    _ path: String, digested place: StreamDigest.Place
  ) throws(ScanError.Reason) -> DigestedByteSource {
    let file = try opening { () throws(SystemError) in try InputFile(path: path) }
    return try digested(file, place)
  }

  /// Takes the standard input of the process, and digests it as it comes.
  ///
  /// - Throws: The reason when it is closed or a directory, or cannot be unpacked.
  public static func standardInput(
    digested place: StreamDigest.Place
  ) throws(ScanError.Reason) -> DigestedByteSource {
    let file = try opening { () throws(SystemError) in try InputFile(standardInputNamed: "-") }
    return try digested(file, place)
  }

  private static func opening(
    _ open: () throws(SystemError) -> InputFile
  ) throws(ScanError.Reason) -> InputFile {
    do throws(SystemError) { return try open() } catch { throw .unreadable(error) }
  }

  private static func source(_ file: InputFile) throws(ScanError.Reason) -> any ByteSource {
    guard let program = unpacker(of: file) else { return FileByteSource(file) }
    return try UnpackedByteSource(file, with: program)
  }

  private static func digested(
    _ file: InputFile, _ place: StreamDigest.Place
  ) throws(ScanError.Reason) -> DigestedByteSource {
    guard let program = unpacker(of: file) else {
      return DigestedByteSource(FileByteSource(file), place)
    }
    return try DigestedByteSource(unpacking: file, with: program, place)
  }

  private static func unpacker(of file: InputFile) -> String? {
    file.state == nil ? nil : TextEncoding.unpacker(of: file.peek(4))
  }
}
