import Basics
import MaturityRules
import TestSupport
import Testing

@Suite struct RuleAddressTests {
  @Test(arguments: RuleAddress.rules.map(\.id))
  func everyRuleIsFoundByItsName(_ id: String) throws {
    let address = try RuleAddress(id)
    #expect(address.rule.id == id && address.place == nil && address.description == id)
  }

  @Test func namesAreUniqueAndCriteriaHaveThoseOfTheirLevels() {
    let names = RuleAddress.rules.map(\.id)
    #expect(Set(names).count == names.count)
    #expect(names.starts(with: ["8.01", "8.01.1", "8.01.2", "8.01.3", "8.01.4", "8.02"]))
    #expect(names.contains("toolkit.service-level"))
  }

  @Test func monthsAndDaysFollowASlash() throws {
    let day = try RuleAddress("8.01.3/2026-10-05")
    #expect(day.place == .day(.day("2026-10-05")) && day.description == "8.01.3/2026-10-05")
    #expect(day.place?.description == "2026-10-05")
    let month = try RuleAddress("8.01/2026-02")
    #expect(month.place == .month(.of("2026-02")) && month.description == "8.01/2026-02")
    #expect(month.place?.description == "2026-02")
    #expect(month.place?.days == .day("2026-02-01")...(.day("2026-02-28")))
  }

  @Test(arguments: [
    ("8.07", RuleAddressError.unknownRule("8.07", nearest: "8.01")),
    ("8.01.5", .unknownRule("8.01.5", nearest: "8.01.1")),
    (
      "toolkit.service-levl", .unknownRule("toolkit.service-levl", nearest: "toolkit.service-level")
    ),
    ("", .unknownRule("", nearest: nil)), ("/2026-10", .unknownRule("", nearest: nil)),
    ("8.01/", .malformedPlace("")), ("8.01/2026", .malformedPlace("2026")),
    ("8.01/2026-02-30", .malformedPlace("2026-02-30")),
    ("8.01/2026-10/05", .malformedPlace("2026-10/05")),
  ])
  func whatIsNoAddressIsRefused(_ text: String, _ error: RuleAddressError) {
    #expect(throws: error) { try RuleAddress(text) }
  }

  /// Every number of a test stands in the words about it.
  @Test func wordsCarryTheNumbersOfTheTests() throws {
    let criteria = try #require(StandardLadder.standard("8.01")).criteria
    #expect(
      criteria.map(\.requirement).prefix(3) == [
        "10 of the last 12 months attain the objective",
        "80 % of the days in each of the past 9 months do",
        "80 % of the intervals of the past 120 days do",
      ])
    #expect(
      criteria.map(\.windowInWords) == [
        "the 12 complete calendar months that end on or before as-of",
        "each of the 9 complete calendar months that end on or before as-of",
        "the 120 calendar days that end with as-of", nil,
      ])
    #expect(
      RuleAddress.rules.count == Toolkit.rules.count
        + StandardLadder.standards.reduce(0) {
          $0 + 1 + $1.criteria.count
        })
  }
}
