import Basics
import Testing

@testable import MaturityRules

@Suite struct RatingHistoryTests {
  private func rating(_ instrument: String, _ item: String, _ level: Int, _ day: String?) -> Rating
  {
    Rating(
      instrument: instrument, item: item, value: .level(level), evidence: nil, note: nil,
      place: RatingPlace(file: "ratings.csv", line: 2, column: 1),
      ratedOn: day.flatMap { CivilDate($0) })
  }

  @Test func eachInstrumentHasItsOwnLastDay() {
    let ratings = [
      rating("cmo", "1.01", 1, "2025-01-31"), rating("cmo", "1.01", 2, "2026-01-31"),
      rating("cx_maturity", "routing_tool", 3, "2025-01-31"),
      rating("cmo", "1.02", 4, "2024-01-31"), rating("icmi_concepts", "prompt", 1, nil),
    ]
    let history = RatingHistory(ratings)
    #expect(history.current == [ratings[1], ratings[2], ratings[4]])
    #expect(
      history.ratedOn
        == ["cmo": CivilDate("2026-01-31")!, "cx_maturity": CivilDate("2025-01-31")!])
    #expect(history.earlier.map(\.date.description) == ["2024-01-31", "2025-01-31"])
    #expect(history.earlier.map(\.ratings) == [[ratings[3]], [ratings[0]]])
  }

  @Test func withoutDaysAllIsCurrent() {
    let ratings = [rating("cmo", "1.01", 1, nil), rating("cmo", "1.02", 2, nil)]
    let history = RatingHistory(ratings)
    #expect(history.current == ratings && history.earlier == [] && history.ratedOn == [:])
  }
}
