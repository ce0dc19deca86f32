import MaturityRules

/// The rules of the toolkit, beside the ladder.
extension TextRenderer {
  /// Writes how the rules stand; nothing where none could be judged.
  mutating func writeRules() {
    let rules = report.rules.filter { !$0.scopes.isEmpty }
    guard !rules.isEmpty else { return }
    heading("Rules of the self-assessment toolkit")
    for finding in rules {
      lines.append("  \(finding.rule.id): \(finding.rule.requirement)")
      for scope in finding.scopes { write(scope) }
    }
  }

  private mutating func write(_ scope: RuleScope) {
    lines.append(
      "    \(title(scope.scope, scope.site)): \(style.status(scope.status)) "
        + "(\(scope.window.monthsInWords))")
    for part in scope.parts where part.distance != .nothing {
      lines.append("      \(part.name): \(part.distance)")
    }
    for remark in scope.remarks { lines.append("      \(remark)") }
  }
}
