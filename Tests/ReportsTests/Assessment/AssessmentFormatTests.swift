import Basics
import ContactRecords
import TestSupport
import Testing

@testable import MaturityRules
@testable import Reports

@Suite struct AssessmentJSONTests {
  private let schema: JSONTree

  init() throws { schema = try JSONTree(AssessmentSchema.text) }

  @Test func jsonIsWrittenAsRecorded() throws {
    let json = try AssessmentJSON.render(AssessmentSample.report())
    try Golden.check(String(decoding: json, as: UTF8.self), "assessment.json")
  }

  @Test func schemaIsTidy() {
    #expect(JSONSchemaValidator(schema, isStrict: true).untidyPlaces == [])
    #expect(AssessmentSchema.text.hasPrefix("{\n") && AssessmentSchema.text.hasSuffix("\n}\n"))
  }

  @Test func everyRequiredKeyIsDefined() {
    for (path, members) in schema.objects() {
      let tree = JSONTree.object(members)
      guard case .array(let required) = tree["required"] else { continue }
      #expect(required.compactMap(\.text).allSatisfy { tree["properties"]?[$0] != nil }, "\(path)")
    }
  }

  @Test(arguments: Instrument.all.map(\.id))
  func outputsKeepToTheSchema(_ id: String) throws {
    let instrument = try #require(Instrument.named(id))
    let validator = JSONSchemaValidator(schema, isStrict: true)
    var reports = [try AssessmentSample.report()]
    if let scale = instrument.scale {
      for level in [scale.lowerBound, scale.upperBound] {
        let ratings = AssessmentSample.ratings(instrument, all: level)
        reports.append(AssessmentReport(assessments: Assessment.all(ratings)))
      }
    }
    for var report in reports {
      report.assessments = report.assessments.filter { $0.instrument.id == id }
      #expect(report.assessments.count == 1)
      let problems = validator.problems(in: try JSONTree(of: report))
      #expect(problems == [])
    }
  }

  @Test func nothingRatedIsNull() throws {
    let report = AssessmentReport(assessments: [
      .cmo(CMOAssessment([])), .maturity(MaturityAssessment([])),
      .questionnaire(QuestionnaireAssessment([])), .practice(PracticeAssessment([])),
      .expectations(ExpectationAssessment([])),
    ])
    let tree = try JSONTree(of: report)
    #expect(JSONSchemaValidator(schema, isStrict: true).problems(in: tree) == [])
    let cmo = try #require(tree["assessments"]?.elements.first)
    for key in ["mean", "median", "lowest", "ratedOn"] { #expect(cmo[key] == .null, "\(key)") }
    #expect(tree["asOf"] == .null)
  }

  @Test func figuresAreThoseOfTheExample() throws {
    let all = try #require(try JSONTree(of: AssessmentSample.report())["assessments"]?.elements)
    #expect(all.compactMap { $0["instrument"]?.text } == Instrument.all.map(\.id))
    let mean = try #require(all[0]["mean"])
    #expect(mean["numerator"]?.integer == 99 && mean["denominator"]?.integer == 44)
    #expect(mean["value"]?.text == "2.25" && all[0]["median"]?.text == "2.0")
    #expect(all[0]["gaps"]?.elements.count == 42)
    #expect(all[1]["score"]?["low"]?.integer == 52 && all[1]["score"]?["high"]?.integer == 60)
    #expect(all[1]["next"]?.elements.first?.text == "to_centric.brand_voice")
    #expect(all[2]["radar"]?.elements[3]["mean"] == .null)
    #expect(all[3]["areas"]?.elements[0]["gap"]?.text == "6.50")
    #expect(all[4]["alignment"]?.elements[0]["material"]?.text == "present")
  }

  @Test func sameReportGivesTheSameBytes() throws {
    let (first, second) = (try AssessmentSample.report(), try AssessmentSample.report())
    #expect(try AssessmentJSON.render(first) == AssessmentJSON.render(second))
    #expect(AssessmentHTML.render(first) == AssessmentHTML.render(second))
    #expect(AssessmentMarkdown.render(first) == AssessmentMarkdown.render(second))
  }
}

extension JSONTree {
  /// Reads what is written of a report.
  fileprivate init(of report: AssessmentReport) throws {
    try self.init(String(decoding: try AssessmentJSON.render(report), as: UTF8.self))
  }
}

@Suite struct AssessmentCSVTests {
  private func table(_ id: String) throws -> StrictTable {
    let report = try AssessmentSample.report()
    let assessment = try #require(report.assessments.first { $0.instrument.id == id })
    return try StrictTable(AssessmentCSV.render(report, assessment))
  }

