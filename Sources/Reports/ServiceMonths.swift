import Basics
import PerformanceMetrics

extension ServiceMetrics.Records {
  /// The months from the first with data to as-of, without a gap.
  var months: [CivilMonth] {
    (recorded.lowerBound.month.index...judged.end.month.index).map { CivilMonth(index: $0) }
  }

  /// The figures of a month up to as-of, and whether the month is complete.
  func figures(_ month: CivilMonth) -> (figures: ServiceFigures, isComplete: Bool) {
    let last = min(month.lastDay, judged.end)
    return (judged.figures(month.firstDay...last), last == month.lastDay)
  }

  /// The figures from the first day of the first month with data to as-of.
  func total(_ history: JudgedHistory) -> ServiceFigures {
    history.figures(recorded.lowerBound.month.firstDay...judged.end)
  }
}
