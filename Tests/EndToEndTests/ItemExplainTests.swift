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
      run.errors == "slcheck: explain: unknown rule \"contactscope.traning\"; did you mean "
        + "\"contactscope.training\"?\n")
  }
}
