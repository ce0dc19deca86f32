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
  /// - Parameter whole: The service that the keys are a part of, whose first and last day
  ///   count for the part as well; `nil` where they are all of it.
  /// - Complexity: O(*n*) in the cells of its keys, for each length.
  init?(_ group: ServiceGroup, partOf whole: ServiceLayouts? = nil) {
    guard !group.isUnmatched else { return nil }
    lengthOfDay = group.lengths
    recorded = whole?.recorded ?? lengthOfDay.keys.min()!...lengthOfDay.keys.max()!
    var byMinutes: [Int: ServiceGroup.Layout] = [:]
    for minutes in ServiceLayouts.closed(Set(lengthOfDay.values)) {
      var layout = group.layout(minutes: minutes)
      layout.recordedOfService = whole?.byMinutes[minutes]?.recorded
      if !layout.keys.isEmpty { byMinutes[minutes] = layout }
    }
    self.byMinutes = byMinutes
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

  /// Lays out a service from the earliest day that will be asked for to as-of.
  ///
  /// - Throws: `MetricsError` when the days span more years than is allowed.
  init(
    _ layouts: ServiceLayouts, reach: MetricsOptions.Reach, asOf: CivilDate
  ) throws(MetricsError) {
    let lengthOfDay = layouts.lengthOfDay
    let recorded = layouts.recorded
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
    histories = layouts.byMinutes.mapValues { ServiceHistory($0, start: start, asOf: asOf) }
    let habits = Set(
      layouts.longest.keys.map { $0.grid.isDense ? ExportHabit.dense : .sparse })
    habit = habits.count == 1 ? habits.first : nil
    self.start = start
    self.recorded = recorded
  }

  /// The shortest length that all days fit into.
  var longestLength: Int { histories.keys.max()! }

  /// The interval lengths of the days, the shortest first.
  var lengthsOfDays: [Int] { Set(lengths).subtracting([0]).sorted() }
}

// MARK: - Contradictions

extension ServiceTimeline {
  /// Lists the days on which answered, abandoned and flown out stray from offered
  /// by more than the allowance.
  func suspectDays(allowance: FixedPoint) -> [SuspectDay] {
    let history = histories[longestLength]!
    return history.days.enumerated().compactMap { offset, day in
      guard let day else { return nil }
      var sums = ContactSums()
      for slot in day.cells.indices { sums.merge(day.sums.sums(slot)) }
      let accountedFor = sums.answered + sums.abandoned + sums.flowOut
      let stray = Int128((accountedFor - sums.offered).magnitude) * FixedPoint.scale
      guard stray > allowance.millionths * Int128(sums.offered) else { return nil }
      return SuspectDay(
        service: history.service.name, site: history.site, day: start + offset,
        offered: sums.offered,
        accountedFor: accountedFor)
    }
  }
}
