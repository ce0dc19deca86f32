import Basics
import MaturityRules

/// An item that people alone rate, in its wire form.
struct EncodedRatedItem: Encodable {
  let id: String
  let title: String
  let group: String
  @Nullable var claimed: Int?
  @Nullable var gap: Int?
  @Nullable var evidence: String?
  @Nullable var note: String?

  /// - Parameter group: What it belongs to; `nil` for its part of the instrument.
  init(_ rated: RatedItem, group: String? = nil) {
    (id, title, self.group) = (rated.item.id, rated.item.title, group ?? rated.group)
    claimed = rated.level
    gap = rated.gap
    evidence = rated.rating?.evidence
    note = rated.rating?.note
  }
}

/// Total and stage by the toolkit in their wire form.
struct EncodedMaturity: Encodable {
  let rated: Int
  let total: Int
  let score: Score
  let stage: Stage
  let items: [Item]
  let gaps: [EncodedGap]
  let unrated: [String]
  let next: [String]

  /// Between what the total lies.
  struct Score: Encodable {
    let low: Int
    let high: Int
    let complete: Bool
  }

  /// Between which stages it lies.
  struct Stage: Encodable {
    let low: Int
    let high: Int
  }

  /// An activity and what its rule says.
  struct Item: Encodable {
    let rated: EncodedRatedItem
    let judged: Judged

    /// What stands beside the rating.
    struct Judged: Encodable {
      @Nullable var priority: Int?
      @Nullable var rule: String?
      @Nullable var verdict: String?
      @Nullable var reason: String?
    }

    func encode(to encoder: any Encoder) throws {
      try rated.encode(to: encoder)
      try judged.encode(to: encoder)
    }
  }

  init(_ maturity: MaturityAssessment, _ report: AssessmentReport) {
    (rated, total) = (maturity.figures.rated, maturity.figures.total)
    score = Score(
      low: maturity.total.lowerBound, high: maturity.total.upperBound,
      complete: maturity.isComplete)
    stage = Stage(low: maturity.lowestStage.number, high: maturity.highestStage.number)
    items = maturity.activities.map { activity in
      Item(
        rated: EncodedRatedItem(activity.rated),
        judged: Item.Judged(
          priority: Nullable(wrappedValue: activity.priority),
          rule: Nullable(wrappedValue: activity.rated.item.computedBy),
          verdict: Nullable(wrappedValue: activity.verdict?.rawValue),
          reason: Nullable(wrappedValue: VerdictReason.of(activity, report.rules))))
    }
    gaps = maturity.gaps.map(EncodedGap.init)
    unrated = maturity.unrated
    next = maturity.recommended.map(\.id)
  }
}

/// Answers to the questionnaire in their wire form.
struct EncodedQuestionnaire: Encodable {
  let rated: Int
  let total: Int
  @Nullable var median: String?
  @Nullable var mean: EncodedMean?
  let items: [EncodedRatedItem]
  let gaps: [EncodedGap]
  let unrated: [String]
  let radar: [Axis]

  /// A theme.
  struct Axis: Encodable {
    let theme: String
    let title: String
    @Nullable var mean: EncodedMean?
    @Nullable var median: String?
    let rated: Int
    let total: Int
  }

  init(_ questionnaire: QuestionnaireAssessment) {
    let overall = questionnaire.overall
    (rated, total) = (overall.rated, overall.total)
    _median = overall.encodedMedian
    _mean = overall.encodedMean
    items = questionnaire.items.map {
      EncodedRatedItem($0, group: ContactScope.theme(of: $0.item.id)?.id)
    }
    gaps = questionnaire.gaps.map(EncodedGap.init)
    unrated = questionnaire.unrated
    radar = questionnaire.axes.map { axis in
      Axis(
        theme: axis.theme.id, title: axis.theme.title, mean: axis.figures.encodedMean,
        median: axis.figures.encodedMedian, rated: axis.figures.rated, total: axis.figures.total)
    }
  }
}

/// The checklist of what customers expect in its wire form.
struct EncodedExpectations: Encodable {
  let rated: Int
  let total: Int
  let score: Score
  let items: [EncodedRatedItem]
  let gaps: [EncodedGap]
  let unrated: [String]
  let alignment: [Alignment]

  /// What the ratings add up to.
  struct Score: Encodable {
    let atHighest: Int
    let sum: Int
    let most: Int
  }

  /// Whether there is material for an attestation.
  struct Alignment: Encodable {
    let standard: String
    let material: String
    let items: [String]
  }

  init(_ expectations: ExpectationAssessment) {
    let figures = expectations.figures
    (rated, total) = (figures.rated, figures.total)
    score = Score(
      atHighest: expectations.atHighest, sum: figures.sum,
      most: figures.total * figures.scale.upperBound)
    items = expectations.items.map { item in
      EncodedRatedItem(item)
    }
    gaps = expectations.gaps.map(EncodedGap.init)
    unrated = expectations.unrated
    alignment = expectations.alignments.map {
      Alignment(
        standard: $0.standard, material: $0.isPresent ? "present" : "lacking", items: $0.lacking)
    }
  }
}
