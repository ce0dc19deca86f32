import DelimitedText
import Testing

@testable import ContactRecords

@Suite struct ContactPlacesTests {
  /// What a text of contacts is read as, in plain values.
  private struct Read: Equatable {
    var rows: [String] = []
    var complaints: [String] = []
    var findings: ContactFindings

    init(_ text: [UInt8], _ mapping: ColumnMapping) throws {
      var reader = try RecordReader(MemoryByteSource(text))
      var (records, batch, keys) = (RecordBatch(), ContactBatch(), KeyTable())
      var (types, rejects) = (TransactionTypes(), [RejectedRecord]())
      _ = try reader.read(into: &records)
      let header = (0..<Int(records.rows[0].fieldCount)).map { records.text(row: 0, field: $0) }
      var decoder = ContactDecoder(
        map: try ContactMap(header: header, mapping: mapping),
        delimiter: reader.dialect.delimiter)
      decoder.decode(
        records, from: 1, into: &batch, keys: &keys, types: &types, rejects: &rejects)
      for row in 0..<batch.count {
        rows.append("\(keys.keys[Int(batch.keys[row])]) \(batch.row(row))")
      }
      complaints = rejects.map { "\($0.line):\($0.column): \($0.reason)" }
      findings = decoder.findings
    }
  }

  private static let header =
    "started_at,outcome,wait_seconds,talk_seconds,contact_id,queue,customer_id,reason,agent\n"
  private static let text =
    header + "2026-03-02 09:15:30,answered,12,60,c1,Sales,47,bill,ann\n"
    + "2026-03-02 09:15,abandoned,5,,c2,Sales,48,,\n"

  /// With a word of its own for every column, none of which turns up, nothing is plain.
  private static let general = ColumnMapping(
    values: Dictionary(
      uniqueKeysWithValues: ContactPlacesTests.header.dropLast().split(separator: ",").map {
        (String($0), WordMap(["no such word": "x"]))
      }))

  @Test func wordsOfAColumnMakeItsValuesGeneral() throws {
    let names = ContactPlacesTests.header.dropLast().split(separator: ",").map(String.init)
    let plain = ContactPlaces(try ContactMap(header: names, mapping: ColumnMapping()))
    let general = ContactPlaces(
      try ContactMap(header: names, mapping: ContactPlacesTests.general))
    for (place, other) in [
      (plain.start, general.start), (plain.outcome, general.outcome),
      (plain.wait.place, general.wait.place),
      (plain.handleParts[0].place, general.handleParts[0].place),
      (plain.contact, general.contact), (plain.customer, general.customer),
      (plain.reason, general.reason), (plain.agent, general.agent),
    ] {
      guard case .field = place, case .other = other else {
        Issue.record("\(place) and \(other)")
        continue
      }
    }
  }

  @Test func everyByteOfARowMayBeAnother() throws {
    let text = Array(ContactPlacesTests.text.utf8)
    let start = ContactPlacesTests.header.utf8.count
    for place in start..<text.count {
      for other in Array(",\"\na0 -".utf8) {
        var bytes = text
        bytes[place] = other
        let plain = try Read(bytes, ColumnMapping())
        let general = try Read(bytes, ContactPlacesTests.general)
        try #require(plain == general, "\(UnicodeScalar(other)) at \(place - start)")
      }
    }
  }
}
