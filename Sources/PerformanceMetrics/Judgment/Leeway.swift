public import Basics

/// How far below its objective an interval may stay and still count as near it.
///
/// The toolkit asks for intervals within 5 % of the objective, which can be read
/// as a share of it or as percentage points; both are exact here.
public enum Leeway: Hashable, Sendable {
  /// So many percent of the objective are enough: 95 for 76 % of 80 %.
  case share(Int)
  /// So many points less are enough: 5 for 75 % of 80 %.
  case points(Int)

  /// The ways that "within so many percent of the objective" can be read.
  public static func readings(within percent: Int) -> [Leeway] {
    [.share(100 - percent), .points(percent)]
  }

  /// The objective with the leeway, in parts of a millionth.
  func percent(_ objective: FixedPoint) -> Int128 {
    switch self {
    case .share(let share): objective.millionths * Int128(share)
    case .points(let points):
      (objective.millionths - Int128(points) * FixedPoint.scale) * Leeway.fineness
    }
  }

  /// The parts of a millionth that a share of an objective can need.
  static let fineness: Int128 = 100
}

/// A window of complete months whose intervals are judged with leeway besides.
public struct LeewayWindow: Hashable, Sendable {
  /// Complete months that end on or before as-of.
  public let months: Int
  /// How far below the objective an interval may stay, read in several ways.
  public let leeways: [Leeway]

  /// Creates a window.
  public init(months: Int, leeways: [Leeway]) {
    self.months = months
    self.leeways = leeways
  }

  /// The days of the window.
  func days(asOf: CivilDate) -> ClosedRange<CivilDate> {
    let newest = asOf.lastCompleteMonth
    return (newest - (months - 1)).firstDay...newest.lastDay
  }
}

/// How the intervals of a window end when they are judged with leeway.
public struct LeewayResult: Hashable, Sendable {
  /// The days of the window.
  public let days: ClosedRange<CivilDate>
  /// Whether intervals can be counted: the data are not daily.
  public let tracksIntervals: Bool
  /// How the intervals ended, for each leeway in the order of the window's.
  public let counts: [OpportunityCounts]

  /// Judges the intervals of a window once for each leeway, and keeps only how many
  /// ended how.
  ///
  /// - Complexity: O(*n*) in the intervals of the window, for each leeway.
  init(
    _ window: LeewayWindow, _ timeline: ServiceTimeline, _ judged: JudgedHistory, asOf: CivilDate
  ) {
    days = window.days(asOf: asOf)
    let figures = judged.figures(days)
    tracksIntervals = figures.tracksIntervals
    counts =
      figures.tracksIntervals
      ? timeline.counts(window.leeways, in: days, minutes: figures.intervalMinutes)
      : window.leeways.map { _ in OpportunityCounts() }
  }
}

extension ServiceTimeline {
  /// Counts how the intervals of a span end for each leeway.
  fileprivate func counts(
    _ leeways: [Leeway], in span: ClosedRange<CivilDate>, minutes: Int
  ) -> [OpportunityCounts] {
    let history = histories[minutes]!
    let service = history.service
    var counts = leeways.map { _ in OpportunityCounts() }
    for offset in (span.lowerBound - start)...(span.upperBound - start) {
      guard let day = history.days[offset] else { continue }
      let objective = service.objectives.inForce(on: start + offset)
      for slot in day.cells.indices {
        let cell = day.cells[slot]
        guard cell.isTouched else { continue }
        let sums = cell.records > 0 ? day.sums.sums(slot) : ContactSums()
        for (index, leeway) in leeways.enumerated() {
          let state = objective.map { objective in
            JudgedInterval(
              cell, sums: sums, objective: objective, service: service,
              formula: service.formula, leeway: leeway
            ).state
          }
          counts[index].add(state ?? .excluded)
        }
      }
    }
    return counts
  }
}
