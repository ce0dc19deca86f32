/// Holds a JSON document against a JSON Schema.
///
/// It knows the keywords that our schemas use, and calls any other a mistake of
/// the schema, so that a misspelled keyword cannot pass as a condition that holds.
package struct JSONSchemaValidator: Sendable {
  /// What is wrong, and where in the document.
  package struct Problem: Hashable, Sendable, CustomStringConvertible {
    package let path: String
    package let reason: String

    package var description: String { "\(path.isEmpty ? "document" : path): \(reason)" }
  }

  private let schema: JSONTree
  /// Whether an object whose schema lists properties has no others.
  private let isStrict: Bool

  /// Creates a validator.
  ///
  /// - Parameter isStrict: Takes every object with `properties` as closed, which
  ///   finds misspelled keys; a program that reads a later version must not.
  package init(_ schema: JSONTree, isStrict: Bool) {
    self.schema = schema
    self.isStrict = isStrict
  }

  /// Lists what is wrong with a document; nothing for a valid one.
  package func problems(in document: JSONTree) -> [Problem] {
    problems(document, schema, at: "")
  }

  private static let annotations: Set = ["$schema", "$defs", "title", "description", "unit"]
}

// MARK: - Keywords

extension JSONSchemaValidator {
  private func problems(_ value: JSONTree, _ schema: JSONTree, at path: String) -> [Problem] {
    // A schema that is false fits nothing.
    if schema == .bool(false) { return [Problem(path: path, reason: "is not known")] }
    return schema.members.flatMap { keyword -> [Problem] in
      JSONSchemaValidator.annotations.contains(keyword.key)
        ? [] : problems(value, keyword, of: schema, at: path)
    } + (isStrict ? unknownKeys(value, schema, at: path) : [])
  }

  private func problems(
    _ value: JSONTree, _ keyword: JSONTree.Member, of schema: JSONTree, at path: String
  ) -> [Problem] {
    func failing(_ reason: String, unless holds: Bool) -> [Problem] {
      holds ? [] : [Problem(path: path, reason: reason)]
    }
    let argument = keyword.value
    switch keyword.key {
    case "type":
      let names = (argument.elements.isEmpty ? [argument] : argument.elements).compactMap(\.text)
      return failing(
        "is not of type \(names.joined(separator: " or "))",
        unless: names.contains(where: { value.has(type: $0) }))
    case "enum":
      return failing("is none of the listed values", unless: argument.elements.contains(value))
    case "const": return failing("is another value", unless: argument == value)
    case "pattern":
      guard let text = value.text else { return [] }
      return failing(
        "\"\(text)\" does not match \(argument.text ?? "")",
        unless: JSONSchemaValidator.matches(text, argument.text ?? ""))
    case "minimum", "maximum":
      guard let number = value.double, let bound = argument.double else { return [] }
      return failing(
        "\(number) is beyond the \(keyword.key) \(bound)",
        unless: keyword.key == "minimum" ? number >= bound : number <= bound)
    case "maxItems":
      return failing("has too many items", unless: value.elements.count <= argument.integer ?? .max)
    case "minItems":
      return failing(
        "has too few items",
        unless: !value.has(type: "array") || value.elements.count >= argument.integer ?? 0)
    case "uniqueItems":
      return failing(
        "has an item twice", unless: Set(value.elements).count == value.elements.count)
    case "minLength":
      return failing(
        "is too short", unless: (value.text?.unicodeScalars.count ?? .max) >= argument.integer ?? 0)
    case "items":
      return value.elements.enumerated().flatMap { problems($1, argument, at: "\(path)[\($0)]") }
    case "required":
      guard case .object = value else { return [] }
      return argument.elements.compactMap(\.text).filter { value[$0] == nil }
        .map { Problem(path: path, reason: "lacks the key \($0)") }
    case "properties":
      return value.members.flatMap { member in
        argument[member.key].map { problems(member.value, $0, at: path + "." + member.key) } ?? []
      }
    case "additionalProperties":
      return value.members.filter { schema["properties"]?[$0.key] == nil }.flatMap {
        problems($0.value, argument, at: path + "." + $0.key)
      }
    case "propertyNames":
      return value.members.flatMap {
        problems(.string($0.key), argument, at: path + "." + $0.key)
      }
    case "patternProperties":
      return argument.members.flatMap { pattern in
        value.members.filter { JSONSchemaValidator.matches($0.key, pattern.key) }.flatMap {
          problems($0.value, pattern.value, at: path + "." + $0.key)
        }
      }
    case "allOf": return argument.elements.flatMap { problems(value, $0, at: path) }
    case "anyOf", "oneOf":
      let outcomes = argument.elements.map { problems(value, $0, at: path) }
      let fitting = outcomes.count(where: \.isEmpty)
      if fitting == 1 || (fitting > 0 && keyword.key == "anyOf") { return [] }
      // The form that came closest says best what is wrong.
      return outcomes.min { $0.count < $1.count } ?? []
    case "$ref":
      guard let name = argument.text, name.hasPrefix("#/$defs/"),
        let target = self.schema["$defs"]?[String(name.dropFirst("#/$defs/".count))]
      else { return [Problem(path: path, reason: "the schema refers to nothing: \(argument)")] }
      return problems(value, target, at: path)
    default:
      return [Problem(path: path, reason: "the schema has an unknown keyword: \(keyword.key)")]
    }
  }

  private func unknownKeys(_ value: JSONTree, _ schema: JSONTree, at path: String) -> [Problem] {
    guard let known = schema["properties"], schema["additionalProperties"] == nil else { return [] }
    return value.members.filter { known[$0.key] == nil }
      .map { Problem(path: path, reason: "has the unknown key \($0.key)") }
  }

  private static func matches(_ text: String, _ pattern: String) -> Bool {
    guard let regex = try? Regex(pattern).dotMatchesNewlines() else { return false }
    return text.contains(regex)
  }
}

extension JSONTree {
  /// Whether the value is of a type as a schema calls it.
  fileprivate func has(type: String) -> Bool {
    switch self {
    case .null: type == "null"
    case .bool: type == "boolean"
    case .number: type == "number" || (type == "integer" && integer != nil)
    case .string: type == "string"
    case .array: type == "array"
    case .object: type == "object"
    }
  }

  fileprivate var double: Double? {
    if case .number(let text) = self { Double(text) } else { nil }
  }
}

// MARK: - The schema itself

extension JSONSchemaValidator {
  /// Lists definitions that nothing refers to and properties without a description.
  package var untidyPlaces: [String] {
    var referred: Set<String> = []
    var places: [String] = []
    for (path, members) in schema.objects() {
      for member in members where member.key == "$ref" {
        referred.insert(String(member.value.text?.dropFirst("#/$defs/".count) ?? ""))
      }
      guard path.hasSuffix(".properties") else { continue }
      for property in members where property.value["description"] == nil {
        let name = property.value["$ref"]?.text?.dropFirst("#/$defs/".count) ?? ""
        if schema["$defs"]?[String(name)]?["description"] == nil {
          places.append("\(path).\(property.key) is not described")
        }
      }
    }
    for definition in schema["$defs"]?.members ?? [] where !referred.contains(definition.key) {
      places.append("\(definition.key) is defined and not used")
    }
    return places
  }
}
