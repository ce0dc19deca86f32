import TestSupport
import Testing

/// The command explain with the address of a figure: the rows behind it.
@Suite struct FigureTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write(
      "a.csv",
      Export.file([
        Export.row("2026-03-02 08:00", offered: 31, within: 20),
        Export.row("2026-03-02 08:30", queue: "Sales", offered: 9, within: 9),
        Export.row("2026-03-03 08:00", offered: 1, within: 0),
      ]))
  }

  private func explain(_ arguments: [String], status: Int32 = 0) throws -> ToolRun {
    let run = try ToolRun(["explain"] + arguments, in: scratch.path)
    #expect(run.status == status, "\(run.output)\(run.errors)")
    return run
  }

  @Test func textListsRowsAndTheirSum() throws {
    #expect(
      try explain(["services[0].months[0].serviceLevel", "a.csv"]).output == """
        services[0].months[0].serviceLevel: 68.29% (28 of 41)
          as of 2026-03-03
          in time of counted: the rows of All contacts, 2026-03-01 to 2026-03-03

          file:line  start             of              in time  counted
          a.csv:2    2026-03-02T08:00  Billing, voice       20       31
          a.csv:3    2026-03-02T08:30  Sales, voice          8        9
          a.csv:4    2026-03-03T08:00  Billing, voice        0        1
          3 rows                                            28       41

        """)
    let met = try explain(["services[0].total.intervals.met", "a.csv"]).output
    #expect(met.contains("  2026-03-02T08:30  met           88.88%   8 of 9\n"), "\(met)")
    #expect(met.contains("  1 row "))
    let day = try explain(["services[0].days[2026-03-03].offered", "a.csv"]).output
    #expect(day.hasPrefix("services[0].days[2].offered: 1\n") && day.contains("a.csv:4 "), "\(day)")
    let interval = try explain(
      ["services[0].intervals[2026-03-02T08:30].answered", "a.csv"]
    ).output
    #expect(interval.contains(".answered: 8\n") && interval.contains("a.csv:3 "), "\(interval)")
  }

  @Test func jsonKeepsToItsSchema() throws {
    let schema = JSONSchemaValidator(
      try JSONTree(try ToolRun(["schema", "figure"]).outputBytes), isStrict: true)
    for address in ["offered", "intervals.met", "averageSpeedOfAnswer", "trend"] {
      let place = address == "trend" ? "services[0].trend" : "services[0].total." + address
      let json = try JSONTree(
        try explain([place, "a.csv", "--format", "json"]).outputBytes)
      #expect(schema.problems(in: json) == [])
    }
  }

  @Test func contactsAreFoundByASecondReading() throws {
    try scratch.write(
      "calls.csv",
      "started_at,outcome,wait_seconds,customer_id\n2026-03-02T09:00,answered,5,555-01\n"
        + "2026-03-02T09:01,abandoned,70,555-02\n2026-03-02T10:00,answered,90,555-01\n")
    let run = try explain(["services[0].total.serviceLevel", "calls.csv"])
    #expect(
      run.output.contains("calls.csv:2  2026-03-02T09:00:00            1        1\n"),
      "\(run.output)")
    #expect(run.output.contains("  3 rows                                      1        3\n"))
    #expect(!run.output.contains("555-0"))
    let piped = try ToolRun(
      ["explain", "services[0].total.serviceLevel", "-"],
      input: .pipe(scratch.bytes("calls.csv")), in: scratch.path)
    #expect(piped.status == 64)
    #expect(piped.errors.contains("have to be read a second time; name files, not a pipe"))
    // Interval records are known from the first.
    let intervals = try ToolRun(
      ["explain", "services[0].total.offered", "-"], input: .pipe(scratch.bytes("a.csv")),
      in: scratch.path)
    #expect(intervals.status == 0 && intervals.output.contains("-:2 "))
  }

  @Test func rowsThatDoNotTellAreNoZeros() throws {
    try scratch.write(
      "w.csv",
      "started_at,outcome,wait_seconds\n2026-03-02T09:00,answered,3\n2026-03-02T09:10,answered,\n")
    let wait = try explain(["services[0].total.averageSpeedOfAnswer", "w.csv"]).output
    #expect(wait.hasPrefix("services[0].total.averageSpeedOfAnswer: not known\n"))
    #expect(
      wait.contains("w.csv:3    2026-03-02T09:10:00                   ?         1\n"), "\(wait)")
    #expect(wait.hasSuffix("  2 rows\n"), "\(wait)")
  }

  @Test func closedIntervalsHaveTheirRows() throws {
    try scratch.write(
      "c.json",
      "{ services: [{ name: 'V', objectives: [{ percent: 80, seconds: 20 }], "
        + "hours: { mon: '08:00-08:30', tue: '08:00-08:30' } }] }")
    let run = try explain(
      ["services[0].total.intervals.closed", "a.csv", "--config", "c.json"])
    #expect(
      run.output.contains("a.csv:3    2026-03-02T08:30  Sales, voice        9\n"), "\(run.output)")
  }

  @Test func passesOfARepeatedHourAreTold() throws {
    try scratch.write(
      "z.csv",
      "started_at,outcome,wait_seconds\n2025-11-02T06:10:00Z,answered,3\n2025-11-02T07:10:00Z,answered,3\n"
    )
    let run = try explain(
      ["services[0].total.offered", "z.csv", "--time-zone", "America/Chicago"])
    #expect(run.output.contains("z.csv:2    2025-11-02T01:10:00 "), "\(run.output)")
    #expect(run.output.contains("z.csv:3    2025-11-02T01:10:00 (second pass) "), "\(run.output)")
  }

  @Test func whatHasNoRowsIsRefused() throws {
    for (arguments, words) in [
      (["services[0].total.offered"], "is a figure of a report; name the files"),
      (["services[0.total", "a.csv"], "is no address of a figure"),
      (["services[0].totle", "a.csv"], "did you mean \"total\"?"),
      (["standards[0].level", "a.csv"], "slcheck explain 8.01 with files"),
    ] {
      #expect(try explain(arguments, status: 64).errors.contains(words))
    }
  }

  /// A category may be called anything, and is addressed as differences are.
  @Test func keysThatAreNoWordsStandInQuotes() throws {
    try scratch.write(
      "costs.csv",
      "month,category,amount\n2026-03,IT & rent,5\n2026-03,IT & rent,7.5\n2026-03,a]b\u{1B}[1m,3\n"
        + "2026-03,a.b,1\n")
    let place = "costPerContact[0].months[0].categories"
    let files = ["costs.csv", "a.csv", "--as-of", "2026-03-31"]
    for (key, sum) in [("it & rent", "12.5000"), ("a]b<U+001B>[1m", "3"), ("a.b", "1")] {
      let address = place + "[\"\(key)\"]"
      let output = try explain([address] + files).output
      #expect(output.hasPrefix(address + ": ") && output.hasSuffix(" \(sum)\n"), "\(output)")
      #expect(!output.contains("\u{1B}"))
    }
    let unknown = try explain([place + "[\"zz\"]"] + files, status: 64)
    #expect(unknown.errors.contains("known: a.b, a]b<U+001B>[1m, it & rent"))
  }

  @Test func hostileNamesAreMadeVisible() throws {
    try scratch.write(
      "b.csv", Export.file([Export.row("2026-03-02 08:00", queue: "a\u{1B}[31m\u{202E}b")]))
    let output = try explain(["services[0].total.offered", "b.csv"]).output
    #expect(!output.contains("\u{1B}") && !output.contains("\u{202E}"))
  }
}
