import Basics
import Testing

@testable import Reports

/// The text of a report on a terminal.
@Suite struct NarrowTextTests {
  private func report() throws -> Report {
    try SmallReport.make(SmallReport.center, notes: ["12 blank lines ignored"])
  }

  @Test(arguments: [40, 60, 80, 120, 400])
  func noLineIsWiderThanTheTerminal(_ width: Int) throws {
    let text = TextRenderer.render(try report(), TextStyle(width: width))
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.of(line) <= width, "\(line)")
      #expect(line.last != " ")
    }
    // Every word is there still; those of names that are repeated are there more often.
    let words = Set(TextRenderer.render(try report()).split { $0 == " " || $0 == "\n" })
    #expect(words.subtracting(text.split { $0 == " " || $0 == "\n" }) == [])
  }

  @Test(arguments: [nil, 0, 1, 39] as [Int?])
  func noWidthChangesNothing(_ width: Int?) throws {
    #expect(
      TextRenderer.render(try report(), TextStyle(width: width))
        == TextRenderer.render(try report()))
  }

  @Test func sparklinesAreAllThatSparklinesAdd() throws {
    let plain = TextRenderer.render(try report()).split(separator: "\n")
    let lines = TextRenderer.render(try report(), TextStyle(hasSparklines: true))
      .split(separator: "\n")
    let added = lines.filter { !plain.contains($0) }
    #expect(lines.filter { !added.contains($0) } == plain)
    #expect(!added.isEmpty)
    let months = #/ {2}service level \d{4}-\d\d to \d{4}-\d\d: [▁-█·]+ /#
    let range = #/(low [\d.]+ %, high [\d.]+ %|[\d.]+ % throughout)/#
    for line in added {
      let behind = line.prefixMatch(of: months).map { line[$0.range.upperBound...] }
      #expect(behind?.prefixMatch(of: range) != nil, "\(line)")
    }
  }

  // MARK: - Tables

  private var table: TextTable {
    var table = TextTable([.left, .right, .right, .left, .right])
    table.add(["month", "offered", "service level", "", "answered"])
    table.add(["2026-01", "1,000", "76.90 %", "missed", "900"])
    table.add(["2026-02", "20", "88.44 %", "met", "19"])
    return table
  }

  @Test func wideTablesAreCutIntoBlocksOfColumns() {
    #expect(table.lines(indent: 2, width: 60) == table.lines(indent: 2))
    #expect(
      table.lines(indent: 2, width: 43) == [
        "  month    offered  service level", "  2026-01    1,000        76.90 %  missed",
        "  2026-02       20        88.44 %  met", "", "  month    answered",
        "  2026-01       900", "  2026-02        19",
      ])
  }

  @Test func aColumnWithoutANameStaysWithTheOneBeforeIt() {
    #expect(
      table.lines(indent: 2, width: 40) == [
        "  month    offered", "  2026-01    1,000", "  2026-02       20", "",
        "  month    service level", "  2026-01        76.90 %  missed",
        "  2026-02        88.44 %  met", "", "  month    answered", "  2026-01       900",
        "  2026-02        19",
      ])
  }

  @Test func longNamesStandAboveTheirRows() {
    var table = TextTable([.left, .right, .right])
    table.add(["input", "read", "accepted"])
    table.add(["a/folder/with/a/long/name.csv", "13,980", "13,970"])
    table.add(["all", "13,980", ""])
    #expect(
      table.lines(indent: 2, width: 40) == [
        "  input", "      read  accepted", "  a/folder/with/a/long/name.csv",
        "    13,980    13,970", "  all", "    13,980",
      ])
  }

  @Test func wideLettersLineUp() {
    var table = TextTable([.left, .right])
    table.add(["site", "n"])
    table.add(["東京", "1"])
    #expect(table.lines(indent: 0, width: 40) == ["site  n", "東京  1"])
  }
}
