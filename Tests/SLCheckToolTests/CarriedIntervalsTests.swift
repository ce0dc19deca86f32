import Foundation
import TestSupport
import Testing

@testable import SLCheckTool

/// How intervals ended rides along with rolled-up days and months, and is refused where it says
/// nothing of the service.
@Suite struct CarriedIntervalsTests {
  /// Two sites with a queue each, and half hours that are missing now and then.
  private struct Center {
    let scratch: ScratchFolder
    let file: String
    let options: [String]

    /// - Parameters:
    ///   - queues: Queues of each site; all of them are one service on each site.
    ///   - objective: An objective beside the one that holds from the beginning, as JSON.
    ///   - skipped: A day without any record, such as 04-7.
    init(
      _ generator: SplitMix64, queues: [String] = ["A"], objective: String = "",
      skipped: String = ""
    ) throws {
      scratch = try ScratchFolder()
      var random = generator
      var rows = ["interval_start,site,queue,offered,answered,abandoned,answered_within_30"]
      for (month, days) in [("03", 31), ("04", 30), ("05", 31), ("06", 30)] {
        for day in 1...days where skipped != "\(month)-\(day)" {
          for (site, queue) in ["N", "S"].flatMap({ site in queues.map { (site, $0) } }) {
            for half in 16..<(24 + Int.random(in: 0...4, using: &random)) {
              if half > 16, random.once(in: 20) { continue }
              let offered = Int.random(in: 0...9, using: &random)
              let answered = Int.random(in: offered * 2 / 3...offered, using: &random)
              rows.append(
                "2026-\(month)-\(day < 10 ? "0" : "")\(day) \(half / 2):"
                  + "\(half % 2 == 0 ? "00" : "30"),\(site),\(queue),\(offered),\(answered),"
                  + "\(offered - answered),\(Int.random(in: answered * 2 / 3...answered, using: &random))"
              )
            }
          }
        }
      }
      file = try scratch.write("a.csv", rows.map { $0 + "\n" }.joined())
      try scratch.write(
        "center.json",
        """
        { services: [{ name: 'Voice', objectives: [{ percent: 72.5, seconds: 30 }\(objective)] }] }
        """)
      options = ["--config", scratch.path("center.json")]
    }

    func rolled(_ arguments: [String], _ name: String, of files: [String]? = nil) throws -> String {
      let path = scratch.path(name)
      let status = Tool.run(["rollup"] + arguments + (files ?? [file]) + options + ["-o", path])
      try #require(status == 0)
      return path
    }

    func report(_ files: [String], _ more: [String] = []) throws -> JSONTree {
      let path = scratch.path("report.json")
      let status = Tool.run(files + options + more + ["--format", "json", "-o", path])
      try #require(status == 0)
      return try JSONTree([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    }

    func text(_ files: [String]) throws -> String {
      let path = scratch.path("report.txt")
      try #require(Tool.run(files + options + ["-o", path]) == 0)
      return try scratch.text("report.txt")
    }
  }

  /// What the interval criterion of 8.01 found, scope by scope.
  private static func criteria(_ report: JSONTree) -> [[JSONTree?]] {
    report["standards"]!.elements[0]["scopes"]!.elements.map { scope in
      let criterion = scope["criteria"]!.elements[2]
      return ["status", "met", "counted", "undecided", "needed", "remarks"].map { criterion[$0] }
    }
  }

  /// Counts of intervals, month by month.
  private static func months(_ report: JSONTree) -> [[JSONTree?]] {
    report["services"]!.elements.flatMap { $0["months"]!.elements }.map { month in
      ["met", "counted", "undecided"].map { month["intervals"]?[$0] }
    }
  }

  @Test(arguments: Seed.cases(RunCount.ofRuns / 5))
  func daysAndMonthsTellWhatTheirIntervalsDid(_ seed: Seed) throws {
    let center = try Center(seed.generator)
    let whole = try center.report([center.file])
    let days = try center.rolled(["--by", "day"], "days.csv")
    let ofDays = try center.report([days])
    #expect(Self.criteria(ofDays) == Self.criteria(whole), "\(seed)")
    #expect(Self.criteria(ofDays)[0][2] != .number("0"))
    #expect(Self.months(ofDays) == Self.months(whole), "\(seed)")
    let months = try center.rolled(["--by", "month"], "months.csv")
    #expect(try Self.months(center.report([months])) == Self.months(whole), "\(seed)")
    // The same from days as from intervals.
    _ = try center.rolled(["--by", "month"], "again.csv", of: [days])
    #expect(try center.scratch.bytes("again.csv") == center.scratch.bytes("months.csv"), "\(seed)")
    _ = try center.rolled(["--by", "day"], "days-again.csv", of: [days])
    #expect(
      try center.scratch.bytes("days-again.csv") == center.scratch.bytes("days.csv"), "\(seed)")
  }

