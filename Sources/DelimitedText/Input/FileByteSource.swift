public import Basics

/// A file, named pipe or device as a source of bytes.
///
/// A regular file is read to the size that it has when it is opened, so that one that
/// grows is not read forever; at the end it has to be the same file still.
public struct FileByteSource: ByteSource {
  private let file: InputFile
  /// What the file was when it was opened; nil where it may change.
  private let state: FileState?
  /// The number of bytes read so far.
  public private(set) var bytesRead = 0

  /// Opens a file for reading. It is closed with the last copy of the source.
  ///
  /// - Throws: `SystemError` when it cannot be opened or is a directory.
  public init(path: String) throws(SystemError) {
    self.init(try InputFile(path: path))
  }

  /// Reads from a file that is already open.
  public init(_ file: InputFile) {
    self.file = file
    state = file.watchedState
  }

  /// Reads the next bytes of the file.
  ///
  /// - Throws: The reason when it cannot be read on, or has changed.
  public mutating func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(ScanError.Reason) -> Int {
    let isMadeUp = state?.size == 0
    let left = state.flatMap { isMadeUp ? nil : $0.size - bytesRead } ?? count
    let received: Int
    do throws(SystemError) {
      received = try file.read(into: &bytes, at: offset, count: min(count, left))
    } catch {
      throw .unreadable(error)
    }
    bytesRead += received
    guard let state else { return received }
    if isMadeUp {
      guard file.state?.size == 0 else { throw .changed }
    } else if received == 0 {
      guard bytesRead == state.size, file.state == state else { throw .changed }
    }
    return received
  }
}

extension InputFile {
  /// The state of a file that must not change while it is read; nil for standard input,
  /// pipes and devices, which are read as they come.
  var watchedState: FileState? {
    path == "-" || path.hasPrefix("/dev/") ? nil : state
  }
}
