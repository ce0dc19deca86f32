import TestSupport
import Testing

/// Exports that print a service level and no count of contacts answered in time.
@Suite struct PercentageTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Rows of one queue: time, offered, answered, and what is printed.
  private func file(_ rows: [(String, Int, Int, String)]) throws -> String {
    let lines = rows.map { "\($0.0),\($0.1),\($0.2),\($0.3)\n" }.joined()
    return try scratch.write(
      "percent.csv", "interval_start,offered,answered,service_level\n" + lines)
  }

  @Test func smallCountsAreKnownExactly() throws {
    let path = try file([
      ("2026-03-02 08:00", 30, 28, "80.0%"), ("2026-03-02 08:30", 40, 39, "92.5%"),
      ("2026-03-02 09:00", 0, 0, ""),
    ])
    let run = try CheckedRun([path])
    let total = try #require(run.json.at("services.0.total"))
    #expect(total["answeredWithin"]?.integer == 24 + 37)
    #expect(total.at("serviceLevel.numerator")?.integer == 61)
    #expect(total["fromPercentages"]?.integer == 2)
    #expect(total.at("intervals.undecided")?.integer == 0)
    let text = try ToolRun([path]).output
    #expect(text.contains("from rounded percentages: 2 rows have a printed service level"))
    #expect(text.contains("only one count fits each"))
  }

  /// 80 % of a thousand may be 795 to 809: at worst missed, at best met.
  @Test func largeCountsAreJudgedAtWorstAndAtBest() throws {
    let path = try file([("2026-03-02", 1000, 990, "80%")])
    let run = try CheckedRun([path])
    let total = try #require(run.json.at("services.0.total"))
    #expect(total.at("serviceLevel.percent")?.text == "80.00")
    #expect(total.at("days.undecided")?.integer == 1)
    #expect(try ToolRun([path]).output.contains("up to 14 contacts more or fewer are possible"))
  }

  @Test func clearPercentagesDecide() throws {
    let run = try CheckedRun([try file([("2026-03-02", 1000, 990, "82%")])])
    #expect(run.json.at("services.0.total.days.met")?.integer == 1)
  }

  @Test func countsGoBeforePercentages() throws {
    let path = try scratch.write(
      "both.csv",
      "interval_start,offered,answered,answered_within,service_level\n2026-03-02,10,9,5,90%\n")
    let run = try CheckedRun([path])
    #expect(run.json.at("services.0.total.answeredWithin")?.integer == 5)
    #expect(run.json.at("inputs.0.unmapped.0")?.text == "service_level")
    #expect(run.json.at("services.0.total.fromPercentages")?.integer == 0)
  }

  @Test func whatNoCountGivesIsCounted() throws {
    let run = try CheckedRun([
      try file([("2026-03-02 08:00", 10, 10, "85%"), ("2026-03-02 08:30", 10, 10, "80%")])
    ])
    let notes = (run.json.at("inputs.0.notes")?.elements ?? []).compactMap(\.text)
    #expect(
      notes.contains {
        $0.hasPrefix("a service level that no whole number of contacts gives in 1 row;")
      })
    #expect(notes.contains { $0.contains("from rounded percentages") })
  }

  @Test func fractionsAreReadWhereTheConfigurationSaysSo() throws {
    let path = try file([("2026-03-02", 40, 39, "0.925")])
    let config = try scratch.write("c.json", "{ units: { service_level: \"fraction\" } }")
    let run = try CheckedRun(["--config", config, path])
    #expect(run.json.at("services.0.total.answeredWithin")?.integer == 37)
  }

  @Test func fractionsThatPassForPercentagesAreRefused() throws {
    let rows = (0..<40).map {
      ("2026-03-02 \($0 / 2 < 10 ? "0" : "")\($0 / 2):\($0 % 2 == 0 ? "00" : "30")", 10, 9, "0.8")
    }
    let path = try file(rows)
    let run = try ToolRun([path])
    #expect(run.status == 65)
    #expect(run.errors.contains("service_level is a fraction and no percentage in 40 of 40"))
    let accepted = try ToolRun(["--accept-implausible", "service_level", path])
    #expect(accepted.status == 0)
  }

  @Test func theFormulaOfTheServiceIsTurnedAround() throws {
    let path = try scratch.write(
      "early.csv",
      "interval_start,offered,answered,abandoned_within,service_level\n2026-03-02,50,40,10,90.0\n")
    let run = try CheckedRun(["--formula", "early-abandons-excluded", path])
    #expect(run.json.at("services.0.total.answeredWithin")?.integer == 36)
  }

  @Test func aFieldThatIsNoPercentageIsARejectedRow() throws {
    let run = try ToolRun([try file([("2026-03-02", 10, 9, "good")])])
    #expect(run.status == 65)
    #expect(run.errors.contains("service_level: \"good\" is not a percentage"))
  }
}
