import Testing

@testable import ContactRecords
@testable import DelimitedText

/// Rows below the table are told from rows that cannot be read, wherever batches end.
@Suite struct TrailerSieveTests {
  private static let header = "interval_start,offered,answered,abandoned,answered_within\n"
  private static let row = "2026-03-02 09:00,1,1,0,1\n"

  struct Outcome: Equatable {
    var below = 0
    /// Lines of the rejects, in the order in which they are told.
    var rejects: [Int] = []
  }

  private static func sift(_ text: String, batchRows: Int = 4096) throws -> Outcome {
    var limits = ReaderLimits()
    limits.batchRows = batchRows
    var reader = try RecordReader(MemoryByteSource(text.utf8), limits: limits)
    var batch = RecordBatch()
    var outcome = Outcome()
    let header = ["interval_start", "offered", "answered", "abandoned", "answered_within"]
    let schema = try FileSchema(header: header, configured: ColumnMapping())
    let map = try ColumnMap(header: header, mapping: schema.mapping)
    var decoder = IntervalDecoder(map: map, delimiter: UInt8(ascii: ","))
    var columns = IntervalBatch(thresholds: map.thresholds)
    var (keys, sieve) = (KeyTable(), TrailerSieve(schema))
    var first = 1
    while try reader.read(into: &batch) {
      guard !batch.rows.isEmpty else {
        sieve.noteBlankLines()
        continue
      }
      var rejects: [RejectedRecord] = []
      decoder.decode(batch, from: first, into: &columns, keys: &keys, rejects: &rejects)
      for held in sieve.sift(&rejects, of: batch, from: first) {
        outcome.rejects += held.rejects.map(\.line)
      }
      outcome.rejects += rejects.map(\.line)
      first = 0
    }
    let end = sieve.finish()
    outcome.below = end.rows
    outcome.rejects += end.rejects.flatMap { $0.rejects.map(\.line) }
    return outcome
  }

  @Test(arguments: [
    ("", 0, []), ("\n3 rows\n", 1, []), ("\n\n3 rows\nEnd\nPage 1", 3, []), ("3 rows\n", 0, [3]),
    ("3 rows\n\nEnd\n", 1, [3]), ("***\n", 1, []), ("9,***End***,,,\n", 1, []),
    ("x,***,,,\n***End\nmore\n", 3, []), ("Total,1,1,0,1\n3 rows\n", 1, []),
    ("\n3 rows\n" + row, 0, [4]), ("\n3 rows\n\n" + row + "\nEnd\n", 1, [4]),
    ("\nnoon,1,1,0,1\n", 0, [4]), ("\n3 rows\nnoon,1,1,0,1\n", 0, [4, 5]),
    ("\n3 rows\nTotal,1,1,0,1\nEnd\n", 2, []), ("\n2026-03-02 0", 0, [4]),
    ("\n2026-03-02 0\n", 1, []), ("\nEnd\n2026-03-", 1, [5]), ("\n42", 0, [4]),
    ("\n42 rows", 1, []),
    ("\n2026-03-03 09:00,1\n", 0, [4]), ("\n\"a\"b\n", 0, [4]),
  ])
  func rowsBelowTheTableAreTold(_ below: String, _ count: Int, _ rejects: [Int]) throws {
    let text = TrailerSieveTests.header + TrailerSieveTests.row + below
    for batchRows in [4096, 1, 2, 3] {
      let outcome = try TrailerSieveTests.sift(text, batchRows: batchRows)
      #expect(outcome == Outcome(below: count, rejects: rejects), "\(batchRows)")
    }
  }

  @Test(arguments: [(1, true), (63, true), (64, true), (65, false), (200, false)])
  func noTrailerIsLongerThanSixtyFour(_ count: Int, _ isTrailer: Bool) throws {
    let text =
      TrailerSieveTests.header + TrailerSieveTests.row + "\n"
      + String(repeating: "End\n", count: count)
    for batchRows in [4096, 10] {
      let outcome = try TrailerSieveTests.sift(text, batchRows: batchRows)
      let expected =
        isTrailer ? Outcome(below: count) : Outcome(rejects: (4..<4 + count).map { $0 })
      #expect(outcome == expected, "\(batchRows)")
    }
  }

  /// Batches of blank lines alone count as blank lines above.
  @Test func blankLinesOfAWholeBatchStandAbove() throws {
    let text =
      TrailerSieveTests.header + TrailerSieveTests.row
      + String(repeating: "\n", count: 600_000) + "End\n"
    #expect(try TrailerSieveTests.sift(text) == Outcome(below: 1))
  }
}
