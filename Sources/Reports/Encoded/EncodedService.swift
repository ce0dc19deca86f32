import Basics
import MaturityRules
import PerformanceMetrics

/// One service on one site with its figures.
struct EncodedService: Encodable {
  let name: String
  @Nullable var site: String?
  let kind: String
  let objectives: [EncodedObjective]
  let formula: String
  let demand: String
  let assumed: Bool
  let thresholdAssumed: Bool
  @Nullable var intervalMinutes: Int?
  let wholeMonths: Bool
  @Nullable var habit: String?
  @Nullable var total: EncodedFigures?
  let months: [EncodedFigures]
  @Nullable var withExclusions: Span?
  /// Left out where nobody asked for them.
  let days: [EncodedDay]?
  let intervals: [EncodedInterval]?
  let sensitivity: [Sensitivity]
  @Nullable var trend: EncodedTrend?
  @Nullable var backlog: EncodedBacklog?

  /// The figures of all months, and of the whole.
  struct Span: Encodable {
    let total: EncodedFigures
    let months: [EncodedFigures]

    init(
      _ records: ServiceMetrics.Records, _ history: JudgedHistory, waits: WaitHistory? = nil
    ) {
      var sum = EncodedFigures(records.total(history))
      sum.waits = waits?.percentiles(records.span)
      total = sum
      months = records.months.map { month in
        let (figures, isComplete) = records.figures(month, in: history)
        var encoded = EncodedFigures(figures)
        encoded.month = .init(month, isComplete: isComplete, state: figures.state)
        encoded.waits = waits?.percentiles(month.firstDay...month.lastDay)
        return encoded
      }
    }
  }

  /// What another formula would have given.
  struct Sensitivity: Encodable {
    let formula: String
    @Nullable var serviceLevel: EncodedRatio?
    @Nullable var level: Int?
  }

  init(_ metrics: ServiceMetrics, isAssumed: Bool, detail: ReportDetail? = nil) {
    let service = metrics.service
    name = service.name
    site = metrics.site
    kind = service.kind.rawValue
    objectives = service.objectives.objectives.map(EncodedObjective.init)
    formula = service.formula.rawValue
    demand = service.demand.rawValue
    assumed = isAssumed
    guard let records = metrics.records else {
      thresholdAssumed = false
      intervalMinutes = nil
      wholeMonths = false
      habit = nil
      total = nil
      months = []
      withExclusions = nil
      days = detail == nil ? nil : []
      intervals = detail == .intervals ? [] : nil
      sensitivity = []
      trend = nil
      backlog = nil
      return
    }
    thresholdAssumed = records.assumesThreshold
    intervalMinutes = records.intervalMinutes
    wholeMonths = records.hasWholeMonths
    habit = records.habit?.rawValue ?? "mixed"
    let span = Span(records, records.judged, waits: records.waits)
    total = span.total
    months = span.months
    backlog = records.backlog.map(EncodedBacklog.init)
    withExclusions = records.withExclusions.map { Span(records, $0) }
    days = detail == nil ? nil : records.days.map { EncodedDay(day: $0.day, figures: $0.figures) }
    intervals =
      detail == .intervals
      ? records.source.intervals(in: records.span).map { EncodedInterval(interval: $0) } : nil
    trend = records.trend.map(EncodedTrend.init)
    sensitivity = records.alternatives.map { history in
      let serviceLevel = records.total(history).serviceLevel
      // Without its inputs a formula gives neither.
      let level = serviceLevel == nil ? nil : Evaluator.level(metrics, under: history)
      return Sensitivity(
        formula: history.formula.rawValue,
        serviceLevel: Nullable(wrappedValue: serviceLevel.map { EncodedRatio($0, .down) }),
        level: Nullable(wrappedValue: level))
    }
  }
}

/// How a monthly figure moves.
struct EncodedTrend: Encodable {
  let slope: String
  let low: String
  let high: String
  let s: Int
  let p: String
  let n: Int

  private enum CodingKeys: String, CodingKey {
    case slope, low, high, p, n
    case s = "S"
  }

  init(_ trend: Trend) {
    slope = trend.slopeText(places: 4)
    low = trend.lowText(places: 4)
    high = trend.highText(places: 4)
    s = trend.s
    p = trend.p.text(places: 4, .nearest)
    n = trend.count
  }
}

/// An objective and since when it holds.
struct EncodedObjective: Encodable {
  @Nullable var from: String?
  let percent: String
  let seconds: Int

  init(_ objective: Objective) {
    from = objective.from?.description
    percent = objective.percent.description
    seconds = objective.seconds
  }
}

/// The figures of a span: sums, ratios with their parts, and how opportunities ended.
struct EncodedFigures: Encodable {
  /// What a month has besides its figures.
  struct Month {
    let month: String
    let complete: Bool
    let met: Bool?
    let state: String

    init(_ month: CivilMonth, isComplete: Bool, state: OpportunityState) {
      self.month = month.description
      complete = isComplete
      met = isComplete ? state.isMet : nil
      self.state = state.rawValue
    }
  }

