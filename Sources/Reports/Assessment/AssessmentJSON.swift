/// Writes self-assessments as JSON: keys sorted, indented, one line break at the end.
public enum AssessmentJSON: Sendable {
  /// Renders a report.
  ///
  /// - Parameter report: What is rendered.
  /// - Returns: The bytes of the document.
  /// - Throws: When it cannot be encoded, which would be a bug.
  public static func render(_ report: AssessmentReport) throws -> [UInt8] {
    try JSONRenderer.encoded(EncodedAssessments(report))
  }
}
