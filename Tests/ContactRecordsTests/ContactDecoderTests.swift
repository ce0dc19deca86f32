import DelimitedText
import Testing

@testable import ContactRecords

/// What a text of contacts is read as.
private struct DecodedContacts {
  var batch = ContactBatch()
  var keys = KeyTable()
  var types = TransactionTypes()
  var rejects: [RejectedRecord] = []
  var decoder: ContactDecoder

  init(_ text: String, _ mapping: ColumnMapping = .init()) throws {
    var reader = try RecordReader(MemoryByteSource(text.utf8))
    var records = RecordBatch()
    _ = try reader.read(into: &records)
    let header = (0..<Int(records.rows[0].fieldCount)).map { records.text(row: 0, field: $0) }
    decoder = ContactDecoder(
      map: try ContactMap(header: header, mapping: mapping), delimiter: reader.dialect.delimiter)
    decoder.decode(
      records, from: 1, into: &batch, keys: &keys, types: &types, rejects: &rejects)
  }

  var outcomes: [ContactBatch.Outcome] { (0..<batch.count).map { batch.outcome($0) } }
  var complaints: [String] { rejects.map { "\($0.line):\($0.column): \($0.reason)" } }
}

@Suite struct ContactDecoderTests {
  @Test func aContactIsReadWithAllItsValues() throws {
    let decoded = try DecodedContacts(
      "started_at,outcome,wait_seconds,talk_seconds,hold_seconds,wrap_seconds,contact_id,site,queue,"
        + "channel,customer_id,reason,resolved,transaction_type,transaction_value,agent,direction\n"
        + "2026-03-02T09:15:30,Answered,12.5,60,0:05,7,c1,Bonn,Sales,voice,4711,billing,yes,Sale,"
        + "\"$1,234.50\",ann,Inbound\n")
    let batch = decoded.batch
    #expect(decoded.rejects.isEmpty && batch.count == 1)
    #expect(batch.lines == [2] && batch.days == [20514] && batch.seconds == [33_330])
    #expect(decoded.keys.keys == [RecordKey(site: "Bonn", queue: "Sales", channel: "voice")])
    #expect(decoded.outcomes == [.answered])
    #expect(batch.waits == [12_500] && batch.handles == [72_000])
    #expect(batch.contacts[0] != 0 && batch.customers[0] != 0 && batch.reasons[0] != 0)
    #expect(Set([batch.contacts[0], batch.customers[0], batch.reasons[0]]).count == 3)
    #expect(batch.resolved == [1] && batch.types == [0] && decoded.types.names == ["Sale"])
    #expect(batch.hasValue == [1] && batch.values == [1_234_500_000])
    #expect(decoded.decoder.findings.currencies.map(\.currency.symbol) == ["$"])
  }

