/// What quality scores have to reach.
public struct QualityTargets: Hashable, Sendable {
  /// Months with fewer evaluations are flagged.
  public var minimumSample: Int
  /// The score in percent by site and day.
  public var objectives: [SiteObjective]

  /// Creates targets.
  public init(minimumSample: Int = 30, objectives: [SiteObjective] = []) {
    self.minimumSample = minimumSample
    self.objectives = objectives
  }
}

/// What customer satisfaction has to reach.
public struct SatisfactionTargets: Hashable, Sendable {
  /// How answers become one figure.
  public enum Measure: String, CaseIterable, Hashable, Sendable {
    case mean
    case topBox = "top-box"
    case topTwoBox = "top-2-box"
    case netPromoter = "nps"
    case effort = "ces"
  }

  /// Whether a high figure is good or a low one.
  public enum Direction: String, CaseIterable, Hashable, Sendable {
    case higher, lower
  }

  /// Months with fewer answers are flagged.
  public var minimumSample: Int
  /// How answers become one figure.
  public var measure: Measure
  /// Whether a high figure is good.
  public var direction: Direction
  /// The figure by site and day.
  public var objectives: [SiteObjective]

  /// Creates targets.
  public init(
    minimumSample: Int = 30, measure: Measure = .mean, direction: Direction = .higher,
    objectives: [SiteObjective] = []
  ) {
    self.minimumSample = minimumSample
    self.measure = measure
    self.direction = direction
    self.objectives = objectives
  }
}
