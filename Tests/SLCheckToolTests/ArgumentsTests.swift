import Basics
import MaturityRules
import PerformanceMetrics
import Reports
import Testing

@testable import SLCheckTool

@Suite struct ArgumentsTests {
  @Test func nothingTypedIsAReportOfStandardInput() throws {
    let arguments = try Arguments([])
    #expect(arguments.command == .report)
    #expect(arguments.isEmpty)
    #expect(arguments.inputs.isEmpty)
    #expect(arguments.format == .text)
    #expect(!arguments.wantsDigests)
  }

  @Test func optionsAndFilesComeInAnyOrder() throws {
    let arguments = try Arguments([
      "a.csv", "--format", "json", "-", "-o", "out.json", "--objective=85.5/30", "-v", "b.csv",
      "--config=c.json", "--formula", "answered", "--as-of=2026-10-31", "--map", "offered=Calls",
      "--delimiter", "tab", "--require", "8.01=2", "--max-rejects", "0.5%", "--rejects", "r.txt",
      "--on-conflict", "sum", "--strict-counts", "--accept-implausible", "offered",
      "--accept-implausible=answered", "--threads", "4", "--color", "never", "--by=queue,site",
      "--detail", "days", "--digest", "--progress", "always",
    ])
    #expect(arguments.command == .report)
    #expect(!arguments.isEmpty)
    #expect(arguments.inputs == [.file("a.csv"), .standardInput, .file("b.csv")])
    #expect(arguments.format == .json)
    #expect(arguments.outputPath == "out.json")
    #expect(arguments.objective == Objective(percent: FixedPoint("85.5")!, seconds: 30))
    #expect(arguments.isVerbose)
    #expect(arguments.configurationPath == "c.json")
    #expect(arguments.formula == .answered)
    #expect(arguments.asOf == CivilDate("2026-10-31"))
    #expect(arguments.map == [.init(name: "offered", column: "Calls")])
    #expect(arguments.delimiter == 9)
    #expect(arguments.require == ["8.01": 2])
    #expect(arguments.maxRejects?.description == "0.5%")
    #expect(arguments.rejectsPath == "r.txt")
    #expect(arguments.onConflict == .sum)
    #expect(arguments.strictCounts)
    #expect(arguments.acceptedImplausible == ["offered", "answered"])
    #expect(arguments.threads == 4)
    #expect(arguments.color == .never)
    #expect(arguments.progress == .always)
    #expect(arguments.by == [.queue, .site])
    #expect(arguments.detail == .days)
    #expect(arguments.wantsDigests)
  }

  @Test func twoDashesEndTheOptions() throws {
    #expect(try Arguments(["--", "--format", "-q"]).inputs == [.file("--format"), .file("-q")])
  }

  @Test func aCommandIsTheFirstOperandOnly() throws {
    #expect(try Arguments(["-q", "schema", "report"]).command == .schema)
    #expect(try Arguments(["report", "schema"]).inputs == [.file("schema")])
    #expect(try Arguments(["./inspect"]).inputs == [.file("./inspect")])
  }

  @Test func shortOptionsStandTogether() throws {
    let arguments = try Arguments(["-vofile", "x.csv"])
    #expect(arguments.isVerbose)
    #expect(arguments.outputPath == "file")
    #expect(try Arguments(["-o", "-"]).outputPath == nil)
  }

  @Test func helpAndVersionAreWishes() throws {
    #expect(try Arguments(["--version"]).wantsVersion)
    #expect(try Arguments(["-h"]).wantsHelp)
    #expect(try Arguments(["schema", "--help"]).wantsHelp)
    let help = try Arguments(["help", "report"])
    #expect(help.wantsHelp && help.command == .help && help.topic == "report")
  }

  @Test func initAndCompletionsReadNothing() throws {
    let begin = try Arguments(["init", "-o", "slcheck.json"])
    #expect(begin.command == .`init` && begin.outputPath == "slcheck.json" && begin.inputs == [])
    let completions = try Arguments(["completions", "zsh"])
    #expect(completions.command == .completions && completions.topic == "zsh")
    #expect(try Arguments(["completions", "--help"]).topic == nil)
  }

  @Test func explainTakesARuleAndFiles() throws {
    let arguments = try Arguments(["explain", "8.01.3/2026-10-05", "a.csv", "-"])
    #expect(arguments.command == .explain)
    #expect(arguments.rule?.description == "8.01.3/2026-10-05")
    #expect(arguments.inputs == [.file("a.csv"), .standardInput])
    #expect(try Arguments(["explain", "8.02"]).inputs.isEmpty)
    #expect(try Arguments(["explain", "--help"]).rule == nil)
  }

