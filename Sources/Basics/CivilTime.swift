/// A minute of a day on the wall clock, without a time zone.
public struct CivilTime: Hashable, Comparable, Sendable {
  /// Minutes since midnight: 0 to 1439.
  public let minuteOfDay: Int

  /// Creates a time from the minutes since midnight.
  ///
  /// - Precondition: 0 to 1439.
  public init(minuteOfDay: Int) {
    precondition((0..<1440).contains(minuteOfDay), "a day has 1440 minutes")
    self.minuteOfDay = minuteOfDay
  }

  /// Tells whether the first time comes before the second.
  public static func < (a: CivilTime, b: CivilTime) -> Bool { a.minuteOfDay < b.minuteOfDay }
}

extension CivilTime: CustomStringConvertible {
  /// The time as 08:30.
  public var description: String {
    let (hour, minute) = minuteOfDay.quotientAndRemainder(dividingBy: 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
