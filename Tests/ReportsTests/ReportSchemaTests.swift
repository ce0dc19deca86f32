import ContactRecords
import MaturityRules
import PerformanceMetrics
import Reports
import TestSupport
import Testing

@Suite struct ReportSchemaTests {
  private let schema: JSONTree

  init() throws { schema = try JSONTree(ReportSchema.text) }

  @Test func everyPropertyIsDescribedAndEveryDefinitionUsed() {
    #expect(JSONSchemaValidator(schema, isStrict: true).untidyPlaces == [])
  }

  @Test func everyRequiredKeyIsDefined() {
    for (path, members) in schema.objects() {
      let tree = JSONTree.object(members)
      guard case .array(let required) = tree["required"] else { continue }
      #expect(required.compactMap(\.text).allSatisfy { tree["properties"]?[$0] != nil }, "\(path)")
    }
  }

  @Test func textEndsWithOneLineBreakAndKeepsToTheWidth() {
    #expect(ReportSchema.text.hasPrefix("{\n"))
    #expect(ReportSchema.text.hasSuffix("\n}\n"))
  }

  /// The words of the schema are those of the types.
  @Test func wordsAreThoseOfTheTypes() {
    func words(_ path: String) -> [String] { schema.at(path)?.elements.compactMap(\.text) ?? [] }
    #expect(words("$defs.formula.enum") == ServiceLevelFormula.allCases.map(\.rawValue))
    #expect(words("$defs.state.enum") == OpportunityState.allCases.map(\.rawValue))
    #expect(words("$defs.status.enum") == CriterionStatus.allCases.map(\.rawValue))
    #expect(words("$defs.service.properties.kind.enum") == Service.Kind.allCases.map(\.rawValue))
    #expect(words("$defs.service.properties.demand.enum") == Demand.allCases.map(\.rawValue))
    #expect(
      words("$defs.satisfaction.properties.measure.enum")
        == SatisfactionTargets.Measure.allCases.map(\.rawValue))
    #expect(
      words("$defs.satisfaction.properties.direction.enum")
        == SatisfactionTargets.Direction.allCases.map(\.rawValue))
    #expect(words("$defs.input.properties.kind.enum") == RecordKind.allCases.map(\.rawValue))
    #expect(
      words("$defs.evidence.properties.effect.enum")
        == EvidenceFinding.Effect.allCases.map(\.rawValue))
    #expect(
      words("$defs.cost.properties.basis.enum") == CostTargets.Basis.allCases.map(\.rawValue))
    #expect(
      words("$defs.effective.properties.onConflict.enum")
        == ConflictPolicy.allCases.map(\.rawValue))
  }
}

/// What the schemas of a report and of an explanation both define.
@Suite struct SharedDefinitionTests {
  @Test(arguments: ["count", "date", "calendarMonth", "state", "status", "window"])
  func bothSchemasDefineItAlike(_ name: String) throws {
    let report = try #require(try JSONTree(ReportSchema.text).at("$defs.\(name)"))
    #expect(try JSONTree(ExplanationSchema.text).at("$defs.\(name)") == report)
  }
}

@Suite struct JSONSchemaValidatorTests {
  private static let schema = """
    { "type": "object", "required": ["a"], "properties": {
      "a": { "type": ["integer", "null"], "minimum": 0, "maximum": 9 },
      "b": { "type": "array", "items": { "$ref": "#/$defs/word" }, "maxItems": 2 },
      "c": { "oneOf": [{ "const": "x" }, { "enum": ["x", "y", null] }] },
      "d": { "type": "object", "additionalProperties": { "type": "number" } }
    }, "$defs": { "word": { "type": "string", "pattern": "^[a-z]+$" } } }
    """

  @Test(
    arguments: [
      ("{\"a\": 3}", []), ("{\"a\": null, \"b\": [\"x\", \"yz\"]}", []),
      ("{\"a\": 0, \"c\": \"y\", \"d\": {\"p\": 1.5}}", []),
      ("{}", ["document: lacks the key a"]), ("[]", ["document: is not of type object"]),
      ("{\"a\": 1.5}", [".a: is not of type integer or null"]),
      ("{\"a\": 10}", [".a: 10.0 is beyond the maximum 9.0"]),
      ("{\"a\": -1}", [".a: -1.0 is beyond the minimum 0.0"]),
      ("{\"a\": 1, \"b\": [\"X\"]}", [".b[0]: \"X\" does not match ^[a-z]+$"]),
      ("{\"a\": 1, \"b\": [\"x\", \"x\", \"x\"]}", [".b: has too many items"]),
      ("{\"a\": 1, \"c\": \"z\"}", [".c: is another value"]),
      ("{\"a\": 1, \"d\": {\"p\": \"1\"}}", [".d.p: is not of type number"]),
      ("{\"a\": 1, \"aa\": 1}", ["document: has the unknown key aa"]),
    ] as [(String, [String])])
  func problemsAreNamed(_ document: String, _ expected: [String]) throws {
    let validator = JSONSchemaValidator(
      try JSONTree(JSONSchemaValidatorTests.schema), isStrict: true)
    #expect(try validator.problems(in: JSONTree(document)).map(\.description) == expected)
  }

  @Test func openObjectsTakeLaterKeys() throws {
    let validator = JSONSchemaValidator(
      try JSONTree(JSONSchemaValidatorTests.schema), isStrict: false)
    #expect(try validator.problems(in: JSONTree("{\"a\": 1, \"aa\": 1}")) == [])
  }

  @Test(arguments: [
    "", "{", "{\"a\":1,}", "[1 2]", "{\"a\":1,\"a\":2}", "nul", "\"\n\"", "\"\\x\"", "1 2",
  ])
  func textThatIsNoDocumentIsRefused(_ text: String) {
    #expect(throws: JSONTree.SyntaxError.self) { try JSONTree(text) }
  }

  @Test func escapesAreRead() throws {
    #expect(try JSONTree("\"\\u001b\\n\\\"\\ud83d\\ude00é\"").text == "\u{1B}\n\"😀é")
  }
}
