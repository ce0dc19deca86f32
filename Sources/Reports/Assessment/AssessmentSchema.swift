/// The JSON Schema of what the self-assessments come to in JSON.
public enum AssessmentSchema: Sendable {
  /// The schema as JSON text, with a line break at its end.
  public static let text = "{}\n"
}
