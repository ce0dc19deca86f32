import Basics
import TestSupport
import Testing

/// The sample's report as a table, as tests and as metrics.
@Suite struct FormatTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Runs the program on the sample.
  static func sample(_ format: String, _ options: [String] = []) throws -> ToolRun {
    try ToolRun(
      ["--config", "SampleData/slcheck.json", "--format", format] + options
        + SampleVerdictTests.names.map { "SampleData/" + $0 }, in: PackageFiles.root)
  }

  @Test(arguments: [[], ["--by", "queue,channel", "--detail", "days"]])
  func everyNumberOfTheJSONIsInTheTable(_ options: [String]) throws {
    let run = try Self.sample("csv", options)
    #expect(run.status == 0, "\(run.errors)")
    let table = try FigureTable(run.outputBytes)
    #expect(
      table.differences(from: try JSONTree(try Self.sample("json", options).outputBytes)) == [])
    #expect(table.doubles == [])
    #expect(table.notNumbers == [])
    #expect(HostileTextTests.dangerous(run.outputBytes) == [])
    // All that is not a count by nature has its unit.
    let counts = Set(
      table.table.records.filter { table.table.cell($0, "unit") == "count" }.map {
        table.table.cell($0, "measure")
      })
    #expect(
      counts.isSubset(of: [
        "n", "S", "trend.S", "trend.n", "leftOut.shared", "met", "counted", "undecided", "needed",
      ]), "\(counts)")
  }

  /// Waits, a backlog, answers on a scale: what contacts and surveys alone give.
  @Test func figuresOfContactsAreInTheTableAndInTheMetrics() throws {
    let path = try scratch.write(
      "c.json",
      """
      {
        satisfaction: { measure: "mean", objectives: [{ target: 4 }] },
        services: [
          { name: "Mail", kind: "response-time", match: { channel: "chat" },
            objectives: [{ percent: 80, seconds: 14400 }] },
          { name: "Phone", objectives: [{ percent: 80, seconds: 20 }] },
        ],
      }
      """)
    func run(_ format: String) throws -> ToolRun {
      try ToolRun(
        [
          "--config", path, "--format", format, "SampleData/contacts-moves.csv",
          "SampleData/surveys.csv",
        ], in: PackageFiles.root)
    }
    let table = try FigureTable(try run("csv").outputBytes)
    let json = try JSONTree(try run("json").outputBytes)
    #expect(table.differences(from: json) == [])
    #expect(table.doubles == [])
    let value = try #require(
      table.table.record(["section": "satisfaction", "period": "2026-10", "measure": "value"]))
    #expect(table.table.cell(value, "unit") == "points")
    let written = try run("openmetrics")
    let metrics = MetricsText(written.output)
    #expect(metrics.problems == [])
    #expect(metrics.value("slcheck_satisfaction_points") == table.table.cell(value, "value"))
    let wait = ["service": "Phone", "percentile": "95", "period": "total"]
    let phone = json["services"]?.elements.first { $0["name"]?.text == "Phone" }
    #expect(
      metrics.value("slcheck_wait_seconds", wait)
        == phone?.at("total.waitPercentiles.p95")?.integer.map { "\($0)" })
    try PrometheusTests.check(written.outputBytes)
  }

  @Test func sampleIsTestsThatKeepToTheSchemas() throws {
    let run = try Self.sample("junit", ["--require", "8.01=2", "--require", "8.04=3"])
    #expect(run.status == 1, "\(run.errors)")
    let page = try MarkedUpPage(run.output)
    #expect(page.junitProblems == [])
    #expect(
      page.junitSuites.map { $0.suite.attributes["name"]?.prefix(4) ?? "" }
        == ["8.01", "8.02", "8.03", "8.04", "8.05", "8.06", "Rule", "Requ"])
    #expect(
      page.junitSuites.map { $0.suite.attributes["failures"] ?? "" }
        == ["4", "4", "3", "3", "1", "0", "1", "1"])
    // The storm's month is missed, and the level holds.
    let voice = page.all("testcase").filter {
      $0.attributes["classname"] == "8_01.Voice at Lakeside"
    }
    #expect(
      voice.first { $0.attributes["name"] == "month 2026-01" }?.text.contains("66.51 %") == true)
    #expect(voice.first { $0.attributes["name"]?.hasPrefix("level 1:") == true }?.text == "")
    let june = page.all("skipped").first {
      $0.attributes["message"]?.hasPrefix("undecided") == true
    }
    #expect(june != nil)
  }

  /// Each month stands beside the objective of its own end, and a running one is not decided.
  @Test func objectivesAreThoseOfTheirMonths() throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      "a.csv",
      Export.file(Export.daily(from: "2026-09-01", through: "2026-10-14", within: { _ in 80 })))
    try scratch.write(
      "c.json",
      "{ services: [{ name: 'V', objectives: [{ percent: 70, seconds: 20 }, "
        + "{ from: '2026-10-01', percent: 90, seconds: 20 }] }] }")
    let run = try ToolRun(
      ["a.csv", "--config", "c.json", "--format", "openmetrics"], in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    let metrics = MetricsText(run.output)
    for (period, share) in [("last_month", "0.70"), ("this_month", "0.90")] {
      #expect(
        metrics.value("slcheck_objective_ratio", ["service": "V", "period": period]) == share)
    }
    let status = metrics.samples.filter { $0.name == "slcheck_month_status" }
    #expect(status.count == 1)
    #expect(
      metrics.value("slcheck_month_status", ["period": "last_month", "status": "met"]) == "1")
  }

  @Test func sampleIsMetricsOfBothFormats() throws {
    let run = try Self.sample("openmetrics", ["--by", "queue", "--require", "8.01=2"])
    #expect(run.status == 1, "\(run.errors)")
    let metrics = MetricsText(run.output)
    #expect(metrics.problems == [])
    let month = ["service": "Voice", "site": "Lakeside", "period": "last_month"]
    #expect(metrics.value("slcheck_service_level_ratio", month) == "0.8644")
    #expect(metrics.value("slcheck_offered_contacts", month) == "38888")
    #expect(metrics.value("slcheck_objective_ratio", month) == "0.80")
    #expect(
      metrics.value("slcheck_month_status", month.merging(["status": "met"]) { $1 }) == "1")
    #expect(metrics.value("slcheck_standard_level", ["standard": "8.06"]) == "4")
    #expect(
      metrics.value("slcheck_requirement_status", ["standard": "8.01", "status": "fails"]) == "1")
    #expect(metrics.value("slcheck_quality_return_ratio", ["period": "last_month"]) == "0.2862")
    #expect(metrics.value("slcheck_input_rows", ["outcome": "accepted"]) == "49496")
  }

  @Test(arguments: ["csv", "junit", "openmetrics"])
  func namesFromDataAreShownAndNotObeyed(_ format: String) throws {
    let names = HostileTextTests.names + ["a,b", "]]>", "\\", "say \"hi\"", "\\\"", "a;b=c"]
    let rows = names.flatMap { name in
      Export.halfHours(from: "2026-03-02", days: 2).map {
        $0.replacing("Billing", with: "\"" + name.replacing("\"", with: "\"\"") + "\"")
      }
    }
    try scratch.write("data.csv", Export.file(rows))
    let named = names.map { name in
      let text = JSONText.quoted(name)
      return
        "{ name: \(text), match: { queue: [\(text)] }, objectives: [{ percent: 80, seconds: 20 }] }"
    }
    try scratch.write("c.json", "{ services: [\(named.joined(separator: ",\n"))] }")
    for options in [["--by", "queue"], ["--config", "c.json"]] {
      let run = try ToolRun(
        ["data.csv", "--format", format, "-o", "out"] + options, in: scratch.path)
      #expect(run.status == 0, "\(run.errors)")
      let bytes = try scratch.bytes("out")
      #expect(HostileTextTests.dangerous(bytes) == [])
      switch format {
      case "csv":
        let table = try FigureTable(bytes)
        let json = try ToolRun(["data.csv", "--format", "json"] + options, in: scratch.path)
        #expect(table.differences(from: try JSONTree(json.outputBytes)) == [])
        #expect(table.doubles == [])
      case "junit":
        #expect(try MarkedUpPage(String(decoding: bytes, as: UTF8.self)).junitProblems == [])
      default:
        #expect(MetricsText(String(decoding: bytes, as: UTF8.self)).problems == [])
        try PrometheusTests.check(bytes)
      }
    }
  }

  @Test func tableIsTheSameOnAnyNumberOfThreads() throws {
    let options = ["--by", "queue", "--threads"]
    let one = try Self.sample("csv", options + ["1"])
    let four = try Self.sample("csv", options + ["4"])
    #expect(one.outputBytes == four.outputBytes)
  }

  @Test(
    arguments: ["inspect", "diff", "audit", "verify", "explain"], ["csv", "junit", "openmetrics"])
  func otherCommandsNameTheFormatsThatTheyHave(_ command: String, _ format: String) throws {
    let run = try ToolRun([command, "--format", format, "a", "b"])
    #expect(run.status == 64)
    #expect(run.errors.contains("does not have the format \(format); available: text, json"))
  }
}

