import Basics
import Testing

@Suite struct NearestNameTests {
  private static let names = ["offered", "answered", "abandoned", "answered_within", "site"]

  @Test(arguments: [
    ("offerd", "offered"), ("Offered", "offered"), ("ofefred", "offered"),
    ("abandonned", "abandoned"), ("ANSWERED-WITHIN", "answered_within"), ("sit", "site"),
    ("anwsered", "answered"),
  ])
  func misspelledNamesFindTheOneThatWasMeant(_ written: String, _ meant: String) {
    #expect(NearestName.of(written, in: Self.names) == meant)
  }

  @Test(arguments: ["", "xyz", "queue", "timestamp"])
  func namesThatResembleNothingFindNothing(_ written: String) {
    #expect(NearestName.of(written, in: Self.names) == nil)
  }

  @Test(arguments: [("yaml", "html"), ("xy", "at"), ("abcd", "abxy")])
  func halfOfANameIsNotEnough(_ written: String, _ name: String) {
    #expect(NearestName.of(written, in: [name]) == nil)
  }

  @Test func tiesGoToTheNameThatComesFirst() {
    #expect(NearestName.of("cat", in: ["bat", "hat"]) == "bat")
    #expect(NearestName.of("cat", in: ["hat", "bat"]) == "hat")
    #expect(NearestName.of("cat", in: [String]()) == nil)
  }

  @Test(arguments: [
    ("xyz", "site"), ("", "site"), ("ofefred", "offered"), ("abandonned-within", "answered_within"),
  ])
  func theClosestNameIsFoundHoweverFarItIs(_ written: String, _ closest: String) {
    #expect(NearestName.closest(to: written, in: Self.names) == closest)
    #expect(NearestName.closest(to: written, in: [String]()) == nil)
  }

  @Test func longNamesAreComparedByTheirBeginning() {
    let long = String(repeating: "a", count: 100_000)
    #expect(NearestName.of(long, in: ["b", long + "c"]) == long + "c")
  }
}

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("Calls Answered", "Calls Answered"), ("", ""), ("Zürich 日本 😀", "Zürich 日本 😀"),
    ("\u{1B}[31mred", "<U+001B>[31mred"), ("a\nb", "a<U+000A>b"), ("a\r\tb", "a<U+000D><U+0009>b"),
    ("\u{202E}exe.txt", "<U+202E>exe.txt"), ("a\u{2066}b\u{2069}", "a<U+2066>b<U+2069>"),
    ("a\u{2028}b\u{2029}c", "a<U+2028>b<U+2029>c"), ("\u{0}", "<U+0000>"),
    ("\u{7F}\u{9B}", "<U+007F><U+009B>"), ("\u{FEFF}a", "<U+FEFF>a"),
    ("\u{E0001}", "<U+E0001>"), ("a\u{200B}b", "a<U+200B>b"),
  ])
  func whatATerminalWouldObeyIsShown(_ text: String, _ shown: String) {
    #expect(VisibleText.escaping(text) == shown)
  }
}
