import ContactRecords
import Testing

/// A header that cannot be used, and what is said about it.
struct SchemaCase: Sendable, CustomTestStringConvertible {
  let header: String
  let sentence: String

  var testDescription: String { header }

  init(_ header: String, _ sentence: String) {
    self.header = header
    self.sentence = sentence
  }

  static let mapping =
    "; map other names with --map NAME=COLUMN or columns in the configuration"
  static let kind = "--kind KIND tells which columns are lacking"

  static let missing: [SchemaCase] = [
    SchemaCase(
      "interval_start,offered,answered_within",
      "interval records need two of offered, answered and abandoned: found \"interval_start\", "
        + "\"offered\", \"answered_within\"" + mapping),
    SchemaCase(
      "interval_start,answered_within",
      "interval records need two of offered, answered and abandoned: found \"interval_start\", "
        + "\"answered_within\"" + mapping),
    SchemaCase(
      "interval_start,offered,answered",
      "interval records need answered_within or service_level: found \"interval_start\", \"offered\", "
        + "\"answered\"" + mapping),
    SchemaCase(
      "interval_start,offered,answered,abandoned_within_20",
      "interval records need answered_within or service_level: found \"interval_start\", \"offered\", "
        + "\"answered\", \"abandoned_within_20\"" + mapping),
    SchemaCase(
      "month,offered,answered",
      "interval records need answered_within or service_level: found \"month\", \"offered\", \"answered\""
        + mapping),
    SchemaCase(
      "time,calls",
      "the header is that of no kind of record: found \"time\", \"calls\"; " + kind + mapping),
    SchemaCase(
      "\u{1B}[2Jtime",
      "the header is that of no kind of record: found \"<U+001B>[2Jtime\"; " + kind + mapping),
  ]

  static let kinds: [(String, RecordKind)] = [
    ("started_at,outcome", .contacts), ("Started_At,wait_seconds,queue", .contacts),
    ("evaluated_at,score", .evaluations), ("evaluated_at,points,max_points", .evaluations),
    ("responded_at,score", .surveys), ("month,category,amount", .costs),
    ("quarter,category,amount", .qualityCosts),
    ("standard,level,reference,attested_by,from", .evidence),
    ("start,end,reason,approver", .exclusions), ("id,measure,period,claimed", .claims),
    ("instrument,item,rating", .ratings),
  ]
}

@Suite struct SchemaErrorTests {
  private func error(
    _ header: String, _ columns: [String: ColumnSource] = [:]
  ) throws -> SchemaError {
    let names = header.split(separator: ",").map(String.init)
    return try #require(throws: SchemaError.self) {
      _ = try RecordKind.recognized(header: names, columns: columns)
      _ = try ColumnMap(header: names, columns: columns)
    }
  }

  @Test(arguments: SchemaCase.missing)
  func aMissingColumnIsSaidInASentence(_ sample: SchemaCase) throws {
    #expect(try error(sample.header).description == sample.sentence)
  }

  @Test(arguments: SchemaCase.kinds)
  func kindsAreRecognizedFromTheirHeaders(_ header: String, _ kind: RecordKind) throws {
    let names = header.split(separator: ",").map(String.init)
    #expect(try RecordKind.recognized(header: names, columns: [:]) == kind)
    // In any order, beside columns of no meaning.
    #expect(
      try RecordKind.recognized(header: ["x"] + names.reversed() + ["y"], columns: [:]) == kind)
  }

  @Test func aMappedColumnThatIsMissingNamesItsNeighbor() throws {
    let header = "interval_start,Ofered,answered,answered_within"
    #expect(
      try error(header, ["offered": .joined(["Offerd"])]).description
        == "no column \"Offerd\", which is mapped to offered; did you mean \"Ofered\"?")
    #expect(
      try error(header, ["offered": .joined(["xyz123xyz"])]).description
        == "no column \"xyz123xyz\", which is mapped to offered")
  }

  @Test(arguments: [
    (SchemaError.Reason.empty, "the file is empty; export it again"),
    (.headerAlone, "the file has a header and no rows; export it again"),
    (
      .malformedHeader("text after a closing quote"),
      "the header cannot be read: text after a closing quote"
    ),
    (
      .unsupportedKind(.claims),
      "the header is that of claims, which are no records of a center; they go with audit --claims"
    ),
    (
      .unsupportedKind(.ratings),
      "the header is that of ratings, which are no records of a center; they go with assess"
    ),
    (
      .missing(.ratings, columns: "rating", found: ["instrument", "item", "score", "a@b.example"]),
      "no column \"rating\"; found: instrument, item, score, …"
    ),
    (
      .mixedCosts(quality: "gain", other: "people"),
      "the category \"gain\" is one of quality costs and \"people\" is not; give each kind its own "
        + "file, or say which it is with --kind costs or --kind quality_costs"
    ),
    (
      .missing(.qualityCosts, columns: "amount", found: ["month"]),
      "quality costs need amount: found \"month\"" + SchemaCase.mapping
    ),
    (.doubledColumn("Calls"), "the column \"Calls\" stands in the header twice"),
    (
      .joinedNumber("offered", columns: ["Calls", "Chats"]),
      "offered is a number and cannot be read from several columns: found \"Calls\", \"Chats\"; "
        + "choose one with --map offered=COLUMN or columns in the configuration"
    ),
    (
      .repeatedPart("answered_within", column: "Late"),
      "answered_within is derived from the column \"Late\" twice; name each column once"
    ),
    (.derivedText("site"), "site is no count and cannot be derived with minus"),
  ])
  func eachReasonHasItsSentence(_ reason: SchemaError.Reason, _ sentence: String) {
    #expect(SchemaError(reason).description == sentence)
  }

  @Test func longHeadersAreShownByTheirBeginning() throws {
    let names = (1...15).map { "column\($0)" }.joined(separator: ",")
    #expect(try error(names).description.contains("\"column12\" and 3 more; --kind KIND"))
  }
}
