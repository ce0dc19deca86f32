import Basics
import TestSupport

/// A canonical export in the making.
struct Export {
  static let header =
    "interval_start,site,queue,offered,answered,abandoned,answered_within,threshold_seconds\n"

  private(set) var text = Export.header

  /// Adds a row of calls that were all answered, so many of them in time.
  mutating func add(
    _ day: CivilDate, _ time: String, queue: String = "", site: String = "", offered: Int = 10,
    within: Int? = 10
  ) {
    text += "\(day) \(time),\(site),\(queue),\(offered),\(offered),0,"
    text += "\(within.map { "\($0)" } ?? ""),20\n"
  }

  /// Adds a row that cannot be read and has a place in time.
  mutating func addRejected(
    _ day: CivilDate, _ time: String, queue: String = "", site: String = ""
  ) {
    text += "\(day) \(time),\(site),\(queue),x,1,0,1,20\n"
  }

  /// Adds rows at the same times of every day that is wanted.
  mutating func addDays(
    _ first: String, _ last: String, at times: [String], queue: String = "", offered: Int = 10,
    within: Int? = 10, where isWanted: (CivilDate, String) -> Bool = { _, _ in true }
  ) {
    var day = CivilDate.day(first)
    while day <= .day(last) {
      for time in times where isWanted(day, time) {
        add(day, time, queue: queue, offered: offered, within: within)
      }
      day = day + 1
    }
  }
}

extension CivilDate {
  var isWeekend: Bool { weekday == .saturday || weekday == .sunday }
}
