#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes a report as JSON: keys sorted, indented, one line break at the end.
public enum JSONRenderer: Sendable {
  /// Renders a report.
  ///
  /// - Throws: When the effective configuration cannot be encoded.
  public static func render(_ report: Report) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(EncodedReport(report))) + [UInt8(ascii: "\n")]
  }
}
