import Basics
import MaturityRules
import PerformanceMetrics

/// The quality scores of one scope.
struct EncodedQuality: Encodable {
  let scope: String
  let months: [Month]
  @Nullable var trend: EncodedTrend?

  /// One month.
  struct Month: Encodable {
    let month: String
    let complete: Bool
    let n: Int
    @Nullable var score: EncodedRatio?
    @Nullable var standardDeviation: String?
    @Nullable var margin: String?
    @Nullable var objective: String?
    @Nullable var met: Bool?
    let state: String
    @Nullable var clear: Bool?
    let smallSample: Bool
  }

  init(_ scope: ScoreScope, _ targets: QualityTargets) {
    self.scope = scope.name
    let rounding = targets.rounding
    months = scope.months.map { month in
      Month(
        month: month.month.description, complete: month.isComplete, n: month.count,
        score: Nullable(wrappedValue: month.value.map { EncodedRatio($0, rounding) }),
        standardDeviation: Nullable(wrappedValue: month.standardDeviationText(places: 2)),
        margin: Nullable(wrappedValue: month.interval?.marginText(places: 2, .up)),
        objective: Nullable(wrappedValue: month.objectiveText(.up)),
        met: Nullable(wrappedValue: month.isMet), state: month.state.rawValue,
        clear: Nullable(wrappedValue: month.isClear),
        smallSample: month.isSmall(targets.minimumSample))
    }
    trend = scope.trend.map(EncodedTrend.init)
  }
}

/// The satisfaction of one scope.
struct EncodedSatisfaction: Encodable {
  let scope: String
  let measure: String
  let direction: String
  let scales: [String]
  let nonResponseCorrected = false
  let months: [Month]
  @Nullable var trend: EncodedTrend?

  /// One month.
  struct Month: Encodable {
    let month: String
    let complete: Bool
    let n: Int
    @Nullable var invited: Int?
    @Nullable var responseRate: EncodedRatio?
    @Nullable var value: Value?
    @Nullable var standardDeviation: String?
    @Nullable var low: String?
    @Nullable var high: String?
    @Nullable var objective: String?
    @Nullable var met: Bool?
    let state: String
    @Nullable var clear: Bool?
    let smallSample: Bool
  }

  /// A share of the answers, or a mean of them.
  enum Value: Encodable {
    case share(EncodedRatio)
    case mean(numerator: Int, denominator: Int, text: String)

    private enum CodingKeys: String, CodingKey { case numerator, denominator, value }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .share(let ratio): try ratio.encode(to: encoder)
      case .mean(let numerator, let denominator, let text):
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(numerator, forKey: .numerator)
        try container.encode(denominator, forKey: .denominator)
        try container.encode(text, forKey: .value)
      }
    }
  }

  init(_ scope: ScoreScope, _ targets: SatisfactionTargets) {
    self.scope = scope.name
    measure = targets.measure.rawValue
    direction = targets.direction.rawValue
    scales = scope.scales.map(\.description)
    let rounding = targets.rounding
    months = scope.months.map { month in
      Month(
        month: month.month.description, complete: month.isComplete, n: month.count,
        invited: Nullable(wrappedValue: month.invited),
        responseRate: Nullable(
          wrappedValue: month.responseRate.map { EncodedRatio($0, .nearest) }),
        value: Nullable(
          wrappedValue: month.value.map { value in
            switch targets.measure.unit {
            case .percent: .share(EncodedRatio(value, rounding))
            case .points:
              .mean(
                numerator: value.numerator, denominator: value.denominator,
                text: value.valueText(rounding))
            }
          }),
        standardDeviation: Nullable(wrappedValue: month.standardDeviationText(places: 2)),
        low: Nullable(wrappedValue: month.interval?.lowText(places: 2, .down)),
        high: Nullable(wrappedValue: month.interval?.highText(places: 2, .up)),
        objective: Nullable(wrappedValue: month.objectiveText(targets.objectiveRounding)),
        met: Nullable(wrappedValue: month.isMet), state: month.state.rawValue,
        clear: Nullable(wrappedValue: month.isClear),
        smallSample: month.isSmall(targets.minimumSample))
    }
    trend = scope.trend.map(EncodedTrend.init)
  }
}

/// The rank correlation of two monthly figures.
struct EncodedAssociation: Encodable {
  let pair: [String]
  let rho: String
  let n: Int
  let p: String
  let pAdjusted: String

  init(_ association: Association) {
    pair = [association.first, association.second]
    rho = association.correlation.rhoText(places: 4)
    n = association.correlation.count
    p = association.correlation.p.text(places: 4, .up)
    pAdjusted = association.adjustedP.text(places: 4, .up)
  }
}
