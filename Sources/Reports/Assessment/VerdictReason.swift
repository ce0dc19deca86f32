import Basics
import MaturityRules

/// Why a rating stands beside the data as it does: the rung that fails or is open, and how far
/// it is from holding.
///
/// Names from data stand in it as they are, and are made safe where it is shown.
enum VerdictReason {
  /// Tells which rung of a standard decides.
  ///
  /// - Returns: `nil` where the verdict says it all, or nothing was judged.
  static func of(_ standard: CMOAssessment.Standard, _ findings: [StandardFinding]) -> String? {
    guard let finding = findings.first(where: { $0.standard.id == standard.item.id }),
      let verdict = standard.verdict, let claimed = standard.claimed
    else { return nil }
    switch verdict {
    case .contradicted:
      return decisive(finding, below: claimed, \.possible) { scope in
        scope.criteria.prefix { $0.criterion.level <= claimed }.filter { $0.status == .missed }
          .prefix(1)
      }
    case .unproven:
      return decisive(finding, below: claimed, \.level) { $0.open(upTo: claimed) }
    case .agrees where finding.possible > claimed:
      return decisive(finding, below: claimed + 1, \.level) { $0.open(upTo: claimed + 1) }
    case .agrees, .understated, .computed, .claimed: return nil
    }
  }

  /// Tells what the lowest scope lacks, and how many others lack something too.
  private static func decisive(
    _ finding: StandardFinding, below level: Int, _ reached: KeyPath<ScopeFinding, Int?>,
    _ rungs: (ScopeFinding) -> some Collection<CriterionFinding>
  ) -> String? {
    let short = finding.scopes.filter { $0[keyPath: reached].map { $0 < level } ?? false }
    let lowest = short.enumerated().min {
      ($0.element[keyPath: reached] ?? 0, $0.offset)
        < ($1.element[keyPath: reached] ?? 0, $1.offset)
    }
    guard let scope = lowest?.element else { return nil }
    let words = rungs(scope).map(\.rungWords).joined(separator: "; ")
    guard !words.isEmpty else { return nil }
    let name = finding.scopes.count > 1 ? scope.name + ": " : ""
    return name + words + others(short.count - 1)
  }

  /// Tells what a rule of the toolkit counted for an activity.
  ///
  /// - Returns: `nil` where the rule was not judged.
  static func of(_ activity: MaturityAssessment.Activity, _ rules: [RuleFinding]) -> String? {
    guard let finding = rules.first(where: { $0.rule.id == activity.rated.item.computedBy })
    else { return nil }
    // The worst scope decides.
    let deciding = finding.scopes.filter { $0.status == finding.status }
    guard let scope = deciding.first else { return nil }
    let parts = scope.parts.filter { $0.distance != .nothing }.map { "\($0.name): \($0.distance)" }
    let words = (parts + scope.remarks.map(\.description)).joined(separator: "; ")
    guard !words.isEmpty else { return nil }
    let name = finding.scopes.count > 1 ? "\(scopeName(scope.scope, scope.site)): " : ""
    return name + words + others(deciding.count - 1)
  }

  private static func others(_ count: Int) -> String {
    count > 0 ? "; and \(counted(count, "more scope"))" : ""
  }

  /// The name of a scope and its site.
  fileprivate static func scopeName(_ scope: String, _ site: String?) -> String {
    scope + (site.map { " at " + $0 } ?? "")
  }
}

extension ScopeFinding {
  /// The name of the scope and its site.
  fileprivate var name: String { VerdictReason.scopeName(scope, site) }

  /// The rungs above the level that nothing decides.
  fileprivate func open(upTo claimed: Int) -> [CriterionFinding] {
    criteria.filter {
      (level ?? 0) < $0.criterion.level && $0.criterion.level <= claimed
        && ($0.status == .indeterminate || $0.status == .needsEvidence)
    }
  }
}

extension CriterionFinding {
  /// The level and how far it is from holding: level 2, 2026-02: 21 of 28 days, needs 23.
  fileprivate var rungWords: String {
    let level = "level \(criterion.level)"
    if status == .needsEvidence { return "\(level) needs an attestation" }
    if distance == .nothing, let remark = remarks.first { return "\(level), \(remark)" }
    return "\(level), \(distance.brief)"
  }
}

extension Distance {
  /// The counts alone, without what they mean; the first month where several fall short.
  fileprivate var brief: String {
    switch self {
    case .months(let met, let undecided, _, let needed, _):
      return Distance.counts(met, undecided, needed)
    case .days(let short, let open, _):
      let gaps = short.isEmpty ? open : short
      guard let first = gaps.first else { return description }
      let more = gaps.count - 1
      return "\(first)" + (more > 0 ? "; and \(counted(more, "more month"))" : "")
    case .intervals(let met, let counted, let undecided, let needed):
      return "\(grouped(met)) of \(grouped(counted + undecided)) intervals met"
        + (undecided > 0 ? ", \(grouped(undecided)) undecided" : "") + ", needs \(grouped(needed))"
    case .types, .metric, .typeValues, .costMonths, .costObjective, .costTendency,
      .qualityRecords, .attested, .attestation, .nothing:
      return description
    }
  }

  private static func counts(_ met: Int, _ undecided: Int, _ needed: Int) -> String {
    "\(met) met" + (undecided > 0 ? ", \(undecided) undecided" : "") + ", needs \(needed)"
  }
}
