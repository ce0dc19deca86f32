public import Basics

/// What became of the issues that opened in a stretch of time.
///
/// Methods that do not watch issues over time know the first two alone.
public struct ResolutionCounts: Hashable, Sendable {
  /// Resolved at the first contact.
  public internal(set) var resolved = 0
  /// Not resolved at the first contact.
  public internal(set) var unresolved = 0
  /// Open: the window has not passed yet, and no further contact came.
  public internal(set) var pending = 0
  /// Opened when too little of the past was known; in none of the others.
  public internal(set) var washIn = 0
  /// Those of the first three that opened after the customer had abandoned a contact.
  public internal(set) var retries = 0

  /// Creates counts of nothing.
  public init() {}

  /// Creates the counts of answers to the question whether an issue was resolved.
  public init(resolved: Int, unresolved: Int) {
    self.resolved = resolved
    self.unresolved = unresolved
  }

  /// Issues of which it is known whether they were resolved.
  public var decided: Int { resolved + unresolved }

  /// Whether nothing is counted.
  public var isEmpty: Bool { decided + pending + washIn == 0 }

  /// Adds other counts.
  public mutating func merge(_ other: ResolutionCounts) {
    resolved += other.resolved
    unresolved += other.unresolved
    pending += other.pending
    washIn += other.washIn
    retries += other.retries
  }
}

/// Counts by the day on which an issue opened.
public struct ResolutionDays: Hashable, Sendable {
  /// The days with counts, by days since 1970-01-01. A few thousand at most: a day
  /// is looked up once for each issue.
  private(set) var days: [Int32: ResolutionCounts] = [:]

  /// Creates days without counts.
  public init() {}

  /// Whether nothing is counted.
  public var isEmpty: Bool { days.isEmpty }

  /// The counts of a day.
  public subscript(day: CivilDate) -> ResolutionCounts {
    days[day.daysSinceEpoch] ?? ResolutionCounts()
  }

  /// Adds counts to a day.
  public mutating func add(_ counts: ResolutionCounts, on day: CivilDate) {
    days[day.daysSinceEpoch, default: ResolutionCounts()].merge(counts)
  }

  /// Adds counts to a day, by days since 1970-01-01.
  mutating func add(_ counts: ResolutionCounts, onDay day: Int32) {
    days[day, default: ResolutionCounts()].merge(counts)
  }

  /// Adds the counts of other days.
  public mutating func merge(_ other: ResolutionDays) {
    days.merge(other.days) { own, other in
      var sum = own
      sum.merge(other)
      return sum
    }
  }

  /// Leaves out the days after a given one.
  func through(_ last: CivilDate) -> ResolutionDays {
    var days = self
    days.days = self.days.filter { $0.key <= last.daysSinceEpoch }
    return days
  }

  /// The first month with counts.
  var firstMonth: CivilMonth? {
    days.keys.min().map { CivilDate(daysSinceEpoch: $0).month }
  }
}
