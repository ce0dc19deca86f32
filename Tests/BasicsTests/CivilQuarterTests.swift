import Basics
import Testing

@Suite struct CivilQuarterTests {
  @Test(arguments: [
    ("2026-Q1", "2026-01-01", "2026-03-31"), ("2024-Q1", "2024-01-01", "2024-03-31"),
    ("2025-Q4", "2025-10-01", "2025-12-31"), ("0001-Q2", "0001-04-01", "0001-06-30"),
  ])
  func aQuarterHasThreeMonths(_ text: String, _ first: String, _ last: String) throws {
    let quarter = try #require(CivilQuarter(text))
    #expect(quarter.description == text)
    #expect(quarter.firstDay.description == first && quarter.lastDay.description == last)
    #expect(quarter.months.map { CivilQuarter($0) } == [quarter, quarter, quarter])
    #expect(quarter.months.first?.firstDay == quarter.firstDay)
    #expect((quarter + 1).firstDay == quarter.lastDay + 1 && quarter - 1 < quarter)
  }

  @Test(arguments: ["2026-Q0", "2026-Q5", "2026Q1", "2026-1", "26-Q1", "2026-Q11", "0000-Q1", ""])
  func whatIsNoQuarterIsNotRead(_ text: String) {
    #expect(CivilQuarter(text) == nil)
  }

  @Test func theLetterMayBeSmall() {
    #expect(CivilQuarter("2026-q3")?.description == "2026-Q3")
  }
}
