import Testing

@testable import MaturityRules

@Suite struct ItemAddressTests {
  @Test func everyItemOfEveryInstrumentIsReached() throws {
    for instrument in Instrument.all {
      for item in instrument.items {
        let full = try #require(ItemAddress("\(instrument.id).\(item.id)"))
        guard case .item(let found, _, let same) = full.subject else {
          Issue.record("\(full) is no item")
          continue
        }
        #expect(found.id == instrument.id && same == item)
        #expect(ItemAddress(full.description) == full)
      }
    }
    for concept in ICMIConcepts.glossary {
      #expect(ItemAddress(concept.id)?.subject == .concept(concept))
    }
  }

  @Test func everyAddressLeadsBackToItself() throws {
    for text in ItemAddress.all {
      #expect(ItemAddress(text)?.description == text, "\(text)")
    }
    #expect(Set(ItemAddress.all).count == ItemAddress.all.count)
  }

  @Test(arguments: [
    ("cmo", "cmo"), ("CMO.5.06", "5.06"), ("5.06", "5.06"), ("cmo.8.01", "cmo.8.01"),
    ("sqm_practice.email", "sqm_practice.email"),
    ("sqm_practice.email.onsite_score", "sqm_practice.email.onsite_score"),
    ("cmo.leadership", "cmo.leadership"), ("Contact_Center", "contact_center"),
    ("icmi_concepts.contact_center", "contact_center"),
    // What files and output call something is enough where nothing else is called so.
    ("email.onsite_score", "sqm_practice.email.onsite_score"),
    ("accessible", "icmi_concepts.accessible"), ("Training", "contactscope.training"),
    ("service_level_response_time", "cx_maturity.service_level_response_time"),
    ("leadership", "cmo.leadership"), ("call_handling", "sqm_practice.call_handling"),
    ("strategy", "contactscope.strategy"), ("contactscope.People", "contactscope.people"),
    ("customer_aware", "cx_maturity.customer_aware"),
    ("to_centric.brand_voice", "cx_maturity.to_centric.brand_voice"),
    ("cx_maturity.to_centric.brand_voice", "cx_maturity.to_centric.brand_voice"),
    ("7.01.2", "7.01.2"), ("cmo.7.01.2", "7.01.2"),
  ])
  func addressesAreRead(_ text: String, _ written: String) {
    #expect(ItemAddress(text)?.description == written)
  }

  /// Standards with rules of their own are explained by these.
  @Test(arguments: RuleAddress.rules.map(\.id))
  func rulesAreNoItems(_ id: String) { #expect(ItemAddress(id) == nil) }

  @Test(arguments: [
    ("5.6", "5.06"), ("8.1", "8.01"), ("cx_maturity.reporting_tol", "cx_maturity.reporting_tool"),
    ("toolkit.service-levle", "toolkit.service-level"), ("contact_centre", "contact_center"),
    ("accesible", "accessible"), ("email.onsite_scor", "email.onsite_score"),
    ("to_centric.brand", "to_centric.brand_voice"), ("7.01.3x", "7.01.3"),
    ("costumer_aware", "customer_aware"),
  ])
  func theNearestIsOneOfRulesAndItems(_ text: String, _ nearest: String) {
    #expect(ItemAddress.suggestion(for: text) == .nearest(nearest))
  }

  @Test(arguments: [
    ("5.1", "\"5.10\" (a spreadsheet may have dropped the last zero) or \"5.01\""),
    ("cmo.5.1", "\"5.10\" (a spreadsheet may have dropped the last zero) or \"5.01\""),
    (
      "quality_assurance", "\"cx_maturity.quality_assurance\" or \"sqm_practice.quality_assurance\""
    ),
    ("technologie", "\"cx_maturity.technology\" or \"contactscope.technology\""),
    ("employee_engagement", "\"contactscope.employee_engagement\" or \"cmo.employee_engagement\""),
  ])
  func allThatMayHaveBeenMeantIsNamed(_ text: String, _ meant: String) {
    #expect(ItemAddress(text) == nil)
    #expect(ItemAddress.suggestion(for: text).description == meant)
  }

  @Test(arguments: ["", "zzzz", "a.b.c", "\u{202E}", String(repeating: "x", count: 10_000)])
  func somethingIsAlwaysNearest(_ text: String) {
    #expect(ItemAddress(text) == nil)
    guard case .nearest(let nearest) = ItemAddress.suggestion(for: text) else {
      Issue.record("several")
      return
    }
    #expect(ItemAddress(nearest) != nil || RuleAddress.rules.contains { $0.id == nearest })
  }

  @Test(
    arguments: [
      ("email.x", true), ("sqm_practice.x", true), ("to_centric.x", true), ("TO_aware.", true),
      ("email", false), ("services.x", false), ("quality.agents[0]", false), ("5.x", false),
    ])
  func whatBeginsLikeAnAddressIsMeantAsOne(_ text: String, _ isMeant: Bool) {
    #expect(ItemAddress.isMeant(text) == isMeant)
  }
}
