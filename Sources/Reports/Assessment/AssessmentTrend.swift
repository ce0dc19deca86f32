import Basics
import MaturityRules

/// What ratings of several days came to, one after another, and which of them changed.
///
/// Ratings are held against ratings: what data make of standards is of today, and left out.
struct AssessmentTrend {
  /// A day and what its ratings came to.
  struct Row {
    /// The day; `nil` where the ratings do not say it.
    let date: CivilDate?
    /// What is rated, of how much.
    let rated: String
    /// What the ratings came to.
    let score: String
    /// What changed since the row before: the item, its rating then and now.
    let changes: [String]
  }

  /// What the scores are.
  let measure: String
  /// The days, the oldest first.
  let rows: [Row]

  /// Follows the ratings by one instrument.
  ///
  /// - Returns: `nil` where none of an earlier day are known.
  init?(_ assessment: Assessment, in report: AssessmentReport) {
    let id = assessment.instrument.id
    let days = report.earlier.flatMap { earlier in
      earlier.assessments.filter { $0.instrument.id == id }.map { (Optional(earlier.date), $0) }
    }
    guard !days.isEmpty else { return nil }
    measure = assessment.measure
    var before: Assessment?
    rows = (days + [(report.ratedOn[id], assessment)]).map { date, assessment in
      defer { before = assessment }
      return Row(
        date: date, rated: assessment.ratedShare, score: assessment.score,
        changes: before.map { assessment.changes(since: $0) } ?? [])
    }
  }

  /// The days as a table.
  var table: TextTable {
    var table = TextTable([.left, .right, .right, .left])
    table.add(["rated on", "rated", measure, "changed since the row above"])
    for row in rows {
      table.add([
        row.date.map { "\($0)" } ?? "–", row.rated, row.score,
        row.changes.joined(separator: ", "),
      ])
    }
    return table
  }
}

extension AssessmentText {
  /// Says how the ratings moved from day to day.
  mutating func writeTrend(_ assessment: Assessment) {
    guard let trend = AssessmentTrend(assessment, in: report) else { return }
    lines.append("")
    lines.append(trend.table, indent: 0)
  }
}

// MARK: - One day

extension Assessment {
  /// What the score is.
  fileprivate var measure: String {
    switch self {
    case .cmo: "mean of ratings"
    case .questionnaire: "mean"
    case .maturity: "total"
    case .practice: "meet the criteria"
    case .expectations: "sum"
    }
  }

  /// The figures of the ratings alone; `nil` for areas of practice.
  private var figures: RatingFigures? {
    switch self {
    case .cmo: CMOAssessment(ratings).overall
    case .maturity(let maturity): maturity.figures
    case .questionnaire(let questionnaire): questionnaire.overall
    case .practice: nil
    case .expectations(let expectations): expectations.figures
    }
  }

  /// How many are rated of how many.
  fileprivate var ratedShare: String {
    if case .practice(let practice) = self {
      return "\(practice.assessed.count)/\(practice.areas.count)"
    }
    return figures?.ratedText ?? "–"
  }

  /// What the ratings came to.
  fileprivate var score: String {
    switch self {
    case .cmo, .questionnaire: figures?.meanText ?? "–"
    case .maturity(let maturity): maturity.totalText
    case .practice(let practice): "\(practice.count(.criteriaMet))"
    case .expectations(let expectations): "\(expectations.figures.sum)"
    }
  }

  /// What is said of each item, in the order of the source.
  private var answers: [(id: String, text: String)] {
    if case .practice(let practice) = self {
      return practice.areas.map { ($0.area.id, $0.isAssessed ? $0.decision.brief : "–") }
    }
    let given = Dictionary(
      ratings.map { ($0.item, "\($0.value)") }, uniquingKeysWith: { first, _ in first })
    return instrument.items.map { ($0.id, given[$0.id] ?? "–") }
  }

  /// The items whose rating is another than it was.
  fileprivate func changes(since before: Assessment) -> [String] {
    zip(before.answers, answers).compactMap { old, new in
      old.text == new.text ? nil : "\(new.id) \(old.text) → \(new.text)"
    }
  }
}
