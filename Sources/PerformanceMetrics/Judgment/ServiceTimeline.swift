import Basics
import ContactRecords

/// The keys of a service at every interval length that some span of it needs.
struct ServiceLayouts: Sendable {
  /// The interval length of each day with records.
  let lengthOfDay: [CivilDate: Int]
  /// The layouts by interval length, none without keys.
  let byMinutes: [Int: ServiceGroup.Layout]

  /// The days with records of the whole service, first to last.
  let recorded: ClosedRange<CivilDate>

  /// Lays a service out; `nil` where no record matches it.
  ///
  /// - Parameters:
  ///   - whole: The service that the keys are a part of, whose first and last day count for
  ///     the part as well; `nil` where they are all of it.
  ///   - laidOut: The keys of the whole, by interval length, which are not laid out again.
  ///   - threads: How many threads lay out; the layouts are the same with any number.
  /// - Complexity: O(*n*) in the cells of its keys, for each length.
  init?(
    _ group: ServiceGroup, partOf whole: ServiceLayouts? = nil,
    laidOut: [Int: [RecordKey: ServiceGroup.Key]] = [:], threads: Int = 1
  ) {
    guard !group.isUnmatched else { return nil }
    lengthOfDay = group.lengths
    var byMinutes: [Int: ServiceGroup.Layout] = [:]
    for minutes in ServiceLayouts.closed(Set(lengthOfDay.values)) {
      var layout = group.layout(minutes: minutes, laidOut: laidOut[minutes], threads: threads)
      // Of a length that the whole does not come to, a part still begins and ends with it.
      layout.recordedOfService = whole.map { $0.byMinutes[minutes]?.recorded ?? $0.recorded }
      if !layout.keys.isEmpty { byMinutes[minutes] = layout }
    }
    self.byMinutes = byMinutes
    recorded = whole?.recorded ?? byMinutes[byMinutes.keys.max()!]!.recorded
  }

  /// The keys by interval length and name.
  var keys: [Int: [RecordKey: ServiceGroup.Key]] {
    byMinutes.mapValues { Dictionary(uniqueKeysWithValues: $0.keys.map { ($0.name, $0) }) }
  }

  /// The layout that all days fit into.
  var longest: ServiceGroup.Layout { byMinutes[byMinutes.keys.max()!]! }

  /// All lengths that some set of days can come to.
  private static func closed(_ lengths: Set<Int>) -> Set<Int> {
    var all = lengths
    for length in lengths {
      for other in all {
        var common = length
        common.raiseToMultiple(of: other)
        all.insert(common)
      }
    }
    return all
  }
}

/// The days that a service is looked at, from the earliest that will be asked for to as-of.
struct ServiceSpan: Sendable {
  /// The first day.
  let start: CivilDate
  /// The interval length of each day from `start`; 0 where nothing is recorded.
  let lengths: [Int]

  /// Finds the days.
  ///
  /// - Throws: `MetricsError` when they span more years than is allowed.
  init(
    _ layouts: ServiceLayouts, reach: MetricsOptions.Reach, asOf: CivilDate
  ) throws(MetricsError) {
    let (recorded, lengthOfDay) = (layouts.recorded, layouts.lengthOfDay)
    let longest = MetricsError.longestYears * 366
    guard recorded.upperBound - recorded.lowerBound <= longest else {
      throw MetricsError(reason: .spanTooLong(service: layouts.longest.service.name, recorded))
    }
    guard asOf - recorded.lowerBound <= longest else {
      throw MetricsError(
        reason: .asOfTooLate(
          service: layouts.longest.service.name, first: recorded.lowerBound, asOf: asOf))
    }
    let start = min(recorded.lowerBound.month.firstDay, reach.start(asOf: asOf))
    lengths = (0...(asOf - start)).map { lengthOfDay[start + $0] ?? 0 }
    self.start = start
  }
}

/// The history of a service at every interval length that some span of it needs.
///
/// Most services have one. Where the length changed (daily rows first, half hours
/// later), a span is looked at in the shortest length that all its days fit into,
/// so that old daily rows do not take the intervals from a window of half hours.
struct ServiceTimeline: Sendable {
  /// The histories by interval length.
  let histories: [Int: ServiceHistory]
  /// The interval length of each day from `start`; 0 where nothing is recorded.
  let lengths: [Int]
  /// The first day.
  let start: CivilDate
  /// The days with records, first to last.
  let recorded: ClosedRange<CivilDate>
  /// What the keys' exports do with intervals without contacts; `nil` where they differ.
  let habit: ExportHabit?
  /// The months of which some key has, or should have, a record of the whole month.
  let wholeMonths: Set<CivilMonth>

  /// Lays out a service from the earliest day that will be asked for to as-of.
  ///
  /// - Parameter threads: How many threads do it; the days are the same with any number.
  /// - Throws: `MetricsError` when the days span more years than is allowed.
  init(
    _ layouts: ServiceLayouts, reach: MetricsOptions.Reach, asOf: CivilDate, threads: Int = 1
  ) throws(MetricsError) {
    let span = try ServiceSpan(layouts, reach: reach, asOf: asOf)
    let start = span.start
    lengths = span.lengths
    histories = layouts.byMinutes.mapValues {
      ServiceHistory($0, start: start, asOf: asOf, threads: threads)
    }
    wholeMonths = histories[IntervalLength.day].map { Set($0.wholeMonths) } ?? []
    let habits = Set(
      layouts.longest.keys.map { $0.grid.isDense ? ExportHabit.dense : .sparse })
    habit = habits.count == 1 ? habits.first : nil
    self.start = start
    recorded = layouts.recorded
  }

  /// The shortest length that all days fit into.
  var longestLength: Int { histories.keys.max()! }

  /// The interval lengths of the days, the shortest first; a whole month is none.
  var lengthsOfDays: [Int] {
    var found: Set<Int> = []
    for (offset, length) in lengths.enumerated() where length > 0 && !found.contains(length) {
      let day = start + offset
      let isMonth = day == day.month.lastDay && wholeMonths.contains(day.month)
      if !isMonth { found.insert(length) }
    }
    return found.sorted()
  }

  /// The shortest length that all records fit into; `nil` where all are whole months.
  var intervalMinutes: Int? {
    let lengths = lengthsOfDays
    return lengths.isEmpty ? nil : lengths.reduce(into: 1) { $0.raiseToMultiple(of: $1) }
  }
}

// MARK: - Contradictions

extension ServiceTimeline {
  /// Lists the days on which answered, abandoned and flown out stray from offered
  /// by more than the allowance, and the months whose own records do.
  func suspectDays(allowance: FixedPoint) -> [SuspectDay] {
    let history = histories[longestLength]!
    var found: [SuspectDay] = []
    for (offset, day) in history.days.enumerated() {
      guard let day else { continue }
      let places = history.daysOwnPlaces(day)
      for isMonth in [false, true] {
        var sums = ContactSums()
        for slot in isMonth ? places.upperBound..<day.cells.count : places {
          sums.merge(day.sums.sums(slot))
        }
        let accountedFor = sums.answered + sums.abandoned + sums.flowOut
        let stray = Int128((accountedFor - sums.offered).magnitude) * FixedPoint.scale
        guard stray > allowance.millionths * Int128(sums.offered) else { continue }
        found.append(
          SuspectDay(
            service: history.service.name, site: history.site, day: start + offset,
            isMonth: isMonth, offered: sums.offered, accountedFor: accountedFor))
      }
    }
    return found
  }
}
