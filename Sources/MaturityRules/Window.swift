public import Basics

/// The stretch of time that a criterion looks at, anchored at as-of.
public struct Window: Hashable, Sendable {
  /// What is counted in it.
  public enum Grain: String, Hashable, Sendable {
    case month
    case day
    case interval
    case quarter
  }

  /// The first and the last day.
  public let days: ClosedRange<CivilDate>
  /// What is counted.
  public let grain: Grain

  /// The calendar months it touches, oldest first.
  public var months: [CivilMonth] {
    (days.lowerBound.month.index...days.upperBound.month.index).map { CivilMonth(index: $0) }
  }

  /// The complete calendar months that end on or before as-of (own rule: calendar months).
  public static func lastMonths(_ count: Int, asOf: CivilDate, grain: Grain) -> Window {
    let newest = asOf.lastCompleteMonth
    return Window(days: (newest - (count - 1)).firstDay...newest.lastDay, grain: grain)
  }

  /// The complete calendar quarters that end on or before as-of (own rule: calendar quarters).
  public static func lastQuarters(_ count: Int, asOf: CivilDate) -> Window {
    let current = CivilQuarter(asOf.month)
    let newest = asOf == current.lastDay ? current : current - 1
    return Window(days: (newest - (count - 1)).firstDay...newest.lastDay, grain: .quarter)
  }

  /// The calendar days that end with as-of.
  public static func lastDays(_ count: Int, asOf: CivilDate, grain: Grain) -> Window {
    Window(days: (asOf - (count - 1))...asOf, grain: grain)
  }

  /// The window that a test looks at; `nil` for an attestation, and for what is configured.
  public init?(_ test: Criterion.Test, asOf: CivilDate) {
    switch test {
    case .monthsAttained(_, let count): self = .lastMonths(count, asOf: asOf, grain: .month)
    case .daysAttained(_, let count): self = .lastMonths(count, asOf: asOf, grain: .day)
    case .intervalsAttained(_, let count): self = .lastDays(count, asOf: asOf, grain: .interval)
    case .costsComputed(let count): self = .lastMonths(count, asOf: asOf, grain: .month)
    case .costsTend(let rule): self = .lastMonths(rule.ofLast, asOf: asOf, grain: .month)
    case .qualityCosts(let rule): self = .lastMonths(rule.ofMonths, asOf: asOf, grain: .month)
    case .typesValued(let count): self = .lastMonths(count, asOf: asOf, grain: .month)
    case .typesIdentified, .metricsIdentified, .evidence: return nil
    }
  }

  init(days: ClosedRange<CivilDate>, grain: Grain) {
    self.days = days
    self.grain = grain
  }
}
