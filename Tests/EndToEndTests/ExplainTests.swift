import Foundation
import TestSupport
import Testing

/// The command explain: rules in words, and their arithmetic over the sample.
@Suite struct ExplainTests {
  private static let files =
    ["--config", "SampleData/slcheck.json"] + SampleVerdictTests.names.map { "SampleData/" + $0 }

  private func json(_ address: String, _ more: [String] = files) throws -> JSONTree {
    let run = try ToolRun(
      ["explain", address] + more + ["--format", "json"], in: PackageFiles.root)
    #expect(run.status == 0, "\(run.errors)")
    let schema = try JSONTree(try ToolRun(["schema", "explain"]).outputBytes)
    let json = try JSONTree(run.outputBytes)
    #expect(JSONSchemaValidator(schema, isStrict: true).problems(in: json) == [])
    return json
  }

  @Test func withoutFilesItReadsNothingAndSaysTheRule() throws {
    let run = try ToolRun(["explain", "8.01"], input: .terminal)
    #expect(run.status == 0 && run.errors == "")
    for words in [
      "8.01.1 just started", "10 of the last 12 months attain the objective.",
      "80 % of the days in each of the past 9 months do.",
      "the 120 calendar days that end with as-of", "the source says so",
    ] {
      #expect(run.output.contains(words), "\(words)")
    }
    #expect(!run.output.contains("As of"))
  }

