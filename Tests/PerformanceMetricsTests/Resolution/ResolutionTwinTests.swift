import Basics
import TestSupport
import Testing

@testable import ContactRecords
@testable import PerformanceMetrics

/// Issues against a twin that compares every contact of a customer with every other.
@Suite struct ResolutionTwinTests {
  /// Few customers, few seconds and few identifiers: equal stamps, legs, stamps a
  /// window apart and shared numbers abound.
  private static func rows(_ random: inout SplitMix64) -> [LogRow] {
    let first = CivilDate.day("2024-12-20")
    let span = [3, 30, 30, 900].randomElement(using: &random)!
    let customers = Int.random(in: 1...6, using: &random)
    let identifiers = [1, 4, 60].randomElement(using: &random)!
    return (0..<Int.random(in: 1...60, using: &random)).map { _ in
      var row = LogRow(day: first + Int.random(in: 0...span, using: &random))
      row.second = [0, 1, 43_200, 43_201, 86_399].randomElement(using: &random)!
      row.customer = Int.random(in: 0...customers, using: &random)
      row.contact = random.once(in: 3) ? 0 : Int.random(in: 1...identifiers, using: &random)
      row.reason = Int.random(in: 0...2, using: &random)
      row.outcome =
        [.answered, .answered, .answered, .abandoned, .flowOut].randomElement(using: &random)!
      row.resolved = [true, false, nil].randomElement(using: &random)!
      return row
    }
  }

  private static func tally(_ rows: [LogRow]) -> ResolutionTally {
    var (tally, types) = (ResolutionTally(), [String]())
    tally.add(ContactBatch(rows, types: &types))
    return tally
  }

  @Test(arguments: Seed.cases(100), [0, 1, 7, 400])
  func issuesAreThoseOfTheTwinInAnyOrderAndInAnyPieces(_ seed: Seed, _ days: Int) throws {
    var random = seed.generator
    var rows = Self.rows(&random)
    let last = rows.map(\.day).max()!
    let watch = IssueWatch(
      windowDays: days, maximumContacts: [1, 2, 5, 20].randomElement(using: &random)!,
      asOf: last + [0, 0, -3, 5, 500].randomElement(using: &random)!)
    let expected = NaiveResolution.issues(rows, watch)
    try #require(Self.tally(rows).issues(watch) == expected, "\(seed)")

    for _ in 0..<3 {
      rows.shuffle(using: &random)
      let cut = Int.random(in: 0...rows.count, using: &random)
      let second = Int.random(in: cut...rows.count, using: &random)
      let pieces = [rows[..<cut], rows[cut..<second], rows[second...]].map {
        Self.tally(Array($0))
      }
      var merged = pieces[0]
      merged.merge(pieces[1])
      merged.merge(pieces[2])
      try #require(merged.issues(watch) == expected, "\(seed)")
      // Merged from the right as well: merging is associative.
      var right = pieces[1]
      right.merge(pieces[2])
      var left = pieces[0]
      left.merge(right)
      try #require(left.issues(watch) == expected, "\(seed)")
    }
  }

  /// One number that thousands share fills a bucket that insertion would never sort.
  @Test func manyContactsOfFewCustomersAreSorted() {
    var random = SplitMix64(7)
    let rows = (0..<30_000).map { index in
      LogRow(
        day: .day("2026-01-01") + Int.random(in: 0...300, using: &random),
        second: Int.random(in: 0..<86_400, using: &random),
        customer: random.once(in: 3) ? 1 : Int.random(in: 2...9000, using: &random),
        contact: index + 1)
    }
    let watch = IssueWatch(maximumContacts: 20, asOf: .day("2026-12-31"))
    let issues = Self.tally(rows).issues(watch)
    #expect(issues.shared == 1)
    #expect(issues.sharedContacts == rows.count { $0.customer == 1 })
    let others = rows.filter { $0.customer != 1 }
    #expect(issues.any == NaiveResolution.issues(others, watch).any)
    var (halves, types) = (ResolutionTally(), [String]())
    halves.add(ContactBatch(Array(rows[..<15_000]), types: &types))
    halves.merge(Self.tally(Array(rows[15_000...])))
    #expect(halves.keptLegs == 30_000)
    #expect(halves.issues(watch) == issues)
    for threads in [2, 8] { #expect(halves.issues(watch, threads: threads) == issues) }
  }
}
