import Basics
import PerformanceMetrics
import TestSupport
import Testing

/// Figures of random centers against the slow reading of the rules.
@Suite struct TwinTests {
  @Test(arguments: Seed.cases(150))
  func figuresAreThoseOfTheSlowTwin(_ seed: Seed) throws {
    var random = seed.generator
    let sample = RandomCenter(&random)
    let twin = NaiveCenter(
      sample.rows, sample.services, asOf: sample.asOf, habit: sample.habit)
    let center = try sample.reading.center(RandomCenter.header + sample.lines.joined())
    try #require(center.asOf == twin.asOf, "\(seed)")
    let judged = center.services.filter { $0.records != nil }
    try #require(judged.count == twin.services.count, "\(seed)")
    for (metrics, naive) in zip(judged, twin.services) {
      let records = try #require(metrics.records)
      let label = "\(seed), \(metrics.service.name) @ \(metrics.site ?? "-")"
      try #require(metrics.service.name == naive.spec.name, "\(label)")
      try #require(metrics.site == naive.site, "\(label)")
      try #require(records.intervalMinutes == naive.minutes, "\(label)")
      try #require(records.recorded == naive.first...naive.last, "\(label)")
      var day = records.judged.start
      while day <= center.asOf {
        try compare(records.judged, naive, day...day, "\(label), \(day)")
        if day == day.month.firstDay || day == records.judged.start {
          let span = day...min(day.month.lastDay, center.asOf)
          try compare(records.judged, naive, span, "\(label), \(day.month)")
        }
        day = day + 1
      }
      try compare(records.judged, naive, records.judged.start...center.asOf, "\(label), total")
    }
  }

  private func compare(
    _ history: JudgedHistory, _ naive: NaiveService, _ span: ClosedRange<CivilDate>,
    _ label: @autoclosure () -> String
  ) throws {
    let (found, wanted) = (history.figures(span), naive.span(span))
    let sums = found.sums
    let foundNumbers =
      [sums.offered, sums.answered, sums.abandoned, sums.answeredWithin, found.expected]
      + [found.holes] + Self.numbers(found.intervals) + Self.numbers(found.days)
    let wantedNumbers =
      [wanted.sums.offered, wanted.sums.answered, wanted.sums.abandoned, wanted.sums.within]
      + [wanted.expected, wanted.holes] + Self.numbers(wanted.intervals)
      + Self.numbers(wanted.days)
    guard found.state != wanted.state || foundNumbers != wantedNumbers else { return }
    try #require(found.state == wanted.state, "\(label())")
    try #require(foundNumbers == wantedNumbers, "\(label())")
  }

  private static func numbers(_ counts: OpportunityCounts) -> [Int] {
    [counts.met, counts.counted - counts.met, counts.idle, counts.closed]
      + [counts.undecided, counts.excluded]
  }

  private static func numbers(_ counts: NaiveService.Counts) -> [Int] {
    [OpportunityState.met, .missed, .idle, .closed, .undecided, .excluded].map {
      counts.states[$0] ?? 0
    }
  }
}
