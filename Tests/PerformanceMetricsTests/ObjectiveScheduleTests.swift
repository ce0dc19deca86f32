import Basics
import PerformanceMetrics
import TestSupport
import Testing

@Suite struct ObjectiveScheduleTests {
  private static let schedule = ObjectiveSchedule([
    .percent("90", in: 10, from: "2026-03-10"), .percent("80", in: 20),
    .percent("82.5", in: 20, from: "2026-02-01"), .percent("85", in: 20, from: "2026-02-01"),
  ])

  @Test(arguments: [
    ("0001-01-01", "80"), ("2026-01-31", "80"), ("2026-02-01", "85"), ("2026-03-09", "85"),
    ("2026-03-10", "90"), ("9999-12-31", "90"),
  ])
  func theLatestThatBeganByThenIsInForceAndOfTwoTheLaterListed(_ day: String, _ percent: String) {
    #expect(Self.schedule.inForce(on: .day(day))?.percent == .of(percent))
  }

  /// Lists of every kind give what sorting them by their days gives.
  @Test(arguments: Seed.cases(20))
  func everyDatedListIsReadAlike(_ seed: Seed) throws {
    var random = seed.generator
    let starts: [CivilDate?] = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      random.once(in: 4) ? nil : CivilDate.day("2026-03-01") + Int.random(in: 0...5, using: &random)
    }
    let objectives = starts.enumerated().map {
      Objective(from: $0.element, percent: FixedPoint($0.offset), seconds: 20)
    }
    let values = starts.enumerated().map {
      DatedObjective(from: $0.element, value: FixedPoint($0.offset))
    }
    let bounds = starts.enumerated().map {
      VolumeTargets.Bound(from: $0.element, isUpper: true, contacts: $0.offset)
    }
    let ofSites = starts.enumerated().map {
      SiteObjective(from: $0.element, value: FixedPoint($0.offset))
    }
    for offset in -1...6 {
      let day = CivilDate.day("2026-03-01") + offset
      let naive = starts.enumerated()
        .map { (start: $0.element ?? .distantPast, index: $0.offset) }
        .sorted { ($0.start, $0.index) < ($1.start, $1.index) }.last { $0.start <= day }?.index
      try #require(
        ObjectiveSchedule(objectives).inForce(on: day)?.percent == naive.map { FixedPoint($0) },
        "\(seed)")
      try #require(values.inForce(on: day)?.value == naive.map { FixedPoint($0) }, "\(seed)")
      try #require(bounds.inForce(on: day)?.contacts == naive, "\(seed)")
      try #require(
        ofSites.inForce(on: day, site: "Dallas")?.value == naive.map { FixedPoint($0) }, "\(seed)")
    }
  }

  @Test func beforeTheFirstNoneIsInForce() {
    let schedule = ObjectiveSchedule([.percent("80", in: 20, from: "2026-02-01")])
    #expect(schedule.inForce(on: .day("2026-01-31")) == nil)
    #expect(schedule.inForce(on: .day("2026-02-01")) != nil)
    #expect(ObjectiveSchedule([]).inForce(on: .day("2026-02-01")) == nil)
  }

  @Test(arguments: [
    ("2026-01-01", "2026-12-31", ["2026-02-01", "2026-03-10"]),
    ("2026-01-31", "2026-02-01", ["2026-02-01"]), ("2026-02-01", "2026-03-09", []),
    ("2026-02-01", "2026-03-10", ["2026-03-10"]),
  ])
  func changesAreListedAfterTheFirstDayThroughTheLast(
    _ first: String, _ last: String, _ days: [String]
  ) {
    let changes = Self.schedule.changes(after: .day(first), through: .day(last))
    #expect(changes.map(\.description) == days)
  }
}

@Suite struct ServiceMatchTests {
  @Test(arguments: [
    ("sales", "sales", true), ("sales", "Sales", false), ("sales", "sales2", false),
    ("sales*", "sales", true), ("sales*", "sales EU", true), ("*sales", "presales", true),
    ("*", "", true), ("*", "anything", true), ("", "", true), ("", "x", false),
    ("a*b*c", "abc", true), ("a*b*c", "axxbyyc", true), ("a*b*c", "acb", false),
    ("*ab", "aab", true), ("*ab", "aba", false), ("**", "x", true), ("a**b", "ab", true),
    ("*日本*", "in 日本 a", true), ("Z*h", "Zürich", true), ("?", "x", false),
    ("*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaa", false),
  ])
  func aStarStandsForAnyRunOfCharacters(_ pattern: String, _ name: String, _ matches: Bool) {
    #expect(NamePattern(pattern).matches(name) == matches)
  }

  @Test func patternsAgreeWithTrialOfEveryCut() throws {
    func twin(_ pattern: Substring, _ name: Substring) -> Bool {
      guard let first = pattern.first else { return name.isEmpty }
      if first == "*" {
        return name.indices.contains { twin(pattern.dropFirst(), name[$0...]) }
          || twin(pattern.dropFirst(), "")
      }
      return name.first == first && twin(pattern.dropFirst(), name.dropFirst())
    }
    for seed in Seed.cases(2000) {
      var random = seed.generator
      let word = { (letters: [String], count: Int, random: inout SplitMix64) in
        (0..<Int.random(in: 0...count, using: &random)).map { _ in
          letters.randomElement(using: &random)!
        }.joined()
      }
      let pattern = word(["a", "b", "*"], 6, &random)
      let name = word(["a", "b"], 7, &random)
      try #require(
        NamePattern(pattern).matches(name) == twin(pattern[...], name[...]),
        "\(pattern) \(name) \(seed)")
    }
  }

  @Test func everyDimensionHasToFitAndAnyOfItsPatternsWill() {
    let match = ServiceMatch(
      site: [NamePattern("Bonn"), NamePattern("Ulm")], channel: [NamePattern("voice*")])
    #expect(match.takes(site: "Ulm", queue: "any", channel: "voice-in"))
    #expect(!match.takes(site: "Köln", queue: "any", channel: "voice"))
    #expect(!match.takes(site: "Bonn", queue: "any", channel: "mail"))
    #expect(!match.takes(site: "", queue: "", channel: ""))
    #expect(ServiceMatch.everything.takes(site: "", queue: "", channel: ""))
  }

  @Test func theFirstServiceThatMatchesTakesARecord() throws {
    let objective = Objective.percent("80", in: 20)
    let reading = CenterReading([
      Service(
        name: "Sales", match: ServiceMatch(queue: [NamePattern("sales*")]),
        objectives: [objective]),
      Service(
        name: "Voice", match: ServiceMatch(channel: [NamePattern("voice")]),
        objectives: [objective]),
      Service(
        name: "Fax", match: ServiceMatch(channel: [NamePattern("fax")]), objectives: [objective]),
    ])
    let center = try reading.center(
      "interval_start,queue,channel,offered,answered,answered_within\n"
        + "2026-03-02 09:00,sales 1,voice,1,1,1\n2026-03-02 09:00,help,voice,2,2,2\n"
        + "2026-03-02 09:00,help,mail,4,4,4\n")
    let offered = (0..<3).map { center.figures("2026-03-02", service: $0)?.sums.offered }
    #expect(offered == [1, 2, nil])
    #expect(center.services.map(\.service.name) == ["Sales", "Voice", "Fax"])
    #expect(center.services[2].site == nil && center.services[2].records == nil)
    #expect(center.unmatched == 1)
  }
}
