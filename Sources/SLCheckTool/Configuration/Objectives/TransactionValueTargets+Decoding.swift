internal import Basics
internal import PerformanceMetrics
internal import Reports

// MARK: - Decoding

extension TransactionValueTargets {
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    guard let members = node.members(["metric", "baseline", "types"], &problems) else {
      return nil
    }
    self.init()
    metric = members["metric"]?.text(&problems)
    baseline = members["baseline"].flatMap { Self.months($0, &problems) }
    var seen: Set<String> = []
    types =
      members["types"]?.list(&problems) { node, problems in
        guard let type = TransactionType(node, &problems) else { return nil }
        if !type.name.isEmpty, !seen.insert(type.name).inserted {
          problems.note(node.path + ".name", .repeatedName(type.name))
        }
        return type
      } ?? []
  }

  private static func months(
    _ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems
  ) -> ClosedRange<CivilMonth>? {
    guard let members = node.members(["from", "to"], &problems) else { return nil }
    for key in ["from", "to"] where members[key] == nil {
      problems.note(node.path, .missingKey(key))
    }
    guard let from = members["from"]?.month(&problems), let to = members["to"]?.month(&problems)
    else { return nil }
    guard from <= to else {
      problems.note(node.path, .reversedMonths)
      return nil
    }
    return from...to
  }
}

extension TransactionValueTargets.TransactionType {
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    guard let members = node.members(["name", "major", "goal"], &problems) else { return nil }
    if members["name"] == nil { problems.note(node.path, .missingKey("name")) }
    self.init(
      name: members["name"]?.text(&problems) ?? "",
      isMajor: members["major"]?.flag(&problems) ?? false,
      goal: members["goal"]?.decimal("goal", &problems))
  }
}

// MARK: - Encoding

extension TransactionValueTargets {
  /// The targets in the words of the configuration.
  var json: JSONValue {
    .object([
      "metric": JSONValue(metric),
      "baseline": baseline.map { months in
        .object([
          "from": .string(months.lowerBound.description),
          "to": .string(months.upperBound.description),
        ])
      } ?? .null,
      "types": .array(
        types.map { type in
          .object([
            "name": .string(type.name), "major": .bool(type.isMajor),
            "goal": type.goal.map { JSONValue($0) } ?? .null,
          ])
        }),
    ])
  }
}
