public import Basics

/// Ratings apart by the days that they are of: what is assessed, and what came before it.
///
/// Of every instrument the ratings of its last day are what is assessed; those without a day,
/// which no instrument has beside others, are assessed all together. Where a day is named that is
/// looked back from, what was rated after it is not there yet.
///
/// ```swift
/// let history = RatingHistory(ratings)
/// let assessments = Assessment.all(history.current)
/// ```
public struct RatingHistory: Hashable, Sendable {
  /// Ratings of a day before the last one of their instrument.
  public struct Earlier: Hashable, Sendable {
    /// The day.
    public let date: CivilDate
    /// The ratings, in the order of the files.
    public let ratings: [Rating]
  }

  /// The ratings that are assessed, in the order of the files.
  public let current: [Rating]
  /// The day of the current ratings of an instrument, by its identifier; none where they state
  /// none.
  public let ratedOn: [String: CivilDate]
  /// The ratings of earlier days, the oldest first.
  public let earlier: [Earlier]
  /// How many ratings of a file are of days after the one that is looked back from, and left
  /// aside.
  public let afterAsOf: [String: Int]

  /// Takes ratings apart.
  ///
  /// - Parameters:
  ///   - all: The answers, to any instruments and of any days.
  ///   - asOf: The day that is looked back from; `nil` to leave no rating aside.
  public init(_ all: [Rating], asOf: CivilDate? = nil) {
    func isLate(_ rating: Rating) -> Bool {
      guard let asOf, let day = rating.ratedOn else { return false }
      return day > asOf
    }
    let ratings = all.filter { !isLate($0) }
    afterAsOf = all.lazy.filter(isLate).reduce(into: [:]) { $0[$1.place.file, default: 0] += 1 }
    var last: [String: CivilDate] = [:]
    for rating in ratings {
      guard let day = rating.ratedOn else { continue }
      last[rating.instrument] = max(day, last[rating.instrument] ?? day)
    }
    ratedOn = last
    current = ratings.filter { $0.ratedOn == last[$0.instrument] }
    let others = ratings.filter { $0.ratedOn != last[$0.instrument] }
    earlier = Set(others.compactMap(\.ratedOn)).sorted().map { day in
      Earlier(date: day, ratings: others.filter { $0.ratedOn == day })
    }
  }
}
