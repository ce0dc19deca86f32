import ContactRecords
import MaturityRules
import Reports
import TestSupport
import Testing

/// The schema of records says what the tables of columns say.
@Suite struct RecordsSchemaTests {
  private let schema: JSONTree

  init() throws { schema = try JSONTree(RecordsSchema.text) }

  private func row(_ kind: RecordKind) throws -> JSONTree {
    try #require(schema["$defs"]?[kind.rawValue])
  }

  @Test(arguments: RecordKind.allCases)
  func columnsAreThoseOfTheKind(_ kind: RecordKind) throws {
    let properties = try row(kind)["properties"]?.members ?? []
    #expect(properties.map(\.key) == kind.columns)
    let single = kind.required.filter { $0.count == 1 }.flatMap { $0 }
    #expect((try row(kind)["required"]?.elements ?? []).compactMap(\.text) == single)
    let groups = (try row(kind)["allOf"]?.elements ?? []).map { group in
      (group["anyOf"]?.elements ?? []).flatMap { $0["required"]?.elements.compactMap(\.text) ?? [] }
    }
    let wanted = kind.required.filter { $0.count > 1 }
    #expect(Array(groups.prefix(wanted.count)) == wanted)
  }

  @Test func itIsTidy() {
    #expect(JSONSchemaValidator(schema, isStrict: false).untidyPlaces == [])
  }

  @Test(arguments: RecordKind.allCases)
  func contentsAgreeWithTheTables(_ kind: RecordKind) {
    for column in kind.describedColumns {
      let isTime = column.content == .time || column.content == .day
      #expect(isTime == RecordKind.stampColumns.contains(column.name), "\(column.name)")
      #expect((column.content == .month) == RecordKind.monthColumns.contains(column.name))
      #expect(column.summary.hasSuffix("."))
      if column.name.hasSuffix("_seconds") { #expect(column.unit == "seconds") }
      guard kind == .intervals,
        let number = IntervalColumn.allCases.first(where: { $0.name == column.name })
      else { continue }
      #expect((column.content == .duration) == number.isDuration, "\(column.name)")
    }
  }

  @Test func standardsAreThoseOfAllSections() throws {
    let standards = try row(.evidence)["properties"]?["standard"]?["enum"]?.elements ?? []
    #expect(standards.compactMap(\.text) == CMOStandards.instrument.items.map(\.id))
  }

  @Test func thresholdsHaveAPattern() throws {
    let patterns = try row(.intervals)["patternProperties"]?.members.map(\.key) ?? []
    #expect(patterns.count == 2)
    for name in ["answered_within_30", "abandoned_within_5"] {
      #expect(RecordKind.intervals.hasColumn(name))
      #expect(patterns.contains { pattern in name.contains(try! Regex(pattern)) })
    }
  }

  static let rows: [(RecordKind, String, isValid: Bool)] = [
    (
      .intervals,
      """
      {"interval_start":"2026-03-02T08:00","queue":"Billing","offered":12,"answered":11,
       "answered_within_30":9,"talk_seconds":3012.5,"unknown":"x"}
      """, true
    ),
    (.intervals, #"{"interval_start":"2026-03-02T08:00","offered":12}"#, false),
    (.intervals, #"{"month":"2026-03","offered":12,"answered":-1}"#, false),
    (.intervals, #"{"month":"2026-03","offered":1,"answered":1,"answered_within_9":"x"}"#, false),
    (.contacts, #"{"started_at":"2026-03-02 08:00:07","outcome":"flow_out"}"#, true),
    (.contacts, #"{"started_at":"2026-03-02 08:00:07","outcome":"gone"}"#, false),
    (.contacts, #"{"started_at":"2026-03-02 08:00:07"}"#, false),
    (.qualityCosts, #"{"quarter":"2026-Q1","category":"gain","amount":12.5}"#, true),
    (.qualityCosts, #"{"quarter":"2026-Q5","category":"gain","amount":12.5}"#, false),
    (.surveys, #"{"responded_at":"2026-03-02","score":null,"measure":null}"#, true),
    (.costs, #"{"month":"2026-03","category":"people","amount":null}"#, false),
    (.surveys, #"{"responded_at":"2026-03-02","score":9,"measure":"nps","resolved":true}"#, true),
  ]

  @Test(arguments: rows)
  func rowsAreHeldAgainstIt(_ kind: RecordKind, _ text: String, isValid: Bool) throws {
    // One kind at a time: the others of the document would take what this one refuses.
    let alone = JSONTree.object(
      try row(kind).members + schema.members.filter { $0.key == "$defs" })
    let found = JSONSchemaValidator(alone, isStrict: false).problems(in: try JSONTree(text))
    #expect(found.isEmpty == isValid, "\(found)")
  }
}
