import Basics
import PerformanceMetrics

extension ServiceMetrics.Records {
  /// The months from the first with data to as-of, without a gap.
  var months: [CivilMonth] {
    (recorded.lowerBound.month.index...judged.end.month.index).map { CivilMonth(index: $0) }
  }

  /// The figures of a month up to as-of, and whether the month is complete.
  ///
  /// - Parameter history: The history to look at; by default the one with nothing left out.
  func figures(
    _ month: CivilMonth, in history: JudgedHistory? = nil
  ) -> (figures: ServiceFigures, isComplete: Bool) {
    let last = min(month.lastDay, judged.end)
    return ((history ?? judged).figures(month.firstDay...last), last == month.lastDay)
  }

  /// How the service level of the complete months moves, in points a month; `nil` for
  /// fewer months than tell a trend.
  var trend: Trend? {
    Trend(
      months.compactMap { month in
        let (figures, isComplete) = figures(month)
        guard isComplete, let ratio = figures.serviceLevel else { return nil }
        return TrendPoint(month, Fraction(ratio) * 100)
      })
  }

  /// The figures from the first day of the first month with data to as-of.
  func total(_ history: JudgedHistory) -> ServiceFigures {
    history.figures(span)
  }

  /// The days from the first of the first month with data to as-of.
  var span: ClosedRange<CivilDate> { recorded.lowerBound.month.firstDay...judged.end }

  /// The figures of every day of the span, without those of months recorded as a whole.
  var days: [(day: CivilDate, figures: ServiceFigures)] {
    (0...(span.upperBound - span.lowerBound)).compactMap { offset in
      let day = span.lowerBound + offset
      let figures = judged.figures(day...day)
      return figures.tracksDays ? (day, figures) : nil
    }
  }
}

extension Breakdown {
  /// The months of its service from the first with data to as-of, without a gap.
  var months: [CivilMonth] {
    (recorded.lowerBound.month.index...judged.end.month.index).map { CivilMonth(index: $0) }
  }

  /// The figures of a month up to as-of.
  func figures(_ month: CivilMonth) -> ServiceFigures {
    judged.figures(month.firstDay...min(month.lastDay, judged.end))
  }

  /// The figures of all its months.
  var total: ServiceFigures { judged.figures(recorded.lowerBound.month.firstDay...judged.end) }
}
