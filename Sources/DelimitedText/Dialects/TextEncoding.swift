/// What the first bytes of an input say about what it holds.
public enum TextEncoding: Hashable, Sendable {
  /// Text in UTF-8, or in an encoding that shares its ASCII part.
  case utf8
  /// Text in UTF-8 behind a byte-order mark of three bytes.
  case utf8WithMark
  /// Text in UTF-16, low byte first, by its mark.
  case utf16LittleEndian
  /// Text in UTF-16, high byte first, by its mark.
  case utf16BigEndian
  /// Text in UTF-32, by its mark.
  case utf32
  /// A file compressed by gzip.
  case gzip
  /// A file compressed by zstd.
  case zstandard
  /// A zip archive, which is what an Excel workbook is.
  case zip
  /// A workbook of an older Excel.
  case compoundDocument
  /// A PDF document.
  case pdf
  /// Anything else with a zero byte, which text does not have.
  case binary(zeroAt: Int)

  /// How many of the first bytes decide.
  static let sampleBytes = 65_536

  /// Marks and magic numbers, longest first where one begins another.
  private static let signatures: [(bytes: [UInt8], encoding: TextEncoding)] = [
    ([0xEF, 0xBB, 0xBF], .utf8WithMark),
    ([0xFF, 0xFE, 0x00, 0x00], .utf32),
    ([0x00, 0x00, 0xFE, 0xFF], .utf32),
    ([0xFF, 0xFE], .utf16LittleEndian),
    ([0xFE, 0xFF], .utf16BigEndian),
    ([0x1F, 0x8B], .gzip),
    ([0x28, 0xB5, 0x2F, 0xFD], .zstandard),
    ([0x50, 0x4B, 0x03, 0x04], .zip),
    ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundDocument),
    ([0x25, 0x50, 0x44, 0x46, 0x2D], .pdf),
  ]

  /// Recognizes an encoding from the first bytes of an input.
  ///
  /// - Parameter sample: The first 64 KiB, or all of a shorter input.
  static func recognized(in sample: Span<UInt8>) -> TextEncoding {
    for (signature, encoding) in signatures
    where sample.count >= signature.count
      && signature.indices.allSatisfy({ sample[$0] == signature[$0] })
    {
      if encoding != .utf8WithMark { return encoding }
    }
    for i in sample.indices where sample[i] == 0 { return .binary(zeroAt: i) }
    let mark = signatures[0].bytes
    let hasMark =
      sample.count >= mark.count && mark.indices.allSatisfy { sample[$0] == mark[$0] }
    return hasMark ? .utf8WithMark : .utf8
  }

  /// The number of bytes to skip before the text.
  var markWidth: Int { self == .utf8WithMark ? 3 : 0 }

  /// Why an input of this kind is refused; nil when it is read.
  var refusal: ScanError.Reason? {
    switch self {
    case .utf8, .utf8WithMark: nil
    case .utf16LittleEndian, .utf16BigEndian: .utf16
    case .utf32: .utf32
    case .gzip: .gzip
    case .zstandard: .zstandard
    case .zip: .workbook
    case .compoundDocument: .oldWorkbook
    case .pdf: .pdf
    case .binary: .binary
    }
  }
}
