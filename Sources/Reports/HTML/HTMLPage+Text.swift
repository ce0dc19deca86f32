import MaturityRules
import PerformanceMetrics

// MARK: - Sentences

extension HTMLPage {
  /// What the text says of a part, section by section.
  func sections(
    _ write: (inout TextRenderer) -> Void
  ) -> [ReportText.Section] {
    var text = words
    write(&text)
    return text.lines.sections
  }

  /// Says how many of a kind have no charts; nothing where all have.
  mutating func writeRest(_ count: Int, _ kind: String) {
    guard count > HTMLRenderer.mostDrawn else { return }
    add(
      "p", ["class": "note"],
      text:
        "Shown in full: the first \(HTMLRenderer.mostDrawn) of \(count) \(kind), in their order "
        + "in the report. The forms text and json have all of them.")
  }
}
