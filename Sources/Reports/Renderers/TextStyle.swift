import MaturityRules
import PerformanceMetrics

/// What the place where text is shown can do: colors, a width, small charts.
///
/// Whoever knows that place decides; a file and a pipe can do nothing of it.
package struct TextStyle: Hashable, Sendable {
  /// Whether the terminal's colors are used.
  package let isColored: Bool
  /// How many columns there are for a line; `nil` where lines are as long as they are.
  package let width: Int?
  /// Whether there are sparklines beside the figures that they show.
  package let hasSparklines: Bool

  /// Creates a style; without anything said it is that of a file.
  ///
  /// - Parameter width: A terminal too narrow to fold text for is like none.
  package init(isColored: Bool = false, width: Int? = nil, hasSparklines: Bool = false) {
    self.isColored = isColored
    self.width = width.flatMap { $0 < TextFolding.leastWidth ? nil : $0 }
    self.hasSparklines = hasSparklines
  }

  /// A heading.
  package func heading(_ text: String) -> String { wrap(text, "1") }

  /// Text of good news.
  package func good(_ text: String) -> String { wrap(text, "32") }

  /// Text of bad news.
  package func bad(_ text: String) -> String { wrap(text, "31") }

  /// Text of open questions.
  package func open(_ text: String) -> String { wrap(text, "33") }

  private func wrap(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// A status in words, padded to a width before it is colored.
  ///
  /// - Parameter width: The least width; 0 for that of the words.
  func status(_ status: CriterionStatus, width: Int = 0) -> String {
    let name = status.words
    let padded = name + String(repeating: " ", count: max(0, width - name.count))
    switch status {
    case .met, .attested: return good(padded)
    case .missed: return bad(padded)
    case .indeterminate: return open(padded)
    case .needsEvidence, .notApplicable, .notAssessed: return padded
    }
  }

  /// How a requirement stands, in words.
  func status(_ status: Requirement.Status) -> String {
    switch status {
    case .holds: good("holds")
    case .fails: bad("fails")
    case .indeterminate: open("is indeterminate")
    }
  }
}