/// Text within a configuration.
enum JSONText {
  /// Writes text in quotes, with what needs it as its code.
  static func quoted(_ text: String) -> String {
    var shown = "\""
    for unit in text.utf16 {
      let code = String(unit, radix: 16)
      shown += "\\u" + String(repeating: "0", count: 4 - code.utf8.count) + code
    }
    return shown + "\""
  }
}

/// What Prometheus' own tool says of the metrics; skipped where it is not installed.
@Suite(
  .enabled(
    if: InstalledProgram.path("promtool") != nil,
    "promtool is not installed: apt-get install prometheus"))
struct PrometheusTests {
  /// Holds metrics against promtool; without it nothing is checked.
  static func check(_ bytes: [UInt8], location: SourceLocation = #_sourceLocation) throws {
    guard let promtool = InstalledProgram.path("promtool") else { return }
    let run = try ToolRun(["check", "metrics"], program: promtool, input: .pipe(bytes))
    #expect(run.status == 0, "\(run.output) \(run.errors)", sourceLocation: location)
    #expect(run.output + run.errors == "", sourceLocation: location)
  }

  @Test(arguments: [[], ["--by", "queue,channel"], ["--as-of", "2026-08-11"]])
  func promtoolHasNothingToSay(_ options: [String]) throws {
    try Self.check(try FormatTests.sample("openmetrics", options).outputBytes)
  }
}