  @Test func severalQueuesAreToldTogetherOrNotAtAll() throws {
    let center = try Center(SplitMix64(1), queues: ["A", "B"])
    let whole = try center.report([center.file])
    // A row for each queue: their counts are not those of the service.
    let apart = try center.rolled(["--by", "day"], "apart.csv")
    #expect(try Self.criteria(center.report([apart]))[0][0] == .string("indeterminate"))
    #expect(try Self.months(center.report([apart])).allSatisfy { $0 == [nil, nil, nil] })
    #expect(
      try center.text([apart]).contains("does not add up; roll up over what tells them apart"))
    let together = try center.rolled(["--by", "day", "--over", "queue"], "together.csv")
    #expect(try Self.criteria(center.report([together])) == Self.criteria(whole))
    // Parts of one day add up, and what their intervals did together nobody knows.
    let lines = try center.scratch.text("a.csv").split(separator: "\n")
    let parts = try [("0", 0), ("1", 1)].map { name, rest in
      let rows = lines.dropFirst().enumerated().filter { $0.offset % 2 == rest }.map(\.element)
      let file = try center.scratch.write(
        "part\(name).csv", ([lines[0]] + rows).map { $0 + "\n" }.joined())
      return try center.rolled(["--by", "day", "--over", "queue"], "sum\(name).csv", of: [file])
    }
    let split = try center.report(parts)
    #expect(Self.criteria(split)[0][0] == .string("indeterminate"))
    let total = { (report: JSONTree) in report["services"]!.elements[0]["total"]!["offered"] }
    #expect(total(split) == total(whole))
  }

  @Test func aPieceThatIsAloneOnADayTellsNothing() throws {
    let center = try Center(SplitMix64(13), queues: ["A", "B"])
    let lines = try center.scratch.text("a.csv").split(separator: "\n")
    let gap = lines.filter { !$0.contains(",B,") || !$0.hasPrefix("2026-05-1") }
    let pieces = try ["A", "B"].map { queue in
      let rows = gap.dropFirst().filter { $0.contains(",\(queue),") }
      let file = try center.scratch.write(
        "piece\(queue).csv", ([gap[0]] + rows).map { $0 + "\n" }.joined())
      return try center.rolled(["--by", "day", "--over", "queue"], "sum\(queue).csv", of: [file])
    }
    // The other queue has no row on ten days in May, and should have had intervals there.
    let report = try center.report(pieces)
    #expect(Self.months(report).allSatisfy { $0 == [nil, nil, nil] })
    let text = try center.text(pieces)
    #expect(text.contains("is not used: some days or months have several rows"))
    #expect(!text.contains("how intervals ended is taken from"))
    // What is behind as-of changes nothing before it.
    let alone = try center.report([pieces[0]], ["--as-of", "2026-04-30"])
    let late = try center.scratch.write(
      "late.csv",
      try center.scratch.text("sumB.csv").split(separator: "\n").filter {
        !$0.contains(",2026-03-") && !$0.contains(",2026-04-")
      }.map { $0 + "\n" }.joined())
    let both = try center.report([pieces[0], late], ["--as-of", "2026-04-30"])
    #expect(both["services"] == alone["services"])
    #expect(Self.months(alone).allSatisfy { $0[1] != nil })
  }

