import TestSupport
import Testing

/// Two different rows for one key and interval: an error that names both, or settled by a policy.
@Suite struct ConflictTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    let common = Export.row("2026-03-02 08:00", offered: 10, within: 9)
    try scratch.write(
      "a.csv", Export.file([common, Export.row("2026-03-02 08:30", offered: 20, within: 10)]))
    try scratch.write(
      "b.csv",
      Export.file([
        Export.row("2026-03-02 09:00", offered: 5, within: 4), common,
        Export.row("2026-03-02 08:30", offered: 30, within: 11),
      ]))
  }

  @Test(arguments: [["a.csv", "b.csv"], ["b.csv", "a.csv"]])
  func errorNamesBothPlaces(_ files: [String]) throws {
    let run = try ToolRun(files, in: scratch.path)
    #expect(run.status == 65)
    #expect(run.output == "")
    let line = try #require(run.errorLines.first)
    #expect(line.contains("a.csv:3") && line.contains("b.csv:4"), "\(line)")
    #expect(line.contains("Billing") && line.contains("2026-03-02T08:30"), "\(line)")
    #expect(run.errors.contains("--on-conflict"))
  }

  @Test func conflictsInOneFileAreNamed() throws {
    let rows = (1...13).map { Export.row("2026-03-02 08:00", offered: $0 * 10) }
    try scratch.write("c.csv", Export.file(rows))
    let run = try ToolRun(["c.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(run.errorLines.count == 12)
    #expect(run.errors.contains("c.csv:3:1: Billing, voice"))
    #expect(run.errors.contains("and 2 more with other values"))
  }

  @Test(arguments: [
    ("sum", ["a.csv", "b.csv"], 65, 34, [2, 0, 0], [2, 1, 0]),
    ("sum", ["b.csv", "a.csv"], 65, 34, [3, 0, 0], [1, 1, 0]),
    ("first", ["a.csv", "b.csv"], 35, 23, [2, 0, 0], [1, 1, 1]),
    ("first", ["b.csv", "a.csv"], 45, 24, [3, 0, 0], [0, 1, 1]),
    ("last", ["a.csv", "b.csv"], 45, 24, [1, 0, 1], [2, 1, 0]),
    ("last", ["b.csv", "a.csv"], 35, 23, [2, 0, 1], [1, 1, 0]),
  ])
  func policySettlesThem(
    _ policy: String, _ files: [String], _ offered: Int, _ within: Int, _ first: [Int],
    _ second: [Int]
  ) throws {
    let run = try CheckedRun(files + ["--on-conflict", policy], in: scratch.path)
    let month = try #require(run.month("2026-03"))
    #expect(month["offered"]?.integer == offered)
    #expect(month["answeredWithin"]?.integer == within)
    for (index, expected) in [first, second].enumerated() {
      let rows = try #require(run.json.at("inputs.\(index).rows"))
      let counts = ["accepted", "repeated", "ignored"].map { rows[$0]?.integer }
      #expect(counts == expected.map { $0 }, "\(files[index])")
    }
  }

  @Test func configuredPolicyIsTakenAndOverridden() throws {
    try scratch.write("slcheck.json", "{ onConflict: \"sum\" }")
    #expect(
      try CheckedRun(["a.csv", "b.csv"], in: scratch.path).json
        .at("configuration.effective.onConflict")?.text == "sum")
    let run = try ToolRun(["a.csv", "b.csv", "--on-conflict", "error"], in: scratch.path)
    #expect(run.status == 65)
  }
}
