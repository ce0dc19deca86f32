import Basics
import ContactRecords
import TestSupport
import Testing

@Suite struct CostRecordTests {
  private static let header = "month,site,category,amount,currency\n"

  private func read(_ rows: String) throws -> ReadRows<CostRecord> {
    try ReadRows(.costs, CostRecordTests.header + rows)
  }

  @Test func aRowIsAnAmountOfACategoryInAMonth() throws {
    let rows = try read("2026-03,Dallas, People ,\"$1,234.50\",\n2026-04,,IT,-20,EUR\n")
    #expect(rows.rejects.isEmpty)
    #expect(
      rows.records == [
        CostRecord(
          period: .month(.of("2026-03")), site: "Dallas", category: "people",
          amount: .of("1234.5"), currency: Currency("$")),
        CostRecord(
          period: .month(.of("2026-04")), category: "it", amount: .of("-20"),
          currency: Currency("EUR")),
      ])
  }

  @Test(arguments: [
    ("2026-13,,people,1,", "2:1: month: \"2026-13\" is not a month (YYYY-MM)"),
    ("2026-Q1,,people,1,", "2:1: month: \"2026-Q1\" is not a month (YYYY-MM)"),
    (",,people,1,", "2:1: month is absent"),
    ("2026-03,,,1,", "2:10: category is absent"),
    ("2026-03,,people,,", "2:17: amount is absent"),
    ("2026-03,,people,1.2.3,", "2:17: amount: \"1.2.3\" is not an amount"),
    ("2026-03,,people,900000000000001,", "2:17: amount: \"900000000000001\" is not an amount"),
    ("2026-03,,people,€5,USD", "2:17: the amount is in € and the column currency says \"USD\""),
  ])
  func whatCannotBeReadIsRejected(_ row: String, _ reason: String) throws {
    let rows = try read(row + "\n")
    #expect(rows.records.isEmpty && rows.rejects == [reason])
  }

  @Test func aSignAndItsCodeAreOneCurrencyNamedByTheCode() throws {
    #expect(try read("2026-03,,people,$5,usd\n").records.map(\.currency) == [Currency("USD")])
    #expect(Currency("$").agrees(with: Currency("CAD")))
    #expect(!Currency("USD").agrees(with: Currency("CAD")))
    #expect(!Currency("$").agrees(with: Currency("€")))
    #expect(Currency("xyz").agrees(with: Currency("XYZ")))
  }

  @Test func quartersAreReadWhereTheHeaderHasThem() throws {
    let rows = try ReadRows<CostRecord>(
      .qualityCosts,
      """
      quarter,month,category,amount
      2026-Q1,,Prevention,10
      2026-q4,,internal failure,1
      ,2026-02,GAIN,2
      2026-Q5,,appraisal,3
      ,,appraisal,3
      2026-Q1,,prevntion,3

      """)
    #expect(
      rows.records.map(\.period.description) == ["2026-Q1", "2026-Q4", "2026-02"])
    #expect(
      rows.rejects == [
        "5:1: quarter: \"2026-Q5\" is not a quarter (YYYY-Q1 to YYYY-Q4)",
        "6:1: quarter is absent",
        "7:10: category: \"prevntion\" is unknown; did you mean \"prevention\"?",
      ])
  }

  @Test func aRowOfAQuarterIsNoTotalsRow() throws {
    let rows = try ReadRows<CostRecord>(
      .qualityCosts, "quarter,category,amount,note\n2026-Q1,gain,x,Total of all sites\n")
    #expect(rows.rejects == ["2:14: amount: \"x\" is not an amount"])
  }

  /// Categories, whether the kind was stated, and what the file holds; `nil` for an error.
  @Test(
    arguments: [
      (["people", "overhead"], RecordKind.costs, false, RecordKind.costs),
      (["prevention", "gain"], .costs, false, .qualityCosts),
      (["internal failure", "external-failure"], .costs, false, .qualityCosts),
      (["prevention", "people"], .costs, false, nil),
      (["prevention", "people"], .costs, true, .costs),
      (["prevention"], .costs, true, .costs),
      (["prevention"], .qualityCosts, true, .qualityCosts),
      (["appraisal"], .qualityCosts, false, .qualityCosts),
      ([], .costs, false, .costs),
    ] as [([String], RecordKind, Bool, RecordKind?)])
  func categoriesTellCostsFromCostsOfQuality(
    _ categories: [String], _ kind: RecordKind, _ isStated: Bool, _ expected: RecordKind?
  ) throws {
    guard let expected else {
      let error = try #require(throws: SchemaError.self) {
        try RecordKind.ofCosts(categories, readAs: kind, isStated: isStated)
      }
      #expect(error.reason == .mixedCosts(quality: "prevention", other: "people"))
      return
    }
    #expect(
      try RecordKind.ofCosts(categories, readAs: kind, isStated: isStated) == expected)
  }
}

