public import Basics

/// What the ratings of some items come to: counts by rating, and exact middles.
public struct RatingFigures: Hashable, Sendable {
  /// How many items could be rated.
  public let total: Int
  /// The ratings that there are.
  public let scale: ClosedRange<Int>
  /// How many items have each rating, lowest first.
  public let counts: [Int]

  /// Counts ratings.
  ///
  /// - Parameters:
  ///   - ratings: The ratings, each of them on the scale.
  ///   - total: How many items could be rated.
  ///   - scale: The ratings that there are.
  init(_ ratings: [Int], of total: Int, on scale: ClosedRange<Int>) {
    var counts = Array(repeating: 0, count: scale.count)
    for rating in ratings { counts[rating - scale.lowerBound] += 1 }
    (self.total, self.scale, self.counts) = (total, scale, counts)
  }

  /// How many items are rated.
  public var rated: Int { counts.reduce(0, +) }

  /// The sum of all ratings.
  public var sum: Int { zip(scale, counts).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The lowest rating; `nil` where nothing is rated.
  public var lowest: Int? { counts.firstIndex { $0 > 0 }.map { scale.lowerBound + $0 } }

  /// The mean; `nil` where nothing is rated.
  public var mean: Ratio? { rated > 0 ? Ratio(sum, rated) : nil }

  /// The median, of an even count the mean of the two middle ratings; `nil` where nothing is rated.
  public var median: Ratio? {
    rated > 0 ? Ratio(rating(at: (rated - 1) / 2) + rating(at: rated / 2), 2) : nil
  }

  /// The rating at a place among all of them in ascending order.
  private func rating(at place: Int) -> Int {
    var below = 0
    for (rating, count) in zip(scale, counts) {
      below += count
      if below > place { return rating }
    }
    return scale.upperBound
  }
}

/// A gap that is left, among others ranked by size.
public struct RankedGap<Size: Comparable & Hashable & Sendable>: Hashable, Sendable {
  /// The identifier of what it is left of.
  public let id: String
  /// How large it is.
  public let size: Size
}

extension RankedGap {
  /// Ranks gaps: the largest first, ties by identifier in ascending order of bytes.
  ///
  /// - Parameters:
  ///   - gaps: The gaps; those that are unknown or not above the limit are left out.
  ///   - least: What a gap is above.
  static func ranked(_ gaps: [(id: String, size: Size?)], above least: Size) -> [RankedGap] {
    gaps.compactMap { gap in
      gap.size.flatMap { $0 > least ? RankedGap(id: gap.id, size: $0) : nil }
    }.sorted {
      $0.size != $1.size
        ? $0.size > $1.size : $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
    }
  }
}
