import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics
import Reports
import Testing

@testable import SLCheckTool

@Suite struct ConfigurationTests {
  let full: Configuration

  init() throws {
    full = try configuration(fullConfiguration)
  }

  @Test func anEmptyFileMeansTheDefaults() throws {
    let empty = try configuration("{}")
    #expect(empty == Configuration())
    #expect(empty.services == [.assumed])
    #expect(empty.isAssumed)
    #expect(empty.shortAbandonSeconds == 5)
    #expect(empty.identityAllowance.description == "0.02")
    #expect(empty.maxRejects == .count(0))
    #expect(try configuration("{ services: null, asOf: null }") == empty)
  }

  @Test func everyKeyOfTheRunIsDecoded() {
    #expect(full.timeZone == "America/Chicago")
    #expect(full.intervalMinutes == 15)
    #expect(full.shortAbandonSeconds == 10)
    #expect(full.comparison == .below)
    #expect(full.absentIntervals == .sparse)
    #expect(full.identityAllowance.description == "0.05")
    #expect(full.asOf == CivilDate("2026-10-31"))
    #expect(full.onConflict == .sum)
    #expect(full.maxRejects.description == "0.5%")
    #expect(full.dateOrder == .monthDayYear)
    #expect(full.strictCounts)
    #expect(full.by == [.queue, .site])
    #expect(full.require == ["8.01": 2, "8.04": 1])
    #expect(full.ledger == "ledger")
    #expect(!full.isAssumed)
  }

  @Test func everyKeyOfAServiceIsDecoded() throws {
    let voice = try #require(full.services.first)
    #expect(voice.name == "Voice")
    #expect(voice.kind == .serviceLevel)
    #expect(voice.match.site.map(\.text) == ["*"])
    #expect(voice.match.queue.map(\.text) == ["Billing", "Support*"])
    #expect(voice.match.channel.map(\.text) == ["voice"])
    #expect(voice.formula == .answered)
    #expect(voice.demand == .answeredPlusAbandoned)
    #expect(voice.isPooled)
    #expect(voice.finestGrain == .interval)
    #expect(voice.closedContacts == .include)
    #expect(voice.rationale == "callers hang up after 20 s")
    #expect(voice.objectives.objectives.map(\.percent.description) == ["82.1", "85.5"])
    #expect(voice.objectives.objectives.map(\.seconds) == [20, 30])
    #expect(voice.objectives.objectives.map(\.from) == [nil, CivilDate("2026-07-01")])
    #expect(voice.holidays == Set([CivilDate("2025-12-25")!]))
    let mail = full.services[1]
    #expect(mail.kind == .responseTime)
    #expect(mail.clock == .business)
    #expect(mail.match.channel.map(\.text) == ["mail", ""])
    #expect(mail.hours?.weeks.map(\.from) == [nil, CivilDate("2026-01-01")])
  }

  @Test func hoursComeInAllForms() throws {
    let week = try #require(full.services[0].hours?.weeks.first)
    func open(_ weekday: Weekday) -> [[Int]] {
      (week.stretches[weekday] ?? []).map { [$0.start, $0.end] }
    }
    #expect(open(.monday) == [[480, 1200]])
    #expect(open(.tuesday) == [[480, 720], [780, 1200]])
    #expect(open(.wednesday) == [[0, 1440]])
    #expect(open(.thursday) == [[1200, 1680]])
    #expect(open(.saturday) == [])
    #expect(open(.sunday) == [])
  }

  @Test func everyTargetIsDecoded() throws {
    #expect(
      full.quality
        == QualityTargets(
          minimumSample: 20,
          objectives: [
            SiteObjective(
              site: [NamePattern("Dallas*")], from: CivilDate("2026-01-01"), value: FixedPoint(85))
          ]))
    #expect(
      full.satisfaction
        == SatisfactionTargets(
          minimumSample: 25, measure: .netPromoter, direction: .lower,
          objectives: [SiteObjective(value: FixedPoint("-20.5")!)]))
    #expect(
      full.costPerContact
        == CostTargets(
          basis: .offered, allocation: .none,
          objectives: [SiteObjective(site: [NamePattern("*")], value: FixedPoint("5.8")!)]))
    #expect(
      full.firstContactResolution
        == ResolutionTargets(
          method: .repeat, match: .reason, windowDays: 14, maximumContacts: 30,
          objectives: [DatedObjective(value: FixedPoint(75))]))
    #expect(
      full.contactVolume?.objectives == [
        .init(isUpper: true, contacts: 120_000),
        .init(from: CivilDate("2026-05-01"), isUpper: false, contacts: 10),
      ])
    #expect(full.handleTime?.objectives == [DatedObjective(value: FixedPoint("360.5")!)])
    #expect(full.transactionValue?.metric == "revenue")
    #expect(full.transactionValue?.baseline == CivilMonth("2025-01")!...CivilMonth("2025-03")!)
    #expect(
      full.transactionValue?.types == [
        .init(name: "Sale", isMajor: true, goal: FixedPoint(42)), .init(name: "Advice"),
      ])
  }

  @Test func everyKeyAboutColumnsIsDecoded() throws {
    #expect(
      full.columns == [
        "offered": .joined(["Calls Offered"]), "started_at": .joined(["date", "q_start"]),
        "answered_within": .difference(["answered", "answered_late"]),
        "answered_within_30": .joined(["SL30"]),
      ])
    #expect(full.units == ["talk_seconds": .milliseconds, "service_level": .fraction])
    #expect(full.formats.mapValues(\.text) == ["started_at": "yyMMdd H:mm:ss"])
    #expect(full.values == ["outcome": ["AGENT": "answered", "HANG": "abandoned"]])
    #expect(
      full.ignore == [
        .isOneOf(column: "outcome", words: ["PHANTOM"]),
        .startsWith(column: "Queue", prefix: "Total"),
        .all([
          .isOneOf(column: "outcome", words: ["HANG"]),
          .isOneOf(column: "q_start", words: ["0:00:00"]),
        ]),
      ])
  }

}

