import Basics
import ContactRecords
import TestSupport
import Testing

@Suite struct SurveyRecordTests {
  private func read(_ header: String, _ rows: String...) throws -> RowReading<SurveyRecord> {
    try RowReading(.surveys, ([header] + rows).map { $0 + "\n" }.joined())
  }

  @Test(arguments: [
    ("", SurveyRecord.Measure.csat, 1...5), ("csat", .csat, 1...5), ("NPS", .nps, 0...10),
    ("Ces", .ces, 1...7),
  ])
  func scalesAreTheUsualOnesWhereTheRowDoesNotSay(
    _ word: String, _ measure: SurveyRecord.Measure, _ scale: ClosedRange<Int>
  ) throws {
    let reading = try read("responded_at,measure,score", "2026-03-02T10:00,\(word),3")
    let record = try #require(reading.rows.first).record
    #expect(record.measure == measure && record.scale == scale)
    #expect(record.score == FixedPoint(3) && record.isResolved == nil)
  }

  @Test func anAbsentScoreIsAnInvitation() throws {
    let reading = try read(
      "responded_at,score,resolved,contact_id", "2026-03-02,,,c1", "2026-03-02,N/A,yes,c2")
    #expect(reading.complaints.isEmpty)
    #expect(reading.rows.map(\.record.score) == [nil, nil])
    #expect(reading.rows.map(\.record.isResolved) == [nil, true])
    #expect(reading.rows.map(\.record.contactID) == ["c1", "c2"])
  }

  @Test(arguments: [
    ("csat,0,,", "2:17: score: \"0\" is not between 1 and 5"),
    ("csat,5.5,,", "2:17: score: \"5.5\" is not between 1 and 5"),
    ("csat,6,0,5", "2:17: score: \"6\" is not between 0 and 5"),
    ("nps,11,,", "2:16: score: \"11\" is not between 0 and 10"),
    ("ces,8,,", "2:16: score: \"8\" is not between 1 and 7"),
    ("csat,5,5,5", "2:21: a scale from 5 to 5 has no room"),
    ("csat,5,6,5", "2:21: a scale from 6 to 5 has no room"),
    ("csat,5,1,5.5", "2:21: scale_max: \"5.5\" is not a whole number"),
    ("csat,5,1,1001", "2:21: scale_max: \"1001\" is not between -1000 and 1000"),
    ("nps,5,0,5", "2:20: nps is asked on a scale from 0 to 10, not from 0 to 5"),
    ("nps,5,2,10", "2:20: nps is asked on a scale from 0 to 10, not from 2 to 10"),
    ("cast,5,,", "2:12: measure: \"cast\" is unknown; did you mean \"csat\"?"),
  ])
  func anAnswerOffItsScaleIsRejected(_ values: String, _ complaint: String) throws {
    let reading = try read(
      "responded_at,measure,score,scale_min,scale_max", "2026-03-02,\(values)")
    #expect(reading.rows.isEmpty)
    #expect(reading.complaints == [complaint])
  }

  @Test func theEndsOfAScaleAreAnswers() throws {
    let reading = try read(
      "responded_at,score,scale_min,scale_max", "2026-03-02,-3,-3,3", "2026-03-02,3,-3,3",
      "2026-03-02,1,,10", "2026-03-02,10,,10")
    #expect(reading.complaints.isEmpty)
    #expect(reading.rows.map(\.record.scale) == [-3...3, -3...3, 1...10, 1...10])
  }

  @Test func promotersAreAskedOnTenStepsAlso() throws {
    let reading = try read("responded_at,measure,score,scale_min", "2026-03-02,nps,1,1")
    #expect(try #require(reading.rows.first).record.scale == 1...10)
  }
}
