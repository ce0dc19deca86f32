internal import Basics
internal import PerformanceMetrics
internal import Reports

// MARK: - Decoding

extension ResolutionTargets {
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    let keys = ["method", "match", "windowDays", "maximumContacts", "objectives"]
    guard let members = node.members(keys, &problems) else { return nil }
    self.init()
    method = members["method"]?.choice("method", Method.self, &problems)
    match = members["match"]?.choice("match", Match.self, &problems) ?? match
    windowDays = members["windowDays"]?.whole("windowDays", 0...3660, &problems) ?? windowDays
    maximumContacts =
      members["maximumContacts"]?.whole("maximumContacts", 1 ... .max, &problems)
      ?? maximumContacts
    objectives = DatedObjective.list(
      members["objectives"], key: "percent", from: 0, to: 100, &problems)
  }

  /// The targets in the words of the configuration.
  var json: JSONValue {
    .object([
      "method": JSONValue(method?.rawValue), "match": .string(match.rawValue),
      "windowDays": JSONValue(windowDays), "maximumContacts": JSONValue(maximumContacts),
      "objectives": .array(objectives.map { $0.json(key: "percent") }),
    ])
  }
}

extension VolumeTargets {
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    guard let members = node.members(["objectives"], &problems) else { return nil }
    self.init(objectives: members["objectives"]?.list(&problems) { Bound($0, &$1) } ?? [])
  }

  /// The targets in the words of the configuration.
  var json: JSONValue {
    .object([
      "objectives": .array(
        objectives.map { bound in
          .object([
            "from": JSONValue(bound.from),
            bound.isUpper ? "atMost" : "atLeast": JSONValue(bound.contacts),
          ])
        })
    ])
  }
}

extension VolumeTargets.Bound {
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    guard let members = node.members(["from", "atMost", "atLeast"], &problems) else { return nil }
    let from = members["from"]?.date(&problems)
    switch (members["atMost"], members["atLeast"]) {
    case (let upper?, nil):
      let contacts = upper.whole("atMost", 0 ... .max, &problems)
      self.init(from: from, isUpper: true, contacts: contacts ?? 0)
    case (nil, let lower?):
      let contacts = lower.whole("atLeast", 0 ... .max, &problems)
      self.init(from: from, isUpper: false, contacts: contacts ?? 0)
    case (nil, nil):
      problems.note(node.path, .noBound)
      return nil
    case (_?, _?):
      problems.note(node.path, .bothBounds)
      return nil
    }
  }
}

extension HandleTimeTargets {
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    guard let members = node.members(["objectives"], &problems) else { return nil }
    self.init(
      objectives: DatedObjective.list(
        members["objectives"], key: "atMostSeconds", from: 0, to: nil, &problems))
  }

  /// The targets in the words of the configuration.
  var json: JSONValue {
    .object(["objectives": .array(objectives.map { $0.json(key: "atMostSeconds") })])
  }
}