  @Test func anotherObjectiveHasNoUseForThem() throws {
    let center = try Center(SplitMix64(2))
    let days = try center.rolled(["--by", "day"], "days.csv")
    #expect(try center.scratch.text("days.csv").contains(",72.5% in 30s offered by 30 min,"))
    for other in ["formula: 'answered',", "demand: 'answered+abandoned',"] {
      try center.scratch.write(
        "center.json",
        "{ services: [{ name: 'Voice', \(other) objectives: [{ percent: 72.5, seconds: 30 }] }] }")
      let report = try center.report([days])
      #expect(Self.criteria(report)[0][0] == .string("indeterminate"))
      #expect(try center.text([days]).contains("something else than the objective judged them"))
    }
  }

  @Test func aMonthOfTwoObjectivesTellsNothing() throws {
    let center = try Center(
      SplitMix64(3), objective: ", { from: '2026-05-10', percent: 60, seconds: 30 }")
    let whole = try center.report([center.file])
    let days = try center.rolled(["--by", "day"], "days.csv")
    #expect(try Self.months(center.report([days])) == Self.months(whole))
    let months = try center.rolled(["--by", "month"], "months.csv")
    let told = try Self.months(center.report([months]))
    for (index, month) in Self.months(whole).enumerated() {
      #expect(told[index] == (index % 4 == 2 ? [nil, nil, nil] : month))
    }
  }

  @Test func aDayThatIsMissingTellsNothing() throws {
    let center = try Center(SplitMix64(7), skipped: "04-7")
    let whole = try center.report([center.file])
    let days = try center.rolled(["--by", "day"], "days.csv")
    let told = try Self.months(center.report([days]))
    // Which intervals it should have had stands in no row.
    for (index, month) in Self.months(whole).enumerated() {
      #expect(told[index] == (index % 4 == 1 ? [nil, nil, nil] : month))
    }
    // The sum of a month has seen them.
    let months = try center.rolled(["--by", "month"], "months.csv")
    #expect(try Self.months(center.report([months])) == Self.months(whole))
  }

  @Test func exclusionsTakeWhatADayTells() throws {
    let center = try Center(SplitMix64(4))
    let days = try center.rolled(["--by", "day"], "days.csv")
    let exclusions = try center.scratch.write(
      "exclusions.csv",
      "start,end,reason,approver\n2026-06-02 09:00,2026-06-02 10:00,outage,M. Diaz\n"
        + "2026-04-01 00:00,2026-04-02 00:00,outage,M. Diaz\n")
    let service = try center.report([days, exclusions])["services"]!.elements[0]
    let counted = { (months: JSONTree?) in
      months!.elements.compactMap { $0["intervals"]?["counted"]?.integer }
    }
    let all = counted(service["months"])
    let left = counted(service["withExclusions"]!["months"])
    // A record of a day is left out whole, with all that it tells.
    #expect(zip(all, left).map { $0 > $1 } == [false, true, false, true])
  }

  @Test func claimsOfIntervalsAreVerifiedByThem() throws {
    let center = try Center(SplitMix64(5))
    let report = try center.report([center.file])
    let june = report["services"]!.elements[0]["months"]!.elements[3]["intervals"]!
    let (met, counted) = (june["met"]!.integer!, june["counted"]!.integer!)
    let days = try center.rolled(["--by", "day"], "days.csv")
    let claims = try center.scratch.write(
      "claims.csv",
      "id,measure,scope,period,claimed\n1,intervals_met,service=Voice;site=N,2026-06,"
        + "\(met)/\(counted)\n")
    let status = Tool.run(
      ["audit", "--claims", claims, days] + center.options
        + ["-o", center.scratch.path("audit.txt")])
    let verdicts = try center.scratch.text("audit.txt")
    #expect(status == 0, "\(verdicts)")
  }

