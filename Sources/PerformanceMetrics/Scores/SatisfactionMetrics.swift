public import Basics
public import ContactRecords

/// Customer satisfaction in a center, scope by scope.
public struct SatisfactionMetrics: Sendable {
  /// How it is measured, and what it has to reach.
  public let targets: SatisfactionTargets
  /// The scopes, in the order of their names; empty without answers to the measure's question.
  public let scopes: [ScoreScope]
  /// All records together, whatever their sites; `nil` without records.
  public let organization: ScoreScope?
  /// Sites that other records show and answers to the measure's question do not.
  public let unseenSites: [String]
  /// Whether any survey was given up to as-of, of whatever question.
  public let isGiven: Bool
  /// Answers and invitations after as-of, which are left aside.
  public let afterAsOf: Int

  /// What the value is a share of, or a point on.
  public var unit: ScoreUnit { targets.measure.unit }

  /// The organization's satisfaction of the complete months; `nil` without records.
  var series: Association.Series? { organization?.series("satisfaction", unit: unit) }

  /// Judges answers up to as-of.
  ///
  /// - Parameters:
  ///   - tally: The sums of the answers.
  ///   - targets: The objectives, and the measure.
  ///   - asOf: The last day that is judged.
  ///   - otherSites: The sites that records of other kinds show.
  /// - Throws: `MetricsError` where answers on several scales fall under one objective,
  ///   or answers add up to more than is kept exactly.
  /// - Complexity: O(*n*) in the tally's days and rows.
  public init(
    _ tally: SurveyTally, targets: SatisfactionTargets, asOf: CivilDate,
    otherSites: Set<String> = []
  ) throws(MetricsError) {
    let history = ScoreHistory(tally.scores, through: asOf)
    self.targets = targets
    isGiven = !history.days.isEmpty
    afterAsOf = history.after.reduce(0) { sum, part in
      SurveyRecord.Measure.allCases.reduce(sum) { $0 + part[$1].invited }
    }
    // Of all that was asked, only what the measure is about.
    let question = targets.measure.question
    let days = history.days.mapValues { days in
      days.compactMapValues { $0[question].invited > 0 ? $0[question] : nil }
    }.filter { !$0.value.isEmpty }
    let names = ScoreScope.names(of: Set(days.keys))
    try SatisfactionMetrics.checkScales(names, days, targets)
    var scopes: [ScoreScope] = []
    for (name, site) in names {
      scopes.append(try ScoreScope(name, site: site, days[site ?? ""]!, targets, asOf: asOf))
    }
    self.scopes = scopes
    var all: [CivilDate: SurveySums.Question] = [:]
    for part in days.values { all.merge(part) { $0.merging($1) } }
    organization =
      all.isEmpty
      ? nil : try ScoreScope(ScoreScope.organization, site: nil, all, targets, asOf: asOf)
    let isSited = days.keys.contains { !$0.isEmpty }
    unseenSites =
      isSited
      ? otherSites.union(history.days.keys).subtracting(days.keys).filter { !$0.isEmpty }.sorted()
      : []
  }

  /// Refuses answers on several scales under one objective.
  private static func checkScales(
    _ names: [(name: String, site: String?)],
    _ days: [String: [CivilDate: SurveySums.Question]], _ targets: SatisfactionTargets
  ) throws(MetricsError) {
    var scales: [Int: Set<SurveyScale>] = [:]
    for (name, site) in names {
      for (day, question) in days[site ?? ""]! {
        if let index = targets.objectives.indexInForce(on: day, site: name) {
          scales[index, default: []].formUnion(question.scales)
        }
      }
    }
    for index in scales.keys.sorted() where scales[index]!.count > 1 {
      throw MetricsError(
        reason: .mixedScales(
          scales[index]!.sorted(), objective: targets.objectives[index].value))
    }
  }
}

// MARK: - Measures

extension SatisfactionTargets.Measure {
  /// The question whose answers the measure is about.
  public var question: SurveyRecord.Measure {
    switch self {
    case .mean, .topBox, .topTwoBox: .csat
    case .netPromoter: .nps
    case .effort: .ces
    }
  }

  /// What the value is a share of, or a point on.
  public var unit: ScoreUnit {
    switch self {
    case .mean, .effort: .points
    case .topBox, .topTwoBox, .netPromoter: .percent
    }
  }

