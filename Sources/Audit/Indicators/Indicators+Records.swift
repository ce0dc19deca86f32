import Basics
public import PerformanceMetrics

// MARK: - Missing days

extension Indicators {
  /// Days further away than a week are no neighbors of a day.
  static let farthestNeighbor = 7

  /// Fewer missing days between missed ones are not told.
  static let fewestMissingDays = 2

  /// Looks for days without records that lie where service was missed before and after.
  ///
  /// Missing days next to each other are one gap, since what took one of them took the others.
  /// Chance is asked for as many gaps between missed days, if they had fallen anywhere.
  static func missingDays(
    _ service: ServiceMetrics, _ records: ServiceMetrics.Records
  ) -> Screening {
    let course = Course(records)
    let gaps = course.gaps.filter { $0.before != nil && $0.after != nil }
    guard !gaps.isEmpty else { return Screening() }
    var screening = Screening(comparisons: 1)
    let between = gaps.filter(\.isBetweenMissed)
    let days = between.reduce(0) { $0 + $1.days }
    guard days >= fewestMissingDays else { return screening }
    let places = course.recorded.filter { $0.before != nil && $0.after != nil }
    let marked = places.count(where: \.isBetweenMissed)
    screening.candidates.append(
      Indicator(
        .missingDays, of: service, records.recorded,
        [
          .missingDays: AuditedFigure(count: course.gaps.reduce(0) { $0 + $1.days }),
          .missingBetweenMissed: AuditedFigure(count: days),
          .gapsBetweenMissed: AuditedFigure(share: between.count, of: gaps.count),
          .daysBetweenMissed: AuditedFigure(share: marked, of: places.count),
        ],
        chance: .hypergeometric(
          atLeast: between.count, of: gaps.count, marked: marked + between.count,
          in: places.count + gaps.count)))
    return screening
  }
}

/// The days of a service one after another: those with records, and the gaps between them.
private struct Course {
  /// A day with records or a gap, and how the nearest days with records ended.
  struct Place {
    /// How many days it has.
    let days: Int
    /// The day before; `nil` where it is too far away.
    let before: OpportunityState?
    /// The day after.
    var after: OpportunityState?

    /// Whether service was missed before and after.
    var isBetweenMissed: Bool { before == .missed && after == .missed }
  }

  /// Days with records.
  private(set) var recorded: [Place] = []
  /// Days next to each other that should have records and have none.
  private(set) var gaps: [Place] = []

  /// Walks over the days of a service from the first with records to the last.
  init(_ records: ServiceMetrics.Records) {
    var last: (day: CivilDate, state: OpportunityState)?
    var missing: [CivilDate] = []
    let first = records.recorded.lowerBound
    for offset in 0...(records.recorded.upperBound - first) {
      let day = first + offset
      let figures = records.judged.figures(day...day)
      // Of a month that is recorded as a whole no day is missing.
      guard figures.tracksDays else {
        (last, missing) = (nil, [])
        continue
      }
      guard figures.sums.rows > 0 else {
        if figures.holes > 0 { missing.append(day) }
        continue
      }
      let this = (day: day, state: figures.state)
      if let start = missing.first, let end = missing.last {
        gaps.append(
          Place(
            days: missing.count, before: Course.state(of: last, near: start),
            after: Course.state(of: this, near: end)))
      }
      let before = Course.state(of: last, near: day)
      if before != nil { recorded[recorded.count - 1].after = this.state }
      recorded.append(Place(days: 1, before: before))
      (last, missing) = (this, [])
    }
  }

  private static func state(
    of other: (day: CivilDate, state: OpportunityState)?, near day: CivilDate
  ) -> OpportunityState? {
    guard let other, (other.day - day).magnitude <= Indicators.farthestNeighbor else { return nil }
    return other.state
  }
}

// MARK: - Restated months

extension Indicators {
  /// Names the months that are others by the rows given first than by those given last.
  ///
  /// - Parameters:
  ///   - first: The center, where of rows in conflict the first counts.
  ///   - last: The same center, where the last counts.
  public static func restatedMonths(
    first: CenterMetrics, last: CenterMetrics
  ) -> [Indicator] {
    first.services.flatMap { service -> [Indicator] in
      let other = last.services.first {
        $0.service.name == service.service.name && $0.site == service.site
      }
      guard let records = service.records, let others = other?.records else { return [] }
      return months(of: records).compactMap { month in
        guard others.judged.start <= month.firstDay else { return nil }
        let (a, b) = (figures(of: month, records), figures(of: month, others))
        let (levelA, levelB) = (AuditedFigure(serviceLevel: a), AuditedFigure(serviceLevel: b))
        // A month that as-of cuts is neither met nor missed.
        let isWhole = month.lastDay <= records.judged.end
        let isRestated =
          a.sums != b.sums || a.intervals != b.intervals || a.days != b.days
          || isWhole && a.state != b.state
        guard isRestated else { return nil }
        func met(_ state: OpportunityState) -> AuditedFigure? {
          isWhole ? AuditedFigure(count: state == .met ? 1 : 0) : nil
        }
        return Indicator(
          .restatedMonths, of: service,
          month.firstDay...min(month.lastDay, records.judged.end),
          [
            .offeredAsFirst: AuditedFigure(count: a.sums.offered),
            .offeredAsLast: AuditedFigure(count: b.sums.offered),
            .levelAsFirst: levelA, .levelAsLast: levelB,
            .monthsMetAsFirst: met(a.state),
            .monthsMetAsLast: met(b.state),
          ])
      }
    }
  }
}
