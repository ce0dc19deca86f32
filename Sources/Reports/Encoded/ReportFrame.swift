import Basics
import PerformanceMetrics

/// What stands around the figures of every result: version, as-of, configuration, inputs.
///
/// It is encoded into the object of the result itself, beside the result's own keys.
package struct ReportFrame: Encodable {
  private let version: String
  private let asOf: String
  @Nullable private var timeZone: String?
  private let configuration: EncodedConfiguration
  private let inputs: [EncodedInput]
  /// Left out where there is none.
  private let ledger: EncodedLedger?

  /// Takes the frame of a report.
  package init(_ report: Report) {
    version = report.version
    asOf = report.center.asOf.description
    timeZone = report.timeZone
    configuration = EncodedConfiguration(report.configuration, detail: report.detail)
    inputs = report.inputs.map(EncodedInput.init)
    ledger = report.ledger.map(EncodedLedger.init)
  }
}

/// A result in its frame: one object with the keys of both.
package struct Framed<Result: Encodable>: Encodable {
  private let frame: ReportFrame
  private let result: Result

  /// Puts a result of a report into the frame of the report.
  package init(_ result: Result, of report: Report) {
    (self.result, frame) = (result, ReportFrame(report))
  }

  package func encode(to encoder: any Encoder) throws {
    try frame.encode(to: encoder)
    try result.encode(to: encoder)
  }
}
