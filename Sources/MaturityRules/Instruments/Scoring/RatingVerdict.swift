/// How a rating stands beside what data say.
public enum RatingVerdict: String, CaseIterable, Hashable, Sendable {
  /// Data come to the same.
  case agrees
  /// Data allow more.
  case understated
  /// Data rule it out.
  case contradicted
  /// Data leave it open.
  case unproven
  /// There are data, and no rating.
  case computed
  /// There is a rating, and no data.
  case claimed
}

/// What data come to for a standard.
public struct ComputedLevel: Hashable, Sendable {
  /// The level that is reached.
  public let level: Int
  /// The level that the undecided and the absent could still allow.
  public let possible: Int

  /// Creates a level.
  ///
  /// - Parameters:
  ///   - level: The level that is reached.
  ///   - possible: The level that could still be allowed; not below the other.
  public init(level: Int, possible: Int) {
    self.level = level
    self.possible = possible
  }

  /// Takes the levels of a report, by the number of the standard.
  ///
  /// - Parameter findings: The standards as they were judged; those without data are left out.
  public static func all(_ findings: [StandardFinding]) -> [String: ComputedLevel] {
    var levels: [String: ComputedLevel] = [:]
    for finding in findings {
      guard let level = finding.level else { continue }
      levels[finding.standard.id] = ComputedLevel(level: level, possible: finding.possible)
    }
    return levels
  }
}

/// What data come to for a rule that is met or missed.
public enum RuleState: CaseIterable, Hashable, Sendable {
  /// The rule is met.
  case met
  /// It is missed, whatever is lacking.
  case missed
  /// What is lacking could turn it.
  case indeterminate
  /// There are no data that it could be judged by.
  case absent

  /// Takes the status of a rule from a report.
  ///
  /// - Parameter status: How the rule stands.
  public init(_ status: CriterionStatus) {
    self =
      switch status {
      case .met, .attested: .met
      case .missed: .missed
      case .indeterminate, .needsEvidence: .indeterminate
      case .notApplicable, .notAssessed: .absent
      }
  }

  /// Takes the states of the rules of a report, by their identifiers.
  ///
  /// - Parameter findings: The rules as they were judged.
  public static func all(_ findings: [RuleFinding]) -> [String: RuleState] {
    var states: [String: RuleState] = [:]
    for finding in findings { states[finding.rule.id] = RuleState(finding.status) }
    return states
  }
}

// MARK: - Comparing

extension RatingVerdict {
  /// Holds a claimed level against a computed one; `nil` where there is neither.
  init?(claimed: Int?, _ computed: ComputedLevel?) {
    switch (claimed, computed) {
    case (nil, nil): return nil
    case (nil, _?): self = .computed
    case (_?, nil): self = .claimed
    case (let claimed?, let computed?):
      if claimed == computed.level {
        self = .agrees
      } else if claimed < computed.level {
        self = .understated
      } else {
        self = claimed > computed.possible ? .contradicted : .unproven
      }
    }
  }

  /// Holds a rating against a rule that says whether the highest one is earned; `nil` where
  /// there is neither a rating nor anything that the rule says.
  init?(claimed: Int?, highest: Int, _ state: RuleState) {
    guard let claimed else {
      guard state == .met || state == .missed else { return nil }
      self = .computed
      return
    }
    let isHighest = claimed == highest
    switch state {
    case .met: self = isHighest ? .agrees : .understated
    case .missed: self = isHighest ? .contradicted : .agrees
    case .indeterminate: self = isHighest ? .unproven : .agrees
    case .absent: self = .claimed
    }
  }
}
