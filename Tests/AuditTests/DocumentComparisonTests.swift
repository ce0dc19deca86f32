import Audit
import Reports
import Testing

@Suite struct DocumentComparisonTests {
  private static func document(_ text: String) throws -> JSONDocument.Value {
    try JSONDocument(Array(text.utf8)).root
  }

  /// A line as it is printed: path, was, now.
  private static func line(_ comparison: DocumentComparison) -> String? {
    comparison.first.map { "\($0.path): \($0.was ?? "absent"), now \($0.now ?? "absent")" }
  }

  @Test(
    arguments: [
      (#"{"a":1}"#, #"{"a":1}"#, 0, nil), (#"{"a":1,"b":2}"#, #"{ "b" : 2, "a" : 1 }"#, 0, nil),
      (#"{"a":1}"#, #"{"a":2}"#, 1, "a: 1, now 2"),
      // Numbers as they are written, strings by their bytes.
      (#"{"a":1.0}"#, #"{"a":1.00}"#, 1, "a: 1.0, now 1.00"),
      (
        #"{"a":12345678901234567890123}"#, #"{"a":12345678901234567890124}"#, 1,
        "a: 12345678901234567890123, now 12345678901234567890124"
      ),
      (#"{"a":"\u00e9"}"#, #"{"a":"é"}"#, 0, nil),
      (#"{"a":"e\u0301"}"#, #"{"a":"é"}"#, 1, "a: \"e\u{301}\", now \"é\""),
      (#"{"a":"1"}"#, #"{"a":1}"#, 1, "a: \"1\", now 1"),
      (#"{"a":null}"#, #"{"a":false}"#, 1, "a: null, now false"),
      (#"{"a":[1,2,3]}"#, #"{"a":[1,5,4]}"#, 2, "a[1]: 2, now 5"),
      (#"{"a":[1]}"#, #"{"a":[1,{"b":2,"c":[3,4]}]}"#, 3, "a[1]: absent, now an object"),
      (#"{"a":[[],{}]}"#, #"{"a":[]}"#, 2, "a[0]: a list of 0, now absent"),
      (#"{"a":{"b":1}}"#, #"{"a":{}}"#, 1, "a.b: 1, now absent"),
      (#"{"a":{}}"#, #"{"a":{"b":1}}"#, 1, "a.b: absent, now 1"),
      (#"{"a b":1}"#, #"{"a b":2}"#, 1, "[\"a b\"]: 1, now 2"),
      (#"{"x":{"\u001b":1}}"#, #"{"x":{"\u001b":2}}"#, 1, "x[\"<U+001B>\"]: 1, now 2"),
      (#"{"a":"\u001b[2J"}"#, #"{"a":""}"#, 1, "a: \"<U+001B>[2J\", now \"\""),
    ] as [(String, String, Int, String?)])
  func firstDifferenceIsNamedAndAllAreCounted(
    _ before: String, _ after: String, _ count: Int, _ line: String?
  ) throws {
    let comparison = DocumentComparison(try Self.document(before), try Self.document(after))
    #expect(comparison.differenceCount == count)
    #expect(Self.line(comparison) == line)
  }

  @Test func entriesSayWhoseValueItIs() throws {
    let month = #"{"month":"2026-04","met":3}"#
    let text = #"{"services":[{"name":"Voice","site":null,"months":["# + month + "]}]}"
    let comparison = DocumentComparison(
      try Self.document(text), try Self.document(text.replacing("3}", with: "4}")))
    #expect(Self.line(comparison) == "services[0].months[0].met: 3, now 4")
    #expect(comparison.first?.entries == ["Voice", "2026-04"])
  }

  @Test func keysOfALaterVersionAreNoDifference() throws {
    let before = try Self.document(#"{"list":[{"a":1},{"a":2}]}"#)
    let after = try Self.document(#"{"list":[{"a":1,"b":5},{"a":2,"b":6}],"c":{"d":7}}"#)
    let strict = DocumentComparison(before, after)
    #expect(strict.differenceCount == 3 && strict.additions.isEmpty)
    let open = DocumentComparison(before, after, tolerating: ["list[].b", "c"])
    #expect(open.differenceCount == 0 && open.first == nil && open.additionCount == 3)
    #expect(open.additions == ["list[].b", "c"])
    #expect(open.figureCount == 2)
    // Nothing but what is named is tolerated.
    let half = DocumentComparison(before, after, tolerating: ["c"])
    #expect(half.differenceCount == 2 && half.additions == ["c"] && half.additionCount == 1)
  }

  /// The first document is not searched for every entry of the second.
  ///
  /// Measured alone: among all other tests a limit of the whole test would count their time.
  @Test func tolerationTakesNoLongerThanTheDocumentsAreLong() throws {
    func list(_ entry: String) throws -> JSONDocument.Value {
      let entries = Array(repeating: entry, count: 30_000).joined(separator: ",")
      return try Self.document(#"{"list":["# + entries + "]}")
    }
    let (before, after) = (try list(#"{"a":1}"#), try list(#"{"a":1,"b":2}"#))
    let start = ContinuousClock.now
    let comparison = DocumentComparison(before, after, tolerating: ["list[].b"])
    // It takes a second; looking through the list for each entry is 900 million steps.
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(comparison.differenceCount == 0 && comparison.additions == ["list[].b"])
    #expect(comparison.additionCount == 30_000)
  }

  @Test func versionsAreOrderedByTheirNumbers() throws {
    let versions = ["0.0.9", "0.1.0", "0.2.0", "0.10.0", "1.0.0"].map { ReleaseVersion($0) }
    #expect(versions == versions.sorted { $0! < $1! })
    for text in [
      "", "1", "1.0", "1.0.0.0", "1.0.x", "1.0.-1", "1.0.+1", "1..0", "0.1.0-a", "v1.0.0",
      "1.0.99999999999999999999", "１.0.0",
    ] {
      #expect(ReleaseVersion(text) == nil, "\(text)")
    }
  }

  /// What one entry has, and another not, was taken out.
  @Test func keyThatIsTakenOutOfOneEntryIsADifference() throws {
    let before = try Self.document(#"{"list":[{"a":1,"b":5},{"a":2}]}"#)
    let after = try Self.document(#"{"list":[{"a":1,"b":5},{"a":2,"b":6}]}"#)
    let open = DocumentComparison(before, after, tolerating: ["list[].b"])
    #expect(open.differenceCount == 1 && open.additions.isEmpty)
    #expect(Self.line(open) == "list[1].b: absent, now 6")
  }

  @Test func skippedPathsAreNotCompared() throws {
    let comparison = DocumentComparison(
      try Self.document(#"{"v":1,"c":{"s":1,"t":1}}"#),
      try Self.document(#"{"v":2,"c":{"s":2,"t":2}}"#), skipping: ["v", "c.s"])
    #expect(comparison.differenceCount == 1)
    #expect(Self.line(comparison) == "c.t: 1, now 2")
    // Whoever has them, and in whichever entry of a list.
    let lists = DocumentComparison(
      try Self.document(#"{"l":[{"a":1,"d":1},{"d":3,"a":1}],"d":1}"#),
      try Self.document(#"{"e":2,"l":[{"a":1},{"d":2,"a":1}],"d":2}"#),
      skipping: ["l[].d", "e"])
    #expect(lists.differenceCount == 1)
    #expect(Self.line(lists) == "d: 1, now 2")
  }
}
