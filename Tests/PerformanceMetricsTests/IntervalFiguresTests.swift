import Basics
import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

/// Intervals that are laid out again, and the rows behind them, against days and months.
@Suite struct IntervalFiguresTests {
  @Test(arguments: Seed.cases(25))
  func intervalsSumToTheirDaysAndDaysToTheirMonths(_ seed: Seed) throws {
    var random = seed.generator
    let sample = RandomCenter(&random)
    let center = try sample.reading.center(RandomCenter.header + sample.lines.joined())
    for metrics in center.services {
      guard let records = metrics.records else { continue }
      let judged = records.judged
      let all = records.source.intervals(in: judged.start...judged.end)
      #expect(all.map(\.start) == all.map(\.start).sorted(), "\(seed)")
      let byDay = Dictionary(grouping: all, by: \.start.day)
      var day = judged.start
      var month = Month()
      while day <= judged.end {
        let figures = judged.figures(day...day)
        let intervals = byDay[day] ?? []
        if figures.tracksIntervals {
          var counts = OpportunityCounts()
          for interval in intervals { counts.add(interval.state) }
          let sums = intervals.reduce(ContactSums()) { $0.merging($1.figures.sums) }
          let judgedSums = intervals.reduce(ContactSums()) { $0.merging($1.figures.judgedSums) }
          try #require(counts == figures.intervals, "\(seed), \(day)")
          try #require(sums == figures.sums, "\(seed), \(day)")
          try #require(judgedSums == figures.judgedSums, "\(seed), \(day)")
          try #require(intervals.sum(\.figures.expected) == figures.expected, "\(seed), \(day)")
          try #require(intervals.sum(\.figures.holes) == figures.holes, "\(seed), \(day)")
        } else {
          #expect(intervals.isEmpty)
        }
        // A day alone is laid out as it is in a longer span.
        if random.once(in: 20) {
          let alone = records.source.intervals(in: day...day)
          #expect(alone.map(\.state) == intervals.map(\.state), "\(seed), \(day)")
          #expect(alone.map(\.figures.sums) == intervals.map(\.figures.sums), "\(seed), \(day)")
        }
        if day == day.month.firstDay {
          month = Month()
        }
        month.add(figures)
        if day == day.month.lastDay, day.month.firstDay >= judged.start {
          let whole = judged.figures(day.month.firstDay...day)
          #expect(month.sums == whole.sums && month.days == whole.days, "\(seed), \(day.month)")
          #expect(month.intervals == whole.intervals, "\(seed), \(day.month)")
        }
        day = day + 1
      }
    }
  }

  @Test(arguments: Seed.cases(15))
  func recordsBehindADayAreItsRows(_ seed: Seed) throws {
    var random = seed.generator
    let sample = RandomCenter(&random)
    let lines = sample.lines
    let center = try sample.reading.center(RandomCenter.header + lines.joined())
    for metrics in center.services {
      guard let records = metrics.records else { continue }
      var day = records.judged.start
      while day <= records.judged.end {
        let traced = records.source.records(of: day)
        let figures = records.judged.figures(day...day)
        if figures.state != .excluded {
          #expect(traced.reduce(ContactSums()) { $0.merging($1.sums) } == figures.sums, "\(seed)")
        }
        for record in traced {
          let place = try #require(record.places.first)
          #expect(record.places.count == 1)
          // The header is line 1.
          let row = sample.rows[place - 2]
          #expect(row.day == record.start.day && row.queue == record.key.queue, "\(seed)")
          #expect(row.minute == record.start.time.minuteOfDay, "\(seed)")
          #expect(row.offered == record.sums.offered, "\(seed)")
        }
        day = day + 1
      }
    }
  }

  @Test(arguments: [
    (ConflictPolicy.first, [[2]]), (.last, [[4]]), (.sum, [[2, 4]]),
  ])
  func rowsInConflictAreNamedAsTheyCount(_ policy: ConflictPolicy, _ places: [[Int]]) throws {
    var export = Export()
    export.add(.day("2026-03-02"), "09:00", offered: 10, within: 9)
    export.add(.day("2026-03-02"), "09:00", offered: 10, within: 9)
    export.add(.day("2026-03-02"), "09:00", offered: 7, within: 1)
    var reading = CenterReading()
    reading.policy = policy
    let records = try #require(try reading.center(export.text).records())
    #expect(records.source.records(of: .day("2026-03-02")).map(\.places) == places)
  }
}

/// Sums over the days of a month.
private struct Month {
  var sums = ContactSums()
  var days = OpportunityCounts()
  var intervals = OpportunityCounts()

  mutating func add(_ day: ServiceFigures) {
    sums.merge(day.sums)
    days.merge(day.days)
    intervals.merge(day.intervals)
  }
}

extension Sequence {
  fileprivate func sum(_ value: (Element) -> Int) -> Int { reduce(0) { $0 + value($1) } }
}
