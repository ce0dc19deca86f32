import Basics
import Reports

// MARK: - The place where a result is shown

extension Tool {
  /// What the place where a result is shown can do: all that is more than text alone is for a
  /// terminal, so that a file and a pipe get the same bytes whatever the surroundings.
  static func style(_ arguments: Arguments) -> TextStyle {
    let isShown = arguments.outputPath == nil && StandardStream.output.isTerminal
    return TextStyle(
      isColored: isColored(arguments, isShown: isShown),
      width: isShown ? StandardStream.output.columns : nil,
      hasSparklines: isShown && Environment.usesUTF8 && !Environment.hasPlainTerminal)
  }

  /// Whether the result has color.
  private static func isColored(_ arguments: Arguments, isShown: Bool) -> Bool {
    switch arguments.color {
    case .always: true
    case .never: false
    case .auto: isShown && !Environment.refusesColor
    }
  }

  /// Breaks what is still too long for the place where it is shown.
  static func fitted(_ text: String, _ style: TextStyle) -> String {
    guard let width = style.width else { return text }
    return TextFolding.folded(text, to: width)
  }
}
