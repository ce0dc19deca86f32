import Basics
import PerformanceMetrics
import TestSupport
import Testing

@Suite struct SiteObjectiveTests {
  private let objectives = [
    SiteObjective(site: [NamePattern("*")], value: FixedPoint(80)),
    SiteObjective(site: [NamePattern("Dal*")], from: .day("2026-03-10"), value: FixedPoint(85)),
    SiteObjective(
      site: [NamePattern("Austin"), NamePattern("Dallas")], from: .day("2026-03-10"),
      value: FixedPoint(90)),
    SiteObjective(site: [NamePattern("*")], from: .day("2026-03-05"), value: FixedPoint(82)),
    SiteObjective(from: .day("2026-04-01"), value: FixedPoint(70)),
  ]

  @Test(arguments: [
    ("2026-03-04", "Dallas", 80), ("2026-03-05", "Dallas", 82), ("2026-03-09", "Dallas", 82),
    // Of two from one day the later in the list counts.
    ("2026-03-10", "Dallas", 90), ("2026-03-10", "Austin", 90), ("2026-03-10", "Dalton", 85),
    ("2026-03-10", "Manila", 82), ("2026-03-31", "organization", 82), ("2026-04-01", "Dallas", 70),
  ])
  func theLatestThatBeganIsInForce(_ day: String, _ site: String, _ value: Int) {
    #expect(objectives.inForce(on: .day(day), site: site)?.value == FixedPoint(value))
  }

  @Test func nothingIsInForceBeforeTheFirstOrElsewhere() {
    let one = [
      SiteObjective(site: [NamePattern("Dallas")], from: .day("2026-03-10"), value: FixedPoint(85))
    ]
    #expect(one.inForce(on: .day("2026-03-09"), site: "Dallas") == nil)
    #expect(one.inForce(on: .day("2026-03-10"), site: "dallas") == nil)
    #expect([SiteObjective]().inForce(on: .day("2026-03-10"), site: "Dallas") == nil)
    #expect(one[0].holds(for: "Dallas") && !one[0].holds(for: "-"))
  }

  @Test func changesAreTheDaysOnWhichTheValueIsAnother() {
    let days = objectives.changes(
      after: .day("2026-03-01"), through: .day("2026-04-01"), site: "Dalton")
    #expect(days == [.day("2026-03-05"), .day("2026-03-10"), .day("2026-04-01")])
    #expect(
      objectives.changes(after: .day("2026-03-05"), through: .day("2026-03-31"), site: "Manila")
        == [])
  }
}
