public import Basics

/// What holds from a day on, until another of its list begins.
public protocol Dated {
  /// The first day it is in force; `nil` from the beginning.
  var from: CivilDate? { get }
}

extension Collection where Element: Dated {
  /// Finds what is in force on a day: the latest that began by then.
  ///
  /// Of two that begin on the same day, the later in the list counts.
  ///
  /// - Returns: `nil` before the first one.
  /// - Complexity: O(*n*) in the length of the list.
  public func inForce(on day: CivilDate) -> Element? {
    indexInForce(on: day) { _ in true }.map { self[$0] }
  }

  /// Finds where what is in force on a day stands in the list, among what fits.
  func indexInForce(on day: CivilDate, where fits: (Element) -> Bool) -> Index? {
    var found: Index?
    var latest = CivilDate.distantPast
    for index in indices where fits(self[index]) {
      let start = self[index].from ?? .distantPast
      if start <= day, start >= latest { (found, latest) = (index, start) }
    }
    return found
  }
}

/// A value that the organization has to reach, from a day on.
public struct DatedObjective: Dated, Hashable, Sendable {
  /// The first day it is in force; `nil` from the beginning.
  public let from: CivilDate?
  /// What has to be reached, or kept under.
  public let value: FixedPoint

  /// Creates an objective.
  public init(from: CivilDate? = nil, value: FixedPoint) {
    self.from = from
    self.value = value
  }
}
