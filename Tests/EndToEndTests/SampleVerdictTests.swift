import TestSupport
import Testing

/// The sample gives the verdict that its own description promises.
@Suite struct SampleVerdictTests {
  static let names = [
    "contacts-moves.csv", "costs.csv", "evaluations.csv", "evidence.csv", "exclusions.csv",
    "intervals-2025.csv", "intervals-2026.csv", "intervals-again-2026-06.csv",
    "quality-costs.csv", "surveys.csv",
  ]
  private static let sample = Result(catching: {
    try CheckedRun(
      ["--config", "SampleData/slcheck.json"] + names.map { "SampleData/" + $0 },
      in: PackageFiles.root)
  })

  private var run: CheckedRun { get throws { try SampleVerdictTests.sample.get() } }

  /// What the README shows is what its first command prints.
  @Test func readmeShowsTheRealOutput() throws {
    let run = try ToolRun(
      ["--config", "SampleData/slcheck.json"]
        + SampleVerdictTests.names.map { "SampleData/" + $0 },
      in: PackageFiles.root)
    let recorded = String(
      decoding: try PackageFiles.bytes("SampleData/report.txt"), as: UTF8.self)
    #expect(run.status == 0)
    #expect(run.output == recorded)
    let readme = String(decoding: try PackageFiles.bytes("README.md"), as: UTF8.self)
    #expect(readme.contains("```\n" + recorded + "```\n"))
  }

  /// What the README shows of an audit is what the sample's claims come to.
  @Test func readmeShowsTheRealAudit() throws {
    let run = try ToolRun(
      [
        "audit", "--config", "SampleData/slcheck.json", "--claims",
        "SampleData/claims/board-meeting.csv",
      ] + SampleVerdictTests.names.map { "SampleData/" + $0 }, in: PackageFiles.root)
    #expect(run.status == 1, "\(run.errors)")
    let readme = String(decoding: try PackageFiles.bytes("README.md"), as: UTF8.self)
    let shown = try #require(readme.firstMatch(of: #/```\n(slide 3: [^`]*)```\n/#)?.1)
    #expect(run.output.contains(shown))
  }

  /// What the README shows of an assessment is what the sample's ratings come to.
  @Test func readmeShowsTheRealAssessment() throws {
    let run = try ToolRun(
      [
        "assess", "SampleData/ratings/self-assessment.csv", "--config", "SampleData/slcheck.json",
        "--with",
      ] + SampleVerdictTests.names.map { "SampleData/" + $0 }, in: PackageFiles.root)
    #expect(run.status == 1, "\(run.errors)")
    let readme = String(decoding: try PackageFiles.bytes("README.md"), as: UTF8.self)
    let shown = try #require(readme.firstMatch(of: #/```\n(8 performance_results [^`]*)```\n/#)?.1)
    #expect(run.output.contains(shown))
  }