@Suite struct EvidenceRecordTests {
  private func read(_ row: String) throws -> ReadRows<EvidenceRecord> {
    try ReadRows(
      .evidence,
      "standard,level,reference,attested_by,from,until,scope,sha256,note\n" + row + "\n")
  }

  @Test func aRowIsAnAttestation() throws {
    let rows = try read("8.01,4,Survey 12,Jo Roe,2026-01-15,2026-12-31,Voice,ab12,seen")
    #expect(rows.rejects.isEmpty)
    #expect(
      rows.records == [
        EvidenceRecord(
          standard: "8.01", level: 4, reference: "Survey 12", attestedBy: "Jo Roe",
          from: .day("2026-01-15"), until: .day("2026-12-31"), scope: "Voice", sha256: "ab12",
          note: "seen")
      ])
    let short = try #require(try read("8.05,1,r,me,2026-01-15,,,,").records.first)
    #expect(short.scope == "*" && short.until == nil && short.sha256 == nil && short.note == nil)
  }

  @Test(arguments: [
    (
      "8.07,4,r,me,2026-01-01,,,,",
      "2:1: standard: \"8.07\" is unknown; known are 1.01 to 8.06"
    ),
    ("8.01,0,r,me,2026-01-01,,,,", "2:6: level: \"0\" is not between 1 and 4"),
    ("8.01,5,r,me,2026-01-01,,,,", "2:6: level: \"5\" is not between 1 and 4"),
    ("8.01,3.5,r,me,2026-01-01,,,,", "2:6: level: \"3.5\" is not a whole number"),
    ("8.01,4,,me,2026-01-01,,,,", "2:8: reference is absent"),
    ("8.01,4,r,,2026-01-01,,,,", "2:10: attested_by is absent"),
    ("8.01,4,r,me,,,,,", "2:13: from is absent"),
    (
      "8.01,4,r,me,2026-01-02,2026-01-01,,,", "2:24: until 2026-01-01 lies before from 2026-01-02"
    ),
  ])
  func whatCannotBeReadIsRejected(_ row: String, _ reason: String) throws {
    let rows = try read(row)
    #expect(rows.records.isEmpty && rows.rejects == [reason])
  }

  /// From, until and the last day in force.
  @Test(arguments: [
    ("2026-01-15", "2026-01-15", "2026-01-15"), ("2026-01-15", nil, "2028-01-14"),
    ("2026-01-01", nil, "2027-12-31"), ("2024-02-29", nil, "2026-02-28"),
    ("2024-12-31", nil, "2026-12-30"),
  ])
  func withoutAnEndItIsInForceForTwentyFourMonths(
    _ from: String, _ until: String?, _ last: String
  ) {
    let record = EvidenceRecord(
      standard: "8.01", level: 4, reference: "r", attestedBy: "me", from: .day(from),
      until: until.map(CivilDate.day))
    #expect(record.lastDay == .day(last))
    #expect(!record.isInForce(on: .day(from) - 1) && record.isInForce(on: .day(from)))
    #expect(record.isInForce(on: .day(last)) && !record.isInForce(on: .day(last) + 1))
  }
}
