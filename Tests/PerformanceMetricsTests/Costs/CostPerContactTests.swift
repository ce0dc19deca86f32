import Basics
import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

@Suite struct CostPerContactTests {
  /// Amounts by month and site; an empty site is none.
  private func tally(_ rows: [(month: String, site: String, amount: String)]) -> CostTally {
    var tally = CostTally()
    for (line, row) in rows.enumerated() {
      tally.add(
        CostRecord(
          period: .month(.of(row.month)), site: row.site.isEmpty ? nil : row.site,
          category: "people", amount: .of(row.amount)),
        kind: .costs, at: line + 2)
    }
    return tally
  }

  /// Answered contacts by month and site; one more is offered.
  private func volumes(_ counts: [(month: String, site: String, answered: Int)]) -> ContactVolumes {
    var volumes = ContactVolumes()
    for count in counts {
      volumes.add(
        .init(offered: count.answered + 1, answered: count.answered),
        site: count.site.isEmpty ? nil : count.site, month: .of(count.month), channel: "voice")
    }
    return volumes
  }

  private func scopes(
    _ costs: CostTally, _ volumes: ContactVolumes, _ targets: CostTargets = .init(),
    asOf: String = "2026-03-31"
  ) throws -> [String: CostPerContact] {
    let scopes = try CostPerContact.scopes(
      costs, volumes: volumes, targets: targets, asOf: .day(asOf))
    return Dictionary(uniqueKeysWithValues: scopes.map { ($0.scope.name, $0) })
  }

  private func value(_ cost: CostPerContact?, _ month: String = "2026-03") -> String? {
    cost?.month(.of(month)).value?.decimalText(places: 4, .nearest)
  }

  @Test func withoutSitesTheOrganizationIsJudgedOverAllContacts() throws {
    let all = try scopes(
      tally([("2026-03", "", "100.1"), ("2026-03", "", "0.2")]),
      volumes([("2026-03", "Dallas", 20), ("2026-03", "", 10)]))
    #expect(all.keys.sorted() == ["organization"])
    #expect(value(all["organization"]) == "3.3433")
    #expect(all["organization"]?.share == Ratio(30, 30))
  }

  @Test func sitesAreJudgedEachOverItsOwnContacts() throws {
    let all = try scopes(
      tally([("2026-03", "Dallas", "100"), ("2026-03", "Manila", "10")]),
      volumes([("2026-03", "Dallas", 20), ("2026-03", "Manila", 10), ("2026-03", "Reno", 70)]))
    #expect(all.keys.sorted() == ["Dallas", "Manila"])
    #expect(value(all["Dallas"]) == "5.0000" && value(all["Manila"]) == "1.0000")
    #expect(all["Dallas"]?.share == Ratio(20, 100))
  }

  @Test func costsWithoutASiteAreSharedOutByContacts() throws {
    let all = try scopes(
      tally([("2026-03", "Dallas", "100"), ("2026-03", "", "10")]),
      volumes([("2026-03", "Dallas", 20), ("2026-03", "Manila", 10)]))
    #expect(all.keys.sorted() == ["Dallas", "Manila"])
    // 100 + 10 · 20/30 over 20, and 10 · 10/30 over 10.
    #expect(value(all["Dallas"]) == "5.3333" && value(all["Manila"]) == "0.3333")
    let parts = all["Dallas"]?.month(.of("2026-03")).amount?.reduced.parts(over: 20)
    #expect(parts?.numerator == "320" && parts?.denominator == "60")
  }

