import TestSupport
import Testing

/// Self-assessments through the real program: verdicts, statuses, forms.
@Suite struct AssessTests {
  static let header = "instrument,item,rating,evidence,note\n"
  static let sample = PackageFiles.root + "/SampleData/"

  /// Runs the program on a file of ratings.
  ///
  /// - Parameters:
  ///   - rows: The rows below the header.
  ///   - options: What is typed behind the file.
  private func run(
    _ rows: String, _ options: [String] = [], input: ToolRun.Input = .empty
  ) throws -> ToolRun {
    let scratch = try ScratchFolder()
    try scratch.write("r.csv", Self.header + rows)
    return try ToolRun(["assess", "r.csv"] + options, input: input, in: scratch.path)
  }

  /// The evaluations of the sample: 8.02 has level 1, and level 2 is possible.
  private static let quality = [
    "--config", sample + "slcheck.json", "--with", sample + "evaluations.csv",
  ]

  @Test(
    arguments: [
      ("1", "agrees", 0), ("0", "understated", 0), ("2", "unproven", 2), ("3", "contradicted", 1),
      ("", "computed", 0),
    ] as [(String, String, Int32)])
  func verdictsHaveTheirStatus(_ rating: String, _ verdict: String, _ status: Int32) throws {
    let rows = "cmo,8.02,\(rating),,\ncmo,8.03,3,,\ncmo,1.01,4,,\n"
    let run = try run(rows, Self.quality + ["--format", "json"])
    #expect(run.status == status, "\(run.errors)")
    let json = try JSONTree(run.outputBytes)
    let items = json["assessments"]?.elements.first?["items"]?.elements ?? []
    let verdicts = items.reduce(into: [String: String]()) {
      $0[$1["id"]?.text ?? ""] = $1["verdict"]?.text
    }
    #expect(verdicts["8.02"] == verdict)
    #expect(verdicts["8.03"] == "claimed" && verdicts["1.01"] == "claimed")
    #expect(json["asOf"]?.text == "2026-10-31")
    #expect(try self.run(rows).status == 0)
  }

  @Test(
    arguments: [
      (["8.02=1"], "1", 0), (["8.02=2"], "1", 2), (["8.02=3"], "1", 1), (["8.02=3"], "2", 1),
      (["8.02=2"], "3", 1), (["8.01=1"], "1", 2), (["8.02=1"], "2", 2),
    ] as [([String], String, Int32)])
  func whatIsRequiredCounts(_ required: [String], _ rating: String, _ status: Int32) throws {
    let options = required.flatMap { ["--require", $0] }
    let run = try run("cmo,8.02,\(rating),,\n", Self.quality + options)
    #expect(run.status == status, "\(run.errors)")
  }

  @Test func theScorecardIsThereWithRecordsAlone() throws {
    let run = try run("icmi_concepts,prompt,1,,\n", Self.quality)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("cmo  ICMI CMO Standards: 0 of 45 rated, 1 computed"))
    #expect(run.output.contains("\nicmi_concepts  "))
  }

  @Test func asOfEndsTheWindows() throws {
    let rows = "cmo,8.02,1,,\n"
    let early = try run(rows, Self.quality + ["--as-of", "2025-10-31", "--format", "json"])
    #expect(try JSONTree(early.outputBytes)["asOf"]?.text == "2025-10-31")
    // Without records, the day is that of what may have run out.
    let area =
      "sqm_practice,email.onsite_score,90,,\nsqm_practice,email.employee_satisfaction,90,,\n"
      + "sqm_practice,email.employees,50,,\nsqm_practice,email.surveys,50,,\n"
      + "sqm_practice,email.cx_impact,yes,,\nsqm_practice,email.certified_on,2025-01-01,,\n"
    for (day, decision) in [("2025-06-30", "criteriaMet"), ("2026-06-30", "criteriaNotMet")] {
      let run = try run(area, ["--as-of", day, "--format", "json"])
      let areas = try JSONTree(run.outputBytes)["assessments"]?.elements[0]["areas"]?.elements
      let email = areas?.first { $0["id"]?.text == "email" }
      #expect(email?["decision"]?.text == decision, "\(day)")
    }
  }

  @Test func recordsMayComeThroughAPipe() throws {
    let bytes = try PackageFiles.bytes("SampleData/evaluations.csv")
    let run = try run(
      "cmo,8.02,3,,\n", ["--config", Self.sample + "slcheck.json", "--with", "-", "-q"],
      input: .pipe(bytes))
    #expect(run.status == 1, "\(run.errors)")
    let ratings = try ToolRun(
      ["assess", "-"], input: .pipe(Array((Self.header + "cmo,1.01,3,,\n").utf8)))
    #expect(ratings.status == 0)
    #expect(ratings.output.hasPrefix("cmo  ICMI CMO Standards: 1 of 45 rated"))
  }

  @Test func everyFileIsNamedWithItsDigest() throws {
    let run = try run(
      "cmo,1.01,3,,\n\ncmo,1.02,,,\n", Self.quality + ["--format", "json"])
    let inputs = try JSONTree(run.outputBytes)["inputs"]?.elements ?? []
    #expect(inputs.map { $0["kind"]?.text } == ["ratings", "evaluations"])
    #expect(inputs.allSatisfy { $0["sha256"]?.text?.count == 64 })
    #expect(inputs[0]["path"]?.text == "r.csv" && inputs[0]["bytes"]?.integer == 63)
    #expect(inputs[0].at("rows.read")?.integer == 3)
    #expect(inputs[0].at("rows.accepted")?.integer == 1)
    #expect(inputs[0].at("rows.ignored")?.integer == 2)
  }
}

