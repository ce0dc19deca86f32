import Basics
import DelimitedText

/// An input that can be begun again while it is being found out what it is.
///
/// A regular file is opened again; what comes through a pipe is kept until the rows
/// are taken.
struct RestartableInput {
  /// The path as it was given; a dash for standard input.
  let path: String
  private let input: Arguments.Input
  private var kept: KeptByteSource?

  /// Names an input, and opens nothing yet.
  init(_ input: Arguments.Input) {
    self.input = input
    switch input {
    case .standardInput: path = "-"
    case .file(let path): self.path = path
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
    let source: any ByteSource
    switch input {
    case .standardInput: source = try InputSource.standardInput()
    case .file(let path):
      source = try InputSource.file(path)
      // What a name of a descriptor leads to may not begin again with the name.
      if FileKind.isRegular(path), !path.hasPrefix("/dev/") { return source }
    }
    let kept = KeptByteSource(source)
    self.kept = kept
    return kept
  }

  /// Settles that the input is not begun again.
  func settle() { kept?.settle() }
}
