public import ContactRecords

/// One of the performance results of section 8 of ICMI's Customer Management
/// Operations Standards.
public struct Standard: Hashable, Sendable {
  /// What a standard judges; it tells the evaluator where to look.
  public enum Subject: CaseIterable, Hashable, Sendable {
    case serviceLevel
    case quality
    case satisfaction
    case costPerContact
    case costOfQuality
    case transactionValue
  }

  /// The number that the source gives it: 8.01.
  public let id: String
  /// What it is about.
  public let title: String
  /// What it judges.
  public let subject: Subject
  /// The kinds of records that it is judged by; any of them.
  public let kinds: [RecordKind]
  /// What each level asks for, level 1 first.
  public let criteria: [Criterion]
}

/// What one level of a standard asks for.
public struct Criterion: Hashable, Sendable {
  /// Where a criterion or a number comes from.
  public enum Origin: String, Hashable, Sendable {
    /// The standard says so.
    case source
    /// The standard leaves it open; the project decides it.
    case ownRule = "own rule"
  }

  /// How a criterion is decided.
  public enum Test: Hashable, Sendable {
    /// At least so many of the last complete months attain the objective.
    case monthsAttained(atLeast: Int, ofLast: Int)
    /// In each of the last complete months at least a share of the counted days
    /// attains the objective.
    case daysAttained(percent: Int, inEachOfLastMonths: Int)
    /// Over the last days at least a share of the counted intervals attains the objective.
    case intervalsAttained(percent: Int, overLastDays: Int)
    /// Each of the last complete months has costs and contacts.
    case costsComputed(inEachOfLast: Int)
    /// The cost per contact keeps to its objective or comes down to it.
    case costsTend(CostTendency)
    /// Costs of quality are recorded.
    case qualityCosts(QualityRecords)
    /// At least so many transaction types are named, in the configuration or by contacts.
    case typesIdentified(atLeast: Int)
    /// What is valued is named for every major type.
    case metricsIdentified
    /// Every major type has a value in each of the last complete months, a baseline
    /// and a goal.
    case typesValued(inEachOfLastMonths: Int)
    /// Someone attests it; data cannot decide it.
    case evidence
  }

  /// When a cost per contact tends toward its objective (own rule).
  public struct CostTendency: Hashable, Sendable {
    /// The complete months that are looked at.
    public let ofLast: Int
    /// The months of them in which an objective has to be in force; also at as-of.
    public let objectiveMonths: Int
    /// The latest months, which keep to their objectives when taken together.
    public let pooledMonths: Int
    /// The largest probability of a falling slope by chance, in percent.
    public let mostPercent: Int
  }

  /// What has to be recorded of the cost of quality, and how often (own rule).
  public struct QualityRecords: Hashable, Sendable {
    /// What has to be recorded in a month or a quarter.
    public enum Depth: Hashable, Sendable {
      /// One of the four categories.
      case anyCategory
      /// All four, and so their total, with its share of operating cost.
      case allAndShare
    }

    /// What has to be recorded.
    public let depth: Depth
    /// In so many months,
    public let months: Int
    /// of the last complete ones;
    public let ofMonths: Int
    /// or in so many quarters,
    public let quarters: Int
    /// of the last complete ones.
    public let ofQuarters: Int
  }

  /// The level, 1 to 4.
  public let level: Int
  /// The criterion in our words.
  public let sentence: String
  /// How it is decided.
  public let test: Test
  /// Where it comes from.
  public let origin: Origin
  /// What of it the project decides, where the rest is the source's.
  public var ownRule: String? = nil
}

extension Criterion {
  /// What has to hold, in words and with the numbers of the test.
  public var requirement: String {
    switch test {
    case .monthsAttained(let needed, let count):
      "\(needed) of the last \(count) months attain the objective"
    case .daysAttained(let percent, let count):
      "\(percent) % of the days in each of the past \(count) months do"
    case .intervalsAttained(let percent, let count):
      "\(percent) % of the intervals of the past \(count) days do"
    case .typesIdentified(let needed):
      "at least \(needed) transaction \(needed == 1 ? "type is" : "types are") named"
    case .metricsIdentified: "a value metric is named for every major type"
    case .typesValued(let count):
      "every major type has a value in each of the last \(count) months, a baseline and a goal"
    case .costsComputed(let count):
      "each of the last \(count) months has costs and contacts"
    case .costsTend(let rule):
      "an objective in force now and in \(rule.objectiveMonths) of the last \(rule.ofLast) months; "
        + "the last \(rule.pooledMonths) together keep to it, or the cost comes down to it "
        + "(p at most \(rule.mostPercent) %)"
    case .qualityCosts(let rule):
      (rule.depth == .anyCategory
        ? "a category of cost" : "all four categories and their share of operating cost")
        + " in \(rule.months) of the last \(rule.ofMonths) months, or \(rule.quarters) of "
        + "\(rule.ofQuarters) quarters"
    case .evidence: sentence
    }
  }
}

/// How a criterion stands.
public enum CriterionStatus: String, CaseIterable, Hashable, Sendable {
  /// The recorded figures attain it, whatever is missing.
  case met
  /// The recorded figures miss it, whatever is missing.
  case missed
  /// What is missing could turn it.
  case indeterminate
  /// Data cannot decide it, and no attestation is in force.
  case needsEvidence
  /// An attestation in force stands for it.
  case attested
  /// It does not apply to this service.
  case notApplicable
  /// No record of the kind that it is judged by was given.
  case notAssessed

  /// Judges a figure whose worst and best case are known.
  init(worst: Bool, best: Bool) {
    self = worst ? .met : (best ? .indeterminate : .missed)
  }
}
