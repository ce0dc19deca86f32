/// The order of day, month and year in dates that do not tell it themselves.
public enum DateOrder: String, CaseIterable, Hashable, Sendable {
  case monthDayYear = "mdy"
  case dayMonthYear = "dmy"
  case yearMonthDay = "ymd"
}

extension DateOrder {
  /// The order in words.
  public var words: String {
    switch self {
    case .monthDayYear: "month/day/year"
    case .dayMonthYear: "day/month/year"
    case .yearMonthDay: "year/month/day"
    }
  }
}
