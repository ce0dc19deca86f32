import Basics
import PerformanceMetrics
import Reports

/// A finding on the wire.
struct EncodedIndicator: Encodable {
  private let kind: String
  private let service: String
  @Nullable private var site: String?
  private let from: String
  private let to: String
  private let figures: [Figure]
  @Nullable private var chance: String?
  private let comparisons: Int
  private let words: String
  private let causes: String

  /// A figure by its name.
  private struct Figure: Encodable {
    let name: String
    @Nullable var value: EncodedFigure?

    init(_ figure: Indicator.Figure) {
      name = figure.name.rawValue
      value = figure.value.map { EncodedFigure($0) }
    }
  }

  init(_ indicator: Indicator) {
    kind = indicator.kind.rawValue
    service = indicator.service
    site = indicator.site
    from = indicator.period.lowerBound.description
    to = indicator.period.upperBound.description
    figures = indicator.figures.map(Figure.init)
    chance = indicator.chanceText
    comparisons = indicator.comparisons
    words = indicator.words
    causes = indicator.causes
  }
}
