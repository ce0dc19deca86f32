import Basics
import MaturityRules

/// The areas of the best-practice certification in their wire form.
struct EncodedPractice: Encodable {
  let rated: Int
  let total: Int
  let decisions: Decisions
  let areas: [Area]
  let gaps: [Gap]
  let unrated: [String]

  /// How many areas were decided in which way.
  struct Decisions: Encodable {
    let criteriaMet: Int
    let criteriaNotMet: Int
    let indeterminate: Int
  }

  /// An area of which anything is stated.
  struct Area: Encodable {
    let id: String
    let title: String
    @Nullable var onsiteScore: String?
    @Nullable var employeeSatisfaction: String?
    @Nullable var employees: Int?
    @Nullable var surveys: Int?
    @Nullable var surveysLacking: Int?
    @Nullable var cxImpact: Bool?
    @Nullable var evidence: String?
    @Nullable var focusGroups: Int?
    @Nullable var questions: Int?
    @Nullable var certifiedOn: String?
    let decision: String
    let reasons: [String]
    @Nullable var validUntil: String?
    @Nullable var gap: String?
    let remarks: [Remark]
  }

  /// What is referred to or noted beside a field.
  struct Remark: Encodable {
    let field: String
    @Nullable var evidence: String?
    @Nullable var note: String?
  }

  /// The percentage points that an area lacks.
  struct Gap: Encodable {
    let id: String
    let gap: String
  }

  init(_ practice: PracticeAssessment) {
    (rated, total) = (practice.assessed.count, practice.areas.count)
    decisions = Decisions(
      criteriaMet: practice.count(.criteriaMet), criteriaNotMet: practice.count(.criteriaNotMet),
      indeterminate: practice.count(.indeterminate))
    areas = practice.assessed.map(Area.init)
    gaps = practice.gaps.map { Gap(id: $0.id, gap: $0.size.pointsText) }
    unrated = practice.unrated
  }
}

extension EncodedPractice.Area {
  init(_ area: PracticeArea) {
    (id, title) = (area.area.id, area.area.title)
    onsiteScore = area.onsiteScore?.pointsText
    employeeSatisfaction = area.satisfaction?.pointsText
    (employees, surveys, surveysLacking) = (area.employees, area.surveys, area.lackingSurveys)
    (cxImpact, evidence) = (area.hasImpact, area.impactEvidence)
    (focusGroups, questions) = (area.focusGroups, area.questions)
    certifiedOn = area.certifiedOn?.description
    decision = area.decision.rawValue
    reasons = area.reasons.map(\.rawValue)
    validUntil = area.validUntil?.description
    gap = area.gap?.pointsText
    remarks = area.remarks.map(EncodedPractice.Remark.init)
  }
}

extension EncodedPractice.Remark {
  init(_ remark: PracticeArea.Remark) {
    (field, evidence, note) = (remark.field, remark.evidence, remark.note)
  }
}
