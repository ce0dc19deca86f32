import Basics
import DelimitedText

/// An input that can be begun again while it is being found out what it is.
///
/// A regular file is opened again; what comes through a pipe is kept until the rows
/// are taken.
struct RestartableInput {
  /// What it is called: the path as it was given, a dash for standard input.
  let path: String
  private let input: Arguments.Input
  private var kept: KeptByteSource?
  private let digest: StreamDigest.Place?
  private let progress: Progress?
  /// What digests the input, as it was begun last; `nil` where nobody asked for it.
  ///
  /// What is opened again is digested again, so that these are the bytes that were read.
  private(set) var digested: DigestedByteSource?

  /// Names an input, and opens nothing yet.
  ///
  /// - Parameters:
  ///   - name: What it is called; `nil` for the path that it is read from.
  ///   - digest: Where it is digested; `nil` for nowhere.
  ///   - progress: Who is told how much of it is read.
  init(
    _ input: Arguments.Input, named name: String? = nil, digest: StreamDigest.Place? = nil,
    progress: Progress? = nil
  ) {
    self.input = input
    self.digest = digest
    self.progress = progress
    switch input {
    case .standardInput: path = name ?? "-"
    case .file(let path): self.path = name ?? path
    case .bytes: path = name ?? "-"
    }
  }

  /// Gives the input from its first byte on.
  ///
  /// - Throws: The reason when it cannot be opened, or not be unpacked.
  mutating func begin() throws(ScanError.Reason) -> any ByteSource {
    if let kept {
      kept.rewind()
      return kept
    }
    var source = try open()
    if let progress { source = WatchedByteSource(source, progress) }
    if case .bytes = input { return source }
    // What a name of a descriptor leads to may not begin again with the name.
    if case .file(let path) = input, FileKind.isRegular(path), !path.hasPrefix("/dev/") {
      return source
    }
    let kept = KeptByteSource(source)
    self.kept = kept
    return kept
  }

  private mutating func open() throws(ScanError.Reason) -> any ByteSource {
    guard let digest else {
      switch input {
      case .standardInput: return try InputSource.standardInput()
      case .file(let path): return try InputSource.file(path)
      case .bytes(let bytes): return MemoryByteSource(bytes)
      }
    }
    let source =
      switch input {
      case .standardInput: try InputSource.standardInput(digested: digest)
      case .file(let path): try InputSource.file(path, digested: digest)
      case .bytes(let bytes): DigestedByteSource(MemoryByteSource(bytes), digest)
      }
    digested = source
    return source
  }

  /// Settles that the input is not begun again.
  func settle() { kept?.settle() }
}
