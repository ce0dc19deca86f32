import Basics

/// How many contacts a queue expects, by month, weekday and time of day.
///
/// Factors are in thousandths: 1000 is the ordinary month, weekday or hour.
struct ArrivalPattern: Sendable {
  /// Contacts in an ordinary hour.
  let contactsPerHour: Int
  /// Factors for January to December.
  let byMonth: [Int]
  /// Factors for Monday to Sunday.
  let byWeekday: [Int]
  /// Factors at 00:00, 01:00 … 24:00; between the hours the curve is straight.
  let byHour: [Int]

  /// Creates a pattern.
  ///
  /// - Precondition: 12 months, 7 weekdays, 25 hours.
  init(contactsPerHour: Int, byMonth: [Int], byWeekday: [Int], byHour: [Int]) {
    precondition(byMonth.count == 12 && byWeekday.count == 7 && byHour.count == 25)
    self.contactsPerHour = contactsPerHour
    self.byMonth = byMonth
    self.byWeekday = byWeekday
    self.byHour = byHour
  }

  /// Gives the thousandths of a contact expected in an hour of a day at full height.
  func dailyLevel(on day: CivilDate) -> Int {
    contactsPerHour * byMonth[day.month.month - 1] * byWeekday[day.weekday.rawValue] / 1000
  }

  /// Gives the thousandths of a contact expected in an interval.
  ///
  /// - Parameters:
  ///   - minute: The minute of the day on which the interval begins.
  ///   - minutes: The length of the interval.
  ///   - level: What `dailyLevel(on:)` gives for the day.
  func expected(from minute: Int, minutes: Int, level: Int) -> Int {
    let (hour, past) = (minute + minutes / 2).quotientAndRemainder(dividingBy: 60)
    let height = (byHour[hour] * (60 - past) + byHour[hour + 1] * past) / 60
    return level * height / 1000 * minutes / 60
  }
}

// MARK: - Shapes of a day and a year

extension ArrivalPattern {
  /// A day with a peak in the late morning and a lower one in the afternoon.
  static let twoPeaks = [
    60, 45, 35, 30, 35, 60, 150, 350, 620, 880, 1040, 1050, 960, 900, 940, 960, 920, 850, 700,
    560, 450, 330, 210, 120, 60,
  ]
  /// A day that grows slowly and is busiest in the afternoon.
  static let afternoon = [
    90, 60, 40, 30, 30, 40, 90, 220, 420, 660, 820, 930, 990, 1020, 1050, 1060, 1020, 960, 880,
    800, 720, 600, 400, 220, 90,
  ]
  /// A year with a busy winter and a quiet summer.
  static let winterYear = [
    1080, 1040, 1020, 980, 960, 950, 930, 940, 1000, 1010, 1030, 1060,
  ]
  /// A year without seasons.
  static let evenYear = [Int](repeating: 1000, count: 12)
  /// A week that begins with its busiest day.
  static let mondayWeek = [1140, 1040, 1000, 980, 960, 620, 400]
}
