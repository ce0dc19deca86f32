import Foundation
import TestSupport
import Testing

/// The ledger of a monthly job, as its user meets it: folders, conflicts, kills and two at once.
@Suite struct LedgerRunTests {
  private let scratch: ScratchFolder
  private let ledger: String

  init() throws {
    scratch = try ScratchFolder()
    ledger = scratch.path("ledger")
  }

  /// The half hours of a queue's month, with as many contacts each.
  @discardableResult
  private func month(
    _ month: Int, offered: Int = 10, queue: String = "Billing", _ name: String? = nil
  ) throws -> String {
    var rows = "interval_start,queue,offered,answered,abandoned,answered_within_20\n"
    let text = month < 10 ? "0\(month)" : "\(month)"
    for day in 1...28 {
      for hour in 8..<18 {
        rows +=
          "2026-\(text)-\(day < 10 ? "0" : "")\(day) \(hour < 10 ? "0" : "")\(hour):00,\(queue),"
          + "\(offered),\(offered - 1),1,\(offered - 2)\n"
      }
    }
    return try scratch.write(name ?? "month-\(text).csv", rows)
  }

  private func run(_ arguments: [String]) throws -> ToolRun {
    try ToolRun(["report", "--ledger", ledger] + arguments)
  }

  private func figures(_ arguments: [String]) throws -> JSONTree? {
    try JSONTree(try run(arguments + ["--format", "json"]).outputBytes)["services"]
  }

  private var contents: [String: [UInt8]] {
    get throws {
      try Dictionary(
        uniqueKeysWithValues: scratch.names(in: "ledger").map {
          ($0, try scratch.bytes("ledger/" + $0))
        })
    }
  }

