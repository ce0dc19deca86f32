import TestSupport
import Testing

/// First contact resolution, transaction value and the toolkit's rule, from a log to the report.
@Suite struct ContactFiguresTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let header =
    "started_at,outcome,wait_seconds,contact_id,customer_id,reason,talk_seconds,resolved,"
    + "transaction_type,transaction_value"

  /// The year 2025: eight customers a month on the 10th, of which so many come back on
  /// the 12th, one for another reason.
  private func log(returning: [Int], value: String = "42.50") -> String {
    var lines = [Self.header, "2025-01-01 09:00,answered,5,first,early,,300,,,"]
    for (month, count) in returning.enumerated() {
      let name = "2025-\(month < 9 ? "0" : "")\(month + 1)"
      for customer in 0..<8 {
        let (who, what) = ("c\(month)-\(customer)", "\(month)-\(customer)")
        lines.append(
          "\(name)-10 10:0\(customer),answered,5,\(what)a,\(who),bill,300,yes,Sale,\(value)")
        guard customer < count else { continue }
        let reason = customer == 0 ? "move" : "bill"
        lines.append("\(name)-12 10:0\(customer),answered,5,\(what)b,\(who),\(reason),300,no,,")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static let nineOfTwelve = [2, 2, 2, 3, 2, 2, 3, 2, 2, 3, 2, 2]

  private func run(_ log: String, _ configuration: String) throws -> CheckedRun {
    try scratch.write("log.csv", log)
    try scratch.write("slcheck.json", configuration)
    return try CheckedRun(["log.csv"], in: scratch.path)
  }

  /// Six of ten on the 5th, and a stricter objective from the 20th on.
  @Test func answersAreJudgedByTheObjectiveOfTheirDay() throws {
    var text = "responded_at,contact_id,score,resolved\n"
    for index in 0..<10 { text += "2026-01-05,k\(index),5,\(index < 6 ? "yes" : "no")\n" }
    try scratch.write("surveys.csv", text + "2026-02-28,z,5,yes\n")
    try scratch.write(
      "slcheck.json",
      "{ firstContactResolution: { method: 'survey', objectives: "
        + "[{ percent: 50 }, { from: '2026-01-20', percent: 90 }] } }")
    let run = try CheckedRun(["surveys.csv"], in: scratch.path)
    let months = try #require(run.json.at("firstContactResolution.0.months")).elements
    #expect(months.map { $0["met"] } == [.bool(true), .bool(true)])
  }

  /// One contact, transferred a minute after midnight of the next month.
  @Test func aContactIsOfTheMonthOfItsFirstLeg() throws {
    let header =
      "contact_id,queue,started_at,outcome,wait_seconds,transaction_type,transaction_value"
    let legs = [
      "a,Q,2026-01-31 23:59,answered,5,Sale,50", "a,R,2026-02-01 00:05,answered,5,Sale,50",
      "b,Q,2026-02-03 10:00,answered,5,Sale,20",
    ]
    for legs in [legs, legs.reversed()] {
      let run = try run(([header] + legs).map { $0 + "\n" }.joined(), "{}")
      let type = try #require(run.json.at("transactionValue.types.0"))
      #expect(type["contacts"]?.integer == 2)
      #expect(type["value"]?.text == "70.0000")
      #expect(
        try #require(type["months"]).elements.map { $0["contacts"]?.integer } == [1, 1])
    }
  }

  /// Two legs of one contact in a file without customers, beside a file with them.
  @Test(arguments: ["error", "first", "last", "sum"])
  func blankCustomersAreCountedAlikeUnderEveryPolicy(_ policy: String) throws {
    let header = "contact_id,queue,started_at,outcome,wait_seconds"
    try scratch.write(
      "without.csv", header + "\na,Q,2026-01-05 10:00,answered,5\na,R,2026-01-05 10:05,answered,5\n"
    )
    try scratch.write(
      "with.csv", header + ",customer_id\nb,Q,2026-01-06 10:00,answered,5,c1\n")
    let run = try CheckedRun(
      ["without.csv", "with.csv", "--on-conflict", policy], in: scratch.path)
    #expect(run.json.at("firstContactResolution.0.leftOut.blank")?.integer == 2)
  }

  /// A zone west of Greenwich puts the first hours of the year 1 on a day before it.
  @Test(arguments: ["", "month,category,amount\n2026-03,people,4\n"])
  func theFirstHoursOfTheYearOneAreNoTrap(_ costs: String) throws {
    try scratch.write(
      "old.csv",
      "started_at,outcome,wait_seconds,contact_id,customer_id\n0001-01-01T00:00:00Z,answered,3,a,c\n"
    )
    if !costs.isEmpty { try scratch.write("costs.csv", costs) }
    let files = costs.isEmpty ? ["old.csv"] : ["old.csv", "costs.csv"]
    let run = try ToolRun(files + ["--time-zone", "America/Chicago"], in: scratch.path)
    #expect([0, 65].contains(run.status), "\(run.status) \(run.errors)")
  }

  /// Contacts that no service takes reach back further than any center has kept.
  @Test(arguments: ["customer_id", "transaction_type"])
  func aMistypedYearIsNamedAndNotFilledWithMonths(_ column: String) throws {
    try scratch.write(
      "calls.csv",
      "queue,started_at,outcome,wait_seconds,\(column)\nY,1000-01-01 10:00,answered,5,a\n"
        + "X,2026-03-03 10:00,answered,5,b\n")
    try scratch.write(
      "x.json",
      "{ services: [{ name: 'X', match: { queue: 'X' }, objectives: [{ percent: 80, seconds: 20 }] }] }"
    )
    let run = try ToolRun(["calls.csv", "--config", "x.json"], in: scratch.path)
    #expect(run.status == 65 && run.errors.contains("begin in 1000-01"), "\(run.errors)")
  }

  @Test func anAsOfFarAheadIsRefusedBeforeAgesAreCounted() throws {
    try scratch.write(
      "open.csv",
      "started_at,outcome,wait_seconds\n2026-01-05 10:00,,\n2026-01-05 11:00,answered,5\n")
    try scratch.write(
      "mail.json",
      "{ services: [{ name: 'Mail', kind: 'response-time', clock: 'business', "
        + "hours: { mon: '08:00-18:00' }, objectives: [{ percent: 80, seconds: 5400 }] }] }")
    let run = try ToolRun(
      ["open.csv", "--config", "mail.json", "--as-of", "9999-12-31"], in: scratch.path)
    #expect(run.status == 65 && run.errors.contains("more than 50 years after"), "\(run.errors)")
  }

  @Test func furtherContactsAreCountedByMonth() throws {
    let run = try run(
      log(returning: Self.nineOfTwelve),
      "{ firstContactResolution: { objectives: [{ percent: 75 }] } }")
    let found = try #require(run.json["firstContactResolution"]).elements
    #expect(found.map { $0["match"]?.text } == ["any", "reason"])
    #expect(found.map { $0["judged"] } == [.bool(true), .bool(false)])
    let months = try #require(found[0]["months"]).elements
    #expect(months.count == 12)
    #expect(months.compactMap { $0["met"] } == Self.nineOfTwelve.map { .bool($0 == 2) })
    #expect(months[0]["washIn"]?.integer == 1)
    #expect(months[3].at("rate.numerator")?.integer == 5)
    #expect(months[3].at("rate.percent")?.text == "62.50")
    let sameReason = try #require(found[1]["months"]).elements
    // The one who came back for another reason did not fail, and opened an issue.
    #expect(sameReason[3].at("rate.numerator")?.integer == 7)
    #expect(sameReason[3].at("rate.denominator")?.integer == 9)
    #expect(found[1].at("leftOut.withoutReason")?.integer == 1)
    let text = try ToolRun(["log.csv"], in: scratch.path)
    #expect(text.output.contains("further contacts for any reason: objective 75 %"))
    #expect(!text.output.contains("SQM"))
  }

  @Test func theConfiguredMethodIsTaken() throws {
    let run = try run(
      log(returning: Self.nineOfTwelve), "{ firstContactResolution: { method: \"flag\" } }")
    let found = try #require(run.json["firstContactResolution"]).elements
    #expect(found.map { $0["method"]?.text } == ["flag"])
    #expect(found[0].at("months.3.rate.numerator")?.integer == 8)
    #expect(found[0].at("months.3.rate.denominator")?.integer == 11)
    #expect(found[0].at("months.3.pending") == .null)
    #expect(found[0]["leftOut"] == .null)
  }

  @Test func surveysStandBesideTheRulesOfThumb() throws {
    try scratch.write(
      "surveys.csv", "responded_at,score,resolved\n2025-03-04,5,yes\n2025-03-05,2,no\n")
    let run = try CheckedRun(["surveys.csv"], in: scratch.path)
    #expect(run.json.at("firstContactResolution.0.method")?.text == "survey")
    #expect(run.json.at("firstContactResolution.0.months.0.rate.percent")?.text == "50.00")
    #expect(run.json.at("firstContactResolution.0.rulesOfThumb.source")?.text == "SQM Group")
    let text = try ToolRun(["surveys.csv"], in: scratch.path)
    #expect(text.output.contains("rules of thumb by SQM Group, not computed from these data"))
  }

  @Test func transactionValueIsMeasuredByType() throws {
    let run = try run(
      log(returning: Self.nineOfTwelve),
      "{ transactionValue: { metric: \"revenue\", types: [{ name: \"Sale\", goal: 42 }] } }")
    let value = try #require(run.json["transactionValue"])
    #expect(value["metric"]?.text == "revenue")
    #expect(value.at("baseline.to")?.text == "2025-03")
    let sale = try #require(value.at("types.0"))
    #expect(sale["contacts"]?.integer == 96)
    #expect(sale["value"]?.text == "4080.0000")
    #expect(sale.at("perContact.value")?.text == "42.5000")
    #expect(sale.at("baseline.value")?.text == "42.5000")
    #expect(sale["major"] == .bool(true))
    let standard = try #require(run.json["standards"]).elements.last
    #expect(standard?["id"]?.text == "8.06")
    #expect(standard?["level"]?.integer == 3)
    let criteria = standard?.at("scopes.0.criteria")?.elements ?? []
    #expect(criteria.map { $0["status"]?.text } == ["met", "met", "met", "needsEvidence"])
  }

  @Test func withoutTypesLevelOneIsMissed() throws {
    let plain = log(returning: [0]).replacing("Sale,42.50", with: ",")
    let run = try run(plain, "{}")
    #expect(run.json["transactionValue"] == .null)
    #expect(run.json["standards"]?.elements.last?["level"]?.integer == 0)
  }

  private func rule(_ returning: [Int], _ objectives: String) throws -> JSONTree {
    let run = try run(log(returning: returning), objectives)
    let rules = try #require(run.json["rules"]).elements
    return try #require(rules.first { $0["id"]?.text == "toolkit.contact-metrics" })
  }

  private static let objectives = """
    { firstContactResolution: { objectives: [{ percent: 75 }] },
      contactVolume: { objectives: [{ atMost: 11 }] },
      handleTime: { objectives: [{ atMostSeconds: 300 }] } }
    """

  @Test func nineMonthsOfEachFigureAttainTheRule() throws {
    let rule = try rule(Self.nineOfTwelve, Self.objectives)
    #expect(rule["status"]?.text == "met")
    let parts = try #require(rule.at("scopes.0.parts")).elements
    #expect(parts.map { $0["met"]?.integer } == [12, 12, 9])
    #expect(parts.map { $0["needed"]?.integer } == [9, 9, 9])
  }

  @Test func eightMonthsOfOneFigureMissTheRule() throws {
    let rule = try rule([3] + Self.nineOfTwelve.dropFirst(), Self.objectives)
    #expect(rule["status"]?.text == "missed")
    #expect(rule.at("scopes.0.parts.2.distance")?.text == "8 of 12 months met, needs 9: 1 short")
  }

  @Test func aFigureWithoutAnObjectiveLeavesTheRuleOpen() throws {
    let rule = try rule(
      Self.nineOfTwelve,
      "{ firstContactResolution: { objectives: [{ percent: 75 }] }, "
        + "contactVolume: { objectives: [{ atLeast: 9 }] } }")
    #expect(rule["status"]?.text == "indeterminate")
    #expect(
      rule.at("scopes.0.parts")?.elements.map { $0["status"]?.text }
        == ["met", "indeterminate", "met"])
    #expect(
      rule.at("scopes.0.remarks.0")?.text == "no objective given for average handle time")
  }
}
