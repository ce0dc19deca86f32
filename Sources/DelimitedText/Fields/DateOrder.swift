/// The order of day, month and year in dates that do not tell it themselves.
public enum DateOrder: String, CaseIterable, Hashable, Sendable {
  case monthDayYear = "mdy"
  case dayMonthYear = "dmy"
  case yearMonthDay = "ymd"
}
