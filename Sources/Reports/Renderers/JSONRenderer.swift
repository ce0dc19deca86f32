public import ContactRecords

/// Writes a report or an explanation as JSON: keys sorted, indented, one line break at the end.
public enum JSONRenderer: Sendable {
  /// Renders a report.
  ///
  /// - Parameters:
  ///   - report: What is rendered.
  ///   - threads: How many threads render; the text is the same with any number.
  /// - Throws: When the effective configuration cannot be encoded.
  public static func render(_ report: Report, threads: Int = 1) throws -> [UInt8] {
    try encoded(EncodedReport(report, threads: threads))
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

  /// Renders a result of a later stage in its wire form.
  ///
  /// - Throws: When it cannot be encoded, which would be a bug.
  package static func encoded(_ value: some Encodable) throws -> [UInt8] {
    try JSONNodeEncoder.node(value).text()
  }
}