  @Test func outcomesHaveFourWords() throws {
    let decoded = try DecodedContacts(
      "started_at,outcome\n2026-03-02 09:00,answered\n2026-03-02 09:00, ABANDONED \n"
        + "2026-03-02 09:00,flow_out\n2026-03-02 09:00,not_offered\n2026-03-02 09:00,-\n"
        + "2026-03-02 09:00,abandond\n2026-03-02 09:00,abandond\n2026-03-02 09:00,zzz\n")
    #expect(decoded.outcomes == [.answered, .abandoned, .flowOut, .open])
    #expect(decoded.decoder.findings.notOffered == 1)
    #expect(
      decoded.complaints == [
        "7:18: outcome: \"abandond\" is unknown; did you mean \"abandoned\"?",
        "8:18: outcome: \"abandond\" is unknown; did you mean \"abandoned\"?",
        "9:18: outcome: \"zzz\" is unknown; known are answered, abandoned, flow_out, not_offered",
      ])
  }

  @Test func withoutAnOutcomeARowWithAWaitIsAnswered() throws {
    let decoded = try DecodedContacts(
      "started_at,wait_seconds,answered_at\n2026-03-02 09:00,0,\n2026-03-02 09:00,,\n"
        + "2026-03-02 09:00,,2026-03-02 09:01:30\n2026-03-02 09:00,N/A,null\n")
    #expect(decoded.outcomes == [.answered, .open, .answered, .open])
    #expect(decoded.batch.waits == [0, -1, 90_000, -1])
  }

  @Test(
    arguments: [
      ("2026-03-02 23:59:50,2026-03-03 00:00:10", 20_000),
      ("2026-03-02T09:00:00+01:00,2026-03-02T08:00:20Z", 20_000),
      ("2026-03-02T09:00:00+01:00,2026-03-02T09:00:20", 20_000),
      ("2026-03-02 09:00,2026-03-02 09:00", 0),
    ])
  func theWaitIsTheTimeToTheAnswer(_ row: String, _ wait: Int) throws {
    let decoded = try DecodedContacts("started_at,answered_at,outcome\n\(row),answered\n")
    #expect(decoded.batch.waits == [wait])
  }

  @Test func whatCannotBeReadIsRejectedAtItsPlace() throws {
    let decoded = try DecodedContacts(
      "started_at,outcome,wait_seconds,answered_at,resolved,transaction_value\n"
        + "2026-03-02 09:00,answered,-1,,,\n"
        + "2026-03-02 09:00,answered,,2026-03-02 08:59:59,,\n"
        + "2026-03-02 09:00,answered,,,maybe,\n2026-03-02 09:00,answered,,,,12 apples\n"
        + "yesterday,answered,,,,\n,answered,,,,\n2026-03-02 09:00,answered,,\n")
    #expect(
      decoded.complaints == [
        "2:27: wait_seconds: \"-1\" is a negative duration",
        "3:28: answered_at: \"2026-03-02 08:59:59\" lies before the start",
        "4:29: resolved: \"maybe\" is neither yes nor no",
        "5:30: transaction_value: \"12 apples\" is not an amount",
        "6:1: started_at: \"yesterday\" is not a time (YYYY-MM-DD HH:MM:SS)",
        "7:1: started_at is absent", "8:1: found 4 fields, expected 6",
      ])
    #expect(decoded.rejects.map { $0.place != nil }.filter(\.self).count == 4)
    #expect(decoded.rejects[4...].allSatisfy { $0.place == nil })
    #expect(decoded.batch.count == 0)
  }

  @Test func otherDirectionsAreLeftOutUnread() throws {
    let decoded = try DecodedContacts(
      "started_at,outcome,direction\n2026-03-02 09:00,answered,INBOUND\n"
        + "nonsense,nonsense,outbound\n2026-03-02 09:00,answered,\n2026-03-02 09:00,answered,in\n",
      ColumnMapping(values: ["direction": WordMap(["in": "inbound"])]))
    #expect(decoded.batch.lines == [2, 4, 5])
    #expect(decoded.decoder.findings.otherDirections == 1 && decoded.rejects.isEmpty)
  }

  @Test func aBlankPartMakesTheHandleTimeUnknown() throws {
    let decoded = try DecodedContacts(
      "started_at,outcome,talk_seconds,wrap_seconds\n2026-03-02 09:00,answered,5,\n"
        + "2026-03-02 09:00,answered,5,0\n2026-03-02 09:00,abandoned,,\n",
      ColumnMapping(units: ["talk_seconds": .milliseconds]))
    #expect(decoded.batch.handles == [-1, 5, -1])
    #expect(decoded.decoder.findings.answeredWithoutHandle == 1)
    #expect(decoded.decoder.findings.answeredWithoutWait == 2)
  }

  @Test func absentIdentifiersHaveNoDigest() throws {
    let decoded = try DecodedContacts(
      "started_at,outcome,contact_id,customer_id\n2026-03-02 09:00,answered,-,0\n"
        + "2026-03-02 09:00,answered,unknown, 0 \n2026-03-02 09:00,answered,0,00\n"
        + "2026-03-02 09:00,answered, 0 ,00\n",
      ColumnMapping(values: ["customer_id": WordMap(["0": ""])]))
    #expect(decoded.batch.contacts[0] == 0 && decoded.batch.contacts[1] == 0)
    #expect(decoded.batch.contacts[2] != 0)
    #expect(decoded.batch.contacts[2] == decoded.batch.contacts[3])
    #expect(decoded.batch.customers[0] == 0 && decoded.batch.customers[1] == 0)
    #expect(decoded.batch.customers[2] != 0)
    #expect(decoded.batch.customers[2] == decoded.batch.customers[3])
  }

  @Test func everyMappedValueIsInTheDigest() throws {
    let rows = [
      "answered,1,2,3,c,r,a,y,t,1", "abandoned,1,2,3,c,r,a,y,t,1", "answered,2,2,3,c,r,a,y,t,1",
      "answered,1,3,2,c,r,a,y,t,1", "answered,1,2,3,d,r,a,y,t,1", "answered,1,2,3,c,s,a,y,t,1",
      "answered,1,2,3,c,r,b,y,t,1", "answered,1,2,3,c,r,a,n,t,1", "answered,1,2,3,c,r,a,,t,1",
      "answered,1,2,3,c,r,a,y,u,1", "answered,1,2,3,c,r,a,y,t,2", "answered,1,2,3,c,r,a,y,t,",
      "answered,1,2,3,r,c,a,y,t,1",
    ]
    let header =
      "started_at,outcome,wait_seconds,talk_seconds,hold_seconds,customer_id,reason,agent,resolved,"
      + "transaction_type,transaction_value\n"
    let text = (rows + rows).map { "2026-03-02 09:00,\($0)\n" }.joined()
    let digests = try DecodedContacts(header + text).batch.digests
    #expect(digests.count == 2 * rows.count)
    #expect(Set(digests).count == rows.count)
    #expect(digests.prefix(rows.count) == digests.suffix(rows.count))
  }

  @Test func aMappedColumnThatIsNotNeededMayLack() throws {
    let header = ["when", "outcome", "queue"]
    let map = try ContactMap(
      header: header,
      mapping: ColumnMapping(columns: [
        "started_at": .joined(["when"]), "talk_seconds": .joined(["Talk Time"]),
        "queue": .joined(["Skill"]),
      ]))
    #expect(map.lacking.map(\.source) == ["Talk Time"])
    #expect(map.fallbacks.map(\.canonical) == ["queue"])
    #expect(map.unmapped.isEmpty)
    #expect(
      throws: SchemaError(.noSuchColumn("whenn", mappedTo: "started_at", nearest: "when"))
    ) {
      try ContactMap(
        header: header, mapping: ColumnMapping(columns: ["started_at": .joined(["whenn"])]))
    }
    #expect(
      throws: SchemaError(
        .missing(.contacts, columns: "outcome or wait_seconds", found: ["started_at"]))
    ) { try ContactMap(header: ["started_at"], mapping: .init()) }
  }

  @Test func digestsTellTextsApart() {
    var seen: Set<UInt64> = []
    var texts: Set<String> = []
    for length in 0..<20 {
      for variant in ["a", "b", "ab", "\u{0}"] {
        let text = String(String(repeating: variant, count: 20).prefix(length))
        guard texts.insert(text).inserted else { continue }
        let bytes = ContiguousArray("9\(text)9".utf8)
        seen.insert(TextDigest.of(bytes.span, 1..<bytes.count - 1))
      }
    }
    #expect(seen.count == texts.count)
    #expect(!seen.contains(0))
  }
}
