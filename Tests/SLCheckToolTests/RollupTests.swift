import Foundation
import TestSupport
import Testing

@testable import SLCheckTool

/// An aggregate is a record again: records that are rolled up give the figures of the records.
@Suite struct RollupTests {
  /// A center of interval records alone, with all that makes rolling up hard: several files with
  /// other columns and thresholds, blanks, repeats, whole days, percentages, clock changes.
  private struct Center {
    let scratch: ScratchFolder
    var files: [String] = []
    let options: [String]

    init(_ seed: Seed, percentages: Bool = false, days: Bool = true) throws {
      let scratch = try ScratchFolder()
      var random = seed.generator
      let threshold = [20, 30].randomElement(using: &random)!
      let zone = random.once(in: 2)
      let within =
        percentages
        ? ["service_level"] : ["answered_within", "answered_within_20,answered_within_30"]
      for site in ["North", "So, \"uth\""] {
        for (number, queue) in ["A", "=B", "Ünal"].enumerated() {
          let column = within.randomElement(using: &random)!
          let isSpare = random.once(in: 2)
          var rows = [
            "interval_start,site,queue,channel,offered,answered,abandoned,\(column),wait_seconds,"
              + "handle_seconds" + (isSpare ? "" : ",short_abandoned,flow_out")
              + (random.once(in: 3) ? ",interval_minutes" : "")
          ]
          let hasLength = rows[0].hasSuffix("interval_minutes")
          let quoted = site.contains("\"") ? "\"\(site.replacing("\"", with: "\"\""))\"" : site
          for day in 1...Int.random(in: 3...9, using: &random) {
            if days, random.once(in: 9), hasLength {
              rows.append(
                "2026-11-0\(day),\(quoted),\(queue),voice,90,80,10,"
                  + Center.counts(column, 80, &random) + ",900,9000" + (isSpare ? "" : ",3,0")
                  + ",1440")
              continue
            }
            for half in 0..<24 {
              let offered = Int.random(in: 0...12, using: &random)
              let answered = Int.random(in: 0...offered, using: &random)
              let hour = half / 2
              let row =
                "2026-11-0\(day) \(hour < 10 ? "0" : "")\(hour):\(half % 2 == 0 ? "00" : "30"),"
                + "\(quoted),\(queue),voice,\(offered),\(answered),\(offered - answered),"
                + Center.counts(column, answered, &random)
                + ",\(random.once(in: 20) ? "" : "\(answered * 7).25"),\(answered * 200)"
                + (isSpare ? "" : ",0,\(random.once(in: 9) ? "" : "0")") + (hasLength ? ",30" : "")
              if !random.once(in: 25) { rows.append(row) }
              // The repeated hour has its second pass.
              if zone, day == 1, hour == 1 { rows.append(row) }
              if random.once(in: 30), !(day == 1 && hour == 1) { rows.append(row) }
            }
          }
          files.append(
            try scratch.write(
              "\(site.count)-\(number).csv", rows.map { $0 + "\n" }.joined()))
        }
      }
      try scratch.write(
        "center.json",
        """
        { \(zone ? "timeZone: 'America/Chicago'," : "")
          services: [{ name: 'Voice', match: { queue: ['A', 'Ü*'] },
            objectives: [{ percent: 80, seconds: \(threshold) }] },
            { name: 'Rest', pooled: true, objectives: [{ percent: 70, seconds: 20 }] }] }
        """)
      self.scratch = scratch
      options = ["--config", scratch.path("center.json")]
    }

    private static func counts(
      _ column: String, _ answered: Int, _ random: inout SplitMix64
    ) -> String {
      if column == "service_level" {
        return ["81.3%", "75%", "100.00%"].randomElement(using: &random)!
      }
      if random.once(in: 40) { return column.contains(",") ? "," : "" }
      let within = Int.random(in: 0...answered, using: &random)
      return column.contains(",") ? "\(within),\(answered)" : "\(within)"
    }

    func report(_ files: [String], _ name: String) throws -> [String: JSONTree] {
      let path = scratch.path(name)
      let status = Tool.run(files + options + ["--format", "json", "-o", path])
      try #require(status == 0)
      return try LedgerTests.figures(path)
    }

    func rolled(_ files: [String], _ name: String, _ arguments: [String]) throws -> String {
      let path = scratch.path(name)
      let status = Tool.run(["rollup"] + arguments + files + options + ["-o", path])
      try #require(status == 0)
      return path
    }
  }

  @Test(arguments: Seed.cases(RunCount.ofRuns))
  func anySplitByIntervalReportsAsTheWholeDoes(_ seed: Seed) throws {
    let center = try Center(seed, percentages: seed.value % 5 == 0)
    var random = SplitMix64(seed.value ^ 1)
    let whole = try center.report(center.files, "whole.json")
    let once = try center.rolled(center.files, "once.csv", ["--by", "interval"])
    #expect(try center.report([once], "once.json") == whole, "\(seed)")
    // A file is a part of its own: rows of a repeated hour that nothing tells apart stay together.
    let parts = try center.files.shuffled(using: &random).enumerated().map { number, file in
      try center.rolled([file], "part\(number).csv", ["--by", "interval"])
    }
    #expect(try center.report(parts.shuffled(using: &random), "parts.json") == whole, "\(seed)")
    let again = try center.rolled(parts, "again.csv", ["--by", "interval"])
    #expect(try center.scratch.bytes("again.csv") == center.scratch.bytes("once.csv"), "\(seed)")
    #expect(again.hasSuffix("again.csv"))
  }

  @Test(
    arguments: [
      ["--by", "interval", "--over", "queue"], ["--by", "day"], ["--by", "month"],
      ["--by", "day", "--over", "site,queue,channel"], ["--by", "month", "--over", "site"],
    ], Seed.cases(RunCount.ofRuns / 5))
  func anySplitOfSumsReportsAsTheSumOfTheWholeDoes(_ grain: [String], _ seed: Seed) throws {
    let center = try Center(seed, percentages: seed.value % 7 == 0)
    var random = SplitMix64(seed.value ^ 2)
    let once = try center.rolled(center.files, "once.csv", grain)
    let whole = try center.report([once], "once.json")
    let parts = try center.files.shuffled(using: &random).enumerated().map { number, file in
      try center.rolled([file], "part\(number).csv", grain)
    }
    #expect(try center.report(parts.shuffled(using: &random), "parts.json") == whole, "\(seed)")
    // What is summed by interval first is the same sum.
    let fine = try center.rolled(center.files, "fine.csv", ["--by", "interval"])
    _ = try center.rolled([fine], "coarse.csv", grain)
    #expect(try center.scratch.bytes("coarse.csv") == center.scratch.bytes("once.csv"), "\(seed)")
    // Sums that are read twice are repeats.
    #expect(try center.report([once, once], "twice.json") == whole, "\(seed)")
  }

  @Test func sumsAreThoseOfTheRows() throws {
    let scratch = try ScratchFolder()
    let file = try scratch.write(
      "a.csv",
      """
      interval_start,site,queue,offered,answered,abandoned,answered_within_20,wait_seconds
      2026-03-02 08:00,N,A,10,9,1,8,90.5
      2026-03-02 08:30,N,A,5,5,0,4,10
      2026-03-02 08:00,N,B,7,6,1,5,
      2026-03-03 08:00,N,A,1,1,0,1,2.25

      """)
    let out = scratch.path("out.csv")
    #expect(Tool.run(["rollup", "--by", "day", "--over", "queue", file, "-o", out]) == 0)
    let rows = try scratch.text("out.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
    #expect(
      rows[0] == [
        "site", "queue", "channel", "interval_start", "interval_minutes", "offered", "answered",
        "abandoned", "answered_within", "answered_within_20", "wait_seconds", "intervals_met",
        "intervals_counted", "intervals_undecided", "intervals_objective", "part",
      ])
    #expect(
      rows.dropFirst().map { Array($0.dropLast()) }.sorted { "\($0)" < "\($1)" } == [
        // What is unknown is not taken for nothing: the row without a wait stands apart.
        [
          "N", "", "", "2026-03-02T00:00", "1440", "15", "14", "1", "", "12", "100.5", "", "", "",
          "",
        ],
        ["N", "", "", "2026-03-02T00:00", "1440", "7", "6", "1", "", "5", "", "", "", "", ""],
        // How intervals ended is told where one row holds all of a day.
        [
          "N", "", "", "2026-03-03T00:00", "1440", "1", "1", "0", "", "1", "2.25", "1", "1", "0",
          "80% in 20s offered by 30 min",
        ],
      ])
    #expect(Set(rows.dropFirst().map { $0.last! }).count == 3)
    #expect(rows.dropFirst().allSatisfy { $0.last!.count == 16 })
  }
}