  @Test(arguments: [
    ("cmo", "item,title,section,claimed,computed,possible,used,gap,verdict", 45),
    (
      "cx_maturity",
      "activity,title,current_rating,gap,priority,effort,type,action,target_date", 21
    ),
    ("contactscope", "item,title,theme,rating,gap", 20),
    (
      "sqm_practice",
      "area,title,onsite_score,employee_satisfaction,employees,surveys,cx_impact,decision,"
        + "reasons,valid_until,gap", 17
    ),
    ("icmi_concepts", "item,title,rating,gap,bears_on", 10),
  ])
  func columnsAndRowsAreThere(_ id: String, _ columns: String, _ rows: Int) throws {
    let table = try table(id)
    #expect(table.columns.joined(separator: ",") == columns)
    #expect(table.records.count == rows)
  }

  @Test(arguments: [
    ("cmo", "8.03|Customer Satisfaction Scores|performance_results|2|1|2|1|3|unproven"),
    ("cmo", "6.02|Employee Attrition|employee_engagement||||||"),
    ("cx_maturity", "omnichannel_tool|Omnichannel Tool/System|1|4|1||||"),
    ("cx_maturity", "routing_tool|Routing Tool/System|||||||"),
    ("cx_maturity", "total||52–60|40–48|||||"),
    (
      "sqm_practice",
      "email|Email Channel|85|70|240|99|yes|indeterminate|sample_too_small||0.00"
    ),
    ("sqm_practice", "omni_channel|Omni-Channel|||||||||"),
    ("icmi_concepts", "accessible|Easy to reach|2|0|8.01"),
  ])
  func cellsAreThose(_ id: String, _ row: String) throws {
    let records = try table(id).records.map { $0.joined(separator: "|") }
    #expect(records.contains(row), "\(records)")
  }

  @Test func totalOfACompleteWorksheetIsANumber() throws {
    let ratings = AssessmentSample.ratings(CXMaturity.instrument, all: 4)
    let report = AssessmentReport(assessments: Assessment.all(ratings))
    let table = try StrictTable(AssessmentCSV.render(report, report.assessments[0]))
    #expect(table.records.last?.prefix(5) == ["total", "", "80", "20", ""])
  }
}

@Suite struct AssessmentHTMLTests {
  @Test func pageIsWrittenAsRecorded() throws {
    let html = AssessmentHTML.render(try AssessmentSample.report())
    try Golden.check(html.replacing(StyleSheet().text, with: ""), "assessment.html")
  }

  @Test func pageKeepsItsRules() throws {
    let page = try MarkedUpPage(AssessmentHTML.render(try AssessmentSample.report()))
    #expect(page.problems == [])
    #expect(page.all("svg").count == 2)
    #expect(try MarkedUpPage(AssessmentHTML.render(.init(assessments: []))).problems == [])
  }

  /// Every figure of the text's tables stands in the page.
  @Test func pageHasTheFiguresOfTheText() throws {
    let report = try AssessmentSample.report()
    let page = try MarkedUpPage(AssessmentHTML.render(report))
    let cells = Set((page.all("td") + page.all("th")).map(\.text))
    let text = AssessmentRenderer.text(of: report, TextStyle())
    for table in text.sections.flatMap(\.tables) {
      for cell in table.rows.joined() where !cell.isEmpty {
        #expect(cells.contains(cell) || cell.contains(".....") || cell == "from 1 to 5", "\(cell)")
      }
    }
  }

  /// A theme without ratings is a gap in the outline, and never the lowest rating.
  @Test(arguments: [(true, 6, 1), (false, 5, 0)])
  func radarHasAGapWhereNothingIsRated(_ isWhole: Bool, _ points: Int, _ areas: Int) throws {
    let ratings =
      isWhole
      ? AssessmentSample.ratings(ContactScope.instrument, all: 1) : AssessmentSample.questions
    let report = AssessmentReport(assessments: Assessment.all(ratings))
    let page = try MarkedUpPage(AssessmentHTML.render(report))
    #expect(page.all("circle").count == points)
    #expect(page.all("path").count { $0.attributes["class"] == "area" } == areas)
    let line = page.all("path").first { $0.attributes["class"] == "line" }
    let segments = line?.attributes["d"]?.count { $0 == "M" }
    #expect(segments == (isWhole ? 6 : 4))
    let description = try #require(page.all("desc").first?.text)
    #expect(description.contains("People development not rated") != isWhole)
  }

