import Basics
import ContactRecords
import Reports

@testable import MaturityRules

/// Self-assessments for tests: ratings as a file would have them, and what data say beside them.
enum AssessmentSample {
  /// A row of a file of ratings.
  typealias Row = (
    instrument: String, item: String, rating: String, evidence: String?, note: String?
  )

  /// Makes ratings of rows.
  static func ratings(_ rows: [Row]) -> [Rating] {
    var check = RatingCheck()
    for (index, row) in rows.enumerated() {
      func cell(_ text: String) -> RatingCell {
        RatingCell(text, at: RatingPlace(file: "ratings.csv", line: index + 2, column: 1))
      }
      check.take(
        RatingRow(
          instrument: cell(row.instrument), item: cell(row.item), rating: cell(row.rating),
          evidence: row.evidence, note: row.note))
    }
    check.finish()
    precondition(check.problems.isEmpty, "\(check.problems)")
    return check.ratings
  }

  /// Rates the items of an instrument, in its order; a blank leaves one unrated.
  static func ratings(_ instrument: Instrument, _ levels: [Int?]) -> [Rating] {
    ratings(
      zip(instrument.items, levels).map { item, level in
        (instrument.id, item.id, level.map(String.init) ?? "", nil, nil)
      })
  }

  /// Rates every item of an instrument alike.
  static func ratings(_ instrument: Instrument, all level: Int?) -> [Rating] {
    ratings(instrument, instrument.items.map { _ in level })
  }
}

// MARK: - The example of the page on instruments

extension AssessmentSample {
  /// What people rated of the standards: 43 of 45.
  static let standards: [Rating] = {
    let levels: [Int?] =
      [2, 2, 2, 3, 3, 3] + [2, 2, 3, 4] + [2, 2, 3, 3, 3, 1, 1] + [2, 2, 2, 1, 2, 3, 3]
      + [2, 2, 2, 2, 2, 3, 2, 3, 3, 2, 3] + [2, nil] + [3, 2] + [3, 3, 2, 3, 1, nil]
    return ratings(CMOStandards.instrument, levels)
  }()

  /// 18 of 20 activities, 50 points.
  static let activities: [Rating] = {
    let open: Set = ["event_management", "routing_tool"]
    let low = ["omnichannel_tool": 1, "quality_assurance": 2, "reporting_tool": 2]
    return ratings(
      CXMaturity.instrument,
      CXMaturity.instrument.items.map { open.contains($0.id) ? nil : low[$0.id] ?? 3 })
  }()

  /// Two areas: one whose sample lacks a survey, one whose onsite score is too low.
  static let areas = ratings([
    ("sqm_practice", "email.onsite_score", "85", nil, nil),
    ("sqm_practice", "email.employee_satisfaction", "70 %", nil, nil),
    ("sqm_practice", "email.employees", "240", nil, nil),
    ("sqm_practice", "email.surveys", "99", nil, nil),
    ("sqm_practice", "email.cx_impact", "yes", "FCR study 2026", nil),
    ("sqm_practice", "ivr_self_service.onsite_score", "73.5", nil, "own estimate"),
    ("sqm_practice", "ivr_self_service.employee_satisfaction", "66", nil, nil),
    ("sqm_practice", "ivr_self_service.employees", "40", nil, nil),
    ("sqm_practice", "ivr_self_service.surveys", "36", nil, nil),
    ("sqm_practice", "ivr_self_service.cx_impact", "yes", nil, nil),
  ])

  /// 17 of 20 questions: of one theme none.
  static let questions: [Rating] = {
    let open: Set = ["roles_compensation", "training", "career_progression"]
    return ratings(
      ContactScope.instrument,
      ContactScope.instrument.items.enumerated().map { index, item in
        open.contains(item.id) ? nil : 2 + index % 3
      })
  }()

  /// What customers expect: what bears on 8.01 with evidence, the others as they are.
  static let expectations = ratings(
    ICMIConcepts.expectations.map { expectation in
      let isFirst = expectation.bearsOn == "8.01"
      return (
        "icmi_concepts", expectation.id, isFirst || expectation.id == "courteous" ? "2" : "1",
        isFirst ? "Customer panel 2026-03" : nil, nil
      )
    })

