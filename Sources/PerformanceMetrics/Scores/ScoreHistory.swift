public import Basics

/// The sums of a tally of scores by site and day, up to as-of.
struct ScoreHistory<Row: ScoreRow> {
  /// Sums of each site, which is empty for records without one, by day.
  let days: [String: [CivilDate: Row.Sums]]
  /// Sums of the days after as-of.
  let after: [Row.Sums]

  /// Adds up a tally.
  init(_ tally: ScoreTally<Row>, through asOf: CivilDate) {
    var days: [String: [CivilDate: Row.Sums]] = [:]
    var after: [Row.Sums] = []
    for (place, sums) in tally.days() {
      let day = CivilDate(daysSinceEpoch: place.day)
      guard day <= asOf else {
        after.append(sums)
        continue
      }
      days[tally.sites[place.site], default: [:]][day] = sums
    }
    self.days = days
    self.after = after
  }
}

// MARK: - Months and scopes

extension ScoreMonth {
  /// Creates a month from how its records stand.
  init(
    month: CivilMonth, isComplete: Bool, count: Int, invited: Int?, value: Ratio?,
    standardDeviation: Double?, interval: ConfidenceInterval?, judgment: ScoreJudgment,
    hasObjectives: Bool, direction: SatisfactionTargets.Direction
  ) {
    let isClear: Bool? = judgment.objective.flatMap { objective in
      interval.map { interval in
        switch direction {
        case .higher: interval.isClear(atLeast: objective)
        case .lower: interval.isClear(atMost: objective)
        }
      }
    }
    let attains = hasObjectives ? judgment.attains : nil
    self.init(
      month: month, isComplete: isComplete, count: count, invited: invited, value: value,
      weight: judgment.weight, standardDeviation: standardDeviation, interval: interval,
      objective: judgment.objective,
      state: attains.map { $0 ? .met : .missed } ?? .undecided, isClear: isClear)
  }
}

extension ScoreScope {
  /// Creates a scope from its months.
  init(
    name: String, site: String?, months: [ScoreMonth], unit: ScoreUnit,
    objectives: [SiteObjective], asOf: CivilDate, scales: [SurveyScale] = [],
    hasTrend: Bool = true
  ) {
    let points = months.compactMap { month -> TrendPoint? in
      guard month.isComplete, let value = month.value else { return nil }
      return TrendPoint(month.month, unit.value(value))
    }
    let changes = months.first.map { first in
      objectives.changes(after: first.month.firstDay, through: asOf, site: name)
    }
    self.init(
      name: name, site: site, months: months, trend: hasTrend ? Trend(points) : nil,
      changes: (changes ?? []).compactMap { day in
        objectives.inForce(on: day, site: name).map {
          ObjectiveChange(day: day, value: $0.value)
        }
      },
      hasObjective: objectives.contains { $0.holds(for: name) }, scales: scales)
  }
}

extension ScoreUnit {
  /// Gives a value in the unit of objectives.
  public func value(_ ratio: Ratio) -> Fraction {
    switch self {
    case .percent: Fraction(ratio) * 100
    case .points: Fraction(ratio)
    }
  }
}

extension Ratio {
  /// Creates the ratio of two sums in the same unit, in the smallest decimal parts that
  /// leave both whole.
  ///
  /// - Throws: `MetricsError` where they do not fit into 64 bits.
  /// - Returns: `nil` where there is nothing to count out of.
  init?(
    _ numerator: Int128, outOf denominator: Int128, of what: @autoclosure () -> String
  ) throws(MetricsError) {
    guard denominator > 0 else { return nil }
    var (top, bottom) = (numerator, denominator)
    for _ in 0..<FixedPoint.places where top % 10 == 0 && bottom % 10 == 0 {
      (top, bottom) = (top / 10, bottom / 10)
    }
    guard let top = Int(exactly: top), let bottom = Int(exactly: bottom) else {
      throw MetricsError(reason: .scoresTooLarge(what()))
    }
    self.init(top, bottom)
  }
}
