import Basics
import PerformanceMetrics

/// What a criterion says beside its requirement, from the same test that the evaluator reads.
extension Criterion {
  /// Where it looks, in words; `nil` for an attestation.
  public var windowInWords: String? {
    switch test {
    case .monthsAttained(_, let count):
      "the \(count) complete calendar months that end on or before as-of"
    case .daysAttained(_, let count):
      "each of the \(count) complete calendar months that end on or before as-of"
    case .intervalsAttained(_, let count): "the \(count) calendar days that end with as-of"
    case .costsComputed(let count):
      "the \(count) complete calendar months that end on or before as-of"
    case .costsTend(let rule):
      "the \(rule.ofLast) complete calendar months that end on or before as-of"
    case .qualityCosts(let rule):
      "the \(rule.ofMonths) complete calendar months, or \(rule.ofQuarters) quarters, that end on "
        + "or before as-of"
    case .typesValued(let count):
      "each of the \(count) complete calendar months that end on or before as-of"
    case .typesIdentified, .metricsIdentified, .evidence: nil
    }
  }

  /// How missing data are taken, in words.
  ///
  /// - Parameter subject: What the criterion's standard judges.
  public func missingInWords(_ subject: Standard.Subject) -> String {
    switch test {
    case .monthsAttained:
      Criterion.undecidedMonthInWords(subject) + " The criterion is met if it holds with every "
        + "undecided month missed, missed if it fails with every one met, and indeterminate "
        + "otherwise. The number needed stays, whatever is missing."
    case .daysAttained:
      "The share is that of the days met out of those met, missed or undecided, at worst with "
        + "every undecided day missed, at best with every one met. A month without such a day is "
        + "stepped over; where all are, the criterion is indeterminate."
    case .intervalsAttained:
      "The share is that of the intervals met out of those met, missed or undecided, at worst "
        + "with every undecided one missed, at best with every one met. Without any, the "
        + "criterion is indeterminate."
    case .costsComputed:
      "A month without costs or without contacts is undecided, and so is the criterion."
    case .costsTend(let rule):
      "A month without costs or contacts is undecided; the last \(rule.pooledMonths) months are "
        + "taken together only if all of them are decided, and the slope is that of the decided "
        + "months at their places in the calendar."
    case .qualityCosts:
      "It asks what is recorded: a month or a quarter without is missed, and nothing is undecided."
    case .typesIdentified, .metricsIdentified:
      "It asks what is named: what is not is missed, and nothing is undecided."
    case .typesValued:
      "It asks what is recorded: a month without a value of a type is missed, and nothing is "
        + "undecided. Major are the types marked so, else the fewest that make up "
        + "\(TransactionValue.majorPercent) % of the contacts of the last "
        + "\(TransactionValue.windowMonths) months together with the fewest that make up as much "
        + "of their value. A baseline that is not configured is the first "
        + "\(TransactionValue.baselineMonths) months of the data."
    case .evidence:
      "Data cannot decide it. An attestation in force at as-of stands for it, and is always "
        + "shown as one."
    }
  }

  private static func undecidedMonthInWords(_ subject: Standard.Subject) -> String {
    switch subject {
    case .serviceLevel:
      "A month is undecided where what is missing could turn it; one that is closed, excluded or "
        + "has nothing to judge is not met."
    case .quality, .satisfaction:
      "A month without records is undecided; one with a record on whose day no objective was in "
        + "force is not met."
    case .costPerContact, .costOfQuality, .transactionValue:
      "A month without costs or without contacts is undecided; one without an objective in force "
        + "on its last day is not met."
    }
  }
}

extension Criterion.Origin {
  /// The origin in words.
  public var inWords: String {
    switch self {
    case .source: "the source says so"
    case .ownRule: "own rule: the source leaves it open"
    }
  }
}

extension Criterion {
  /// Where it comes from, in words, and what of it the project decides.
  public var originInWords: String {
    origin.inWords + (ownRule.map { "; own rule: \($0)" } ?? "")
  }
}

extension ToolkitRule {
  /// Where it looks, in words.
  public var windowInWords: String {
    switch test {
    case .intervalsNearObjective(_, _, let months), .figuresAttained(_, _, let months):
      "the \(months) complete calendar months that end on or before as-of"
    }
  }

  /// How missing data are taken, and what its numbers are read as, in words.
  public var missingInWords: String {
    switch test {
    case .intervalsNearObjective(_, let within, _):
      "As for the intervals of 8.01. The \(within) % is read in each of these ways, and where "
        + "they disagree the rule is indeterminate (own rule): "
        + Leeway.readings(within: within).map(\.description).joined(separator: "; ") + "."
    case .figuresAttained:
      "A month without records is undecided, and so is one that missing intervals could turn: "
        + "they may hide contacts, which may have taken any time. A month of first contact "
        + "resolution is undecided without decided issues and with more than "
        + "\(FirstContactResolution.mostPendingPercent) % pending. A figure that no objective was "
        + "given for leaves the rule open, and one that misses its number decides."
    }
  }
}

extension RollOff {
  /// What leaves the window, in words.
  public var leavingInWords: String {
    let left =
      switch leavesMet {
      case true: "which was met"
      case false: "which was missed"
      case nil: "which is not counted"
      }
    return "next month \(leaves) leaves the \(months), \(left)"
  }

  /// What the next month has to be, in words.
  public var demandInWords: String {
    let level = "level \(level)"
    return switch demand {
    case .mayBeMissed: "\(level) then holds whatever \(next) is"
    case .mustBeMet: "\(next) has to be met for \(level)"
    case .dependsOnUndecided: "\(level) then takes \(lacking) of \(next) and \(undecidedInWords)"
    case .mustBeMetWithUndecided: "\(next) and \(undecidedInWords) have to be met for \(level)"
    case .cannotSuffice: "\(level) is then out of reach whatever \(next) is"
    }
  }

  private var undecidedInWords: String {
    "the \(undecided) undecided month\(undecided == 1 ? "" : "s")"
  }
}

extension CriterionFinding {
  /// What has to hold, with the first and the last month or day that were looked at.
  public var requirement: String {
    criterion.requirement + (window.map { " (\($0.text))" } ?? "")
  }
}

extension Window {
  /// The first and the last month; of a window of intervals, the first and the last day.
  public var text: String {
    switch grain {
    case .month, .day, .quarter: monthsInWords
    case .interval: "\(days.lowerBound) to \(days.upperBound)"
    }
  }

  /// The first and the last month: 2025-11 to 2026-10.
  public var monthsInWords: String { "\(days.lowerBound.month) to \(days.upperBound.month)" }
}

extension StandardLadder {
  /// A level with its name: level 2 (some progress).
  public static func text(ofLevel level: Int) -> String {
    "level \(level) (\(levelNames[level]))"
  }
}