  @Test func emptySectionsHaveNoBar() throws {
    let report = AssessmentReport(assessments: [.cmo(CMOAssessment([]))])
    let page = try MarkedUpPage(AssessmentHTML.render(report))
    #expect(page.problems == [])
    #expect(page.all("rect").isEmpty)
    #expect(page.all("text").count { $0.text == "not rated" } == 8)
  }
}

/// What a browser makes of the page; skipped where Chromium is not installed.
@Suite(.enabled(if: Browser.path != nil, "Chromium is not installed"), .serialized)
struct AssessmentBrowserTests {
  @Test(arguments: [(360, 800), (1366, 768)], [false, true])
  func pageFitsItsWindow(_ size: (width: Int, height: Int), _ isDark: Bool) throws {
    let scratch = try ScratchFolder()
    try scratch.write("page.html", AssessmentHTML.render(try AssessmentSample.report()))
    let found = try Browser.measure("page.html", in: scratch, size: size, isDark: isDark)
    #expect(found["scroll"] == found["width"], "\(found)")
    #expect(found["wide"] == "", "\(found)")
    #expect(found["cut"] == "", "\(found)")
    #expect(found["charts"] == "2")
    #expect(found["ground"] == (isDark ? "rgb(17, 21, 26)" : "rgb(244, 245, 247)"))
  }
}

/// Texts of ratings and of data are texts in every form.
@Suite struct HostileAssessmentTests {
  private static let hostile = HostileNames.all + ["<script>alert(1)</script>\"'&\u{1B}[31m"]

  private func report(_ text: String) -> AssessmentReport {
    let check = CMOStandards.instrument.item("7.01")!.checks[1]
    var report = AssessmentReport(
      assessments: Assessment.all(
        AssessmentSample.ratings([
          ("cmo", "7.01", "3", text, text), ("sqm_practice", "email.cx_impact", "yes", text, text),
          ("icmi_concepts", "prompt", "2", text, text),
        ]),
        {
          var background = Assessment.Background()
          background.computed = ["8.01": ComputedLevel(level: 0, possible: 0)]
          return background
        }()))
    report.findings = [
      AssessmentSample.finding(
        "8.01", [(text, [(.missed, .nothing)]), ("b", [(.missed, .nothing)])])
    ]
    report.checks = [DataCheckFinding(check: check, verdict: .contradicted, detail: text)]
    report.materials = [.init(instrument: "cmo", item: nil, text: text)]
    report.attestations = [
      EvidenceRecord(
        standard: "8.01", level: 4, reference: text, attestedBy: text,
        from: CivilDate("2026-01-01")!, scope: text)
    ]
    report.inputs = [AssessmentSample.input(text, kind: "ratings", rows: 3, notes: [text])]
    return report
  }

  private func hasHidden(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      $0 != "\n"
        && [.control, .format, .lineSeparator, .paragraphSeparator].contains(
          $0.properties.generalCategory)
    }
  }

  @Test(arguments: hostile)
  func textAndMarkdownObeyNothing(_ name: String) {
    let report = report(name)
    let (hostile, tame) = (
      AssessmentRenderer.render(report, TextStyle()),
      AssessmentRenderer.render(self.report("tame"), TextStyle())
    )
    #expect(!hasHidden(hostile))
    #expect(hostile.contains(VisibleText.escaping(name)))
    #expect(hostile.count { $0 == "\n" } == tame.count { $0 == "\n" })
    let markdown = AssessmentMarkdown.render(report)
    #expect(!hasHidden(markdown) && !markdown.contains("<"))
  }

  @Test(arguments: hostile)
  func pageHasItAsText(_ name: String) throws {
    let html = AssessmentHTML.render(report(name))
    let page = try MarkedUpPage(html)
    #expect(page.problems == [])
    #expect(page.all("script").isEmpty && !hasHidden(html))
  }

  @Test(arguments: hostile)
  func documentsAreWhole(_ name: String) throws {
    let report = report(name)
    let json = try JSONTree(String(decoding: try AssessmentJSON.render(report), as: UTF8.self))
    let item = json["assessments"]?.elements[0]["items"]?.elements.first {
      $0["id"]?.text == "7.01"
    }
    #expect(item?["evidence"]?.text == name)
    let schema = try JSONTree(AssessmentSchema.text)
    #expect(JSONSchemaValidator(schema, isStrict: true).problems(in: json) == [])
    for assessment in report.assessments {
      let table = try StrictTable(AssessmentCSV.render(report, assessment))
      #expect(!table.records.joined().contains { $0.hasPrefix("=") || $0.hasPrefix("@") })
    }
  }
}
