import ContactRecords
import Testing

@Suite struct FieldCountTests {
  private func rows(_ header: String, _ row: String, _ options: IntervalDecoder.Options = .init())
    throws -> Int
  {
    try Decoded(header + "\n" + row + "\n", options: options).rows.count
  }

  private static let header = "interval_start,offered,answered,answered_within"

  @Test(arguments: [
    ("", "2026-03-02 09:00,1,1,1", 1), ("", "2026-03-02 09:00,1,1,1,", 1),
    ("", "2026-03-02 09:00,1,1,1,\"\"", 1), ("", "2026-03-02 09:00,1,1,1,x", 0),
    ("", "2026-03-02 09:00,1,1", 0), (",", "2026-03-02 09:00,1,1,1,", 1),
    (",", "2026-03-02 09:00,1,1,1", 1), (",", "2026-03-02 09:00,1,1", 0),
    (",", "2026-03-02 09:00,1,1,1,,", 0),
  ])
  func onlyANamelessEmptyLastColumnMayDiffer(_ more: String, _ row: String, _ count: Int) throws {
    #expect(try rows(Self.header + more, row) == count)
  }

  @Test(arguments: [
    (5, "09:05"), (10, "09:10"), (15, "09:45"), (20, "09:40"), (30, "09:30"),
    (60, "09:00"), (1440, "00:00"),
  ])
  func aStatedLengthIsKept(_ minutes: Int, _ time: String) throws {
    let decoded = try Decoded(
      "interval_start,interval_minutes,offered,answered,answered_within\n"
        + "2026-03-02 \(time),\(minutes),1,1,1\n2026-03-02 \(time),-,1,1,1\n")
    #expect(decoded.rows.map(\.length) == [minutes, 0])
  }

  @Test func theColumnGoesBeforeTheConfiguredLength() throws {
    let decoded = try Decoded(
      "interval_start,interval_minutes,offered,answered,answered_within\n"
        + "2026-03-02 09:15,15,1,1,1\n2026-03-02 09:30,,1,1,1\n",
      options: .init(intervalMinutes: 30))
    #expect(decoded.rows.map(\.length) == [15, 30])
  }

  @Test func withoutAStatedLengthEveryStartIsOnTheGrid() throws {
    let decoded = try Decoded(Self.header + "\n2026-03-02 09:07,1,1,1\n2026-03-02 09:00:30,1,1,1\n")
    #expect(decoded.rows.map(\.length) == [0, 0])
    #expect(decoded.rejects == [])
  }

  @Test func filesWithSemicolonsMayHaveDecimalCommas() throws {
    let decoded = try Decoded(
      "interval_start;offered;answered;answered_within;wait_seconds\n"
        + "2026-03-02 09:00;12,0;12;12;3,5\n")
    #expect(decoded.first?[.offered] == 12)
    #expect(decoded.first?[.waitSeconds] == 3500)
  }
}
