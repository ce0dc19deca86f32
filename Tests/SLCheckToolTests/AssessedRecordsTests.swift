import Foundation
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
}
