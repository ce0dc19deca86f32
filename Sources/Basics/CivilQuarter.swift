/// A quarter of a year of the proleptic Gregorian calendar.
public struct CivilQuarter: Hashable, Comparable, Sendable {
  /// Quarters since the first one of the year 0.
  public let index: Int

  /// Creates the quarter that lies the given number of quarters after the first of the year 0.
  public init(index: Int) {
    self.index = index
  }

  /// Creates the quarter that a month belongs to.
  public init(_ month: CivilMonth) {
    index = month.index / 3
  }

  /// Creates a quarter from text of the form 2026-Q1, or `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[0].utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(parts[0]), year >= 1,
      parts[1].first == "Q" || parts[1].first == "q", let number = Int(parts[1].dropFirst()),
      (1...4).contains(number)
    else { return nil }
    index = year * 4 + number - 1
  }

  /// The year.
  public var year: Int { index / 4 }

  /// The number of the quarter in its year, 1 to 4.
  public var number: Int { index % 4 + 1 }

  /// The three months of the quarter.
  public var months: [CivilMonth] { (0..<3).map { CivilMonth(index: index * 3 + $0) } }

  /// The first day of the quarter.
  public var firstDay: CivilDate { CivilMonth(index: index * 3).firstDay }

  /// The last day of the quarter.
  public var lastDay: CivilDate { CivilMonth(index: index * 3 + 2).lastDay }

  /// Gives the quarter that lies the given number of quarters later.
  public static func + (quarter: CivilQuarter, count: Int) -> CivilQuarter {
    CivilQuarter(index: quarter.index + count)
  }

  /// Gives the quarter that lies the given number of quarters earlier.
  public static func - (quarter: CivilQuarter, count: Int) -> CivilQuarter { quarter + -count }

  /// Tells whether the first quarter comes before the second.
  public static func < (a: CivilQuarter, b: CivilQuarter) -> Bool { a.index < b.index }
}

extension CivilQuarter: CustomStringConvertible {
  /// The quarter as 2026-Q1.
  public var description: String {
    let year = String(year)
    return String(repeating: "0", count: max(0, 4 - year.utf8.count)) + year + "-Q\(number)"
  }
}
