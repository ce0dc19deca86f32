import Basics

/// Counts the time between two moments while a service is open.
///
/// What arrives while it is closed starts at the next opening.
struct BusinessClock: Sendable {
  private let hours: OpeningHours
  private let holidays: Set<CivilDate>
  /// Open stretches of the days that were looked at, in seconds, in order and apart.
  private var days: [Int32: [Range<Int>]] = [:]

  /// Reads the clock off a service; `nil` where its time runs on, or it has no hours.
  init?(_ service: Service) {
    guard service.kind == .responseTime, service.clock == .business, let hours = service.hours
    else { return nil }
    self.hours = hours
    holidays = service.holidays
  }

  /// Counts the open milliseconds of a stretch of time.
  ///
  /// - Complexity: O(*n*) in the days of the stretch.
  mutating func milliseconds(day: Int32, second: Int32, lasting milliseconds: Int) -> Int {
    var (day, start) = (day, Int(second) * 1000)
    var (rest, open) = (milliseconds, 0)
    while rest > 0 {
      let end = min(86_400_000, start + rest)
      for stretch in stretches(of: day) {
        let overlap = min(end, stretch.upperBound * 1000) - max(start, stretch.lowerBound * 1000)
        open += max(0, overlap)
      }
      rest -= end - start
      (day, start) = (day + 1, 0)
    }
    return open
  }

  private mutating func stretches(of day: Int32) -> [Range<Int>] {
    if let known = days[day] { return known }
    var stretches: [Range<Int>] = []
    let minutes = hours.openMinutes(on: CivilDate(daysSinceEpoch: day), holidays: holidays)
    for stretch in minutes.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let seconds = (stretch.lowerBound * 60)..<(stretch.upperBound * 60)
      if let last = stretches.last, last.upperBound >= seconds.lowerBound {
        stretches[stretches.count - 1] =
          last.lowerBound..<max(last.upperBound, seconds.upperBound)
      } else {
        stretches.append(seconds)
      }
    }
    days[day] = stretches
    return stretches
  }
}
