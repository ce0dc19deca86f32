internal import Basics
internal import PerformanceMetrics
internal import Reports

extension OpeningHours {
  /// The weekdays as a configuration calls them, Monday first.
  static let weekdayKeys = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Reads one week, or a list of weeks each from its day on.
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    switch node.value {
    case .object:
      guard let week = Week(node, &problems) else { return nil }
      self.init([week])
    case .array(let weeks):
      if weeks.isEmpty { problems.note(node.path, .emptyList) }
      self.init(node.list(&problems) { Week($0, &$1) })
    default:
      guard let hours: OpeningHours = node.wrongType("an object or a list of objects", &problems)
      else { return nil }
      self = hours
    }
  }
}

extension OpeningHours.Week {
  fileprivate init?(
    _ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems
  ) {
    let names = OpeningHours.weekdayKeys
    guard let members = node.members(["from"] + names, &problems) else { return nil }
    var stretches: [Weekday: [OpeningHours.Stretch]] = [:]
    for weekday in Weekday.allCases {
      guard let day = members[names[weekday.rawValue]] else { continue }
      let read = OpeningHours.Stretch.list(day, &problems).sorted { $0.start < $1.start }
      if !read.isEmpty { stretches[weekday] = read }
    }
    self.init(from: members["from"]?.date(&problems), stretches: stretches)
    noteOverlaps(node, &problems)
  }

  /// Notes stretches that meet, also over midnight and from Sunday to Monday.
  private func noteOverlaps(
    _ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems
  ) {
    var reach: (end: Int, text: String)?
    // What reaches from Sunday into Monday is laid before the week.
    for stretch in stretches[.sunday] ?? [] where stretch.end > 1440 {
      reach = (stretch.end - 1440, stretch.description)
    }
    for weekday in Weekday.allCases {
      for stretch in stretches[weekday] ?? [] {
        let midnight = weekday.rawValue * 1440
        if let earlier = reach, earlier.end > midnight + stretch.start {
          problems.note(
            ConfigurationNode.path(node.path, OpeningHours.weekdayKeys[weekday.rawValue]),
            .overlappingHours(earlier.text, stretch.description))
        }
        if midnight + stretch.end > reach?.end ?? .min {
          reach = (midnight + stretch.end, stretch.description)
        }
      }
    }
  }
}

// MARK: - Stretches

extension OpeningHours.Stretch {
  /// Reads closed, one stretch such as 08:00-20:00, or a list of stretches.
  fileprivate static func list(
    _ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems
  ) -> [OpeningHours.Stretch] {
    switch node.value {
    case .string("closed"): []
    case .string: OpeningHours.Stretch(node, &problems).map { [$0] } ?? []
    case .array: node.list(&problems) { OpeningHours.Stretch($0, &$1) }
    default: node.wrongType("hours such as 08:00-20:00, \"closed\" or a list", &problems) ?? []
    }
  }

  private init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    let range = node.parsed("hours such as 08:00-20:00", &problems) { text -> (Int, Int)? in
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let start = OpeningHours.Stretch.minutes(parts[0]),
        let end = OpeningHours.Stretch.minutes(parts[1]), start < 1440
      else { return nil }
      return (start, end)
    }
    guard let (start, end) = range else { return nil }
    guard start != end else {
      problems.note(node.path, .emptyStretch(OpeningHours.Stretch.text(start, end)))
      return nil
    }
    self.init(start: start, end: end > start ? end : end + 1440)
  }

  /// Reads 00:00 to 24:00 as minutes since midnight; `nil` for anything else.
  private static func minutes(_ text: Substring) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
    let digits = [bytes[0], bytes[1], bytes[3], bytes[4]].map { Int($0) - 48 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let (hour, minute) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    return minute < 60 && (hour < 24 || (hour == 24 && minute == 0)) ? hour * 60 + minute : nil
  }

  private static func text(_ start: Int, _ end: Int) -> String {
    func time(_ minutes: Int) -> String {
      minutes == 1440 ? "24:00" : CivilTime(minuteOfDay: minutes % 1440).description
    }
    return time(start) + "-" + time(end)
  }

  /// The stretch as a configuration writes it.
  var description: String { OpeningHours.Stretch.text(start, end) }
}
