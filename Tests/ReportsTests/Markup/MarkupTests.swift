import Testing

@testable import Reports

@Suite struct MarkupTests {
  @Test func exampleDoesWhatItSays() {
    var page = Markup()
    page.add("p", ["class": "note"]) { $0.say("a < b") }
    #expect(page.text == "\n<p class=\"note\">a &lt; b</p>")
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\"' onload='x", "&quot;&#39; onload=&#39;x"), ("]]>", "]]&gt;"), ("-->", "--&gt;"),
    ("&amp;&lt;", "&amp;amp;&amp;lt;"), ("a\u{202E}b\u{2066}", "a&lt;U+202E&gt;b&lt;U+2066&gt;"),
    ("two\nlines\r", "two&lt;U+000A&gt;lines&lt;U+000D&gt;"), ("\0", "&lt;U+0000&gt;"),
    ("</style><style>", "&lt;/style&gt;&lt;style&gt;"), ("é\u{301}", "é\u{301}"),
    ("<\u{338}b>", "&lt;\u{338}b&gt;"), ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
  ])
  func textIsNeverMarkup(_ text: String, _ shown: String) {
    #expect(Markup.escaped(text) == shown)
    var page = Markup()
    page.add("td", ["title": text], text: text)
    #expect(page.text == "<td title=\"\(shown)\">\(shown)</td>")
  }

  @Test func identifiersAreNew() {
    var page = Markup()
    #expect(page.newIdentifier() == "i1")
    #expect(page.newIdentifier() == "i2")
  }

  @Test(arguments: [
    (0, "0"), (5, "0.5"), (10, "1"), (123, "12.3"), (-3, "-0.3"), (-30, "-3"), (-31, "-3.1"),
  ])
  func lengthsAreWrittenInTenths(_ tenths: Int, _ text: String) {
    #expect(Length(tenths: tenths).text == text)
  }
}
