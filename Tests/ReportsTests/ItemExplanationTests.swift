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
