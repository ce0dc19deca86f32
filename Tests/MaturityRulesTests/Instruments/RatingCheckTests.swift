import Basics
import DelimitedText
import Testing

@testable import MaturityRules

@Suite struct RatingCheckTests {
  private func lines(_ rows: [(String, String, String)]) -> [String] {
    RatingProblem.lines(Answers.checked(rows).problems)
  }

  /// A row and what is wrong with it.
  struct WrongRow: Sendable {
    let fields: (String, String, String)
    /// The line of the error, from its column on.
    let line: String

    init(_ instrument: String, _ item: String, _ rating: String, _ line: String) {
      (fields, self.line) = ((instrument, item, rating), line)
    }
  }

  private static let wrongRows: [WrongRow] = [
    WrongRow("cmos", "1.01", "3", "1: unknown instrument \"cmos\"; did you mean \"cmo\"?"),
    WrongRow("cmo", "7.1", "3", "5: unknown item \"7.1\" of cmo; did you mean \"7.01\"?"),
    WrongRow(
      "cmo", "5.1", "3",
      "5: unknown item \"5.1\" of cmo; did you mean \"5.10\" (a spreadsheet may have "
        + "dropped the last zero) or \"5.01\"?"),
    WrongRow(
      "sqm_practice", "email", "80",
      "14: unknown item \"email\" of sqm_practice; did you mean "
        + "\"email.onsite_score\"?"),
    WrongRow("cmo", "3.02", "5", "10: rating \"5\" of cmo 3.02 is outside 0–4"),
    WrongRow("CMO", " 3.02", "-1", "11: rating \"-1\" of cmo 3.02 is outside 0–4"),
    WrongRow(
      "icmi_concepts", "prompt", "99999999999999999999",
      "22: rating \"99999999999999999999\" of icmi_concepts prompt is outside 0–2"),
    WrongRow(
      "cx_maturity", "event_management", "high",
      "30: rating \"high\" of cx_maturity event_management is not a whole number 1–5"),
    WrongRow("cmo", "1.01", "3.5", "10: rating \"3.5\" of cmo 1.01 is not a whole number 0–4"),
    WrongRow("cmo", "1.01", "-0.5", "10: rating \"-0.5\" of cmo 1.01 is not a whole number 0–4"),
    WrongRow(
      "sqm_practice", "email.onsite_score", "100.01",
      "33: rating \"100.01\" of sqm_practice email.onsite_score is outside 0–100"),
    WrongRow(
      "sqm_practice", "email.onsite_score", "82.555",
      "33: rating \"82.555\" of sqm_practice email.onsite_score is not a percentage "
        + "0–100 with at most 2 decimals"),
    WrongRow(
      "sqm_practice", "email.employees", "0",
      "30: rating \"0\" of sqm_practice email.employees is below 1"),
    WrongRow(
      "sqm_practice", "email.surveys", "some",
      "28: rating \"some\" of sqm_practice email.surveys is not a whole number of 0 "
        + "or more"),
    WrongRow(
      "sqm_practice", "email.cx_impact", "maybe",
      "30: rating \"maybe\" of sqm_practice email.cx_impact is not yes or no"),
    WrongRow(
      "sqm_practice", "email.certified_on", "3/2/2026",
      "33: rating \"3/2/2026\" of sqm_practice email.certified_on can be read in two orders, and "
        + "no date in the file tells which; say which with --date-order dmy or mdy"),
    WrongRow(
      "sqm_practice", "email.certified_on", "31/2/2026",
      "33: rating \"31/2/2026\" of sqm_practice email.certified_on is not a date (YYYY-MM-DD)"),
  ]

  @Test(arguments: wrongRows)
  func whatIsWrongIsSaidWithItsPlace(_ row: WrongRow) {
    #expect(lines([row.fields]) == ["ratings.csv:2:" + row.line])
  }

  private static let answers: [(String, String, String, RatingValue)] = [
    ("cmo", "1.01", "4.0", RatingValue.level(4)), ("cmo", "1.01", " 0 ", .level(0)),
    ("Cmo", "1.01", "+3", .level(3)),
    ("sqm_practice", "email.onsite_score", "82.5%", .percent(FixedPoint("82.5")!)),
    ("sqm_practice", "email.onsite_score", "79.99 %", .percent(FixedPoint("79.99")!)),
    ("sqm_practice", "email.onsite_score", "80.00", .percent(FixedPoint(80))),
    ("sqm_practice", "email.cx_impact", "Y", .truth(true)),
    ("sqm_practice", "email.cx_impact", "False", .truth(false)),
    ("sqm_practice", "email.surveys", "0", .count(0)),
    ("sqm_practice", "email.certified_on", "2026-02-28", .day(CivilDate("2026-02-28")!)),
    ("sqm_practice", "email.certified_on", "28.02.2026", .day(CivilDate("2026-02-28")!)),
    ("sqm_practice", "email.certified_on", "2026/02/28", .day(CivilDate("2026-02-28")!)),
  ]

  @Test(arguments: answers)
  func answersAreReadAsInOtherFiles(
    _ instrument: String, _ item: String, _ text: String, _ value: RatingValue
  ) {
    let check = Answers.checked([(instrument, item, text)])
    #expect(check.ratings.map(\.value) == [value])
    #expect(check.problems.isEmpty)
  }

