import Reports
import TestSupport
import Testing

@testable import SLCheckTool

/// The schema of a configuration says what the decoder says.
@Suite struct ConfigurationSchemaTests {
  private let schema: JSONTree
  private let validator: JSONSchemaValidator

  init() throws {
    schema = try JSONTree(ConfigurationSchema.text)
    validator = JSONSchemaValidator(schema, isStrict: false)
  }

  private func problems(_ json5: String) throws -> [JSONSchemaValidator.Problem] {
    let value = try JSONValue(json5: Array(json5.utf8))
    return validator.problems(in: try JSONTree(value.compactText))
  }

  @Test func itIsTidy() {
    #expect(validator.untidyPlaces == [])
    #expect(ConfigurationSchema.text.hasSuffix("}\n"))
    #expect(schema["properties"]?.members.count == Configuration.keys.count)
  }

  @Test(arguments: [
    fullConfiguration, "{}", "{ services: null, asOf: null }", CommentedConfiguration.text,
    Configuration().effective.compactText,
  ])
  func validConfigurationsFitBoth(_ text: String) throws {
    #expect(refusal(text) == [])
    #expect(try problems(text) == [])
  }

  @Test func theSampleAndItsEffectiveFormFit() throws {
    let sample = String(
      decoding: try PackageFiles.bytes("SampleData/slcheck.json"), as: UTF8.self)
    #expect(try problems(sample) == [])
    #expect(try problems(try configuration(sample).effective.compactText) == [])
    #expect(try problems(try configuration(fullConfiguration).effective.compactText) == [])
  }

  /// What the decoder alone can say: days and zones that do not exist, names given twice,
  /// places of a decimal, what one value makes of another.
  static let beyondSchemas = [
    "unknown time zone", "expected a date", "decimal places", "given twice", "overlap",
    "begin and end at once", "comes before the first", "digits before the point",
    "expected a month", "expected a percentage", "time format", "a format", "target must be",
    "field", "the format lacks", "one of \"is\"",
  ]

  @Test(arguments: ConfigurationErrorTests.sentences)
  func whatTheDecoderRefusesTheSchemaRefuses(_ text: String, _ sentence: String) throws {
    guard (try? JSONValue(json5: Array(text.utf8))) != nil else { return }
    let isBeyond = Self.beyondSchemas.contains { sentence.contains($0) }
    let found = try problems(text)
    #expect(isBeyond || !found.isEmpty, "\(text): \(sentence)")
  }

  // MARK: - Keys

  /// The objects that a schema stands for: itself, or those that it refers to or chooses from.
  private func objects(_ node: JSONTree) -> [JSONTree] {
    if let name = node["$ref"]?.text {
      return objects(schema["$defs"]![String(name.dropFirst("#/$defs/".count))]!)
    }
    if let choices = node["anyOf"] { return choices.elements.flatMap(objects) }
    return node["type"] == nil ? [] : [node]
  }

  /// The objects behind a key path such as services[0].match.
  private func objects(at path: String) -> [JSONTree] {
    let steps = path.replacing("[", with: ".[").split(separator: ".")
    return steps.reduce([schema]) { nodes, step in
      nodes.flatMap { node -> [JSONTree] in
        let next =
          step.hasPrefix("[")
          ? node["items"]
          : node["properties"]?[String(step)]
            ?? (node["additionalProperties"] == .bool(false) ? nil : node["additionalProperties"])
        return next.map(objects) ?? []
      }
    }
  }

  @Test func keysAreThoseOfTheDecoder() throws {
    var problems = ConfigurationNode.Problems()
    var configuration = Configuration()
    configuration.read(try JSONValue(json5: Array(fullConfiguration.utf8)), &problems)
    #expect(problems.errors.isEmpty)
    #expect(Set(problems.knownKeys.keys).isSuperset(of: ["", "services[0]", "ignore[2].all[0]"]))
    var visited: Set<JSONTree> = []
    for (path, keys) in problems.knownKeys {
      let nodes = objects(at: path).filter { $0["properties"] != nil }
      visited.formUnion(nodes.compactMap { $0["properties"] })
      let named = nodes.flatMap { $0["properties"]!.members.map(\.key) }
      #expect(Set(named) == Set(keys), "\(path)")
    }
    // Objects whose keys are names rather than words of ours.
    let byName = ["require", "units", "formats"].compactMap {
      schema["properties"]?[$0]?["properties"]
    }
    let all = schema.objects().filter { $0.path.hasSuffix(".properties") }.map(\.members)
    #expect(Set(all.map { JSONTree.object($0) }) == visited.union(byName))
  }

  @Test func namesOfColumnsAreThoseOfTheDecoder() throws {
    for (key, value) in [("units", "'seconds'"), ("formats", "'yyyy-MM-dd'")] {
      for name in schema["properties"]?[key]?["properties"]?.members.map(\.key) ?? [] {
        let text = "{ \(key): { \(name): \(name == "service_level" ? "'percent'" : value) } }"
        #expect(refusal(text) == [])
        #expect(try problems(text) == [])
      }
    }
    #expect(try problems("{ columns: { answered_within_30: 'SL30' } }") == [])
    #expect(try !problems("{ columns: { offerd: 'Calls' } }").isEmpty)
    #expect(try !problems("{ units: { offered: 'seconds' } }").isEmpty)
  }
}
