import Basics

/// How the records of a month stand to the objectives of their days.
///
/// Each record is judged by the objective in force on its own day: the month
/// attains where Σ (value − objective · weight) over its days is not below zero,
/// which is the plain rule when the objective is constant.
struct ScoreJudgment {
  /// What the records of a day come to.
  struct Day {
    let day: CivilDate
    /// The sum of the values in millionths of the objective's unit.
    let value: Int128
    /// What an objective is multiplied by, in millionths: possible points, or answers.
    let weight: Int128
  }

  /// The mean of the objectives by weight; `nil` where a day has none.
  let objective: Fraction?
  /// Whether the month attains; `nil` without any record.
  let attains: Bool?
  /// What the value of the month counts by beside other months: possible points, or answers.
  let weight: Fraction

  /// Judges the days of a month.
  ///
  /// - Parameter days: Those with records.
  init(
    _ days: [Day], _ objectives: [SiteObjective], scope: String,
    direction: SatisfactionTargets.Direction = .higher
  ) {
    var (values, goals, weights) = (WideInteger(0), WideInteger(0), WideInteger(0))
    weight = Fraction(
      days.reduce(WideInteger(0)) { $0 + WideInteger($1.weight) }, WideInteger(FixedPoint.scale))
    for day in days {
      guard let objective = objectives.inForce(on: day.day, site: scope) else {
        (self.objective, attains) = (nil, false)
        return
      }
      values = values + WideInteger(day.value)
      goals = goals + WideInteger(objective.value.millionths) * WideInteger(day.weight)
      weights = weights + WideInteger(day.weight)
    }
    guard weights.signum > 0 else {
      (objective, attains) = (nil, nil)
      return
    }
    let scale = WideInteger(FixedPoint.scale)
    objective = Fraction(goals, weights * scale)
    let margin = (values * scale - goals).signum
    attains =
      switch direction {
      case .higher: margin >= 0
      case .lower: margin <= 0
      }
  }
}