/// The README's statements in a server of PostgreSQL; skipped where it is not installed.
@Suite(
  .enabled(
    if: InstalledProgram.postgreSQL != nil,
    "PostgreSQL is not installed: apt-get install postgresql"),
  .serialized)
struct DatabaseTests {
  /// The statements of the README that make and fill the table.
  private static func statements() throws -> [String] {
    let readme = String(decoding: try PackageFiles.bytes("README.md"), as: UTF8.self)
    return readme.matches(of: #/```sql\n([^`]*)```/#).map { String($0.1) }
  }

  @Test func sumsOfTheTableAreThoseOfTheReport() throws {
    let scratch = try ScratchFolder()
    let run = try FormatTests.sample("csv", ["--by", "queue", "--detail", "days"])
    try scratch.write("report.csv", run.outputBytes)
    let json = try JSONTree(
      try FormatTests.sample("json", ["--by", "queue", "--detail", "days"]).outputBytes)
    let statements = try Self.statements()
    try #require(statements.count == 2)
    let figure = "FROM slcheck WHERE section = 'services' AND measure"
    let found = try DatabaseServer.run(
      statements[0] + """
        SELECT count(*) FROM slcheck;
        SELECT scope, (SELECT sum(value) \(figure) = m AND grain = 'month' AND scope = s.scope),
          (SELECT sum(value) \(figure) = m AND grain = 'day' AND scope = s.scope),
          (SELECT sum(value) FROM slcheck WHERE section = 'breakdowns' AND measure = m
            AND grain = 'total' AND scope = s.scope), s.value
        FROM slcheck s, (VALUES ('offered'), ('answered'), ('abandoned')) AS v(m)
        WHERE section = 'services' AND grain = 'total' AND measure = m ORDER BY 1, s.value DESC;
        SELECT count(*) \(figure) = 'flowOut' AND value IS NULL AND grain = 'month';
        SELECT sum(numerator), sum(denominator) \(figure) = 'serviceLevel' AND grain = 'month'
          AND complete GROUP BY scope ORDER BY scope DESC;
        SELECT trunc(100 * numerator / denominator, 2) = value, count(*) \(figure) = 'serviceLevel'
          AND grain = 'day' AND value IS NOT NULL GROUP BY 1;
        SELECT count(*) FROM slcheck WHERE '' IN (scope, site, by, period, unit, state);

        """ + statements[1], in: scratch.path)
    #expect(found.status == 0, "\(found.errors)")
    let lines = found.output.split(separator: "\n").map(String.init)
    func number(_ path: String) -> Int { json.at(path)?.integer ?? -1 }
    let table = try StrictTable(run.outputBytes)
    var expected = ["\(table.records.count)"]
    for (name, service) in [("Chat", 1), ("Voice", 0)] {
      for measure in ["offered", "answered", "abandoned"] {
        let total = number("services.\(service).total.\(measure)")
        expected.append("\(name)|\(total)|\(total)|\(total)|\(total)")
      }
    }
    let months = json.at("services.0.months")?.elements.count ?? 0
    let unknown = [0, 1].reduce(0) { sum, service in
      sum + (json.at("services.\(service).months")?.elements ?? []).count { $0["flowOut"] == .null }
    }
    expected.append("\(unknown)")
    for service in [0, 1] {
      let path = "services.\(service).total.serviceLevel"
      expected.append("\(number(path + ".numerator"))|\(number(path + ".denominator"))")
    }
    #expect(Array(lines.prefix(expected.count)) == expected)
    let rest = Array(lines.dropFirst(expected.count))
    let days = [0, 1].reduce(0) { sum, service in
      let days = json.at("services.\(service).days")?.elements ?? []
      return sum + days.count { $0["serviceLevel"] != .null }
    }
    #expect(rest.first == "t|\(days)")
    #expect(rest.dropFirst().first == "0")
    // What the README asks gives each month of each service.
    #expect(rest.count == 2 + 2 * months)
    #expect(rest.contains("Voice|Lakeside|2026-01|66.51|missed"))
  }

  /// A name is text to the server, whatever is in it.
  @Test func namesOfAnyKindAreLoaded() throws {
    let scratch = try ScratchFolder()
    let names =
      HostileTextTests.names + ["a,b", "\\", "\\.", "\\N", "say \"hi\"", "'; DROP TABLE x"]
    let rows = names.flatMap { name in
      Export.halfHours(from: "2026-03-02", days: 1).map {
        $0.replacing("Billing", with: "\"" + name.replacing("\"", with: "\"\"") + "\"")
      }
    }
    try scratch.write("data.csv", Export.file(rows))
    let run = try ToolRun(
      ["data.csv", "--by", "queue", "--format", "csv", "-o", "report.csv"], in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    let found = try DatabaseServer.run(
      try Self.statements()[0]
        + "SELECT count(DISTINCT by) FROM slcheck WHERE section = 'breakdowns';",
      in: scratch.path)
    #expect(found.status == 0, "\(found.errors)")
    #expect(found.output == "\(names.count)\n")
  }
}
