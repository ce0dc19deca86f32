import Basics
public import MaturityRules
import PerformanceMetrics

extension Explanation {
  /// Explains a rule in words.
  public init(_ address: RuleAddress) {
    self.address = address
    arithmetic = nil
  }

  /// Explains a rule and its arithmetic over what a report is made of.
  ///
  /// - Parameters:
  ///   - address: The rule, and where it is asked for.
  ///   - report: The report that it was applied in.
  ///   - places: Where the inputs begin.
  /// - Throws: `ExplanationError` when the month or the day asked about is not judged.
  public init(
    _ address: RuleAddress, _ report: Report, places: SourcePlaces
  ) throws(ExplanationError) {
    self.address = address
    let scopes: [Scope]
    switch address.rule {
    case .standard(let standard):
      scopes = try Explanation.scopes(standard, standard.criteria, address, report, places)
    case .criterion(let standard, let criterion):
      scopes = try Explanation.scopes(standard, [criterion], address, report, places)
    case .toolkit(let rule):
      switch rule.test {
      case .intervalsNearObjective:
        scopes = try ServiceLevelExplanation(address, report, places).scopes(rule)
      case .figuresAttained:
        guard address.place == nil else { throw .noPlaces(address) }
        scopes = (report.rules.first { $0.rule.id == rule.id }?.scopes ?? []).map {
          Scope($0, of: rule)
        }
      }
    }
    arithmetic = Arithmetic(
      asOf: report.center.asOf,
      isAssumed: report.configuration.isAssumed && address.judgesServices, scopes: scopes)
  }

  /// Explains criteria of a standard, each standard in its own way.
  private static func scopes(
    _ standard: Standard, _ criteria: [Criterion], _ address: RuleAddress, _ report: Report,
    _ places: SourcePlaces
  ) throws(ExplanationError) -> [Scope] {
    guard let finding = report.findings.first(where: { $0.standard.id == standard.id }) else {
      return []
    }
    switch standard.subject {
    case .serviceLevel:
      return try ServiceLevelExplanation(address, report, places).scopes(finding, criteria)
    case .quality, .satisfaction, .costPerContact:
      guard address.place == nil else { throw .noPlaces(address) }
      return FigureExplanation(report).scopes(finding, criteria)
    case .costOfQuality, .transactionValue:
      guard address.place == nil else { throw .noPlaces(address) }
      return finding.scopes.map { Scope($0, of: standard, criteria) }
    }
  }
}

extension RuleAddress {
  /// Whether the objectives of services decide: nothing else has an assumed one.
  fileprivate var judgesServices: Bool {
    switch rule {
    case .standard(let standard), .criterion(let standard, _): standard.subject == .serviceLevel
    case .toolkit: true
    }
  }
}

// MARK: - What every finding carries

extension Explanation.Scope {
  /// Takes from a finding what any standard has.
  ///
  /// - Parameter criteria: The criteria that were asked about.
  init(_ finding: ScopeFinding, of standard: Standard, _ criteria: [Criterion]) {
    name = finding.scope
    site = finding.site
    level = finding.level
    self.criteria = finding.criteria.filter { criteria.contains($0.criterion) }.map {
      Explanation.CriterionArithmetic($0, of: standard, rollOffs: finding.rollOffs)
    }
  }
}

extension Explanation.CriterionArithmetic {
  /// Takes from a finding what any criterion has: its counts, its distance, its months.
  init(_ finding: CriterionFinding, of standard: Standard, rollOffs: [RollOff]) {
    id = "\(standard.id).\(finding.criterion.level)"
    status = finding.status
    requirement = finding.requirement
    window = finding.window
    counts =
      finding.met.map { met in
        [
          Explanation.Count(
            label: finding.window?.text ?? "", met: met, counted: finding.counted ?? 0,
            undecided: finding.undecided ?? 0, needed: finding.needed, status: finding.status)
        ]
      } ?? []
    // A remark says better why there is nothing to count.
    let isEmpty = finding.distance == .nothing && !finding.remarks.isEmpty
    distance = isEmpty ? [] : [finding.distance.description]
    remarks = finding.remarks.map(\.description)
    parts = finding.months.map { month in
      Explanation.Count(
        label: month.month.description, met: month.met, counted: month.counted,
        undecided: month.undecided, needed: month.needed, status: month.status)
    }
    rollOff = rollOffs.first { $0.level == finding.criterion.level }.map {
      "\($0.leavingInWords): \($0.demandInWords)"
    }
  }
}
