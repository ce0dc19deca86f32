public import Basics

/// When a service is open, by weekday, and since when.
public struct OpeningHours: Hashable, Sendable {
  /// A stretch of a day in minutes since midnight, half-open.
  ///
  /// An end beyond 1440 reaches into the next day: 20:00–04:00 is 1200 to 1680.
  public struct Stretch: Hashable, Sendable {
    /// The first open minute, 0 to 1439.
    public let start: Int
    /// The first closed minute after it, at most 2880.
    public let end: Int

    /// Creates a stretch.
    ///
    /// - Precondition: The start is in the day, the end after the start and at
    ///   most a day later.
    public init(start: Int, end: Int) {
      precondition((0..<1440).contains(start) && end > start && end <= start + 1440)
      self.start = start
      self.end = end
    }
  }

  /// The hours of a week.
  public struct Week: Dated, Hashable, Sendable {
    /// The first day on which they hold; `nil` from the beginning.
    public let from: CivilDate?
    /// Open stretches by the weekday on which they begin; absent weekdays are closed.
    public let stretches: [Weekday: [Stretch]]

    /// Creates the hours of a week.
    public init(from: CivilDate? = nil, stretches: [Weekday: [Stretch]]) {
      self.from = from
      self.stretches = stretches
    }
  }

  /// The weeks in the order of the configuration.
  public let weeks: [Week]

  /// Creates opening hours from weeks in the order of the configuration.
  public init(_ weeks: [Week]) {
    self.weeks = weeks
  }

  /// Lists the open stretches that begin on a day, holidays aside.
  private func beginning(on day: CivilDate, holidays: Set<CivilDate>) -> [Stretch] {
    guard !holidays.contains(day) else { return [] }
    return weeks.inForce(on: day)?.stretches[day.weekday] ?? []
  }

  /// Lists the open minutes of a day, among them what reaches over from the day before.
  public func openMinutes(on day: CivilDate, holidays: Set<CivilDate>) -> [Range<Int>] {
    let own = beginning(on: day, holidays: holidays).map { $0.start..<min($0.end, 1440) }
    let over = beginning(on: day - 1, holidays: holidays).compactMap { stretch in
      stretch.end > 1440 ? 0..<(stretch.end - 1440) : nil
    }
    return over + own
  }
}
