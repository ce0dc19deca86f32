import Basics
import PerformanceMetrics

/// Whether the cost per contact keeps to its objective or comes down to it: two
/// clauses, judged apart.
public struct CostTendency: Hashable, Sendable {
  /// How the criterion stands: either clause is enough.
  public let status: CriterionStatus
  /// Whether the costs of the latest months together keep to their objectives.
  public let pooled: CriterionStatus
  /// How many months are the latest.
  public let pooledMonths: Int
  /// What these months cost above their objectives, below zero for less; `nil` where
  /// one of them is undecided.
  public let excess: String?
  /// Whether the cost per contact comes down to the objective.
  public let slope: CriterionStatus
  /// How the distance from the objective moves in a month; `nil` for too few months.
  public let slopeText: String?
  /// The probability of so steep a fall by chance.
  public let p: String?
  /// The largest such probability that is enough, in percent.
  public let mostPercent: Int
  /// The decided months that the slope runs through.
  public let count: Int

  /// Judges the months of a window, oldest first.
  init(_ months: [CostPerContact.Month], _ rule: Criterion.CostTendency) {
    let latest = months.suffix(rule.pooledMonths)
    let margins = latest.map { month -> Fraction? in
      guard month.value != nil, let amount = month.amount, let objective = month.objective else {
        return nil
      }
      return amount - Fraction(objective) * month.contacts
    }
    pooledMonths = rule.pooledMonths
    if margins.contains(where: { $0 == nil }) {
      (pooled, excess) = (.indeterminate, nil)
    } else {
      let sum = margins.reduce(Fraction(0)) { ($0 + $1!).reduced }
      pooled = sum.signum <= 0 ? .met : .missed
      // At most zero is wanted: shortened upwards.
      excess = grouped(decimal: sum.decimalText(places: 2, .up))
    }

    let points = months.compactMap { month in
      month.value.flatMap { value in
        month.objective.map { TrendPoint(month.month, (value - Fraction($0)).reduced) }
      }
    }
    count = points.count
    mostPercent = rule.mostPercent
    if let trend = Trend(points) {
      slopeText = trend.slopeText(places: 4)
      p = trend.fallingP.text(places: 4, .up)
      slope =
        trend.slope.signum >= 0
        ? .missed
        : (trend.fallingP.value <= Fraction(Int128(rule.mostPercent), 100) ? .met : .indeterminate)
    } else {
      (slopeText, p, slope) = (nil, nil, .indeterminate)
    }
    status =
      pooled == .met || slope == .met
      ? .met : (pooled == .missed && slope == .missed ? .missed : .indeterminate)
  }
}

extension CostTendency: CustomStringConvertible {
  /// Both clauses in words.
  public var description: String {
    let together =
      switch excess {
      case nil: "one of the last \(pooledMonths) months is undecided"
      case let text? where text.hasPrefix("-"):
        "the last \(pooledMonths) months together cost \(text.dropFirst()) less than their objectives"
      case "0.00": "the last \(pooledMonths) months together cost what their objectives allow"
      case let text?:
        "the last \(pooledMonths) months together cost \(text) more than their objectives"
      }
    guard let slopeText, let p else {
      return together + "; \(count) decided months are too few for a trend, needs "
        + "\(Trend.minimumPoints)"
    }
    let trend =
      switch slope {
      case .met: "which is a fall"
      case .missed: "which is no fall"
      default: "which chance alone would explain (needs p of at most \(mostPercent) %)"
      }
    return together + "; the distance from the objective moves by \(slopeText) a month "
      + "(p \(p), \(count) months), \(trend)"
  }
}
