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
    heading("\(name): " + verdict(on: finding))
    if report.configuration.isAssumed, finding.standard.subject == .serviceLevel {
      lines.append("  this holds if the objectives above are the center's own: none was configured")
    }
    for scope in finding.scopes { write(scope) }
  }

  private mutating func write(_ scope: ScopeFinding) {
    lines += ["", "  " + summary(of: scope)]
    for criterion in scope.criteria {
      let status = style.status(criterion.status, width: 14)
      lines.append(
        ["\(criterion.criterion.level)", status, criterion.requirement], indent: 4)
      let indent = String(repeating: " ", count: 7)
      lines += details(of: criterion).map { indent + $0 }
    }
    if let next = nextMonth(of: scope) { lines.append("    " + next) }
  }

  /// Says how a scope stands.
  func summary(of scope: ScopeFinding) -> String {
    let name = title(scope.scope, scope.site)
    guard let reached = scope.level, let possible = scope.possible else {
      return "\(name): not judged, no record matches it"
    }
    let share = scope.share.map { ", \($0.percentText(.nearest)) % of all contacts" } ?? ""
    let open = possible > reached ? "; up to level \(possible) is possible" : ""
    let other = withExclusions(reached, scope.levelWithExclusions)
    return "\(name): \(level(reached))\(other)\(open)\(share)"
  }

  /// Says what a criterion lacks or has to spare, who attests it, and what else there is to know.
  func details(of criterion: CriterionFinding) -> [String] {
    // A remark says better why there is nothing to count.
    let isEmpty = criterion.distance == .nothing && !criterion.remarks.isEmpty
    return (isEmpty ? [] : [criterion.distance.description])
      + criterion.attestations.map(sentence) + criterion.remarks.map(\.description)
  }

  /// Says what next month has to be; `nil` where no rule of the scope counts months.
  func nextMonth(of scope: ScopeFinding) -> String? {
    guard let rollOff = scope.rollOff else { return nil }
    let demands = scope.rollOffs.map(\.demandInWords).joined(separator: "; ")
    return "\(rollOff.leavingInWords): \(demands)"
  }

  /// Says how a standard stands as a whole.
  func verdict(on finding: StandardFinding) -> String {
    guard finding.isAssessed else { return "not assessed" }
    return (finding.level.map(level) ?? "not judged")
      + withExclusions(finding.level, finding.levelWithExclusions)
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
