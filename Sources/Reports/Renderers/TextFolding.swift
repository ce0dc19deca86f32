import Basics

/// Breaks lines between words, so that they fit a terminal.
package enum TextFolding: Sendable {
  /// The narrowest terminal that lines are broken for; on others they are left as they are.
  package static let leastWidth = 40

  /// Breaks every line of a text that is too long, and leaves the others alone.
  ///
  /// What goes on below a line is two columns further in; below a line of two parts, which
  /// stand two blanks or more apart, it is as far in as the second one.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func folded(_ text: String, to width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = String(line)
      return lines(line, to: width, hanging: hang(of: line, width)).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// Breaks a line between words.
  ///
  /// A word that no line has room for, such as a path, stays whole: the terminal breaks it,
  /// and it can be copied. A percent sign stays with its number.
  ///
  /// - Parameter hanging: The blanks before what goes on in further lines.
  /// - Complexity: O(*n*) in the length of the line.
  package static func lines(_ line: String, to width: Int, hanging: Int) -> [String] {
    guard DisplayWidth.of(line) > width else { return [line] }
    let blanks = String(repeating: " ", count: hanging)
    var (lines, current, used) = ([String](), "", 0)
    for word in words(line) {
      let columns = DisplayWidth.of(word.text)
      var gap = word.gap
      if !lines.isEmpty || used > 0, used + gap + columns > width {
        lines.append(current)
        (current, used, gap) = (blanks, hanging, 0)
      }
      current += String(repeating: " ", count: gap) + word.text
      used += gap + columns
    }
    return lines + [current]
  }

  /// The words of a line, each with the blanks in front of it.
  private static func words(_ line: String) -> [(gap: Int, text: String)] {
    var words: [(gap: Int, text: String)] = []
    var gap = 0
    for part in line.split(separator: " ", omittingEmptySubsequences: false) {
      if part.hasPrefix("%"), gap == 1, let last = words.popLast() {
        words.append((last.gap, last.text + " " + part))
        gap = 1
      } else if !part.isEmpty {
        words.append((gap, String(part)))
        gap = 1
      } else {
        gap += 1
      }
    }
    return words
  }

  private static func hang(of line: String, _ width: Int) -> Int {
    let indent = line.prefix { $0 == " " }.count
    let text = line.dropFirst(indent)
    guard let gap = text.firstRange(of: "  ") else { return indent + 2 }
    let blanks = text[gap.lowerBound...].prefix { $0 == " " }.count
    let second = indent + DisplayWidth.of(text[..<gap.lowerBound]) + blanks
    return second <= width / 2 ? second : indent + 2
  }
}
