public import Basics

/// The stretch of time that a claim is about.
public enum ClaimPeriod: Hashable, Sendable {
  /// One day, or the days from one to another.
  case days(ClosedRange<CivilDate>)
  /// One month, or the months from one to another.
  case months(ClosedRange<CivilMonth>)
  /// The complete months that end on or before as-of: last-12-months, past-9-months.
  case lastMonths(Int)
  /// The days that end with as-of: past-120-days.
  case lastDays(Int)
  /// Up to as-of: where a claim names none.
  case asOf

  /// The most months or days that a period counts back: own rule, a century.
  private static let (mostMonths, mostDays) = (1_200, 36_525)

  /// Reads a period: 2026-03-02, 2026-03, 2026-01..2026-06, last-12-months, past-9-months
  /// or past-120-days.
  ///
  /// - Returns: `nil` for anything else, and where the end lies before the start.
  public init?(_ text: String) {
    if text.isEmpty {
      self = .asOf
      return
    }
    if let dots = text.firstRange(of: "..") {
      let ends = (text[..<dots.lowerBound], text[dots.upperBound...])
      if let first = CivilDate(ends.0), let last = CivilDate(ends.1), first <= last {
        self = .days(first...last)
      } else if let first = CivilMonth(ends.0), let last = CivilMonth(ends.1), first <= last {
        self = .months(first...last)
      } else {
        return nil
      }
    } else if let day = CivilDate(text) {
      self = .days(day...day)
    } else if let month = CivilMonth(text) {
      self = .months(month...month)
    } else {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0] == "last" || parts[0] == "past",
        parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(parts[1])
      else { return nil }
      switch parts[2] {
      case "months" where (1...ClaimPeriod.mostMonths).contains(count): self = .lastMonths(count)
      case "days" where (1...ClaimPeriod.mostDays).contains(count): self = .lastDays(count)
      default: return nil
      }
    }
  }

  /// The days of the period.
  ///
  /// - Parameter first: Where the time up to as-of begins.
  func days(asOf: CivilDate, since first: CivilDate) -> ClosedRange<CivilDate> {
    switch self {
    case .days(let days): days
    case .months(let months): months.lowerBound.firstDay...months.upperBound.lastDay
    case .lastMonths(let count):
      (asOf.lastCompleteMonth - (count - 1)).firstDay...asOf.lastCompleteMonth.lastDay
    case .lastDays(let count): (asOf - (count - 1))...asOf
    case .asOf: min(first, asOf)...asOf
    }
  }

  /// The last day that the period names itself; `nil` where as-of decides.
  var lastNamedDay: CivilDate? {
    switch self {
    case .days(let days): days.upperBound
    case .months(let months): months.upperBound.lastDay
    case .lastMonths, .lastDays, .asOf: nil
    }
  }
}
