internal import Basics
internal import PerformanceMetrics
internal import Reports

// MARK: - Decoding

extension QualityTargets {
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    guard let members = node.members(["minimumSample", "objectives"], &problems) else { return nil }
    self.init()
    minimumSample =
      members["minimumSample"]?.whole("minimumSample", 0 ... .max, &problems) ?? minimumSample
    objectives = SiteObjective.list(
      members["objectives"], key: "score", from: 0, to: 100, &problems)
  }

  /// The targets in the words of the configuration.
  var json: JSONValue {
    .object([
      "minimumSample": JSONValue(minimumSample),
      "objectives": .array(objectives.map { $0.json(key: "score") }),
    ])
  }
}

extension SatisfactionTargets {
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    let keys = ["minimumSample", "measure", "direction", "objectives"]
    guard let members = node.members(keys, &problems) else { return nil }
    self.init()
    minimumSample =
      members["minimumSample"]?.whole("minimumSample", 0 ... .max, &problems) ?? minimumSample
    measure = members["measure"]?.choice("measure", Measure.self, &problems) ?? measure
    direction = members["direction"]?.choice("direction", Direction.self, &problems) ?? direction
    let (low, high): (Int?, Int?) =
      switch measure {
      case .mean, .effort: (nil, nil)
      case .topBox, .topTwoBox: (0, 100)
      case .netPromoter: (-100, 100)
      }
    objectives = SiteObjective.list(
      members["objectives"], key: "target", from: low, to: high, &problems)
  }

  /// The targets in the words of the configuration.
  var json: JSONValue {
    .object([
      "minimumSample": JSONValue(minimumSample), "measure": .string(measure.rawValue),
      "direction": .string(direction.rawValue),
      "objectives": .array(objectives.map { $0.json(key: "target") }),
    ])
  }
}
