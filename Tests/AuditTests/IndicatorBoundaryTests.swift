import Basics
import ContactRecords
import PerformanceMetrics
import TestSupport
import Testing

@testable import Audit

/// Where each detector begins to tell.
@Suite struct IndicatorBoundaryTests {
  /// Hours of so many contacts, from the first of March on, eight a day.
  private static func hours(_ made: [(offered: Int, within: Int)]) -> [IndicatorCenter.Hour] {
    made.enumerated().map { number, hour in
      .init(
        day: .day("2026-03-01") + number / 8, hour: 8 + number % 8, offered: hour.offered,
        within: hour.within, abandoned: 0, short: 0)
    }
  }

  private static func found(_ hours: [IndicatorCenter.Hour]) throws -> [Indicator] {
    Indicators.found(in: try IndicatorCenter(hours).metrics())
  }

  /// Of ten contacts eight meet 80 %: so many hours with eight, seven and nine in time.
  @Test(arguments: [
    (9, 0, 0, false), (10, 0, 0, true), (23, 5, 0, false), (24, 5, 4, true), (24, 4, 5, true),
    (34, 10, 10, false), (35, 10, 10, true), (35, 3, 10, true), (30, 20, 0, false),
  ])
  func pile(_ at: Int, _ below: Int, _ above: Int, _ isFound: Bool) throws {
    func hours(_ offered: Int, _ fewest: Int) -> [IndicatorCenter.Hour] {
      IndicatorBoundaryTests.hours(
        Array(repeating: (offered, fewest), count: at)
          + Array(repeating: (offered, fewest - 1), count: below)
          + Array(repeating: (offered, fewest + 1), count: above))
    }
    let found = try IndicatorBoundaryTests.found(hours(10, 8))
    #expect(found.map(\.kind) == (isFound ? [.thresholdPile] : []))
    if let finding = found.first {
      #expect(
        finding.figures.map(\.value?.text) == [at + below + above, at, below, above].map(grouped))
      #expect(finding.comparisons == 1)
    }
    // Of nine contacts nothing is told: chance alone may put twice as many there.
    #expect(try IndicatorBoundaryTests.found(hours(9, 8)).isEmpty)
  }

  /// Chance puts at most half as many more at any place than at the fuller one beside it.
  @Test func oddsOfThePile() {
    for contacts in IntervalCounts.fewestContacts...200 {
      for place in 1..<contacts {
        let (k, rest) = (place, contacts - place)
        // The square of the largest quotient, against that of the odds.
        let (top, bottom) = ((k + 1) * (rest + 1), k * rest)
        let odds = Indicators.mostOdds
        #expect(top * odds.failures * odds.failures < bottom * odds.successes * odds.successes)
      }
    }
  }

  @Test(arguments: [
    ((10, 100), (20, 100), true), ((10, 100), (199, 1000), false), ((30, 100), (40, 100), true),
    ((30, 100), (399, 1000), false), ((0, 100), (1, 100), true), ((0, 100), (0, 100), false),
    ((40, 100), (20, 100), false),
  ])
  func jump(_ before: (Int, Int), _ after: (Int, Int), _ isJump: Bool) throws {
    func sums(_ short: Int, _ abandoned: Int) throws -> ContactSums {
      let text =
        "interval_start,offered,answered,abandoned,answered_within_20,short_abandoned\n"
        + "2026-03-01,\(abandoned),0,\(abandoned),0,\(short)\n"
      return try #require(try CenterReading().center(text).figures("2026-03-01")).sums
    }
    let (first, second) = (try sums(before.0, before.1), try sums(after.0, after.1))
    #expect(Indicators.isJump(from: first, to: second) == isJump)
  }

  /// So many hours of one contact, all met, beside hours of ten that are met or not.
  @Test(arguments: [
    // At most 6 go with none and none of two: 26 of 32 are too many.
    (40, 12, 12, true), (26, 8, 6, true), (25, 9, 6, false), (40, 16, 0, false),
    (5, 2, 1, false), (40, 0, 16, false),
  ])
  func singles(_ ones: Int, _ met: Int, _ missed: Int, _ isFound: Bool) throws {
    let hours = IndicatorBoundaryTests.hours(
      Array(repeating: (1, 1), count: ones) + Array(repeating: (30, 30), count: met)
        + Array(repeating: (30, 0), count: missed))
    let found = try IndicatorBoundaryTests.found(hours)
    #expect(
      found.map(\.kind) == (isFound ? [.singleContactIntervals] : []), "\(found.map(\.words))")
  }

  @Test func mostSingles() {
    #expect(Indicators.mostSingles(empty: 0, pairs: 0) == 6)
    #expect(Indicators.mostSingles(empty: 100, pairs: 46) == 102)
  }

  /// Days of March by the contacts of a hundred that are in time.
  private static func march(_ within: (Int) -> Int?) -> [IndicatorCenter.Hour] {
    (1...31).compactMap { number in
      within(number).map {
        .init(
          day: .day("2026-03-01") + (number - 1), hour: 9, offered: 100, within: $0, abandoned: 0,
          short: 0)
      }
    }
  }

  /// The month's first 26 days miss by one to three contacts a day.
  @Test(arguments: [(90, false), (91, true), (99, true), (79, false)])
  func monthEnd(_ last: Int, _ isFound: Bool) throws {
    let found = try IndicatorBoundaryTests.found(
      IndicatorBoundaryTests.march { $0 > 26 ? last : 79 - $0 % 3 })
    #expect(found.map(\.kind) == (isFound ? [.monthEnd] : []), "\(found.map(\.words))")
    // The same days at another place are a month like any other.
    let elsewhere = try IndicatorBoundaryTests.found(
      IndicatorBoundaryTests.march { (8...12).contains($0) ? last : 79 - $0 % 3 })
    #expect(elsewhere.isEmpty)
    // Met with and without them: nothing turns.
    let met = try IndicatorBoundaryTests.found(
      IndicatorBoundaryTests.march { $0 > 26 ? 99 : 82 - $0 % 3 })
    #expect(met.isEmpty)
  }

  /// Days of March that are missing, where those of the second and third week were missed.
  @Test(arguments: [
    ([10, 24], [9, 11, 23, 25], true), ([10], [9, 11], false), ([10, 11], [9, 12], false),
    ([10, 24], [9, 11], false), ([], [9, 11], false),
    ([3, 11, 17, 25], [2, 4, 10, 12, 16, 18, 24, 26], true),
  ])
  func missingDays(_ missing: [Int], _ missed: [Int], _ isFound: Bool) throws {
    let found = try IndicatorBoundaryTests.found(
      IndicatorBoundaryTests.march {
        missing.contains($0) ? nil : missed.contains($0) ? 50 : 95
      })
    #expect(found.map(\.kind) == (isFound ? [.missingDays] : []), "\(found.map(\.words))")
  }

  @Test func chanceHasAsManyTriesAsComparisons() throws {
    var screening = Screening()
    let service = try #require(
      try IndicatorCenter(IndicatorBoundaryTests.hours([(1, 1)])).metrics().services.first)
    let day = CivilDate.day("2026-03-01")
    screening.candidates = [
      // 1/128, 1/2 and none.
      Indicator(
        .thresholdPile, of: service, day...day, [:],
        chance: .binomial(atLeast: 7, of: 7, odds: (1, 1))),
      Indicator(
        .thresholdPile, of: service, day...day, [:],
        chance: .binomial(atLeast: 1, of: 1, odds: (1, 1))),
      Indicator(.restatedMonths, of: service, day...day, [:]),
    ]
    screening.comparisons = 1
    #expect(screening.findings.map(\.kind) == [.thresholdPile, .restatedMonths])
    #expect(screening.findings.first?.chanceWords == "chance 0.007813, of 1 comparison")
    screening.comparisons = 2
    #expect(screening.findings.map(\.kind) == [.restatedMonths])
  }
}
