import Basics
import PerformanceMetrics

// MARK: - Courses of months

extension TextRenderer {
  /// The longest course that fits beside its words on any terminal that text is folded for.
  private static let mostMonths = 36

  /// Writes the course of the service level over months, where there is a place for it.
  ///
  /// A month that is met or missed has the color that says so. The lowest and the highest
  /// figure stand beside the bars, which begin at the one and end at the other.
  ///
  /// - Parameters:
  ///   - months: The months in order; the last ones of many.
  ///   - name: What the course is called.
  mutating func writeSparkline(
    _ records: ServiceMetrics.Records, over months: [CivilMonth], of name: String
  ) {
    guard style.hasSparklines else { return }
    let known = Set(records.months)
    var figures = months.suffix(TextRenderer.mostMonths).map { month in
      known.contains(month) ? (month, records.figures(month).figures) : (month, nil)
    }
    // What lies before the first month of the records is no gap in them.
    figures = Array(figures.drop { $0.1?.serviceLevel == nil })
    guard let first = figures.first?.0, let last = figures.last?.0,
      let line = Sparkline(figures.map { $0.1?.serviceLevel })
    else { return }
    let bars = zip(line.marks, figures).map { mark, month in
      colored(String(mark), month.1?.state)
    }
    let range =
      line.isLevel
      ? "\(percent(line.lowest)) throughout"
      : "low \(percent(line.lowest)), high \(percent(line.highest))"
    let gaps = line.marks.contains(Sparkline.gap) ? ", \(Sparkline.gap) without a figure" : ""
    lines.append("  \(name) \(first) to \(last): \(bars.joined()) \(range)\(gaps)")
  }

  private func colored(_ mark: String, _ state: OpportunityState?) -> String {
    switch state {
    case .met: style.good(mark)
    case .missed: style.bad(mark)
    case .undecided: style.open(mark)
    case .idle, .closed, .excluded, nil: mark
    }
  }

  private func percent(_ ratio: Ratio) -> String { ratio.percentText(.down) + " %" }
}
