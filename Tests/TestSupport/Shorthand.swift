public import Basics
public import PerformanceMetrics

// Days, months and objectives as short as the tables that use them.

extension CivilDate {
  /// Reads a day that is known to exist: 2026-03-02.
  public static func day(_ text: String) -> CivilDate {
    guard let day = CivilDate(text) else { preconditionFailure("\(text) is no day") }
    return day
  }
}

extension CivilMonth {
  /// Reads a month that is known to exist: 2026-03.
  public static func of(_ text: String) -> CivilMonth {
    guard let month = CivilMonth(text) else { preconditionFailure("\(text) is no month") }
    return month
  }

  /// All days of the month.
  public var allDays: ClosedRange<CivilDate> { firstDay...lastDay }
}

extension FixedPoint {
  /// Reads a number that is known to be one.
  public static func of(_ text: String) -> FixedPoint {
    guard let number = FixedPoint(text) else { preconditionFailure("\(text) is no number") }
    return number
  }
}

extension Objective {
  /// Makes an objective from text: 80 in 20 from 2026-01-01.
  public static func percent(
    _ percent: String, in seconds: Int, from: String? = nil
  ) -> Objective {
    Objective(from: from.map(CivilDate.day), percent: .of(percent), seconds: seconds)
  }
}

extension CenterMetrics {
  /// The records of the only service, or of the one with the site.
  public func records(_ index: Int = 0) -> ServiceMetrics.Records? { services[index].records }

  /// The figures of a stretch of days: two days, or one.
  public func figures(_ first: String, _ last: String? = nil, service: Int = 0) -> ServiceFigures? {
    records(service)?.judged.figures(.day(first)...(.day(last ?? first)))
  }
}
