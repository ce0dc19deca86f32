public import Basics

/// A value that the sites of a pattern have to reach, from a day on.
public struct SiteObjective: Dated, Hashable, Sendable {
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

  /// Tells whether it holds for a scope: a site by its name, or the organization.
  public func holds(for scope: String) -> Bool {
    site.isEmpty || site.contains { $0.matches(scope) }
  }
}

// MARK: - In force

extension Collection<SiteObjective> {
  /// Finds the objective in force on a day: the latest for the scope that began by then.
  ///
  /// Of two that begin on the same day, the later in the list counts, whichever
  /// pattern names the scope more closely.
  ///
  /// - Parameter scope: A site's name, or organization; - for records without a site
  ///   beside records with one.
  /// - Returns: `nil` before the first one.
  /// - Complexity: O(*n*) in the number of objectives.
  public func inForce(on day: CivilDate, site scope: String) -> SiteObjective? {
    indexInForce(on: day, site: scope).map { self[$0] }
  }

  /// Finds where the objective in force on a day stands in the list.
  func indexInForce(on day: CivilDate, site scope: String) -> Index? {
    indexInForce(on: day) { $0.holds(for: scope) }
  }

  /// Lists the days after the first given day, up to the last, on which another value begins.
  public func changes(
    after first: CivilDate, through last: CivilDate, site scope: String
  ) -> [CivilDate] {
    Set(compactMap(\.from)).filter { day in
      day > first && day <= last
        && inForce(on: day - 1, site: scope)?.value != inForce(on: day, site: scope)?.value
    }.sorted()
  }
}