  /// Whatever is shared out, nothing is lost of it where there are contacts.
  @Test(arguments: Seed.cases(20))
  func whatIsSharedOutAddsUpToTheWhole(_ seed: Seed) throws {
    var random = seed.generator
    let months = ["2026-01", "2026-02", "2026-03"]
    var rows: [(month: String, site: String, amount: String)] = [("2026-02", "Dallas", "1")]
    var counts: [(month: String, site: String, answered: Int)] = []
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      rows.append(
        (
          months.randomElement(using: &random)!,
          ["", "Dallas", "Manila"].randomElement(using: &random)!,
          "\(Int.random(in: -99...999, using: &random)).000\(Int.random(in: 0...999, using: &random))"
        ))
    }
    for month in months {
      for site in ["", "Dallas", "Reno"] {
        counts.append((month, site, Int.random(in: 0...50, using: &random)))
      }
      counts.append((month, "Manila", 1))
    }
    let costs = tally(rows)
    let all = try scopes(costs, volumes(counts))
    for month in months {
      let whole = costs.costs.filter { $0.key.month == .of(month) }
        .reduce(FixedPoint(0)) { $0 + $1.value }
      let shared = all.values.compactMap { $0.month(.of(month)).amount }
        .reduce(Fraction(0)) { ($0 + $1).reduced }
      #expect(shared == Fraction(whole), "\(month), \(seed)")
    }
  }

  @Test func whereThatIsForbiddenTheMonthOfEverySiteIsUndecided() throws {
    let targets = CostTargets(allocation: .none, objectives: [SiteObjective(value: .of("6"))])
    let all = try scopes(
      tally([
        ("2026-02", "Dallas", "100"), ("2026-03", "Dallas", "100"), ("2026-03", "", "10"),
      ]),
      volumes([("2026-02", "Dallas", 20), ("2026-03", "Dallas", 20)]), targets)
    #expect(all.keys.sorted() == ["-", "Dallas"])
    #expect(value(all["Dallas"], "2026-02") == "5.0000" && value(all["Dallas"]) == nil)
    #expect(all["Dallas"]?.month(.of("2026-02")).state == .met)
    #expect(all["Dallas"]?.month(.of("2026-03")).state == .undecided)
  }

  @Test func contactsAreTheHandledOrOnRequestTheOffered() throws {
    let costs = tally([("2026-03", "", "42")])
    let contacts = volumes([("2026-03", "", 20)])
    #expect(value(try scopes(costs, contacts)["organization"]) == "2.1000")
    let offered = try scopes(costs, contacts, CostTargets(basis: .offered))
    #expect(value(offered["organization"]) == "2.0000")
  }

  /// The amount of 1000 contacts against 5.80 each.
  @Test(arguments: [
    ("5799.999999", OpportunityState.met), ("5800", .met), ("5800.000001", .missed),
    ("-1", .met), ("0", .met),
  ])
  func aMonthIsJudgedExactly(_ amount: String, _ state: OpportunityState) throws {
    let all = try scopes(
      tally([("2026-03", "", amount)]), volumes([("2026-03", "", 1000)]),
      CostTargets(objectives: [SiteObjective(value: .of("5.80"))]))
    #expect(all["organization"]?.month(.of("2026-03")).state == state)
  }

  @Test func theObjectiveIsThatOfTheLastDay() throws {
    let objectives = [
      SiteObjective(value: .of("9")), SiteObjective(from: .day("2026-03-31"), value: .of("1")),
    ]
    let all = try scopes(
      tally([("2026-02", "", "5"), ("2026-03", "", "5")]),
      volumes([("2026-02", "", 1), ("2026-03", "", 1)]), CostTargets(objectives: objectives))
    let cost = try #require(all["organization"])
    #expect(cost.month(.of("2026-02")).state == .met)
    #expect(cost.month(.of("2026-03")).state == .missed)
    let late = [SiteObjective(from: .day("2026-04-01"), value: .of("9"))]
    let before = try scopes(
      tally([("2026-03", "", "5")]), volumes([("2026-03", "", 1)]), CostTargets(objectives: late))
    #expect(before["organization"]?.month(.of("2026-03")).state == .missed)
  }

  @Test func aMonthWithoutCostOrContactsIsUndecided() throws {
    let targets = CostTargets(objectives: [SiteObjective(value: .of("9"))])
    let all = try scopes(
      tally([("2026-01", "", "5"), ("2026-03", "", "5")]),
      volumes([("2026-01", "", 0), ("2026-02", "", 4), ("2026-03", "", 4)]), targets)
    let cost = try #require(all["organization"])
    #expect(cost.months.map { cost.month($0).state } == [.undecided, .undecided, .met])
  }

  @Test func aMonthThatAsOfCutsHasNoValueAndLaterOnesAreLeftAside() throws {
    let all = try scopes(
      tally([("2026-02", "", "5"), ("2026-03", "", "5"), ("2026-04", "Dallas", "5")]),
      volumes([("2026-02", "", 1), ("2026-03", "", 1)]), asOf: "2026-03-30")
    let cost = try #require(all["organization"])
    #expect(all.count == 1 && cost.months == [.of("2026-02"), .of("2026-03")])
    #expect(value(cost, "2026-02") == "5.0000" && value(cost) == nil)
    #expect(cost.month(.of("2026-03")).amount == Fraction(5))
  }

  @Test func aTotalThatNeverChangesIsNoticed() throws {
    func never(_ amounts: [String]) throws -> Bool? {
      let rows = amounts.enumerated().map { ("2026-0\($0 + 1)", "", $1) }
      return try scopes(tally(rows), ContactVolumes(), asOf: "2026-09-30")["organization"]?
        .neverChanges
    }
    #expect(try never(["5", "5", "5.000000"]) == true)
    #expect(try never(["5", "5"]) == false)
    #expect(try never(["5", "5", "5", "5.000001"]) == false)
  }

  @Test func aMistypedYearIsRefused() {
    #expect(
      throws: MetricsError(
        reason: .beginTooEarly("costs", .of("1926-03"), asOf: .day("2026-03-31")))
    ) {
      try scopes(tally([("1926-03", "", "5")]), ContactVolumes())
    }
  }

  @Test func volumesCountEveryKeyUpToADay() throws {
    let read = try CenterReading([]).tally([
      """
      interval_start,site,queue,channel,offered,answered,abandoned,answered_within_20
      2026-03-01 09:00,Dallas,a,voice,10,9,1,9
      2026-03-01 09:30,Dallas,b,voice,5,5,0,5
      2026-03-31 09:00,Dallas,a,chat,3,3,0,3
      2026-04-01 09:00,Dallas,a,voice,100,100,0,100
      2026-03-02 09:00,,a,voice,2,1,1,1

      """
    ])
    let volumes = read.tally.volumes(through: .day("2026-03-31"))
    let march = CivilMonth.of("2026-03")
    #expect(volumes.count(site: "Dallas", march) == .init(offered: 18, answered: 17))
    #expect(volumes.count(site: nil, march) == .init(offered: 2, answered: 1))
    #expect(volumes.count(march) == .init(offered: 20, answered: 18))
    #expect(volumes.channels(march)["chat"] == .init(offered: 3, answered: 3))
    #expect(volumes.count(.of("2026-04")) == .init())
  }
}
