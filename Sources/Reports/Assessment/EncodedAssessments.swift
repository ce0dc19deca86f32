import Basics
import ContactRecords
import MaturityRules

/// The wire form of self-assessments, version 1; `AssessmentSchema` describes it.
struct EncodedAssessments: Encodable {
  static let schemaName = "slcheck.assessment/1"

  let schema = EncodedAssessments.schemaName
  @Nullable var asOf: String?
  let inputs: [EncodedInput]
  let assessments: [EncodedAssessment]
  let earlier: [Earlier]
  let requirements: [EncodedRequirement]

  /// What ratings of an earlier day came to.
  struct Earlier: Encodable {
    let date: String
    let assessments: [EncodedAssessment]
  }

  init(_ report: AssessmentReport) {
    asOf = report.asOf?.description
    inputs = report.inputs.map(EncodedInput.init)
    assessments = report.assessments.map { EncodedAssessment($0, in: report) }
    // Data are of today.
    let past = AssessmentReport(assessments: [])
    earlier = report.earlier.map { earlier in
      Earlier(
        date: earlier.date.description,
        assessments: earlier.assessments.map {
          EncodedAssessment($0, in: past, ratedOn: earlier.date)
        })
    }
    requirements = report.requirements.map { EncodedRequirement($0, report.findings) }
  }
}

/// What the ratings by one instrument come to: what all have, and what each has of its own.
struct EncodedAssessment: Encodable {
  private let common: Common
  private let own: any Encodable

  /// What stands in every assessment.
  private struct Common: Encodable {
    let instrument: String
    let title: String
    @Nullable var ratedOn: String?
    let hints: [String]
    let materials: [Material]
  }

  /// Something that data say besides.
  private struct Material: Encodable {
    @Nullable var item: String?
    let text: String
  }

  /// - Parameter ratedOn: The day of the ratings; `nil` for what the report says.
  init(_ assessment: Assessment, in report: AssessmentReport, ratedOn: CivilDate? = nil) {
    let instrument = assessment.instrument
    let day = ratedOn ?? report.ratedOn[instrument.id]
    common = Common(
      instrument: instrument.id, title: instrument.title,
      ratedOn: Nullable(wrappedValue: day?.description),
      hints: assessment.hints.map(\.description),
      materials: report.materials.filter { $0.instrument == instrument.id }.map {
        Material(item: Nullable(wrappedValue: $0.item), text: $0.text)
      })
    own =
      switch assessment {
      case .cmo(let cmo): EncodedCMO(cmo, report)
      case .maturity(let maturity): EncodedMaturity(maturity, report)
      case .questionnaire(let questionnaire): EncodedQuestionnaire(questionnaire)
      case .practice(let practice): EncodedPractice(practice)
      case .expectations(let expectations): EncodedExpectations(expectations)
      }
  }

  func encode(to encoder: any Encoder) throws {
    try common.encode(to: encoder)
    try own.encode(to: encoder)
  }
}

// MARK: - What several have

/// What is left of one item.
struct EncodedGap: Encodable {
  let id: String
  let gap: Int

  init(_ gap: RankedGap<Int>) { (id, self.gap) = (gap.id, gap.size) }
}

/// A mean of ratings: its parts, and the quotient shortened to two decimals, since half a level
/// more is not reached yet.
struct EncodedMean: Encodable {
  let numerator: Int
  let denominator: Int
  let value: String

  init(_ mean: Ratio) {
    (numerator, denominator) = (mean.numerator, mean.denominator)
    value = mean.valueText(places: 2, .down)
  }
}

extension RatingFigures {
  /// The mean with its parts, if anything is rated.
  var encodedMean: Nullable<EncodedMean> {
    Nullable(wrappedValue: mean.map(EncodedMean.init))
  }

  /// The median as text, if anything is rated.
  var encodedMedian: Nullable<String> {
    Nullable(wrappedValue: median?.valueText(places: 1, .down))
  }
}
