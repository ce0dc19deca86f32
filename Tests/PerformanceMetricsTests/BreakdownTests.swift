import Basics
import TestSupport
import Testing

@testable import PerformanceMetrics

/// A service broken down is the service: nothing is lost and nothing judged by other rules.
@Suite struct BreakdownTests {
  @Test(arguments: Seed.cases(25))
  func partsSumToTheirService(_ seed: Seed) throws {
    var random = seed.generator
    let sample = RandomCenter(&random)
    var reading = sample.reading
    reading.metrics.by = Array(
      KeyDimension.allCases.shuffled(using: &random).prefix(
        Int.random(in: 1...3, using: &random)))
    let center = try reading.center(RandomCenter.header + sample.lines.joined())
    for metrics in center.services {
      let parts = center.breakdowns.filter {
        $0.service == metrics.service && $0.site == metrics.site
      }
      guard let records = metrics.records else {
        #expect(parts.isEmpty)
        continue
      }
      #expect(Set(parts.map(\.by)).count == parts.count && !parts.isEmpty, "\(seed)")
      #expect(parts.allSatisfy { $0.by.map(\.dimension) == reading.metrics.by }, "\(seed)")
      #expect(parts.allSatisfy { $0.recorded == records.recorded }, "\(seed)")
      var day = records.judged.start
      while day <= records.judged.end {
        let whole = records.judged.figures(day...day)
        let figures = parts.map { $0.judged.figures(day...day) }
        let sums = figures.reduce(ContactSums()) { $0.merging($1.sums) }
        try #require(sums == whole.sums, "\(seed), \(day)")
        // What is missing is missing from one of the parts, at the same interval length.
        if figures.allSatisfy({ $0.intervalMinutes == whole.intervalMinutes }) {
          let holes = figures.reduce(0) { $0 + $1.holes }
          let expected = figures.reduce(0) { $0 + $1.expected }
          try #require(holes == whole.holes, "\(seed), \(day)")
          try #require(expected == whole.expected, "\(seed), \(day)")
        }
        if parts.count == 1 {
          try #require(figures[0].state == whole.state, "\(seed), \(day)")
          try #require(figures[0].intervals == whole.intervals, "\(seed), \(day)")
        }
        day = day + 1
      }
    }
  }

  /// Keys, stretches of days and formulas go to any thread.
  @Test(arguments: Seed.cases(12))
  func threadsMakeNoDifference(_ seed: Seed) throws {
    var random = seed.generator
    let sample = RandomCenter(&random)
    var reading = sample.reading
    // The queues of a service may have no records at all, those of the center have.
    reading.services[0].match = .everything
    reading.metrics.by = [.queue]
    let told = try [1, 2, 3, 8].map { threads in
      reading.metrics.threads = threads
      let center = try reading.center(RandomCenter.header + sample.lines.joined())
      return center.services.compactMap(\.records).flatMap { records in
        records.alternatives.flatMap { BreakdownTests.days(of: $0) }
      } + center.breakdowns.flatMap { BreakdownTests.days(of: $0.judged) }
    }
    #expect(!told[0].isEmpty, "\(seed)")
    for other in told[1...] { try #require(other == told[0], "\(seed)") }
  }

  /// What each day of a history comes to.
  private static func days(of history: JudgedHistory) -> [String] {
    (0...(history.end - history.start)).map { offset in
      let day = history.start + offset
      let figures = history.figures(day...day)
      return "\(day) \(figures.sums) \(figures.judgedSums) \(figures.intervals) \(figures.state) "
        + "\(figures.expected) \(figures.holes) \(figures.possibleVolume)"
    }
  }

  @Test func partsAreInTheOrderOfTheirNames() throws {
    var export = Export()
    for queue in ["Support", "Billing", ""] {
      export.add(.day("2026-03-02"), "09:00", queue: queue, site: "Bonn")
      export.add(.day("2026-03-02"), "09:00", queue: queue, site: "Ulm")
    }
    var reading = CenterReading()
    reading.services[0].isPooled = true
    reading.metrics.by = [.queue, .site]
    let parts = try reading.center(export.text).breakdowns
    #expect(
      parts.map { $0.by.map(\.name) } == [
        ["", "Bonn"], ["", "Ulm"], ["Billing", "Bonn"], ["Billing", "Ulm"], ["Support", "Bonn"],
        ["Support", "Ulm"],
      ])
    reading.metrics.by = []
    #expect(try reading.center(export.text).breakdowns.isEmpty)
  }

  /// The service is looked at by the hour, where one of its queues has half hours.
  @Test func aPartOfAnotherLengthBeginsAndEndsWithItsServiceToo() throws {
    var text = "interval_start,interval_minutes,queue,offered,answered,abandoned,answered_within\n"
    var day = CivilDate.day("2026-03-02")
    while day <= .day("2026-03-31") {
      if !day.isWeekend {
        text += "\(day) 09:00,60,Hours,10,10,0,10\n"
        if (CivilDate.day("2026-03-09")...(.day("2026-03-13"))).contains(day) {
          for time in ["09:00", "09:30"] { text += "\(day) \(time),30,Halves,5,5,0,5\n" }
        }
      }
      day = day + 1
    }
    var reading = CenterReading()
    reading.metrics.by = [.queue]
    let center = try reading.center(text)
    let halves = try #require(center.breakdowns.first { $0.by[0].name == "Halves" }).judged
    let figures = { (day: String) in halves.figures(.day(day)...(.day(day))) }
    #expect(figures("2026-03-10").intervalMinutes == 30)
    #expect(figures("2026-03-16").holes == 0 && figures("2026-03-16").state == .closed)
    #expect(figures("2026-03-06").holes == 0)
    // Before the first day of the service its hours are missing.
    #expect(figures("2026-02-27").holes == 2)
  }

  /// A queue that closed early is missing nothing, in the service as in its part.
  @Test func aPartBeginsAndEndsWithItsService() throws {
    var export = Export()
    export.addDays("2026-03-02", "2026-03-31", at: ["09:00", "09:30"], queue: "Old") { day, _ in
      day < .day("2026-03-12")
    }
    export.addDays("2026-03-02", "2026-03-31", at: ["09:00", "09:30"], queue: "New")
    var reading = CenterReading()
    reading.metrics.by = [.queue]
    let center = try reading.center(export.text)
    let old = try #require(center.breakdowns.first { $0.by[0].name == "Old" })
    #expect(old.judged.figures(.day("2026-03-02")...(.day("2026-03-31"))).holes == 0)
    #expect(old.judged.figures(.day("2026-03-13")...(.day("2026-03-13"))).state == .closed)
    #expect(old.judged.end == center.asOf)
    // Before the service's first day the hours of all its queues are missing.
    #expect(old.judged.figures(.day("2026-02-02")...(.day("2026-02-02"))).holes == 2)
  }
}
