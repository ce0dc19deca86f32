import Basics
import ContactRecords

/// An exclusion, and what it took out of the judgment of each service.
public struct AppliedExclusion: Hashable, Sendable {
  /// What it took out of one service on one site.
  public struct Effect: Hashable, Sendable {
    /// The service's name.
    public let service: String
    /// The site.
    public let site: String?
    /// Intervals with records or expectations that it overlaps; 0 where days are the finest.
    public let intervals: Int
    /// Days that it overlaps and that are excluded whole, by it or with others.
    public let days: Int
  }

  /// The exclusion.
  public let exclusion: Exclusion
  /// The services that it took something out of, in the order of the report.
  public internal(set) var effects: [Effect] = []

  /// Puts exclusions into an order that does not depend on that of the input.
  static func inOrder(_ exclusions: [Exclusion]) -> [AppliedExclusion] {
    func key(_ exclusion: Exclusion) -> (Exclusion.Moment, Exclusion.Moment) {
      (exclusion.start, exclusion.end)
    }
    func text(_ exclusion: Exclusion) -> (String, String, String, String) {
      (
        exclusion.service?.text ?? "", exclusion.site?.text ?? "", exclusion.reason,
        exclusion.approver
      )
    }
    return exclusions.sorted { a, b in
      key(a) == key(b) ? text(a) < text(b) : key(a) < key(b)
    }.map { AppliedExclusion(exclusion: $0) }
  }
}

extension ServiceTimeline {
  /// Counts what each exclusion takes out, by its number; none where it takes out nothing.
  ///
  /// - Parameter judged: The history without what is excluded.
  func effects(
    of excluded: ExcludedTime, _ judged: JudgedHistory
  ) -> [Int: AppliedExclusion.Effect] {
    var counts: [Int: (intervals: Int, days: Int)] = [:]
    let usual = histories[longestLength]!
    for date in excluded.dates where usual.service.objectives.inForce(on: date) != nil {
      let history = histories[lengths[date - start]] ?? usual
      guard let day = history.days[date - start] else { continue }
      let isOut = judged.figures(date...date).days.excluded > 0
      let countsIntervals = history.minutes <= IntervalLength.longest
      var daysOut: Set<Int> = []
      for stretch in excluded.stretches(on: date) {
        let places = day.cells.indices.count { place in
          day.cells[place].isTouched && history.shapes.isExcluded(place, by: [stretch], on: date)
        }
        guard places > 0 else { continue }
        counts[stretch.index, default: (0, 0)].intervals += countsIntervals ? places : 0
        if isOut { daysOut.insert(stretch.index) }
      }
      for index in daysOut { counts[index, default: (0, 0)].days += 1 }
    }
    return counts.mapValues {
      AppliedExclusion.Effect(
        service: usual.service.name, site: usual.site, intervals: $0.intervals, days: $0.days)
    }
  }
}
