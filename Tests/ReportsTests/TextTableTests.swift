import Basics
import Testing

@testable import Reports

@Suite struct TextTableTests {
  @Test func columnsLineUpOnTheirSides() {
    var table = TextTable([.left, .right, .left])
    table.add(["name", "n", "note"])
    table.add(["a", "1,234", ""])
    table.add(["longer", "7", "x"])
    #expect(
      table.lines(indent: 2) == [
        "  name        n  note", "  a       1,234", "  longer      7  x",
      ])
  }

  @Test func leftOutCellsAreEmpty() {
    var table = TextTable([.left, .right, .right])
    table.add(["a"])
    table.add(["b", "2", "3"])
    #expect(table.lines(indent: 0) == ["a", "b  2  3"])
  }

  @Test func tableWithoutRowsHasNoLines() {
    #expect(TextTable([.left]).lines(indent: 4) == [])
  }

  /// Letters count, not the bytes or scalars that they are made of.
  @Test func lettersWithMarksAreOneWide() {
    var table = TextTable([.left, .left])
    table.add(["Zu\u{308}rich", "x"])
    table.add(["Austin", "y"])
    #expect(table.lines(indent: 0) == ["Zu\u{308}rich  x", "Austin  y"])
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (100_000, "100,000"),
    (1_234_567, "1,234,567"), (-1, "-1"), (-1_000, "-1,000"), (-999, "-999"),
    (.max, "9,223,372,036,854,775,807"), (.min, "-9,223,372,036,854,775,808"),
  ])
  func countsAreGroupedByThousands(_ number: Int, _ text: String) {
    #expect(grouped(number) == text)
  }

  @Test(arguments: [
    ("0.00", "0.00"), ("-0.05", "-0.05"), ("999.99", "999.99"), ("-1000.5", "-1,000.5"),
    ("54358.24", "54,358.24"), ("1234567.123456", "1,234,567.123456"), ("12345", "12,345"),
    ("100000000000000000000000.01", "100,000,000,000,000,000,000,000.01"),
  ])
  func decimalsAreGroupedBeforeTheirPoint(_ decimal: String, _ text: String) {
    #expect(grouped(decimal: decimal) == text)
  }
}
