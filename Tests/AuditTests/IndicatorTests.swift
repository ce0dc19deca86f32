import Basics
import PerformanceMetrics
import TestSupport
import Testing

@testable import Audit

/// What honest centers and bent ones give.
@Suite struct IndicatorTests {
  /// Honest centers: not one in fifty raises anything; about one in two hundred does.
  @Test func honestCentersRaiseNothing() async throws {
    let seeds = Seed.cases(400)
    let halves = [seeds.prefix(seeds.count / 2), seeds.dropFirst(seeds.count / 2)]
    let raised = try await withThrowingTaskGroup(of: [String].self) { group in
      for half in halves {
        group.addTask {
          try half.compactMap { seed in
            var random = seed.generator
            let found = Indicators.found(in: try IndicatorCenter(honest: &random).metrics())
            return found.isEmpty ? nil : "\(found.map(\.kind.rawValue)) \(found[0].words); \(seed)"
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(50 * raised.count <= max(50, seeds.count), "\(raised.joined(separator: "\n"))")
  }

  /// What is done to figures, and the hours that come of it.
  private static let bent: [(Indicator.Kind, @Sendable (inout SplitMix64) -> IndicatorCenter)] = [
    (
      .thresholdPile,
      { random in
        var center = IndicatorCenter(&random) { _ in 0.8 }
        for index in center.hours.indices {
          let fewest = center.hours[index].fewest(80)
          let isShort = (fewest - 3..<fewest).contains(center.hours[index].within)
          if isShort, !random.once(in: 3) { center.hours[index].within = fewest }
        }
        return center
      }
    ),
    (
      .shortAbandonJump,
      { random in
        var center = IndicatorCenter(&random) { _ in 0.85 }
        for index in center.hours.indices where center.hours[index].day >= .day("2026-03-01") {
          center.hours[index].short = (center.hours[index].abandoned + 1) / 2
        }
        return center
      }
    ),
    (
      .singleContactIntervals,
      { random in
        var center = IndicatorCenter(&random) { _ in 0.84 }
        for day in IndicatorCenter.days {
          for hour in 0..<8 {
            center.hours.append(
              .init(day: day, hour: hour, offered: 1, within: 1, abandoned: 0, short: 0))
          }
        }
        return center
      }
    ),
    (
      .monthEnd,
      { random in
        IndicatorCenter(&random) { $0 >= .day("2026-03-27") ? 0.99 : 0.776 }
      }
    ),
    (
      .missingDays,
      { random in
        // Three bad days in each fortnight, and the middle one is not there.
        let worst = { (day: CivilDate) in (day - IndicatorCenter.days[0]) % 14 - 8 }
        var center = IndicatorCenter(&random) { abs(worst($0)) <= 1 ? 0.6 : 0.95 }
        center.hours.removeAll { worst($0.day) == 0 }
        return center
      }
    ),
  ]

  /// Each raises its own, in words of its own that accuse nobody.
  @Test func bentFiguresRaiseTheirOwnIndicator() throws {
    var causes: Set<String> = []
    for (kind, made) in IndicatorTests.bent {
      for number in 1...3 {
        var random = SplitMix64(UInt64(number))
        let found = Indicators.found(in: try made(&random).metrics())
        #expect(
          found.map(\.kind) == [kind], "\(kind) \(number): \(found.map(\.words))")
        for finding in found {
          let isSmall = finding.chance.map { $0.value * finding.comparisons <= Fraction(1, 100) }
          #expect(isSmall == true)
          causes.insert(finding.causes)
          for word in ["fraud", "manipul", "cheat", "fake", "game", "gaming", "tamper", "hid"] {
            #expect(!finding.words.contains(word) && !finding.causes.contains(word))
          }
          #expect(!finding.words.contains("unknown"), "\(finding.words)")
        }
      }
    }
    #expect(causes.count == IndicatorTests.bent.count)
  }

  @Test func restatedMonths() throws {
    var random = SplitMix64(7)
    let center = IndicatorCenter(&random) { _ in 0.78 }
    var later = center
    later.hours.removeAll { $0.day < .day("2026-02-01") || $0.day > .day("2026-02-20") }
    for index in later.hours.indices { later.hours[index].within = later.hours[index].offered }
    for index in later.hours.indices { later.hours[index].abandoned = 0 }
    for index in later.hours.indices { later.hours[index].short = 0 }
    let first = try center.metrics(later, policy: .first)
    let last = try center.metrics(later, policy: .last)
    let found = Indicators.restatedMonths(first: first, last: last)
    #expect(found.map(\.period) == [.day("2026-02-01")...(.day("2026-02-28"))])
    #expect(found.map(\.kind) == [.restatedMonths])
    #expect(found.first?.chance == nil)
    #expect(found.first?.words.contains("not met by the rows given first") == true)
    #expect(found.first?.words.hasSuffix("and met by those given last") == true)
    #expect(Indicators.restatedMonths(first: last, last: last).isEmpty)
    #expect(Indicators.found(in: first).isEmpty)
  }
}
