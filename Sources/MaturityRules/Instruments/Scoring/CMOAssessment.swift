/// The scorecard of the standards: what is claimed, what data come to, and what is used.
public struct CMOAssessment: Hashable, Sendable {
  /// A standard with its levels.
  public struct Standard: Hashable, Sendable {
    /// The standard.
    public let item: Instrument.Item
    /// The identifier of its section.
    public let section: String
    /// The rating that people gave; `nil` where they gave none.
    public let rating: Rating?
    /// What data come to; `nil` where there are none.
    public let computed: ComputedLevel?

    /// The level that people claim.
    public var claimed: Int? { rating?.level }
    /// The level that counts: the computed one where data allow one, else the claimed one.
    public var used: Int? { computed?.level ?? claimed }
    /// What is lacking to level 4; `nil` where nothing is known.
    public var gap: Int? { used.map { CMOStandards.scale.upperBound - $0 } }
    /// How the claim stands beside the data; `nil` where there is neither.
    public var verdict: RatingVerdict? { RatingVerdict(claimed: claimed, computed) }
  }

  /// A section with its figures.
  public struct Section: Hashable, Sendable {
    /// The section.
    public let group: Instrument.Group
    /// What the levels that count come to.
    public let figures: RatingFigures
  }

  /// The standards, in the order of the source.
  public let standards: [Standard]
  /// The sections, in the order of the source.
  public let sections: [Section]
  /// What all levels that count come to; the mean is that of standards, not of sections.
  public let overall: RatingFigures
  /// The gaps, largest first.
  public let gaps: [RankedGap<Int>]
  /// Standards of which nothing is known, in the order of the source.
  public let unrated: [String]
  /// What deserves a second look.
  public let hints: [AssessmentHint]

  /// How many standards people rated.
  public var ratedCount: Int { standards.count { $0.rating != nil } }
  /// How many standards data decided.
  public var computedCount: Int { standards.count { $0.computed != nil } }

  /// Scores ratings.
  ///
  /// - Parameters:
  ///   - ratings: The answers; those to other instruments are passed over.
  ///   - computed: What data come to, by the number of the standard; empty without data.
  public init(_ ratings: [Rating], computed: [String: ComputedLevel] = [:]) {
    let instrument = CMOStandards.instrument
    let answers = instrument.answers(ratings)
    let standards = instrument.groups.flatMap { group in
      group.items.map { item in
        Standard(
          item: item, section: group.id, rating: answers[item.id],
          computed: item.computedBy.flatMap { computed[$0] })
      }
    }
    self.standards = standards
    sections = instrument.groups.map { group in
      Section(
        group: group, figures: CMOAssessment.figures(standards.filter { $0.section == group.id }))
    }
    overall = CMOAssessment.figures(standards)
    gaps = RankedGap.ranked(standards.map { ($0.item.id, $0.gap) }, above: 0)
    unrated = standards.filter { $0.used == nil }.map(\.item.id)
    hints = CMOAssessment.hints(standards)
  }

  private static func figures(_ standards: [Standard]) -> RatingFigures {
    RatingFigures(standards.compactMap(\.used), of: standards.count, on: CMOStandards.scale)
  }

  /// Standards that ask the same of level 1.
  private static let alike = ("1.05", "2.01")

  private static func hints(_ standards: [Standard]) -> [AssessmentHint] {
    func claimed(_ id: String) -> Int? { standards.first { $0.item.id == id }?.claimed }
    guard let first = claimed(alike.0), let second = claimed(alike.1),
      (first == 0) != (second == 0)
    else { return [] }
    return [
      first == 0
        ? .sameWording(atZero: alike.0, other: alike.1)
        : .sameWording(atZero: alike.1, other: alike.0)
    ]
  }
}
