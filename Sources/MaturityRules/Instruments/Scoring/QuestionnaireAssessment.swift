/// What the answers to the questionnaire come to, by theme and over all (own rules).
public struct QuestionnaireAssessment: Hashable, Sendable {
  /// A theme: one axis of the radar.
  public struct Axis: Hashable, Sendable {
    /// The theme.
    public let theme: ContactScope.Theme
    /// What its ratings come to; the axis shows the mean.
    public let figures: RatingFigures
  }

  /// The questions, in the order of the source.
  public let items: [RatedItem]
  /// The themes, in the order of the axes.
  public let axes: [Axis]
  /// What all ratings come to; the mean is that of questions, not of themes.
  public let overall: RatingFigures
  /// The gaps, largest first.
  public let gaps: [RankedGap<Int>]
  /// Questions without a rating, in the order of the source.
  public let unrated: [String]
  /// What deserves a second look.
  public let hints: [AssessmentHint]

  /// Scores ratings.
  ///
  /// - Parameter ratings: The answers; those to other instruments are passed over.
  public init(_ ratings: [Rating]) {
    let (items, scale) = (
      RatedItem.all(of: ContactScope.instrument, ratings), ContactScope.scale
    )
    self.items = items
    axes = ContactScope.themes.map { theme in
      Axis(theme: theme, figures: items.figures(on: scale) { theme.items.contains($0.item.id) })
    }
    overall = items.figures(on: scale)
    (gaps, unrated) = (items.rankedGaps, items.unrated)
    func level(_ id: String) -> Int? { items.first { $0.item.id == id }?.level }
    if let documented = level("strategy_documented"), let scope = level("strategy_scope"),
      documented == 1, scope >= 3
    {
      hints = [.scopeWithoutStrategy(documented: documented, scope: scope)]
    } else {
      hints = []
    }
  }
}
