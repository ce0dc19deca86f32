/// The JSON Schema of the JSON report.
public enum ReportSchema: Sendable {
  /// The schema as JSON text.
  public static let text = "{}\n"
}
