public import Basics

/// What can be answered to an item.
public enum RatingScale: Hashable, Sendable {
  /// A whole number of a few.
  case level(ClosedRange<Int>)
  /// A percentage from 0 to 100 with at most two decimals.
  case percent
  /// A count that has to be at least some number.
  case count(atLeast: Int)
  /// Yes or no.
  case truth
  /// A day.
  case day
}

/// What was answered to an item.
public enum RatingValue: Hashable, Sendable {
  /// A whole number of a few.
  case level(Int)
  /// A percentage.
  case percent(FixedPoint)
  /// A count.
  case count(Int)
  /// Yes or no.
  case truth(Bool)
  /// A day.
  case day(CivilDate)
}

extension RatingValue: CustomStringConvertible {
  /// The answer as a file would have it.
  public var description: String {
    switch self {
    case .level(let number), .count(let number): String(number)
    case .percent(let percent): percent.description
    case .truth(let truth): truth ? "yes" : "no"
    case .day(let day): day.description
    }
  }
}
