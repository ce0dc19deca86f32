import ContactRecords
import TestSupport
import Testing

@testable import Reports

/// The list of profiles keeps to its schema, and says the same to people.
@Suite struct ProfileListTests {
  @Test func theListKeepsToItsSchema() throws {
    let schema = try JSONTree(Array(ProfilesSchema.text.utf8))
    let list = try JSONTree(try JSONRenderer.render(ACDProfile.all))
    #expect(JSONSchemaValidator(schema, isStrict: true).problems(in: list) == [])
    #expect(list["profiles"]?.elements.count == ACDProfile.all.count)
  }

  @Test func peopleReadTheSameNames() {
    let text = ProfileList.text(ACDProfile.all)
    for profile in ACDProfile.all {
      #expect(text.contains("\(profile.name): \(profile.product)\n"))
      for sentence in profile.unknown { #expect(text.contains("  not known: \(sentence)\n")) }
    }
    #expect(text.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
  }
}
