import DelimitedText
import Testing

@testable import ContactRecords

/// What a header says, where canonical names, a configuration and profiles all know some of it.
@Suite struct FileSchemaTests {
  private static let connect = [
    "Queue", "StartInterval", "Contacts queued", "Contacts handled incoming",
    "Contacts answered in 20 seconds",
  ]
  private static let canonical = ["interval_start", "offered", "answered", "answered_within"]

  private func schema(
    _ header: [String], columns: [String: ColumnSource] = [:], kind: RecordKind? = nil,
    profile: String? = nil
  ) throws -> FileSchema {
    try FileSchema(
      header: header, configured: ColumnMapping(columns: columns), kind: kind,
      profile: profile.map { ACDProfile.named($0)! })
  }

  @Test func canonicalNamesNeedNoProfile() throws {
    let schema = try schema(Self.canonical)
    #expect(schema.kind == .intervals && schema.profile == nil)
  }

  @Test func vendorsNamesAreRecognized() throws {
    let schema = try schema(Self.connect)
    #expect(schema.kind == .intervals && schema.profile?.name == "amazon-connect")
    #expect(schema.mapping.columns["offered"] == .joined(["Contacts queued"]))
  }

  @Test func theConfigurationGoesBeforeTheProfile() throws {
    let header = Self.connect + ["Mine"]
    let schema = try schema(header, columns: ["offered": .joined(["Mine"])])
    #expect(schema.profile?.name == "amazon-connect")
    #expect(schema.mapping.columns["offered"] == .joined(["Mine"]))
    #expect(schema.mapping.columns["queue"] == .joined(["Queue"]))
  }

  /// A threshold in both spellings of the product, or beside its canonical name, is two counts.
  @Test(arguments: [
    ["Contacts answered 20 seconds"], ["contacts answered in 20 seconds"],
    ["Contacts answered in 020 seconds"], ["Answered_Within_20"], ["answered_within_020"],
  ])
  func twoColumnsForOneThresholdAreLeftToAPerson(_ others: [String]) throws {
    let header = Self.connect + others
    let error = #expect(throws: SchemaError.self) { try schema(header).checkColumns() }
    guard case .joinedNumber("answered_within_20", let columns)? = error?.reason else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(columns.count == 2)
    let chosen: ColumnSource = .joined([Self.connect[4]])
    if others != ["answered_within_020"] {
      let map = try ColumnMap(
        header: header,
        mapping: try schema(header, columns: ["answered_within_20": chosen]).mapping)
      #expect(map.numbers.first { $0.name == "answered_within_20" }?.source == .field(4))
      #expect(map.unmapped == others)
    }
  }

  /// A start of an interval alone is the canonical name and the name of an export's column.
  @Test func aStartAloneDoesNotHideAProfile() throws {
    let feed = ["INTERVAL_START", "split", "acdcalls", "acceptable", "abncalls"]
    #expect(try schema(feed).profile?.name == "avaya-wfm")
    #expect(try schema(Self.canonical + feed.dropFirst()).profile == nil)
  }

  @Test func aProfileThatIsAskedForStands() throws {
    let schema = try schema(Self.canonical, profile: "avaya-bcms")
    #expect(schema.profile?.name == "avaya-bcms")
    #expect(schema.mapping.habits.blankIsZero.contains("talk_seconds"))
  }

  @Test func aFileOfAnotherKindStaysWhatItIs() throws {
    let costs = try schema(["month", "category", "amount"], profile: "avaya-bcms")
    #expect(costs.kind == .costs && costs.profile == nil)
    let stated = try schema(
      ["month", "category", "amount"], kind: .intervals, profile: "avaya-bcms")
    #expect(stated.kind == .intervals && stated.profile?.name == "avaya-bcms")
  }

  @Test func aKindThatIsStatedNeedsCanonicalNames() throws {
    #expect(try schema(Self.connect, kind: .intervals).profile == nil)
  }

  @Test func anUnknownHeaderIsAnError() {
    #expect(throws: SchemaError.self) { try schema(["a", "b"]) }
  }

  @Test func theErrorNamesWhatTheProfileDoesNotKnow() throws {
    let header = ["Interval Start Time", "Interval End Time", "Calls Presented"]
    let schema = try schema(header)
    let error = #expect(throws: SchemaError.self) {
      try ColumnMap(header: header, mapping: schema.mapping)
    }
    let text = try #require(error).read(by: schema.profile).description
    #expect(text.contains("interval records need two of offered, answered and abandoned"))
    #expect(
      text.contains("the profile cisco-uccx-csq, which does not know the names of all columns"))
  }
}
