import MaturityRules

/// Writes self-assessments for people.
package enum AssessmentRenderer: Sendable {
  /// Renders a report for the place that a style describes.
  ///
  /// - Parameters:
  ///   - report: What is rendered.
  ///   - style: What the place can show.
  /// - Returns: The text with a line break at its end.
  package static func render(_ report: AssessmentReport, _ style: TextStyle) -> String {
    text(of: report, style).lines(style).joined(separator: "\n") + "\n"
  }

  /// Says all of a report, piece by piece.
  static func text(of report: AssessmentReport, _ style: TextStyle) -> ReportText {
    ReportText()
  }
}
