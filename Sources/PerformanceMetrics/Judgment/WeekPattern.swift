public import Basics

/// How the intervals of a span ended, by weekday and time of day.
///
/// It holds counts and nothing else, so that two patterns of one interval length add up to that of
/// both spans, and coarser times are sums of finer ones: never an average of shares.
///
/// ```swift
/// let pattern = records.source.weekPattern(in: days)
/// pattern?[.monday, 18].met  // intervals from 09:00 met on Mondays, at 30 minutes
/// ```
public struct WeekPattern: Hashable, Sendable {
  /// The length of an interval in minutes; it divides a day.
  public let minutes: Int
  /// The counts of each weekday and time, the times of Monday first.
  private var counts: [OpportunityCounts]

  /// Creates a pattern without intervals.
  ///
  /// - Precondition: The length divides a day.
  public init(minutes: Int) {
    precondition(minutes > 0 && 1440 % minutes == 0, "a length that does not divide a day")
    self.minutes = minutes
    counts = .init(repeating: OpportunityCounts(), count: Weekday.allCases.count * (1440 / minutes))
  }

  /// How many intervals a day has.
  public var slots: Int { 1440 / minutes }

  /// The counts of a weekday and a time, numbered from midnight.
  public subscript(weekday: Weekday, slot: Int) -> OpportunityCounts {
    counts[weekday.rawValue * slots + slot]
  }

  /// All of them together.
  public var total: OpportunityCounts {
    counts.reduce(into: OpportunityCounts()) { $0.merge($1) }
  }

  /// Adds an interval.
  public mutating func add(_ state: OpportunityState, on weekday: Weekday, slot: Int) {
    counts[weekday.rawValue * slots + slot].add(state)
  }

  /// Adds the counts of another pattern.
  ///
  /// - Precondition: Its intervals are as long.
  public mutating func merge(_ other: WeekPattern) {
    precondition(minutes == other.minutes, "patterns of different lengths")
    for index in counts.indices { counts[index].merge(other.counts[index]) }
  }

  /// Gives the same counts by longer intervals.
  ///
  /// - Parameter length: In minutes; a multiple of the pattern's that divides a day.
  public func coarsened(to length: Int) -> WeekPattern {
    precondition(length % minutes == 0, "a length that the pattern's does not divide")
    var pattern = WeekPattern(minutes: length)
    for weekday in Weekday.allCases {
      let row = weekday.rawValue
      for slot in 0..<slots {
        pattern.counts[row * pattern.slots + slot * minutes / length].merge(self[weekday, slot])
      }
    }
    return pattern
  }
}

extension IntervalSource {
  /// Counts how the intervals of a span ended, by weekday and time of day.
  ///
  /// The span is looked at in one length, as `JudgedHistory.figures` looks at it, so that the
  /// total is its count of intervals.
  ///
  /// - Parameter span: Days from the start of the judged history to its end.
  /// - Returns: `nil` where intervals cannot be counted: records are daily or monthly.
  /// - Complexity: O(*n*) in the cells of the span.
  public func weekPattern(in span: ClosedRange<CivilDate>) -> WeekPattern? {
    guard let days = intervalsByDay(in: span) else { return nil }
    var pattern = WeekPattern(minutes: days.minutes)
    for (day, intervals) in days.intervals {
      for interval in intervals {
        let slot = interval.start.time.minuteOfDay / days.minutes
        pattern.add(interval.state, on: day.weekday, slot: slot)
      }
    }
    return pattern
  }
}
