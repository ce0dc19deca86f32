public import Basics

/// The day and the time at which an interval starts.
public struct IntervalStart: Hashable, Comparable, Sendable {
  /// The day.
  public let day: CivilDate
  /// The time of the day.
  public let time: CivilTime

  /// Creates a start.
  public init(day: CivilDate, time: CivilTime) {
    self.day = day
    self.time = time
  }

  /// Orders starts in time.
  public static func < (a: IntervalStart, b: IntervalStart) -> Bool {
    (a.day, a.time) < (b.day, b.time)
  }
}

extension IntervalStart: CustomStringConvertible {
  /// The start as 2026-10-31T08:30.
  public var description: String { "\(day)T\(time)" }
}
