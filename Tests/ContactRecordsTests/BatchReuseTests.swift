import ContactRecords
import TestSupport
import Testing

@Suite struct BatchReuseTests {
  @Test func countsThatAreDerivedDoNotStayFromTheBatchBefore() throws {
    var text = "interval_start,offered,answered,answered_within\n"
    for hour in 10..<14 { text += "2026-03-02 \(hour):00,\(hour),\(14 - hour),1\n" }
    let whole = try Decoded(text)
    let cut = try Decoded(text, pieces: Pieces(batchRows: 2, batchBytes: 1_000_000))
    #expect(whole.rows.map { $0[.abandoned] } == [6, 8, 10, 12])
    #expect(cut.rows.map { $0[.abandoned] } == [6, 8, 10, 12])
  }

  @Test(arguments: Seed.cases(50))
  func everyBatchSizeGivesTheSameDerivedCounts(_ seed: Seed) throws {
    var random = seed.generator
    let file = MessyFile(MessyFile.derived, &random)
    let whole = try Decoded(file.text)
    for batchRows in [2, 3, 8] {
      let cut = try Decoded(
        file.text, pieces: Pieces(batchRows: batchRows, batchBytes: 1_000_000))
      try #require(cut.rows == whole.rows, "\(seed), batches of \(batchRows)\n\(file.text)")
      try #require(cut.complaints == whole.complaints, "\(seed)")
    }
  }

  @Test func waitsOfTheAbandonedWithoutAnyAreSuspect() throws {
    let decoded = try Decoded(oneRow(",abandon_wait_seconds", "1,1,0,1,30"))
    #expect(decoded.first?.isSuspect == true)
  }
}
