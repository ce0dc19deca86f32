import Basics
import DelimitedText
import Reports

/// How the text of an input is encoded, for the summary of the input.
struct InputText: Hashable, Sendable {
  /// The name of the encoding.
  var encoding = ""
  /// What had to be taken for something else.
  var notes: [String] = []

  /// Nothing is known yet.
  init() {}

  /// Takes what was found out, once all of an input is read.
  ///
  /// - Parameter replaced: Characters of UTF-16 that are not valid.
  init(_ recognized: TextEncoding, _ found: TextFound, replacedCharacters replaced: Int) {
    let others = found.windows1252Fields
    switch recognized {
    case .utf16LittleEndian: encoding = "utf-16, little-endian"
    case .utf16BigEndian: encoding = "utf-16, big-endian"
    case .utf8WithMark where others == 0: encoding = "utf-8 with byte-order mark"
    case .utf8 where others > 0 && !found.hasMultibyteText: encoding = "windows-1252"
    case .utf8, .utf8WithMark: encoding = others > 0 ? "utf-8 and windows-1252" : "utf-8"
    case .utf32, .gzip, .zstandard, .zip, .compoundDocument, .pdf, .binary, .unmarkedUTF16:
      preconditionFailure("the reader refuses what is no text")
    }
    if others > 0 {
      notes.append(
        "\(grouped(others)) \(others == 1 ? "field is" : "fields are") not UTF-8 and "
          + "\(others == 1 ? "was" : "were") read as Windows-1252")
    }
    if replaced > 0 {
      notes.append(
        "\(grouped(replaced)) \(replaced == 1 ? "character is" : "characters are") not valid "
          + "UTF-16 and \(replaced == 1 ? "was" : "were") replaced by U+FFFD")
    }
  }
}
