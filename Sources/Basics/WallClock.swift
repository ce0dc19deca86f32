/// Which of its two passes a wall time belongs to, where the clock was set back.
public enum WallPass: UInt8, CaseIterable, Hashable, Sendable {
  /// The first, or the only one.
  case first
  /// The second.
  case second
  /// The time comes twice, and nothing says which is meant.
  case unstated
}

/// A time on the wall clock of a zone.
public struct WallTime: Hashable, Sendable {
  /// Days since 1970-01-01.
  public let day: Int32
  /// Seconds since midnight, 0 to 86 399.
  public let secondOfDay: Int32
  /// Which pass of a repeated time is meant.
  public let pass: WallPass
  /// Seconds by which the clock was set forward over the time; 0 where it exists.
  public let gap: Int32
  /// Seconds to the end of the stretch that is skipped or that it passes through for the
  /// second time, or maybe so; 0 outside of one.
  public let secondsInStretch: Int32

  /// The time, moved forward by what the clock skipped over it.
  public var moved: WallTime {
    guard gap != 0 else { return self }
    return WallTime(wall: wall + Int(gap), pass: pass, gap: 0, secondsInStretch: 0)
  }

  /// Creates a time that comes once.
  ///
  /// - Precondition: The second is one of a day.
  public init(day: Int32, secondOfDay: Int32) {
    precondition((0..<Int32(CivilZone.secondsPerDay)).contains(secondOfDay))
    self.day = day
    self.secondOfDay = secondOfDay
    pass = .first
    gap = 0
    secondsInStretch = 0
  }

  /// Seconds on the wall clock since 1970-01-01 00:00.
  private var wall: Int { Int(day) * CivilZone.secondsPerDay + Int(secondOfDay) }

  init(wall: Int, pass: WallPass, gap: Int, secondsInStretch: Int) {
    let day = CivilZone.day(of: wall)
    self.day = Int32(day)
    secondOfDay = Int32(wall - day * CivilZone.secondsPerDay)
    self.pass = pass
    self.gap = Int32(gap)
    self.secondsInStretch = Int32(secondsInStretch)
  }
}

/// Reads times on the wall clock of a zone, one after another.
///
/// It remembers the stretch between two changes that the last time lay in, since
/// records come in runs of a season: nearly every time costs two comparisons.
///
/// ```swift
/// var clock = WallClock(chicago)
/// clock.time(day: 20_393, secondOfDay: 45_000, offsetMinutes: 0).secondOfDay  // 27 000
/// ```
public struct WallClock: Sendable {
  /// The zone.
  public let zone: CivilZone
  /// Instants between two changes, and the offset there.
  private var instants = 0..<0
  private var offset = 0
  /// Wall times between the stretches of two changes.
  private var calm = 0..<0

  /// Creates the clock of a zone.
  public init(_ zone: CivilZone) {
    self.zone = zone
  }

  /// Reads a time, converting its offset where it has one.
  ///
  /// Without an offset a time that the clock skipped is given as it stands, with the
  /// gap beside it: `moved` sets it forward.
  ///
  /// - Complexity: O(log *n*) in the zone's changes where the season is another than
  ///   the last time's, else O(1).
  public mutating func time(
    day: Int32, secondOfDay: Int32, offsetMinutes: Int16?
  ) -> WallTime {
    let wall = Int(day) * CivilZone.secondsPerDay + Int(secondOfDay)
    if let offsetMinutes { return time(instant: wall - Int(offsetMinutes) * 60) }
    if calm.contains(wall) {
      return WallTime(wall: wall, pass: .first, gap: 0, secondsInStretch: 0)
    }
    let next = zone.firstChange(endingAfter: wall)
    guard next < zone.changes.count, zone.changes[next].stretch.contains(wall) else {
      let start = next > 0 ? zone.changes[next - 1].stretch.upperBound : .min
      let end = next < zone.changes.count ? zone.changes[next].stretch.lowerBound : .max
      calm = start..<max(start, end)
      return WallTime(wall: wall, pass: .first, gap: 0, secondsInStretch: 0)
    }
    let change = zone.changes[next]
    return WallTime(
      wall: wall, pass: change.isSkip ? .first : .unstated,
      gap: change.isSkip ? change.stretch.count : 0,
      secondsInStretch: change.stretch.upperBound - wall)
  }

  /// Gives the wall time of an instant.
  private mutating func time(instant: Int) -> WallTime {
    if !instants.contains(instant) {
      let count = zone.changeCount(through: instant)
      offset = count > 0 ? zone.changes[count - 1].after : zone.offset
      let end = count < zone.changes.count ? zone.changes[count].instant : .max
      instants = (count > 0 ? zone.changes[count - 1].instant : .min)..<end
    }
    // Behind a change back, the clock runs through its stretch once more.
    let start = instants.lowerBound
    let wall = instant + offset
    if start != .min, instant - start <= CivilZone.secondsPerDay {
      let change = zone.changes[zone.changeCount(through: start) - 1]
      if !change.isSkip, change.stretch.contains(wall) {
        return WallTime(
          wall: wall, pass: .second, gap: 0,
          secondsInStretch: change.stretch.upperBound - wall)
      }
    }
    return WallTime(wall: wall, pass: .first, gap: 0, secondsInStretch: 0)
  }
}
