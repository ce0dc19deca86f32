import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics
import TestSupport

/// The year 2025 of an organization with 1000 contacts a month: its costs, costs of
/// quality and attestations.
struct CostYear {
  /// The cost of each month from January on; a month without one is absent.
  var costs: [String?] = []
  /// Months, from 1, in which nothing was answered.
  var withoutContacts: Set<Int> = []
  /// The category of the costs.
  var category = "people"
  var objectives = [SiteObjective(value: .of("5.80"))]
  /// Costs of quality: period, category, amount.
  var quality: [(CostPeriod, String, String)] = []
  var evidence: [EvidenceRecord] = []
  var asOf: CivilDate = .day("2025-12-31")

  func center() throws -> CenterMetrics {
    var text = "interval_start,offered,answered,answered_within_20\n"
    for month in 1...12 {
      let answered = withoutContacts.contains(month) ? 0 : 1000
      text += "\(CivilMonth(year: 2025, month: month))-14 09:00,1000,\(answered),\(answered)\n"
    }
    var tally = CenterTally(intervals: try CenterReading().tally([text]).tally)
    for (index, amount) in costs.enumerated() {
      guard let amount else { continue }
      tally.costs.add(
        CostRecord(
          period: .month(CivilMonth(year: 2025, month: index + 1)), category: category,
          amount: .of(amount)), kind: .costs, at: index + 2)
    }
    for (period, category, amount) in quality {
      tally.costs.add(
        CostRecord(period: period, category: category, amount: .of(amount)), kind: .qualityCosts,
        at: 2)
    }
    tally.evidence = evidence
    var options = MetricsOptions(asOf: asOf)
    options.costPerContact.objectives = objectives
    return try CenterMetrics(tally, options: options)
  }

  func standard(_ id: String) throws -> StandardFinding {
    Evaluator.findings(try center()).first { $0.standard.id == id }!
  }

  /// How one criterion of the only scope stands.
  func criterion(_ level: Int, of id: String = "8.04") throws -> CriterionFinding {
    try standard(id).scopes[0].criteria[level - 1]
  }
}