// MARK: - Configuration

extension AssessTests {
  @Test func withoutRecordsNoConfigurationIsRead() throws {
    let scratch = try ScratchFolder()
    try scratch.write("r.csv", Self.header + "cmo,8.01,4,,\n")
    try scratch.write("slcheck.json", "{ nonsense: 1 }")
    let alone = try ToolRun(["assess", "r.csv"], in: scratch.path)
    #expect(alone.status == 0 && alone.errors == "")
    let beside = try ToolRun(
      ["assess", "r.csv", "--with", Self.sample + "evaluations.csv"], in: scratch.path)
    #expect(beside.status == 78)
    #expect(beside.errors.hasPrefix("slcheck.json:"))
  }

  @Test func aHeaderAloneIsNoAssessment() throws {
    let run = try run("")
    #expect(run.status == 65 && run.output == "")
    #expect(run.errors == "r.csv:1:1: the file has a header and no rows; export it again\n")
  }

  @Test func anInputIsNeverOverwritten() throws {
    let run = try run("cmo,1.01,3,,\n", ["-o", "r.csv"])
    #expect(run.status == 64)
    #expect(run.errors == "slcheck: -o would overwrite r.csv, which is read\n")
  }
}

// MARK: - Forms

extension AssessTests {
  @Test(arguments: ["text", "json", "csv", "markdown", "html"])
  func everyFormIsWrittenToAFileAsItIsPrinted(_ format: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write("r.csv", Self.header + "cx_maturity,routing_tool,4,,\n")
    let printed = try ToolRun(["assess", "r.csv", "--format", format], in: scratch.path)
    let written = try ToolRun(
      ["assess", "r.csv", "--format", format, "-o", "out"], in: scratch.path)
    #expect(printed.status == 0 && written.status == 0)
    #expect(printed.outputBytes.count > 100 && written.output == "")
    #expect(try scratch.bytes("out") == printed.outputBytes)
  }

  @Test func jsonKeepsToItsSchema() throws {
    let schema = try JSONTree(try ToolRun(["schema", "assessment"]).outputBytes)
    let run = try ToolRun(
      [
        "assess", Self.sample + "ratings/self-assessment.csv", "--format", "json",
      ] + Self.quality)
    #expect(run.status == 2, "\(run.errors)")
    let problems = JSONSchemaValidator(schema, isStrict: true)
      .problems(in: try JSONTree(run.outputBytes))
    #expect(problems.isEmpty, "\(problems.prefix(5))")
  }

  @Test func aTableHoldsOneInstrument() throws {
    let rows = "cmo,1.01,3,,\nicmi_concepts,prompt,1,,\n"
    let both = try run(rows, ["--format", "csv"])
    #expect(both.status == 64 && both.output == "")
    #expect(
      both.errors == "slcheck: assess: a table holds one instrument; choose one of cmo, "
        + "icmi_concepts with --instrument ID\n")
    let one = try run(rows, ["--format", "csv", "--instrument", "icmi_concepts"])
    #expect(one.status == 0)
    #expect(one.output.hasPrefix("item,title,rating,gap,bears_on\n"))
    let absent = try run(rows, ["--instrument", "contactscope"])
    #expect(absent.status == 64)
    #expect(
      absent.errors == "slcheck: --instrument: nothing is rated by contactscope; rated: cmo, "
        + "icmi_concepts\n")
    let nothing = try run("cmo,1.01,,,\n", ["--format", "csv"])
    #expect(nothing.status == 65)
    #expect(nothing.errors == "slcheck: assess: nothing is rated, so there is no table\n")
  }

  @Test func oneOfSeveralIsAllThatCounts() throws {
    let rows = "cmo,8.02,3,,\nicmi_concepts,prompt,1,,\n"
    let run = try run(rows, Self.quality + ["--instrument", "icmi_concepts"])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("icmi_concepts  ") && !run.output.contains("cmo  ICMI CMO"))
  }
}

// MARK: - Templates

extension AssessTests {
  @Test(
    arguments: [
      ("cmo", 45), ("cx_maturity", 20), ("contactscope", 20), ("sqm_practice", 85),
      ("icmi_concepts", 10),
    ])
  func aTemplateIsInputInWhichNothingIsRated(_ id: String, _ rows: Int) throws {
    let scratch = try ScratchFolder()
    let printed = try ToolRun(["assess", "--template", id])
    let written = try ToolRun(["assess", "--template", id, "-o", "t.csv"], in: scratch.path)
    #expect(printed.status == 0 && written.status == 0)
    #expect(try scratch.bytes("t.csv") == printed.outputBytes)
    #expect(printed.output.split(separator: "\n").count == rows + 1)
    let run = try ToolRun(["assess", "t.csv"], in: scratch.path)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.hasPrefix("Nothing is rated\n"))
  }

  @Test func anUnknownTemplateNamesTheFive() throws {
    let run = try ToolRun(["assess", "--template", "nps"])
    #expect(run.status == 64 && run.output == "")
    for id in ["cmo", "cx_maturity", "contactscope", "sqm_practice", "icmi_concepts"] {
      #expect(run.errors.contains(id))
    }
  }
}
