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
  ])
  func theNearestIsOneOfRulesAndItems(_ text: String, _ nearest: String) {
    #expect(ItemAddress.nearest(to: text) == nearest)
  }
}
