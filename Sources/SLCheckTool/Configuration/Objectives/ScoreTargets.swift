internal import Basics

/// What quality scores have to reach.
package struct QualityTargets: Hashable, Sendable {
  /// Months with fewer evaluations are flagged.
  package var minimumSample: Int
  /// The score in percent by site and day.
  package var objectives: [SiteObjective]

  /// Creates targets.
  package init(minimumSample: Int = 30, objectives: [SiteObjective] = []) {
    self.minimumSample = minimumSample
    self.objectives = objectives
  }
}

/// What customer satisfaction has to reach.
package struct SatisfactionTargets: Hashable, Sendable {
  /// How answers become one figure.
  package enum Measure: String, CaseIterable, Hashable, Sendable {
    case mean
    case topBox = "top-box"
    case topTwoBox = "top-2-box"
    case netPromoter = "nps"
    case effort = "ces"
  }

  /// Whether a high figure is good or a low one.
  package enum Direction: String, CaseIterable, Hashable, Sendable {
    case higher, lower
  }

  /// Months with fewer answers are flagged.
  package var minimumSample: Int
  /// How answers become one figure.
  package var measure: Measure
  /// Whether a high figure is good.
  package var direction: Direction
  /// The figure by site and day.
  package var objectives: [SiteObjective]

  /// Creates targets.
  package init(
    minimumSample: Int = 30, measure: Measure = .mean, direction: Direction = .higher,
    objectives: [SiteObjective] = []
  ) {
    self.minimumSample = minimumSample
    self.measure = measure
    self.direction = direction
    self.objectives = objectives
  }
}

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
