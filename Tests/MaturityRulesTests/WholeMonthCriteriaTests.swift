import Basics
import MaturityRules
import PerformanceMetrics
import TestSupport
import Testing

/// 8.01 where months are recorded as a whole: level 1 is judged, 2 and 3 are not tracked.
@Suite struct WholeMonthCriteriaTests {
  /// The months of 2025 as letters: met, missed or absent.
  private func finding(_ months: String, then daily: String = "") throws -> ScopeFinding {
    var text = "month,offered,answered,answered_within_20\n"
    for (index, letter) in months.enumerated() where letter != "-" {
      text += "\(CivilMonth(year: 2025, month: index + 1)),100,100,\(letter == "M" ? 80 : 79)\n"
    }
    var rows = "interval_start,offered,answered,answered_within_20\n"
    for (index, letter) in daily.enumerated() {
      let month = CivilMonth(year: 2025, month: months.count + index + 1)
      for day in 0..<month.dayCount {
        rows += "\(month.firstDay + day) 09:00,10,10,\(letter == "M" ? 10 : 0)\n"
      }
    }
    var reading = CenterReading()
    reading.metrics.asOf = .day("2025-12-31")
    return Evaluator.findings(try reading.center([text, rows]))[0].scopes[0]
  }

  @Test(arguments: [
    ("MMMMMMMMMMxx", CriterionStatus.met, 1), ("MMMMMMMMMxxx", .missed, 0),
    ("MMMMMMMMMM--", .met, 1), ("MMMMMMMMM-xx", .indeterminate, 0),
    ("MMMMMMMM-xxx", .missed, 0), ("MMMMMMMM--xx", .indeterminate, 0),
  ])
  func monthsDecideLevelOneAndNothingAbove(
    _ months: String, _ status: CriterionStatus, _ level: Int
  ) throws {
    let finding = try finding(months)
    #expect(finding.criteria[0].status == status && finding.level == level)
    let (days, intervals) = (finding.criteria[1], finding.criteria[2])
    #expect(days.status == .indeterminate && intervals.status == .indeterminate)
    let window = (4...12).map { CivilMonth(year: 2025, month: $0) }
    #expect(days.remarks == [.notTrackedByDay(window)])
    #expect(days.distance == .nothing && days.met == 0 && days.counted == 0)
    #expect(days.deciding == window.map(\.description))
    #expect(intervals.remarks == [.notTrackedByInterval])
  }

  @Test func daysBehindTheMonthsAreJudgedOnceTheyFillTheWindow() throws {
    // The past nine months begin with April.
    #expect(try finding("MMM", then: "MMMMMMMMM").criteria[1].status == .met)
    let mixed = try finding("MMMM", then: "MMMMMMMM").criteria
    #expect(mixed[1].status == .indeterminate && mixed[1].deciding == ["2025-04"])
    #expect(mixed[1].remarks == [.notTrackedByDay([.of("2025-04")])])
    #expect(mixed[2].status == .met)
    #expect(try finding("MMMM", then: "MMMMxMMM").criteria[1].status == .missed)
  }

  @Test func theRemarkIsASentence() {
    #expect(
      Remark.notTrackedByDay([.of("2025-04"), .of("2025-05")]).description
        == "not tracked by day: 2025-04, 2025-05")
  }
}
