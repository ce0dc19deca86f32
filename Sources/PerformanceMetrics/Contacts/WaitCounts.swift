public import Basics

/// How many contacts waited for how many seconds: all that percentiles are made of.
///
/// A started second counts as a whole one, so that a wait never looks shorter than
/// it was. Memory follows the distinct waits: the first hour and a few minutes are
/// a row of small numbers, longer waits a table.
public struct WaitCounts: Hashable, Sendable {
  /// The first seconds, one number each.
  private var short = PackedCounts()
  /// Waits beyond them.
  private var long: [Int: Int] = [:]
  /// All contacts.
  public private(set) var count = 0

  private static let shortSeconds = 4096

  /// Creates counts of nothing.
  public init() {}

  /// Counts contacts of one wait.
  mutating func add(_ contacts: Int = 1, milliseconds: Int) {
    add(contacts, seconds: (milliseconds + 999) / 1000)
  }

  private mutating func add(_ contacts: Int, seconds: Int) {
    count.addSaturating(contacts)
    guard seconds < WaitCounts.shortSeconds else {
      long[seconds, default: 0] += contacts
      return
    }
    if seconds >= short.count { short.grow(by: seconds + 1 - short.count) }
    short[seconds] += contacts
  }

  /// Adds other counts.
  ///
  /// - Complexity: O(*n*) in the distinct waits.
  public mutating func merge(_ other: WaitCounts) {
    for seconds in 0..<other.short.count where other.short[seconds] > 0 {
      add(other.short[seconds], seconds: seconds)
    }
    for (seconds, contacts) in other.long { add(contacts, seconds: seconds) }
  }

  /// Tells whether the same waits were counted.
  public static func == (a: WaitCounts, b: WaitCounts) -> Bool { a.listed == b.listed }

  /// Feeds the counts to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(listed) }

  /// The counts by seconds, without zeros.
  private var listed: [Int: Int] {
    var listed = long
    for seconds in 0..<short.count where short[seconds] > 0 { listed[seconds] = short[seconds] }
    return listed
  }
}

/// How long the answered contacts of a span waited, in whole seconds.
public struct WaitPercentiles: Hashable, Sendable {
  /// Answered contacts whose wait is known.
  public let contacts: Int
  /// Half of them waited no longer.
  public let p50: Int
  /// Nine of ten waited no longer.
  public let p90: Int
  /// Nineteen of twenty waited no longer.
  public let p95: Int
  /// The longest wait.
  public let longest: Int
}

extension WaitCounts {
  /// The percentiles by nearest rank: the shortest wait that at least the share of the
  /// contacts did not exceed; `nil` without contacts.
  ///
  /// - Complexity: O(*n* log *n*) in the distinct waits.
  public var percentiles: WaitPercentiles? {
    guard count > 0 else { return nil }
    // Ranks from 1: the smallest whole number that is no less than the share.
    let ranks = [50, 90, 95, 100].map { percent in
      let (whole, rest) = count.quotientAndRemainder(dividingBy: 100)
      return whole * percent + (rest * percent + 99) / 100
    }
    var found = [0, 0, 0, 0]
    var (passed, next) = (0, 0)
    func pass(_ contacts: Int, _ seconds: Int) {
      passed += contacts
      while next < ranks.count, passed >= ranks[next] {
        found[next] = seconds
        next += 1
      }
    }
    for seconds in 0..<short.count where short[seconds] > 0 { pass(short[seconds], seconds) }
    for (seconds, contacts) in long.sorted(by: { $0.key < $1.key }) { pass(contacts, seconds) }
    return WaitPercentiles(
      contacts: count, p50: found[0], p90: found[1], p95: found[2], longest: found[3])
  }
}

/// The waits of a service's answered contacts by day.
public struct WaitHistory: Hashable, Sendable {
  let days: [CivilDate: WaitCounts]

  /// The percentiles of a span of days; `nil` where no contact in it was answered.
  ///
  /// - Complexity: O(*n*) in the days and distinct waits.
  public func percentiles(_ span: ClosedRange<CivilDate>) -> WaitPercentiles? {
    var counts = WaitCounts()
    for (day, waits) in days where span.contains(day) { counts.merge(waits) }
    return counts.percentiles
  }
}
