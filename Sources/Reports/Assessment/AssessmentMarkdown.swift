/// Writes self-assessments as Markdown: what the text says, in tables and lists.
///
/// Nothing that comes from data is markup in it.
public enum AssessmentMarkdown: Sendable {
  /// Renders a report.
  ///
  /// - Parameter report: What is rendered.
  /// - Returns: The Markdown with a line break at its end.
  public static func render(_ report: AssessmentReport) -> String {
    MarkdownRenderer.render(AssessmentRenderer.text(of: report, TextStyle()))
  }
}
