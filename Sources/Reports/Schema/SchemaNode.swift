/// A part of a JSON Schema that is made from tables, with its keys in their order.
package indirect enum SchemaNode: Hashable, Sendable {
  /// One keyword, or one name, with what belongs to it.
  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: SchemaNode

    /// Creates a member.
    package init(_ key: String, _ value: SchemaNode) { (self.key, self.value) = (key, value) }
  }

  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case list([SchemaNode])
  case object([Member])
}

// MARK: - Making

extension SchemaNode {
  /// An object of a few keywords.
  package static func of(_ members: KeyValuePairs<String, SchemaNode>) -> SchemaNode {
    .object(members.map { Member($0, $1) })
  }

  /// A list of texts.
  package static func list(_ texts: [String]) -> SchemaNode { .list(texts.map { .string($0) }) }

  /// A reference to a definition.
  package static func reference(_ name: String) -> SchemaNode {
    .of(["$ref": .string("#/$defs/\(name)")])
  }

  /// The same object with one more member.
  package func with(_ key: String, _ value: SchemaNode) -> SchemaNode {
    guard case .object(let members) = self else { preconditionFailure("no object of keywords") }
    return .object(members + [Member(key, value)])
  }

  /// The same with its description.
  package func described(_ words: String) -> SchemaNode { with("description", .string(words)) }

  /// The same schema for a value that may as well be null.
  package var orNull: SchemaNode {
    guard case .object(let members) = self else { return self }
    func replacing(_ key: String, _ change: (SchemaNode) -> SchemaNode) -> SchemaNode? {
      guard members.contains(where: { $0.key == key }) else { return nil }
      return .object(members.map { $0.key == key ? Member(key, change($0.value)) : $0 })
    }
    func appending(_ node: SchemaNode) -> (SchemaNode) -> SchemaNode {
      { value in
        if case .list(let list) = value { .list(list + [node]) } else { .list([value, node]) }
      }
    }
    if let changed = replacing("type", appending(.string("null"))) { return changed }
    if let changed = replacing("enum", appending(.null)) { return changed }
    let nothing = SchemaNode.of(["type": .string("null")])
    if let changed = replacing("anyOf", appending(nothing)) { return changed }
    return .of(["anyOf": .list([self, nothing])])
  }
}

// MARK: - Text

extension SchemaNode {
  /// The widest line that an object or a list may take whole.
  private static let width = 96

  /// The schema as JSON text without a line break at its end.
  ///
  /// - Parameter indent: How many blanks stand before it.
  /// - Complexity: O(*n* · *d*) in its size and depth.
  package func text(indent: Int = 0) -> String {
    let line = compact
    if indent + line.count <= SchemaNode.width { return line }
    let blanks = String(repeating: " ", count: indent + 2)
    let end = "\n" + String(repeating: " ", count: indent)
    switch self {
    case .null, .bool, .number, .string: return line
    case .list(let list):
      return "[\n" + list.map { blanks + $0.text(indent: indent + 2) }.joined(separator: ",\n")
        + end
        + "]"
    case .object(let members):
      let lines = members.map {
        blanks + SchemaNode.quoted($0.key) + ": " + $0.value.text(indent: indent + 2)
      }
      return "{\n" + lines.joined(separator: ",\n") + end + "}"
    }
  }

  private var compact: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): String(number)
    case .string(let text): SchemaNode.quoted(text)
    case .list(let list): "[" + list.map(\.compact).joined(separator: ", ") + "]"
    case .object(let members):
      members.isEmpty
        ? "{}"
        : "{ "
          + members.map { SchemaNode.quoted($0.key) + ": " + $0.value.compact }
          .joined(separator: ", ") + " }"
    }
  }

  /// A text in quotes; ours have no control characters.
  private static func quoted(_ text: String) -> String {
    "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" } + "\""
  }
}
