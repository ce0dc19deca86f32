public import Basics

/// One month's value and its place in the calendar.
public struct TrendPoint: Sendable {
  /// The place in the calendar; the months between two points count, whether they have a value or not.
  public let place: Int
  /// The value, exact.
  public let value: Fraction

  /// Creates a point.
  ///
  /// - Parameters:
  ///   - place: For months, their index.
  ///   - value: For a cost per contact against its objective, with both amounts in
  ///     millionths: (cost − objective · contacts) over 1,000,000 · contacts.
  public init(place: Int, value: Fraction) {
    self.place = place
    self.value = value
  }

  /// Creates the point of a month.
  public init(_ month: CivilMonth, _ value: Fraction) {
    self.init(place: month.index, value: value)
  }
}
