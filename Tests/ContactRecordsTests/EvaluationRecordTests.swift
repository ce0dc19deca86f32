import Basics
import ContactRecords
import TestSupport
import Testing

@Suite struct EvaluationRecordTests {
  private func read(_ header: String, _ rows: String...) throws -> RowReading<EvaluationRecord> {
    try RowReading(.evaluations, ([header] + rows).map { $0 + "\n" }.joined())
  }

  @Test func aScoreCountsAsPointsOfAHundred() throws {
    let reading = try read(
      "evaluated_at,site,agent,contact_id,score", "2026-03-02,Austin,a1,c1,87.5")
    let record = try #require(reading.rows.first).record
    #expect(record.points == .of("87.5") && record.maximum == FixedPoint(100))
    #expect(record.site == "Austin" && record.agent == "a1" && record.contactID == "c1")
    #expect(!record.hasFailed && record.queue == "" && record.channel == "")
  }

  @Test func pointsCountOutOfTheirMaximum() throws {
    let reading = try read(
      "evaluated_at,points,max_points", "2026-03-02 09:15,12.25,15", "2026-03-02,0,0.5")
    #expect(reading.complaints.isEmpty)
    #expect(reading.rows.map(\.record.points) == [.of("12.25"), FixedPoint(0)])
    #expect(reading.rows.map(\.record.maximum) == [FixedPoint(15), .of("0.5")])
    #expect(reading.rows[0].record.agent == nil && reading.rows[0].record.contactID == nil)
  }

  @Test func aScoreGoesBeforePointsAndPointsStandInForAnAbsentOne() throws {
    let reading = try read(
      "evaluated_at,score,points,max_points", "2026-03-02,70,1,2", "2026-03-02,,1,2",
      "2026-03-02,70,,")
    #expect(reading.complaints.isEmpty)
    #expect(
      reading.rows.map { [$0.record.points, $0.record.maximum] }
        == [
          [FixedPoint(70), FixedPoint(100)], [FixedPoint(1), FixedPoint(2)],
          [FixedPoint(70), FixedPoint(100)],
        ])
  }

  @Test func oneFaultTakesAllPointsAndLeavesThePossibleOnes() throws {
    let reading = try read(
      "evaluated_at,points,max_points,auto_fail", "2026-03-02,9,10,yes", "2026-03-02,9,10,no",
      "2026-03-02,9,10,")
    #expect(reading.rows.map(\.record.points) == [FixedPoint(0), FixedPoint(9), FixedPoint(9)])
    #expect(reading.rows.map(\.record.hasFailed) == [true, false, false])
    #expect(reading.rows.allSatisfy { $0.record.maximum == FixedPoint(10) })
  }

  @Test(arguments: [
    ("score", "100.000001", "2:12: score: \"100.000001\" is not between 0 and 100"),
    ("score", "-1", "2:12: score: \"-1\" is not between 0 and 100"),
    ("score", "", "2:12: score is absent"),
    ("score", "good", "2:12: score: \"good\" is not a number"),
    ("points,max_points", "11,10", "2:12: points: \"11\" is more than max_points, \"10\""),
    (
      "points,max_points", "10.000001,10",
      "2:12: points: \"10.000001\" is more than max_points, \"10\""
    ),
    ("points,max_points", "0,0", "2:14: max_points: \"0\" is not above 0"),
    ("points,max_points", "1,", "2:14: max_points is absent"),
    ("points,max_points", ",10", "2:12: points is absent"),
    ("points", "1", "2:1: max_points is absent"),
    (
      "points,max_points", "1,1000000.5",
      "2:14: max_points: \"1000000.5\" is not between 0 and 1000000"
    ),
    ("score,auto_fail", "1,perhaps", "2:14: auto_fail: \"perhaps\" is neither yes nor no"),
  ])
  func whatCannotBeAnEvaluationIsRejected(
    _ columns: String, _ values: String, _ complaint: String
  ) throws {
    let reading = try read("evaluated_at,\(columns)", "2026-03-02,\(values)")
    #expect(reading.rows.isEmpty)
    #expect(reading.complaints == [complaint])
  }

  @Test func pointsUpToTheMaximumAreRead() throws {
    let reading = try read(
      "evaluated_at,points,max_points", "2026-03-02,10,10", "2026-03-02,1000000,1000000")
    #expect(reading.complaints.isEmpty && reading.rows.count == 2)
  }
}
