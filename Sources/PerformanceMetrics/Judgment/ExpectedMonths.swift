import Basics

/// Which months of a key are expected whole, and how much a missing one may hide.
///
/// A key has them once it has monthly records. A month with such a record is one of
/// them, a month with shorter records is none, and a month without any is what the
/// last month with records before it is, or else the first one after it. These rules
/// are the project's own.
struct ExpectedMonths: Sendable {
  /// The contacts that a missing month may hide: the largest demand of any.
  let possibleVolume: Int
  /// The first and the last month with a monthly record.
  let span: ClosedRange<CivilMonth>
  /// The months with records, in order, and whether these are monthly.
  private let recorded: [(month: CivilMonth, isMonthly: Bool)]

  /// Reads the months off a key's records; `nil` where none is monthly.
  ///
  /// - Parameters:
  ///   - demands: The demand of each month with a monthly record.
  ///   - dates: The days with shorter records.
  init?(_ demands: [CivilMonth: Int], dates: [CivilDate]) {
    guard let first = demands.keys.min(), let last = demands.keys.max() else { return nil }
    possibleVolume = demands.values.max()!
    span = first...last
    let shorter = Set(dates.map(\.month)).subtracting(demands.keys)
    recorded = (demands.keys.map { ($0, true) } + shorter.map { ($0, false) })
      .sorted { $0.0 < $1.0 }
  }

  /// Tells whether a month is expected whole.
  ///
  /// - Complexity: O(*n*) in the months with records.
  func contains(_ month: CivilMonth) -> Bool {
    (recorded.last { $0.month <= month } ?? recorded[0]).isMonthly
  }
}