  /// The months of the sample's description, with their numerators and denominators.
  @Test func monthsHaveTheirNumbers() throws {
    let criterion = try #require(try json("8.01.1").at("scopes.0.criteria.0"))
    #expect(criterion["status"]?.text == "met")
    let months = try #require(criterion["opportunities"]).elements
    #expect(months.count == 12)
    let january = try #require(months.first { $0["label"]?.text == "2026-01" })
    #expect(january.at("worst.numerator")?.integer == 31_149)
    #expect(january.at("worst.denominator")?.integer == 46_828)
    #expect(january["state"]?.text == "missed")
    #expect(january["objectives"] == .array([.string("80")]))
    #expect(
      criterion["rollOff"]?.text
        == "next month 2025-11 leaves the 12, which was met: level 1 then holds whatever 2026-11 is"
    )
  }

  @Test func daysOfMonthsThatFailAreListed() throws {
    let scopes = try #require(try json("8.01.2")["scopes"]).elements
    #expect(scopes[0].at("criteria.0.opportunities") == .array([]))
    #expect(scopes[0].at("criteria.0.parts")?.elements.count == 9)
    let days = try #require(scopes[1].at("criteria.0.opportunities")).elements
    #expect(days.count == 26)
    #expect(days.allSatisfy { $0["label"]?.text?.hasPrefix("2026-05-") == true })
    #expect(days.count { $0["state"]?.text == "met" } == 19)
  }

  @Test func intervalsAreCountedDayByDay() throws {
    for (scope, met, undecided, all) in [(0, 1_764, 23, 2_312), (1, 1_467, 0, 1_734)] {
      let criterion = try #require(try json("8.01.3").at("scopes.\(scope).criteria.0"))
      let days = try #require(criterion["parts"]).elements
      func sum(_ key: String) -> Int { days.reduce(0) { $0 + ($1[key]?.integer ?? -99_999) } }
      #expect(sum("met") == met && sum("undecided") == undecided)
      #expect(sum("counted") + undecided == all)
      #expect(criterion.at("nearMisses")?.elements.isEmpty == false)
    }
  }

  /// A day of the hole, down to the lines of the file.
  @Test func recordsAreTheLinesOfTheFile() throws {
    let scope = try #require(try json("8.01.3/2026-09-15").at("scopes.0"))
    #expect(scope.at("place.whole.worst.numerator")?.integer == 870)
    #expect(scope.at("place.whole.worst.denominator")?.integer == 1_077)
    #expect(scope.at("place.whole.possibleVolume")?.integer == 1_492)
    #expect(scope.at("place.whole.state")?.text == "undecided")
    let lines = String(
      decoding: try PackageFiles.bytes("SampleData/intervals-2026.csv"), as: UTF8.self
    ).split(separator: "\n")
    let records = try #require(scope.at("place.parts")).elements.flatMap {
      $0["records"]?.elements ?? []
    }
    #expect(records.count == 48)
    for record in records {
      #expect(record.at("positions.0.path")?.text == "SampleData/intervals-2026.csv")
      let line = lines[try #require(record.at("positions.0.line")?.integer) - 1]
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      #expect(record["start"]?.text == cells[0] && record["queue"]?.text == cells[2])
      #expect(record.at("term.denominator")?.integer == Int(cells[4]))
      #expect(record.at("term.numerator")?.integer == Int(cells[7]))
    }
  }

  @Test func toolkitRuleIsCountedMonthByMonth() throws {
    let rule = try #require(try json("toolkit.service-level").at("scopes.0.criteria.0"))
    let parts = try #require(rule["parts"]).elements
    #expect(parts.count == 12)
    for (index, met) in [3_069, 3_147].enumerated() {
      let reading = parts.enumerated().filter { $0.offset % 2 == index }.map(\.element)
      #expect(reading.reduce(0) { $0 + ($1["met"]?.integer ?? 0) } == met)
      #expect(rule.at("counts.\(index).met")?.integer == met)
    }
  }

  @Test func standardsWithoutRecordsSaySo() throws {
    let run = try ToolRun(
      ["explain", "8.02", "--config", "SampleData/slcheck.json", "SampleData/intervals-2026.csv"],
      in: PackageFiles.root)
    #expect(run.status == 0)
    #expect(run.output.contains("Not assessed: no record that it is judged by."))
  }

  /// Three evaluations a month, two months of them under the objective.
  @Test func monthsOfScoresAndCostsHaveTheirNumbers() throws {
    let scratch = try ScratchFolder()
    var (evaluations, costs) = ("evaluated_at,points,max_points\n", "month,category,amount\n")
    for month in 1...12 {
      let name = "2026-" + (month < 10 ? "0" : "") + "\(month)"
      for day in ["05", "15", "25"] {
        evaluations += "\(name)-\(day),\(month < 3 ? 79 : 81),100\n"
      }
      costs += "\(name),people,\(month * 1000)\n"
    }
    try scratch.write("evaluations.csv", evaluations)
    try scratch.write("costs.csv", costs)
    try scratch.write(
      "slcheck.json", "{ asOf: '2026-12-31', quality: { objectives: [{ score: 80 }] } }")
    let files = [scratch.path("evaluations.csv"), scratch.path("costs.csv")]
    let json = try json("8.02", files + ["--config", scratch.path("slcheck.json")])
    let criteria = try #require(json.at("scopes.0.criteria")).elements
    #expect(criteria.map { $0["id"]?.text } == ["8.02.1", "8.02.2", "8.02.3", "8.02.4"])
    #expect(criteria.map { $0["figures"]?.elements.count } == [12, 0, 0, 0])
    let january = try #require(criteria[0].at("figures.0"))
    #expect(january["numerator"]?.text == "237" && january["denominator"]?.text == "300")
    #expect(january["value"]?.text == "79.00" && january["objective"]?.text == "80")
    #expect(january["state"]?.text == "missed")
    // The months stand with the criterion that was asked about.
    let third = try self.json("8.02.3", files + ["--config", scratch.path("slcheck.json")])
    #expect(third.at("scopes.0.criteria.0.figures")?.elements.count == 12)
    let cost = try self.json("8.04.1", files + ["--config", scratch.path("slcheck.json")])
    let march = try #require(cost.at("scopes.0.criteria.0.figures.2"))
    #expect(march["numerator"]?.text == "3000.0000" && march["value"] == .null)
    #expect(march["denominator"]?.text == "0" && march["state"]?.text == "undecided")
  }

  @Test func standardInputAndOptionsAreThoseOfTheReport() throws {
    let text = Export.file(Export.halfHours(from: "2026-03-02", days: 3))
    let run = try ToolRun(
      ["explain", "8.01/2026-03-03", "-", "--objective", "70/20", "--as-of", "2026-03-31"],
      input: .pipe(Array(text.utf8)))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("As of 2026-03-31"))
    #expect(run.output.contains("70 % within 20 s"))
    #expect(run.output.contains("Billing, voice, standard input:6"))
  }

  /// The clock of Chicago runs twice through the hour after one: each pass has its own line.
  @Test func eachPassOfARepeatedHourHasItsOwnRecord() throws {
    let scratch = try ScratchFolder()
    let starts = [
      "00:30-05:00", "01:00-05:00", "01:30-05:00", "01:00-06:00", "01:30-06:00", "02:00-06:00",
    ]
    let rows = starts.enumerated().map { index, start in
      Export.row("2026-11-01T\(start)", offered: 10 + index, within: 9)
    }
    try scratch.write("fall.csv", Export.file(rows))
    let json = try json(
      "8.01/2026-11-01", [scratch.path("fall.csv"), "--time-zone", "America/Chicago"])
    let parts = try #require(json.at("scopes.0.place.parts")).elements
      .filter { $0["records"]?.elements.isEmpty == false }
    #expect(
      parts.map { $0["label"]?.text } == [
        "2026-11-01T00:30", "2026-11-01T01:00", "2026-11-01T01:30", "2026-11-01T01:00",
        "2026-11-01T01:30", "2026-11-01T02:00",
      ])
    for (index, part) in parts.enumerated() {
      let records = try #require(part["records"]).elements
      #expect(records.map { $0.at("positions.0.line")?.integer } == [index + 2])
      #expect(records.map { $0.at("term.denominator")?.integer } == [10 + index])
      #expect(part.at("worst.denominator")?.integer == 10 + index)
    }
  }

  /// One service began long before the months that the other one is judged by.
  @Test(arguments: ["2024-10", "2024-10-08"])
  func aPlaceOfWhichNothingIsJudgedIsNamedAsItWasTyped(_ place: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      "data.csv",
      Export.file(
        Export.halfHours(from: "2024-10-07", days: 3)
          + Export.halfHours(from: "2026-03-02", days: 3, queue: "Support")))
    let objective = "objectives: [{ percent: 80, seconds: 20 }]"
    try scratch.write(
      "slcheck.json",
      "{ services: [{ name: 'Old', match: { queue: 'Billing' }, \(objective) }, "
        + "{ name: 'New', match: { queue: 'Support' }, \(objective) }] }")
    let run = try ToolRun(["explain", "8.01/\(place)", "data.csv"], in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    let (old, new) = (run.output.range(of: "\nOld: "), run.output.range(of: "\nNew: "))
    let judged = run.output[try #require(old).upperBound..<(try #require(new).lowerBound)]
    #expect(judged.contains("\n  \(place)  ") && !judged.contains("nothing is judged"))
    #expect(run.output.hasSuffix("\n  nothing is judged of \(place)\n"), "\(run.output)")
  }

  /// A contact still open on the last day, asked about a day before it.
  @Test(arguments: [("2026-05-05", 3), ("2026-05-06", 1), ("2026-05-07", 0)])
  func daysBeforeOpenContactsAreExplained(_ day: String, _ offered: Int) throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      "c.json",
      "{ services: [{ name: 'Mail', kind: 'response-time', finestGrain: 'interval', "
        + "objectives: [{ percent: 80, seconds: 82800 }] }] }")
    let received = ["2026-05-05", "2026-05-05", "2026-05-05", "2026-05-06"]
    try scratch.write(
      "c.csv",
      "started_at,outcome,answered_at\n"
        + received.map { "\($0) 09:00,answered,\($0) 10:00\n" }.joined()
        + "2026-05-07 23:00,,\n")
    let json = try json(
      "8.01.3/\(day)", [scratch.path("c.csv"), "--config", scratch.path("c.json")])
    let whole = try #require(json.at("scopes.0.place.whole"))
    #expect(whole.at("best.denominator")?.integer == offered)
    // What is open still may be answered in time, and so counts for neither yet.
    let isOpen = day == "2026-05-07"
    #expect(whole["possibleVolume"]?.integer == (isOpen ? 1 : 0))
    #expect(whole["state"]?.text == (isOpen ? "undecided" : "met"))
  }

  @Test func resultGoesToAFile() throws {
    let scratch = try ScratchFolder()
    let run = try ToolRun(["explain", "8.01.2", "-o", "rule.txt"], in: scratch.path)
    #expect(run.status == 0 && run.output == "")
    let printed = try ToolRun(["explain", "8.01.2"])
    #expect(try scratch.bytes("rule.txt") == printed.outputBytes)
  }

  @Test(arguments: [
    (
      ["explain"],
      "explain needs a rule, an item of a self-assessment, or the address of a figure; known rules: "
        + "8.01, 8.01.1"
    ),
    (["explain", "8.1"], "explain: unknown rule or item \"8.1\"; did you mean \"8.01\"?"),
    (["explain", "toolkit.level"], "explain: unknown rule or item \"toolkit.level\""),
    (["explain", "8.01/now"], "explain: expected a month or a day behind the slash"),
    (["explain", "8.01/2026-10"], "explain: 8.01/2026-10 names a day or a month; name the files"),
    (["explain", "8.01", "--require", "8.01=1"], "explain does not have the option --require"),
  ])
  func whatIsNoRuleIsRefused(_ typed: [String], _ sentence: String) throws {
    let run = try ToolRun(typed)
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.hasPrefix("slcheck: \(sentence)"), "\(run.errors)")
  }

  @Test func daysOutsideAreRefused() throws {
    let run = try ToolRun(
      ["explain", "8.01/2030-01-01"] + ExplainTests.files, in: PackageFiles.root)
    #expect(run.status == 64)
    #expect(
      run.errors
        == "slcheck: explain: 2030-01-01 lies outside what is judged, 2025-09-01 to 2026-10-31\n")
  }
}
