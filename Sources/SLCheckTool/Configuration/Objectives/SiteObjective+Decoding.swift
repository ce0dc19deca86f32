internal import Basics
internal import PerformanceMetrics
internal import Reports

// MARK: - Decoding

extension SiteObjective {
  /// Reads the objectives of a section; the key is what its value is called.
  static func list(
    _ node: ConfigurationNode?, key: String, from low: Int?, to high: Int?,
    _ problems: inout ConfigurationNode.Problems
  ) -> [SiteObjective] {
    node?.list(&problems) { node, problems in
      guard let members = node.members(["site", "from", key], &problems) else { return nil }
      if members[key] == nil { problems.note(node.path, .missingKey(key)) }
      return SiteObjective(
        site: (members["site"]?.texts(&problems, allowsEmptyText: true) ?? [])
          .map { NamePattern($0) },
        from: members["from"]?.date(&problems),
        value: members[key]?.decimal(key, from: low, to: high, &problems) ?? FixedPoint(0))
    } ?? []
  }

  /// The objective in the words of the configuration.
  func json(key: String) -> JSONValue {
    .object(["site": NamePattern.json(site), "from": JSONValue(from), key: JSONValue(value)])
  }
}

extension DatedObjective {
  static func list(
    _ node: ConfigurationNode?, key: String, from low: Int?, to high: Int?,
    _ problems: inout ConfigurationNode.Problems
  ) -> [DatedObjective] {
    node?.list(&problems) { node, problems in
      guard let members = node.members(["from", key], &problems) else { return nil }
      if members[key] == nil { problems.note(node.path, .missingKey(key)) }
      return DatedObjective(
        from: members["from"]?.date(&problems),
        value: members[key]?.decimal(key, from: low, to: high, &problems) ?? FixedPoint(0))
    } ?? []
  }

  /// The objective in the words of the configuration.
  func json(key: String) -> JSONValue {
    .object(["from": JSONValue(from), key: JSONValue(value)])
  }
}
