public import Basics

/// The areas of the best-practice certification, each decided for itself.
public struct PracticeAssessment: Hashable, Sendable {
  /// The areas, in the order of the source; those without any field are indeterminate, and not
  /// among the assessed.
  public let areas: [PracticeArea]
  /// The gaps in percentage points, largest first.
  public let gaps: [RankedGap<FixedPoint>]
  /// Areas without any field, in the order of the source.
  public let unrated: [String]
  /// What deserves a second look.
  public let hints: [AssessmentHint]

  /// The areas of which any field is given.
  public var assessed: [PracticeArea] { areas.filter(\.isAssessed) }

  /// Counts the assessed areas that were decided in some way.
  ///
  /// - Parameter decision: The decision that is counted.
  public func count(_ decision: SQMPractice.Decision) -> Int {
    assessed.count { $0.decision == decision }
  }

  /// Decides areas.
  ///
  /// - Parameters:
  ///   - ratings: The answers; those to other instruments are passed over.
  ///   - asOf: The day that validity is judged on; `nil` to leave it open.
  public init(_ ratings: [Rating], asOf: CivilDate? = nil) {
    let answers = SQMPractice.instrument.answers(ratings)
    let areas = SQMPractice.areas.map { PracticeArea($0, answers, asOf: asOf) }
    self.areas = areas
    gaps = RankedGap.ranked(areas.map { ($0.area.id, $0.gap) }, above: FixedPoint(0))
    unrated = areas.filter { !$0.isAssessed }.map(\.area.id)
    hints = areas.flatMap(\.hints)
  }
}

/// What is stated of an area, and what that decides.
public struct PracticeArea: Hashable, Sendable {
  /// What is referred to or noted beside a field.
  public struct Remark: Hashable, Sendable {
    /// The field.
    public let field: String
    /// What its value refers to; `nil` for nothing.
    public let evidence: String?
    /// What is said besides; `nil` for nothing.
    public let note: String?
  }

  /// The area.
  public let area: SQMPractice.Area
  /// The onsite score in percent.
  public let onsiteScore: FixedPoint?
  /// The satisfaction of employees in percent.
  public let satisfaction: FixedPoint?
  /// Employees who could be surveyed.
  public let employees: Int?
  /// Completed surveys.
  public let surveys: Int?
  /// Whether a positive effect on results is attested.
  public let hasImpact: Bool?
  /// The focus groups held.
  public let focusGroups: Int?
  /// The questions in the survey.
  public let questions: Int?
  /// When the area was certified.
  public let certifiedOn: CivilDate?
  /// What is referred to or noted beside the fields that are given, in their order.
  public let remarks: [Remark]
  /// Whether any field is given.
  public let isAssessed: Bool
  /// The day that validity is judged on.
  private let asOf: CivilDate?

  init(_ area: SQMPractice.Area, _ answers: [String: Rating], asOf: CivilDate?) {
    func value(_ field: String) -> RatingValue? { answers["\(area.id).\(field)"]?.value }
    func percent(_ field: String) -> FixedPoint? {
      if case .percent(let percent)? = value(field) { percent } else { nil }
    }
    func count(_ field: String) -> Int? {
      if case .count(let count)? = value(field) { count } else { nil }
    }
    self.area = area
    (onsiteScore, satisfaction) = (percent("onsite_score"), percent("employee_satisfaction"))
    (employees, surveys) = (count("employees"), count("surveys"))
    (focusGroups, questions) = (count("focus_groups"), count("questions"))
    if case .truth(let truth)? = value("cx_impact") { hasImpact = truth } else { hasImpact = nil }
    if case .day(let day)? = value("certified_on") { certifiedOn = day } else { certifiedOn = nil }
    remarks = SQMPractice.fields.compactMap { field in
      guard let rating = answers["\(area.id).\(field.id)"] else { return nil }
      return rating.evidence == nil && rating.note == nil
        ? nil : Remark(field: field.id, evidence: rating.evidence, note: rating.note)
    }
    isAssessed = SQMPractice.fields.contains { value($0.id) != nil }
    self.asOf = asOf
  }
}

