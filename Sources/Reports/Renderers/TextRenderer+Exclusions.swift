import Basics
import PerformanceMetrics

extension TextRenderer {
  /// Writes which stretches of time were given to be left out, and what they take out.
  mutating func writeExclusions() {
    let exclusions = report.center.exclusions
    guard !exclusions.isEmpty else { return }
    heading("Exclusions")
    lines.append(
      "  what follows is without them, except where it says \"with exclusions\"")
    for applied in exclusions {
      let exclusion = applied.exclusion
      lines.append(
        "  \(exclusion.start) to \(exclusion.end): \(VisibleText.escaping(exclusion.reason)), "
          + "approved by \(VisibleText.escaping(exclusion.approver))")
      let scope = [
        exclusion.service.map { "service " + VisibleText.escaping($0.text) },
        exclusion.site.map { "site " + VisibleText.escaping($0.text) },
      ].compactMap(\.self).joined(separator: ", ")
      if !scope.isEmpty { lines.append("    " + scope) }
      for effect in applied.effects {
        lines.append(
          "    \(title(effect.service, effect.site)): \(counted(effect.intervals, "interval")), "
            + counted(effect.days, "day")
            + (effect.months > 0 ? ", " + counted(effect.months, "whole month") : ""))
      }
      if applied.effects.isEmpty { lines.append("    takes out nothing") }
    }
  }

  /// Writes which months stand otherwise with the exclusions applied.
  mutating func writeChangedMonths(_ records: ServiceMetrics.Records) {
    guard let history = records.withExclusions else { return }
    let changed = records.months.compactMap { month -> String? in
      let (plain, other) = (
        records.figures(month).figures.state, records.figures(month, in: history).figures.state
      )
      return plain == other ? nil : "\(month) \(other.rawValue)"
    }
    lines.append(
      "  with exclusions: "
        + (changed.isEmpty ? "every month stands as above" : changed.joined(separator: ", ")))
  }
}
