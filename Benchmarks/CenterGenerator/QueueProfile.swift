import Basics

/// What a queue is: its names, its hours, its callers and its agents.
struct QueueProfile: Sendable {
  /// The site that answers it.
  var site: String
  /// The name of the queue.
  var name: String
  /// The word for its channel.
  var channel: String
  /// Who contacts it, and when.
  var arrivals: ArrivalPattern
  /// How a contact is handled.
  var handling: Handling
  /// Mean patience of a waiting contact in seconds.
  var patienceSeconds: Int
  /// The threshold of the objective in seconds.
  var thresholdSeconds: Int
  /// How far a day may stray from its forecast, in thousandths either way.
  var daySpread: Int
  /// How many agents are scheduled.
  var staffing: Staffing
  /// Open minutes, Monday to Sunday; an empty range is closed.
  var openMinutes: [Range<Int>]
  /// Days on which it is closed whatever the weekday.
  var holidays: Set<CivilDate> = []
  /// What befell it.
  var episodes: [Episode] = []
  /// Whether its contacts are given one by one besides.
  var keepsLog = false
}

/// Mean times that an agent spends on a contact, in seconds.
struct Handling: Sendable {
  /// Mean talk time.
  let talk: Int
  /// Mean hold time of the one contact in five that is put on hold.
  let hold: Int
  /// Mean work after the contact.
  let wrap: Int

  /// The mean handle time in milliseconds.
  var meanMilliseconds: Int { talk * 1000 + hold * 200 + wrap * 1000 }
}

/// A stretch of days that went otherwise than planned.
struct Episode: Sendable {
  /// The first and the last day.
  let days: ClosedRange<CivilDate>
  /// The weekdays that it concerns.
  var weekdays: Set<Weekday> = Set(Weekday.allCases)
  /// Contacts against the forecast, in thousandths.
  var demand = 1000
  /// Agents against the schedule, in thousandths.
  var agents = 1000

  /// Tells whether the episode covers a day.
  func covers(_ day: CivilDate) -> Bool { days.contains(day) && weekdays.contains(day.weekday) }
}
