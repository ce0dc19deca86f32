import Basics
import PerformanceMetrics
import Reports

/// Writes a figure with the rows behind it, for people and for programs.
public enum FigureTraceRenderer: Sendable {
  /// Renders it as text.
  ///
  /// - Parameters:
  ///   - trace: A figure and the rows behind it.
  ///   - isColored: Whether the terminal's colors are used.
  /// - Returns: The text with a line break at its end.
  public static func text(_ trace: FigureTrace, isColored: Bool = false) -> String {
    let style = TextStyle(isColored: isColored)
    var lines = [
      style.heading(trace.address) + ": " + trace.value, "  as of \(trace.report.center.asOf)",
      "  " + VisibleText.escaping(trace.meaning),
    ]
    lines += trace.remarks.map { "  " + VisibleText.escaping($0) }
    if !trace.parts.isEmpty {
      var table = TextTable([.left, .right])
      for part in trace.parts { table.add([part.address, part.value]) }
      lines += [""] + table.lines(indent: 2)
    }
    if !trace.opportunities.isEmpty {
      var table = TextTable([.left, .left, .right, .right])
      table.add(["counted", "state", "service level", "in time"])
      for opportunity in trace.opportunities {
        let level = opportunity.serviceLevel
        table.add([
          opportunity.label, opportunity.state, level.map { "\($0.percentText(.down))%" } ?? "",
          level.map { "\(grouped($0.numerator)) of \(grouped($0.denominator))" } ?? "",
        ])
      }
      lines += [""] + table.lines(indent: 2)
    }
    if trace.parts.isEmpty { lines += [""] + rows(trace) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rows(_ trace: FigureTrace) -> [String] {
    var table = TextTable([.left, .left, .left, .right, .right])
    table.add(["file:line", "start", "of", trace.numeratorName, trace.denominatorName])
    for row in trace.rows {
      table.add([
        row.positions.map { "\(VisibleText.escaping($0.path)):\($0.line)" }
          .joined(separator: " + "),
        row.start + (row.isSecondPass ? " (second pass)" : ""),
        row.names.map(VisibleText.escaping).joined(separator: ", "),
        row.numerator.map { grouped(decimal: $0.plainText) } ?? "?",
        row.denominator.map { grouped(decimal: $0.plainText) } ?? "",
      ])
    }
    let sum = trace.sum
    table.add([
      counted(trace.rows.count, "row"), "", "",
      sum.map { grouped(decimal: $0.numerator.plainText) } ?? "",
      sum?.denominator.map { grouped(decimal: $0.plainText) } ?? "",
    ])
    return table.lines(indent: 2)
  }

  /// Renders it as JSON, which `FigureTraceSchema` describes.
  ///
  /// - Throws: When it cannot be encoded, which would be a bug.
  public static func json(_ trace: FigureTrace) throws -> [UInt8] {
    try JSONRenderer.encoded(Framed(EncodedFigureTrace(trace), of: trace.report))
  }
}

extension Fraction {
  /// The number without decimals where it is whole, and else with as many as amounts have.
  var plainText: String {
    let text = decimalText(places: 4, .nearest)
    return text.hasSuffix(".0000") ? String(text.dropLast(5)) : text
  }
}
