import Basics
import ContactRecords
import PerformanceMetrics

extension ScopePart {
  /// The sums of the part's intervals that are judged.
  func intervals(in days: ClosedRange<CivilDate>) -> [ContactSums] {
    guard !names.isEmpty else {
      return records.source.intervals(in: days).compactMap { interval in
        interval.isJudged ? interval.figures.sums : nil
      }
    }
    var sums: [Moment: ContactSums] = [:]
    forEachRow(in: days) { row in
      sums[Moment(row.start, row.isSecondPass), default: ContactSums()].merge(row.sums)
    }
    return Array(sums.values)
  }

  /// The sums of the part's rows that are judged.
  func rows(in days: ClosedRange<CivilDate>) -> [ContactSums] {
    var sums: [ContactSums] = []
    // Contacts are counted by interval: such a row is none of any file.
    forEachRow(in: days) { if !$0.places.isEmpty { sums.append($0.sums) } }
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

  /// Visits the rows of the part, but those whose interval enters no service level.
  private func forEachRow(
    in days: ClosedRange<CivilDate>, _ visit: (TracedRecord) -> Void
  ) {
    // Rows may be finer than the intervals that are judged: an interval holds those that
    // start in it.
    var leftOut: [(start: IntervalStart, minutes: Int, isSecondPass: Bool)] = []
    if service.hours != nil || !service.holidays.isEmpty {
      for interval in records.source.intervals(in: days) where !interval.isJudged {
        leftOut.append((interval.start, interval.minutes, interval.isSecondPass))
      }
    }
    let closed = Dictionary(grouping: leftOut, by: \.start.day)
    for offset in 0...(days.upperBound - days.lowerBound) {
      let day = days.lowerBound + offset
      if service.objectives.inForce(on: day) == nil { continue }
      for row in records.source.records(of: day) where takes(row.key) {
        let isClosed = (closed[day] ?? []).contains {
          $0.isSecondPass == row.isSecondPass
            && ($0.start.time.minuteOfDay..<$0.start.time.minuteOfDay + $0.minutes)
              .contains(row.start.time.minuteOfDay)
        }
        if !isClosed { visit(row) }
      }
    }
  }
}

extension IntervalFigures {
  /// Whether the interval enters the service level: it is neither closed nor left out.
  fileprivate var isJudged: Bool { state != .closed && state != .excluded }
}
