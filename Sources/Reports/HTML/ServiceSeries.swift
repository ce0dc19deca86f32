import Basics
import PerformanceMetrics

/// The months of a service as series of points, each with its figure as it is printed.
struct ServiceSeries {
  /// The service level, judged.
  let serviceLevel: [SeriesChart.Point]
  /// Abandoned contacts out of those offered, in percent.
  let abandonment: [SeriesChart.Point]
  /// The average speed of answer in seconds.
  let speed: [SeriesChart.Point]
  /// The average handle time in seconds.
  let handleTime: [SeriesChart.Point]

  /// Takes the months that charts show.
  init(_ service: Service, _ records: ServiceMetrics.Records) {
    let months = records.months.suffix(SeriesChart.mostMonths).map { month in
      let (figures, isComplete) = records.figures(month)
      return (month: month, figures: figures, isComplete: isComplete)
    }
    serviceLevel = months.map { month, figures, isComplete in
      SeriesChart.Point(
        month: month, value: figures.serviceLevel.flatMap { FixedPoint(Fraction($0) * 100) },
        text: figures.serviceLevel.map { $0.percentText(.down) } ?? "–",
        mark: ChartMark(figures.state, isComplete: isComplete), isComplete: isComplete,
        objective: service.objectives.inForce(on: month.lastDay)?.percent)
    }
    func points(
      _ factor: Int, _ figure: (ServiceFigures) -> Ratio?
    ) -> [SeriesChart.Point] {
      months.map { month, figures, isComplete in
        let value = figure(figures).flatMap { FixedPoint(Fraction($0) * factor) }
        return SeriesChart.Point(
          month: month, value: value,
          text: figure(figures).map {
            factor == 1 ? $0.valueText() : $0.percentText(.nearest)
          } ?? "–", isComplete: isComplete)
      }
    }
    abandonment = points(100, \.abandonmentRate)
    speed = points(1, \.averageSpeedOfAnswer)
    handleTime = points(1, \.averageHandleTime)
  }
}

extension FixedPoint {
  /// The nearest decimal number; `nil` for one that is too large to be drawn.
  init?(_ fraction: Fraction) {
    self.init(fraction.decimalText(places: FixedPoint.places, .nearest))
  }
}

extension ChartMark {
  /// The mark of a month: one that as-of cuts is not judged yet.
  init(_ state: OpportunityState, isComplete: Bool) {
    self = isComplete ? ChartMark(state) ?? .plain : .plain
  }
}