// MARK: - Effective configuration

@Suite struct EffectiveConfigurationTests {
  static let texts = [
    "{}", fullConfiguration, "{ maxRejects: 3, quality: {}, transactionValue: {} }",
    "{ services: [{ name: 'A', objectives: [{ percent: 80, seconds: 20 }], hours: { sun: '22:00-06:00' } }] }",
    "{ services: [{ name: 'A', objectives: [{ percent: 80, seconds: 20 }], hours: {} }] }",
    "{ contactVolume: {}, handleTime: {}, firstContactResolution: {} }",
  ]

  @Test(arguments: texts)
  func readingItAgainGivesAnEqualConfiguration(_ text: String) throws {
    let first = try configuration(text)
    let again = try Configuration(
      first.effective, file: "report.json", isAssumed: first.isAssumed)
    #expect(again == first)
    #expect(again.effective == first.effective)
    #expect(again.sha256 == first.sha256)
    let typed = try JSONValue(json5: Array(first.effective.compactText.utf8))
    #expect(typed == first.effective)
  }

  @Test func itNamesEveryKey() throws {
    guard case .object(let members) = Configuration().effective else {
      Issue.record("the effective configuration is an object")
      return
    }
    #expect(members.keys.sorted() == Configuration.keys.sorted())
  }

  @Test func theDigestFollowsTheMeaningAndNotTheText() throws {
    let first = try configuration("{ asOf: '2026-10-31', strictCounts: false }")
    let second = try configuration("{ /* same */ \"asOf\": \"2026-10-31\" }")
    let third = try configuration("{ asOf: '2026-10-30' }")
    #expect(first.sha256 == second.sha256)
    #expect(first.sha256 != third.sha256)
    #expect(
      Configuration().effective.compactText.hasPrefix(
        #"{"absentIntervals":"infer","asOf":null,"by":[],"columns":{},"comparison":"<=","#))
    var digest = SHA256()
    digest.update(first.effective.compactText)
    #expect(first.sha256 == digest.hexadecimal())
  }
}

// MARK: - Options

@Suite struct ConfigurationOptionTests {
  @Test func anObjectiveReplacesTheAssumedOne() throws {
    let result = try Configuration().applying(Arguments(["--objective", "85.5/30"]))
    #expect(result.services[0].objectives.objectives.map(\.percent.description) == ["85.5"])
    #expect(result.services[0].objectives.objectives.map(\.seconds) == [30])
    #expect(!result.isAssumed)
  }

  @Test func aFormulaAloneLeavesTheObjectiveAssumed() throws {
    let result = try Configuration().applying(Arguments(["--formula=answered"]))
    #expect(result.services[0].formula == .answered)
    #expect(result.isAssumed)
    let again = try Configuration(result.effective, file: "r", isAssumed: true)
    #expect(again == result)
  }

  @Test(arguments: ["--objective=80/20", "--formula=offered"])
  func configuredServicesRefuseThem(_ option: String) throws {
    let full = try configuration(fullConfiguration)
    let name = String(option.prefix { $0 != "=" })
    #expect(throws: UsageError.configuredServices(name)) {
      try full.applying(Arguments([option]))
    }
  }

  @Test func theCommandLineWins() throws {
    let full = try configuration(fullConfiguration)
    let result = try full.applying(
      Arguments([
        "--as-of", "2026-09-30", "--max-rejects", "7", "--on-conflict", "last",
        "--require", "8.01=4", "--require=8.02=1", "--map", "offered=A,B", "--map", "site=x",
        "--map", "site=y=z",
      ]))
    #expect(result.asOf == CivilDate("2026-09-30"))
    #expect(result.maxRejects == .count(7))
    #expect(result.onConflict == .last)
    #expect(result.require == ["8.01": 4, "8.02": 1, "8.04": 1])
    #expect(result.columns["offered"] == .joined(["A,B"]))
    #expect(result.columns["site"] == .joined(["x", "y=z"]))
    #expect(result.columns["started_at"] == .joined(["date", "q_start"]))
    #expect(try Configuration().applying(Arguments(["--strict-counts"])).strictCounts)
    #expect(try full.applying(Arguments([])) == full)
  }
}
