import MaturityRules
import Reports
import TestSupport
import Testing

@Suite struct ItemExplanationTests {
  @Test(
    arguments: ItemAddress.all.filter { !$0.hasPrefix("sqm_practice.") } + ["sqm_practice.email"])
  func textNamesWhatIsAskedAndFitsATerminal(_ text: String) throws {
    let address = try #require(ItemAddress(text))
    let explanation = ItemExplanation(address)
    let rendered = ItemExplanationRenderer.render(explanation)
    #expect(rendered.hasPrefix("\(text)  ") && rendered.hasSuffix("\n"))
    #expect(rendered.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(rendered)")
    let colored = ItemExplanationRenderer.render(explanation, isColored: true)
    #expect(colored.replacing(/\u{1B}\[[0-9]+m/, with: "") == rendered)
    guard case .item(_, _, let item) = address.subject else { return }
    for check in item.checks { #expect(rendered.contains(check.id)) }
    for level in item.levels.keys { #expect(rendered.contains("\n  \(level)  ")) }
  }

  @Test func jsonKeepsToItsSchema() throws {
    let schema = try JSONTree(InstrumentSchema.text)
    let validator = JSONSchemaValidator(schema, isStrict: true)
    #expect(validator.untidyPlaces == [])
    for text in ItemAddress.all {
      let json = try JSONTree(try ItemExplanation(try #require(ItemAddress(text))).json())
      #expect(validator.problems(in: json) == [], "\(text)")
      #expect(json["address"]?.text == text)
    }
  }

  @Test func everyItemIsListedByItsInstrument() throws {
    for instrument in Instrument.all {
      let json = try JSONTree(
        try ItemExplanation(try #require(ItemAddress(instrument.id))).json())
      #expect(json["items"]?.elements.map { $0["id"]?.text } == instrument.items.map(\.id))
    }
  }
}

// MARK: - Tables

extension ItemExplanationTests {
  private func text(_ address: String) throws -> String {
    ItemExplanationRenderer.render(ItemExplanation(try #require(ItemAddress(address))))
  }

  private func json(_ address: String) throws -> JSONTree {
    try JSONTree(try ItemExplanation(try #require(ItemAddress(address))).json())
  }

  @Test func theToolkitShowsItsStagesAndActions() throws {
    let text = try text("cx_maturity")
    for stage in CXMaturity.stages {
      #expect(text.contains("\n  \(stage.number)  \(stage.id)  \(stage.name)\n"))
      #expect(
        text.contains("points: \(stage.points.lowerBound)–\(stage.points.upperBound)\n"))
    }
    #expect(text.contains("\n     key metrics: CSAT, NPS, first contact resolution\n"))
    #expect(text.contains("\n  from Customer-Aware to Customer-Centric\n"))
    for action in CXMaturity.actions { #expect(text.contains("\n    \(action.id)  ")) }
    let tables = try #require(try json("cx_maturity")["tables"])
    #expect(tables["stages"]?.elements.map { $0["lowest"]?.integer } == [0, 21, 41, 61, 81])
    #expect(tables["stages"]?.elements[2]["keyMetrics"]?.elements.count == 3)
    #expect(tables["actions"]?.elements.count == 22)
    #expect(tables["criteria"]?.elements == [])
    #expect(!text.contains("Criteria"))
    #expect(try !self.text("cmo").contains("Actions"))
  }

  @Test func theCertificationShowsItsCriteriaAndDecisions() throws {
    let text = try text("sqm_practice")
    let words = text.replacing(/\n +/, with: " ")
    for part in [
      "at least 80 %", "at least 50 %", "at least 100, or 90 %", "focus groups",
      "2 to 4 (does not decide)",
    ] {
      #expect(words.contains(part), "\(part)")
    }
    for row in SQMPractice.decisionRows { #expect(text.contains("\n  \(row.reason.rawValue)  ")) }
    let tables = try #require(try json("sqm_practice")["tables"])
    #expect(tables["criteria"]?.elements.count == 10)
    #expect(
      tables["decisions"]?.elements.map { $0["reason"]?.text }
        == SQMPractice.decisionRows.map(\.reason.rawValue))
  }

  @Test(arguments: [
    ("onsite_score", "score of the onsite evaluation: at least 80 %"),
    ("employee_satisfaction", "satisfaction with the practice: at least 50 %"),
    ("surveys", "at least 100, or 90 %"), ("questions", "50 (does not decide)"),
  ])
  func aFieldShowsWhatItIsJudgedBy(_ field: String, _ part: String) throws {
    let address = "sqm_practice.email.\(field)"
    let text = try text(address).replacing(/\n +/, with: " ")
    #expect(text.contains("criterion: ") && text.contains(part), "\(text)")
    let item = try #require(try json(address)["items"]?.elements.first)
    #expect(item["criterion"]?["value"]?.text?.isEmpty == false)
  }

  @Test func anAreaShowsTheResultsThatItIsToImprove() throws {
    let email = try text("sqm_practice.email").replacing(/\n +/, with: " ")
    #expect(
      email.contains(
        "results to improve or keep high: first contact resolution, contact resolution, "
          + "satisfaction of customers, satisfaction of employees"))
    let coaching = try json("sqm_practice.csr_coaching").at("tables.results")?.elements
    #expect(coaching?.first?.text == "call resolution" && coaching?.count == 3)
    #expect(try json("cmo.leadership").at("tables.results")?.elements == [])
  }

  @Test func questionsStandInTheirThemes() throws {
    let text = try text("contactscope")
    for theme in ContactScope.themes { #expect(text.contains("\n  \(theme.id)  \(theme.title): ")) }
    #expect(try self.text("contactscope.routing").contains("theme (own rule): technology, "))
    #expect(
      try json("contactscope.routing")["items"]?.elements[0]["theme"]?.text == "technology")
    let theme = try json("strategy")
    #expect(theme["kind"]?.text == "theme")
    #expect(
      theme["items"]?.elements.map { $0["id"]?.text }
        == ["strategy_documented", "strategy_scope", "segmentation"])
  }

  @Test func anExpectationShowsWhatSpeaksToItAndWhatItBearsOn() throws {
    let text = try text("icmi_concepts.accessible").replacing(/\n +/, with: " ")
    #expect(
      text.contains("measures in slcheck: service level, abandonment rate, opening hours"))
    #expect(text.contains("bears on level 4 of 8.01"))
    #expect(try self.text("ethical").contains("measures in slcheck: none\n"))
    let item = try #require(try json("icmi_concepts.accessible")["items"]?.elements.first)
    #expect(item["bearsOn"]?.text == "8.01" && item["measures"]?.elements.count == 3)
  }

  @Test func stagesActionsAndChecksAreExplainedAlone() throws {
    let stage = try text("customer_aware")
    #expect(stage.contains("\n  a central, coordinated effort is being designed\n"))
    #expect(stage.contains("\n  points: 41–60\n") && stage.contains("to_centric.brand_voice"))
    #expect(!stage.contains("to_champion"))
    #expect(try json("customer_aware").at("tables.actions")?.elements.count == 5)
    #expect(
      try text("to_centric.brand_voice").contains("\n  Define a brand voice and spread it"))
    let check = try text("7.01.2")
    #expect(check.contains("  7.01.2  level 2: supported when "))
    #expect(try json("7.01.2")["checks"]?.elements.map { $0["id"]?.text } == ["7.01.2"])
  }
}
