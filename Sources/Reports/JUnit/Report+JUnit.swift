import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics

/// What of a report is a test: a suite for each standard, with a case for each level and
/// for each month that one of them counts.
extension Report {
  /// The suites: the standards, the rules of the toolkit, the requirements.
  var junitSuites: [JUnitSuite] {
    var suites = findings.map(suite)
    let rules = rules.filter { !$0.scopes.isEmpty }.flatMap(cases)
    if !rules.isEmpty {
      suites.append(JUnitSuite(name: "Rules of the self-assessment toolkit", cases: rules))
    }
    if !requirements.isEmpty {
      suites.append(JUnitSuite(name: "Required levels", cases: requirements.map(requiredCase)))
    }
    return suites
  }

  private func suite(_ finding: StandardFinding) -> JUnitSuite {
    let standard = finding.standard
    let name = "\(standard.id) \(standard.title)"
    guard finding.isAssessed else {
      let kinds = standard.kinds.map { $0.rawValue.replacing("_", with: " ") }
      let why = "no " + kinds.joined(separator: " or ")
      return JUnitSuite(
        name: name,
        cases: [JUnitCase(group: group(standard), name: "level", outcome: .init(.notAssessed, why))]
      )
    }
    return JUnitSuite(
      name: name,
      cases: zip(finding.scopes, months(of: finding)).flatMap { scope, months in
        let group = group(standard, title(scope.scope, scope.site))
        guard !scope.criteria.isEmpty else {
          return [
            JUnitCase(
              group: group, name: "level",
              outcome: .init(.notAssessed, "no record matches this service"))
          ]
        }
        return scope.criteria.map { level($0, group) } + months
      })
  }

  /// The number of the standard without its point, which would begin a package.
  private func group(_ standard: Standard, _ scope: String? = nil) -> String {
    standard.id.replacing(".", with: "_") + (scope.map { "." + $0 } ?? "")
  }

  private func title(_ name: String, _ site: String?) -> String {
    name + (site.map { " at " + $0 } ?? "")
  }

  private func level(_ finding: CriterionFinding, _ group: String) -> JUnitCase {
    // A remark says better why there is nothing to count.
    let distance = finding.distance == .nothing ? [] : [finding.distance.description]
    let why = (distance + finding.remarks.map(\.description)).joined(separator: "; ")
    // Without the months looked at, so that next month's run has the same test.
    return JUnitCase(
      group: group,
      name: "level \(finding.criterion.level): \(finding.criterion.requirement)",
      outcome: .init(finding.status, why))
  }

  private func cases(_ finding: RuleFinding) -> [JUnitCase] {
    finding.scopes.map { scope in
      let parts = scope.parts.filter { $0.distance != .nothing }.map {
        "\($0.name): \($0.distance)"
      }
      return JUnitCase(
        group: "toolkit." + title(scope.scope, scope.site),
        name: "\(finding.rule.id): \(finding.rule.requirement)",
        outcome: .init(
          scope.status, (parts + scope.remarks.map(\.description)).joined(separator: "; ")))
    }
  }

  private func requiredCase(_ requirement: Requirement) -> JUnitCase {
    let finding = findings.first { $0.standard.id == requirement.standard }
    let level = finding?.level.map { "level \($0)" } ?? "not judged"
    let outcome: JUnitCase.Outcome =
      switch requirement.status(findings) {
      case .holds: .passed
      case .fails: .failed("\(requirement.standard) stands at \(level)")
      case .indeterminate:
        .skipped(
          "indeterminate: \(requirement.standard) stands at \(level), and what is missing "
            + "could still raise it")
      }
    return JUnitCase(
      group: "required", name: "\(requirement.standard) at level \(requirement.level) or above",
      outcome: outcome)
  }
}

// MARK: - Months

extension Report {
  /// The months that the levels of a standard count, each once for every scope.
  private func months(of finding: StandardFinding) -> [[JUnitCase]] {
    let standard = finding.standard
    return switch standard.subject {
    case .serviceLevel:
      finding.scopes.map { scope in
        let group = group(standard, title(scope.scope, scope.site))
        return scope.criteria.flatMap { serviceMonths(of: $0, scope, group) }
      }
    case .quality, .satisfaction, .costPerContact:
      FigureExplanation(self).scopes(finding, standard.criteria).map { scope in
        let group = group(standard, title(scope.name, scope.site))
        return scope.criteria.flatMap(\.figures).map { month in
          let objective = month.objective.map { ", objective \($0)" } ?? ""
          return JUnitCase(
            group: group, name: "month \(month.label)",
            outcome: .init(month.state, (month.value ?? "no value") + objective))
        }
      }
    // These ask what is recorded at all.
    case .costOfQuality, .transactionValue: finding.scopes.map { _ in [] }
    }
  }

  /// The months of a criterion on months or on days.
  private func serviceMonths(
    of finding: CriterionFinding, _ scope: ScopeFinding, _ group: String
  ) -> [JUnitCase] {
    let days = finding.months.map { month in
      let all = month.counted + month.undecided
      return JUnitCase(
        group: group, name: "days of \(month.month)",
        outcome: .init(
          month.status,
          all == 0
            ? "no day to judge" : "\(month.met) of \(all) days met, needs \(month.needed)"))
    }
    guard case .monthsAttained = finding.criterion.test, let window = finding.window,
      let metrics = center.services.first(where: {
        $0.service.name == scope.scope && $0.site == scope.site
      }), let judged = metrics.records?.judged
    else { return days }
    return window.months.map { month in
      let figures = judged.figures(month.firstDay...min(month.lastDay, judged.end))
      let level = figures.serviceLevel.map { "\($0.percentText(.down)) %" } ?? "no service level"
      return JUnitCase(
        group: group, name: "month \(month)",
        outcome: .init(figures.state, "\(level), objective \(metrics.service.objectivesInWords)"))
    } + days
  }
}
