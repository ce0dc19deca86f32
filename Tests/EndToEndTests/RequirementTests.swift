import Basics
import TestSupport
import Testing

/// What is required decides the status, and the report is printed all the same.
@Suite struct RequirementTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    // Daily rows: every month met, so level 2; level 3 cannot be told from days.
    try scratch.write(
      "good.csv",
      Export.file(Export.daily(from: "2025-04-01", through: "2026-03-31") { _ in 90 }))
    // Every other month missed: level 0, whatever is missing.
    try scratch.write(
      "bad.csv",
      Export.file(
        Export.daily(from: "2025-04-01", through: "2026-03-31") {
          $0.month.index % 2 == 0 ? 90 : 50
        }))
  }

  @Test(
    arguments: [
      ("good.csv", ["8.01=1"], 0), ("good.csv", ["8.01=2"], 0), ("good.csv", ["8.01=3"], 2),
      ("good.csv", ["8.01=4"], 2), ("good.csv", ["8.02=1"], 2),
      ("good.csv", ["8.01=2", "8.05=4"], 2), ("bad.csv", ["8.01=1"], 1),
      ("bad.csv", ["8.01=1", "8.02=1"], 1), ("bad.csv", ["8.02=1", "8.01=1"], 1),
      ("bad.csv", [], 0),
    ] as [(String, [String], Int32)])
  func requirementDecidesTheStatus(
    _ file: String, _ required: [String], _ status: Int32
  ) throws {
    let options = required.flatMap { ["--require", $0] }
    let run = try CheckedRun([file] + options, in: scratch.path, status: status)
    let requirements = run.json["requirements"]?.elements ?? []
    #expect(requirements.count == required.count)
    let ids = requirements.compactMap { $0["standard"]?.text }
    #expect(ids == ids.sorted())
    let text = try ToolRun([file] + options, in: scratch.path)
    #expect(text.status == status)
    #expect(text.output.hasPrefix("Metrics and"))
    #expect(text.output.contains("Required") == !required.isEmpty)
    #expect(text.errors == "")
  }

  @Test func configuredRequirementIsMergedWithTheTyped() throws {
    try scratch.write("slcheck.json", "{ require: { \"8.01\": 3, \"8.02\": 1 } }")
    let configured = try CheckedRun(["good.csv"], in: scratch.path, status: 2)
    #expect(
      configured.json["requirements"]?.elements.map { $0["status"]?.text }
        == ["indeterminate", "indeterminate"])
    let typed = try CheckedRun(["good.csv", "--require", "8.01=2"], in: scratch.path, status: 2)
    #expect(
      typed.json["requirements"]?.elements.map { $0["status"]?.text }
        == ["holds", "indeterminate"])
  }

  @Test func dailyDataHaveNoIntervals() throws {
    let run = try CheckedRun(["good.csv"], in: scratch.path)
    let service = try #require(run.json.at("services.0"))
    #expect(service["intervalMinutes"]?.integer == 1440)
    #expect(service.at("total.intervals") == .null)
    #expect(service.at("total.offered")?.integer == 36_500)
    #expect(run.month("2026-02")?.at("days.met")?.integer == 28)
    let criteria = try #require(run.json.at("standards.0.scopes.0.criteria")).elements
    #expect(
      criteria.map { $0["status"]?.text } == ["met", "met", "indeterminate", "needsEvidence"])
    #expect(criteria[2]["remarks"]?.elements.contains(.string("not tracked by interval")) == true)
    #expect(run.json.at("standards.0.possible")?.integer == 4)
    #expect(run.json.at("standards.0.scopes.0.rollOff.demand")?.text == "mayBeMissed")
  }
}
