import Foundation
import MaturityRules
import TestSupport
import Testing

@testable import SLCheckTool

/// What records do to ratings, and what they do not.
@Suite struct AssessedRecordsTests {
  /// A year of days of which half attain 80 % within 20 seconds.
  private static let days =
    "interval_start,interval_minutes,queue,channel,offered,answered,abandoned,answered_within_20\n"
    + (1...12).flatMap { month in
      (1...28).map { day in
        "2026-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day),1440,A,voice,10,10,0,"
          + "\(day % 2 == 0 ? 10 : 5)\n"
      }
    }.joined()

  private static func assessed(
    _ scratch: ScratchFolder, _ ratings: String, _ more: [String], status: Int32
  ) throws -> JSONTree {
    let file = try scratch.write("ratings.csv", "instrument,item,rating\n" + ratings)
    let path = scratch.path("assessment.json")
    let found = Tool.run(["assess", file, "--format", "json", "-o", path] + more)
    try #require(found == status)
    return try JSONTree([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
  }

  private static func items(_ tree: JSONTree, _ id: String) -> JSONTree? {
    tree["assessments"]!.elements[0]["items"]!.elements.first { $0["id"] == .string(id) }
  }

  @Test func evidenceOfAnyStandardStandsBesideItsRating() throws {
    let scratch = try ScratchFolder()
    let days = try scratch.write("days.csv", Self.days)
    let evidence = try scratch.write(
      "evidence.csv",
      "standard,level,reference,attested_by,from\n7.01,2,Survey report,M. Diaz,2026-01-01\n"
        + "1.03,1,Handbook,M. Diaz,2024-01-01\n")
    let tree = try Self.assessed(
      scratch, "cmo,7.01,2\ncmo,1.03,1\n", ["--with", days, evidence], status: 0)
    let attested = Self.items(tree, "7.01")?["attestations"]?.elements ?? []
    #expect(attested.map { $0["reference"] } == [.string("Survey report")])
    // Two years have passed.
    #expect(Self.items(tree, "1.03")?["attestations"]?.elements.isEmpty == true)
  }

  @Test func anObjectiveThatNobodyGaveContradictsNothing() throws {
    let scratch = try ScratchFolder()
    let days = try scratch.write("days.csv", Self.days)
    let assumed = try Self.assessed(
      scratch, "cmo,8.01,3\n", ["--with", days], status: 2)
    #expect(Self.items(assumed, "8.01")?["verdict"] == .string("unproven"))
    let materials = assumed["assessments"]!.elements[0]["materials"]!.elements
    #expect(materials.contains { $0["text"]!.text!.hasPrefix("judged by 80 % within 20 s") })
    let given = try Self.assessed(
      scratch, "cmo,8.01,3\n", ["--objective", "80/20", "--with", days], status: 1)
    #expect(Self.items(given, "8.01")?["verdict"] == .string("contradicted"))
    #expect(given["assessments"]!.elements[0]["materials"]!.elements.isEmpty)
  }

  @Test func materialIsAboutTheStagesThatMatter() throws {
    let scratch = try ScratchFolder()
    let days = try scratch.write("days.csv", Self.days)
    let evaluations = try scratch.write(
      "evaluations.csv",
      "evaluated_at,site,channel,score\n"
        + (1...20).map { "2026-05-\($0 < 10 ? "0" : "")\($0),N,voice,80\n" }.joined()
        + (1...20).map { "2026-05-\($0 < 10 ? "0" : "")\($0),S,voice,80\n" }.joined())
    func texts(_ ratings: String) throws -> [String] {
      let tree = try Self.assessed(
        scratch, ratings,
        [
          "--objective", "80/20", "--instrument",
          ratings.split(separator: ",")[0]
            .description, "--with", days, evaluations,
        ], status: 0)
      return tree["assessments"]!.elements[0]["materials"]!.elements.compactMap { $0["text"]?.text }
    }
    let lowest = try texts("cx_maturity,routing_tool,1\n")
    #expect(lowest.contains("contact volume 280 in 2026-11"), "\(lowest)")
    let questions = try texts("contactscope,quality_management,2\n")
    #expect(questions.contains("channels: voice"))
    #expect(questions.contains("objectives for service level"))
    // Both sites together have forty in their only month.
    #expect(questions.contains { $0.hasPrefix("0 to 40 evaluations a month") }, "\(questions)")
  }

  @Test func certificatesStandAsOnTheDayOfTheRatings() throws {
    let scratch = try ScratchFolder()
    let fields = [
      "onsite_score,85", "employee_satisfaction,70", "employees,240", "surveys,100",
      "cx_impact,yes", "certified_on,2024-01-10",
    ]
    let file = try scratch.write(
      "ratings.csv",
      "instrument,item,rating,rated_on\n"
        + fields.map { "sqm_practice,email.\($0),2025-06-30\n" }.joined())
    let path = scratch.path("assessment.json")
    try #require(Tool.run(["assess", file, "--format", "json", "-o", path]) == 0)
    let tree = try JSONTree([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    let area = tree["assessments"]!.elements[0]["areas"]!.elements[0]
    #expect(area["decision"] == .string("criteriaNotMet"))
    #expect(area["reasons"]!.elements == [.string("expired")])
  }

  @Test func everyQuestionAndResponseTimeIsMaterial() throws {
    let scratch = try ScratchFolder()
    let days = try scratch.write("days.csv", Self.days)
    var rows = ["responded_at,channel,measure,score,scale_min,scale_max"]
    for month in 1...12 {
      let date = "2026-\(month < 10 ? "0" : "")\(month)-05"
      // Satisfaction rises by a tenth a month: one answer in ten more is at the top.
      for answer in 0..<10 { rows.append("\(date),voice,csat,\(answer < month - 2 ? 5 : 4),1,5") }
      for score in month == 7 ? [10] : [10, 9, 3] { rows.append("\(date),chat,nps,\(score),0,10") }
      rows.append("\(date),voice,ces,6,1,7")
    }
    let surveys = try scratch.write("surveys.csv", rows.map { $0 + "\n" }.joined())
    try scratch.write(
      "center.json",
      "{ services: [{ name: 'Mail', kind: 'response-time', "
        + "objectives: [{ percent: 90, seconds: 20 }] }] }")
    func texts(_ rating: String) throws -> [String] {
      let tree = try Self.assessed(
        scratch, rating + "\n",
        [
          "--config", scratch.path("center.json"), "--as-of", "2026-12-31", "--instrument",
          String(rating.split(separator: ",")[0]), "--with", days, surveys,
        ], status: 0)
      return tree["assessments"]!.elements[0]["materials"]!.elements.compactMap { $0["text"]?.text }
    }
    let high = try texts(
      CXMaturity.instrument.items.map { "cx_maturity,\($0.id),4" }.joined(separator: "\n"))
    #expect(high.contains("CSAT 5.00 (mean) in 2026-12"), "\(high)")
    #expect(high.contains("NPS 33.33 % (nps) in 2026-12"), "\(high)")
    #expect(high.contains("CES 6.00 (ces) in 2026-12"), "\(high)")
    #expect(high.contains { $0.hasPrefix("response time of Mail: 75.00 % in 2026-12") }, "\(high)")
    let questions = try texts("contactscope,feedback_processing,2")
    #expect(questions.contains { $0.contains("voice 132 (11 a month)") }, "\(questions)")
    let practice = try texts("sqm_practice,email.onsite_score,85")
    #expect(
      practice.contains { $0.hasPrefix("CSAT trend: 0.10 points a month") }, "\(practice)")
  }

  @Test func whatIsNotedBesideAFieldIsShown() throws {
    let scratch = try ScratchFolder()
    let file = try scratch.write(
      "ratings.csv",
      "instrument,item,rating,evidence,note\nsqm_practice,email.onsite_score,85,Visit,own estimate\n"
        + "sqm_practice,email.cx_impact,yes,FCR study,\n")
    let path = scratch.path("assessment.txt")
    #expect(Tool.run(["assess", file, "-o", path]) == 0)
    let text = try scratch.text("assessment.txt")
    #expect(
      text.contains(
        "evidence  email.onsite_score: Visit\n          email.cx_impact: FCR study\n"
          + "notes     email.onsite_score: own estimate"), "\(text)")
    #expect(Tool.run(["assess", file, "--format", "json", "-o", path]) == 0)
    let tree = try JSONTree([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    let remarks = tree["assessments"]!.elements[0]["areas"]!.elements[0]["remarks"]!.elements
    #expect(remarks.map { $0["note"] } == [.string("own estimate"), .null])
  }
}
