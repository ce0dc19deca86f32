import Basics
import ContactRecords
import MaturityRules

// MARK: - The ladder

extension TextRenderer {
  private func level(_ level: Int) -> String { StandardLadder.text(ofLevel: level) }

  /// Says what the level is with the exclusions applied, where it is another.
  private func withExclusions(_ level: Int?, _ other: Int?) -> String {
    guard let other, other != level else { return "" }
    return ", with exclusions level \(other)"
  }

  /// Writes how a standard stands.
  mutating func write(_ finding: StandardFinding) {
    let name = "\(finding.standard.id) \(finding.standard.title)"
    guard finding.isAssessed else {
      let kinds = finding.standard.kinds.map { $0.rawValue.replacing("_", with: " ") }
      // Standards that are not assessed stand line by line, apart from what was judged.
      let index = report.findings.firstIndex { $0.standard.id == finding.standard.id } ?? 0
      if index == 0 || report.findings[index - 1].isAssessed { lines.append("") }
      lines.append("\(name): not assessed, no \(kinds.joined(separator: " or "))")
      return
    }
    heading(
      "\(name): " + (finding.level.map(level) ?? "not judged")
        + withExclusions(finding.level, finding.levelWithExclusions))
    if report.configuration.isAssumed, finding.standard.subject == .serviceLevel {
      lines.append("  this holds if the objectives above are the center's own: none was configured")
    }
    for scope in finding.scopes { write(scope) }
  }

  private mutating func write(_ scope: ScopeFinding) {
    let name = title(scope.scope, scope.site)
    lines.append("")
    guard let reached = scope.level, let possible = scope.possible else {
      lines.append("  \(name): not judged, no record matches it")
      return
    }
    let share = scope.share.map { ", \($0.percentText(.nearest)) % of all contacts" } ?? ""
    let open = possible > reached ? "; up to level \(possible) is possible" : ""
    let other = withExclusions(reached, scope.levelWithExclusions)
    lines.append("  \(name): \(level(reached))\(other)\(open)\(share)")
    for criterion in scope.criteria {
      let status = style.status(criterion.status, width: 14)
      lines.append("    \(criterion.criterion.level)  \(status)  \(criterion.requirement)")
      let indent = String(repeating: " ", count: 7)
      // A remark says better why there is nothing to count.
      let isEmpty = criterion.distance == .nothing && !criterion.remarks.isEmpty
      if !isEmpty { lines.append(indent + criterion.distance.description) }
      for record in criterion.attestations { lines.append(indent + sentence(record)) }
      for remark in criterion.remarks { lines.append(indent + remark.description) }
    }
    if let rollOff = scope.rollOff {
      let demands = scope.rollOffs.map(\.demandInWords).joined(separator: "; ")
      lines.append("    \(rollOff.leavingInWords): \(demands)")
    }
  }

  /// Writes what was required and how it stands.
  mutating func writeRequirements() {
    guard !report.requirements.isEmpty else { return }
    heading("Required")
    for requirement in report.requirements {
      let status = style.status(requirement.status(report.findings))
      lines.append("  \(requirement.standard) at level \(requirement.level): \(status)")
    }
  }
}
