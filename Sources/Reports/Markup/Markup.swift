import Basics

/// Writes HTML with SVG inside, or XML, well formed and escaped by construction.
///
/// Names of elements and attributes are written in the program and nowhere else; every text and
/// every value is escaped on its way in, and its control characters and marks of direction are
/// made visible. So nothing that comes from data can be markup. The result is XML as well as HTML,
/// which any parser can check.
///
/// ```swift
/// var page = Markup()
/// page.add("p", ["class": "note"]) { $0.say("a < b") }
/// page.text  // "\n<p class=\"note\">a &lt; b</p>"
/// ```
struct Markup {
  /// Names of elements and attributes with their values, in the order in which they are written.
  typealias Attributes = KeyValuePairs<StaticString, String>

  /// What was written.
  private(set) var text = ""
  private var identifiers = 0

  /// The elements that stand within a line; the others begin one.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "code", "span", "small", "td", "th", "text", "title", "desc", "dd", "time",
  ]

  /// Adds an element with what is inside it.
  mutating func add(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void
  ) {
    begin(name, attributes)
    content(&self)
    end(name)
  }

  /// Begins an element.
  mutating func begin(_ name: StaticString, _ attributes: Attributes = [:]) {
    open(name, attributes)
    text += ">"
  }

  /// Ends the element that began last.
  mutating func end(_ name: StaticString) { text += "</\(name)>" }

  /// Adds an element with text inside it.
  mutating func add(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    add(name, attributes) { $0.say(text) }
  }

  /// Adds an element that has nothing inside it.
  mutating func add(empty name: StaticString, _ attributes: Attributes = [:]) {
    open(name, attributes)
    text += "/>"
  }

  /// Ends the line.
  mutating func breakLine() { text += "\n" }

  /// Adds text.
  mutating func say(_ string: String) { text += Markup.escaped(string) }

  /// Adds the style of the page, which no data can be part of.
  mutating func add(style: StyleSheet) {
    text += "\n<style>\(style.text)</style>"
  }

  /// Gives an identifier that no other element of the page has.
  mutating func newIdentifier() -> String {
    identifiers += 1
    return "i\(identifiers)"
  }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    if !Markup.inline.contains("\(name)") { text += "\n" }
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(Markup.escaped(value))\"" }
  }

  /// Makes text of text: no sign of it is markup or moves others.
  static func escaped(_ string: String) -> String {
    var shown = ""
    for scalar in VisibleText.escaping(string).unicodeScalars {
      switch scalar {
      case "&": shown += "&amp;"
      case "<": shown += "&lt;"
      case ">": shown += "&gt;"
      case "\"": shown += "&quot;"
      case "'": shown += "&#39;"
      // Neither XML nor HTML has a way to write these.
      case "\u{FFFE}", "\u{FFFF}": shown += "\u{FFFD}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
