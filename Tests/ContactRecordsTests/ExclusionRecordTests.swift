import Basics
import ContactRecords
import DelimitedText
import TestSupport
import Testing

@Suite struct ExclusionRecordTests {
  private func read(
    _ start: String, _ end: String, zone: CivilZone?
  ) throws -> (record: ExclusionRecord?, rejects: [String]) {
    let header = ["start", "end", "reason", "approver", "service", "site"]
    let map = try FieldMap(kind: .exclusions, header: header, columns: [:])
    var reader = RowReader<ExclusionRecord>(map: map, delimiter: 0x2C, zone: zone)
    let text = header.joined(separator: ",") + "\n\(start),\(end),storm,A. Vogel,Voice,\n"
    var source = try RecordReader(MemoryByteSource(text.utf8))
    var batch = RecordBatch()
    var records: [RowReader<ExclusionRecord>.Numbered] = []
    var rejects: [RejectedRecord] = []
    while try source.read(into: &batch) {
      reader.read(batch, from: 1, into: &records, rejects: &rejects)
    }
    return (records.first?.record, rejects.map { "\($0.column): \($0.reason)" })
  }

  private func text(_ time: WallTime) -> String {
    "\(CivilDate(daysSinceEpoch: time.day)) "
      + "\(CivilTime(minuteOfDay: Int(time.secondOfDay) / 60)) \(time.pass)"
  }

  @Test func rowIsReadByCanonicalNames() throws {
    let (record, rejects) = try read("2026-03-02 08:00", "2026-03-03", zone: nil)
    let exclusion = try #require(record)
    #expect(rejects.isEmpty)
    #expect(text(exclusion.start) == "2026-03-02 08:00 first")
    #expect(text(exclusion.end) == "2026-03-03 00:00 first")
    #expect([exclusion.reason, exclusion.approver] == ["storm", "A. Vogel"])
    #expect(exclusion.service == "Voice" && exclusion.site == nil && exclusion.offsets.isEmpty)
  }

  static let times: [(CivilZone?, String, String, [String])] = [
    (nil, "2026-11-01T01:30-05:00", "2026-11-01T02:00-05:00", ["01:30 first", "02:00 first"]),
    (.chicago, "2026-11-01T06:30Z", "2026-11-01T07:30Z", ["01:30 first", "01:30 second"]),
    (
      .chicago, "2026-11-01T01:45-05:00", "2026-11-01T01:15-06:00", ["01:45 first", "01:15 second"]
    ),
    (.chicago, "2026-11-01T01:00", "2026-11-01T01:30", ["01:00 unstated", "01:30 unstated"]),
    // As far as anyone can tell, it begins with the first pass and ends with the second.
    (.chicago, "2026-11-01T01:30", "2026-11-01T01:30", ["01:30 unstated", "01:30 unstated"]),
    (.berlin, "2026-03-29T02:15", "2026-03-29T05:00", ["03:15 first", "05:00 first"]),
  ]

  @Test(arguments: times)
  func timesAreOnTheClockOfTheZone(
    _ zone: CivilZone?, _ start: String, _ end: String, _ expected: [String]
  ) throws {
    let (record, rejects) = try read(start, end, zone: zone)
    #expect(rejects.isEmpty)
    let exclusion = try #require(record)
    #expect([exclusion.start, exclusion.end].map { String(text($0).dropFirst(11)) } == expected)
    #expect(exclusion.offsets == (zone == nil ? [-300, -300] : []))
  }

  static let refused: [(CivilZone?, String, String)] = [
    (nil, "2026-03-02 08:00", "2026-03-02 08:00"), (nil, "2026-03-02 08:00", "2026-03-02 07:59"),
    (nil, "2026-11-01T01:30", "2026-11-01T01:30"),
    (.chicago, "2026-11-01T07:30Z", "2026-11-01T06:30Z"),
    (.chicago, "2026-11-01T01:15-06:00", "2026-11-01T01:45-05:00"),
    (.berlin, "2026-03-29T02:30", "2026-03-29T03:30"),
  ]

  @Test(arguments: refused)
  func endLiesAfterTheStart(_ zone: CivilZone?, _ start: String, _ end: String) throws {
    let (record, rejects) = try read(start, end, zone: zone)
    #expect(record == nil)
    #expect(rejects.count == 1 && rejects[0].hasSuffix("is not after the start, \"\(start)\""))
  }
}
