import TestSupport
import Testing

/// What is wrong with files of ratings, as the program tells it, and ratings of several days.
@Suite struct RatingErrorTests {
  private func run(_ text: String, _ options: [String] = []) throws -> ToolRun {
    let scratch = try ScratchFolder()
    try scratch.write("r.csv", text)
    return try ToolRun(["assess", "r.csv"] + options, in: scratch.path)
  }

  private static let header = "instrument,item,rating,evidence,note\n"

  @Test(
    arguments: [
      ("cmos,1.01,3,,", "2:1: unknown instrument \"cmos\"; did you mean \"cmo\"?"),
      ("cmo,7.1,3,,", "2:5: unknown item \"7.1\" of cmo; did you mean \"7.01\"?"),
      (
        "cmo,5.1,3,,",
        "2:5: unknown item \"5.1\" of cmo; did you mean \"5.10\" (a spreadsheet may have dropped "
          + "the last zero) or \"5.01\"?"
      ),
      ("cmo,3.02,5,,", "2:10: rating \"5\" of cmo 3.02 is outside 0–4"),
      (
        "cx_maturity,event_management,high,,",
        "2:30: rating \"high\" of cx_maturity event_management is not a whole number 1–5"
      ),
      (
        "cmo,5.06,3,,\ncmo,5.06,3,,", "3:5: cmo 5.06 was already rated in r.csv:2"
      ),
      (
        "sqm_practice,email.employees,90,,\nsqm_practice,email.surveys,120,,",
        "3:28: email.surveys 120 exceeds email.employees 90"
      ),
      (
        "sqm_practice,email,90,,",
        "2:14: unknown item \"email\" of sqm_practice; did you mean \"email.onsite_score\"?"
      ),
      (
        "icmi_concepts,skill_2_communication,1,,",
        "2:15: unknown item \"skill_2_communication\" of icmi_concepts; did you mean "
          + "\"courteous\"?"
      ),
    ])
  func everyErrorHasItsLine(_ rows: String, _ line: String) throws {
    let run = try run(Self.header + rows + "\n")
    #expect(run.status == 65 && run.output == "")
    #expect(run.errors == "r.csv:\(line)\n")
  }

  @Test func aMissingColumnIsNamed() throws {
    let run = try run("instrument,item,score\ncmo,1.01,3\n")
    #expect(run.status == 65)
    #expect(
      run.errors == "r.csv:1:1: no column \"rating\"; found: instrument, item, score\n")
  }

  @Test func tenOfAKindAreToldAndTheRestCounted() throws {
    let rows = (1...14).map { "cmo,9.\($0),3,,\n" }.joined() + "cmo,1.01,7,,\n"
    let run = try run(Self.header + rows)
    #expect(run.status == 65)
    #expect(run.errorLines.count == 12)
    #expect(run.errorLines.last == "slcheck: and 4 more: unknown item")
  }
}

// MARK: - Several days

extension RatingErrorTests {
  private static let dated = "instrument,item,rating,rated_on\n"

  @Test func theLastDayIsAssessedAndTheOthersAreTold() throws {
    let run = try run(
      Self.dated
        + """
        cmo,1.01,1,2025-10-31
        cmo,1.02,2,2025-10-31
        cmo,1.01,3,2026-10-31
        icmi_concepts,prompt,1,
        cx_maturity,routing_tool,4,2026-03-01

        """, ["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let json = try JSONTree(run.outputBytes)
    let cmo = try #require(json["assessments"]?.elements.first)
    #expect(cmo["rated"]?.integer == 1)
    let input = json["inputs"]?.elements.first
    #expect(input?["first"]?.text == "2025-10-31" && input?["last"]?.text == "2026-10-31")
    #expect(run.output.contains("2025-10-31"))
  }

  @Test func aDayOnceIsADuplicate() throws {
    let run = try run(Self.dated + "cmo,1.01,1,2026-10-31\ncmo,1.01,1,2026-10-31\n")
    #expect(run.status == 65)
    #expect(run.errors == "r.csv:3:5: cmo 1.01 was already rated in r.csv:2\n")
  }

  @Test func someWithADayAndSomeWithoutAreRefused() throws {
    let run = try run(Self.dated + "cmo,1.01,1,2026-10-31\ncmo,1.02,1,\ncmo,1.03,,\n")
    #expect(run.status == 65)
    #expect(
      run.errors == "r.csv:3:12: this rating by cmo has no rated_on, and the one in r.csv:2 is of "
        + "2026-10-31; date all ratings by cmo, or none\n")
  }

  @Test func datesAreReadInTheOrderOfTheirFile() throws {
    let rows = "cmo,1.01,1,28.02.2025\ncmo,1.01,3,01.03.2026\n"
    let run = try run(Self.dated + rows)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("on 2026-03-01"))
    let open = Self.dated + "cmo,1.01,1,01.02.2025\n"
    #expect(try self.run(open).status == 65)
    let told = try self.run(open, ["--date-order", "dmy"])
    #expect(told.status == 0 && told.output.contains("on 2025-02-01"))
  }

  @Test func whatIsNoDayIsRefused() throws {
    let run = try run(Self.dated + "cmo,1.01,1,last fall\n")
    #expect(run.status == 65)
    #expect(
      run.errors == "r.csv:2:12: rated_on \"last fall\" of cmo 1.01 is not a date (YYYY-MM-DD)\n")
  }
}
