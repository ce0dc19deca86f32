import Basics
import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

/// Intervals that are visited, held against those that are listed.
@Suite struct CountedIntervalTests {
  private static let header =
    "interval_start,queue,offered,answered,abandoned,answered_within_20,interval_minutes\n"

  /// Quarter hours first, half hours later, days without an objective before, and holes.
  private static func rows(_ random: inout SplitMix64) -> String {
    var text = header
    for day in 0..<12 {
      let minutes = day < 6 ? 15 : 30
      for minute in stride(from: 8 * 60, to: 10 * 60, by: minutes) {
        for queue in ["a", "b"] where !random.once(in: 6) {
          let offered = Int.random(in: 0...12, using: &random)
          let answered = Int.random(in: 0...offered, using: &random)
          let within = Int.random(in: 0...answered, using: &random)
          let time = CivilTime(minuteOfDay: minute)
          text +=
            "\(CivilDate.day("2026-03-02") + day) \(time),\(queue),\(offered),\(answered),"
            + "\(offered - answered),\(random.once(in: 20) ? "" : "\(within)"),\(minutes)\n"
        }
      }
    }
    return text
  }

  @Test func visitedAsTheyAreListed() throws {
    for seed in Seed.cases(20) {
      var random = seed.generator
      let hours = OpeningHours([
        .init(
          stretches: Dictionary(
            uniqueKeysWithValues: Weekday.allCases.map {
              ($0, [.init(start: 8 * 60 + 30, end: 12 * 60)])
            }))
      ])
      let service = Service(
        name: "Voice", formula: ServiceLevelFormula.allCases.randomElement(using: &random)!,
        objectives: [.percent("50", in: 20, from: "2026-03-04")],
        hours: random.once(in: 2) ? hours : nil)
      var reading = CenterReading([service])
      reading.metrics = MetricsOptions(reach: .init(months: 1, days: 14))
      let center = try reading.center(CountedIntervalTests.rows(&random))
      let records = try #require(center.records())
      let span = CivilDate.day("2026-03-03")...CivilDate.day("2026-03-12")
      var visited: [String] = []
      records.source.forEachCounted(in: span) { interval in
        visited.append(
          "\(interval.day) \(interval.isMet) \(interval.offered) \(interval.isWhole) "
            + "\(interval.terms.numerator)/\(interval.terms.denominator) "
            + "\(interval.objective.percent)")
      }
      let listed = records.source.intervals(in: span).compactMap { interval -> String? in
        guard let isMet = interval.state.isMet, let objective = interval.objective else {
          return nil
        }
        let terms = ServiceLevelTerms(
          interval.figures.judgedSums, service.formula, service.demand)
        let isWhole = terms.isKnown && interval.figures.holes == 0
        return "\(interval.start.day) \(isMet) \(interval.figures.sums.offered) \(isWhole) "
          + "\(terms.counted.numerator)/\(terms.counted.denominator) \(objective.percent)"
      }
      #expect(!listed.isEmpty)
      #expect(visited == listed, "\(seed)")
    }
  }
}
