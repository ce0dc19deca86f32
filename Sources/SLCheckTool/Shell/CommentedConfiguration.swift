/// The configuration that init writes: all there is to say, and nothing said yet.
///
/// What is not commented out is what holds anyway, so that the file changes no figure
/// until someone changes the file.
enum CommentedConfiguration: Sendable {
  /// The configuration as JSON with comments.
  static var text: String {
    var lines = [
      "// The configuration of slcheck: JSON with comments. Every key may be left out."
    ]
    lines += legend + ["{"]
    for section in ConfigurationGuide.sections where !section.lines.isEmpty {
      if lines.last != "{" { lines.append("") }
      lines += self.lines(of: section)
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// How comments are to be read.
  static let legend = [
    "// Words stand behind // and a blank. Lines with // and no blank are examples:",
    "// take the slashes away, and change what they say.",
  ]

  /// What is written about one key: its words, and itself.
  static func lines(of key: String) -> [String] { lines(of: ConfigurationGuide.section(key)) }

  private static func lines(of section: ConfigurationGuide.Section) -> [String] {
    Help.wrapped(section.words, to: 74).map { "  // " + $0 }
      + section.lines.map { "  " + (section.isDefault ? $0 : commentedOut($0)) }
  }

  /// A line with slashes before its first letter, so that it keeps its place without them.
  private static func commentedOut(_ line: String) -> String {
    line.prefix { $0 == " " } + "//" + line.drop { $0 == " " }
  }
}
