import Basics
import DelimitedText
import Testing

@testable import ContactRecords

/// What the configuration says of an export reaches its rows, whatever kind they are.
@Suite struct ColumnMappingTests {
  private func decode(_ text: String, _ mapping: ColumnMapping) throws -> Decoded {
    try Decoded(text, mapping: mapping)
  }

  @Test func aFormatReadsTheStartOfAnInterval() throws {
    let mapping = ColumnMapping(
      columns: ["interval_start": .joined(["day", "time"])],
      formats: ["interval_start": try StampFormat("M/d/yyyy h:mm a")])
    let decoded = try decode(
      "day,time,offered,answered,answered_within\n3/2/2026,9:30 AM,3,2,1\n3/2/2026,25:00 AM,3,2,1\n"
        + "-,9:30 AM,1,1,1\n", mapping)
    #expect(decoded.rows.map(\.start) == ["20514 9:30"])
    #expect(
      decoded.complaints == [
        "3:1: interval_start: \"3/2/2026 25:00 AM\" is a day or a time that does not exist",
        "4:1: interval_start is absent",
      ])
  }

  @Test func millisecondsAreNotMultiplied() throws {
    let header = "interval_start,offered,answered,answered_within,talk_seconds,wait_seconds\n"
    let decoded = try decode(
      header + "2026-03-02 09:00,1,1,1,93500,5\n2026-03-02 09:30,1,1,1,0:02,5\n",
      ColumnMapping(units: ["talk_seconds": .milliseconds]))
    #expect(decoded.rows.map { $0[.talkSeconds] } == [93_500, 2000])
    #expect(decoded.rows.map { $0[.waitSeconds] } == [5000, 5000])
  }

  @Test func wordsStandForKeysAndNumbers() throws {
    let header = "interval_start,queue,offered,answered,answered_within,flow_out\n"
    let decoded = try decode(
      header + "2026-03-02 09:00, SALES ,1,1,1,none\n2026-03-02 09:00,Sales1,1,1,1,0\n"
        + "2026-03-02 09:30,other,1,1,1,2\n",
      ColumnMapping(values: [
        "queue": WordMap(["sales": "Verkauf", "Sales1": "Verkauf 1", "OTHER": ""]),
        "flow_out": WordMap(["none": "0", "0": ""]),
      ]))
    #expect(decoded.rows.map(\.key.queue) == ["Verkauf", "Verkauf 1", ""])
    #expect(decoded.rows.map { $0[.flowOut] } == [0, nil, 2])
  }

  @Test func rulesLeaveRowsOutWhateverElseTheyHold() throws {
    let rules: [IgnoreRule] = [
      .isOneOf(column: "Queue", words: ["Test", "x"]),
      .startsWith(column: "interval_start", prefix: "End of"),
      .all([
        .isOneOf(column: "offered", words: ["0"]), .isOneOf(column: "note", words: [""]),
      ]),
      .isOneOf(column: "nowhere", words: [""]),
    ]
    let decoded = try decode(
      "interval_start,queue,offered,answered,answered_within,note\n"
        + "no time, Test ,1,1,1,\n2026-03-02 09:00,test,1,1,1,\n2026-03-02 09:00,b,0,0,0,\n"
        + "2026-03-02 09:30,b,0,0,0,kept\nEnd of report\n\"End of\" report\n",
      ColumnMapping(ignore: rules))
    #expect(decoded.ignoredByRule == [1, 1, 1, 0])
    #expect(decoded.rows.map(\.line) == [3, 5])
    #expect(decoded.rejects.map(\.line) == [7])
  }

  @Test(
    arguments: [
      ("hang", "abandoned"), (" HANG", nil), ("Hang", "abandoned"), ("hangs", nil), ("", "x"),
      ("ÜBER", "über"), ("über", "über"),
    ] as [(String, String?)])
  func wordsAreFoundInAnyCase(_ word: String, _ meaning: String?) {
    let words = WordMap([" Hang ": "abandoned", "": "x", "Über": "über"])
    let bytes = ContiguousArray("9\(word)9".utf8)
    #expect(words.meaning(bytes.span, 1..<bytes.count - 1) == meaning)
  }

  @Test func theSmallKindsAreReadThroughTheSameMapping() throws {
    let mapping = ColumnMapping(
      columns: ["evaluated_at": .joined(["when"])],
      formats: ["evaluated_at": try StampFormat("dd.MM.yyyy")],
      values: ["score": WordMap(["pass": "100", "void": ""]), "agent": WordMap(["a1": "Ann"])],
      ignore: [.isOneOf(column: "agent", words: ["robot"])])
    let map = try FieldMap(
      kind: .evaluations, header: ["when", "agent", "score"], mapping: mapping)
    var source = try RecordReader(
      MemoryByteSource(
        "when,agent,score\n02.03.2026,A1,Pass\n02.03.2026,robot,1\n03.03.2026,bob,void\n".utf8),
      delimiter: 0x2C)
    var batch = RecordBatch()
    #expect(try source.read(into: &batch))
    let first = RowFields(map: map, row: 1, decimalSeparator: FieldParsing.point, clock: nil)
    #expect(try first.stamp("evaluated_at", batch)?.day == 20514)
    #expect(try first.name("agent", batch) == "Ann")
    #expect(try first.decimal("score", batch)?.description == "100")
    let third = RowFields(map: map, row: 3, decimalSeparator: FieldParsing.point, clock: nil)
    #expect(try third.decimal("score", batch) == nil)
    #expect(third.isAbsent("score", batch))
    var gate = RowGate(header: map.header, times: [], mapping: mapping)
    let isIgnored = (1...3).map { gate.ignores($0, batch) }
    #expect(isIgnored == [false, true, false])
  }
}
