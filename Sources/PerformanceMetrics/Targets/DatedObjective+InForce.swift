public import Basics

extension Sequence<DatedObjective> {
  /// Finds the objective in force on a day: the latest that began by then.
  ///
  /// Of two that begin on the same day, the later in the list counts.
  ///
  /// - Returns: `nil` before the first one.
  /// - Complexity: O(*n*) in the number of objectives.
  public func inForce(on day: CivilDate) -> DatedObjective? {
    var found: DatedObjective?
    for objective in self {
      let start = objective.from ?? .distantPast
      if start <= day, start >= found?.from ?? .distantPast { found = objective }
    }
    return found
  }
}
