import Basics
import ContactRecords

/// How the intervals of rolled-up days and months ended, judged before their sums are all that
/// is left.
///
/// Each key of the roll-up is judged for itself, as if it were its service: what rides along with
/// a row is about the contacts in this row and no others. A key that sums records of several
/// services, or of none, has no objective of its own.
public struct RolledOutcomes: Sendable {
  fileprivate struct Judged {
    let group: ServiceGroup
    let history: JudgedHistory
  }

  private var keys: [RecordKey: Judged] = [:]

  /// Judges the interval records of a center, key by key.
  ///
  /// What cannot be judged, such as records whose interval length is not known, is left out: a
  /// roll-up needs no verdict.
  ///
  /// - Parameters:
  ///   - center: All records.
  ///   - options: How they are judged.
  ///   - dropped: Dimensions that are summed over.
  /// - Complexity: O(*n*) in the cells of the tallies.
  public init(_ center: CenterTally, options: MetricsOptions, over dropped: Set<KeyDimension>) {
    let dimensions = KeyDimension.allCases.filter { !dropped.contains($0) }
    guard let lastDay = center.intervals.lastDay(through: options.asOf) else { return }
    let limit = options.asOf ?? lastDay
    let joined = try? JoinedTally(
      center.intervals, center.contacts, through: limit, minutes: options.intervalMinutes)
    guard let tally = joined?.tally else { return }
    let rows = tally.keys.map { $0.rowCounts(through: limit).until }
    var (seen, mixed): (Set<RecordKey>, Set<RecordKey>) = ([], [])
    for (index, key) in tally.keys.enumerated() where tally.serviceOfKey[index] == nil {
      if rows[index] > 0 { mixed.insert(key.key.whole.without(dropped)) }
    }
    for (index, service) in tally.services.enumerated() {
      var pooled = service
      pooled.isPooled = true
      let groups = try? ServiceGroup.groups(
        of: pooled, index, tally, rows: rows, through: limit, options: options)
      for (names, part) in groups?.first?.parts(by: dimensions) ?? [] {
        let key = RecordKey(dimensions, names)
        if !seen.insert(key).inserted { mixed.insert(key) }
        keys[key] = Judged(part, options: options)
      }
    }
    for key in mixed { keys[key] = nil }
  }

  /// How the intervals of a day or a month of a key ended; `nil` where that is not known, where
  /// the records end inside of the month, or where no single objective judges it.
  ///
  /// - Parameters:
  ///   - key: The key, without the dimensions that are summed over.
  ///   - day: The day since 1970-01-01; the last one of a month.
  ///   - length: The length of the row in minutes.
  func outcomes(of key: RecordKey, on day: Int32, length: Int32) -> IntervalOutcomes? {
    guard length >= Int32(IntervalLength.day), let judged = keys[key] else { return nil }
    let last = CivilDate(daysSinceEpoch: day)
    let isMonth = length > Int32(IntervalLength.day)
    let days = isMonth ? last.month.firstDay...last : last...last
    guard judged.history.start <= days.lowerBound, days.upperBound <= judged.history.end,
      let judgment = judged.group.service.judgment(
        over: days, shortSeconds: judged.group.shortSeconds, habit: judged.group.habit)
    else { return nil }
    let figures = judged.history.figures(days)
    guard let minutes = figures.knownMinutes else { return nil }
    let counts = figures.intervals
    return IntervalOutcomes(
      met: counts.met, counted: counts.counted, undecided: counts.undecided,
      objective: judgment.text(minutes: minutes))
  }
}

extension RolledOutcomes.Judged {
  /// Judges a part of a service for itself; `nil` where it cannot be judged.
  fileprivate init?(_ part: ServiceGroup, options: MetricsOptions) {
    guard let layouts = ServiceLayouts(part) else { return nil }
    let asOf =
      options.asOf ?? CenterMetrics.carried(layouts.recorded.upperBound, by: [layouts.longest])
    let reach = MetricsOptions.Reach(months: 1, days: 1)
    guard let history = try? JudgedHistory(layouts, reach: reach, asOf: asOf),
      !history.hasOverflowed
    else { return nil }
    (group, self.history) = (part, history)
  }
}

extension RecordKey {
  /// The key with names in some dimensions alone.
  fileprivate init(_ dimensions: [KeyDimension], _ names: [String]) {
    let named = Dictionary(uniqueKeysWithValues: zip(dimensions, names))
    self.init(
      site: named[.site] ?? "", queue: named[.queue] ?? "", channel: named[.channel] ?? "")
  }
}