  @Test func generatorWritesTheCommittedBytes() throws {
    let scratch = try ScratchFolder()
    let run = try ToolRun(["--sample", scratch.path], program: "CenterGenerator")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try scratch.names == SampleVerdictTests.names)
    for name in SampleVerdictTests.names {
      // Compared at once: a difference would print a megabyte.
      let isEqual = try scratch.bytes(name) == PackageFiles.bytes("SampleData/" + name)
      #expect(isEqual, "\(name)")
    }
  }

  /// Median of the slopes of all pairs of months, and rises less falls, counted apart.
  @Test func serviceLevelsHaveTheirTrend() throws {
    let voice = try #require(try run.json.at("services.0.trend"))
    #expect(voice["slope"]?.text == "-0.1663")
    #expect(voice["S"]?.integer == -19)
    #expect(voice["n"]?.integer == 14)
    let chat = try #require(try run.json.at("services.1.trend"))
    #expect(chat["slope"]?.text == "-0.0220")
    #expect(chat["S"]?.integer == -9)
  }

  @Test func everyRowIsAccountedFor() throws {
    let inputs = try #require(try run.json["inputs"]).elements
    #expect(inputs.map { $0["path"]?.text } == SampleVerdictTests.names.map { "SampleData/" + $0 })
    func sum(_ name: String) -> Int {
      inputs.reduce(0) { $0 + ($1.at("rows.\(name)")?.integer ?? 0) }
    }
    #expect(sum("read") == 51_716)
    #expect(sum("accepted") == 49_496)
    #expect(sum("repeated") == 2_220)
    #expect(sum("rejected") == 0)
    #expect(sum("ignored") == 0)
    #expect(try run.json["unmatched"]?.integer == 0)
    #expect(try run.json["asOf"]?.text == "2026-10-31")
    #expect(try run.run.errors == "")
  }

  /// The table of months in the sample's description, and the report, cell by cell.
  @Test func monthsAreThoseOfTheDescription() throws {
    let readme = String(decoding: try PackageFiles.bytes("SampleData/README.md"), as: UTF8.self)
    let rows = readme.split(separator: "\n").filter { $0.hasPrefix("| 202") }
    #expect(rows.count == 14)
    for row in rows {
      let cells = row.replacing("*", with: "").replacing(",", with: "").split(separator: "|")
        .map { $0.trimming(" ") }
      for (service, cells) in [cells[1...3], cells[4...6]].enumerated() {
        let cells = Array(cells)
        let month = try #require(try run.month(cells.isEmpty ? "" : row.month, service: service))
        let counts = cells[0].split(separator: "/").map { Int($0.trimming(" ")) }
        #expect([month["answeredWithin"]?.integer, month["offered"]?.integer] == counts)
        #expect(month.at("serviceLevel.percent")?.text == cells[1].replacing(" %", with: ""))
        let days = cells[2].split(separator: " ").compactMap { Int($0) }
        let undecided = days.count > 3 ? days[3] : 0
        #expect(month.at("days.met")?.integer == days[0])
        #expect(month.at("days.counted")?.integer == days[1] - undecided)
        #expect(month.at("days.undecided")?.integer == undecided)
        let judged = try run.json.at("standards.0.scopes.\(service).criteria.1.months")?.elements
          .first { $0["month"]?.text == row.month }
        if let judged { #expect(judged["needed"]?.integer == days[2]) }
      }
    }
  }

  /// What each criterion of 8.01 must come to.
  struct Verdict: Sendable, CustomTestStringConvertible {
    let scope: Int
    let level: Int
    let status: String
    let met: Int?
    let counted: Int?
    let undecided: Int?
    let needed: Int?
    var testDescription: String { "\(scope == 0 ? "Voice" : "Chat") \(level): \(status)" }
  }

  static let verdicts = [
    Verdict(scope: 0, level: 1, status: "met", met: 11, counted: 12, undecided: 0, needed: 10),
    Verdict(
      scope: 0, level: 2, status: "met", met: 222, counted: 232, undecided: 1, needed: nil),
    Verdict(
      scope: 0, level: 3, status: "missed", met: 1_764, counted: 2_289, undecided: 23,
      needed: 1_850),
    Verdict(
      scope: 0, level: 4, status: "attested", met: nil, counted: nil, undecided: nil,
      needed: nil),
    Verdict(scope: 1, level: 1, status: "met", met: 12, counted: 12, undecided: 0, needed: 10),
    Verdict(
      scope: 1, level: 2, status: "missed", met: 223, counted: 233, undecided: 0, needed: nil),
    Verdict(
      scope: 1, level: 3, status: "met", met: 1_467, counted: 1_734, undecided: 0, needed: 1_388),
    Verdict(
      scope: 1, level: 4, status: "needsEvidence", met: nil, counted: nil, undecided: nil,
      needed: nil),
  ]

  @Test(arguments: verdicts) func criterionIsAsDescribed(_ verdict: Verdict) throws {
    let criterion = try #require(
      try run.json.at("standards.0.scopes.\(verdict.scope).criteria.\(verdict.level - 1)"))
    #expect(criterion["level"]?.integer == verdict.level)
    #expect(criterion["status"]?.text == verdict.status)
    #expect(criterion["met"]?.integer == verdict.met)
    #expect(criterion["counted"]?.integer == verdict.counted)
    #expect(criterion["undecided"]?.integer == verdict.undecided)
    #expect(criterion["needed"]?.integer == verdict.needed)
  }

  /// The counts of the sample's description, at both readings of 5 %.
  @Test(arguments: [(0, [3_069, 3_147], 24, 3_560), (1, [2_338, 2_363], 0, 2_670)])
  func intervalsComeNearTheirObjective(
    _ scope: Int, _ met: [Int], _ undecided: Int, _ all: Int
  ) throws {
    let rule = try #require(try run.json.at("rules.0"))
    #expect(rule["id"]?.text == "toolkit.service-level" && rule["status"]?.text == "met")
    let found = try #require(rule.at("scopes.\(scope)"))
    #expect(found.at("window.from")?.text == "2026-05-01" && found["status"]?.text == "met")
    let parts = try #require(found["parts"]).elements
    #expect(parts.map { $0["met"]?.integer } == met)
    #expect(parts.allSatisfy { $0["undecided"]?.integer == undecided })
    #expect(
      parts.allSatisfy { ($0["counted"]?.integer ?? 0) + undecided == all })
  }

  @Test func lowestScopeDecides() throws {
    let standard = try #require(try run.json.at("standards.0"))
    #expect(standard["level"]?.integer == 1)
    #expect(standard.at("scopes.0.level")?.integer == 2)
    #expect(standard.at("scopes.1.level")?.integer == 1)
    #expect(standard.at("scopes.1.criteria.1.distance")?.text?.contains("2026-05") == true)
    #expect(standard.at("scopes.0.criteria.2.window.from")?.text == "2026-07-04")
    #expect(standard.at("scopes.0.criteria.0.window.from")?.text == "2025-11-01")
    #expect(standard.at("scopes.0.criteria.1.window.from")?.text == "2026-02-01")
  }

  /// One standard of each kind of verdict: reached, short of it, open, attested.
  static let standards: [(id: String, level: Int, possible: Int, statuses: [String])] = [
    ("8.02", 1, 2, ["met", "indeterminate", "missed", "needsEvidence"]),
    ("8.03", 2, 2, ["met", "met", "missed", "needsEvidence"]),
    ("8.04", 3, 3, ["met", "met", "met", "missed"]),
    ("8.05", 2, 2, ["met", "met", "missed", "needsEvidence"]),
    ("8.06", 4, 4, ["met", "met", "met", "attested"]),
  ]

  @Test(arguments: standards)
  func otherStandardsStandAsDescribed(
    _ id: String, _ level: Int, _ possible: Int, _ statuses: [String]
  ) throws {
    let standards = try #require(try run.json["standards"]).elements
    let standard = try #require(standards.first { $0["id"]?.text == id })
    #expect(standard["level"]?.integer == level)
    #expect(standard["possible"]?.integer == possible)
    let criteria = try #require(standard.at("scopes.0.criteria")).elements
    #expect(criteria.map { $0["status"]?.text } == statuses)
  }

  /// The lost month of evaluations is what level 2 of 8.02 hangs on.
  @Test func aLostMonthLeavesQualityOpen() throws {
    let criterion = try #require(try run.json.at("standards.1.scopes.0.criteria.1"))
    #expect(criterion["met"]?.integer == 8)
    #expect(criterion["undecided"]?.integer == 1)
    #expect(criterion["deciding"]?.elements.map(\.text) == ["2026-06"])
  }

  /// Figures counted by hand from the files, with another program.
  @Test func figuresOfOtherKindsAreThoseOfTheirFiles() throws {
    let json = try run.json
    let resolution = try #require(json.at("firstContactResolution.0.months")).elements
    let march = try #require(resolution.first { $0["month"]?.text == "2026-03" })
    #expect(march.at("rate.numerator")?.integer == 670)
    #expect(march.at("rate.denominator")?.integer == 763)
    let last = try #require(resolution.last)
    #expect(last["month"]?.text == "2026-10" && last["pending"]?.integer == 174)
    #expect(json.at("firstContactResolution.0.leftOut.blank")?.integer == 352)
    let costs = try #require(json.at("costPerContact.0.months")).elements
    let november = try #require(costs.first { $0["month"]?.text == "2025-11" })
    #expect(november["amount"]?.text == "313996.1900")
    #expect(november["contacts"]?.integer == 43_837)
  }

  /// The ice storm changes January and no level.
  @Test func anExclusionStandsBesideTheLevel() throws {
    let exclusion = try #require(try run.json.at("exclusions.0"))
    #expect(exclusion["start"]?.text == "2026-01-12T00:00")
    #expect(try run.json.at("standards.0.levelWithExclusions")?.integer == 1)
  }

  @Test func holeIsSeenAndDecidesNothing() throws {
    let voice = try #require(try run.json.at("services.0"))
    #expect(voice["habit"]?.text == "dense")
    #expect(voice["thresholdAssumed"] == .bool(true))
    #expect(voice["assumed"] == .bool(false))
    #expect(voice.at("total.coverage.numerator")?.integer == 24_600)
    #expect(voice.at("total.coverage.denominator")?.integer == 24_624)
    #expect(voice.at("total.coverage.percent")?.text == "99.90")
    #expect(try run.month("2026-09")?["state"]?.text == "met")
    #expect(try run.json.at("services.1.total.coverage.percent")?.text == "100.00")
  }
}

extension StringProtocol {
  fileprivate func trimming(_ character: Character) -> String {
    var text = Substring(self)
    while text.first == character { text.removeFirst() }
    while text.last == character { text.removeLast() }
    return String(text)
  }

  /// The month at the beginning of a row of a table.
  fileprivate var month: String { String(self.dropFirst(2).prefix(7)) }
}
