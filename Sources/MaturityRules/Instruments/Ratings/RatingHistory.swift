public import Basics

/// Ratings apart by the days that they are of: what is assessed, and what came before it.
///
/// Of every instrument the ratings of its last day are what is assessed; those without a day,
/// which no instrument has beside others, are assessed all together.
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

  /// Takes ratings apart.
  ///
  /// - Parameter ratings: The answers, to any instruments and of any days.
  public init(_ ratings: [Rating]) {
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
