public import Basics

/// What the ratings by one instrument come to.
public enum Assessment: Hashable, Sendable {
  /// The scorecard of the standards.
  case cmo(CMOAssessment)
  /// Total and stage by the toolkit.
  case maturity(MaturityAssessment)
  /// Medians and means of the questionnaire.
  case questionnaire(QuestionnaireAssessment)
  /// The areas of the best-practice certification.
  case practice(PracticeAssessment)
  /// The checklist of what customers expect.
  case expectations(ExpectationAssessment)

  /// What is known beside the ratings; nothing of it has to be.
  public struct Background: Hashable, Sendable {
    /// What data come to for standards, by their numbers.
    public var computed: [String: ComputedLevel] = [:]
    /// What data come to for the rules of the toolkit, by their identifiers.
    public var rules: [String: RuleState] = [:]
    /// The standards whose fourth level someone attests.
    public var attested: Set<String> = []
    /// The day that validity is judged on.
    public var asOf: CivilDate?
    /// Whether records were given: the scorecard of the standards is then made in any case.
    public var hasRecords = false

    /// Knows nothing.
    public init() {}
  }

  /// Scores ratings by every instrument that occurs in them, in the order of the instruments.
  ///
  /// - Parameters:
  ///   - ratings: The answers, to any instruments.
  ///   - background: What is known beside them.
  public static func all(_ ratings: [Rating], _ background: Background = .init()) -> [Assessment] {
    let occurring = Set(ratings.map(\.instrument))
    var assessments: [Assessment] = []
    if occurring.contains(CMOStandards.instrument.id) || background.hasRecords {
      assessments.append(.cmo(CMOAssessment(ratings, computed: background.computed)))
    }
    if occurring.contains(CXMaturity.instrument.id) {
      assessments.append(.maturity(MaturityAssessment(ratings, rules: background.rules)))
    }
    if occurring.contains(ContactScope.instrument.id) {
      assessments.append(.questionnaire(QuestionnaireAssessment(ratings)))
    }
    if occurring.contains(SQMPractice.instrument.id) {
      assessments.append(.practice(PracticeAssessment(ratings, asOf: background.asOf)))
    }
    if occurring.contains(ICMIConcepts.instrument.id) {
      assessments.append(
        .expectations(ExpectationAssessment(ratings, attested: background.attested)))
    }
    return assessments
  }

  /// The instrument that was rated by.
  public var instrument: Instrument {
    switch self {
    case .cmo: CMOStandards.instrument
    case .maturity: CXMaturity.instrument
    case .questionnaire: ContactScope.instrument
    case .practice: SQMPractice.instrument
    case .expectations: ICMIConcepts.instrument
    }
  }
}
