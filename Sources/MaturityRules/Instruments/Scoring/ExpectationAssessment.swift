/// The checklist of what customers expect, as material for attestations (own rules).
public struct ExpectationAssessment: Hashable, Sendable {
  /// Whether there is material for the attestation of a standard.
  public struct Alignment: Hashable, Sendable {
    /// The number of the standard.
    public let standard: String
    /// The expectations that are not met with evidence, in the order of the source.
    public let lacking: [String]

    /// Whether all of its expectations are met with evidence.
    public var isPresent: Bool { lacking.isEmpty }
  }

  /// The expectations, in the order of the source.
  public let items: [RatedItem]
  /// What the ratings come to; the sum is out of twice their number.
  public let figures: RatingFigures
  /// The standards that the expectations bear on.
  public let alignments: [Alignment]
  /// The gaps, largest first.
  public let gaps: [RankedGap<Int>]
  /// Expectations without a rating, in the order of the source.
  public let unrated: [String]
  /// What deserves a second look.
  public let hints: [AssessmentHint]

  /// How many expectations have the highest rating.
  public var atHighest: Int { figures.counts.last ?? 0 }

  /// The level of a standard that the material is for.
  public static let attestedLevel = 4

  /// Scores ratings.
  ///
  /// - Parameters:
  ///   - ratings: The answers; those to other instruments are passed over.
  ///   - attested: The standards whose fourth level someone attests.
  public init(_ ratings: [Rating], attested: Set<String> = []) {
    let (items, scale) = (
      RatedItem.all(of: ICMIConcepts.instrument, ratings), ICMIConcepts.scale
    )
    func isMet(_ id: String) -> Bool {
      items.contains {
        $0.item.id == id && $0.level == scale.upperBound && $0.rating?.evidence != nil
      }
    }
    self.items = items
    figures = items.figures(on: scale)
    (gaps, unrated) = (items.rankedGaps, items.unrated)
    let alignments = ["8.01", "8.02"].map { standard in
      Alignment(
        standard: standard,
        lacking: ICMIConcepts.expectations
          .filter { $0.bearsOn == standard && !isMet($0.id) }.map(\.id))
    }
    self.alignments = alignments
    hints =
      items.filter { $0.level == scale.upperBound && $0.rating?.evidence == nil }
      .map { .noEvidence(item: $0.item.id) }
      + alignments.filter { !$0.isPresent && attested.contains($0.standard) }.map {
        .attestedWithoutMaterial(
          standard: $0.standard, level: ExpectationAssessment.attestedLevel, items: $0.lacking)
      }
  }
}