  @Test(
    arguments: [
      ("03/04/2026", .dayMonthYear, "2026-04-03"), ("03/04/2026", .monthDayYear, "2026-03-04"),
      ("3.4.26", .dayMonthYear, "2026-04-03"), ("2026-04-03", .monthDayYear, "2026-04-03"),
      ("2026/04/03", .dayMonthYear, "2026-04-03"), ("28/02/2026", nil, "2026-02-28"),
      ("04/04/2026", nil, "2026-04-04"), ("28/02/2026", .monthDayYear, nil),
      ("03/04/2026", nil, nil), ("03/04/2026", .yearMonthDay, nil),
    ] as [(String, DateOrder?, String?)])
  func daysAreReadInTheOrderThatIsKnown(_ text: String, _ order: DateOrder?, _ day: String?) {
    let place = RatingPlace(file: "ratings.csv", line: 2, column: 1)
    var row = RatingRow(
      instrument: RatingCell("sqm_practice", at: place),
      item: RatingCell("email.certified_on", at: place), rating: RatingCell(text, at: place))
    row.dateOrder = order
    var check = RatingCheck()
    check.take(row)
    let days = check.ratings.map(\.value)
    #expect(days == (day.map { [.day(CivilDate($0)!)] } ?? []))
    #expect(check.problems.isEmpty == (day != nil))
  }

  @Test(arguments: ["", " ", "-", "--", "N/A", "null", "NaN", "unknown"])
  func anAbsentRatingIsTheSameAsNoRow(_ text: String) {
    let check = Answers.checked([
      ("cmo", "1.01", text), ("cmo", "1.01", "2"), ("cmo", "1.01", text), ("cmos", "x", text),
    ])
    #expect(check.ratings.map(\.value) == [.level(2)])
    #expect(check.problems.isEmpty)
  }

  @Test func anItemIsRatedOnceInAllFiles() {
    var check = RatingCheck()
    Answers.take([("cmo", "5.06", "3")], by: &check)
    Answers.take(
      [("cmo", "5.06", "3"), ("CMO", "5.07", "x"), ("cmo", "5.07", "2")], file: "b.csv", by: &check)
    check.finish()
    #expect(
      RatingProblem.lines(check.problems) == [
        "b.csv:2:5: cmo 5.06 was already rated in ratings.csv:2",
        "b.csv:3:10: rating \"x\" of cmo 5.07 is not a whole number 0–4",
        "b.csv:4:5: cmo 5.07 was already rated in b.csv:3",
      ])
  }

  @Test func moreSurveysThanEmployeesAreFoundInAnyOrder() {
    let rows = [
      ("sqm_practice", "email.surveys", "120"), ("sqm_practice", "email.employees", "90"),
      ("sqm_practice", "call_handling.employees", "90"),
      ("sqm_practice", "call_handling.surveys", "90"), ("sqm_practice", "routing", "1"),
    ]
    #expect(
      lines(rows) == [
        "ratings.csv:6:14: unknown item \"routing\" of sqm_practice; did you mean "
          + "\"\(SQMPractice.instrument.suggestion(for: "routing").nearest)\"?",
        "ratings.csv:2:28: email.surveys 120 exceeds email.employees 90",
      ])
  }

  @Test func theFirstTenOfAKindAreNamedAndTheRestCounted() {
    let rows = (0..<13).map { ("cmo", "x\($0)", "1") } + [("cmo", "1.01", "9")]
    let lines = lines(rows)
    #expect(lines.count == 12)
    #expect(lines[9].hasPrefix("ratings.csv:11:5: unknown item \"x9\""))
    #expect(lines[10] == "ratings.csv:15:10: rating \"9\" of cmo 1.01 is outside 0–4")
    #expect(lines[11] == "slcheck: and 3 more: unknown item")
  }

  /// What was meant is looked for among all names; doing so for every row took most of the time.
  @Test func manyWrongRowsAreQuick() {
    let text = String(repeating: "unknown", count: 9)
    let rows = (0..<20_000).map { ("sqm_practice", "\(text)\($0)", "1") }
    let clock = ContinuousClock()
    let time = clock.measure { #expect(lines(rows).count == 11) }
    #expect(time < .seconds(20))
  }

  @Test func glossaryTermsAndThemesAreNoItems() {
    for (instrument, item) in [
      ("icmi_concepts", "contact_center"), ("icmi_concepts", "skill_2_communication"),
      ("contactscope", "strategy"),
    ] {
      #expect(lines([(instrument, item, "1")])[0].contains("unknown item \"\(item)\""))
    }
  }
}

@Suite struct RatingTemplateTests {
  @Test(arguments: zip(Instrument.all, [45, 20, 20, 85, 10]))
  func aTemplateHasARowForEachNeededItem(_ instrument: Instrument, _ rows: Int) {
    let text = String(decoding: Instrument.template(of: instrument), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "instrument,item,rating,evidence,note")
    #expect(lines.last == "")
    #expect(lines.count == rows + 2)
    #expect(lines.dropFirst().dropLast().allSatisfy { $0.hasPrefix(instrument.id + ",") })
  }

  @Test func titlesAreQuotedWhereTheyNeedIt() {
    func text(_ instrument: Instrument) -> String {
      String(decoding: Instrument.template(of: instrument), as: UTF8.self)
    }
    #expect(text(CMOStandards.instrument).contains("\ncmo,1.01,,,Strategic Alignment\n"))
    #expect(
      text(CXMaturity.instrument).contains(
        "\ncx_maturity,contact_metrics,,,\"Contact Metrics (Contact Volume, Average Handle Time, "
          + "First Contact Resolution)\"\n"))
  }
}
