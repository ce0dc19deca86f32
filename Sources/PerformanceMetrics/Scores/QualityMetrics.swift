public import Basics

/// The quality scores of a center, scope by scope.
public struct QualityMetrics: Sendable {
  /// What they have to reach.
  public let targets: QualityTargets
  /// The scopes, in the order of their names; empty without records.
  public let scopes: [ScoreScope]
  /// Sites that other records show and evaluations do not.
  public let unseenSites: [String]
  /// Evaluations after as-of, which are left aside.
  public let afterAsOf: Int

  /// Whether any evaluation was given, up to as-of.
  public var isGiven: Bool { !scopes.isEmpty }

  /// Judges evaluations up to as-of.
  ///
  /// - Parameters:
  ///   - tally: The sums of the evaluations.
  ///   - targets: The objectives.
  ///   - asOf: The last day that is judged.
  ///   - otherSites: The sites that records of other kinds show.
  /// - Throws: `MetricsError` where points add up to more than is kept exactly.
  /// - Complexity: O(*n*) in the tally's days and rows.
  public init(
    _ tally: QualityTally, targets: QualityTargets, asOf: CivilDate,
    otherSites: Set<String> = []
  ) throws(MetricsError) {
    let history = ScoreHistory(tally.scores, through: asOf)
    self.targets = targets
    afterAsOf = history.after.reduce(0) { $0 + $1.count }
    let sites = Set(history.days.keys)
    var scopes: [ScoreScope] = []
    for (name, site) in ScoreScope.names(of: sites) {
      let days = history.days[site ?? ""]!
      var months: [ScoreMonth] = []
      for month in try CivilMonth.through(asOf, from: days.keys.min()?.month, of: "evaluations") {
        months.append(
          try QualityMetrics.month(month, days, targets, asOf: asOf, scope: name))
      }
      scopes.append(
        ScoreScope(
          name: name, site: site, months: months, unit: .percent, objectives: targets.objectives,
          asOf: asOf))
    }
    self.scopes = scopes
    let isSited = sites.contains { !$0.isEmpty }
    unseenSites = isSited ? otherSites.subtracting(sites).filter { !$0.isEmpty }.sorted() : []
  }

  private static func month(
    _ month: CivilMonth, _ days: [CivilDate: QualitySums], _ targets: QualityTargets,
    asOf: CivilDate, scope: String
  ) throws(MetricsError) -> ScoreMonth {
    var sums = QualitySums()
    var judged: [ScoreJudgment.Day] = []
    var day = month.firstDay
    while day <= min(month.lastDay, asOf) {
      if let part = days[day] {
        sums.merge(part)
        judged.append(
          .init(day: day, value: 100 * part.points.given, weight: part.points.possible))
      }
      day = day + 1
    }
    let judgment = ScoreJudgment(judged, targets.objectives, scope: scope)
    return ScoreMonth(
      month: month, isComplete: month.lastDay <= asOf, count: sums.count, invited: nil,
      value: try Ratio(
        sums.points.given, outOf: sums.points.possible, of: "quality scores of \(month)"),
      standardDeviation: sums.percentages.standardDeviation, interval: sums.interval,
      judgment: judgment, hasObjectives: !targets.objectives.isEmpty, direction: .higher)
  }
}
