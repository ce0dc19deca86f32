import TestSupport
import Testing

/// The README's lines for continuous integration, run as a pipeline runs them.
@Suite struct PipelineRecipeTests {
  /// The lines below `script:` of the YAML.
  private static func script() throws -> String {
    let yaml = try #require(try Recipes.blocks("Continuous integration", "yaml").first)
    let lines = try #require(
      yaml.firstMatch(of: #/\n  script:\n(?<lines>(?:    - .*\n)+)/#)?.output.lines)
    return lines.split(separator: "\n").map { String($0.dropFirst(6)) }.joined(separator: "\n")
  }

  @Test(arguments: [(70, 0), (85, 1)] as [(Int, Int32)])
  func theStatusDecidesAndTheTestsAreThere(_ chatPercent: Int, _ status: Int32) throws {
    let scratch = try Recipes.folder(chatPercent: chatPercent)
    let run = try Recipes.run(try Self.script(), in: scratch)
    #expect(run.status == status, "\(run.errors)")
    let yaml = try #require(try Recipes.blocks("Continuous integration", "yaml").first)
    #expect(yaml.contains("\n      junit: maturity.xml\n"))
    try check(scratch, fails: status == 1)
  }

  /// The script beside it says what the status means, and hands it on.
  @Test(
    arguments: [
      (70, SampleVerdictTests.names, 0, "what is required holds"),
      (85, SampleVerdictTests.names, 1, "a required level is not reached: see maturity.xml"),
      (
        70, ["intervals-2026.csv"], 2,
        "a required level is open, records are missing: see maturity.xml"
      ),
      (70, [], 66, "no verdict"),
    ] as [(Int, [String], Int32, String)])
  func theScriptSaysWhatTheStatusMeans(
    _ chatPercent: Int, _ names: [String], _ status: Int32, _ line: String
  ) throws {
    let scratch = try Recipes.folder(chatPercent: chatPercent, names: names)
    let script = try #require(try Recipes.blocks("Continuous integration", "sh").first)
    let run = try Recipes.run(script, in: scratch)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.output == line + "\n")
    #expect(run.errorLines.count == (status > 0 ? 1 : 0), "\(run.errors)")
    if status < 2 {
      try check(scratch, fails: status == 1)
    } else {
      #expect(try scratch.names.contains("maturity.xml") == (status == 2))
    }
  }

  private func check(_ scratch: ScratchFolder, fails: Bool) throws {
    let page = try MarkedUpPage(try scratch.text("maturity.xml"))
    #expect(page.junitProblems == [])
    let required = try #require(
      page.junitSuites.first { $0.suite.attributes["name"] == "Required levels" })
    #expect(required.suite.attributes["failures"] == (fails ? "1" : "0"))
  }
}

/// The README's lines for Prometheus and Grafana, with the programs that they are for; skipped
/// where these are not installed.
@Suite(
  .enabled(
    if: InstalledProgram.path("promtool") != nil,
    "promtool is not installed: apt-get install prometheus"))
struct DashboardRecipeTests {
  private static let collected = "/var/lib/prometheus/node-exporter"

  /// The blocks of the recipe: what writes the metrics, and what looks whether they arrive.
  private static func script(_ number: Int, in scratch: ScratchFolder) throws -> String {
    let blocks = try Recipes.blocks("Prometheus and Grafana", "sh")
    try #require(blocks.count == 2)
    #expect(blocks[number].contains(collected))
    return blocks[number].replacing(collected, with: scratch.path)
  }

  private static func metrics() throws -> (scratch: ScratchFolder, text: MetricsText) {
    let scratch = try Recipes.folder(chatPercent: 85)
    let run = try Recipes.run(try script(0, in: scratch), in: scratch)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(
      run.errors
        == "slcheck: required 8.01 at level 2 fails, see \(scratch.path)/slcheck.prom\n")
    return (scratch, MetricsText(try scratch.text("slcheck.prom")))
  }

