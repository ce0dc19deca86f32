public import Basics

/// A service level objective: a percentage of contacts within a number of seconds.
public struct Objective: Dated, Hashable, Sendable {
  /// The first day it is in force; `nil` from the beginning.
  public let from: CivilDate?
  /// The share of contacts to reach, 0 to 100.
  public let percent: FixedPoint
  /// The threshold T in whole seconds.
  public let seconds: Int

  /// Creates an objective.
  public init(from: CivilDate? = nil, percent: FixedPoint, seconds: Int) {
    self.from = from
    self.percent = percent
    self.seconds = seconds
  }
}

/// The objectives of one service over time.
public struct ObjectiveSchedule: Hashable, Sendable {
  /// The objectives in the order of the configuration.
  public let objectives: [Objective]

  /// Creates a schedule from objectives in the order of the configuration.
  public init(_ objectives: [Objective]) {
    self.objectives = objectives
  }

  /// Finds the objective in force on a day: the latest that began by then.
  ///
  /// Of two that begin on the same day, the later in the list counts.
  ///
  /// - Returns: `nil` before the first one.
  /// - Complexity: O(*n*) in the number of objectives.
  public func inForce(on day: CivilDate) -> Objective? { objectives.inForce(on: day) }

  /// Lists the days after the first given day, up to the last, on which another objective begins.
  public func changes(after first: CivilDate, through last: CivilDate) -> [CivilDate] {
    Set(objectives.compactMap(\.from)).filter { day in
      guard day > first, day <= last else { return false }
      let (old, new) = (inForce(on: day - 1), inForce(on: day))
      return old?.percent != new?.percent || old?.seconds != new?.seconds
    }.sorted()
  }
}
