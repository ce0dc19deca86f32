public import ContactRecords

/// Writes a report or an explanation as JSON: keys sorted, indented, one line break at the end.
public enum JSONRenderer: Sendable {
  /// Renders a report.
  ///
  /// - Throws: When the effective configuration cannot be encoded.
  public static func render(_ report: Report) throws -> [UInt8] {
    try encoded(EncodedReport(report))
  }

  /// Renders an explanation.
  ///
  /// - Throws: When it cannot be encoded, which would be a bug.
  public static func render(_ explanation: Explanation) throws -> [UInt8] {
    try encoded(EncodedExplanation(explanation))
  }

  /// Renders what files are.
  ///
  /// - Throws: When it cannot be encoded, which would be a bug.
  public static func render(_ inspection: Inspection) throws -> [UInt8] {
    try encoded(inspection)
  }

  /// Renders a list of profiles.
  ///
  /// - Throws: When it cannot be encoded, which would be a bug.
  public static func render(_ profiles: [ACDProfile]) throws -> [UInt8] {
    try encoded(EncodedProfiles(profiles))
  }

  private static func encoded(_ value: some Encodable) throws -> [UInt8] {
    try JSONNodeEncoder.node(value).text()
  }
}
