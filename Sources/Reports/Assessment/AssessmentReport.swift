public import Basics
public import ContactRecords
public import MaturityRules

/// What self-assessments come to, beside what data say of them, as a plain value.
///
/// Every renderer reads this value and nothing else. It holds no clock time and nothing of the
/// machine, so that the same ratings and the same records give the same bytes again.
public struct AssessmentReport: Sendable {
  /// Something that data say beside an item or an instrument, and never as a rating.
  public struct Material: Hashable, Sendable {
    /// The identifier of the instrument.
    public let instrument: String
    /// The identifier of the item; `nil` where it is about the whole instrument.
    public let item: String?
    /// What is said, in words; names in it come from data and are not made safe yet.
    public let text: String

    /// Creates material.
    ///
    /// - Parameters:
    ///   - instrument: The identifier of the instrument.
    ///   - item: The identifier of the item; `nil` for the whole instrument.
    ///   - text: What is said, in words.
    public init(instrument: String, item: String?, text: String) {
      (self.instrument, self.item, self.text) = (instrument, item, text)
    }
  }

  /// What ratings of an earlier day came to.
  public struct Earlier: Sendable {
    /// The day that they are of.
    public let date: CivilDate
    /// What they came to, an instrument each; without data, which are of today.
    public let assessments: [Assessment]

    /// Creates what ratings of an earlier day came to.
    ///
    /// - Parameters:
    ///   - date: The day that they are of.
    ///   - assessments: What they came to.
    public init(date: CivilDate, assessments: [Assessment]) {
      (self.date, self.assessments) = (date, assessments)
    }
  }

  /// The last day that data are judged on, or the day that was given; `nil` without either.
  public var asOf: CivilDate?
  /// The files of ratings, then those of records, in the order in which they were named.
  public var inputs: [InputSummary] = []
  /// What the ratings come to, in the order of the instruments; of several days the last one's.
  public var assessments: [Assessment]
  /// The day that the ratings of an instrument are of, by its identifier; none where they do not
  /// say it.
  public var ratedOn: [String: CivilDate] = [:]
  /// What ratings of earlier days came to, the oldest first.
  public var earlier: [Earlier] = []
  /// How 8.01 to 8.06 stand by the data; empty without any.
  public var findings: [StandardFinding] = []
  /// How the rules of the toolkit stand by the data; empty without any.
  public var rules: [RuleFinding] = []
  /// How the checks of standards that people rate came out; empty without data.
  public var checks: [DataCheckFinding] = []
  /// The attestations that are in force, by standard and level.
  public var attestations: [EvidenceRecord] = []
  /// What data say besides.
  public var materials: [Material] = []
  /// The levels that were required.
  public var requirements: [Requirement] = []

  /// Creates a report.
  ///
  /// - Parameter assessments: What the ratings come to.
  public init(assessments: [Assessment]) { self.assessments = assessments }
}

extension AssessmentReport {
  /// Whether the figures rule a rating out.
  public var hasContradiction: Bool {
    checks.contains { $0.verdict == .contradicted } || verdicts.contains(.contradicted)
  }

  /// How the rating of a standard stands beside the figures, and beside what records say of
  /// standards that no rule computes; `nil` where there is nothing of either.
  func verdict(on standard: CMOAssessment.Standard) -> RatingVerdict? {
    let isRuledOut = checks.contains {
      $0.check.standard == standard.item.id && $0.verdict == .contradicted
    }
    return isRuledOut ? .contradicted : standard.verdict
  }

  /// Whether a rating is left open by the figures.
  public var hasUnproven: Bool { verdicts.contains(.unproven) }

  /// How the ratings stand beside the figures.
  private var verdicts: [RatingVerdict] {
    assessments.flatMap { assessment -> [RatingVerdict?] in
      switch assessment {
      case .cmo(let cmo): cmo.standards.map(\.verdict)
      case .maturity(let maturity): maturity.activities.map(\.verdict)
      case .questionnaire, .practice, .expectations: []
      }
    }.compactMap(\.self)
  }
}
