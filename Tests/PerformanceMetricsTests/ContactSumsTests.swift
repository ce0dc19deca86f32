import TestSupport
import Testing

@testable import PerformanceMetrics

@Suite struct ContactSumsTests {
  private func random(_ random: inout SplitMix64, upTo limit: Int) -> ContactSums {
    var sums = ContactSums()
    for figure in ContactSums.Figure.allCases {
      sums[figure] = Int.random(in: 0...limit, using: &random)
    }
    return sums
  }

  @Test(arguments: Seed.cases(200))
  func mergingIsAssociativeAndCommutativeAndNothingIsNeutral(_ seed: Seed) throws {
    var random = seed.generator
    // Sums near the limit overflow in some order or in none.
    let limit = [100, 1 << 53, 1 << 58, 1 << 60].randomElement(using: &random)!
    let sums = (0..<3).map { _ in self.random(&random, upTo: limit) }
    let (a, b, c) = (sums[0], sums[1], sums[2])
    try #require(a.merging(b) == b.merging(a), "\(seed)")
    try #require(a.merging(b).merging(c) == a.merging(b.merging(c)), "\(seed)")
    try #require(a.merging(ContactSums()) == a && ContactSums().merging(a) == a, "\(seed)")
  }

  @Test func everyFigureIsAddedToItself() {
    for figure in ContactSums.Figure.allCases {
      var (a, b) = (ContactSums(), ContactSums())
      a[figure] = 3
      b[figure] = 4
      a.merge(b)
      for other in ContactSums.Figure.allCases { #expect(a[other] == (other == figure ? 7 : 0)) }
    }
  }

  @Test func aSumBeyondTheLimitIsMarkedAndNeverWraps() {
    var (sums, one) = (ContactSums(), ContactSums())
    sums[.offered] = (1 << 60) - 1
    one[.offered] = 1
    #expect(!sums.merging(ContactSums()).hasOverflowed)
    sums.merge(one)
    #expect(sums.hasOverflowed && sums.offered == 0)
    #expect(ContactSums().merging(sums).hasOverflowed)
    #expect(one.merging(sums) == sums.merging(one))
  }

  @Test func demandIsOfferedOrAnsweredPlusAbandoned() {
    var sums = ContactSums()
    sums[.offered] = 10
    sums[.answered] = 6
    sums[.abandoned] = 3
    #expect(sums.demand(.offered) == 10)
    #expect(sums.demand(.answeredPlusAbandoned) == 9)
  }

  @Test func additionStopsAtTheLargestNumber() {
    var volume = 5
    volume.addSaturating(6)
    #expect(volume == 11)
    volume.addSaturating(.max)
    #expect(volume == .max)
  }

  @Test(arguments: [(127, false), (128, true)])
  func sumsThatPassTheLimitAreAnErrorThatNamesTheService(_ rows: Int, _ isTooMuch: Bool) throws {
    // 128 times the largest count is the first sum that is too large.
    var text = "interval_start,offered,answered,answered_within\n"
    for row in 0..<rows {
      text += "2026-03-\(10 + row / 12) \(10 + row % 12):00,9007199254740992,0,0\n"
    }
    guard isTooMuch else {
      let center = try CenterReading().center(text)
      #expect(center.figures("2026-03-01", "2026-03-20")?.sums.offered == 127 << 53)
      return
    }
    let error = try #require(throws: MetricsError.self) { try CenterReading().center(text) }
    #expect(error.reason == .overflow(service: "All contacts"))
    #expect(
      error.description
        == "the sums of service \"All contacts\" reach 2^60; a column is mapped wrongly")
  }
}
