public import Basics
public import PerformanceMetrics

/// What is judged otherwise when the records are judged again.
public struct CenterChange: Hashable, Sendable {
  /// Another formula for every service.
  public var formula: ServiceLevelFormula?
  /// Another demand for every service.
  public var demand: Demand?
  /// Whether exactly the threshold is too late.
  public var isStrict = false
  /// Another threshold for every objective, in seconds.
  public var threshold: Int?
  /// Whether contacts offered while closed count.
  public var includesClosed = false
  /// A queue or a site that is left out.
  public var leftOut: Breakdown.Name?
  /// What services are broken down by.
  public var by: [KeyDimension] = []
  /// An earlier as-of.
  public var asOf: CivilDate?
  /// Another way to settle rows in conflict.
  public var onConflict: ConflictPolicy?

  /// Whether the records have to be read again for it: they were counted by another threshold,
  /// or rows in conflict were settled otherwise.
  public var needsReading: Bool { isStrict || threshold != nil || onConflict != nil }

  /// Creates a change.
  public init(
    formula: ServiceLevelFormula? = nil, demand: Demand? = nil, isStrict: Bool = false,
    threshold: Int? = nil, includesClosed: Bool = false, leftOut: Breakdown.Name? = nil
  ) {
    self.formula = formula
    self.demand = demand
    self.isStrict = isStrict
    self.threshold = threshold
    self.includesClosed = includesClosed
    self.leftOut = leftOut
  }

  /// A service as it is judged with the change.
  public func applied(to service: Service) -> Service {
    var changed = service
    if let formula { changed.formula = formula }
    if let demand { changed.demand = demand }
    if includesClosed { changed.closedContacts = .include }
    if let threshold {
      changed.objectives = ObjectiveSchedule(
        service.objectives.objectives.map {
          Objective(from: $0.from, percent: $0.percent, seconds: threshold)
        })
    }
    return changed
  }
}
