/// Makes text from data safe to show on a terminal and in a line of diagnostics.
public enum VisibleText: Sendable {
  /// Replaces what a terminal would obey instead of show.
  ///
  /// Control characters, line and paragraph separators and the marks that change
  /// the direction of writing are shown as their code point in angle brackets.
  public static func escaping(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        shown += "<U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code + ">"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default: return false
    }
  }
}
