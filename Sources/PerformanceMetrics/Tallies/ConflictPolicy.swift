/// What happens to different rows for one key and interval.
public enum ConflictPolicy: String, CaseIterable, Hashable, Sendable {
  /// It is an error that names both places.
  case error
  /// Each distinct row counts once.
  case sum
  /// The first row in the order of the input counts.
  case first
  /// The last distinct row in the order of the input counts.
  case last
}
