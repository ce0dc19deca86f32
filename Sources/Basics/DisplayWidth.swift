/// How many columns of a terminal text takes.
///
/// A letter takes one column with all its accents; the wide ones of East Asia and pictures
/// take two. Where terminals differ it is the wider, so that a line that is said to fit does.
public enum DisplayWidth: Sendable {
  /// The columns of a text; the codes that color it take none.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public static func of(_ text: some StringProtocol) -> Int {
    var width = 0
    var isInCode = false
    for letter in text {
      if isInCode {
        isInCode = letter != "m"
      } else if letter == "\u{1B}" {
        isInCode = true
      } else {
        width += of(letter)
      }
    }
    return width
  }

  /// The columns of a letter: 1 or 2.
  static func of(_ letter: Character) -> Int {
    guard !letter.isASCII else { return 1 }
    return letter.unicodeScalars.contains(where: isWide) ? 2 : 1
  }

  /// The beginning of a text that takes no more than so many columns.
  ///
  /// - Complexity: O(*n*) in the columns.
  public static func prefix(_ text: String, _ columns: Int) -> Substring {
    var width = 0
    let end = text.indices.first { index in
      width += of(text[index])
      return width > columns
    }
    return text[..<(end ?? text.endIndex)]
  }

  /// Whether a code point is wide or full-width (Unicode Standard Annex 11), or shown as a
  /// picture; the ranges are whole blocks.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE0F, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F000...0x1FAFF, 0x20000...0x3FFFF:
      return true
    default: return scalar.properties.isEmojiPresentation
    }
  }
}
