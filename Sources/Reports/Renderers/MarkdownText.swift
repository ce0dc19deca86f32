/// Text that is set in Markdown as GitHub reads it.
package enum MarkdownText: Sendable {
  /// Makes text safe anywhere in a line, and within a table: nothing in it is markup.
  ///
  /// Addresses are not made into links either.
  package static func escaped(_ text: String) -> String {
    var shown = ""
    // Scalar by scalar: a sign with an accent is that sign to Markdown.
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": shown += "&amp;"
      case "<": shown += "&lt;"
      case ">": shown += "&gt;"
      case "|", "\\", "`", "*", "_", "[", "]", "#", "~", "!":
        shown += "\\"
        shown.unicodeScalars.append(scalar)
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown.replacing("://", with: "&#58;//").replacing("www.", with: "www&#46;")
  }

  /// Makes text safe where it begins a line: it begins no list either.
  package static func beginning(_ text: String) -> String {
    let shown = escaped(text)
    let digits = shown.prefix { $0.isASCII && $0.isNumber }
    let rest = shown.dropFirst(digits.count)
    guard let sign = rest.unicodeScalars.first else { return shown }
    let beginsList = digits.isEmpty ? ["-", "+", "="].contains(sign) : [".", ")"].contains(sign)
    // A number with decimals is none either.
    guard beginsList, digits.isEmpty || rest.dropFirst().first == " " else { return shown }
    return digits + "\\" + rest
  }
}
