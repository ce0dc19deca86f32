/// What a report lists of each service beside its months.
public enum ReportDetail: String, CaseIterable, Hashable, Sendable {
  /// Every day.
  case days
  /// Every day, and every interval with records or without those it should have.
  case intervals
}
