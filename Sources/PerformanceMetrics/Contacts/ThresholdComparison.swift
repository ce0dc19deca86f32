/// How a contact that waited exactly the threshold is taken.
///
/// It counts contacts only: exports of intervals have counted already.
public enum ThresholdComparison: String, CaseIterable, Hashable, Sendable {
  /// A wait of the threshold itself is within it.
  case atMost = "<="
  /// It is beyond it: for exports that count strictly below the threshold.
  case below = "<"

  /// Tells whether a wait lies within a threshold.
  @inline(__always)
  func isWithin(milliseconds: Int, seconds: Int) -> Bool {
    switch self {
    case .atMost: milliseconds <= seconds * 1000
    case .below: milliseconds < seconds * 1000
    }
  }
}