  @Test func theSameMonthTwiceChangesNothing() throws {
    let file = try month(3)
    #expect(try run(["--update", file]).status == 0)
    let once = try contents
    #expect(Set(once.keys) == [".lock", "intervals-2026-03.csv", "ledger.json"])
    let again = try run(["--update", file])
    #expect(again.status == 0 && again.errors.isEmpty)
    #expect(
      again.output.contains(
        "written: rows of 0 keys and days are new, of 0 restated, of 28 as before"))
    #expect(try contents == once)
  }

  @Test func aRestatedDayIsReplacedAndReported() throws {
    #expect(try run(["--update", try month(3), try month(4)]).status == 0)
    let restated = try scratch.write(
      "restated.csv",
      "interval_start,queue,offered,answered,abandoned,answered_within_20\n"
        + "2026-03-05 08:00,Billing,99,99,0,99\n2026-05-01 08:00,Billing,1,1,0,1\n")
    let shown = try run([restated])
    #expect(shown.output.contains("not written: rows of 1 key and day are new, of 1 restated"))
    #expect(shown.output.contains("restated in intervals-2026-03.csv: Billing, 2026-03-05"))
    let tree = try JSONTree(
      try run([restated, "--format", "json", "--update"]).outputBytes)
    #expect(tree["ledger"]?["restated"]?.integer == 1 && tree["ledger"]?["added"]?.integer == 1)
    // 27 days of 10 hours as before, one of a single hour.
    let march = tree["services"]?[0]?["months"]?[0]
    #expect(march?["offered"]?.integer == 27 * 100 + 99)
    #expect(tree["services"]?[0]?["months"]?[1]?["offered"]?.integer == 2800)
  }

  @Test func whatIsNotWrittenIsReportedAsIfItWere() throws {
    #expect(try run(["--update", try month(3)]).status == 0)
    let before = try contents
    let preview = try figures([try month(4)])
    #expect(try contents == before)
    #expect(try run(["--update", try month(4)]).status == 0)
    #expect(try figures([]) == preview)
  }

  @Test func aReportOfALedgerIsVerifiedFromItsFiles() throws {
    let report = scratch.path("report.json")
    #expect(
      try run(["--update", try month(3), try month(4), "--format", "json", "-o", report]).status
        == 0)
    let files = try scratch.names(in: "ledger").filter { $0.hasSuffix(".csv") }
      .map { ledger + "/" + $0 }
    #expect(try ToolRun(["verify", report] + files).status == 0)
  }

  @Test func unitsOfExportsAreNotThoseOfTheLedger() throws {
    let file = try scratch.write(
      "units.csv",
      "start,calls,taken,lost,ok,answer_ms\n2026-03-02 08:00,10,9,1,8,90000\n")
    let config = try scratch.write(
      "units.json",
      """
      { columns: { interval_start: 'start', offered: 'calls', answered: 'taken', abandoned: 'lost',
          answered_within: 'ok', wait_seconds: 'answer_ms' },
        units: { wait_seconds: 'milliseconds' }, ledger: '\(ledger)' }
      """)
    let updated = try ToolRun(["--config", config, "--update", file, "--format", "json"])
    let alone = try ToolRun(["--config", config, "--format", "json"])
    for run in [updated, alone] {
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      let total = try JSONTree(run.outputBytes)["services"]?[0]?["total"]
      #expect(total?["averageSpeedOfAnswer"]?["numerator"]?.integer == 90)
    }
  }

  @Test func partsOfOneDayAdd() throws {
    let queues = try [month(3), month(3, offered: 7, queue: "Sales", "sales.csv")]
    let parts = try queues.enumerated().map { number, file in
      let part = scratch.path("part-\(number).csv")
      let made = try ToolRun(["rollup", "--by", "interval", "--over", "queue", file, "-o", part])
      #expect(made.status == 0)
      return part
    }
    for part in parts + [parts[0]] { #expect(try run(["--update", part]).status == 0) }
    let whole = try JSONTree(try ToolRun(parts + ["--format", "json"]).outputBytes)["services"]
    #expect(try figures([]) == whole)
    #expect(whole?[0]?["total"]?["offered"]?.integer == 280 * 17)
    // Rows that are no parts speak for the whole day.
    let plain = try scratch.write(
      "plain.csv",
      String(contentsOfFile: queues[0], encoding: .utf8).replacing(",Billing,", with: ",,"))
    #expect(try run(["--update", plain]).status == 0)
    #expect(try figures([])?[0]?["total"]?["offered"]?.integer == 2800)
  }

  @Test func nothingElseIsWrittenIntoTheLedger() throws {
    #expect(try run(["--update", try month(3)]).status == 0)
    let before = try contents
    for option in ["-o", "--rejects", "--evidence"] {
      let refused = try run([option, ledger + "/ledger.json", "--digest"])
      #expect(refused.status == 64 && refused.errorLines.count == 1, "\(option) \(refused.errors)")
    }
    #expect(try contents == before)
  }

  @Test func rejectedRowsStayHoles() throws {
    let file = try month(3)
    let text = try String(contentsOfFile: file, encoding: .utf8)
      .replacing("2026-03-09 08:00,Billing,10,", with: "2026-03-09 08:00,Billing,ten,")
    try scratch.write("month-03.csv", text)
    let whole = try ToolRun([file, "--max-rejects", "1", "--format", "json"])
    #expect(whole.status == 0)
    let kept = try run(["--update", file, "--max-rejects", "1", "--format", "json"])
    #expect(kept.status == 0)
    let alone = try run(["--format", "json"])
    #expect(alone.status == 0 && alone.errors.isEmpty)
    for key in ["services", "standards"] {
      #expect(try JSONTree(whole.outputBytes)[key] == JSONTree(kept.outputBytes)[key])
      #expect(try JSONTree(whole.outputBytes)[key] == JSONTree(alone.outputBytes)[key])
    }
  }

  @Test func otherFoldersAndChangedFilesAreRefused() throws {
    let file = try month(3)
    #expect(try run([]).status == 66)
    #expect(
      try ToolRun(["--update", file]).errors
        == "slcheck: --update says something only with --ledger DIR\n")
    #expect(try run(["--update"]).status == 64)
    try scratch.makeFolder("other")
    try scratch.write("other/notes.txt", "mine")
    let other = try ToolRun(["--ledger", scratch.path("other"), "--update", file])
    #expect(other.status == 66 && other.errorLines.count == 1)
    #expect(other.errors.contains("is no ledger: it has no ledger.json"))
    #expect(
      try scratch.names(in: "other") == [".lock", "notes.txt"]
        || scratch.names(in: "other") == ["notes.txt"])
    let plain = try ToolRun(["--ledger", file, "--update", file])
    #expect(plain.status == 73 || plain.status == 66)

    #expect(try run(["--update", file]).status == 0)
    let whole = try scratch.text("ledger/intervals-2026-03.csv")
    try scratch.write("ledger/intervals-2026-03.csv", whole.replacing(",10,9,", with: ",11,9,"))
    for arguments in [[], ["--update", file]] {
      let changed = try run(arguments)
      #expect(changed.status == 65 && changed.errorLines.count == 1)
      #expect(changed.errors.contains("intervals-2026-03.csv: is not what ledger.json says"))
    }
    try scratch.write("ledger/ledger.json", "{}")
    #expect(try run([]).status == 65)
  }

  @Test func badInputLeavesTheLedgerAsItIs() throws {
    #expect(try run(["--update", try month(3)]).status == 0)
    let before = try contents
    let bad = try scratch.write(
      "bad.csv", "interval_start,offered,answered,answered_within\n2026-04-01 08:00,x,1,1\n")
    #expect(try run(["--update", bad]).status == 65)
    #expect(try contents == before)
    // A level that is missed is no bad input.
    #expect(try run(["--update", try month(4), "--require", "8.01=4"]).status != 65)
    #expect(try contents != before)
  }

  @Test func aKilledUpdateLeavesTheOldOrTheNewLedger() throws {
    let (first, second) = (try month(3), try month(4))
    #expect(try run(["--update", first]).status == 0)
    let old = try figures([])
    let new = try figures([second, try month(3, offered: 20)])
    let both = [second, try month(3, offered: 20)]
    let tool = try ToolRun.path(ofProgram: "slcheck")
    guard let killer = InstalledProgram.path("timeout") else { return }
    let clock = ContinuousClock()
    let duration = try clock.measure { _ = try run(both) }
    let wholeMilliseconds = max(20, Int(duration / .milliseconds(1)))
    let before = try contents
    var ends: Set<Bool> = []
    for step in 0..<24 {
      try? FileManager.default.removeItem(atPath: ledger)
      try scratch.makeFolder("ledger")
      for (name, bytes) in before { try scratch.write("ledger/" + name, bytes) }
      // Killed at moments all over the run, most of them near its end, where it writes.
      let delay =
        Double(wholeMilliseconds) * (step < 6 ? Double(step) / 6 : 0.6 + Double(step) / 40)
      let killed = try ToolRun(
        ["-s", "KILL", String(max(0.001, delay / 1000)), tool, "--ledger", ledger, "--update"]
          + both, program: killer)
      #expect([0, 137, -9].contains(killed.status), "\(killed.status)")
      let now = try figures([])
      #expect(now == old || now == new, "step \(step)")
      ends.insert(now == new)
      #expect(try run(["--update"] + both).status == 0)
      #expect(try figures([]) == new)
      #expect(
        try scratch.names(in: "ledger")
          == [".lock", "intervals-2026-03.csv", "intervals-2026-04.csv", "ledger.json"])
    }
    #expect(ends.contains(false))
  }

  @Test func twentyAtOnceLoseNothing() throws {
    var files: [String] = []
    for number in 0..<20 {
      files.append(
        try month(number % 5 + 1, queue: "Queue \(number)", "part-\(number).csv"))
    }
    let tool = try ToolRun.path(ofProgram: "slcheck")
    let all = try ToolRun(
      [
        "xargs", "-P", "20", "-n", "1", tool, "--ledger", ledger, "-q", "--threads", "1", "-o",
        "/dev/null",
        "--update",
      ], program: "/usr/bin/env", input: .pipe(Array(files.joined(separator: "\n").utf8)))
    #expect(all.status == 0 && all.errors.isEmpty, "\(all.errors)")
    let whole = try ToolRun(files + ["--format", "json"])
    #expect(try figures([]) == JSONTree(whole.outputBytes)["services"])
  }
}
