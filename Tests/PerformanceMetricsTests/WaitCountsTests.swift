import TestSupport
import Testing

@testable import PerformanceMetrics

@Suite struct WaitCountsTests {
  private func counts(_ waits: [Int]) -> WaitCounts {
    var counts = WaitCounts()
    for wait in waits { counts.add(milliseconds: wait) }
    return counts
  }

  @Test func withoutContactsThereAreNoPercentiles() {
    #expect(counts([]).percentiles == nil)
  }

  @Test(
    arguments: [
      ([7000], [7, 7, 7, 7]), ([0, 10_000], [0, 10, 10, 10]),
      ((1...10).map { $0 * 1000 }, [5, 9, 10, 10]), ((1...11).map { $0 * 1000 }, [6, 10, 11, 11]),
      ((1...100).map { $0 * 1000 }, [50, 90, 95, 100]), ([1, 999, 1000, 1001], [1, 2, 2, 2]),
      ([5_000_000, 1000, 9_000_000_000], [5000, 9_000_000, 9_000_000, 9_000_000]),
      ([4_095_000, 4_096_000], [4095, 4096, 4096, 4096]),
    ] as [([Int], [Int])])
  func percentilesAreThoseOfTheNearestRank(_ waits: [Int], _ expected: [Int]) throws {
    let found = try #require(counts(waits).percentiles)
    #expect([found.p50, found.p90, found.p95, found.longest] == expected)
    #expect(found.contacts == waits.count)
  }

  @Test(arguments: Seed.cases(20))
  func percentilesAreThoseOfTheSortedWaits(_ seed: Seed) throws {
    var random = seed.generator
    let most = [30, 5000, 100_000].randomElement(using: &random)!
    let waits = (0..<Int.random(in: 1...200, using: &random)).map { _ in
      Int.random(in: 0...most, using: &random) * [1000, 1000, 350].randomElement(using: &random)!
    }
    let sorted = waits.map { ($0 + 999) / 1000 }.sorted()
    func nearest(_ percent: Int) -> Int { sorted[(percent * sorted.count + 99) / 100 - 1] }
    let cut = Int.random(in: 0...waits.count, using: &random)
    var merged = counts(Array(waits[cut...]))
    merged.merge(counts(Array(waits[..<cut])))
    let found = try #require(merged.percentiles)
    #expect(found.p50 == nearest(50) && found.p90 == nearest(90) && found.p95 == nearest(95))
    #expect(found.longest == sorted.last && found.contacts == waits.count)
    #expect(merged == counts(waits))
  }
}
