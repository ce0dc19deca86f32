internal import Basics
internal import PerformanceMetrics
internal import Reports

// MARK: - Decoding

extension CostTargets {
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    guard let members = node.members(["basis", "allocation", "objectives"], &problems) else {
      return nil
    }
    self.init()
    basis = members["basis"]?.choice("basis", Basis.self, &problems) ?? basis
    allocation =
      members["allocation"]?.choice("allocation", Allocation.self, &problems) ?? allocation
    objectives = SiteObjective.list(
      members["objectives"], key: "amount", from: 0, to: nil, &problems)
  }

  /// The targets in the words of the configuration.
  var json: JSONValue {
    .object([
      "basis": .string(basis.rawValue), "allocation": .string(allocation.rawValue),
      "objectives": .array(objectives.map { $0.json(key: "amount") }),
    ])
  }
}
