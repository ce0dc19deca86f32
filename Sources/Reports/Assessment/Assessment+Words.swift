import Basics
import MaturityRules

// MARK: - Figures

extension RatingFigures {
  /// The mean, shortened to two places; a dash where nothing is rated.
  var meanText: String { mean?.valueText(places: 2, .down) ?? "–" }
  /// The median with one place; a dash where nothing is rated.
  var medianText: String { median?.valueText(places: 1, .down) ?? "–" }
  /// The lowest rating; a dash where nothing is rated.
  var lowestText: String { lowest.map(String.init) ?? "–" }
  /// How many are rated of how many.
  var ratedText: String { "\(rated)/\(total)" }
}

extension FixedPoint {
  /// Percentage points with two places.
  var pointsText: String {
    decimalText(millionths, over: FixedPoint.scale, places: 2, .down)
  }
}

// MARK: - Verdicts

extension RatingVerdict {
  /// The verdict in words.
  var words: String {
    switch self {
    case .agrees, .understated, .contradicted, .unproven: rawValue
    case .computed: "computed only"
    case .claimed: "claimed only"
    }
  }
}

extension DataCheck.Verdict {
  /// What a check says of some levels, such as level 2, or levels 1 and 2.
  func words(_ levels: String) -> String {
    switch self {
    case .supported: "\(levels) supported"
    case .dataSuffice: "data suffice for \(levels)"
    case .contradicted: "\(levels) contradicted"
    case .notVisible: "\(levels) not visible"
    case .notExamined: "\(levels) not examined"
    }
  }
}

extension SQMPractice.Decision {
  /// The decision in a word or two, below a line that says what is met.
  var brief: String {
    switch self {
    case .criteriaMet: "meets"
    case .criteriaNotMet: "does not meet"
    case .indeterminate: "indeterminate"
    }
  }
}

extension PracticeArea {
  /// The reasons for its decision, with the surveys that are lacking, and until when it is valid.
  var reasonsText: String {
    var parts = reasons.map { reason in
      reason == .sampleTooSmall
        ? "\(reason.rawValue) (\(lackingSurveys ?? 0) lacking)" : reason.rawValue
    }
    if let validUntil, decision == .criteriaMet { parts.append("valid until \(validUntil)") }
    return parts.joined(separator: ", ")
  }
}

// MARK: - Assessments

extension Assessment {
  /// How far the ratings go, in words.
  var ratedWords: String {
    switch self {
    case .cmo(let cmo): "\(cmo.ratedCount) of \(cmo.standards.count) rated"
    case .maturity(let maturity): maturity.figures.ratedWords
    case .questionnaire(let questionnaire): questionnaire.overall.ratedWords
    case .practice(let practice):
      "\(practice.assessed.count) of \(practice.areas.count) areas assessed"
    case .expectations(let expectations): expectations.figures.ratedWords
    }
  }

  /// What deserves a second look.
  var hints: [AssessmentHint] {
    switch self {
    case .cmo(let cmo): cmo.hints
    case .maturity(let maturity): maturity.hints
    case .questionnaire(let questionnaire): questionnaire.hints
    case .practice(let practice): practice.hints
    case .expectations(let expectations): expectations.hints
    }
  }

  /// The answers, in the order of the source; those to areas of practice are not among them.
  var ratings: [Rating] {
    switch self {
    case .cmo(let cmo): cmo.standards.compactMap(\.rating)
    case .maturity(let maturity): maturity.activities.compactMap(\.rated.rating)
    case .questionnaire(let questionnaire): questionnaire.items.compactMap(\.rating)
    case .practice: []
    case .expectations(let expectations): expectations.items.compactMap(\.rating)
    }
  }
}

extension RatingFigures {
  fileprivate var ratedWords: String { "\(rated) of \(total) rated" }
}

extension PracticeAssessment {
  /// How many areas were decided in which way, in words.
  var decisionWords: String {
    let (met, missed) = (count(.criteriaMet), count(.criteriaNotMet))
    return "\(met) \(met == 1 ? "meets" : "meet") the published criteria, "
      + "\(missed) \(missed == 1 ? "does" : "do") not, \(count(.indeterminate)) indeterminate"
  }
}

extension MaturityAssessment {
  /// The total out of the most that there is, or between what it lies.
  var totalText: String {
    total.lowerBound == total.upperBound
      ? "\(total.lowerBound)" : "\(total.lowerBound)–\(total.upperBound)"
  }

  /// The stage, or between which ones it lies.
  var stageText: String {
    guard let stage else {
      return "\(lowestStage.number)–\(highestStage.number) \(lowestStage.name) to "
        + "\(highestStage.name), undecided"
    }
    return "\(stage.number) \(stage.name)"
  }

  /// What is recommended next; nothing before anything is rated.
  var recommended: [CXMaturity.Action] { figures.rated > 0 ? nextActions : [] }
}
