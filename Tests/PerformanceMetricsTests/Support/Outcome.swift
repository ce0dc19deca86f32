import Basics
import PerformanceMetrics

/// Everything that metrics say, as lines of text that tests compare.
struct Outcome: Equatable {
  var lines: [String] = []

  init(_ center: CenterMetrics) {
    lines.append("as of \(center.asOf), unmatched \(center.unmatched)")
    for service in center.services {
      lines.append("\(service.service.name) @ \(service.site ?? "-")")
      guard let records = service.records else { continue }
      lines.append(
        "\(records.intervalMinutes.map { "\($0)" } ?? "no") min, \(records.habit?.rawValue ?? "mixed"), "
          + "\(records.recorded), assumed \(records.assumesThreshold)")
      for history in records.alternatives {
        for month in history.start.month.index...history.end.month.index {
          let month = CivilMonth(index: month)
          let last = min(month.lastDay, history.end)
          guard history.start <= last else { continue }
          let figures = history.figures(max(month.firstDay, history.start)...last)
          lines.append("\(history.formula) \(month) \(Outcome.text(figures))")
        }
      }
      var day = records.recorded.lowerBound - 7
      while day <= records.judged.end {
        if day >= records.judged.start {
          lines.append("\(day) \(Outcome.text(records.judged.figures(day...day)))")
        }
        day = day + 1
      }
    }
    lines += center.suspectDays.map { "\($0)" }
  }

  private static func text(_ figures: ServiceFigures) -> String {
    let (sums, counts) = (figures.sums, [figures.intervals, figures.days])
    let numbers =
      [
        sums.offered, sums.answered, sums.abandoned, sums.answeredWithin, sums.answeredUnjudged,
        sums.abandonedWithin, sums.abandonedUnjudged, sums.shortAbandoned, sums.shortUnjudged,
        sums.flowOut, sums.waitMilliseconds, sums.handleMilliseconds, sums.rows,
        figures.judgedSums.offered, figures.closedOffered, figures.expected, figures.holes,
      ]
      + counts.flatMap { [$0.met, $0.counted, $0.idle, $0.closed, $0.undecided, $0.excluded] }
    let mean = figures.unweightedMeanText ?? "-"
    return figures.state.rawValue + " " + mean
      + numbers.reduce(into: "") { $0 += " " + String($1) }
  }
}
