public import Basics

/// A value that the sites of a pattern have to reach, from a day on.
public struct SiteObjective: Hashable, Sendable {
  /// The sites it holds for; any of the patterns, every site where there is none.
  public let site: [NamePattern]
  /// The first day it is in force; `nil` from the beginning.
  public let from: CivilDate?
  /// What has to be reached, or kept under.
  public let value: FixedPoint

  /// Creates an objective.
  public init(site: [NamePattern] = [], from: CivilDate? = nil, value: FixedPoint) {
    self.site = site
    self.from = from
    self.value = value
  }
}

/// A value that the organization has to reach, from a day on.
public struct DatedObjective: Hashable, Sendable {
  /// The first day it is in force; `nil` from the beginning.
  public let from: CivilDate?
  /// What has to be reached, or kept under.
  public let value: FixedPoint

  /// Creates an objective.
  public init(from: CivilDate? = nil, value: FixedPoint) {
    self.from = from
    self.value = value
  }
}
