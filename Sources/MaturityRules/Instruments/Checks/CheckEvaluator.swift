public import ContactRecords
import Basics
public import PerformanceMetrics

/// Holds what data say against standards that people rate, check by check.
///
/// Data never set such a rating. They support a level, would suffice for it, or rule it out
/// where a rating claims it; what they show of neither is not visible in them.
///
/// ```swift
/// let findings = CheckEvaluator(center, figures).findings(claimed: ["7.01": 3])
/// ```
public struct CheckEvaluator: Sendable {
  /// What is known beside the figures.
  public struct Background: Sendable {
    /// The kinds of records that were given.
    public var kinds: Set<RecordKind> = []
    /// Whether a configuration names services with objectives of its own.
    public var namesServices = false
    /// Whether it names any objective.
    public var namesObjectives = false
    /// Rows that could not be read, by the kind of their file.
    public var rejected: [RecordKind: Int] = [:]

    /// Knows nothing.
    public init() {}
  }

  /// What a check comes to before anyone claims anything.
  enum Outcome {
    case holds(String)
    /// What is asked is not so.
    case fails(String)
    /// The files cannot tell.
    case invisible(String)
  }

  let center: CenterMetrics
  let figures: SupportingFigures
  let background: Background
  let measures: [MeasuredMonths]

  /// Creates an evaluator.
  ///
  /// - Parameters:
  ///   - center: What the records come to.
  ///   - figures: What they come to besides.
  ///   - background: What is known beside the figures.
  public init(_ center: CenterMetrics, _ figures: SupportingFigures, _ background: Background) {
    (self.center, self.figures, self.background) = (center, figures, background)
    measures = MeasuredMonths.all(
      of: center, in: figures.months, isAssumed: !background.namesServices)
  }

  /// Answers every check, in the order of the standards.
  ///
  /// - Parameter claimed: The ratings, by the number of the standard.
  /// - Complexity: O(*n*) in the days of the services.
  public func findings(claimed: [String: Int]) -> [DataCheckFinding] {
    CMOStandards.checks.map { check in
      if let lacking = lacking(check) {
        return DataCheckFinding(check: check, verdict: .notExamined, detail: lacking)
      }
      switch outcome(check.test) {
      case .holds(let detail):
        return DataCheckFinding(check: check, verdict: check.favorable, detail: detail)
      case .invisible(let detail):
        return DataCheckFinding(check: check, verdict: .notVisible, detail: detail)
      case .fails(let detail):
        let isClaimed = claimed[check.standard].map { $0 >= check.level } ?? false
        let verdict: DataCheck.Verdict =
          check.otherwise == .contradicted && !isClaimed ? .notVisible : check.otherwise
        return DataCheckFinding(check: check, verdict: verdict, detail: detail)
      }
    }
  }

  /// The kinds of which a check needs records and none were given; `nil` where it can be answered.
  private func lacking(_ check: DataCheck) -> String? {
    // Its two halves are answered each for itself.
    let isOfHalves = if case .costsAndValues = check.test { true } else { false }
    let lacking = check.sources.compactMap { source -> String? in
      switch source {
      case .configuration: nil
      case .records(let kinds):
        background.kinds.isDisjoint(with: kinds)
          ? kinds.map(\.noun).joined(separator: " or ") : nil
      case .anyRecords: background.kinds.isEmpty ? "records" : nil
      }
    }
    if lacking.isEmpty || isOfHalves && lacking.count < check.sources.count { return nil }
    return "no " + lacking.joined(separator: ", no ") + " given"
  }

  private func outcome(_ test: DataCheck.Test) -> Outcome {
    switch test {
    case .objectivesConfigured: objectivesConfigured
    case .objectivesInForce: objectivesInForce
    case .resultsAgainstObjectives: resultsAgainstObjectives
    case .servicesWithObjectives: servicesWithObjectives
    case .recordsInEveryMonth: recordsInEveryMonth
    case .trendsAgainstObjectives: trendsAgainstObjectives
    case .soundRecords(let percent): soundRecords(coveragePercent: percent)
    case .costsAndValues: costsAndValues
    case .surveyAnswers: surveyAnswers
    case .satisfactionAgainstObjective: satisfactionAgainstObjective
    case .everyChannelSurveyed:
      everyChannel(.surveys)
    case .agentCorrelation(let agents, let answers):
      agentCorrelation(agents: agents, answers: answers)
    case .everyChannelEvaluated: everyChannel(.evaluations)
    case .evaluationsReachSample: evaluationsReachSample
    case .evaluationsMeetSurveys: evaluationsMeetSurveys
    case .qualityStatistics: qualityStatistics
    case .volumeTracked(let detail, _): volumeTracked(detail)
    case .resolutionInEveryMonth: resolutionInEveryMonth
    case .transfersInEveryMonth: inEveryMonth(figures.transferMonths, "transfers")
    case .everyChannelPrecise(let points, _): everyChannelPrecise(withinPoints: points)
    case .satisfactionBySiteAndAgent: satisfactionBySiteAndAgent
    case .businessCorrelation(let months): businessCorrelation(months: months)
    }
  }

  /// Whether something is there in every month; the months without it are named.
  func inEveryMonth(_ months: Set<CivilMonth>, _ noun: String) -> Outcome {
    let missing = figures.months.missing(from: months)
    if missing.isEmpty { return .holds("\(noun) in all \(figures.monthCount) months") }
    if missing.count == figures.monthCount {
      return .fails("no \(noun) in \(figures.monthCount) months")
    }
    return .fails("no \(noun) in \(CheckWords.list(missing))")
  }
}