  @Test func recordsGoUpToTheNextOption() throws {
    let arguments = try Arguments([
      "assess", "r.csv", "--with", "a.csv", "-", "b.csv", "-q", "s.csv", "--with=c.csv", "t.csv",
      "--with", "d.csv", "--", "u.csv",
    ])
    #expect(
      arguments.ratings == [.file("r.csv"), .file("s.csv"), .file("t.csv"), .file("u.csv")])
    #expect(
      arguments.inputs
        == [.file("a.csv"), .standardInput, .file("b.csv"), .file("c.csv"), .file("d.csv")])
    #expect(arguments.wantsDigests && arguments.isQuiet)
    let template = try Arguments(["assess", "--template", "SQM_practice", "-o", "r.csv"])
    #expect(template.template?.id == "sqm_practice" && template.outputPath == "r.csv")
    #expect(try Arguments(["assess", "--help"]).ratings.isEmpty)
  }

  @Test(
    arguments: [(",", 44), (";", 59), ("pipe", 124), ("|", 124), ("semicolon", 59), ("comma", 44)]
      as [(String, UInt8)])
  func delimitersAreCharactersOrNames(_ text: String, _ byte: UInt8) throws {
    #expect(try Arguments(["--delimiter", text]).delimiter == byte)
  }

  static let sentences: [([String], String)] = [
    (["--formatt", "json"], "unknown option --formatt; did you mean --format?"),
    (["--zzzzzzzzzzzz"], "unknown option --zzzzzzzzzzzz"),
    (["-x"], "unknown option -x"),
    (
      ["--time-zone", "america/chicago"],
      "--time-zone: unknown time zone \"america/chicago\"; did you mean \"America/Chicago\"?"
    ),
    (
      ["--time-zone", "CST"],
      "--time-zone: unknown time zone \"CST\"; expected a name of the IANA database, such as "
        + "America/Chicago"
    ),
    (["--template", "cmo"], "report does not have the option --template"),
    (["rollup", "a.csv"], "rollup needs a grain: --by interval, --by day, --by month"),
    (
      ["rollup", "--by", "mouth", "a.csv"], "--by: unknown grain \"mouth\"; did you mean \"month\"?"
    ),
    (["report", "--by", "day"], "--by: unknown dimension \"day\"; known: site, queue, channel"),
    (
      ["assess"],
      "assess needs a file of ratings; --template ID writes one to fill in: cmo, cx_maturity, "
        + "contactscope, sqm_practice, icmi_concepts"
    ),
    (
      ["assess", "--template", "cmos"],
      "--template: unknown instrument \"cmos\"; did you mean \"cmo\"? known: cmo, cx_maturity, "
        + "contactscope, sqm_practice, icmi_concepts"
    ),
    (
      ["assess", "r.csv", "--instrument", "xxx"],
      "--instrument: unknown instrument \"xxx\"; did you mean \"cmo\"? known: cmo, cx_maturity, "
        + "contactscope, sqm_practice, icmi_concepts"
    ),
    (
      ["assess", "--template", "cmo", "r.csv"], "--template and RATINGS contradict each other"
    ),
    (
      ["assess", "--template", "cmo", "--with", "a.csv"],
      "--template and --with contradict each other"
    ),
    (
      ["assess", "--template", "cmo", "--format", "csv"],
      "--template and --format contradict each other"
    ),
    (
      ["assess", "r.csv", "--require", "8.01=2"], "--require says something only with --with FILES"
    ),
    (
      ["assess", "r.csv", "--config", "c.json"], "--config says something only with --with FILES"
    ),
    (["assess", "r.csv", "--with"], "--with needs a value: --with FILE..."),
    (["assess", "r.csv", "--with", "-q"], "--with needs a value: --with FILE..."),
    (["assess", "r.csv", "--with="], "the value of --with must not be empty"),
    (["assess", "r.csv", "--with", "a", ""], "the value of --with must not be empty"),
    (["assess", "-", "--with", "-"], "standard input can be read only once"),
    (
      ["assess", "r.csv", "--format", "junit"],
      "assess does not have the format junit; available: text, json, csv, markdown, html"
    ),
    (["explain", "5.6"], "explain: unknown rule or item \"5.6\"; did you mean \"5.06\"?"),
    (
      ["explain", "cx_maturty.routing_tool"],
      "explain: unknown rule or item \"cx_maturty.routing_tool\"; did you mean \"cx_maturity.routing_tool\"?"
    ),
    (
      ["explain", "sqm_practice.emial"],
      "explain: unknown rule or item \"sqm_practice.emial\"; did you mean \"sqm_practice.email\"?"
    ),
    (["explain", "5.06", "a.csv"], "explain does not take \"a.csv\""),
    (["help", "reprot"], "unknown command \"reprot\"; did you mean report?"),
    (["help", "a", "b"], "help does not take \"b\""),
    (
      ["schema"],
      "schema needs a name; known: report, summary, audit, verify, diff, sample, explain, figure, "
        + "instrument, assessment, inspect, configuration, records, profiles"
    ),
    (["schema", "reprt"], "schema: unknown name \"reprt\"; did you mean \"report\"?"),
    (
      ["schema", "zzz"],
      "schema: unknown name \"zzz\"; known: report, summary, audit, verify, diff, sample, "
        + "explain, figure, instrument, assessment, inspect, configuration, records, profiles"
    ),
    (
      ["schema", "configurations"],
      "schema: unknown name \"configurations\"; did you mean \"configuration\"?"
    ),
    (["completions"], "completions needs a shell; known: bash, zsh, fish, man"),
    (["completions", "bsh"], "completions: unknown shell \"bsh\"; did you mean \"bash\"?"),
    (
      ["completions", "powershell"],
      "completions: unknown shell \"powershell\"; known: bash, zsh, fish, man"
    ),
    (["completions", "bash", "zsh"], "completions does not take \"zsh\""),
    (["completions", "bash", "-o", "x"], "completions does not have the option --output"),
    (["init", "slcheck.json"], "init does not take \"slcheck.json\""),
    (["init", "--format", "json"], "init does not have the option --format"),
    (["adit", "a.csv", "--claims", "c.csv"], "unknown command \"adit\"; did you mean audit?"),
    (["--seed", "1", "smaple", "a.csv"], "unknown command \"smaple\"; did you mean sample?"),
    (["adit.csv", "--claims", "c.csv"], "report does not have the option --claims"),
    (["smaple", "--claims", "c.csv"], "report does not have the option --claims"),
    (
      ["--profile", "ringxc"], "--profile: unknown profile \"ringxc\"; did you mean \"ringcx\"?"
    ),
    (["schema", "report", "x"], "schema does not take \"x\""),
    (["schema", "report", "--as-of", "2026-10-31"], "schema does not have the option --as-of"),
    (["inspect", "a.csv", "--digest"], "inspect does not have the option --digest"),
    (["verify"], "verify needs a report and the files that it was made from"),
    (["verify", "r.json"], "verify needs a report and the files that it was made from"),
    (
      ["verify", "-", "a.csv"],
      "verify does not read a report from standard input; name a file"
    ),
    (
      ["verify", "r.json", "a.csv", "--objective", "80/20"],
      "verify does not have the option --objective"
    ),
    (["diff", "a.csv"], "diff needs two reports or two exports: the old one and the new one"),
    (["diff", "a", "b", "c"], "diff does not take \"c\""),
    (["diff", "a", "b", "--rejects", "c"], "diff does not have the option --rejects"),
    (
      ["diff", "a", "b", "--format", "html"],
      "diff does not have the format html; available: text, json, markdown"
    ),
    (
      ["inspect", "a.csv", "--format", "html"],
      "inspect does not have the format html; available: text, json"
    ),
    (["explain", "8.01", "--digest"], "explain does not have the option --digest"),
    (["--config"], "--config needs a value: --config FILE"),
    (["--config", "-q"], "--config needs a value: --config FILE"),
    (["--config="], "the value of --config must not be empty"),
    (["-q=1"], "unknown option -="),
    (["--quiet=1"], "--quiet takes no value"),
    (["--format=json", "--format=json"], "--format is given twice"),
    (
      ["audit", "--claims", "c.csv", "--format", "csv", "a.csv"],
      "audit does not have the format csv; available: text, json"
    ),
    (
      ["diff", "a", "b", "--format", "junit"],
      "diff does not have the format junit; available: text, json, markdown"
    ),
    (
      ["explain", "8.01", "--format", "openmetrics"],
      "explain does not have the format openmetrics; available: text, json"
    ),
    (
      ["--format", "xml"],
      "--format: unknown format \"xml\"; known: text, json, csv, markdown, html, junit, openmetrics"
    ),
    (["--format", "jsn"], "--format: unknown format \"jsn\"; did you mean \"json\"?"),
    (
      ["--objective", "80"],
      "--objective: expected a percentage from 0 to 100 and whole seconds, such as 80/20, found \"80\""
    ),
    (
      ["--objective", "101/20"],
      "--objective: expected a percentage from 0 to 100 and whole seconds, such as 80/20, found \"101/20\""
    ),
    (["--formula", "offerd"], "--formula: unknown formula \"offerd\"; did you mean \"offered\"?"),
    (
      ["--require", "8.07=1"],
      "--require: expected a standard from 8.01 to 8.06 and a level from 1 to 4, such as 8.01=2, found \"8.07=1\""
    ),
    (["--require=8.01=2", "--require=8.01=3"], "--require is given twice for 8.01"),
    (
      ["--as-of", "31.10.2026"], "--as-of: expected a date such as 2026-10-31, found \"31.10.2026\""
    ),
    (
      ["--map", "offered"],
      "--map: expected a name and a column, such as offered=\"Calls Offered\", found \"offered\""
    ),
    (["--map", "offerd=X"], "--map: unknown column \"offerd\"; did you mean \"offered\"?"),
    (
      ["--delimiter", "ab"],
      "--delimiter: expected one character, or comma, semicolon, tab or pipe, found \"ab\""
    ),
    (
      ["--delimiter", "\""],
      "--delimiter: expected one character, or comma, semicolon, tab or pipe, found \"\"\""
    ),
    (
      ["--max-rejects", "many"],
      "--max-rejects: expected a whole number or a percentage, such as 0.5%, found \"many\""
    ),
    (
      ["--on-conflict", "frist"],
      "--on-conflict: unknown way to resolve conflicts \"frist\"; did you mean \"first\"?"
    ),
    (["--threads", "0"], "--threads: expected a whole number from 1 to 1024, found \"0\""),
    (
      ["--color", "sometimes"], "--color: unknown choice \"sometimes\"; known: auto, always, never"
    ),
    (
      ["--progress", "allways"], "--progress: unknown choice \"allways\"; did you mean \"always\"?"
    ),
    (["--by", "quue"], "--by: unknown dimension \"quue\"; did you mean \"queue\"?"),
    (["--by", "site,site"], "--by names site twice"),
    (["--detail", "hours"], "--detail: unknown detail \"hours\"; known: days, intervals"),
    (["-q", "-v"], "--quiet and --verbose contradict each other"),
    ([""], "the name of a file must not be empty"),
    (["-", "-"], "standard input can be read only once"),
    (["--\u{1b}xxxx"], "unknown option --<U+001B>xxxx"),
  ]

  @Test(arguments: sentences)
  func everyErrorHasItsSentence(_ typed: [String], _ sentence: String) {
    let error = #expect(throws: UsageError.self) { try Arguments(typed) }
    #expect(error?.description == sentence)
  }

  @Test(arguments: ["--objective", "--formula"])
  func configuredServicesHaveASentence(_ name: String) {
    #expect(
      UsageError.configuredServices(name).description
        == "\(name) cannot be used with configured services; change their configuration")
  }
}

