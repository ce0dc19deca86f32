import Basics
import PerformanceMetrics
import Reports

/// Writes an audit for people: what was read, each claim with its verdict, and what would
/// explain a false one; then what in the records deserves a look.
///
/// Never an accusation: definitions, figures, chances.
public enum ClaimAuditRenderer: Sendable {
  /// Renders an audit.
  ///
  /// - Parameters:
  ///   - audit: What the claims came to.
  ///   - isColored: Whether the terminal's colors are used.
  /// - Returns: The text with a line break at its end.
  public static func render(_ audit: ClaimAudit, isColored: Bool = false) -> String {
    let style = TextStyle(isColored: isColored)
    var lines = [
      style.heading("Claims as of \(audit.report.center.asOf)"),
      "  " + summary(audit), "",
    ]
    lines += audit.report.inputLines
    lines += definitions(audit.report)
    lines += audit.remarks.map { "  " + $0 }
    for verdict in audit.verdicts { lines += [""] + self.lines(verdict, style) }
    lines += [""] + IndicatorRenderer.lines(audit.indicators, style)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func summary(_ audit: ClaimAudit) -> String {
    let counts = ClaimVerdict.Status.allCases.map { (audit.count($0), $0.rawValue) }
      .filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }
    return counted(audit.verdicts.count, "claim") + ": " + counts.joined(separator: ", ")
  }

  /// What claims are judged by where they name nothing else.
  private static func definitions(_ report: Report) -> [String] {
    let assumed = report.configuration.isAssumed ? ", which nobody configured" : ""
    return report.center.services.compactMap { metrics in
      guard let records = metrics.records else { return nil }
      let service = metrics.service
      let name = [service.name, metrics.site].compactMap { $0.map(VisibleText.escaping) }
        .joined(separator: " at ")
      let objective =
        service.objectives.inForce(on: report.center.asOf)
        .map { "\($0.percent) % within \($0.seconds) s" } ?? "no objective in force"
      let threshold = records.assumesThreshold ? "; rows do not state their threshold" : ""
      return "  \(name): \(objective), formula \(service.formula.rawValue)\(assumed)\(threshold)"
    }
  }

  private static func lines(_ verdict: ClaimVerdict, _ style: TextStyle) -> [String] {
    let claim = verdict.claim
    let about = [claim.measureText, claim.scopeText, claim.periodText].filter { !$0.isEmpty }
      .map(VisibleText.escaping).joined(separator: ", ")
    var lines = [
      "\(VisibleText.escaping(claim.id)): \(about): "
        + "\(VisibleText.escaping(claim.claimedText)) is \(styled(verdict.status, style))"
    ]
    if let actual = verdict.actual {
      var line = "  recorded: \(actual.text)"
      if verdict.status != .verified, let difference = verdict.differenceText,
        difference.contains(where: { "1"..."9" ~= $0 })
      {
        line += "; claimed \(more(difference))"
      }
      lines.append(line)
    }
    if let coverage = verdict.coverage, coverage.numerator < coverage.denominator {
      lines.append(
        "  \(coverage.percentText(.down))% of the expected intervals are there")
    }
    lines += verdict.remarks.map { "  " + $0 }
    guard verdict.tried > 0, let chance = verdict.chance else { return lines }
    let tried = counted(verdict.tried, "other definition") + " tried"
    let share =
      "; of the other numbers near the truth they give \(chance.percentText(.up))%"
    if verdict.explanations.isEmpty {
      lines.append("  \(tried), none gives it")
      return lines
    }
    for explanation in verdict.explanations {
      let word = explanation.isConclusive ? "it is" : "consistent with"
      lines.append(
        "  \(word) \(VisibleText.escaping(explanation.definition.description)): "
          + "\(explanation.figure.text(as: claim.claimed)), \(explanation.definition.words)")
    }
    lines.append("  \(tried)\(share)")
    if verdict.status == .refuted {
      lines.append("  too many for a match to tell anything")
    }
    return lines
  }

  /// A difference in words: 2.31 more, 0.05 less.
  private static func more(_ difference: String) -> String {
    difference.hasPrefix("-")
      ? "\(grouped(decimal: String(difference.dropFirst()))) less"
      : "\(grouped(decimal: difference)) more"
  }

  private static func styled(_ status: ClaimVerdict.Status, _ style: TextStyle) -> String {
    switch status {
    case .verified: style.good(status.rawValue)
    case .refuted: style.bad(status.rawValue)
    case .otherDefinition: style.bad("true by another definition only")
    case .indeterminate: style.open(status.rawValue)
    case .unsupported: style.open(status.rawValue)
    }
  }
}
