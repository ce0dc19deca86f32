package import Basics

/// How transactions are valued.
package struct TransactionValueTargets: Hashable, Sendable {
  /// One type of transaction.
  package struct TransactionType: Hashable, Sendable {
    /// The name that the records use.
    package let name: String
    /// Whether it is marked as a major type.
    package let isMajor: Bool
    /// The value that a contact of the type should bring.
    package let goal: FixedPoint?

    /// Creates a type.
    package init(name: String, isMajor: Bool = false, goal: FixedPoint? = nil) {
      self.name = name
      self.isMajor = isMajor
      self.goal = goal
    }
  }

  /// What is valued: revenue, savings, retention.
  package var metric: String?
  /// The months that later values are compared with.
  package var baseline: ClosedRange<CivilMonth>?
  /// The types in the order of the configuration.
  package var types: [TransactionType]

  /// Creates targets.
  package init(
    metric: String? = nil, baseline: ClosedRange<CivilMonth>? = nil,
    types: [TransactionType] = []
  ) {
    self.metric = metric
    self.baseline = baseline
    self.types = types
  }
}

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
  fileprivate init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
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
