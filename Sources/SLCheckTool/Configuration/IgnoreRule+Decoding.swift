internal import ContactRecords
internal import Reports

// MARK: - Decoding

extension IgnoreRule {
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    let keys = ["column", "is", "startsWith", "all"]
    guard let members = node.members(keys, &problems) else { return nil }
    let given = keys.dropFirst().filter { members[$0] != nil }
    guard let test = given.first else {
      problems.note(node.path, .noTest)
      return nil
    }
    guard given.count == 1 else {
      problems.note(node.path, .severalTests)
      return nil
    }
    if let all = members["all"] {
      let rules = all.list(&problems) { IgnoreRule($0, &$1) }
      if all.value == .array([]) { problems.note(all.path, .emptyList) }
      if let column = members["column"] { problems.note(column.path, .unknownKey(nearest: nil)) }
      self = .all(rules)
      return
    }
    if members["column"] == nil { problems.note(node.path, .missingKey("column")) }
    let column = members["column"]?.text(&problems) ?? ""
    if test == "is" {
      let words = members["is"]?.texts(&problems, allowsEmptyText: true) ?? []
      self = .isOneOf(column: column, words: words)
    } else {
      self = .startsWith(column: column, prefix: members["startsWith"]?.text(&problems) ?? "")
    }
  }
}

// MARK: - Encoding

extension IgnoreRule {
  /// The rule in the words of the configuration.
  var json: JSONValue {
    switch self {
    case .isOneOf(let column, let words):
      .object(["column": .string(column), "is": .array(words.map { .string($0) })])
    case .startsWith(let column, let prefix):
      .object(["column": .string(column), "startsWith": .string(prefix)])
    case .all(let rules): .object(["all": .array(rules.map(\.json))])
    }
  }
}
