import Basics
import TestSupport
import Testing

/// Costs, costs of quality and attestations, from files to the verdict.
@Suite struct CostTests {
  private let scratch: ScratchFolder

  /// A year of one day a month with 100 contacts, 99 of them answered, on each of two sites.
  init() throws {
    scratch = try ScratchFolder()
    let rows = (1...12).flatMap { month in
      ["Dallas", "Manila"].map {
        Export.row("\(CivilMonth(year: 2025, month: month))-14", site: $0, offered: 100, within: 90)
      }
    }
    try scratch.write("center.csv", Export.file(rows))
    try scratch.write(
      "slcheck.json", "{ asOf: '2025-12-31', costPerContact: { objectives: [ { amount: 5.80 } ] } }"
    )
  }

  private func costs(_ rows: [String], header: String = "month,category,amount") -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }

  private func standard(_ run: CheckedRun, _ id: String) -> JSONTree? {
    run.json["standards"]?.elements.first { $0["id"]?.text == id }
  }

  private let year = (1...12).map { "\(CivilMonth(year: 2025, month: $0))" }

  @Test func aYearAtTheObjectiveIsLevelFour() throws {
    // 198 contacts at 5.80 are 1148.40.
    let rows = year.flatMap { ["\($0),People,1000", "\($0), people ,100.1", "\($0),IT,48.3"] }
    try scratch.write("costs.csv", costs(rows))
    let run = try CheckedRun(["center.csv", "costs.csv", "--require", "8.04=4"], in: scratch.path)
    let month = try #require(run.json.at("costPerContact.0.months.0"))
    #expect(run.json.at("costPerContact.0.scope")?.text == "organization")
    #expect(month.at("categories.people")?.text == "1100.1000")
    #expect(month["amount"]?.text == "1148.4000" && month["contacts"]?.integer == 198)
    #expect(month.at("value.value")?.text == "5.8000" && month["met"] == .bool(true))
    #expect(month.at("value.numerator")?.integer == 5742)
    #expect(month.at("value.denominator")?.integer == 5 * 198)
    #expect(standard(run, "8.04")?["level"]?.integer == 4)
    #expect(run.json.at("inputs.1.kind")?.text == "costs")
    #expect(run.json.at("inputs.1.rows.accepted")?.integer == 36)
    #expect(
      run.json.at("costPerContact.0.scopeRemarks.0")?.text?.contains("infrastructure or overhead")
        == true)
  }

  @Test func aTenthAndTwoTenthsAreThreeTenths() throws {
    try scratch.write("costs.csv", costs(["2025-03,people,0.1", "2025-03,people,0.2"]))
    let run = try CheckedRun(["center.csv", "costs.csv"], in: scratch.path)
    #expect(run.json.at("costPerContact.0.months.0.amount")?.text == "0.3000")
  }

  @Test func aMillionthAboveIsMissedAndPrintedAbove() throws {
    let rows = year.map { "\($0),people,1148.4" } + ["2025-03,people,0.000001"]
    try scratch.write("costs.csv", costs(rows))
    let run = try CheckedRun(
      ["center.csv", "costs.csv", "--require", "8.04=4"], in: scratch.path, status: 1)
    #expect(run.json.at("costPerContact.0.months.2.value.value")?.text == "5.8001")
    #expect(run.json.at("costPerContact.0.months.2.met") == .bool(false))
    #expect(standard(run, "8.04")?["level"]?.integer == 3)
  }

  @Test func aTrillionOfMinorUnitsDoesNotOverflow() throws {
    let rows = (0..<50).map { _ in "2025-03,people,\"$10,000,000,000.01\"" }
    try scratch.write("costs.csv", costs(rows))
    let run = try CheckedRun(["center.csv", "costs.csv"], in: scratch.path)
    #expect(run.json.at("costPerContact.0.months.0.amount")?.text == "500000000000.5000")
    #expect(run.json.at("costPerContact.0.currency")?.text == "$")
  }

  @Test func twoCurrenciesAreAnErrorThatNamesBothPlaces() throws {
    try scratch.write("a.csv", costs(["2025-03,people,1", "2025-03,people,€2"]))
    try scratch.write(
      "b.csv", costs(["2025-04,people,3,USD"], header: "month,category,amount,currency"))
    let run = try ToolRun(["center.csv", "a.csv", "b.csv"], in: scratch.path)
    #expect(run.status == 65 && run.output == "")
    #expect(run.errors.contains("b.csv:2:1: amounts in USD, and in € in a.csv:3"), "\(run.errors)")
  }

  @Test func transactionValuesStateACurrencyToo() throws {
    try scratch.write("a.csv", costs(["2025-03,people,1", "2025-03,people,€2"]))
    try scratch.write(
      "calls.csv",
      "started_at,outcome,wait_seconds,transaction_type,transaction_value\n"
        + "2025-03-04T09:00,answered,3,Sale,12\n2025-03-04T09:05,answered,3,Sale,$12\n")
    let run = try ToolRun(["calls.csv", "a.csv"], in: scratch.path)
    #expect(run.status == 65 && run.output == "")
    #expect(
      run.errors.contains("a.csv:3:1: amounts in €, and in $ in calls.csv:3"), "\(run.errors)")
  }

  @Test(arguments: [("$5", "CAD 5", "€7", 65), ("$5", "CAD 5", "$7", 0), ("$5", "$6", "€7", 65)])
  func everyCurrencyOfTransactionsIsHeldAgainstTheOthers(
    _ a: String, _ b: String, _ c: String, _ status: Int32
  ) throws {
    var text = "started_at,outcome,wait_seconds,transaction_type,transaction_value\n"
    for (minute, value) in [a, b, c].enumerated() {
      text += "2025-03-04T09:0\(minute),answered,3,Sale,\(value)\n"
    }
    try scratch.write("calls.csv", text)
    #expect(try ToolRun(["calls.csv"], in: scratch.path).status == status)
  }

  @Test func aCurrencyAfterAsOfIsAsIfNotGiven() throws {
    try scratch.write(
      "calls.csv",
      "started_at,outcome,wait_seconds,transaction_type,transaction_value\n"
        + "2025-03-04T09:00,answered,3,Sale,$5\n2025-05-04T09:00,answered,3,Sale,€7\n")
    let run = try ToolRun(["calls.csv", "--as-of", "2025-03-31"], in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try ToolRun(["calls.csv"], in: scratch.path).status == 65)
  }

  @Test func theSameFileTwiceCountsTwice() throws {
    try scratch.write("costs.csv", costs(["2025-03,people,7"]))
    let run = try CheckedRun(["center.csv", "costs.csv", "costs.csv"], in: scratch.path)
    #expect(run.json.at("costPerContact.0.months.0.amount")?.text == "14.0000")
  }

  @Test func sitesAreScopes() throws {
    try scratch.write(
      "costs.csv",
      costs(["2025-03,Dallas,people,99"], header: "month,site,category,amount"))
    let run = try CheckedRun(["center.csv", "costs.csv"], in: scratch.path)
    let scopes = try #require(standard(run, "8.04")?["scopes"]?.elements)
    #expect(scopes.map { $0["scope"]?.text } == ["Dallas", "Manila"])
    #expect(scopes[0]["level"]?.integer == 0 && scopes[0]["possible"]?.integer == 4)
    #expect(scopes[1]["level"]?.integer == nil)
    #expect(run.json.at("costPerContact.0.months.0.value.value")?.text == "1.0000")
  }

  // MARK: Contacts

  /// A contact whose first leg says nothing of its end is still one contact.
  @Test(arguments: ["", "flow_out"])
  func aContactIsOfferedOnce(_ outcome: String) throws {
    try scratch.write(
      "calls.csv",
      "contact_id,queue,started_at,outcome,wait_seconds\na,Q,2025-03-04T09:00,\(outcome),\n"
        + "a,R,2025-03-04T09:05,answered,5\nb,Q,2025-03-04T09:10,answered,5\n")
    try scratch.write("costs.csv", costs(["2025-03,people,12"]))
    try scratch.write("offered.json", "{ costPerContact: { basis: 'offered' } }")
    let run = try CheckedRun(
      ["calls.csv", "costs.csv", "--config", "offered.json", "--as-of", "2025-03-31"],
      in: scratch.path)
    #expect(run.json.at("costPerContact.0.months.0.contacts")?.integer == 2)
  }

  /// Three contacts and one without an identifier in five answered legs, and one that gave up.
  @Test(arguments: [["one.csv", "two.csv"], ["two.csv", "one.csv"]])
  func aCostCountsContactsAndNotTheirLegs(_ files: [String]) throws {
    let header = "contact_id,site,queue,started_at,outcome,wait_seconds\n"
    try scratch.write(
      "one.csv",
      header + "1,Manila,Support,2025-03-14 09:10:00,answered,5\n"
        + "2,Dallas,Billing,2025-03-14 09:00:00,answered,5\n"
        + "3,Dallas,Billing,2025-03-14 09:00:00,abandoned,9\n"
        + ",Dallas,Billing,2025-03-14 09:00:00,answered,5\n")
    try scratch.write(
      "two.csv",
      header + "1,Dallas,Billing,2025-03-14 09:00:00,answered,5\n"
        + "4,Manila,Billing,2025-03-14 09:00:00,answered,5\n"
        + "4,Dallas,Billing,2025-03-14 09:00:00,answered,5\n"
        + "4,Dallas,Billing,2025-03-14 09:00:00,answered,5\n")
    try scratch.write(
      "costs.csv",
      costs(
        ["2025-03,Dallas,people,100", "2025-03,Manila,people,100"],
        header: "month,site,category,amount"))
    let run = try CheckedRun(files + ["costs.csv"], in: scratch.path)
    // Contact 4 began on both sites at once: the first by name counts it.
    let contacts = run.json["costPerContact"]?.elements.map {
      $0.at("months.0.contacts")?.integer
    }
    #expect(contacts == [4, 0])
    let answered = run.json["services"]?.elements.map { $0.at("total.answered")?.integer }
    #expect(answered == [4, 2])
  }

  @Test func anyOrderOfRowsAndFilesGivesTheSameBytes() throws {
    let rows = year.enumerated().flatMap { index, month in
      [
        "\(month),Dallas,people,\(500 + index * 7).25", "\(month),Manila,people,$\(700 - index)",
        "\(month),,overhead,\(index).000001",
      ]
    }
    let header = "month,site,category,amount"
    try scratch.write("a.csv", costs(Array(rows.prefix(17)), header: header))
    try scratch.write("b.csv", costs(Array(rows.dropFirst(17)), header: header))
    try scratch.write("all.csv", costs(rows.reversed(), header: header))
    let runs = try [
      ["center.csv", "a.csv", "b.csv"], ["b.csv", "center.csv", "a.csv"],
      ["all.csv", "center.csv"],
    ].map { try CheckedRun($0, in: scratch.path).json.without("inputs") }
    #expect(runs[0] == runs[1] && runs[0] == runs[2])
    #expect(runs[0]["costPerContact"]?.elements.count == 2)
  }

  @Test func theConfigurationMapsAndLeavesOutRows() throws {
    try scratch.write(
      "slcheck.json",
      """
      { asOf: '2025-12-31', columns: { category: 'Account' },
        values: { category: { Payroll: 'people' } },
        ignore: [ { column: 'Account', startsWith: 'Sum of' } ] }
      """)
    try scratch.write(
      "costs.csv",
      costs(
        ["2025-03,Payroll,5", "2025-03,Sum of all,5", "Total,,5"], header: "month,Account,amount"))
    let run = try CheckedRun(["center.csv", "costs.csv"], in: scratch.path)
    #expect(run.json.at("costPerContact.0.months.0.categories.people")?.text == "5.0000")
    let rows = try #require(run.json.at("inputs.1.rows"))
    #expect(["read", "accepted", "ignored"].map { rows[$0]?.integer } == [3, 1, 2])
  }

  // MARK: Cost of quality

  private func quality(_ month: String) -> [String] {
    [
      "\(month),prevention,10", "\(month),Appraisal,10", "\(month),internal_failure,20",
      "\(month),external failure,20", "\(month),gain,50",
    ]
  }

  @Test func categoriesTellCostsOfQualityFromCosts() throws {
    try scratch.write("costs.csv", costs(year.map { "\($0),people,600" }))
    try scratch.write("quality.csv", costs(year.flatMap(quality)))
    let run = try CheckedRun(["center.csv", "costs.csv", "quality.csv"], in: scratch.path)
    #expect(run.json.at("inputs.2.kind")?.text == "quality_costs")
    #expect(standard(run, "8.05")?["level"]?.integer == 3)
    let month = try #require(run.json.at("costOfQuality.months.11"))
    #expect(month["month"]?.text == "2025-12" && month["total"]?.text == "60.0000")
    #expect(month.at("shareOfCost.percent")?.text == "10.00")
    #expect(month.at("returnOnQuality.percent")?.text == "150.00")
    #expect(month.at("perContact.value")?.text == "0.3030")
    // Costs of quality are none of the costs of a contact.
    #expect(run.json.at("costPerContact.0.months.0.amount")?.text == "600.0000")
  }

  @Test func mixedCategoriesAskForTheKind() throws {
    try scratch.write("mixed.csv", costs(["2025-03,people,600", "2025-03,appraisal,5"]))
    let refused = try ToolRun(["center.csv", "mixed.csv"], in: scratch.path)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("mixed.csv:1:1: the category \"appraisal\""))
    #expect(refused.errors.contains("--kind costs"))
    let run = try CheckedRun(["mixed.csv", "--kind", "costs"], in: scratch.path)
    #expect(run.json.at("costPerContact.0.months.0.amount")?.text == "605.0000")
    let strict = try ToolRun(["mixed.csv", "--kind", "quality_costs"], in: scratch.path)
    #expect(strict.status == 65 && strict.errors.contains("category: \"people\" is unknown"))
    let other = try ToolRun(["mixed.csv", "--kind", "cost"], in: scratch.path)
    #expect(other.status == 64 && other.errors.contains("did you mean \"costs\"?"))
  }

  @Test func quartersAreCostsOfQuality() throws {
    try scratch.write("costs.csv", costs(year.map { "\($0),people,600" }))
    try scratch.write(
      "quality.csv", costs(quality("2025-Q4"), header: "quarter,category,amount"))
    let run = try CheckedRun(["center.csv", "costs.csv", "quality.csv"], in: scratch.path)
    #expect(run.json.at("costOfQuality.months.0.quarter")?.text == "2025-Q4")
    #expect(run.json.at("costOfQuality.months.0.month") == nil)
    #expect(standard(run, "8.05")?["level"]?.integer == 2)
  }

  @Test func costsAloneEndWithTheirLastMonth() throws {
    try scratch.write("costs.csv", costs(["2024-02,people,600"]))
    try scratch.write("slcheck.json", "{}")
    let run = try CheckedRun(["costs.csv"], in: scratch.path)
    #expect(run.json["asOf"]?.text == "2024-02-29")
  }

  // MARK: Attestations

  private static let evidence = "standard,level,reference,attested_by,from,until,scope\n"

  @Test func anAttestationIsShownWithWhoAndWhat() throws {
    try scratch.write(
      "evidence.csv",
      CostTests.evidence + "8.01,4,Survey 12,Jo Roe,2025-06-01,,\n"
        + "8.01,2,Memo,Jo Roe,2025-06-01,,\n8.01,4,Old,Jo Roe,2020-01-01,2020-12-31,\n")
    let run = try CheckedRun(["center.csv", "evidence.csv"], in: scratch.path)
    let criterion = try #require(standard(run, "8.01")?.at("scopes.0.criteria.3"))
    #expect(criterion["status"]?.text == "attested")
    #expect(criterion["attested"]?.elements.map { $0["reference"]?.text } == ["Survey 12"])
    let list = try #require(run.json["evidence"]?.elements)
    #expect(
      list.map { $0["effect"]?.text } == ["decidedByData", "notInForce", "attests"])
    #expect(list.map { $0["inForce"] } == [.bool(true), .bool(false), .bool(true)])
    #expect(list[2]["until"]?.text == "2027-05-31")
    let text = try ToolRun(["center.csv", "evidence.csv"], in: scratch.path).output
    #expect(text.contains("Survey 12, attested by Jo Roe"))
    #expect(text.contains("without effect: its criterion is decided by data"))
  }

  @Test func whatAttestsNothingIsRejected() throws {
    try scratch.write(
      "evidence.csv",
      CostTests.evidence + "8.09,4,r,me,2025-06-01,,\n8.01,7,r,me,2025-06-01,,\n"
        + "8.01,4,r,me,2025-06-01,2025-05-31,\n")
    let run = try CheckedRun(
      ["center.csv", "evidence.csv", "--max-rejects", "3"], in: scratch.path)
    #expect(run.json.at("inputs.1.rows.rejected")?.integer == 3)
    #expect(run.json["evidence"]?.elements.isEmpty == true)
  }

  @Test func textShowsTheMonths() throws {
    try scratch.write(
      "costs.csv", costs(year.map { "\($0),people,1148.4" } + year.map { "\($0),rent,10" }))
    let text = try ToolRun(["center.csv", "costs.csv"], in: scratch.path).output
    #expect(text.contains("Cost per contact: organization"))
    #expect(text.contains("1,158.40       5.8506        5.8  missed"), "\(text)")
    #expect(text.contains("warning: the total cost is the same in every month"))
  }
}