// MARK: - Table

@Suite struct OptionTableTests {
  @Test(arguments: OptionName.allCases)
  func everyNameHasOneEntryThatSomeoneTakes(_ name: OptionName) throws {
    #expect(OptionTable.all.count { $0.name == name } == 1)
    let entry = OptionTable.entry(for: name)
    #expect(entry.help.hasSuffix(".") && !entry.commands.isEmpty)
    if let key = entry.configurationKey { #expect(Configuration.keys.contains(key)) }
    // A value that nothing accepts is refused, and never a trap.
    for value in ["x", "1", "8.01=2", "site=x"] {
      let typed = entry.placeholder == nil ? [entry.typedName] : [entry.typedName, value]
      _ = try? Arguments(typed)
    }
  }

  @Test func commandsAreThese() {
    #expect(
      Command.allCases == [
        .report, .inspect, .summary, .audit, .verify, .diff, .sample, .explain, .rollup, .assess,
        .`init`, .schema, .completions, .help,
      ])
  }

  @Test(
    arguments: zip(
      SLCheckTool.ExitStatus.allCases, [0, 1, 2, 64, 65, 66, 70, 73, 74, 78] as [Int32]))
  func exitStatusesKeepTheirNumbers(_ status: SLCheckTool.ExitStatus, _ number: Int32) {
    #expect(status.rawValue == number)
  }
}
