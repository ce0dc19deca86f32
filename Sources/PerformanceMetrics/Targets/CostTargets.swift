/// What a contact may cost.
public struct CostTargets: Hashable, Sendable {
  /// The contacts that a cost is divided by.
  public enum Basis: String, CaseIterable, Hashable, Sendable {
    case handled, offered
  }

  /// What happens to costs without a site beside costs with one.
  public enum Allocation: String, CaseIterable, Hashable, Sendable {
    case contacts, none
  }

  /// The contacts that a cost is divided by.
  public var basis: Basis
  /// What happens to costs without a site.
  public var allocation: Allocation
  /// The amount by site and day.
  public var objectives: [SiteObjective]

  /// Creates targets.
  public init(
    basis: Basis = .handled, allocation: Allocation = .contacts, objectives: [SiteObjective] = []
  ) {
    self.basis = basis
    self.allocation = allocation
    self.objectives = objectives
  }
}
