/// What a contact may cost.
package struct CostTargets: Hashable, Sendable {
  /// The contacts that a cost is divided by.
  package enum Basis: String, CaseIterable, Hashable, Sendable {
    case handled, offered
  }

  /// What happens to costs without a site beside costs with one.
  package enum Allocation: String, CaseIterable, Hashable, Sendable {
    case contacts, none
  }

  /// The contacts that a cost is divided by.
  package var basis: Basis
  /// What happens to costs without a site.
  package var allocation: Allocation
  /// The amount by site and day.
  package var objectives: [SiteObjective]

  /// Creates targets.
  package init(
    basis: Basis = .handled, allocation: Allocation = .contacts, objectives: [SiteObjective] = []
  ) {
    self.basis = basis
    self.allocation = allocation
    self.objectives = objectives
  }
}

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
