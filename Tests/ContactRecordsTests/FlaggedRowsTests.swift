import DelimitedText
import Testing

@testable import ContactRecords

/// Marks on rows are counted where the row could be read, batch by batch.
@Suite struct FlaggedRowsTests {
  private static let text =
    "interval_start,offered,answered,abandoned,answered_within,Changed\n"
    + ["5,1", "6, 1 ", "7,0", "8,", "9,11", "ten,1", "10,1"].enumerated().map {
      let parts = $1.split(separator: ",", omittingEmptySubsequences: false)
      return "2026-03-02 0\($0):00,\(parts[0]),5,0,5,\(parts[1])\n"
    }.joined()

  private func counts(_ flags: [RowFlag], batchRows: Int) throws -> [FlaggedRows.Count] {
    var reader = try Pieces(batchRows: batchRows).reader(Array(Self.text.utf8))
    let header = Self.text.prefix { $0 != "\n" }.split(separator: ",").map { String($0) }
    var decoder = IntervalDecoder(
      map: try ColumnMap(header: header, columns: [:]), delimiter: reader.dialect.delimiter)
    var (records, batch, keys) = (RecordBatch(), IntervalBatch(), KeyTable())
    var (flagged, rejects) = (FlaggedRows(flags, header: header), [RejectedRecord]())
    var isHeader = true
    while try reader.read(into: &records) {
      decoder.decode(
        records, from: isHeader ? 1 : 0, into: &batch, keys: &keys, rejects: &rejects)
      flagged.add(batch, from: records)
      if !records.rows.isEmpty { isHeader = false }
    }
    #expect(rejects.count == 1)
    return flagged.counts
  }

  @Test(arguments: [1, 2, 3, 4096])
  func acceptedRowsAreCountedByMark(_ batchRows: Int) throws {
    let flags = ["1", "0", "2"].map { RowFlag(column: "CHANGED", word: $0, meaning: "changed") }
    let found = try counts(flags, batchRows: batchRows)
    #expect(found.map(\.flag) == flags)
    #expect(found.map(\.rows) == [3, 1, 0])
  }

  @Test func aMarkWhoseColumnIsNotThereIsNone() throws {
    let flag = RowFlag(column: "Missing", word: "", meaning: "missing")
    #expect(try counts([flag], batchRows: 4096).isEmpty)
  }
}
