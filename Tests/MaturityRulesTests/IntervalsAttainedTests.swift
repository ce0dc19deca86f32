import Basics
import MaturityRules
import TestSupport
import Testing

/// The 120 days up to the end of the year, an interval each.
struct IntervalsCase: Sendable, CustomTestStringConvertible {
  /// Intervals met, absent and idle; the others are missed.
  let intervals: [Int]
  let status: CriterionStatus
  let distance: String

  var testDescription: String { "\(intervals)" }

  init(_ intervals: [Int], _ status: CriterionStatus, _ distance: String) {
    self.intervals = intervals
    self.status = status
    self.distance = distance
  }

  static let all: [IntervalsCase] = [
    IntervalsCase(
      [97, 0, 0], .met, "97 of 120 intervals met (80.83 %), needs 96: 1 interval to spare"),
    IntervalsCase(
      [96, 0, 0], .met, "96 of 120 intervals met (80.00 %), needs 96: no interval to spare"),
    IntervalsCase([95, 0, 0], .missed, "95 of 120 intervals met (79.16 %), needs 96: 1 short"),
    IntervalsCase(
      [120, 0, 0], .met, "120 of 120 intervals met (100.00 %), needs 96: 24 intervals to spare"),
    IntervalsCase(
      [96, 24, 0], .met, "96 of 120 intervals met (80.00 %), needs 96: no interval to spare"),
    IntervalsCase(
      [95, 2, 0], .indeterminate,
      "95 of 120 intervals met (79.16 %), needs 96: 1 of 2 undecided would have to be met"),
    IntervalsCase(
      [94, 1, 0], .missed,
      "94 of 120 intervals met (78.33 %), needs 96: 1 short even with 1 undecided"),
    IntervalsCase(
      [4, 0, 115], .met, "4 of 5 intervals met (80.00 %), needs 4: no interval to spare"),
    IntervalsCase([3, 0, 115], .missed, "3 of 5 intervals met (60.00 %), needs 4: 1 short"),
    IntervalsCase([0, 0, 120], .indeterminate, "nothing to count"),
  ]
}

@Suite struct IntervalsAttainedTests {
  private static let first = CivilDate.day("2025-09-03")

  @Test(arguments: IntervalsCase.all)
  func eightyPercentOfTheIntervalsAttainLevelThree(_ sample: IntervalsCase) throws {
    let (met, absent) = (sample.intervals[0], sample.intervals[0] + sample.intervals[1])
    let idle = absent + sample.intervals[2]
    let year = Year { day in
      let number = day - Self.first
      // What lies before the window counts for nothing.
      if number < 0 { return number < -30 ? .met : .missed }
      if number < met { return .met }
      return number < absent ? .absent : (number < idle ? .idle : .missed)
    }
    let criterion = try year.criterion(3)
    #expect(criterion.status == sample.status)
    #expect(criterion.distance.description == sample.distance)
    #expect(criterion.window?.days == Self.first...(.day("2025-12-31")))
    #expect(criterion.met == met && criterion.undecided == sample.intervals[1])
    let decides = sample.status == .indeterminate
    #expect(
      criterion.deciding
        == (decides ? (met..<absent).map { (Self.first + $0).description } : []))
    #expect(criterion.remarks == (idle == 120 && met == 0 ? [.nothingToCount] : []))
  }

  @Test func theWindowEndsWithAsOfAlsoInsideAMonth() throws {
    var year = Year()
    year.asOf = .day("2025-12-10")
    let window = try #require(try year.criterion(3).window)
    #expect(window.days == .day("2025-08-13")...(.day("2025-12-10")))
  }

  @Test func dailyRecordsAreNotTrackedByInterval() throws {
    var year = Year()
    year.isDaily = true
    let finding = try year.finding()
    #expect(finding.criteria.map(\.status) == [.met, .met, .indeterminate, .needsEvidence])
    #expect(finding.criteria[2].remarks == [.notTrackedByInterval])
    #expect(finding.criteria[2].remarks[0].description == "not tracked by interval")
    #expect(finding.level == 2 && finding.possible == 4)
  }
}
