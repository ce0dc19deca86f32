import ContactRecords
import Testing

@testable import ContactRecords

@Suite struct ColumnMapTests {
  private static let canonical = [
    "interval_start", "site", "queue", "channel", "offered", "answered", "abandoned",
    "answered_within",
  ]

  private func map(
    _ header: [String], _ columns: [String: ColumnSource] = [:]
  ) throws -> ColumnMap {
    try ColumnMap(header: header, columns: columns)
  }

  private func reason(
    _ header: [String], _ columns: [String: ColumnSource] = [:]
  ) throws -> SchemaError.Reason {
    try #require(throws: SchemaError.self) { _ = try ColumnMap(header: header, columns: columns) }
      .reason
  }

  @Test func canonicalNamesAreFoundInAnyOrderAndCase() throws {
    for (header, offered) in [
      (Self.canonical, 4), (Self.canonical.reversed(), 3),
      (Self.canonical.map { $0.uppercased() }, 4),
    ] {
      let map = try map(header)
      #expect(map.header.count == 8)
      #expect(map.unmapped == [])
      let number = try #require(map.numbers.first { $0.name == "offered" })
      #expect(number.source == .field(offered))
      #expect(map.stamp.fields.count == 1 && map.names.map(\.count) == [1, 1, 1, 0])
    }
  }

  @Test func unknownColumnsAreListedOnceInTheOrderOfTheFile() throws {
    let map = try map(Self.canonical + ["Longest Wait", "", "agents"])
    #expect(map.unmapped == ["Longest Wait", "agents"])
  }

  @Test func configuredColumnsGoBeforeCanonicalOnes() throws {
    let map = try map(
      Self.canonical + ["Calls", "Half Hour"],
      ["offered": .joined(["calls"]), "interval_start": .joined(["Half Hour"])])
    #expect(map.numbers.first { $0.name == "offered" }?.source == .field(8))
    #expect(map.stamp.fields == [9])
    #expect(map.unmapped == ["interval_start", "offered"])
  }

  @Test func aConfiguredColumnThatIsNotThereGivesWayToTheCanonicalOne() throws {
    let map = try map(Self.canonical, ["offered": .joined(["Calls"])])
    #expect(map.numbers.first { $0.name == "offered" }?.source == .field(4))
  }

  @Test func timeStampsAndNamesMayBeJoined() throws {
    let map = try map(
      ["Date", "Time", "Site", "Skill", "offered", "answered", "answered_within"],
      ["interval_start": .joined(["Date", "Time"]), "queue": .joined(["Site", "Skill"])])
    #expect(map.stamp.fields == [0, 1])
    #expect(map.names[1] == [2, 3])
  }

  @Test func countsMayBeDifferences() throws {
    let map = try map(
      ["interval_start", "offered", "answered", "late", "transfers"],
      ["answered_within": .difference(["answered", "late", "transfers"])])
    #expect(
      map.numbers.first { $0.name == "answered_within" }?.source
        == .difference([2, 3, 4]))
    #expect(map.unmapped == [])
  }

  @Test func thresholdColumnsStandInTheOrderOfTheirThresholds() throws {
    let map = try map(
      [
        "interval_start", "offered", "answered", "answered_within_120", "Answered_Within_20",
        "abandoned_within_5",
      ])
    #expect(map.thresholds.map(\.seconds) == [5, 20, 120])
    #expect(map.thresholds.map(\.countsAbandoned) == [true, false, false])
  }

  @Test(arguments: [
    ("answered_within_30", 30, false), ("abandoned_within_5", 5, true),
    ("answered_within_0", 0, false), ("answered_within_9999999", 9_999_999, false),
  ])
  func namesStateThresholds(_ name: String, _ seconds: Int, _ countsAbandoned: Bool) throws {
    let column = try #require(ThresholdColumn(name))
    #expect(column.seconds == seconds && column.countsAbandoned == countsAbandoned)
    #expect(RecordKind.intervals.hasColumn(name))
    #expect(!RecordKind.contacts.hasColumn(name))
  }

  @Test(arguments: [
    "answered_within", "answered_within_", "answered_within_x", "answered_within_-5",
    "answered_within_12345678", "handled_within_20", "answered_within_1.5",
  ])
  func otherNamesStateNone(_ name: String) {
    #expect(ThresholdColumn(name) == nil)
  }

  @Test func aColumnThatStandsTwiceIsAnError() throws {
    #expect(try reason(Self.canonical + ["offered"]) == .doubledColumn("offered"))
    #expect(
      try reason(["Offered", "OFFERED"] + Self.canonical.filter { $0 != "offered" })
        == .doubledColumn("offered"))
    #expect(
      try reason(Self.canonical + ["Calls", "Calls"], ["offered": .joined(["Calls"])])
        == .doubledColumn("Calls"))
  }

  @Test func aColumnThatIsMappedAndMissingIsAnErrorAndNeverAColumnLess() throws {
    #expect(
      try reason(Self.canonical + ["Waiting"], ["wait_seconds": .joined(["Wating"])])
        == .noSuchColumn("Wating", mappedTo: "wait_seconds", nearest: "Waiting"))
  }

  @Test func numbersAndTextTakeOnlyTheirOwnSources() throws {
    let header = Self.canonical + ["a", "b"]
    #expect(
      try reason(header, ["flow_out": .joined(["a", "b"])])
        == .joinedNumber("flow_out", columns: ["a", "b"]))
    #expect(
      try reason(header, ["interval_minutes": .joined(["a", "b"])])
        == .joinedNumber("interval_minutes", columns: ["a", "b"]))
    #expect(
      try reason(header, ["wait_seconds": .difference(["a", "b"])]) == .derivedText("wait_seconds"))
    #expect(try reason(header, ["site": .difference(["a", "b"])]) == .derivedText("site"))
  }

  /// The configuration refuses a name that stands there twice; in two spellings it is one
  /// column of a file that has no other.
  @Test(arguments: [ColumnSource.difference(["a", "b", "A"]), .sum(["b", "a", "A"])])
  func aDerivedCountTakesEachColumnOnce(_ source: ColumnSource) throws {
    #expect(
      try reason(Self.canonical + ["a", "b"], ["flow_out": source])
        == .repeatedPart("flow_out", column: "a"))
    #expect(
      try map(Self.canonical + ["a", "b", "A"], ["flow_out": source])
        .numbers.contains { $0.name == "flow_out" })
  }

  @Test(arguments: [
    ["answered_within_30", "answered_within_030"], ["answered_within_0030", "Answered_Within_030"],
  ])
  func twoColumnsForOneThresholdAreAnError(_ names: [String]) throws {
    #expect(
      try reason(Self.canonical + names)
        == .joinedNumber("answered_within_30", columns: names.map { $0.lowercased() }.sorted()))
  }
}
