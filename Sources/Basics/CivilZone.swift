/// A time zone as a value: by how much its wall clock is ahead, and when it was set.
///
/// The table of changes is handed in by whoever knows the zones of the world, so
/// that nothing here and in the stages that use it asks a library or the process.
/// Where the clock was set forward, an hour of the wall clock is skipped; where it
/// was set back, an hour is repeated, and a wall time in it has two passes.
public struct CivilZone: Hashable, Sendable {
  /// A moment at which the wall clock was set.
  public struct Change: Hashable, Sendable {
    /// Seconds since 1970-01-01 00:00 of universal time.
    public let instant: Int
    /// Seconds that the wall clock was ahead of universal time before it.
    public let before: Int
    /// Seconds that the wall clock is ahead of universal time from then on.
    public let after: Int

    /// Wall seconds that do not exist, or that exist twice.
    var stretch: Range<Int> {
      (instant + min(before, after))..<(instant + max(before, after))
    }

    /// Whether the clock was set forward.
    var isSkip: Bool { after > before }
  }

  /// The name in the IANA database.
  public let name: String
  /// Seconds that the wall clock was ahead before the first change.
  public let offset: Int
  /// The changes in order; each changes the offset.
  public let changes: [Change]

  /// Creates a zone from its first offset and the offsets that followed.
  ///
  /// - Parameters:
  ///   - name: The name in the IANA database.
  ///   - offset: Seconds ahead of universal time before the first change.
  ///   - changes: Instants in seconds since 1970, in order, and the offset from
  ///     each on. One that changes nothing is left out.
  /// - Precondition: The instants ascend.
  /// - Complexity: O(*n*).
  public init(name: String, offset: Int, changes: [(instant: Int, offset: Int)]) {
    self.name = name
    self.offset = offset
    var last = offset
    var list: [Change] = []
    for (instant, offset) in changes where offset != last {
      precondition(list.last.map { $0.instant < instant } ?? true, "the instants ascend")
      list.append(Change(instant: instant, before: last, after: offset))
      last = offset
    }
    self.changes = list
  }

  package static let secondsPerDay = 86_400
}

// MARK: - Instants

extension CivilZone {
  /// Counts the changes up to an instant.
  ///
  /// - Complexity: O(log *n*).
  func changeCount(through instant: Int) -> Int {
    partitionPoint { $0.instant > instant }
  }

  /// Finds the first change whose skipped or repeated stretch ends after a wall time.
  ///
  /// - Complexity: O(log *n*).
  func firstChange(endingAfter wall: Int) -> Int {
    partitionPoint { $0.stretch.upperBound > wall }
  }

  /// Gives the seconds since 1970 of a wall time in the zone.
  ///
  /// A time that the clock skipped counts from before the change, as on a clock that
  /// nobody set: it is the time that lies as much later.
  ///
  /// - Parameters:
  ///   - day: The day, counted from 1970-01-01.
  ///   - secondOfDay: The time of day on the clock, in seconds.
  ///   - isSecond: Whether the second pass of a repeated time is meant.
  /// - Complexity: O(log *n*) in the changes.
  public func instant(day: Int32, secondOfDay: Int32, isSecond: Bool = false) -> Int {
    let wall = Int(day) * CivilZone.secondsPerDay + Int(secondOfDay)
    let next = firstChange(endingAfter: wall)
    guard next < changes.count else { return wall - (changes.last?.after ?? offset) }
    let change = changes[next]
    let isAfter = change.stretch.contains(wall) && !change.isSkip && isSecond
    return wall - (isAfter ? change.after : change.before)
  }

  private func partitionPoint(_ isBehind: (Change) -> Bool) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(changes[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

// MARK: - Days

/// What became of the wall clock on a day on which it was set.
public struct ClockChange: Hashable, Sendable {
  /// Seconds of the day that the clock skipped; `nil` where none.
  public internal(set) var skipped: Range<Int>?
  /// Seconds of the day that it ran through twice; `nil` where none.
  public internal(set) var repeated: Range<Int>?

  /// Creates a change; by default one of nothing.
  public init(skipped: Range<Int>? = nil, repeated: Range<Int>? = nil) {
    self.skipped = skipped
    self.repeated = repeated
  }
}

extension CivilZone {
  /// The days on which the clock was set, each with what it skipped or repeated.
  ///
  /// - Complexity: O(*n*) in the changes; allocates.
  public var changedDays: [CivilDate: ClockChange] {
    var days: [CivilDate: ClockChange] = [:]
    for change in changes {
      let stretch = change.stretch
      let (first, last) = (
        CivilZone.day(of: stretch.lowerBound), CivilZone.day(of: stretch.upperBound - 1)
      )
      for day in first...last {
        let start = day * CivilZone.secondsPerDay
        let part = stretch.clamped(to: start..<(start + CivilZone.secondsPerDay))
        let seconds = (part.lowerBound - start)..<(part.upperBound - start)
        let date = CivilDate(daysSinceEpoch: Int32(day))
        if change.isSkip {
          days[date, default: ClockChange()].skipped = seconds
        } else {
          days[date, default: ClockChange()].repeated = seconds
        }
      }
    }
    return days
  }

  /// The day that a count of seconds lies on.
  static func day(of seconds: Int) -> Int {
    seconds >= 0 ? seconds / secondsPerDay : (seconds + 1) / secondsPerDay - 1
  }
}
