import Basics
import TestSupport
import Testing

/// Evaluations and surveys, from files to levels.
@Suite struct ScoreTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    var evaluations = "evaluated_at,site,agent,contact_id,score,auto_fail\n"
    var surveys = "responded_at,site,contact_id,score\n"
    for index in 0..<12 {
      let month = CivilMonth("2025-01")! + index
      // Austin misses three months, Dallas none; in Dallas customers are less content.
      let score = index < 3 ? 70 : 90
      evaluations += "\(month)-10,Austin,a1,A\(index),\(score),no\n"
      evaluations += "\(month)-11,Austin,a2,B\(index),\(score),no\n"
      evaluations += "\(month)-10,Dallas,d1,D\(index),88.5,no\n"
      surveys += "\(month)-10T10:00:00,Austin,A\(index),5\n"
      surveys += "\(month)-12T10:00:00,Austin,B\(index),\n"
      surveys += "\(month)-28T10:00:00,Dallas,D\(index),\(index < 6 ? 4 : 2)\n"
    }
    try scratch.write("evaluations.csv", evaluations)
    try scratch.write("surveys.csv", surveys)
    try scratch.write(
      "slcheck.json",
      """
      { asOf: "2025-12-31", quality: { minimumSample: 2, objectives: [ { score: 85 } ] },
        satisfaction: { measure: "top-2-box", objectives: [ { site: "*", target: 80 } ] } }
      """)
  }

  private func standard(_ json: JSONTree, _ id: String) throws -> JSONTree {
    try #require(json["standards"]?.elements.first { $0["id"]?.text == id })
  }

  @Test func bothKindsAreReadJudgedAndAccountedFor() throws {
    let run = try CheckedRun(["evaluations.csv", "surveys.csv"], in: scratch.path)
    #expect(run.json.at("inputs.0.kind")?.text == "evaluations")
    #expect(run.json.at("inputs.1.kind")?.text == "surveys")
    #expect(run.json.at("inputs.0.rows.accepted")?.integer == 36)
    #expect(run.json.at("inputs.1.first")?.text == "2025-01-10T10:00")
    #expect(run.json.at("inputs.1.last")?.text == "2025-12-28T10:00")

    let quality = try #require(run.json["quality"]?.elements)
    #expect(quality.map { $0["scope"]?.text } == ["Austin", "Dallas"])
    let january = try #require(quality[0].at("months.0"))
    #expect(january.at("score.numerator")?.integer == 140)
    #expect(january.at("score.denominator")?.integer == 200)
    #expect(january.at("score.percent")?.text == "70.00")
    #expect(january["met"] == .bool(false) && january["state"]?.text == "missed")
    #expect(january["objective"]?.text == "85" && january["smallSample"] == .bool(false))
    #expect(january["margin"]?.text == "0.00" && january["standardDeviation"]?.text == "0.00")
    #expect(quality[1].at("months.0.smallSample") == .bool(true))
    #expect(quality[1].at("months.0.margin") == .null)
    #expect(quality[0]["months"]?.elements.count == 12)

    let satisfaction = try #require(run.json["satisfaction"]?.elements)
    #expect(satisfaction[0].at("months.0.invited")?.integer == 2)
    #expect(satisfaction[0].at("months.0.responseRate.percent")?.text == "50.00")
    #expect(satisfaction[1].at("months.0.invited") == .null)
    #expect(satisfaction[0].at("months.0.low")?.text == "20.65")
    #expect(satisfaction[0]["nonResponseCorrected"] == .bool(false))
    #expect(satisfaction[0]["scales"]?.elements.map(\.text) == ["1 to 5"])

    let second = try standard(run.json, "8.02")
    #expect(second["level"]?.integer == 2)
    #expect(second["scopes"]?.elements.map { $0["level"]?.integer } == [2, 3])
    let third = try standard(run.json, "8.03")
    #expect(third["level"]?.integer == 1)
    #expect(third.at("scopes.1.criteria.0.met")?.integer == 6)
    #expect(third.at("scopes.1.criteria.0.ownRule")?.text == "judged site by site")
    #expect(third.at("scopes.1.rollOffs")?.elements.map { $0["level"]?.integer } == [1, 2, 3])
  }

  @Test func theTextSaysWhatIsNotCorrectedAndWhatIsLacking() throws {
    let run = try ToolRun(["evaluations.csv", "surveys.csv"], in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    for sentence in [
      "Quality scores, Austin: objective 85", "points given out of points possible",
      "Customer satisfaction, Dallas: objective 80", "non-response is not corrected",
      "8.02 Quality scores: level 2 (some progress)",
      "9 of 12 months met, needs 12: 3 short",
      "next month 2025-01 leaves the 12, which was missed: level 1 then holds whatever 2026-01 is; "
        + "level 2 then holds whatever 2026-01 is; level 3 is then out of reach",
      "8.04 Cost per contact: not assessed",
    ] { #expect(run.output.contains(sentence), "\(sentence)") }
    // Who the contact was is not printed.
    #expect(!run.output.contains("A0") && !run.output.contains("D11"))
  }

  @Test func requirementsOfTheseStandardsDecideTheStatus() throws {
    for (requirement, status) in [("8.02=2", 0), ("8.02=3", 1), ("8.03=1", 0), ("8.03=2", 1)] {
      let run = try ToolRun(
        ["evaluations.csv", "surveys.csv", "--require", requirement], in: scratch.path)
      #expect(run.status == Int32(status), "\(requirement)")
    }
  }

  @Test func withoutAGivenAsOfTheLastDayOfTheseRecordsIsIt() throws {
    try scratch.write("slcheck.json", "{}")
    let run = try CheckedRun(["evaluations.csv", "surveys.csv"], in: scratch.path)
    // Without records of contacts every weekday is open, and December is not over.
    #expect(run.json["asOf"]?.text == "2025-12-28")
    let second = try standard(run.json, "8.02")
    #expect(second["level"]?.integer == 0 && second["possible"]?.integer == 4)
    #expect(
      second.at("scopes.0.criteria.0.remarks")?.elements.first?.text == "no objective given")
    #expect(run.json.at("quality.0.months.11.complete") == .bool(false))
    #expect(run.json.at("quality.0.months.0.met") == .null)
  }

  @Test func rejectsRepeatsAndTotalsAreAccountedFor() throws {
    try scratch.write(
      "more.csv",
      """
      evaluated_at,site,agent,contact_id,score,auto_fail
      2025-01-10,Austin,a1,A0,70,no
      2025-03-01,Austin,a1,,101,no
      Total,,,,80,
      evaluated_at,site,agent,contact_id,score,auto_fail

      2025-03-01,Austin,a1,,100,no
      2026-01-01,Austin,a1,A0,12,no

      """)
    let run = try CheckedRun(
      ["evaluations.csv", "more.csv", "--max-rejects", "1"], in: scratch.path)
    let rows = try #require(run.json.at("inputs.1.rows"))
    let counts = ["read", "accepted", "rejected", "repeated", "ignored"].map { rows[$0]?.integer }
    // What lies after as-of is accepted, and no conflict with what lies before.
    #expect(counts == [7, 2, 1, 1, 3])
    #expect(run.json["afterAsOf"]?.integer == 1)
    #expect(run.run.errors.contains("more.csv:3:23: score: \"101\" is not between 0 and 100"))
  }

  @Test func twoValuesForOneContactAreAConflict() throws {
    try scratch.write(
      "more.csv", "evaluated_at,site,agent,contact_id,score\n2025-01-10,Austin,a1,A0,71\n")
    let run = try ToolRun(["evaluations.csv", "more.csv"], in: scratch.path)
    #expect(run.status == 65 && run.output == "")
    #expect(
      run.errorLines.first
        == "more.csv:2:1: the evaluation about this contact has other values than in "
        + "evaluations.csv:2")
    #expect(run.errors.contains("--on-conflict"))
    let last = try CheckedRun(
      ["evaluations.csv", "more.csv", "--on-conflict", "last"], in: scratch.path)
    #expect(last.json.at("quality.0.months.0.score.numerator")?.integer == 141)
    #expect(last.json.at("inputs.0.rows.ignored")?.integer == 1)
    #expect(last.json.at("inputs.1.rows.accepted")?.integer == 1)
  }

  /// Two of three points and answers: 66.666… is judged as 66.66, and else told as 66.67.
  @Test(arguments: [(", objectives: [{ KEY: 60 }]", "66.66"), ("", "66.67")])
  func onlyWhatIsJudgedIsShortenedAwayFromAPass(_ objectives: String, _ score: String) throws {
    let months = (0..<12).map { CivilMonth("2025-01")! + $0 }
    try scratch.write(
      "points.csv",
      "evaluated_at,points,max_points\n" + months.map { "\($0)-10,2,3\n" }.joined())
    try scratch.write(
      "nps.csv",
      "responded_at,measure,score\n"
        + months.flatMap { month in [10, 9, 8].map { "\(month)-1\($0 % 8),nps,\($0)\n" } }
        .joined())
    try scratch.write(
      "slcheck.json",
      "{ asOf: '2025-12-31', quality: { minimumSample: 2\(objectives.replacing("KEY", with: "score")) },"
        + " satisfaction: { measure: 'nps'\(objectives.replacing("KEY", with: "target")) } }")
    let files = ["points.csv", "nps.csv"]
    let json = try CheckedRun(files, in: scratch.path).json
    #expect(json.at("quality.0.months.0.score.percent")?.text == score)
    #expect(json.at("satisfaction.0.months.0.value.percent")?.text == score)
    let lines = try ToolRun(files, in: scratch.path).output.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("  2025-") && $0.contains(" \(score) ") } == 24)
    for standard in ["8.02", "8.03"] {
      let run = try ToolRun(
        ["explain", "\(standard).1", "--format", "json"] + files, in: scratch.path)
      let figures = try #require(
        try JSONTree(run.outputBytes).at("scopes.0.criteria.0.figures")
      ).elements
      #expect(figures.map { $0["value"]?.text } == Array(repeating: score, count: 12))
    }
  }

  /// Surveys that ask another question than the one configured are not passed over in silence,
  /// and no service's assumed objective is spoken of where none judges.
  @Test func surveysOfAnotherQuestionAreSaidNotToMeasure() throws {
    try scratch.write("nps.csv", "responded_at,measure,score\n2025-05-05,nps,9\n")
    let output = try ToolRun(["nps.csv"], in: scratch.path).output
    #expect(output.contains("Customer satisfaction: not measured"))
    #expect(output.contains("(measure top-2-box)"))
    let explained = try ToolRun(["explain", "8.03.1", "nps.csv"], in: scratch.path)
    #expect(explained.status == 0, "\(explained.errors)")
    #expect(!explained.output.contains("No objective was configured"))
  }

  /// A mapped column that a file lacks is named, and the file is read without it.
  @Test(arguments: [
    ("evaluations", "evaluated_at,Location,score\n2025-05-05,Austin,90\n"),
    ("surveys", "responded_at,Location,score\n2025-05-05,Austin,4\n"),
    ("costs", "month,Location,category,amount\n2025-05,Austin,people,4\n"),
    ("quality costs", "quarter,Location,category,amount\n2025-Q2,Austin,prevention,4\n"),
    ("exclusions", "start,end,Location,reason,approver\n2025-05-05,2025-05-06,Austin,storm,me\n"),
  ])
  func aColumnThatIsLackingIsNamed(_ kind: String, _ rows: String) throws {
    try scratch.write("slcheck.json", "{ asOf: '2025-12-31', columns: { site: 'Locaton' } }")
    try scratch.write("lacking.csv", rows)
    try scratch.write("whole.csv", "evaluated_at,Locaton,score\n2025-05-05,Austin,90\n")
    let files = ["whole.csv", "lacking.csv"]
    let note =
      "no column \"Locaton\", which is mapped to site: the \(kind) are read without it; did you mean "
      + "\"Location\"?"
    let inputs = try #require(try CheckedRun(files, in: scratch.path).json["inputs"]).elements
    #expect(
      inputs.map { $0["notes"]?.elements.compactMap(\.text) ?? [] } == [[], [note]])
    #expect(try ToolRun(files, in: scratch.path).output.contains("lacking.csv: \(note)\n"))
  }

  @Test func mixedScalesUnderOneObjectiveAreRefused() throws {
    try scratch.write(
      "ten.csv", "responded_at,site,score,scale_max\n2025-05-05,Austin,9,10\n")
    let run = try ToolRun(["surveys.csv", "ten.csv"], in: scratch.path)
    #expect(run.status == 65 && run.output == "")
    #expect(run.errors.contains("the scales 1 to 5 and 1 to 10 fall under one objective, 80"))
  }

  @Test func satisfactionStandsBesideTheCostPerContact() throws {
    var (costs, contacts, surveys) =
      ("month,category,amount\n", Export.header + "\n", "responded_at,score\n")
    for index in 0..<12 {
      let month = CivilMonth("2025-01")! + index
      // Satisfaction falls by so much as the cost rises, month by month.
      let change = [0, 7, 2, 9, 1, 8, 3, 10, 4, 6, 5, 0][index]
      costs += "\(month),people,\(900 + change * 90)\n"
      contacts += Export.row("\(month)-05 09:00", offered: 91, within: 80) + "\n"
      for answer in 0..<10 { surveys += "\(month)-10,\(answer < change ? 3 : 5)\n" }
    }
    try scratch.write("costs.csv", costs)
    try scratch.write("contacts.csv", contacts)
    try scratch.write("csat.csv", surveys)
    let run = try CheckedRun(["costs.csv", "contacts.csv", "csat.csv"], in: scratch.path)
    let found = try #require(run.json["associations"]?.elements)
    #expect(found.count == 1)
    #expect(found[0]["pair"]?.elements.map(\.text) == ["satisfaction", "costPerContact"])
    #expect(found[0]["rho"]?.text == "-1.0000" && found[0]["n"]?.integer == 11)
    #expect(found[0]["p"]?.text == "0.0001" && found[0]["pAdjusted"]?.text == "0.0001")
    let text = try ToolRun(["costs.csv", "contacts.csv", "csat.csv"], in: scratch.path).output
    #expect(text.contains("association, not effect"))
    #expect(text.contains("cost per contact: rho -1.00, 11 changes"))
  }

  @Test func recordsCountOnTheDayOfTheConfiguredZone() throws {
    try scratch.write("slcheck.json", "{ timeZone: \"America/Chicago\" }")
    try scratch.write(
      "zoned.csv",
      "evaluated_at,score\n2026-04-01T04:59:59Z,10\n2026-04-01T05:00:00Z,20\n"
        + "2026-04-01T00:00:00+02:00,30\n2026-03-08 02:30,40\n")
    let run = try CheckedRun(["zoned.csv"], in: scratch.path)
    #expect(run.json.at("quality.0.months")?.elements.map { $0["n"]?.integer } == [3, 1])
    #expect(run.json.at("quality.0.months.0.score.numerator")?.integer == 80)
    #expect(run.json.at("inputs.0.first")?.text == "2026-03-08T03:30")
    #expect(run.json.at("inputs.0.last")?.text == "2026-04-01T00:00")
  }

  @Test(arguments: [(30, 16, true), (30, 15, false), (29, 29, false)])
  func fractionsAreNotTakenForPercentages(
    _ count: Int, _ fractions: Int, _ isRefused: Bool
  ) throws {
    // A score of nought says nothing; one of 1 may be all of it.
    let rows =
      (0..<count).map { "2025-05-05,\($0 < fractions ? ($0 == 0 ? "1" : "0.9") : "90")\n" }
    try scratch.write(
      "low.csv", "evaluated_at,score\n" + rows.joined() + "2025-05-05,0\n2025-05-05,0\n")
    let run = try ToolRun(["low.csv"], in: scratch.path)
    #expect(run.status == (isRefused ? 65 : 0), "\(run.errors)")
    guard isRefused else { return }
    #expect(
      run.errorLines.first
        == "low.csv: score is a fraction and no percentage in 16 of 30 scores above 0; check what is "
        + "mapped to score, or accept it with --accept-implausible score")
    let accepted = try CheckedRun(["low.csv", "--accept-implausible", "score"], in: scratch.path)
    #expect(accepted.json.at("implausible.0.column")?.text == "score")
    #expect(accepted.json.at("implausible.0.of")?.integer == 30)
  }

  @Test func aNameFromTheDataIsEscaped() throws {
    try scratch.write(
      "evil.csv", "evaluated_at,site,score\n2025-05-05,\u{1B}[31mred,90\n")
    let run = try ToolRun(["evil.csv"], in: scratch.path)
    #expect(run.status == 0 && !run.output.contains("\u{1B}"))
  }

  @Test func orderOfFilesAndRowsChangesNoFigure() throws {
    let rows = try scratch.text("evaluations.csv").split(separator: "\n")
    try scratch.write(
      "turned.csv", ([rows[0]] + rows[1...].reversed()).joined(separator: "\n") + "\n")
    let a = try CheckedRun(["evaluations.csv", "surveys.csv"], in: scratch.path).json
    let b = try CheckedRun(["surveys.csv", "turned.csv"], in: scratch.path).json
    for key in ["quality", "satisfaction", "standards", "associations"] {
      #expect(a[key] == b[key])
    }
  }
}
