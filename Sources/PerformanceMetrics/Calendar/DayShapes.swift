import Basics

/// The days of a zone that have no 24 hours, cut into intervals.
///
/// Their intervals are numbered as on any day; those that the clock ran through once
/// more follow the last one, each by a day's number of intervals behind its first
/// pass. An interval is skipped or repeated when all of it is: where half an hour of
/// an hour is, the hour stays one interval.
struct DayShapes: Sendable {
  /// Intervals of a day of 24 hours.
  let slots: Int
  private let days: [CivilDate: ClockChange]

  /// Cuts days into intervals.
  ///
  /// - Parameters:
  ///   - days: What the clock did on the days on which it was set.
  ///   - minutes: The interval length.
  init(_ days: [CivilDate: ClockChange] = [:], minutes: Int) {
    self.days = days
    slots = 1440 / minutes
  }

  /// Intervals of a day that are not as on every day.
  struct Shape: Hashable, Sendable {
    /// Those that the clock skipped.
    let skipped: Range<Int>
    /// Those that it ran through twice, by the number of the first pass.
    let repeated: Range<Int>
  }

  /// The shape of a day; `nil` where it is as every other.
  subscript(date: CivilDate) -> Shape? {
    guard !days.isEmpty, let change = days[date] else { return nil }
    let shape = Shape(skipped: whole(change.skipped), repeated: whole(change.repeated))
    return shape.skipped.isEmpty && shape.repeated.isEmpty ? nil : shape
  }

  /// The intervals that lie wholly in a stretch of seconds.
  private func whole(_ seconds: Range<Int>?) -> Range<Int> {
    guard let seconds else { return 0..<0 }
    let length = CivilZone.secondsPerDay / slots
    let first = (seconds.lowerBound + length - 1) / length
    return first..<max(first, seconds.upperBound / length)
  }

  /// The minutes of a day that the clock ran through twice; `nil` where none.
  func repeatedMinutes(on date: CivilDate) -> Range<Int>? {
    guard !days.isEmpty, let seconds = days[date]?.repeated else { return nil }
    return (seconds.lowerBound / 60)..<((seconds.upperBound + 59) / 60)
  }

  /// The places that a day has for intervals: twice as many where some come twice.
  func places(on date: CivilDate) -> Int {
    self[date].map { $0.repeated.isEmpty ? slots : 2 * slots } ?? slots
  }

  /// The place of an interval's second pass; that of its first where it has no own one.
  func place(ofSecondPass slot: Int, on date: CivilDate) -> Int {
    self[date]?.repeated.contains(slot) ?? false ? slots + slot : slot
  }

  /// Gives a day's intervals its shape: none of the skipped, and the repeated once more.
  func shaped(_ intervals: [Bool], on date: CivilDate) -> [Bool] {
    guard let shape = self[date] else { return intervals }
    var shaped = intervals
    for slot in shape.skipped { shaped[slot] = false }
    guard !shape.repeated.isEmpty else { return shaped }
    shaped += (0..<slots).map { shape.repeated.contains($0) && intervals[$0] }
    return shaped
  }
}
