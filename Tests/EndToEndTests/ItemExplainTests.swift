import TestSupport
import Testing

/// What the self-assessments ask, as the real program explains it.
@Suite struct ItemExplainTests {
  @Test(arguments: [
    "5.06", "cx_maturity.reporting_tool", "contactscope.training", "sqm_practice.email",
    "sqm_practice.email.onsite_score", "icmi_concepts.accessible", "contact_center", "cmo",
  ])
  func itemsAreExplainedInBothForms(_ address: String) throws {
    let text = try ToolRun(["explain", address])
    #expect(text.status == 0 && text.output.hasPrefix("\(address)  "))
    let json = try ToolRun(["explain", address, "--format", "json"])
    let schema = try JSONTree(try ToolRun(["schema", "instrument"]).outputBytes)
    let tree = try JSONTree(json.outputBytes)
    #expect(JSONSchemaValidator(schema, isStrict: true).problems(in: tree) == [])
    #expect(tree["address"]?.text == address)
  }

  @Test func standardsWithRulesKeepTheirExplanation() throws {
    let run = try ToolRun(["explain", "8.01", "--format", "json"])
    #expect(try JSONTree(run.outputBytes)["schema"]?.text == "slcheck.explain/1")
  }

  @Test func theNearestNameIsTold() throws {
    let run = try ToolRun(["explain", "contactscope.traning"])
    #expect(run.status == 64)
    #expect(
      run.errors == "slcheck: explain: unknown rule or item \"contactscope.traning\"; did you mean "
        + "\"contactscope.training\"?\n")
  }

  @Test(arguments: [
    ("email.onsite_score", "sqm_practice.email.onsite_score"),
    ("accessible", "icmi_concepts.accessible"), ("strategy", "contactscope.strategy"),
    ("customer_aware", "cx_maturity.customer_aware"),
    ("to_centric.brand_voice", "cx_maturity.to_centric.brand_voice"), ("7.01.2", "7.01.2"),
  ])
  func whatFilesAndOutputCallSomethingIsEnough(_ typed: String, _ address: String) throws {
    let run = try ToolRun(["explain", typed])
    #expect(run.status == 0 && run.output.hasPrefix("\(address)  "), "\(run.errors)")
  }

  @Test(arguments: [
    ("5.1", "\"5.10\" (a spreadsheet may have dropped the last zero) or \"5.01\"?"),
    ("email.onsite_scor", "\"email.onsite_score\"?"), ("accesible", "\"accessible\"?"),
  ])
  func whatMayHaveBeenMeantIsTold(_ typed: String, _ meant: String) throws {
    let run = try ToolRun(["explain", typed])
    #expect(run.status == 64)
    #expect(
      run.errors == "slcheck: explain: unknown rule or item \"\(typed)\"; did you mean \(meant)\n")
  }

  @Test(arguments: [
    (
      "quality_assurance",
      "\"cx_maturity.quality_assurance\" or \"sqm_practice.quality_assurance\""
    ), ("technology", "\"cx_maturity.technology\" or \"contactscope.technology\""),
  ])
  func whatSeveralItemsAreCalledIsNoMistake(_ typed: String, _ items: String) throws {
    let run = try ToolRun(["explain", typed])
    #expect(run.status == 64)
    #expect(run.errors == "slcheck: explain: \"\(typed)\" is more than one item: \(items)\n")
  }

  @Test func whatIsFarFromEverythingIsAnsweredInALine() throws {
    let run = try ToolRun(["explain", "zzzzzzzzzz"])
    #expect(run.status == 64 && run.errors.contains("; did you mean \""))
    #expect(!run.errors.contains("known:"))
  }
}
