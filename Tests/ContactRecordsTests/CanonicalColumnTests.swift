import Testing

@testable import ContactRecords

/// The table of what canonical columns hold.
@Suite struct CanonicalColumnTests {
  @Test func everyEntryIsUsed() {
    let used = Set(RecordKind.allCases.flatMap(\.describedColumns))
    for entry in CanonicalColumn.table { #expect(used.contains(entry.column), "\(entry.column)") }
  }

  @Test func everyColumnHasOneMeaningInAKind() {
    for kind in RecordKind.allCases {
      #expect(kind.describedColumns.map(\.name) == kind.columns)
      for name in kind.columns {
        let entries = CanonicalColumn.table.filter { $0.column.name == name }
        #expect(entries.count { $0.kinds.contains(kind) } <= 1)
        #expect(entries.count(where: \.kinds.isEmpty) <= 1)
      }
    }
  }

  @Test func wordsAreThoseThatAreRead() {
    let outcomes = RecordKind.contacts.describedColumns.first { $0.name == "outcome" }
    #expect(outcomes?.content == .words(["answered", "abandoned", "flow_out", "not_offered"]))
    let categories = RecordKind.qualityCosts.describedColumns.first { $0.name == "category" }
    #expect(categories?.content == .words(QualityCategory.allCases.map(\.rawValue)))
  }
}
