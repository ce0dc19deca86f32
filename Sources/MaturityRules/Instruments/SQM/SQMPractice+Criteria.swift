extension SQMPractice {
  /// A criterion of the source.
  public struct Criterion: Hashable, Sendable {
    /// What output calls it.
    public let id: String
    /// What it is about.
    public let title: String
    /// What is asked for.
    public let value: String
    /// Whether it decides; others are what SQM typically does.
    public let isDecisive: Bool
  }

  /// The criteria, in the order of the source.
  public static let criteria = [
    Criterion(
      id: "onsite_score", title: "CX best-practice score of the onsite evaluation",
      value: "at least \(leastOnsiteScore) %", isDecisive: true),
    Criterion(
      id: "employee_satisfaction", title: "employees' satisfaction with the practice",
      value: "at least \(leastSatisfaction) %", isDecisive: true),
    Criterion(
      id: "sample", title: "completed surveys of employees drawn at random",
      value: "at least \(fullSample), or \(smallShare) % of fewer than \(fullSample) employees",
      isDecisive: true),
    Criterion(
      id: "cx_impact", title: "positive effect on CX results", value: "required, no figure given",
      isDecisive: true),
    Criterion(
      id: "questions", title: "questions in the employee survey",
      value: "\(typicalQuestions)", isDecisive: false),
    Criterion(
      id: "focus_groups", title: "focus groups with frontline employees", value: "2 to 4",
      isDecisive: false),
    Criterion(
      id: "customer_data", title: "customers' satisfaction linked to the practice",
      value: "not required; helps validation", isDecisive: false),
    Criterion(
      id: "duration", title: "assessing the practice and writing the report",
      value: "about 1 to 2 weeks", isDecisive: false),
    Criterion(
      id: "validity", title: "how long a certified practice stays certified", value: "1 year",
      isDecisive: true),
    Criterion(
      id: "renewal", title: "keeping the distinction",
      value: "surveys of employees and customers every year", isDecisive: true),
  ]

  /// The least onsite score, in percent; it suffices.
  public static let leastOnsiteScore = 80
  /// The least satisfaction of employees, in percent; it suffices.
  public static let leastSatisfaction = 50
  /// The surveys that suffice, and the employees below which a share of them does.
  public static let fullSample = 100
  /// The share of fewer employees that suffices, in percent.
  public static let smallShare = 90
  /// The months for which a certificate is valid.
  public static let monthsValid = 12
  /// The questions that SQM typically asks.
  public static let typicalQuestions = 50
  /// The focus groups that SQM typically holds.
  public static let typicalFocusGroups = 2...4
}

// MARK: - Decisions

extension SQMPractice {
  /// What is decided of an area.
  public enum Decision: String, CaseIterable, Hashable, Sendable {
    /// It meets the published criteria by the center's own figures.
    case criteriaMet
    /// It does not meet them.
    case criteriaNotMet
    /// What is lacking could turn it.
    case indeterminate
  }

  /// Why an area is decided as it is.
  public enum Reason: String, CaseIterable, Hashable, Sendable {
    case onsiteBelow80 = "onsite_below_80"
    case satisfactionBelow50 = "esat_below_50"
    case noImpact = "no_cx_impact"
    case expired
    case onsiteMissing = "onsite_missing"
    case satisfactionMissing = "esat_missing"
    case sampleUnknown = "sample_unknown"
    case sampleTooSmall = "sample_too_small"
    case impactMissing = "cx_impact_missing"
    case criteriaMet = "criteria_met"
  }

  /// A row of the table that decides: the first that fits does, the others are told too.
  public struct DecisionRow: Hashable, Sendable {
    /// What is said when it fits.
    public let reason: Reason
    /// What is decided then.
    public let decision: Decision
    /// When it fits, in words.
    public let sentence: String
  }

  /// The rows, in the order in which they are tried.
  public static let decisionRows = [
    DecisionRow(
      reason: .onsiteBelow80, decision: .criteriaNotMet,
      sentence: "the onsite score is below \(leastOnsiteScore) %"),
    DecisionRow(
      reason: .satisfactionBelow50, decision: .criteriaNotMet,
      sentence: "the sample is sufficient, and satisfaction below \(leastSatisfaction) %"),
    DecisionRow(
      reason: .noImpact, decision: .criteriaNotMet,
      sentence: "the practice has no positive effect on CX results"),
    DecisionRow(
      reason: .expired, decision: .criteriaNotMet, sentence: "the year since certifying is over"),
    DecisionRow(
      reason: .onsiteMissing, decision: .indeterminate, sentence: "the onsite score is absent"),
    DecisionRow(
      reason: .satisfactionMissing, decision: .indeterminate,
      sentence: "the satisfaction of employees is absent"),
    DecisionRow(
      reason: .sampleUnknown, decision: .indeterminate,
      sentence: "the number of employees or of surveys is absent"),
    DecisionRow(
      reason: .sampleTooSmall, decision: .indeterminate, sentence: "the sample is not sufficient"),
    DecisionRow(
      reason: .impactMissing, decision: .indeterminate,
      sentence: "the effect on CX results is not attested"),
    DecisionRow(
      reason: .criteriaMet, decision: .criteriaMet, sentence: "none of the above"),
  ]
}

extension SQMPractice.Decision: CustomStringConvertible {
  /// The decision in words; never that something is certified.
  public var description: String {
    switch self {
    case .criteriaMet: "meets the published criteria"
    case .criteriaNotMet: "does not meet the published criteria"
    case .indeterminate: "indeterminate"
    }
  }
}