  @Test(
    .enabled(
      if: InstalledProgram.path("prometheus-node-exporter") != nil
        && InstalledProgram.path("curl") != nil,
      "node_exporter or curl is not installed: apt-get install prometheus-node-exporter curl"))
  func whatIsWrittenIsWhatIsScraped() throws {
    let (scratch, _) = try Self.metrics()
    // It chooses its port itself, and says which in its log.
    let start = """
      prometheus-node-exporter --collector.disable-defaults --collector.textfile \\
        --collector.textfile.directory="$PWD" --web.listen-address=127.0.0.1:0 2> log &
      trap 'kill $!' EXIT
      address=
      for i in $(seq 100); do
        address=$(sed -n 's/.*msg="Listening on" address=//p' log)
        [ -z "$address" ] || break
        sleep 0.1
      done

      """
    let look = try Self.script(1, in: scratch)
    #expect(look.contains("localhost:9100"))
    let run = try Recipes.run(
      start + look.replacing("localhost:9100", with: "$address"), in: scratch)
    #expect(run.status == 0, "\(run.errors)")
    let levels = ["8.01": 1, "8.02": 1, "8.03": 2, "8.04": 3, "8.05": 2, "8.06": 4]
    #expect(
      Set(run.output.split(separator: "\n").map { String($0) })
        == Set(levels.map { "slcheck_standard_level{standard=\"\($0.key)\"} \($0.value)" }))
  }

  /// Each query, asked of the sample's metrics, gives what the report says.
  @Test func queriesGiveWhatTheReportSays() throws {
    let (scratch, text) = try Self.metrics()
    let queries = try #require(try Recipes.blocks("Prometheus and Grafana", "promql").first)
      .split(separator: "\n").map { String($0) }
    func samples(_ name: String, _ labels: [String: String]) -> [(String, String)] {
      text.samples.filter { sample in
        sample.name == name && labels.allSatisfy { sample.labels[$0.key] == $0.value }
      }.map { ("\(name){\(Self.labels($0.labels))}", $0.value) }
    }
    func number(_ labels: [String: String]) -> Double {
      text.value("slcheck_interval_opportunities", labels).flatMap { Double($0) } ?? .nan
    }
    let counted = text.samples.filter {
      $0.name == "slcheck_interval_opportunities" && $0.labels["state"] == "counted"
    }
    let shares = counted.map { sample in
      let labels = sample.labels.filter { $0.key != "state" }
      let met = number(labels.merging(["state": "met"]) { $1 })
      return (
        "{\(Self.labels(labels))}", "\(met / (Double(sample.value) ?? .nan))"
      )
    }
    let expected: [[(String, String)]] = [
      samples("slcheck_service_level_ratio", ["period": "last_month"]),
      samples("slcheck_objective_ratio", ["period": "last_month"]),
      samples("slcheck_scope_level", ["standard": "8.01"]),
      shares,
      [(#"slcheck_requirement_status{standard="8.01",level="2",status="fails"}"#, "1")],
      [], [],
    ]
    #expect(expected[..<4].allSatisfy { $0.count >= 2 })
    try #require(queries.count == expected.count)
    var test = "tests:\n- interval: 1m\n  input_series:\n"
    for sample in text.samples {
      test += "  - series: '\(sample.name){\(Self.labels(sample.labels))}'\n"
      test += "    values: '\(sample.value)'\n"
    }
    test += "  promql_expr_test:\n"
    for (query, samples) in zip(queries, expected) {
      test += "  - expr: '\(query)'\n    eval_time: 0m\n    exp_samples:\n"
      for (labels, value) in samples {
        test += "    - labels: '\(labels)'\n      value: \(value)\n"
      }
    }
    try scratch.write("queries.yaml", test)
    let promtool = try #require(InstalledProgram.path("promtool"))
    let run = try ToolRun(["test", "rules", scratch.path("queries.yaml")], program: promtool)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
  }

  private static func labels(_ labels: [String: String]) -> String {
    labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\($0.value)\"" }.joined(separator: ",")
  }
}
