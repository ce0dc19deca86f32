import Basics
import Testing

@testable import SLCheckTool

@Suite struct ProgressLineTests {
  private static let whole = ProgressLine(
    path: "exports/2026/october.csv", number: 2, count: 5, bytes: 1_230_000_000,
    total: 3_000_000_000, rows: 17_654_321, elapsed: .milliseconds(2_500))

  @Test(arguments: [
    (
      200,
      "2 of 5 exports/2026/october.csv  41 %  1.2 of 3.0 GB  17,654,321 rows  492 MB/s  4 s left"
    ),
    (79, "2 of 5 ...october.csv  41 %  1.2 of 3.0 GB  17,654,321 rows  492 MB/s  4 s left"),
    (78, "2 of 5 ...ctober.csv  41 %  1.2 of 3.0 GB  17,654,321 rows  492 MB/s  4 s left"),
    (76, "2 of 5  41 %  1.2 of 3.0 GB  17,654,321 rows  492 MB/s  4 s left"),
    (60, "41 %  1.2 of 3.0 GB  17,654,321 rows  492 MB/s  4 s left"),
    (50, "41 %  1.2 of 3.0 GB  4 s left"),
    (20, "41 %"), (4, "41 %"), (3, ""), (0, ""), (-1, ""),
  ])
  func partsGoWhereThereIsNoRoom(_ width: Int, _ text: String) {
    #expect(ProgressLineTests.whole.text(width: width) == text)
  }

  @Test(arguments: -1...200)
  func noLineIsWiderThanItsRoom(_ width: Int) {
    for path in ["-", "a.csv", "東京/大阪/京都/神戸/横浜/札幌.csv", "x\u{1B}[2J\r\n\u{202E}.csv"] {
      for total in [nil, 5_000] {
        let line = ProgressLine(
          path: path, number: 9, count: 12, bytes: 777, total: total, rows: 3,
          elapsed: .seconds(2))
        #expect(DisplayWidth.of(line.text(width: width)) <= max(0, width))
      }
    }
  }

  @Test func anUnknownTotalHasNeitherShareNorTimeLeft() {
    let line = ProgressLine(bytes: 1_234_567, rows: 1, elapsed: .seconds(2))
    #expect(line.text(width: 80) == "standard input  1.2 MB  1 row  617 kB/s")
    #expect(ProgressLine(elapsed: .seconds(1)).text(width: 80) == "standard input  0 B  0 B/s")
  }

  @Test(arguments: [
    (0, "0 %  0 B of 1.0 MB"), (1, "0 %  1 B of 1.0 MB"), (999, "0 %  999 B of 1.0 MB"),
    (999_999, "99 %  1.0 of 1.0 MB"), (1_000_000, "100 %  1.0 of 1.0 MB"),
  ])
  func nothingIsCompleteBeforeItIs(_ bytes: Int, _ text: String) {
    let line = ProgressLine(bytes: bytes, total: 1_000_000)
    #expect(line.text(width: 80).contains(text))
    #expect(line.text(width: 80).contains(" left") == (bytes > 0 && bytes < 1_000_000))
  }

  @Test(arguments: [
    (999, "1 s"), (100, "9 s"), (11, "81 s"), (10, "2 min"), (1, "15 min"),
  ])
  func timeLeftIsRoundedUp(_ read: Int, _ text: String) {
    let line = ProgressLine(bytes: read, total: 1_000, elapsed: .milliseconds(900))
    #expect(line.text(width: 80).hasSuffix("  \(text) left"))
  }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (9_949, "9.9 kB"), (9_950, "10 kB"),
    (999_499, "999 kB"), (999_500, "1.0 MB"), (1_500_000_000, "1.5 GB"),
    (7_000_000_000_000_000, "7,000 TB"),
  ])
  func sizesHaveTwoDigitsOrMore(_ bytes: Int, _ text: String) {
    #expect(ProgressLine.size(bytes) == text)
  }

  @Test func hostileNamesAreShownAndNotObeyed() {
    let line = ProgressLine(path: "da\u{1B}[2Jta\u{202E}\r.csv", bytes: 5, elapsed: .seconds(1))
    #expect(line.text(width: 200).hasPrefix("da<U+001B>[2Jta<U+202E><U+000D>.csv  5 B  "))
  }
}
