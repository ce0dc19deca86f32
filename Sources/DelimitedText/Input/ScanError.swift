public import Basics

/// A reason why an input cannot be read at all, with its place.
///
/// A single record that cannot be read is not an error but a row with a
/// problem; see `RecordProblem`.
public struct ScanError: Error, Hashable, Sendable {
  /// Why the input cannot be read.
  public enum Reason: Error, Hashable, Sendable {
    /// The system refused to give bytes.
    case unreadable(SystemError)
    /// The file became another one while it was read.
    case changed
    /// The program that unpacks the input failed, with the first line of what it said.
    case notUnpacked(program: String, message: String)
    /// The program that would unpack the input cannot be started.
    case noProgram(String)
    /// Compressed by gzip.
    case gzip
    /// Compressed by zstd.
    case zstandard
    /// A zip archive, and so most likely a workbook.
    case workbook
    /// A workbook of an older Excel.
    case oldWorkbook
    /// A PDF document.
    case pdf
    /// Text in UTF-32.
    case utf32
    /// Bytes that are not text.
    case binary
    /// What looks like UTF-16 without its mark.
    case unmarkedUTF16
  }

  /// Why the input cannot be read.
  public let reason: Reason
  /// The byte of the input, from 0, at which that became clear.
  public let byteOffset: Int

  /// Creates an error.
  public init(reason: Reason, byteOffset: Int) {
    self.reason = reason
    self.byteOffset = byteOffset
  }
}

// MARK: - Sentences

extension ScanError: CustomStringConvertible {
  /// What is wrong and what to do about it, to be read after the name of the file.
  public var description: String {
    switch reason {
    case .unreadable(let error): "cannot be read: \(error.message)"
    case .changed: "changed while it was read; there is no verdict"
    case .notUnpacked(let program, let message):
      "\(program) cannot unpack it: \(VisibleText.escaping(message)); there is no verdict"
    case .noProgram(let program):
      "is compressed, and \(program), which unpacks it, is not found; install it, or unpack the "
        + "file elsewhere"
    case .gzip: "is gzip-compressed; pipe it in: gzip -dc FILE | slcheck -"
    case .zstandard: "is zstd-compressed; pipe it in: zstd -dc FILE | slcheck -"
    case .workbook: "is an Excel workbook or a zip archive; save it as CSV, or unpack it"
    case .oldWorkbook: "is an Excel workbook of an older version; save it as CSV"
    case .pdf: "is a PDF document; export the figures as CSV"
    case .utf32: "is UTF-32 text, which is not read; save it as UTF-8"
    case .binary: "is not text (byte \(byteOffset) is zero); export it as CSV in UTF-8"
    case .unmarkedUTF16:
      "is not text (byte \(byteOffset) is zero); it looks like UTF-16 without a byte-order mark, "
        + "so save it as UTF-8"
    }
  }
}
