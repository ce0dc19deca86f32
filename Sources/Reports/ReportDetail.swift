import Basics
import PerformanceMetrics

/// What a report lists of each service beside its months.
public enum ReportDetail: String, CaseIterable, Hashable, Sendable {
  /// Every day.
  case days
  /// Every day, and every interval with records or without those it should have.
  case intervals
}

extension ServiceMetrics.Records {
  /// The days from the first of the first month with data to as-of.
  var span: ClosedRange<CivilDate> { recorded.lowerBound.month.firstDay...judged.end }

  /// The figures of every day of the span.
  var days: [(day: CivilDate, figures: ServiceFigures)] {
    (0...(span.upperBound - span.lowerBound)).map { offset in
      let day = span.lowerBound + offset
      return (day, judged.figures(day...day))
    }
  }
}
