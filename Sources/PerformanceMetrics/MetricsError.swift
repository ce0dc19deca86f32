public import Basics

/// Why records cannot be turned into metrics.
public struct MetricsError: Error, Hashable, Sendable {
  /// The reasons.
  public enum Reason: Hashable, Sendable {
    /// No interval length fits all start minutes of a service.
    case noIntervalLength(service: String, step: Int)
    /// There is no record on or before as-of.
    case nothingUntil(CivilDate)
    /// A sum grew beyond what is kept exactly.
    case overflow(service: String)
  }

  /// What is wrong.
  public let reason: Reason
}

extension MetricsError: CustomStringConvertible {
  /// The reason in a sentence.
  public var description: String {
    switch reason {
    case .noIntervalLength(let service, let step):
      "the interval starts of service \"\(VisibleText.escaping(service))\" lie \(step) minutes "
        + "apart, which no interval length fits (5, 10, 15, 20, 30, 60 or a day); state it as "
        + "intervalMinutes in the configuration or in a column interval_minutes"
    case .nothingUntil(let day): "there is no record on or before \(day)"
    case .overflow(let service):
      "the sums of service \"\(VisibleText.escaping(service))\" pass 2^60; a column is mapped wrongly"
    }
  }
}