  @Test func countsThatCannotBeAreRejected() throws {
    let scratch = try ScratchFolder()
    let header =
      "interval_start,interval_minutes,offered,answered,abandoned,answered_within_20,"
      + "intervals_met,intervals_counted,intervals_undecided,intervals_objective,part\n"
    let file = try scratch.write(
      "days.csv",
      header + "2026-06-01,1440,9,9,0,9,7,6,0,80% in 20s offered by 30 min,\n"
        + "2026-06-02,1440,9,9,0,9,many,6,0,80% in 20s offered,\n"
        + "2026-06-03,1440,9,9,0,9,-1,6,0,80% in 20s offered,\n"
        + "2026-06-04,1440,9,9,0,9,,6,0,80% in 20s offered,\n"
        + "2026-06-05,1440,9,9,0,9,5,6,0,,\n"
        + "2026-06-06,1440,9,9,0,9,5,301,0,80% in 20s offered by 30 min,\n")
    let status = Tool.run(
      [file, "--max-rejects", "9", "--rejects", scratch.path("rejects.csv"), "-o"]
        + [scratch.path("report.txt")])
    #expect(status == 0)
    let rejects = try scratch.text("rejects.csv")
    #expect(rejects.contains("intervals_met: \"\"7\"\" is more than intervals_counted"))
    #expect(rejects.contains("intervals_met: \"\"many\"\" is not a number"))
    #expect(rejects.contains("intervals_met: \"\"-1\"\" is"))
    #expect(rejects.contains("intervals_counted: \"\"301\"\" is not between 0 and 300"))
    // A blank one says nothing, and is no error.
    #expect(rejects.split(separator: "\n").count == 5, "\(rejects)")
  }

  @Test func rowsThatDifferInNothingElseAreOne() throws {
    let center = try Center(SplitMix64(6))
    let days = try center.rolled(["--by", "day"], "days.csv")
    let lines = try center.scratch.text("days.csv").split(separator: "\n").map(String.init)
    func other(_ name: String, _ change: (inout [String], Int) -> Void) throws -> String {
      let rows = lines.dropFirst().map { line in
        var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        change(&cells, cells.firstIndex { $0.hasPrefix("72.5%") }! - 3)
        return cells.joined(separator: ",")
      }
      return try center.scratch.write(
        name, ([lines[0]] + rows).map { $0 + "\n" }.joined())
    }
    let whole = try center.report([days])
    // Who rolled up without knowing anything of intervals wrote the same sums.
    let silent = try other("silent.csv") { cells, place in
      for cell in place..<(place + 4) { cells[cell] = "" }
    }
    for files in [[days, silent], [silent, days]] {
      let report = try center.report(files)
      #expect(Self.criteria(report) == Self.criteria(whole))
      #expect(report["services"] == whole["services"])
    }
    // Which of two is right nobody knows.
    let different = try other("different.csv") { cells, place in cells[place + 2] = "77" }
    for files in [[days, different], [different, days]] {
      #expect(try Self.criteria(center.report(files))[0][0] == .string("indeterminate"))
    }
    let joined = try center.rolled(["--by", "day"], "joined.csv", of: [silent, days])
    #expect(try center.scratch.bytes("joined.csv") == center.scratch.bytes("days.csv"))
    #expect(joined.hasSuffix("joined.csv"))
    _ = try center.rolled(["--by", "day"], "open.csv", of: [different, days])
    #expect(try !center.scratch.text("open.csv").contains("72.5%"))
  }

