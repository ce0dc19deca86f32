import Basics
import MaturityRules
import TestSupport
import Testing

/// April 2025, and how level 2 of 8.01 stands on it; all other months are met.
struct DaysCase: Sendable, CustomTestStringConvertible {
  /// Days met, absent and idle of the thirty; the others are missed.
  let days: [Int]
  let status: CriterionStatus
  let needed: Int
  let distance: String

  var testDescription: String { "\(days)" }

  init(_ days: [Int], _ status: CriterionStatus, needed: Int, _ distance: String) {
    self.days = days
    self.status = status
    self.needed = needed
    self.distance = distance
  }

  static let all: [DaysCase] = [
    DaysCase(
      [25, 0, 0], .met, needed: 24,
      "least to spare in 2025-04: 25 of 30 days, needs 24: 1 day to spare"),
    DaysCase(
      [24, 0, 0], .met, needed: 24,
      "least to spare in 2025-04: 24 of 30 days, needs 24: no day to spare"),
    DaysCase([23, 0, 0], .missed, needed: 24, "2025-04: 23 of 30 days, needs 24: 1 short"),
    DaysCase([0, 0, 0], .missed, needed: 24, "2025-04: 0 of 30 days, needs 24: 24 short"),
    DaysCase(
      [24, 6, 0], .met, needed: 24,
      "least to spare in 2025-04: 24 of 30 days (6 undecided), needs 24: no day to spare"),
    DaysCase(
      [23, 1, 0], .indeterminate, needed: 24, "2025-04: 23 of 30 days (1 undecided), needs 24"),
    DaysCase(
      [22, 1, 0], .missed, needed: 24,
      "2025-04: 22 of 30 days (1 undecided), needs 24: 1 short"),
    // Four of five days attain 80 %; three do not.
    DaysCase(
      [4, 0, 25], .met, needed: 4,
      "least to spare in 2025-04: 4 of 5 days, needs 4: no day to spare"),
    DaysCase([3, 0, 25], .missed, needed: 4, "2025-04: 3 of 5 days, needs 4: 1 short"),
    DaysCase(
      [1, 0, 29], .met, needed: 1,
      "least to spare in 2025-04: 1 of 1 days, needs 1: no day to spare"),
  ]
}

@Suite struct DaysAttainedTests {
  private func year(_ days: [Int]) -> Year {
    let (met, absent, idle) = (days[0], days[0] + days[1], days[0] + days[1] + days[2])
    return Year { day in
      guard day.month == .of("2025-04") else { return .met }
      let number = day.parts.day
      if number <= met { return .met }
      return number <= absent ? .absent : (number <= idle ? .idle : .missed)
    }
  }

  @Test(arguments: DaysCase.all)
  func eightyPercentOfTheDaysOfEveryMonthAttainLevelTwo(_ sample: DaysCase) throws {
    let criterion = try year(sample.days).criterion(2)
    #expect(criterion.status == sample.status)
    #expect(criterion.distance.description == sample.distance)
    #expect(criterion.deciding == (sample.status == .indeterminate ? ["2025-04"] : []))
    #expect(criterion.window?.days == .day("2025-04-01")...(.day("2025-12-31")))
    #expect(criterion.needed == nil)
    let april = try #require(criterion.months.first)
    #expect(april.month == .of("2025-04") && april.status == sample.status)
    #expect([april.met, april.undecided, april.needed] == sample.days.prefix(2) + [sample.needed])
    #expect(criterion.months.count == 9)
    #expect(criterion.months.dropFirst().allSatisfy { $0.status == .met })
  }

  @Test func aMonthBeforeTheNineDoesNotCount() throws {
    #expect(try Year(months: "xxxMMMMMMMMM").criterion(2).status == .met)
    #expect(try Year(months: "xxxxMMMMMMMM").criterion(2).status == .missed)
  }

  @Test func aMonthWithNothingToCountIsSteppedOver() throws {
    let criterion = try Year(months: "MMMMMiMMMMMM").criterion(2)
    #expect(criterion.status == .met)
    #expect(criterion.months[2].status == .notApplicable)
    #expect(criterion.remarks == [])
  }

  @Test func nineMonthsWithNothingToCountDecideNothing() throws {
    let criterion = try Year(months: "MMMiiiiiiiii").criterion(2)
    #expect(criterion.status == .indeterminate)
    #expect(criterion.distance == .nothing)
    #expect(criterion.distance.description == "nothing to count")
    #expect(criterion.remarks == [.nothingToCount])
    #expect(criterion.deciding == [])
  }

  @Test func everyShortMonthIsNamedAndAMissDecidesBeforeWhatIsOpen() throws {
    let criterion = try Year(months: "MMMMxMM?MMxM").criterion(2)
    #expect(criterion.status == .missed)
    #expect(
      criterion.distance.description
        == "2025-05: 0 of 31 days, needs 25: 25 short; 2025-11: 0 of 30 days, needs 24: 24 short")
    let open = try Year(months: "MMMMMMM??MMM").criterion(2)
    #expect(open.status == .indeterminate)
    #expect(open.deciding == ["2025-08", "2025-09"])
    #expect(
      open.distance.description
        == "2025-08: 0 of 31 days (31 undecided), needs 25; "
        + "2025-09: 0 of 30 days (30 undecided), needs 24")
  }
}
