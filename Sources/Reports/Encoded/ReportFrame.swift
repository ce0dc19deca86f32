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

  /// Takes the frame of a report.
  package init(_ report: Report) {
    version = report.version
    asOf = report.center.asOf.description
    timeZone = report.timeZone
    configuration = EncodedConfiguration(report.configuration, detail: report.detail)
    inputs = report.inputs.map(EncodedInput.init)
  }
}
