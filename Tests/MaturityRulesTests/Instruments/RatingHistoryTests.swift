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

  @Test func whatWasRatedLaterIsLeftAsideAndCounted() {
    let ratings = [
      rating("cmo", "1.01", 1, "2025-01-31"), rating("cmo", "1.01", 2, "2026-01-31"),
      rating("cmo", "1.01", 3, "2026-02-01"),
      rating("cx_maturity", "routing_tool", 3, "2026-03-01"),
      rating("icmi_concepts", "prompt", 1, nil),
    ]
    let history = RatingHistory(ratings, asOf: CivilDate("2026-01-31"))
    #expect(history.current == [ratings[1], ratings[4]])
    #expect(history.ratedOn == ["cmo": CivilDate("2026-01-31")!])
    #expect(history.earlier.map(\.ratings) == [[ratings[0]]])
    #expect(history.afterAsOf.values.reduce(0, +) == 2)
    #expect(RatingHistory(ratings).afterAsOf.isEmpty)
    let early = RatingHistory(ratings, asOf: CivilDate("2024-01-01"))
    #expect(early.current == [ratings[4]] && early.afterAsOf.values.reduce(0, +) == 4)
  }

  @Test func withoutDaysAllIsCurrent() {
    let ratings = [rating("cmo", "1.01", 1, nil), rating("cmo", "1.02", 2, nil)]
    let history = RatingHistory(ratings)
    #expect(history.current == ratings && history.earlier == [] && history.ratedOn == [:])
  }
}
