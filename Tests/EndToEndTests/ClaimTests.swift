import TestSupport
import Testing

/// Claims held against exports by the real program.
@Suite struct ClaimTests {
  /// The schema that every audit in JSON is held against.
  private static let schema = Result(catching: {
    try JSONTree(try ToolRun(["schema", "audit"]).outputBytes)
  })

  /// Runs an audit in JSON, and checks it against the schema.
  private func audit(
    _ claims: [String], _ files: [String: String], _ options: [String] = [], status: Int32,
    location: SourceLocation = #_sourceLocation
  ) throws -> [JSONTree] {
    let scratch = try ScratchFolder()
    try scratch.write("claims.csv", Export.file(claims, header: ClaimTests.header))
    for (name, text) in files { try scratch.write(name, text) }
    let run = try ToolRun(
      ["audit", "--claims", "claims.csv", "--format", "json"] + options + files.keys.sorted(),
      in: scratch.path)
    // Below zero for any that means a verdict.
    #expect(
      status < 0 ? run.status < 3 : run.status == status, "\(run.errors)",
      sourceLocation: location)
    let json = try JSONTree(run.outputBytes)
    let problems = JSONSchemaValidator(try ClaimTests.schema.get(), isStrict: true)
      .problems(in: json)
    #expect(problems.isEmpty, "\(problems.prefix(5))", sourceLocation: location)
    for (path, members) in json.objects() {
      let keys = members.map(\.key)
      #expect(keys == keys.sorted(), "\(path) is not sorted", sourceLocation: location)
    }
    return json["claims"]?.elements ?? []
  }

  private static let header = "id,measure,scope,period,claimed"

  /// A month in which each day has 100 contacts: 90 answered, 10 abandoned, 75 in time.
  private static let march = Export.file(
    Export.daily(from: "2026-03-01", through: "2026-03-31") { _ in 75 }.map {
      $0.replacing(",100,99,1,", with: ",100,90,10,")
    })

  @Test func verdictsAndStatuses() throws {
    let exports = ["march.csv": ClaimTests.march]
    let verified = try audit(
      [
        "a,service_level,,2026-03,75%", "b,service_level,,2026-03-15,75.00%",
        "c,offered,,2026-03,\"3,100\"", "d,answered,,2026-03,2790", "e,contacts,,2026-03,2790",
        "f,abandoned,,2026-03,310", "g,abandonment_rate,,2026-03,10%",
        "h,asa,,2026-03,7.7 s", "i,aht,,2026-03,220", "j,days_met,,2026-03,0/31",
        "k,days_met,,2026-03,0%", "l,months_met,,2026-03,0",
        "m,service_level,,2026-03-02..2026-03-09,75.0%", "n,service_level,,2026-03,2325/3100",
        "o,level,standard=8.01,2026-03,0", "p,service_level,,past-10-days,75%",
      ], exports, ["--as-of", "2026-03-31"], status: 2)
    let statuses = verified.map { $0["verdict"]?.text }
    #expect(statuses.dropLast(2) == Array(repeating: "verified", count: 14)[...])
    // Eleven months are missing, which may all have been met: the level is open.
    #expect(verified[14]["verdict"]?.text == "indeterminate")
    #expect(verified[15]["verdict"]?.text == "verified")
    #expect(verified[0].at("actual.numerator")?.integer == 2325)
    #expect(verified[0]["difference"]?.text == "0.00")
    #expect(verified[0]["chance"] == .null)
    #expect(verified[0]["tried"]?.integer == 0)

    let refuted = try audit(
      ["a,service_level,,2026-03,81.17%", "b,offered,,2026-03,3101", "c,days_met,,2026-03,12"],
      exports, status: 1)
    #expect(refuted.map { $0["verdict"]?.text } == ["refuted", "refuted", "refuted"])
    #expect(refuted[0]["difference"]?.text == "6.17")
    #expect(refuted[1]["difference"]?.text == "1")

    let other = try audit(["a,service_level,,2026-03,83.33%"], exports, status: 1)
    #expect(other[0]["verdict"]?.text == "other definition")
    #expect(other[0].at("explanations.0.definition")?.text == "formula:answered")
    #expect(other[0].at("explanations.0.actual.denominator")?.integer == 2790)

    let none = try audit(
      [
        "a,happiness,,2026-03,5", "b,quality,,2026-03,90%", "c,service_level,queue=X,2026-03,75%",
        "d,service_level,service=X,2026-03,75%", "e,service_level,,2026-03,0.75",
        "f,level,,2026-03,1", "g,intervals_met,,2026-03,75%",
        "h,service_level,standard=8.01,2026-03,75%",
      ], exports, status: 2)
    #expect(none.map { $0["verdict"]?.text } == Array(repeating: "unsupported", count: 8))
    #expect(none.allSatisfy { $0["actual"] == .null && $0["remarks"]?.elements.count == 1 })

    let open = try audit(
      ["a,service_level,,2026-04,75%", "b,months_met,,last-12-months,5/12"], exports, status: 2)
    #expect(open.map { $0["verdict"]?.text } == ["indeterminate", "indeterminate"])
  }

  @Test func twoFalseClaimsOfOneDefinition() throws {
    // Without decimals any match may be an accident; the same one twice is none.
    let exports = ["days.csv": ClaimTests.thresholds(10, 70, 60, 80)]
    let first = "a,service_level,,2026-03-02..2026-03-06,80%"
    let once = try audit([first], exports, status: 1)
    #expect(once[0]["verdict"]?.text == "refuted")
    #expect(once[0].at("explanations.0.definition")?.text == "threshold:60")
    let twice = try audit(
      [first, "b,service_level,,2026-03-03..2026-03-05,80%"], exports, status: 1)
    #expect(twice.map { $0["verdict"]?.text } == ["other definition", "other definition"])
    let same = try audit([first, first], exports, status: 1)
    #expect(same.map { $0["verdict"]?.text } == ["refuted", "refuted"])
  }

  /// Days of 100 contacts, 75 of them answered within 20 s, and so many within two others.
  private static func thresholds(_ a: Int, _ withinA: Int, _ b: Int, _ withinB: Int) -> String {
    Export.file(
      Export.daily(from: "2026-03-02", through: "2026-03-06") { _ in 75 }
        .map { "\($0),\(withinA),\(withinB)" },
      header: Export.header.replacing("answered_within", with: "answered_within_20")
        + ",answered_within_\(a),answered_within_\(b)")
  }

  @Test func thresholdAndComparison() throws {
    let period = "2026-03-02..2026-03-06"
    let threshold = try audit(
      ["a,service_level,,\(period),87.00%", "b,service_level,,\(period),61.00%"],
      ["days.csv": ClaimTests.thresholds(10, 61, 60, 87)], status: 1)
    #expect(
      threshold.map { $0.at("explanations.0.definition")?.text } == [
        "threshold:60", "threshold:10",
      ])
    #expect(threshold.map { $0["verdict"]?.text } == ["other definition", "other definition"])

    // Of nine contacts three waited exactly 20 s.
    let contacts = Export.file(
      (0..<9).map { "\($0),2026-03-02 09:0\($0):00,answered,\($0 < 3 ? 20 : $0 < 8 ? 5 : 50),60" },
      header: "contact_id,started_at,outcome,wait_seconds,handle_seconds")
    let strict = try audit(
      ["a,service_level,,2026-03-02,55.55%", "b,service_level,,2026-03-02,88.88%"],
      ["contacts.csv": contacts], status: 1)
    #expect(strict[0].at("explanations.0.definition")?.text == "comparison:<")
    #expect(strict[0]["verdict"]?.text == "other definition")
    #expect(strict[1]["verdict"]?.text == "verified")
  }

  @Test func scores() throws {
    let quality = Export.file(
      ["2026-01-10,80,100", "2026-01-11,45,50", "2026-02-10,10,20"],
      header: "evaluated_at,points,max_points")
    let surveys = Export.file(
      ["2026-01-10,5", "2026-01-11,4", "2026-02-10,2"], header: "responded_at,score")
    let costs = Export.file(
      ["2026-03,people,7000.50", "2026-03,overhead,9739.50"], header: "month,category,amount")
    let verdicts = try audit(
      [
        "a,quality,,2026-01,83.3%", "b,quality,,2026-01..2026-02,79.41%", "c,csat,,2026-01,4.5",
        "d,csat,,2026-01..2026-02,3.67", "e,cost_per_contact,,2026-03,$6.00",
        "f,quality,,2026-01-10,80%", "g,csat,,2026-01,4.6",
      ],
      [
        "quality.csv": quality, "surveys.csv": surveys, "costs.csv": costs,
        "march.csv": ClaimTests.march,
      ], status: 1)
    #expect(
      verdicts.map { $0["verdict"]?.text } == [
        "verified", "verified", "verified", "verified", "verified", "unsupported", "refuted",
      ])
    #expect(verdicts[1].at("actual.numerator")?.integer == 27)
    #expect(verdicts[1].at("actual.denominator")?.integer == 34)
    #expect(verdicts[4].at("actual.value")?.text == "6.0000")
  }

  @Test func parts() throws {
    let rows =
      Export.halfHours(from: "2026-03-02", days: 5, site: "Dallas", queue: "Billing")
      + Export.halfHours(from: "2026-03-02", days: 5, site: "Dallas", queue: "Sales")
      .map { $0.replacing(",Sales,voice,1", with: ",Sales,voice,2") }
      + Export.halfHours(from: "2026-03-02", days: 5, site: "Reno", queue: "Billing")
    let scratch = try ScratchFolder()
    try scratch.write("rows.csv", Export.file(rows))
    let report = try CheckedRun(
      ["--by", "queue", "--as-of", "2026-03-31", "rows.csv"], in: scratch.path)
    let part = report.json["breakdowns"]?.elements.first {
      $0["service"]?.text != nil && $0.at("by.queue")?.text == "Billing"
        && $0["month"]?.text == "2026-03"
    }
    let percent = try #require(part?.at("serviceLevel.percent")?.text)
    let site = try #require(part?["site"]?.text)
    let verdicts = try audit(
      ["a,service_level,site=\(site);queue=Billing,2026-03,\(percent)%"],
      ["rows.csv": Export.file(rows)], ["--as-of", "2026-03-31"], status: 0)
    #expect(verdicts[0]["verdict"]?.text == "verified")
  }

  @Test func missingMonths() throws {
    let exports = ["march.csv": ClaimTests.march]
    let verdicts = try audit(
      [
        "a,offered,,2024-01..2026-03,3100", "b,offered,,2024-01..2026-03,50000",
        "c,offered,,2024-01..2026-03,3000", "d,months_met,,last-12-months,100%",
        "e,service_level,,0001-01..2026-03,75%", "f,asa,,past-36525-days,9 s",
      ], exports, ["--objective", "70/20"], status: 1)
    #expect(
      verdicts.map { $0["verdict"]?.text } == [
        "indeterminate", "indeterminate", "refuted", "indeterminate", "indeterminate",
        "indeterminate",
      ])
    #expect(
      verdicts[0]["remarks"]?.elements.first?.text?.hasPrefix("no record of 26 months") == true)
    #expect(verdicts[0]["coverage"] == .null)
    let surveys = Export.file(["2026-01-10,5", "2026-03-10,2"], header: "responded_at,score")
    let scores = try audit(
      ["a,csat,,2026-01..2026-03,3.5", "b,csat,,2026-01,5", "c,csat,,2026-01,$5.00"],
      ["surveys.csv": surveys], status: 2)
    #expect(scores.map { $0["verdict"]?.text } == ["indeterminate", "verified", "unsupported"])
  }

  @Test func monthsRecordedWhole() throws {
    let months = Export.file(
      ["2026-01,1000,900,100,800", "2026-02,1000,900,100,800", "2026-03,1000,900,100,700"],
      header: "month,offered,answered,abandoned,answered_within_20")
    let verdicts = try audit(
      [
        "a,offered,,2026-03,1000", "b,offered,,2026-03-31,1000",
        "c,service_level,,2026-02-15..2026-03-10,80%", "d,months_met,,2026-01..2026-03,2/3",
        "e,months_met,,2026-01-20..2026-03-31,2", "f,service_level,,2026-01..2026-03,76.66%",
      ], ["months.csv": months], status: 2)
    #expect(
      verdicts.map { $0["verdict"]?.text } == [
        "verified", "unsupported", "unsupported", "verified", "unsupported", "verified",
      ])
  }

  @Test func chances() throws {
    // Of days a tenth of them is near: no match of one alone tells anything.
    let rows =
      Export.halfHours(from: "2026-03-02", days: 10, queue: "a")
      + Export.halfHours(from: "2026-03-02", days: 10, queue: "b").map {
        $0.replacing(",9,", with: ",4,")
      }
    let exports = ["rows.csv": Export.file(rows)]
    let period = "2026-03-02..2026-03-11"
    for number in 0...10 {
      for verdict in try audit(
        ["a,days_met,,\(period),\(number)", "b,intervals_met,,\(period),\(number * 10)%"], exports,
        status: -1)
      {
        let chance = verdict["chance"]?.text.flatMap(Double.init)
        let isMatch = verdict["explanations"]?.elements.isEmpty == false
        #expect(!isMatch || (chance ?? 1) > 0)
        #expect(verdict["verdict"]?.text != "other definition" || (chance ?? 1) <= 0.05)
      }
    }
    // As parts of a whole: near are the numerators within ten points.
    let fraction = try audit(
      ["a,service_level,,2026-03,2325/2790"], ["march.csv": ClaimTests.march], status: 1)
    #expect(fraction[0]["verdict"]?.text == "other definition")
    #expect(fraction[0]["chance"]?.text == "0.002")
  }

  @Test func largestCounts() throws {
    let most = 1 << 53 - 1
    let file = Export.file(
      ["2026-03-02,\(most),\(most),0,\(most),1,1", "2026-03-03,\(most),\(most),0,\(most),1,1"],
      header: "interval_start,offered,answered,abandoned,answered_within_20,wait_seconds,"
        + "handle_seconds")
    let verdicts = try audit(
      [
        "a,asa,,2026-03-02,3", "b,aht,,2026-03-02..2026-03-03,0",
        "c,service_level,,2026-03-02,100%",
        "d,offered,,2026-03-02..2026-03-03,\(2 * most)",
        "e,asa,,2026-03-02..2026-03-03,999999999999",
      ], ["huge.csv": file], ["--accept-implausible", "handle_seconds"], status: 1)
    #expect(
      verdicts.map { $0["verdict"]?.text } == [
        "refuted", "verified", "verified", "verified", "refuted",
      ])
  }

  @Test func objectivesThatChange() throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      "c.json",
      """
      { services: [{ name: "Voice", objectives: [
        { from: "2026-03-02", percent: 80, seconds: 20 },
        { from: "2026-03-05", percent: 80, seconds: 60 }] }] }
      """)
    let rows = [
      "2026-02-28,100,90,10,70,75,1,1", "2026-03-02,100,90,10,70,75,1,1",
      "2026-03-03,100,90,10,70,75,1,1", "2026-03-05,100,90,10,70,75,1,1",
    ]
    try scratch.write(
      "d.csv",
      Export.file(
        rows,
        header: "interval_start,offered,answered,abandoned,answered_within_20,answered_within_60,"
          + "wait_seconds,handle_seconds"))
    try scratch.write(
      "claims.csv",
      Export.file(
        [
          "a,service_level,,2026-03-02..2026-03-03,75.00%", "b,offered,,2026-02-28,100",
          "c,offered,,2026-02-28..2026-03-03,200", "d,service_level,,2026-02-28..2026-03-03,70%",
          "e,service_level,,2026-03-02..2026-03-05,71.66%",
        ], header: ClaimTests.header))
    let run = try ToolRun(
      ["audit", "--config", "c.json", "--claims", "claims.csv", "--format", "json", "d.csv"],
      in: scratch.path)
    #expect(run.status == 1, "\(run.errors)")
    let claims = try JSONTree(run.outputBytes)["claims"]?.elements ?? []
    #expect(
      claims.map { $0["verdict"]?.text } == [
        "other definition", "indeterminate", "indeterminate", "verified", "verified",
      ])
    #expect(claims[0].at("explanations.0.definition")?.text == "threshold:60")
    #expect(
      claims[3]["remarks"]?.elements.first?.text?.hasPrefix("no objective was in force on 1 day")
        == true)
  }

  /// Numbers near the truth of which there are more than a word counts.
  @Test func falseNumbersWithoutEnd() throws {
    let most = 1 << 53 - 1
    let file = Export.file(
      ["a", "b"].map { "2026-03-02,\($0),\(most),\(most),0,\(most)" },
      header: "interval_start,queue,offered,answered,abandoned,answered_within_20")
    let verdicts = try audit(
      [
        "a,offered,,2026-03-02,1.000000", "b,answered,,2026-03-02,\(most).0",
        "c,answered,,2026-03-02,123456789012.000000",
      ], ["huge.csv": file], status: 1)
    #expect(
      verdicts.map { $0["verdict"]?.text } == ["refuted", "other definition", "refuted"])
    #expect(verdicts.map { $0["chance"]?.text } == ["0.000", "0.001", "0.000"])
  }

  /// A definition is judged once, whoever asks for it: verdicts are those of claims alone.
  @Test func manyClaims() throws {
    let rows = ["a", "b", "c"].flatMap { queue in
      Export.halfHours(from: "2026-03-02", days: 5, queue: queue)
    }
    let exports = ["rows.csv": Export.file(rows)]
    let claims = (0..<600).map { number in
      let period = "2026-03-0\(2 + number % 5)"
      let scope = ["", "queue=a", "queue=b"][number / 5 % 3]
      let (whole, decimals) = (60 + number % 40, number * 7 % 90 + 10)
      return "\(number),service_level,\(scope),\(period),\(whole).\(decimals)%"
    }
    let all = try audit(claims, exports, status: 1)
    #expect(all.count == claims.count)
    for number in stride(from: 0, to: claims.count, by: 121) {
      let alone = try audit([claims[number]], exports, status: -1)[0]
      for key in ["actual", "difference", "tried", "chance"] {
        #expect(alone[key] == all[number][key], "\(claims[number]): \(key)")
      }
    }
  }

  @Test func claimsAreNeverLost() throws {
    let scratch = try ScratchFolder()
    try scratch.write("march.csv", ClaimTests.march)
    for last in ["b,offered,,2026-03,3,100", "***total,offered", "Total,offered,,2026-03,x"] {
      try scratch.write(
        "claims.csv", Export.file(["a,offered,,2026-03,3100", last], header: ClaimTests.header))
      let run = try ToolRun(["audit", "--claims", "claims.csv", "march.csv"], in: scratch.path)
      #expect(run.status == 65, "\(last)")
      #expect(run.output.isEmpty)
      #expect(run.errorLines.first?.hasPrefix("claims.csv:3:") == true, "\(run.errors)")
    }
    try scratch.write(
      "claims.csv", Export.file(["Total calls,offered,,2026-03,3100"], header: ClaimTests.header))
    #expect(
      try ToolRun(["audit", "--claims", "claims.csv", "march.csv"], in: scratch.path).status == 0)
    // A comma before decimals where semicolons stand between fields.
    try scratch.write(
      "claims.csv",
      "id;measure;scope;period;claimed\na;asa;;2026-03;7,70\nb;offered;;2026-03;3.100\n")
    #expect(
      try ToolRun(["audit", "--claims", "claims.csv", "march.csv"], in: scratch.path).status == 0)
  }

  @Test func unreadableClaims() throws {
    let scratch = try ScratchFolder()
    try scratch.write("march.csv", ClaimTests.march)
    try scratch.write(
      "claims.csv",
      Export.file(["a,offered,,2026-03,1", "b,offered,,never,1"], header: ClaimTests.header))
    let run = try ToolRun(["audit", "--claims", "claims.csv", "march.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(
      run.errorLines.first?.hasPrefix("claims.csv:3:12: period: \"never\" is not a period") == true)

    for (arguments, status) in [
      (["audit", "march.csv"], Int32(64)), (["audit", "--claims", "none.csv", "march.csv"], 66),
      (["audit", "--claims", "-", "march.csv"], 64),
      (["audit", "--claims", "march.csv", "march.csv"], 65),
      (["audit", "--claims", "claims.csv", "claims.csv"], 65),
      (["audit", "--claims", "claims.csv", "march.csv", "-o", "claims.csv"], 64),
      (["--claims", "claims.csv", "march.csv"], 64),
    ] {
      let run = try ToolRun(arguments, in: scratch.path)
      #expect(run.status == status, "\(arguments): \(run.errors)")
      #expect(run.output.isEmpty)
    }
  }

  @Test func sameBytesAnywhere() throws {
    let scratch = try ScratchFolder()
    let rows = Export.halfHours(from: "2026-03-02", days: 20)
    try scratch.write("rows.csv", Export.file(rows))
    try scratch.write(
      "claims.csv",
      Export.file(
        [
          "a,service_level,,2026-03-02..2026-03-21,11.00%",
          "b\u{1B},days_met,queue=Billing,2026-03-02..2026-03-21,19",
        ],
        header: ClaimTests.header))
    let command = ["audit", "--claims", "claims.csv", "--search-more", "rows.csv"]
    let first = try ToolRun(command + ["--threads", "1"], in: scratch.path)
    let second = try ToolRun(
      command + ["--threads", "8"], environment: ["TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8"],
      in: scratch.path)
    #expect(first.status == 1)
    #expect(first.outputBytes == second.outputBytes)
    #expect(first.output.contains("SHA-256"))
    #expect(!first.output.contains("\u{1B}"))
    #expect(first.output.hasPrefix("Claims as of 2026-03-21\n  2 claims: "))
    // From a pipe the same, but for what would have to be read again.
    let piped = try ToolRun(
      ["audit", "--claims", "claims.csv", "-"], input: .pipe(Array(Export.file(rows).utf8)),
      in: scratch.path)
    #expect(piped.status == 1)
  }
}
