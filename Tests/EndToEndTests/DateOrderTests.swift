import TestSupport
import Testing

/// Dates are read in the order that the dates of their file decide, in any order of the rows.
@Suite struct DateOrderTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static func file(_ starts: [String], then: String = "") -> String {
    Export.file(starts.enumerated().map { Export.row($1, queue: "Q\($0)") }) + then
  }

  private static func notes(_ run: CheckedRun, _ input: Int = 0) -> [String] {
    run.json.at("inputs.\(input).notes")?.elements.compactMap(\.text) ?? []
  }

  @Test(arguments: [
    (
      ["3/2/2026 9:00 AM", "3/13/2026 9:30 PM"], "2026-03-02T09:00", "2026-03-13T21:30",
      "dates are month/day/year: line 3 has 3/13/2026 9:30 PM"
    ),
    (
      ["03.02.2026 09:00", "13.02.2026 21:30"], "2026-02-03T09:00", "2026-02-13T21:30",
      "dates are day/month/year: line 3 has 13.02.2026 21:30"
    ),
    (
      ["03-02-26 09:00", "28-02-26"], "2026-02-03T09:00", "2026-02-28T00:00",
      "dates are day/month/year: line 3 has 28-02-26"
    ),
  ])
  func aLaterDateDecides(
    _ starts: [String], _ first: String, _ last: String, _ note: String
  ) throws {
    let text = DateOrderTests.file(starts)
    try scratch.write("data.csv", text)
    let run = try CheckedRun(["data.csv"], in: scratch.path)
    #expect(run.json.at("inputs.0.first")?.text == first)
    #expect(run.json.at("inputs.0.last")?.text == last)
    #expect(DateOrderTests.notes(run) == [note])
    // The same from a pipe, which gives its bytes once.
    let piped = try CheckedRun([], input: .pipe(Array(text.utf8)), in: scratch.path)
    #expect(piped.json["services"] == run.json["services"])
    // The same with the deciding row first.
    try scratch.write("reversed.csv", DateOrderTests.file(starts.reversed()))
    let reversed = try CheckedRun(["reversed.csv"], in: scratch.path)
    #expect(reversed.json.at("inputs.0.first")?.text == first)
    #expect(reversed.json.at("inputs.0.last")?.text == last)
  }

  /// The row that decides may stand behind everything that is read at once.
  @Test func theLastRowOfALongFileDecides() throws {
    let rows = (0..<6000).map { Export.row("3/2/2026", queue: "Q\($0)") }
    let text = Export.file(rows + [Export.row("3/13/2026")])
    try scratch.write("data.csv", text)
    let run = try CheckedRun(["data.csv"], in: scratch.path)
    #expect(run.json.at("inputs.0.rows.accepted")?.integer == 6001)
    #expect(run.json.at("inputs.0.last")?.text == "2026-03-13T00:00")
    #expect(
      DateOrderTests.notes(run) == ["dates are month/day/year: line 6002 has 3/13/2026"])
    let piped = try CheckedRun([], input: .pipe(Array(text.utf8)), in: scratch.path)
    #expect(piped.json["services"] == run.json["services"])
  }

  @Test func datesThatNeverDecideAreAnError() throws {
    try scratch.write("data.csv", DateOrderTests.file(["3/3/2026", "3/2/2026 9:00", "4/5/2026"]))
    let run = try ToolRun(["data.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(run.output == "")
    #expect(
      run.errorLines == [
        "data.csv:3:1: \"3/2/2026 9:00\" is 3 February or 2 March, and no date in the file tells "
          + "which; say which with --date-order dmy or mdy"
      ])
    for (order, first) in [("mdy", "2026-03-02T09:00"), ("dmy", "2026-02-03T09:00")] {
      let stated = try CheckedRun(["data.csv", "--date-order", order], in: scratch.path)
      #expect(stated.json.at("inputs.0.first")?.text == first)
      #expect(stated.json.at("configuration.effective.dateOrder")?.text == order)
    }
    try scratch.write("slcheck.json", "{ dateOrder: 'dmy' }")
    let configured = try CheckedRun(["data.csv"], in: scratch.path)
    #expect(configured.json.at("inputs.0.first")?.text == "2026-02-03T09:00")
  }

  @Test func datesThatAreTheSameEitherWayNeedNoOrder() throws {
    try scratch.write("data.csv", DateOrderTests.file(["3/3/2026", "4/4/2026"]))
    let run = try CheckedRun(["data.csv"], in: scratch.path)
    #expect(run.json.at("inputs.0.last")?.text == "2026-04-04T00:00")
  }

  /// A file with dates in two orders has none, whichever of them stands first.
  @Test(arguments: [
    ["3/13/2026", "13/3/2026"], ["2026-03-13 9:00", "13/3/2026"], ["2026/3/13", "3/2/2026"],
    ["3/2/2026", "3/13/2026", "2026-03-14"],
  ])
  func twoOrdersAreAnErrorInAnyOrderOfRows(_ starts: [String]) throws {
    for starts in [starts, starts.reversed()] {
      try scratch.write("data.csv", DateOrderTests.file(starts))
      let run = try ToolRun(["data.csv", "--max-rejects", "9"], in: scratch.path)
      #expect(run.status == 65, "\(starts)")
      #expect(run.output == "")
      #expect(run.errors.contains("is in another order than"), "\(run.errors)")
      #expect(run.errors.contains("in line "))
    }
  }

  /// With the order stated, ISO dates are read as they are and others are rejects.
  @Test func statedOrderRejectsWhatCannotBe() throws {
    try scratch.write(
      "data.csv", DateOrderTests.file(["2026-03-14", "2026/3/15", "3/13/2026", "13/3/2026"]))
    let run = try CheckedRun(
      ["data.csv", "--date-order", "mdy", "--max-rejects", "1"], in: scratch.path)
    #expect(run.json.at("inputs.0.rows.accepted")?.integer == 3)
    #expect(run.json.at("inputs.0.rejects.0.line")?.integer == 5)
    #expect(
      run.json.at("inputs.0.rejects.0.reason")?.text
        == "interval_start: \"13/3/2026\" is a day or a time that does not exist")
  }

  @Test func yearFirstTellsItself() throws {
    try scratch.write("data.csv", DateOrderTests.file(["2026/3/2 9:00", "2026-03-03"]))
    let run = try CheckedRun(["data.csv"], in: scratch.path)
    #expect(run.json.at("inputs.0.first")?.text == "2026-03-02T09:00")
    #expect(DateOrderTests.notes(run) == [])
  }

  /// Each file is decided on its own; columns of one file are decided together.
  @Test func filesAndColumnsAreDecided() throws {
    try scratch.write("us.csv", DateOrderTests.file(["3/2/2026", "3/13/2026"]))
    try scratch.write("eu.csv", Export.file([Export.row("14-03-2026", queue: "EU")]))
    try scratch.write(
      "log.csv",
      "started_at,answered_at,queue,outcome\n3/2/2026 9:00,3/2/2026 9:01,c,answered\n"
        + "3/12/2026 23:59:30,3/13/2026 0:00:30,c,answered\n")
    let run = try CheckedRun(["us.csv", "eu.csv", "log.csv"], in: scratch.path)
    let last = (0..<3).map { run.json.at("inputs.\($0).last")?.text }
    #expect(last == ["2026-03-13T00:00", "2026-03-14T00:00", "2026-03-12T23:59"])
  }

  @Test func dateAndTimeInTwoColumnsAreJoined() throws {
    try scratch.write(
      "data.csv",
      "Date,Time,offered,answered,abandoned,answered_within\n"
        + "3/2/2026,9:00 AM,10,9,1,8\n3/13/2026,1:30 PM,10,9,1,8\n")
    let run = try CheckedRun(
      ["data.csv", "--map", "interval_start=Date", "--map", "interval_start=Time"],
      in: scratch.path)
    #expect(run.json.at("inputs.0.first")?.text == "2026-03-02T09:00")
    #expect(run.json.at("inputs.0.last")?.text == "2026-03-13T13:30")
  }
}
