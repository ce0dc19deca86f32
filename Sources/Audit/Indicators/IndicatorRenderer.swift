import Basics
import PerformanceMetrics
import Reports

/// Writes findings for people: what was found, how likely it is by chance, and what else makes it.
enum IndicatorRenderer {
  /// The lines of a list of findings.
  static func lines(_ indicators: [Indicator], _ style: TextStyle) -> [String] {
    if indicators.isEmpty { return [style.heading("Indicators: none")] }
    return [style.heading("Indicators: what deserves a look, each with its usual causes")]
      + indicators.flatMap(lines)
  }

  private static func lines(_ indicator: Indicator) -> [String] {
    let (first, last) = (indicator.period.lowerBound, indicator.period.upperBound)
    return [
      "  \(indicator.kind.rawValue): \(VisibleText.escaping(indicator.scope)), \(first)..\(last)",
      "    \(indicator.words)",
      "    " + (indicator.chanceWords.map { $0 + "; " } ?? "")
        + "usual causes: \(indicator.causes)",
    ]
  }
}
