/// An item with the answer to it.
public struct RatedItem: Hashable, Sendable {
  /// The item.
  public let item: Instrument.Item
  /// The identifier of its group.
  public let group: String
  /// The answer; `nil` where there is none.
  public let rating: Rating?
  /// The highest rating.
  private let top: Int

  /// Whether it is rated, and how.
  public var level: Int? { rating?.level }
  /// What is lacking to the highest rating; `nil` where it is not rated.
  public var gap: Int? { level.map { top - $0 } }

  /// Finds the answers to the items of an instrument whose items share a scale.
  ///
  /// - Parameters:
  ///   - instrument: The instrument.
  ///   - ratings: The answers to any instruments.
  static func all(of instrument: Instrument, _ ratings: [Rating]) -> [RatedItem] {
    let answers = instrument.answers(ratings)
    return instrument.groups.flatMap { group in
      group.items.map {
        RatedItem(
          item: $0, group: group.id, rating: answers[$0.id],
          top: instrument.scale?.upperBound ?? 0)
      }
    }
  }
}

extension [RatedItem] {
  /// What the ratings of those that fit come to.
  func figures(
    on scale: ClosedRange<Int>, where fits: (RatedItem) -> Bool = { _ in true }
  ) -> RatingFigures {
    let fitting = filter(fits)
    return RatingFigures(fitting.compactMap(\.level), of: fitting.count, on: scale)
  }

  /// The gaps, largest first.
  var rankedGaps: [RankedGap<Int>] {
    RankedGap.ranked(map { ($0.item.id, $0.gap) }, above: 0)
  }

  /// The items without an answer.
  var unrated: [String] { filter { $0.rating == nil }.map(\.item.id) }
}

extension Instrument {
  /// Finds the answers to the items, by identifier.
  func answers(_ ratings: [Rating]) -> [String: Rating] {
    var answers: [String: Rating] = [:]
    for rating in ratings where rating.instrument == id { answers[rating.item] = rating }
    return answers
  }
}
