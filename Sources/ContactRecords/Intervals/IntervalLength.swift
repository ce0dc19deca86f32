/// The lengths that an interval can have.
public enum IntervalLength: Sendable {
  /// All of them in minutes, the shortest first; the last is a whole day.
  public static let known = [5, 10, 15, 20, 30, 60, 1440]

  /// The longest that is still an interval and not a day.
  public static let longest = 60

  /// A whole day.
  public static let day = 1440

  /// Stands for a calendar month, whatever its days: longer than every other, and nothing
  /// is divided by it.
  public static let month = 31 * day
}
