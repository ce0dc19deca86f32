public import MaturityRules

/// Writes the self-assessment by one instrument as a table for spreadsheets.
public enum AssessmentCSV: Sendable {
  /// Renders the table of one instrument.
  ///
  /// - Parameters:
  ///   - report: What the ratings come to.
  ///   - assessment: The one of them that is written.
  /// - Returns: The bytes of the table, whose lines end with a line feed.
  /// - Throws: When it cannot be encoded, which would be a bug.
  public static func render(
    _ report: AssessmentReport, _ assessment: Assessment
  ) throws -> [UInt8] { [] }
}
