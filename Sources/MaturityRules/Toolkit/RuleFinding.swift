/// How a rule of the toolkit stands.
public struct RuleFinding: Hashable, Sendable {
  /// The rule.
  public let rule: ToolkitRule
  /// How it stands in all scopes: missed where one misses it, met where all meet it.
  public let status: CriterionStatus
  /// How it stands in each scope; empty where nothing it is judged by was given.
  public let scopes: [RuleScope]
}

/// How a rule stands for one scope: a service on a site, or the organization.
public struct RuleScope: Hashable, Sendable {
  /// The service's name, or organization.
  public let scope: String
  /// The site; `nil` where records carry none.
  public let site: String?
  /// How it stands; indeterminate where its parts disagree.
  public let status: CriterionStatus
  /// Where it looks.
  public let window: Window
  /// What it was counted by: the readings of a rule, or what it asks of each figure.
  public let parts: [RulePart]
  /// What the reader has to know besides.
  public let remarks: [RuleRemark]
}

/// One reading of a rule, or one figure that it asks for, counted.
public struct RulePart: Hashable, Sendable {
  /// What is counted, in words.
  public let name: String
  /// How it stands.
  public let status: CriterionStatus
  /// Opportunities that were attained.
  public let met: Int
  /// Opportunities that were attained or missed.
  public let counted: Int
  /// Opportunities that what is missing could turn.
  public let undecided: Int
  /// How many have to be attained.
  public let needed: Int
  /// What is lacking, what may still be missed, or what would decide.
  public let distance: Distance
}

/// What a reader of a rule has to know besides its status.
public enum RuleRemark: Hashable, Sendable {
  /// The readings of the rule do not agree.
  case readingsDisagree([String])
  /// The data are daily or coarser.
  case notTrackedByInterval
  /// Nothing in the window can be counted.
  case nothingToCount
  /// Answers may come later, and are not captured by interval.
  case notCapturedByInterval
  /// Figures that no objective was given for.
  case noObjective([MonthlyFigure])
}

extension RuleRemark: CustomStringConvertible {
  /// The remark in words.
  public var description: String {
    switch self {
    case .readingsDisagree(let readings):
      "the readings disagree: " + readings.joined(separator: "; ")
    case .notTrackedByInterval: "not tracked by interval"
    case .nothingToCount: "nothing to count in the window"
    case .notCapturedByInterval: "response times are not captured by interval"
    case .noObjective(let figures):
      "no objective given for " + figures.map(\.description).joined(separator: ", ")
    }
  }
}
