/// How far a center has come by the toolkit: total, stage, and the worksheet of gaps.
public struct MaturityAssessment: Hashable, Sendable {
  /// An activity with what data say of it.
  public struct Activity: Hashable, Sendable {
    /// The activity and its rating.
    public let rated: RatedItem
    /// What its rule comes to; `nil` where no rule is about it.
    public let state: RuleState?
    /// Its rank among the gaps, from 1; `nil` where no gap is left or known.
    public let priority: Int?

    /// How the rating stands beside the data; `nil` where there is neither.
    public var verdict: RatingVerdict? {
      RatingVerdict(
        claimed: rated.level, highest: CXMaturity.scale.upperBound, state ?? .absent)
    }
  }

  /// The activities, in the order of the source.
  public let activities: [Activity]
  /// What the ratings come to.
  public let figures: RatingFigures
  /// The total, from every unrated activity at 1 to every one at 5.
  public let total: ClosedRange<Int>
  /// The gaps, largest first.
  public let gaps: [RankedGap<Int>]
  /// Activities without a rating, in the order of the source.
  public let unrated: [String]
  /// What deserves a second look.
  public let hints: [AssessmentHint]

  /// Whether every activity is rated.
  public var isComplete: Bool { unrated.isEmpty }
  /// The sum of the gaps that are known.
  public var gapTotal: Int { gaps.reduce(0) { $0 + $1.size } }
  /// The stage of the lowest total.
  public var lowestStage: CXMaturity.Stage { CXMaturity.stage(ofTotal: total.lowerBound) }
  /// The stage of the highest total.
  public var highestStage: CXMaturity.Stage { CXMaturity.stage(ofTotal: total.upperBound) }
  /// The stage; `nil` where the ends of the total lie in different ones.
  public var stage: CXMaturity.Stage? { lowestStage == highestStage ? lowestStage : nil }

  /// The stage after the one that is reached for certain; `nil` behind the last.
  public var nextStage: CXMaturity.Stage? {
    CXMaturity.stages.first { $0.number == lowestStage.number + 1 }
  }

  /// What is recommended on the way to the next stage.
  public var nextActions: [CXMaturity.Action] {
    CXMaturity.actions.filter { $0.fromStage == lowestStage.number }
  }

  /// Scores ratings.
  ///
  /// - Parameters:
  ///   - ratings: The answers; those to other instruments are passed over.
  ///   - rules: What the rules of the toolkit come to, by their identifiers; empty without data.
  public init(_ ratings: [Rating], rules: [String: RuleState] = [:]) {
    let items = RatedItem.all(of: CXMaturity.instrument, ratings)
    let (scale, gaps) = (CXMaturity.scale, items.rankedGaps)
    let figures = items.figures(on: scale)
    var ranks: [String: Int] = [:]
    for (index, gap) in gaps.enumerated() { ranks[gap.id] = index + 1 }
    activities = items.map { item in
      Activity(
        rated: item, state: item.item.computedBy.map { rules[$0] ?? .absent },
        priority: ranks[item.item.id])
    }
    let open = figures.total - figures.rated
    total =
      figures.sum + open * scale.lowerBound...figures.sum + open * scale.upperBound
    (self.figures, self.gaps, unrated) = (figures, gaps, items.unrated)
    hints = activities.compactMap(\.hint)
  }
}

extension MaturityAssessment.Activity {
  /// What data would support, where the rating says less or nothing.
  fileprivate var hint: AssessmentHint? {
    guard let rule = rated.item.computedBy else { return nil }
    let highest = CXMaturity.scale.upperBound
    switch (verdict, state) {
    case (.understated, _), (.computed, .met):
      return .ruleMet(item: rated.item.id, rule: rule, highest: highest)
    case (.computed, .missed):
      return .ruleMissed(item: rated.item.id, rule: rule, most: highest - 1)
    default: return nil
    }
  }
}
