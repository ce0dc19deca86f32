import Basics
import ContactRecords
import PerformanceMetrics

extension ScopePart {
  /// The sums of the part's intervals that are judged.
  func intervals(in days: ClosedRange<CivilDate>) -> [ContactSums] {
    guard !names.isEmpty else {
      return records.source.intervals(in: days).compactMap { interval in
        interval.isLeftOut ? nil : interval.figures.sums
      }
    }
    var sums: [Moment: ContactSums] = [:]
    forEachRow(in: days) { row, isJudged in
      guard isJudged else { return }
      sums[Moment(row.start, row.isSecondPass), default: ContactSums()].merge(row.sums)
    }
    return Array(sums.values)
  }

  /// The sums of the part's rows that are judged.
  func rows(in days: ClosedRange<CivilDate>) -> [ContactSums] {
    var sums: [ContactSums] = []
    // Contacts are counted by interval: such a row is none of any file.
    forEachRow(in: days) { row, isJudged in
      if isJudged, !row.places.isEmpty { sums.append(row.sums) }
    }
    return sums
  }

  /// When an interval is.
  private struct Moment: Hashable {
    let start: IntervalStart
    let isSecondPass: Bool

    init(_ start: IntervalStart, _ isSecondPass: Bool) {
      (self.start, self.isSecondPass) = (start, isSecondPass)
    }
  }

  /// Visits the rows of the part, and tells whether their interval enters the service level;
  /// a day without an objective in force has none.
  func forEachRow(
    in days: ClosedRange<CivilDate>, _ visit: (_ row: TracedRecord, _ isJudged: Bool) -> Void
  ) {
    let closed = closedTime(in: days)
    for day in days.eachDay where service.objectives.inForce(on: day) != nil {
      for row in records.source.records(of: day) where takes(row.key) {
        visit(row, closed.isJudged(row.start.day, row.start.time, row.isSecondPass))
      }
    }
  }

  /// Finds when the service was closed.
  ///
  /// - Complexity: O(*n*) in the cells of the days where it has hours or holidays.
  func closedTime(in days: ClosedRange<CivilDate>) -> ClosedTime {
    var time = ClosedTime()
    guard service.hours != nil || !service.holidays.isEmpty else { return time }
    let leavesOut = service.closedContacts == .exclude && service.kind == .serviceLevel
    for interval in records.source.intervals(in: days) {
      guard interval.isLeftOut || interval.figures.closedOffered > 0 else { continue }
      time.add(interval, isJudged: !interval.isLeftOut)
    }
    for day in days.eachDay {
      let figures = records.judged.figures(day...day)
      if !figures.tracksIntervals, figures.closedOffered > 0 {
        time.add(day, isJudged: !leavesOut)
      }
    }
    return time
  }
}

/// When a service was closed, interval by interval.
struct ClosedTime {
  private struct Stretch {
    let minutes: Range<Int>
    /// `nil` for both passes.
    let isSecondPass: Bool?
    let isJudged: Bool
  }

  private var stretches: [CivilDate: [Stretch]] = [:]

  /// Adds an interval that is closed, or left out.
  mutating func add(_ interval: IntervalFigures, isJudged: Bool) {
    let first = interval.start.time.minuteOfDay
    stretches[interval.start.day, default: []].append(
      Stretch(
        minutes: first..<(first + interval.minutes), isSecondPass: interval.isSecondPass,
        isJudged: isJudged))
  }

  /// Adds a day that is recorded as a whole.
  mutating func add(_ day: CivilDate, isJudged: Bool) {
    stretches[day, default: []].append(
      Stretch(minutes: 0..<1440, isSecondPass: nil, isJudged: isJudged))
  }

  private func stretch(
    _ day: CivilDate, _ time: CivilTime, _ isSecondPass: Bool
  ) -> Stretch? {
    // Rows may be finer than intervals: an interval holds those that start in it.
    stretches[day]?.first {
      $0.minutes.contains(time.minuteOfDay)
        && ($0.isSecondPass == nil || $0.isSecondPass == isSecondPass)
    }
  }

  /// Whether a row that starts then enters the service level.
  func isJudged(_ day: CivilDate, _ time: CivilTime, _ isSecondPass: Bool) -> Bool {
    stretch(day, time, isSecondPass)?.isJudged ?? true
  }

  /// Whether a row that starts then was offered while closed.
  func isClosed(_ day: CivilDate, _ time: CivilTime, _ isSecondPass: Bool) -> Bool {
    stretch(day, time, isSecondPass) != nil
  }
}

extension IntervalFigures {
  /// Whether the interval enters no service level: it is closed, or nothing judges it.
  fileprivate var isLeftOut: Bool { state == .closed || state == .excluded }
}

extension ClosedRange<CivilDate> {
  /// Its days in order.
  var eachDay: [CivilDate] { (0...(upperBound - lowerBound)).map { lowerBound + $0 } }
}
