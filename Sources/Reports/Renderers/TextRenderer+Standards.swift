import Basics
import ContactRecords
import MaturityRules

// MARK: - The ladder

extension TextRenderer {
  private func level(_ level: Int) -> String {
    "level \(level) (\(StandardLadder.levelNames[level]))"
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
    heading("\(name): " + (finding.level.map(level) ?? "not judged"))
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
    lines.append("  \(name): \(level(reached))\(open)\(share)")
    for criterion in scope.criteria {
      let status = style.status(criterion.status, width: 14)
      lines.append("    \(criterion.criterion.level)  \(status)  \(requirement(criterion))")
      let indent = String(repeating: " ", count: 7)
      // A remark says better why there is nothing to count.
      let isEmpty = criterion.distance == .nothing && !criterion.remarks.isEmpty
      if !isEmpty { lines.append(indent + criterion.distance.description) }
      for record in criterion.attestations { lines.append(indent + sentence(record)) }
      for remark in criterion.remarks { lines.append(indent + remark.description) }
    }
    if let rollOff = scope.rollOff {
      lines.append("    " + sentence(rollOff, scope.rollOffs.map(demand)))
    }
  }

  private func requirement(_ finding: CriterionFinding) -> String {
    let window = finding.window.map { window in
      switch window.grain {
      case .month, .day, .quarter:
        " (\(window.days.lowerBound.month) to \(window.days.upperBound.month))"
      case .interval: " (\(window.days.lowerBound) to \(window.days.upperBound))"
      }
    }
    return finding.criterion.requirement + (window ?? "")
  }

  /// Tells what next month has to be, level by level.
  private func sentence(_ rollOff: RollOff, _ demands: [String]) -> String {
    let left =
      switch rollOff.leavesMet {
      case true: "which was met"
      case false: "which was missed"
      case nil: "which is not counted"
      }
    return "next month \(rollOff.leaves) leaves the \(rollOff.months), \(left): "
      + demands.joined(separator: "; ")
  }

  private func demand(_ rollOff: RollOff) -> String {
    let level = "level \(rollOff.level)"
    return switch rollOff.demand {
    case .mayBeMissed: "\(level) then holds whatever \(rollOff.next) is"
    case .mustBeMet: "\(rollOff.next) has to be met for \(level)"
    case .mustBeMetWithUndecided:
      "\(rollOff.next) and undecided months have to be met for \(level)"
    case .cannotSuffice: "\(level) is then out of reach whatever \(rollOff.next) is"
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