  @Test func intervalsOfTwoLengthsAreNoSum() throws {
    let scratch = try ScratchFolder()
    var rows = ["interval_start,interval_minutes,offered,answered,abandoned,answered_within_20"]
    for (month, length, minutes) in [("04", 30, ["00", "30"]), ("06", 60, ["00"])] {
      for day in 1...30 {
        for time in (10..<16).flatMap({ hour in minutes.map { "\(hour):\($0)" } }) {
          rows.append("2026-\(month)-\(day < 10 ? "0" : "")\(day) \(time),\(length),5,5,0,4")
        }
      }
    }
    let file = try scratch.write("a.csv", rows.map { $0 + "\n" }.joined())
    let days = scratch.path("days.csv")
    try #require(Tool.run(["rollup", "--by", "day", file, "-o", days]) == 0)
    let report = scratch.path("report.json")
    try #require(Tool.run([days, "--format", "json", "-o", report]) == 0)
    let tree = try JSONTree([UInt8](Data(contentsOf: URL(fileURLWithPath: report))))
    let service = tree["services"]!.elements[0]
    #expect(
      service["months"]!.elements.map { $0["intervals"]?["counted"]?.integer } == [360, nil, 180])
    #expect(service["total"]!["intervals"] == .null)
  }

  @Test func aWholeMonthBesideDaysTellsNothing() throws {
    let center = try Center(SplitMix64(8), queues: ["A", "B"])
    let lines = try center.scratch.text("a.csv").split(separator: "\n")
    let files = try ["A", "B"].map { queue in
      let rows = lines.dropFirst().filter {
        $0.contains(",\(queue),") && !(queue == "B" && $0.contains("-30 "))
          && !(queue == "B" && $0.contains("-31 "))
      }
      let file = try center.scratch.write(
        "\(queue).csv", ([lines[0]] + rows).map { $0 + "\n" }.joined())
      return try center.rolled(
        ["--by", queue == "A" ? "month" : "day"], "rolled\(queue).csv", of: [file])
    }
    #expect(try Self.months(center.report(files)).allSatisfy { $0 == [nil, nil, nil] })
  }

  @Test func whatIsMissingBesideARowHadIntervalsAsWell() throws {
    let center = try Center(SplitMix64(9), queues: ["A", "B"])
    let lines = try center.scratch.text("a.csv").split(separator: "\n")
    let rows = lines.dropFirst().filter { !$0.contains(",B,") || !$0.hasPrefix("2026-05") }
    let file = try center.scratch.write(
      "gap.csv", ([lines[0]] + rows).map { $0 + "\n" }.joined())
    let days = try center.rolled(["--by", "day"], "gap-days.csv", of: [file])
    let may = try Self.months(center.report([days])).enumerated().filter { $0.offset % 4 == 2 }
    #expect(may.allSatisfy { $0.element == [nil, nil, nil] })
  }

  @Test func hoursAndHabitsAreAPartOfWhatJudged() throws {
    let center = try Center(SplitMix64(10))
    let hours = { (span: String) in
      let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
      return "hours: { " + days.map { "\($0): '\(span)'" }.joined(separator: ", ") + " },"
    }
    let configurations = ["", hours("08:00-12:00"), hours("08:00-11:00")]
    var texts: Set<String> = []
    for hours in configurations {
      for habit in ["", "absentIntervals: 'dense',", "absentIntervals: 'sparse',"] {
        try center.scratch.write(
          "center.json",
          "{ \(habit) services: [{ name: 'Voice', \(hours) objectives: "
            + "[{ percent: 72.5, seconds: 30 }] }] }")
        let days = try center.rolled(["--by", "day"], "days.csv")
        let row = try center.scratch.text("days.csv").split(separator: "\n")[1]
        texts.insert(String(row.split(separator: ",").first { $0.hasPrefix("72.5%") }!))
        #expect(try Self.criteria(center.report([days]))[0][0] != .string("indeterminate"))
      }
    }
    #expect(texts.count == 9, "\(texts)")
  }

  @Test func intervalsThatAreAtHandJoinThoseThatRodeAlong() throws {
    let center = try Center(SplitMix64(11))
    let whole = try center.report([center.file])
    let lines = try center.scratch.text("a.csv").split(separator: "\n")
    func file(_ name: String, _ fits: (Substring) -> Bool) throws -> String {
      try center.scratch.write(
        name, ([lines[0]] + lines.dropFirst().filter(fits)).map { $0 + "\n" }.joined())
    }
    let old = try file("old.csv") { !$0.hasPrefix("2026-06") }
    let new = try file("new.csv") { $0.hasPrefix("2026-06") }
    let days = try center.rolled(["--by", "day"], "old-days.csv", of: [old])
    let report = try center.report([days, new])
    #expect(Self.criteria(report)[0][0] != .string("indeterminate"))
    #expect(Self.months(report)[3] == Self.months(whole)[3])
  }

  @Test func theRowsBehindAFigureAddUpToIt() throws {
    let center = try Center(SplitMix64(12))
    let days = try center.rolled(["--by", "day"], "days.csv")
    for figure in ["months[1].intervals.met", "total.intervals.counted"] {
      let path = center.scratch.path("trace.json")
      let status = Tool.run(
        ["explain", "services[0].\(figure)", days, "--format", "json", "-o", path]
          + center.options)
      try #require(status == 0)
      let trace = try JSONTree([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
      let value = trace["value"]?.text?.filter(\.isNumber)
      #expect(trace["sum"]?["numerator"]?.text == value, "\(trace)")
      #expect(value != "0" && trace["rows"]!.elements.count > 29)
    }
  }
}
