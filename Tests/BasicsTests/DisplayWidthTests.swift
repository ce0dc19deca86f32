import Testing

@testable import Basics

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("Austin", 6), ("Zu\u{308}rich", 6), ("–·█▁é", 5), ("東京", 4), ("한글", 4),
    ("Ａ１", 4), ("👍🏽", 2), ("🇩🇪", 2), ("👩‍👩‍👧", 2), ("❤\u{FE0F}", 2),
    ("a" + String(repeating: "\u{301}", count: 40), 1), ("\u{1B}[31mred\u{1B}[0m", 3),
  ])
  func lettersTakeOneColumnOrTwo(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("Austin", 3, "Aus"), ("Austin", 9, "Austin"), ("Austin", 0, ""), ("東京都", 5, "東京"),
    ("東京都", 1, ""), ("Zu\u{308}rich", 2, "Zu\u{308}"),
  ])
  func beginningsFit(_ text: String, _ columns: Int, _ beginning: String) {
    #expect(DisplayWidth.prefix(text, columns) == beginning)
  }
}
