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

  @Test func whatRecordsRuleOutIsContradictedInEveryForm() throws {
    let scratch = try ScratchFolder()
    let days = try scratch.write("days.csv", Self.days)
    let surveys = try scratch.write(
      "surveys.csv", "responded_at,channel,score\n2026-05-05,voice,\n")
    let ratings = "cmo,7.01,3\ncmo,1.01,2\n"
    let more = ["--objective", "80/20", "--with", days, surveys]
    let tree = try Self.assessed(scratch, ratings, more, status: 1)
    #expect(Self.items(tree, "7.01")?["verdict"] == .string("contradicted"))
    #expect(Self.items(tree, "1.01")?["verdict"] == .string("claimed"))
    let path = scratch.path("assessment.csv")
    let file = scratch.path("ratings.csv")
    #expect(Tool.run(["assess", file, "--format", "csv", "-o", path] + more) == 1)
    let rows = try scratch.text("assessment.csv").split(separator: "\n")
    #expect(rows.contains { $0.hasPrefix("7.01,") && $0.hasSuffix(",contradicted") })
    #expect(Tool.run(["assess", file, "--format", "html", "-o", path] + more) == 1)
    let page = try scratch.text("assessment.csv")
    #expect(page.contains("<td>contradicted</td>"), "\(page)")
  }

  @Test func anObjectiveThatNobodyGaveSupportsNothing() throws {
    let scratch = try ScratchFolder()
    let days = try scratch.write("days.csv", Self.days.replacing(",5\n", with: ",10\n"))
    for rating in [3, 5] {
      let tree = try Self.assessed(
        scratch, "cx_maturity,service_level_response_time,\(rating)\n",
        ["--instrument", "cx_maturity", "--with", days], status: rating == 5 ? 2 : 0)
      let assessment = tree["assessments"]!.elements[0]
      #expect(assessment["hints"]!.elements.isEmpty)
      let materials = assessment["materials"]!.elements.compactMap { $0["text"]?.text }
      #expect(materials.contains { $0.hasPrefix("judged by 80 % within 20 s") }, "\(materials)")
    }
  }

  @Test func theDayOfTheConfigurationIsThatOfTheRatings() throws {
    let scratch = try ScratchFolder()
    let days = try scratch.write("days.csv", Self.days)
    let early = try scratch.write("early.csv", "instrument,item,rating\ncmo,1.02,1\n")
    let late = try scratch.write(
      "late.csv",
      "instrument,item,rating,rated_on\ncontactscope,training,2,2026-01-31\n"
        + "contactscope,training,3,2026-06-30\n")
    let configuration = try scratch.write("center.json", "{ asOf: '2026-03-31' }")
    let path = scratch.path("assessment.json")
    let status = Tool.run(
      ["assess", early, late, "--format", "json", "-o", path, "--config", configuration]
        + ["--with", days])
    try #require(status == 0)
    let tree = try JSONTree([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    let item = tree["assessments"]!.elements[1]["items"]!.elements.first {
      $0["id"] == .string("training")
    }
    #expect(item?["claimed"] == .number("2"), "\(String(describing: item))")
    let text = scratch.path("assessment.txt")
    _ = Tool.run(["assess", early, late, "--as-of", "2026-03-31", "-o", text])
    #expect(
      try scratch.text("assessment.txt").contains("late.csv: 1 rating after as-of left aside"))
  }

  @Test func ratingsLeftAsideAreCountedWhateverTheirFileIsCalled() throws {
    let ratings =
      "instrument,item,rating,rated_on\ncontactscope,training,2,2026-01-31\n"
      + "contactscope,training,3,2026-06-30\n"
    let run = try ToolRun(
      ["assess", "-", "--as-of", "2026-03-31"], input: .pipe(Array(ratings.utf8)))
    #expect(run.output.contains("-: 1 rating after as-of left aside"), "\(run.output)")
    let scratch = try ScratchFolder()
    let file = try scratch.write("a\u{202E}b.csv", ratings)
    let other = try ToolRun(["assess", file, "--as-of", "2026-03-31"])
    #expect(other.output.contains(": 1 rating after as-of left aside"), "\(other.output)")
  }

  @Test func costsOfEverySiteAreMaterial() throws {
    let scratch = try ScratchFolder()
    let days = try scratch.write(
      "days.csv",
      Self.days.split(separator: "\n").enumerated().map { index, row in
        row + (index == 0 ? ",site\n" : index % 2 == 0 ? ",S\n" : ",N\n")
      }.joined())
    let costs = try scratch.write(
      "costs.csv",
      "month,site,category,amount,currency\n2026-11,N,people,70,EUR\n"
        + "2026-11,S,people,140,EUR\n")
    let tree = try Self.assessed(
      scratch, "cx_maturity,routing_tool,1\n",
      ["--objective", "80/20", "--instrument", "cx_maturity", "--with", days, costs], status: 0)
    let texts = tree["assessments"]!.elements[0]["materials"]!.elements.compactMap {
      $0["text"]?.text
    }
    #expect(texts.contains("cost per contact of N 0.5000 EUR in 2026-11"), "\(texts)")
    #expect(texts.contains("cost per contact of S 1.0000 EUR in 2026-11"), "\(texts)")
  }

  @Test func whatIsOpenOfACertificateIsSaid() throws {
    let scratch = try ScratchFolder()
    func hints(_ more: [String]) throws -> [String] {
      let tree = try Self.assessed(
        scratch, "sqm_practice,email.certified_on,2027-05-01\n", more, status: 0)
      return tree["assessments"]!.elements[0]["hints"]!.elements.compactMap(\.text)
    }
    #expect(
      try hints([]) == [
        "email.certified_on: no day is given with --as-of, so that expiry is not judged"
      ])
    #expect(
      try hints(["--as-of", "2026-10-31"])
        == ["email.certified_on: lies after the day that is judged"])
    #expect(try hints(["--as-of", "2027-10-31"]).isEmpty)
  }

  @Test func aDayInTwoOrdersIsSaidToBeOne() throws {
    let scratch = try ScratchFolder()
    let file = try scratch.write(
      "ratings.csv",
      "instrument,item,rating,rated_on\ncmo,1.02,2,2026-05-04\ncmo,1.01,2,04/05/2026\n")
    let run = try ToolRun(["assess", file])
    #expect(run.status == 65)
    #expect(run.errors.contains("rated_on \"04/05/2026\" of cmo 1.01 can be read in two orders"))
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
