import Basics
import DelimitedText
import TestSupport
import Testing

@testable import PerformanceMetrics

/// The counts behind a printed percentage, against all counts tried one by one.
@Suite struct PercentageCountsTests {
  private static let hundred = 100_000_000

  /// Finds the counts whose share, rounded or shortened to the digits, is what is printed.
  private func naive(_ percent: PrintedPercent, added: Int, of denominator: Int, answered: Int)
    -> [Int]
  {
    (0...answered).filter { count in
      let share = (added + count) * Self.hundred
      let shortened = share / denominator / percent.unit * percent.unit
      // Half a digit lies on either side, since some round it down.
      let twice = 2 * share
      let isRounded =
        twice >= (2 * percent.millionths - percent.unit) * denominator
        && twice <= (2 * percent.millionths + percent.unit) * denominator
      return shortened == percent.millionths || isRounded
    }
  }

  @Test(arguments: Seed.cases(60))
  func theyAreThoseThatArePrintedSo(_ seed: Seed) throws {
    var random = seed.generator
    for _ in 0..<50 {
      let answered = Int.random(in: 0...400, using: &random)
      let denominator = Int.random(in: max(1, answered)...(answered + 80), using: &random)
      let added = Int.random(in: 0...(denominator - answered), using: &random)
      let unit = [1_000_000, 100_000, 10_000].randomElement(using: &random)!
      let truth = Int.random(in: 0...answered, using: &random)
      let share = (added + truth) * Self.hundred / denominator
      let isRounded = Bool.random(using: &random)
      let printed = (share + (isRounded ? unit / 2 : 0)) / unit * unit
      let percent = PrintedPercent(millionths: printed, unit: unit)
      let counts = try #require(
        PercentageCounts(
          percent, of: .init(added: added, denominator: denominator), answered: answered))
      let allowed = naive(percent, added: added, of: denominator, answered: answered)
      #expect(counts.isPossible)
      #expect(counts.lowest == allowed.first && counts.highest == allowed.last, "\(percent)")
      #expect((counts.lowest...counts.highest).contains(truth))
      let distance = { (count: Int) in
        abs((added + count) * Self.hundred - printed * denominator)
      }
      #expect(allowed.map(distance).min() == distance(counts.nearest))
    }
  }

  static let cases: [(Int, Int, Int, Int, Int, Int, Int, Bool)] = [
    // Percent in hundredths and last digit, contacts, answered: lowest, highest, nearest.
    (8130, 10, 1000, 1000, 813, 813, 813, true), (8130, 10, 10_000, 10_000, 8125, 8139, 8130, true),
    (81_00, 100, 10, 10, 8, 9, 8, false), (80_00, 100, 10, 10, 8, 8, 8, true),
    (100_00, 100, 10, 10, 10, 10, 10, true), (0, 100, 10, 10, 0, 0, 0, true),
    (33_00, 100, 3, 3, 1, 1, 1, true), (67_00, 100, 3, 3, 2, 2, 2, true),
    (66_00, 100, 3, 3, 2, 2, 2, true), (100_00, 100, 300, 290, 290, 290, 290, false),
  ]

  @Test(arguments: cases)
  func digitsDecideHowMuchIsOpen(
    _ hundredths: Int, _ unit: Int, _ offered: Int, _ answered: Int, _ lowest: Int,
    _ highest: Int, _ nearest: Int, _ isPossible: Bool
  ) throws {
    let percent = PrintedPercent(millionths: hundredths * 10_000, unit: unit * 10_000)
    let counts = try #require(
      PercentageCounts(percent, of: .init(added: 0, denominator: offered), answered: answered))
    #expect(counts.lowest == lowest && counts.highest == highest, "\(counts)")
    #expect(counts.nearest == nearest && counts.isPossible == isPossible)
  }

  @Test func withoutContactsThereIsNothing() {
    let percent = PrintedPercent(millionths: Self.hundred, unit: 1_000_000)
    let none = PercentageCounts(percent, of: .init(added: 0, denominator: 0), answered: 0)
    #expect(none?.highest == 0 && none?.isPossible == true)
    #expect(PercentageCounts(percent, of: .init(added: 0, denominator: 0), answered: 3) == nil)
  }
}
