import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics

/// Writes an explanation for people: the rule in words, then its arithmetic, scope by scope.
public struct ExplanationRenderer: Sendable {
  let explanation: Explanation
  let style: TextStyle
  var lines: [String] = []

  /// Renders an explanation for a file.
  ///
  /// - Parameters:
  ///   - explanation: What is explained.
  ///   - isColored: Whether the terminal's colors are used.
  /// - Returns: The text with a line break at its end.
  public static func render(_ explanation: Explanation, isColored: Bool = false) -> String {
    render(explanation, TextStyle(isColored: isColored))
  }

  /// Renders an explanation for the place that a style describes.
  ///
  /// - Returns: The text with a line break at its end.
  package static func render(_ explanation: Explanation, _ style: TextStyle) -> String {
    var renderer = ExplanationRenderer(explanation: explanation, style: style)
    renderer.writeRule()
    if let arithmetic = explanation.arithmetic { renderer.write(arithmetic) }
    return renderer.lines.joined(separator: "\n") + "\n"
  }

  private init(explanation: Explanation, style: TextStyle) {
    self.explanation = explanation
    self.style = style
  }

  mutating func heading(_ text: String) {
    if !lines.isEmpty { lines.append("") }
    lines.append(style.heading(text))
  }

  /// Adds a paragraph, broken between words.
  mutating func paragraph(_ text: String, indent: Int, first: String? = nil) {
    let blanks = String(repeating: " ", count: indent)
    var line = first ?? blanks
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = blanks
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    lines.append(line)
  }

  /// The widest line of words; tables may be wider.
  private var width: Int { min(80, style.width ?? .max) }
}

// MARK: - The rule in words

extension ExplanationRenderer {
  private mutating func writeRule() {
    switch explanation.address.rule {
    case .standard(let standard):
      heading("\(standard.id) \(standard.title)")
      let kinds = standard.kinds.map { $0.rawValue.replacing("_", with: " ") }
      paragraph(
        "Judged by \(kinds.joined(separator: " or ")). The standard stands at the lowest level of "
          + "its scopes, and a scope at the highest level whose criteria from 1 on all hold; a "
          + "criterion that does not apply is stepped over (own rules).", indent: 2)
      for criterion in standard.criteria { write(criterion, of: standard) }
    case .criterion(let standard, let criterion):
      heading("\(standard.id) \(standard.title)")
      write(criterion, of: standard)
    case .toolkit(let rule):
      heading("\(rule.id): \(rule.title)")
      paragraph(sentence(rule.requirement), indent: 2)
      writeFacts([
        ("in words", rule.sentence + "."), ("window", rule.windowInWords),
        ("origin", rule.origin.inWords), ("missing data", rule.missingInWords),
      ])
    }
  }

  private mutating func write(_ criterion: Criterion, of standard: Standard) {
    lines.append("")
    let name = StandardLadder.levelNames[criterion.level]
    lines.append("  \(standard.id).\(criterion.level) \(name)")
    let words = criterion.sentence
    if criterion.requirement != words { paragraph(sentence(criterion.requirement), indent: 4) }
    var facts = [("in words", words + ".")]
    if let window = criterion.windowInWords { facts.append(("window", window)) }
    facts += [
      ("origin", criterion.originInWords),
      ("missing data", criterion.missingInWords(standard.subject)),
    ]
    writeFacts(facts)
  }

  /// Makes a sentence of a requirement.
  private func sentence(_ requirement: String) -> String {
    requirement.prefix(1).uppercased() + requirement.dropFirst() + "."
  }

  private mutating func writeFacts(_ facts: [(name: String, text: String)]) {
    for fact in facts {
      let padding = String(repeating: " ", count: 14 - fact.name.count)
      paragraph(fact.text, indent: 18, first: "    " + fact.name + padding)
    }
  }
}
