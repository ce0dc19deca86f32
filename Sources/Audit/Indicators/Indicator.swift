public import Basics
public import PerformanceMetrics

/// A pattern in the records that deserves a look: a finding with its figures and usual causes.
///
/// It accuses nobody: each has causes that are honest, which stand beside it, and it changes no
/// verdict and no exit status.
public struct Indicator: Sendable {
  /// What is looked for.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// More intervals at the fewest contacts that meet the objective than chance puts there.
    case thresholdPile = "threshold-pile"
    /// A month whose short abandons are far more of the abandoned than in the month before.
    case shortAbandonJump = "short-abandon-jump"
    /// Intervals of one contact that carry the attainment of intervals.
    case singleContactIntervals = "single-contact-intervals"
    /// A month that is met by its last days alone.
    case monthEnd = "month-end"
    /// Days without records where service was missed before and after.
    case missingDays = "missing-days"
    /// A month that is another by the rows given first than by those given last.
    case restatedMonths = "restated-months"
  }

  /// A figure of a finding, by a name that keeps its meaning.
  public struct Figure: Sendable {
    /// What the figure is called.
    public let name: Name
    /// What it comes to; `nil` where the records do not tell.
    public let value: AuditedFigure?
  }

  /// What is looked for.
  public let kind: Kind
  /// The service's name.
  public let service: String
  /// The site; `nil` where records carry none, or the service is pooled.
  public let site: String?
  /// The days that it is about.
  public let period: ClosedRange<CivilDate>
  /// The figures, in the order in which they are told.
  public let figures: [Figure]
  /// How likely the figures are if nothing but chance is at work; `nil` where no test was made.
  public let chance: PValue?
  /// How many comparisons of the kind were made in all services together: chance had as many.
  public internal(set) var comparisons: Int

  init(
    _ kind: Kind, of service: ServiceMetrics, _ period: ClosedRange<CivilDate>,
    _ figures: KeyValuePairs<Name, AuditedFigure?>, chance: PValue? = nil
  ) {
    self.kind = kind
    self.service = service.service.name
    site = service.site
    self.period = period
    self.figures = figures.map { Figure(name: $0.key, value: $0.value) }
    self.chance = chance
    comparisons = 0
  }

  /// The figure of a name.
  subscript(name: Name) -> AuditedFigure? { figures.first { $0.name == name }?.value }
}

// MARK: - Chance

/// What a detector compared, and what it would tell.
struct Screening: Sendable {
  /// How many comparisons it made.
  var comparisons = 0
  /// What it found, however likely.
  var candidates: [Indicator] = []

  /// Adds what was compared elsewhere.
  mutating func merge(_ other: Screening) {
    comparisons += other.comparisons
    candidates += other.candidates
  }

  /// What chance explains in one center of a hundred at most.
  ///
  /// Bonferroni: with as many comparisons as were made, one of them is this far off in so many
  /// centers at most, whatever depends on what. A share of a hundred is the product's own choice:
  /// what is told of every tenth honest center tells nothing.
  var findings: [Indicator] {
    candidates.compactMap { candidate in
      var finding = candidate
      finding.comparisons = comparisons
      guard let chance = candidate.chance else { return finding }
      return chance.value * comparisons <= Screening.mostChance ? finding : nil
    }
  }

  /// The most that chance may explain.
  static let mostChance = Fraction(1, 100)
}

extension AuditedFigure {
  /// A service level, which is shortened down.
  init?(serviceLevel terms: ServiceLevelTerms.Term) {
    self.init(share: terms.numerator, of: terms.denominator)
    rounding = .down
  }

  /// A service level as figures of a span have it.
  init?(serviceLevel figures: ServiceFigures) {
    guard let level = figures.serviceLevel else { return nil }
    self.init(share: level.numerator, of: level.denominator)
    rounding = .down
  }
}
