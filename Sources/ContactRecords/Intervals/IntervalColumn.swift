/// A numeric column of interval records.
public enum IntervalColumn: Int, CaseIterable, Hashable, Sendable {
  case offered
  case answered
  case abandoned
  case answeredWithin
  case answeredAfter
  case thresholdSeconds
  case abandonedWithin
  case shortAbandoned
  case flowOut
  case talkSeconds
  case holdSeconds
  case wrapSeconds
  case handleSeconds
  case waitSeconds
  case abandonWaitSeconds
  case transferred

  /// The canonical name in a header.
  public var name: String {
    switch self {
    case .offered: "offered"
    case .answered: "answered"
    case .abandoned: "abandoned"
    case .answeredWithin: "answered_within"
    case .answeredAfter: "answered_after"
    case .thresholdSeconds: "threshold_seconds"
    case .abandonedWithin: "abandoned_within"
    case .shortAbandoned: "short_abandoned"
    case .flowOut: "flow_out"
    case .talkSeconds: "talk_seconds"
    case .holdSeconds: "hold_seconds"
    case .wrapSeconds: "wrap_seconds"
    case .handleSeconds: "handle_seconds"
    case .waitSeconds: "wait_seconds"
    case .abandonWaitSeconds: "abandon_wait_seconds"
    case .transferred: "transferred"
    }
  }

  /// Whether the column holds summed seconds, kept in milliseconds, rather than a count.
  public var isDuration: Bool {
    switch self {
    case .talkSeconds, .holdSeconds, .wrapSeconds, .handleSeconds, .waitSeconds,
      .abandonWaitSeconds:
      true
    case .offered, .answered, .abandoned, .answeredWithin, .answeredAfter, .thresholdSeconds,
      .abandonedWithin, .shortAbandoned, .flowOut, .transferred:
      false
    }
  }
}
