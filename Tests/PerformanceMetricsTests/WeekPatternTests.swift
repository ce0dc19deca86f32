import Basics
import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

@Suite struct WeekPatternTests {
  @Test(arguments: Seed.cases(15))
  func patternAddsUpToTheIntervalsOfItsSpan(_ seed: Seed) throws {
    var random = seed.generator
    let sample = RandomCenter(&random)
    let center = try sample.reading.center(RandomCenter.header + sample.lines.joined())
    for metrics in center.services {
      guard let records = metrics.records else { continue }
      let judged = records.judged
      let middle = judged.start + (judged.end - judged.start) / 2
      let spans = [judged.start...judged.end, judged.start...middle, (middle + 1)...judged.end]
      let patterns = spans.map { records.source.weekPattern(in: $0) }
      for (span, pattern) in zip(spans, patterns) {
        let figures = judged.figures(span)
        #expect((pattern != nil) == figures.tracksIntervals, "\(seed)")
        if let pattern { #expect(pattern.total == figures.intervals, "\(seed)") }
      }
      // Two spans one after another add up to both of them.
      guard let whole = patterns[0], var sum = patterns[1], let rest = patterns[2],
        whole.minutes == sum.minutes, whole.minutes == rest.minutes
      else { continue }
      sum.merge(rest)
      #expect(sum == whole, "\(seed)")
      #expect(whole.coarsened(to: 720).total == whole.total, "\(seed)")
    }
  }

  @Test func longerIntervalsAreSumsOfShorterOnes() {
    var pattern = WeekPattern(minutes: 30)
    pattern.add(.met, on: .monday, slot: 18)
    pattern.add(.missed, on: .monday, slot: 19)
    pattern.add(.met, on: .tuesday, slot: 18)
    let hours = pattern.coarsened(to: 60)
    #expect(hours.slots == 24)
    #expect(hours[.monday, 9].met == 1 && hours[.monday, 9].counted == 2)
    #expect(hours[.tuesday, 9].counted == 1)
    #expect(hours.total == pattern.total)
  }
}
