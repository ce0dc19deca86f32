import DelimitedText
import Testing

@testable import ContactRecords

@Suite struct HeaderFinderTests {
  private static let intervals = [
    "interval_start", "queue", "offered", "answered", "abandoned", "answered_within",
  ]

  private static func find(
    _ rows: [[String]], _ mapping: ColumnMapping = ColumnMapping(), kind: RecordKind? = nil
  ) throws(HeaderFinder.Failure) -> HeaderFinder.Finding {
    try HeaderFinder(configured: mapping, kind: kind).find(rows.count) { .names(rows[$0]) }
  }

  @Test func firstRowThatIsUnderstoodIsTheHeader() throws {
    let above = [["Report of March"], ["Printed", "2026-04-01"], ["queue", "Billing"]]
    for count in 0...above.count {
      let rows = above[..<count] + [HeaderFinderTests.intervals, ["2026-03-02", "x", "1"]]
      let found = try HeaderFinderTests.find(Array(rows))
      #expect(found.row == count)
      #expect(found.schema.kind == .intervals)
    }
  }

  @Test func rowsBehindTheHeaderAreNotAskedFor() throws {
    var asked = 0
    _ = try HeaderFinder(configured: ColumnMapping()).find(100) { row in
      asked += 1
      return .names(row == 3 ? HeaderFinderTests.intervals : ["title"])
    }
    #expect(asked == 4)
  }

  /// A title with a mapped name in it is no header: the other columns are not there.
  @Test func titleWithAMappedNameStandsAboveTheHeader() throws {
    let mapping = ColumnMapping(columns: ["interval_start": .joined(["Date"])])
    let header = ["Date", "offered", "answered", "answered_within"]
    let found = try HeaderFinderTests.find([["Date", "2026-03-02"], header], mapping)
    #expect(found.row == 1)
  }

  @Test func statedKindLooksForItsOwnColumns() throws {
    let rows = [
      ["score", "of March"], ["evaluated_at", "score", "agent"], ["2026-03-02", "90", "A"],
    ]
    let found = try HeaderFinderTests.find(rows, kind: .evaluations)
    #expect(found.row == 1)
  }

  @Test func rowMostLikeAHeaderSaysWhatIsLacking() {
    let rows = [["Report"], ["interval_start", "queue", "offered"], ["2026-03-02", "x", "1"]]
    #expect {
      try HeaderFinderTests.find(rows)
    } throws: { error in
      guard let failure = error as? HeaderFinder.Failure else { return false }
      return failure.row == 1 && failure.error.description.contains("need two of offered")
    }
  }

  /// A lone known word in the data makes no header of its row.
  @Test func firstRowIsToldWhereNoneLooksLikeAHeader() {
    let rows = [["When", "What"], ["2026-03-02", "answered"]]
    #expect(throws: HeaderFinder.Failure(row: 0, error: SchemaError(.unknownKind(found: rows[0]))))
    {
      try HeaderFinderTests.find(rows)
    }
  }
}
