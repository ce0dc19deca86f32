import Basics
import PerformanceMetrics

// How a figure is shortened where it is written: away from a pass where an objective
// judges it, and else to the nearest.

extension QualityTargets {
  /// How a score is shortened: down where it is judged.
  var rounding: DecimalRounding { objectives.isEmpty ? .nearest : .down }
}

extension SatisfactionTargets {
  /// How a figure is shortened: away from its better side where it is judged.
  var rounding: DecimalRounding {
    if objectives.isEmpty { return .nearest }
    return direction == .higher ? .down : .up
  }

  /// How an objective that is no round number is shortened: toward its better side.
  var objectiveRounding: DecimalRounding { direction == .higher ? .up : .down }
}

extension CostPerContact.Month {
  /// How the cost per contact is shortened: up where it is judged.
  var rounding: DecimalRounding { objective == nil ? .nearest : .up }
}
