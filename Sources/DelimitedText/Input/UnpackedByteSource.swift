import Basics

/// A compressed file as a source of what is in it, unpacked by a program.
struct UnpackedByteSource: ByteSource {
  private let file: InputFile
  private let program: String
  private let child: ChildProcess
  /// What the file was when it was opened; nil where it may change.
  private let state: FileState?
  /// Where in the compressed file the program began.
  private let start: Int
  /// The bytes of the compressed file, all of which the program has to read.
  private let storedBytes: Int
  private var isAtEnd = false

  /// How many bytes of the compressed file the program has read so far.
  var bytesRead: Int { isAtEnd ? storedBytes : min(storedBytes, max(0, file.position - start)) }

  /// Starts to unpack a regular file.
  ///
  /// - Throws: The reason when the program cannot be started.
  init(_ file: InputFile, with program: String) throws(ScanError.Reason) {
    state = file.watchedState
    // The program moves the place in the file as soon as it is started.
    start = file.position
    storedBytes = max(0, (file.state?.size ?? 0) - start)
    do throws(SystemError) {
      child = try ChildProcess(program, ["-dc"], input: file)
    } catch {
      if error.isMissingFile { throw .noProgram(program) }
      throw .unreadable(error)
    }
    self.file = file
    self.program = program
  }

  /// Reads the next bytes that the program has unpacked.
  ///
  /// - Throws: The reason when the file has changed, or the program fails.
  mutating func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(ScanError.Reason) -> Int {
    let received: Int
    do throws(SystemError) {
      received = try child.read(into: &bytes, at: offset, count: count)
    } catch {
      throw .unreadable(error)
    }
    guard received == 0 else { return received }
    isAtEnd = true
    let ending = child.finish()
    if let state, file.state != state { throw .changed }
    guard ending.isSuccess else {
      throw .notUnpacked(program: program, message: ending.message)
    }
    return 0
  }
}