  /// The report of the example, with ratings of an earlier day.
  static func report() throws -> AssessmentReport {
    let asOf = CivilDate("2026-10-31")!
    var background = Assessment.Background()
    background.computed = ComputedLevel.all(findings)
    background.asOf = asOf
    background.hasRecords = true
    var report = AssessmentReport(
      assessments: Assessment.all(
        standards + activities + questions + areas + expectations, background))
    report.asOf = asOf
    report.findings = findings
    report.checks = checks
    report.ratedOn = ["cmo": CivilDate("2026-10-15")!]
    let before = standards.filter { $0.item != "7.02" } + areas.prefix(5)
    report.earlier = [
      .init(date: CivilDate("2026-04-15")!, assessments: Assessment.all(Array(before)))
    ]
    report.attestations = [
      EvidenceRecord(
        standard: "8.01", level: 4, reference: "Panel of customers", attestedBy: "J. Doe",
        from: CivilDate("2026-01-01")!)
    ]
    report.materials = [
      .init(instrument: "cx_maturity", item: nil, text: "CSAT of 2026-10: 81.40 %"),
      .init(instrument: "contactscope", item: "channel_handling", text: "channels: chat, voice"),
    ]
    report.requirements = [
      Requirement(standard: "8.01", level: 2), Requirement(standard: "8.02", level: 3),
    ]
    report.inputs = [input("ratings.csv", kind: "ratings", rows: 98)]
    return report
  }

  /// A file that was read.
  static func input(_ path: String, kind: String, rows: Int, notes: [String] = []) -> InputSummary {
    var counts = InputSummary.Rows()
    (counts.read, counts.accepted) = (rows, rows)
    return InputSummary(
      path: path, bytes: 40 * rows, kind: kind, encoding: "utf-8", delimiter: ",", first: nil,
      last: nil, rows: counts, suspect: 0, unmapped: [], rejects: [], notes: notes)
  }
}

// MARK: - What data say

extension AssessmentSample {
  /// What becomes of the rungs of a standard, lowest first.
  typealias Rung = (status: CriterionStatus, distance: Distance)

  static func finding(_ id: String, _ scopes: [(name: String, rungs: [Rung])]) -> StandardFinding {
    let standard = StandardLadder.standard(id)!
    let scopes = scopes.map { scope in
      ScopeFinding(
        scope: scope.name,
        criteria: zip(standard.criteria, scope.rungs).map { criterion, rung in
          CriterionFinding(
            criterion: criterion, status: rung.status, window: nil, met: nil, counted: nil,
            undecided: nil, needed: nil, distance: rung.distance, deciding: [], months: [],
            remarks: [])
        })
    }
    return StandardFinding(
      standard: standard, level: scopes.compactMap(\.level).min(),
      possible: scopes.compactMap(\.possible).min() ?? 0, levelWithExclusions: nil, scopes: scopes)
  }

  static let february = Distance.MonthGap(
    month: CivilMonth("2026-02")!, met: 21, counted: 28, undecided: 0, needed: 23)

  static let met: Rung = (.met, .nothing)
  static let attestation: Rung = (.needsEvidence, .attestation)
  static let missedMonths: Rung = (
    .missed, .months(met: 8, undecided: 1, of: 12, needed: 12, deciding: [])
  )
  static let openMonths: Rung = (
    .indeterminate,
    .months(met: 8, undecided: 1, of: 12, needed: 9, deciding: [CivilMonth("2026-03")!])
  )

  static let findings = [
    finding(
      "8.01",
      [("Voice", [met, (.missed, .days(short: [february], open: [], tightest: nil)), met])]),
    finding("8.02", [("organization", [met, met, met, attestation])]),
    finding("8.03", [("organization", [met, openMonths, missedMonths, attestation])]),
    finding("8.04", [("organization", [met, met, met, met])]),
    finding("8.05", [("organization", [met, (.missed, .nothing), met, attestation])]),
    finding("8.06", [("organization", [(.missed, .types(named: 0, needed: 1))])]),
  ]

  static let checks: [DataCheckFinding] = {
    func found(_ id: String, _ verdict: DataCheck.Verdict, _ detail: String = "")
      -> DataCheckFinding
    {
      let checks = CMOStandards.instrument.items.flatMap(\.checks)
      return DataCheckFinding(
        check: checks.first { $0.id == id }!, verdict: verdict, detail: detail)
    }
    return [
      found("5.06.1", .supported), found("5.06.2", .supported), found("5.06.3", .notVisible),
      found("5.06.4", .dataSuffice), found("7.01.1", .supported),
      found("7.01.2", .contradicted, "chat has 12 survey answers, needs 30"),
      found("7.01.3", .notExamined), found("2.02.1", .notExamined),
    ]
  }()
}