  /// Gives what one answer adds to what is counted; `nil` where none was given.
  public func added(by answer: SurveyRecord) -> FixedPoint? {
    guard let score = answer.score else { return nil }
    var question = SurveySums.Question()
    question.add(
      score, SurveyScale(low: Int16(answer.scale.lowerBound), high: Int16(answer.scale.upperBound)))
    return unit == .points ? score : FixedPoint(counted(question))
  }

  /// Gives what an answer's share is counted in: answers at the top, or promoters less detractors.
  fileprivate func counted(_ question: SurveySums.Question) -> Int {
    switch self {
    case .topBox: question.top
    case .topTwoBox: question.topTwo
    case .netPromoter: question.promoters - question.detractors
    case .mean, .effort: 0
    }
  }

  /// Gives the sum of the answers' values, in millionths of the objective's unit.
  fileprivate func sum(_ question: SurveySums.Question) -> Int128 {
    switch self {
    case .mean, .effort: question.answers.total
    case .topBox, .topTwoBox, .netPromoter:
      100 * FixedPoint.scale * Int128(counted(question))
    }
  }

  /// Gives the 95 % interval of the value.
  func interval(_ question: SurveySums.Question) -> ConfidenceInterval? {
    let count = question.answers.count
    return switch self {
    case .mean, .effort: MeanInterval.of(question.answers)
    case .topBox, .topTwoBox:
      WilsonInterval.of(counted(question), outOf: count)?.scaled(by: 100)
    case .netPromoter:
      NetPromoterInterval.of(
        promoters: question.promoters, detractors: question.detractors, outOf: count)
    }
  }
}

extension SurveySums.Question {
  fileprivate func merging(_ other: SurveySums.Question) -> SurveySums.Question {
    var merged = self
    merged.merge(other)
    return merged
  }
}

// MARK: - Months

extension ScoreScope {
  /// Judges the answers of a scope, day by day.
  fileprivate init(
    _ name: String, site: String?, _ days: [CivilDate: SurveySums.Question],
    _ targets: SatisfactionTargets, asOf: CivilDate
  ) throws(MetricsError) {
    var months: [ScoreMonth] = []
    // Invitations are recorded where one was left without an answer.
    let recordsInvitations = days.values.contains { $0.invited > $0.answers.count }
    var scales: Set<SurveyScale> = []
    for month in try CivilMonth.through(asOf, from: days.keys.min()?.month, of: "surveys") {
      var sums = SurveySums.Question()
      var judged: [ScoreJudgment.Day] = []
      var day = month.firstDay
      while day <= min(month.lastDay, asOf) {
        if let part = days[day] {
          sums.merge(part)
          if part.answers.count > 0 {
            judged.append(
              .init(
                day: day, value: targets.measure.sum(part),
                weight: FixedPoint.scale * Int128(part.answers.count)))
          }
        }
        day = day + 1
      }
      scales.formUnion(sums.scales)
      months.append(
        try ScoreMonth(
          month, sums,
          ScoreJudgment(
            judged, targets.objectives, scope: name, direction: targets.direction), targets,
          isComplete: month.lastDay <= asOf, recordsInvitations: recordsInvitations))
    }
    self.init(
      name: name, site: site, months: months, unit: targets.measure.unit,
      objectives: targets.objectives, asOf: asOf, scales: scales.sorted(),
      hasTrend: targets.measure.unit == .percent || scales.count == 1)
  }
}

extension ScoreMonth {
  fileprivate init(
    _ month: CivilMonth, _ sums: SurveySums.Question, _ judgment: ScoreJudgment,
    _ targets: SatisfactionTargets, isComplete: Bool, recordsInvitations: Bool
  ) throws(MetricsError) {
    let count = sums.answers.count
    let hasValue: Bool
    let value: Ratio?
    switch targets.measure {
    case .mean, .effort:
      // The mean of answers on different scales is not a figure.
      hasValue = sums.scales.count == 1
      value =
        hasValue
        ? try Ratio(
          sums.answers.total, outOf: FixedPoint.scale * Int128(count), of: "surveys of \(month)")
        : nil
    case .topBox, .topTwoBox, .netPromoter:
      hasValue = count > 0
      value = hasValue ? Ratio(targets.measure.counted(sums), count) : nil
    }
    self.init(
      month: month, isComplete: isComplete, count: count,
      invited: recordsInvitations ? sums.invited : nil, value: value,
      standardDeviation: hasValue && targets.measure.unit == .points
        ? sums.answers.standardDeviation : nil,
      interval: hasValue ? targets.measure.interval(sums) : nil, judgment: judgment,
      hasObjectives: !targets.objectives.isEmpty, direction: targets.direction)
  }
}
