import Basics

/// Small exports, row by row.
enum Export {
  static let header =
    "interval_start,site,queue,channel,offered,answered,abandoned,answered_within,"
    + "wait_seconds,handle_seconds"

  /// One row: all but one of its contacts are answered.
  static func row(
    _ start: String, site: String = "", queue: String = "Billing", channel: String = "voice",
    offered: Int = 10, within: Int = 8
  ) -> String {
    let answered = max(0, offered - 1)
    return "\(start),\(site),\(queue),\(channel),\(offered),\(answered),\(offered - answered),"
      + "\(min(within, answered)),\(answered * 7),\(answered * 200)"
  }

  /// A file with a header and rows.
  static func file(_ rows: [String], header: String = header) -> String {
    ([header] + rows).map { $0 + "\n" }.joined()
  }

  /// Half hours from eight to ten of successive days, with figures that vary.
  static func halfHours(
    from first: String, days: Int, site: String = "", queue: String = "Billing"
  ) -> [String] {
    (0..<days).flatMap { day in
      ["08:00", "08:30", "09:00", "09:30"].enumerated().map { index, time in
        row(
          "\(CivilDate(first)! + day) \(time)", site: site, queue: queue,
          offered: 10 + (day * 7 + index * 3) % 11, within: 7 + (day + index) % 6)
      }
    }
  }

  /// A row for each day of a stretch, with the contacts answered in time of 100.
  static func daily(
    from first: String, through last: String, within: (CivilDate) -> Int
  ) -> [String] {
    var rows: [String] = []
    var day = CivilDate(first)!
    while day <= CivilDate(last)! {
      rows.append(row("\(day)", offered: 100, within: within(day)))
      day = day + 1
    }
    return rows
  }
}
