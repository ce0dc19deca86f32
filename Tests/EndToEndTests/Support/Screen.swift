import Basics

/// What a person saw on a terminal, line by line as it was drawn.
struct Screen {
  /// The lines as they stand at the end.
  private(set) var lines = [""]
  /// Every state of a line before it was erased or drawn again.
  private(set) var drawn: [String] = []

  /// Takes what was written: text, line breaks, returns to the beginning and erasures.
  init(_ bytes: [UInt8]) {
    var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    var column = 0
    while let scalar = rest.popFirst() {
      var line = Array(lines[lines.count - 1].unicodeScalars)
      switch scalar {
      case "\n":
        lines.append("")
        column = 0
        continue
      case "\r":
        if !line.isEmpty { drawn.append(lines[lines.count - 1]) }
        column = 0
        continue
      case "\u{1B}" where rest.starts(with: "[K".unicodeScalars):
        rest = rest.dropFirst(2)
        line.removeSubrange(min(column, line.count)...)
      default:
        if column < line.count { line[column] = scalar } else { line.append(scalar) }
        column += 1
      }
      lines[lines.count - 1] = String(String.UnicodeScalarView(line))
    }
  }
}
