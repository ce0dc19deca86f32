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
  /// What looks like text in UTF-16 without a mark, which does not say which byte comes first.
  case unmarkedUTF16(zeroAt: Int)

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
    for i in sample.indices where sample[i] == 0 {
      return looksLikeUTF16(sample) ? .unmarkedUTF16(zeroAt: i) : .binary(zeroAt: i)
    }
    let mark = signatures[0].bytes
    let hasMark =
      sample.count >= mark.count && mark.indices.allSatisfy { sample[$0] == mark[$0] }
    return hasMark ? .utf8WithMark : .utf8
  }

  /// The program that unpacks a compressed input; nil where it is none.
  ///
  /// - Parameter beginning: The first four bytes.
  static func unpacker(of beginning: [UInt8]) -> String? {
    let found = signatures.first { beginning.starts(with: $0.bytes) }?.encoding
    return found == .gzip ? "gzip" : found == .zstandard ? "zstd" : nil
  }

  /// Tells whether every second byte is zero and no other, but for a few.
  ///
  /// So it is with text that is mostly ASCII. The beginning decides, a header.
  private static func looksLikeUTF16(_ sample: Span<UInt8>) -> Bool {
    let pairs = min(sample.count, 128) / 2
    guard pairs > 0 else { return false }
    var zeros = (even: 0, odd: 0)
    for pair in 0..<pairs {
      if sample[2 * pair] == 0 { zeros.even += 1 }
      if sample[2 * pair + 1] == 0 { zeros.odd += 1 }
    }
    let (more, less) = (max(zeros.even, zeros.odd), min(zeros.even, zeros.odd))
    return less == 0 && 4 * more >= 3 * pairs
  }

  /// Which byte of a unit comes first; nil where the text is not UTF-16.
  var unitOrder: UTF16Text.Order? {
    switch self {
    case .utf16LittleEndian: .lowFirst
    case .utf16BigEndian: .highFirst
    case .utf8, .utf8WithMark, .utf32, .gzip, .zstandard, .zip, .compoundDocument, .pdf, .binary,
      .unmarkedUTF16:
      nil
    }
  }

  /// The number of bytes to skip before the text.
  var markWidth: Int { self == .utf8WithMark ? 3 : unitOrder == nil ? 0 : 2 }

  /// The first zero byte of what is no text.
  var zeroAt: Int? {
    switch self {
    case .binary(let zeroAt), .unmarkedUTF16(let zeroAt): zeroAt
    case .utf8, .utf8WithMark, .utf16LittleEndian, .utf16BigEndian, .utf32, .gzip, .zstandard,
      .zip, .compoundDocument, .pdf:
      nil
    }
  }

  /// Why an input of this kind is refused; nil when it is read.
  var refusal: ScanError.Reason? {
    switch self {
    case .utf8, .utf8WithMark, .utf16LittleEndian, .utf16BigEndian: nil
    case .utf32: .utf32
    case .gzip: .gzip
    case .zstandard: .zstandard
    case .zip: .workbook
    case .compoundDocument: .oldWorkbook
    case .pdf: .pdf
    case .binary: .binary
    case .unmarkedUTF16: .unmarkedUTF16
    }
  }
}
