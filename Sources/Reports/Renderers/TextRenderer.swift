import Basics

/// Writes a report for people: what was read, the months, and the ladder with what is lacking.
///
/// Names that come from data are shown with their control characters made
/// visible. Colors are used only on request; without them the text is the same.
public struct TextRenderer: Sendable {
  let report: Report
  let style: TextStyle
  var lines = ReportText()

  /// Renders a report for a file.
  ///
  /// - Parameters:
  ///   - report: What is rendered.
  ///   - isColored: Whether the terminal's colors are used.
  /// - Returns: The text with a line break at its end.
  public static func render(_ report: Report, isColored: Bool = false) -> String {
    render(report, TextStyle(isColored: isColored))
  }

  /// Renders a report for the place that a style describes.
  ///
  /// - Returns: The text with a line break at its end.
  package static func render(_ report: Report, _ style: TextStyle) -> String {
    text(of: report, style).lines(style).joined(separator: "\n") + "\n"
  }

  /// Says all of a report, piece by piece.
  static func text(of report: Report, _ style: TextStyle) -> ReportText {
    var renderer = TextRenderer(report: report, style: style)
    renderer.writeInputs()
    renderer.writeExclusions()
    renderer.writeServices()
    renderer.writeScores()
    renderer.writeCosts()
    renderer.writeResolution()
    renderer.writeTransactionValue()
    for finding in report.findings { renderer.write(finding) }
    renderer.writeRules()
    renderer.writeEvidence()
    renderer.writeRequirements()
    return renderer.lines
  }

  /// Prepares to say what a report says.
  init(report: Report, style: TextStyle) {
    self.report = report
    self.style = style
  }

  /// Begins a section.
  mutating func heading(_ text: String) { lines.begin(text) }
}
