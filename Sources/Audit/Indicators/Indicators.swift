import Basics
public import PerformanceMetrics

// A letter to the next reader. A detector is a pure function from a service, as it was judged,
// to a screening: how many comparisons it made, and what it would tell. It tells counts and
// shares; where chance can be computed, the screening lets pass what chance does not explain in
// the whole center. A detector may not fire because a center is small, or grows, or is badly
// staffed: think of the honest center first, and say in its comment what it is measured against.
// The words are in one file, and no word there accuses.

/// The findings that a center's records give.
public enum Indicators: Sendable {
  /// Looks for everything that one judgment of the records tells.
  ///
  /// - Parameters:
  ///   - center: The judged records.
  ///   - threads: How many threads look; the findings are the same with any number.
  /// - Returns: The findings by kind, then in the order of the services and of time.
  /// - Complexity: O(*n*) in the intervals of the services. Keeps counts alone.
  public static func found(in center: CenterMetrics, threads: Int = 1) -> [Indicator] {
    let screenings = center.services.concurrentMap(threads: threads) { detected(in: $0) }
    return detectors.indices.flatMap { number in
      var screening = Screening()
      for service in screenings where !service.isEmpty { screening.merge(service[number]) }
      return screening.findings
    }
  }

  /// What looks for one kind each, in the order of the kinds.
  private static let detectors:
    [@Sendable (ServiceMetrics, ServiceMetrics.Records, IntervalCounts) -> Screening] = [
      { thresholdPile($0, $1, $2) },
      { service, records, _ in shortAbandonJump(service, records) },
      { singleContactIntervals($0, $1, $2) },
      { service, records, _ in monthEnd(service, records) },
      { service, records, _ in missingDays(service, records) },
    ]

  /// What each detector makes of a service; nothing of one without records.
  private static func detected(in service: ServiceMetrics) -> [Screening] {
    guard let records = service.records else { return [] }
    let counts = IntervalCounts(records, service.service)
    return detectors.map { $0(service, records, counts) }
  }
}