  /// What the figures are those of, and so which finer opportunities stand beside them.
  enum Grain {
    case month
    case day
    case interval
  }

  let figures: ServiceFigures
  let grain: Grain
  /// Set for a month, whose figures have its name and state beside them.
  var month: Month?
  /// Set where contacts were given.
  var waits: WaitPercentiles?

  init(_ figures: ServiceFigures, grain: Grain = .month) {
    self.figures = figures
    self.grain = grain
  }

  private enum CodingKeys: String, CodingKey {
    case offered, answered, abandoned, answeredWithin, abandonedWithin, shortAbandoned, flowOut
    case fromPercentages
    case closedOffered, serviceLevel, unweightedMean, abandonmentRate, abandonmentRateWithoutShort
    case averageSpeedOfAnswer, averageHandleTime, waitPercentiles, coverage, intervals, days
    case month, complete, met, state
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let sums = figures.sums
    func known(_ count: Int, missing: Int) -> Nullable<Int> {
      Nullable(wrappedValue: missing == 0 ? count : nil)
    }
    func ratio(_ value: Ratio?, _ rounding: DecimalRounding) -> Nullable<EncodedRatio> {
      Nullable(wrappedValue: value.map { EncodedRatio($0, rounding) })
    }
    func average(_ value: Ratio?) -> Nullable<EncodedAverage> {
      Nullable(wrappedValue: value.map(EncodedAverage.init))
    }
    try container.encode(sums.offered, forKey: .offered)
    try container.encode(sums.answered, forKey: .answered)
    try container.encode(sums.abandoned, forKey: .abandoned)
    try container.encode(
      known(sums.answeredWithin + sums.answeredNearest, missing: sums.answeredUnjudged),
      forKey: .answeredWithin)
    try container.encode(sums.rowsOfPercentages, forKey: .fromPercentages)
    try container.encode(
      known(sums.abandonedWithin, missing: sums.abandonedUnjudged), forKey: .abandonedWithin)
    try container.encode(
      known(sums.shortAbandoned, missing: sums.shortUnjudged), forKey: .shortAbandoned)
    try container.encode(known(sums.flowOut, missing: sums.rowsWithoutFlowOut), forKey: .flowOut)
    try container.encode(figures.closedOffered, forKey: .closedOffered)
    try container.encode(ratio(figures.serviceLevel, .down), forKey: .serviceLevel)
    try container.encode(
      Nullable(wrappedValue: figures.unweightedMeanText), forKey: .unweightedMean)
    try container.encode(ratio(figures.abandonmentRate, .nearest), forKey: .abandonmentRate)
    try container.encode(
      ratio(figures.abandonmentRateWithoutShort, .nearest), forKey: .abandonmentRateWithoutShort)
    try container.encode(average(figures.averageSpeedOfAnswer), forKey: .averageSpeedOfAnswer)
    try container.encode(average(figures.averageHandleTime), forKey: .averageHandleTime)
    try container.encode(ratio(figures.coverage, .down), forKey: .coverage)
    guard grain != .interval else { return }
    try container.encode(
      Nullable(
        wrappedValue: figures.knowsIntervals
          ? EncodedOpportunities(figures.intervals, isCarried: figures.carriesIntervals) : nil),
      forKey: .intervals)
    guard grain != .day else { return }
    try container.encode(
      Nullable(wrappedValue: figures.tracksDays ? EncodedOpportunities(figures.days) : nil),
      forKey: .days)
    try container.encode(
      Nullable(wrappedValue: waits.map(EncodedWaits.init)), forKey: .waitPercentiles)
    guard let month else { return }
    try container.encode(month.month, forKey: .month)
    try container.encode(month.complete, forKey: .complete)
    try container.encode(Nullable(wrappedValue: month.met), forKey: .met)
    try container.encode(month.state, forKey: .state)
  }
}

/// A share: its parts, and percent with two decimals.
struct EncodedRatio: Encodable {
  let numerator: Int
  let denominator: Int
  let percent: String

  init(_ ratio: Ratio, _ rounding: DecimalRounding) {
    numerator = ratio.numerator
    denominator = ratio.denominator
    percent = ratio.percentText(rounding)
  }
}

/// An average: its parts, and the quotient with two decimals.
struct EncodedAverage: Encodable {
  let numerator: Int
  let denominator: Int
  let value: String

  init(_ ratio: Ratio) {
    numerator = ratio.numerator
    denominator = ratio.denominator
    value = ratio.valueText()
  }
}

/// How opportunities ended.
struct EncodedOpportunities: Encodable {
  let met: Int
  let counted: Int
  @Nullable var idle: Int?
  @Nullable var closed: Int?
  let undecided: Int
  @Nullable var excluded: Int?

  /// Takes counts over.
  ///
  /// - Parameter isCarried: Whether records of days or months say them, which tell nothing of
  ///   other ends.
  init(_ counts: OpportunityCounts, isCarried: Bool = false) {
    met = counts.met
    counted = counts.counted
    idle = isCarried ? nil : counts.idle
    closed = isCarried ? nil : counts.closed
    undecided = counts.undecided
    excluded = isCarried ? nil : counts.excluded
  }
}
