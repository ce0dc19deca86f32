import Basics
import DelimitedText

extension ContactDecoder {
  /// When a contact started: on the wall clock, and as an instant where a zone is configured.
  struct Start {
    /// The stamp as the row gives it.
    let stamp: Stamp
    /// Days since 1970-01-01, on the wall clock of the zone.
    let day: Int32
    /// Second of the day.
    let second: Int32
    /// 1 in the second pass of a repeated time.
    let fold: UInt8
    /// Seconds since 1970 in universal time; `nil` without a zone.
    let instant: Int?
    /// Whether the clock skipped the time.
    let isMoved: Bool
  }

  /// Puts a start on the wall clock of the zone.
  ///
  /// A time that comes twice is the first of the two where nothing says which is
  /// meant; one that the clock skipped is moved forward by the gap.
  mutating func start(_ stamp: Stamp) -> Start {
    guard clock != nil else {
      return Start(
        stamp: stamp, day: stamp.day, second: stamp.secondOfDay, fold: 0, instant: nil,
        isMoved: false)
    }
    let time = wallTime(stamp)
    let isSecond = time.pass == .second
    let moved = time.moved
    return Start(
      stamp: stamp, day: moved.day, second: moved.secondOfDay, fold: isSecond ? 1 : 0,
      instant: clock!.zone.instant(
        day: moved.day, secondOfDay: moved.secondOfDay, isSecond: isSecond),
      isMoved: time.gap > 0)
  }

  /// Counts the seconds from the start of a contact to another of its stamps.
  ///
  /// On the clock of a zone that is elapsed time. A stamp that comes twice and does not
  /// say which it is, is the first one that does not lie before the start.
  mutating func seconds(from start: Start, to end: Stamp) -> Int {
    guard let instant = start.instant else { return end.seconds(since: start.stamp) }
    let time = wallTime(end).moved
    let zone = clock!.zone
    let isSecond = time.pass == .second
    let first = zone.instant(day: time.day, secondOfDay: time.secondOfDay, isSecond: isSecond)
    guard time.pass == .unstated, first < instant else { return first - instant }
    return zone.instant(day: time.day, secondOfDay: time.secondOfDay, isSecond: true) - instant
  }

  private mutating func wallTime(_ stamp: Stamp) -> WallTime {
    clock!.time(
      day: stamp.day, secondOfDay: stamp.secondOfDay, offsetMinutes: stamp.offsetMinutes)
  }
}