// MARK: - Decision

extension PracticeArea {
  /// The reference for the effect on results; `nil` where none is given.
  public var impactEvidence: String? { remarks.first { $0.field == "cx_impact" }?.evidence }

  /// What is decided, by the first reason.
  public var decision: SQMPractice.Decision {
    rows.first?.decision ?? .indeterminate
  }

  /// Every reason that fits, in the order of the table.
  public var reasons: [SQMPractice.Reason] { rows.map(\.reason) }

  private var rows: [SQMPractice.DecisionRow] {
    let fitting = SQMPractice.decisionRows.filter { holds($0.reason) }
    return fitting.isEmpty ? SQMPractice.decisionRows.filter { $0.reason == .criteriaMet } : fitting
  }

  /// Tells whether a row fits; the last one does where no other does.
  private func holds(_ reason: SQMPractice.Reason) -> Bool {
    switch reason {
    case .onsiteBelow80: onsiteScore.map { $0 < FixedPoint(SQMPractice.leastOnsiteScore) } ?? false
    case .satisfactionBelow50:
      hasSufficientSample == true
        && satisfaction.map { $0 < FixedPoint(SQMPractice.leastSatisfaction) } ?? false
    case .noImpact: hasImpact == false
    case .expired: isExpired
    case .onsiteMissing: onsiteScore == nil
    case .satisfactionMissing: satisfaction == nil
    case .sampleUnknown: hasSufficientSample == nil
    case .sampleTooSmall: hasSufficientSample == false
    case .impactMissing: hasImpact == nil
    case .criteriaMet: false
    }
  }

  /// The last day that a certificate is valid; `nil` where it is not known when it was given.
  public var validUntil: CivilDate? { certifiedOn?.lastDay(ofMonths: SQMPractice.monthsValid) }

  private var isExpired: Bool {
    guard let asOf, let validUntil else { return false }
    return asOf > validUntil
  }
}

// MARK: - Sample and gap

extension PracticeArea {
  /// How many surveys are needed; `nil` where it is not known how many employees there are.
  public var neededSurveys: Int? {
    guard let employees else { return nil }
    let full = SQMPractice.fullSample
    return employees >= full ? full : (employees * SQMPractice.smallShare + 99) / 100
  }

  /// How many surveys are lacking; `nil` where the sample is not known.
  public var lackingSurveys: Int? {
    guard let neededSurveys, let surveys else { return nil }
    return max(0, neededSurveys - surveys)
  }

  /// Whether enough surveys were completed; `nil` where the sample is not known.
  public var hasSufficientSample: Bool? { lackingSurveys.map { $0 == 0 } }

  /// The percentage points lacking; `nil` where neither score is given.
  public var gap: FixedPoint? {
    let lacking = [
      onsiteScore.map { FixedPoint(SQMPractice.leastOnsiteScore).millionths - $0.millionths },
      satisfaction.map { FixedPoint(SQMPractice.leastSatisfaction).millionths - $0.millionths },
    ].compactMap(\.self)
    return lacking.max().map { FixedPoint(millionths: max(0, $0)) }
  }

  /// What is not typical of the survey, and what is open of a certificate; never a failure.
  fileprivate var hints: [AssessmentHint] {
    var hints: [AssessmentHint] = []
    let groups = SQMPractice.typicalFocusGroups
    if let focusGroups, !groups.contains(focusGroups) {
      hints.append(
        .untypical(
          item: "\(area.id).focus_groups", count: focusGroups,
          typical: "\(groups.lowerBound) to \(groups.upperBound)"))
    }
    if let questions, questions != SQMPractice.typicalQuestions {
      hints.append(
        .untypical(
          item: "\(area.id).questions", count: questions,
          typical: "\(SQMPractice.typicalQuestions)"))
    }
    if let certifiedOn {
      let item = "\(area.id).certified_on"
      if let asOf {
        if certifiedOn > asOf { hints.append(.certifiedLater(item: item)) }
      } else {
        hints.append(.expiryOpen(item: item))
      }
    }
    return hints
  }
}
