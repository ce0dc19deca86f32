import Basics
import Testing

@testable import Reports

@Suite struct TextFoldingTests {
  @Test(
    arguments: [
      ("a line that fits", 16, 2, ["a line that fits"]),
      ("a line that fits", 15, 2, ["a line that", "  fits"]),
      ("    as deep as it was", 13, 6, ["    as deep", "      as it", "      was"]),
      ("two  blanks  stay", 12, 0, ["two  blanks", "stay"]),
      ("77 of 100 (76.29 %), so", 18, 0, ["77 of 100", "(76.29 %), so"]),
      (
        "see /a/path/that/is/longer/than/that now", 12, 1,
        [
          "see", " /a/path/that/is/longer/than/that", " now",
        ]
      ),
      ("東京 大阪 京都", 9, 0, ["東京 大阪", "京都"]),
      ("\u{1B}[31mmissed\u{1B}[0m in May", 10, 0, ["\u{1B}[31mmissed\u{1B}[0m in", "May"]),
      ("", 4, 2, [""]),
    ] as [(String, Int, Int, [String])])
  func linesBreakBetweenWords(_ line: String, _ width: Int, _ hanging: Int, _ lines: [String]) {
    #expect(TextFolding.lines(line, to: width, hanging: hanging) == lines)
  }

  @Test func whatGoesOnStandsBelowTheSecondPart() {
    let text = "  rows      42 read: 42 accepted, 0 rejected, 0 ignored\n\nshort\n"
    #expect(
      TextFolding.folded(text, to: 40) == """
          rows      42 read: 42 accepted, 0
                    rejected, 0 ignored

        short

        """)
  }

  /// Nothing but the breaks changes, at any width.
  @Test(arguments: 0...90)
  func wordsAreKept(_ width: Int) {
    let line = "  1  met   10 of the last 12 months attain the objective (2025-11 to 2026-10)"
    let lines = TextFolding.lines(line, to: width, hanging: 4)
    #expect(lines.flatMap { $0.split(separator: " ") } == line.split(separator: " "))
    #expect(width < 20 || lines.allSatisfy { $0.count <= width })
  }
}
