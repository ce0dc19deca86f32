/// Writes a report as Markdown for a pull request or a wiki: what the text says, in tables
/// and lists.
///
/// Nothing that comes from data is markup in it.
public enum MarkdownRenderer: Sendable {
  /// Renders a report.
  ///
  /// - Returns: The Markdown with a line break at its end.
  public static func render(_ report: Report) -> String {
    render(TextRenderer.text(of: report, TextStyle(isColored: false)))
  }

  /// Renders what a result says.
  static func render(_ text: ReportText) -> String {
    var page = MarkdownPage()
    for piece in text.pieces { page.add(piece) }
    return page.lines.joined(separator: "\n") + "\n"
  }
}

/// A page of Markdown that grows piece by piece.
private struct MarkdownPage {
  private(set) var lines: [String] = []
  /// The indents of the items that the next one may stand under, from the outermost.
  private var indents: [Int] = []

  /// Adds a piece.
  mutating func add(_ piece: ReportText.Piece) {
    switch piece {
    case .heading(let text):
      setApart()
      lines.append((lines.isEmpty ? "# " : "## ") + MarkdownText.escaped(text))
    case .line(let text, let indent): add(item: MarkdownText.beginning(text), indent)
    case .columns(let parts, let indent):
      let cells = parts.map { MarkdownPage.trimmed($0) }
      add(item: cells.map(MarkdownText.escaped).joined(separator: " · "), indent)
    case .table(let table, _): add(table)
    case .list(let name, let items): add(list: name, items)
    case .blank: setApart()
    }
  }

  /// Ends the list that is open, and leaves a line.
  private mutating func setApart() {
    indents = []
    if !lines.isEmpty, lines.last != "" { lines.append("") }
  }

  private mutating func add(item: String, _ indent: Int) {
    if indents.isEmpty, let last = lines.last, last != "" { lines.append("") }
    while let last = indents.last, last >= indent { indents.removeLast() }
    lines.append(String(repeating: "  ", count: indents.count) + "- " + item)
    indents.append(indent)
  }

  /// Adds a name with a single line behind it, or with several below it.
  private mutating func add(list name: String, _ items: [String]) {
    let first = items.count == 1 ? ": " + MarkdownText.escaped(items[0]) : ""
    add(item: MarkdownText.beginning(name) + first, 0)
    guard items.count > 1 else { return }
    for item in items { add(item: MarkdownText.beginning(item), 2) }
  }

  private mutating func add(_ table: TextTable) {
    setApart()
    guard let head = table.rows.first else { return }
    let marks = table.alignments.map { $0 == .right ? "---:" : "---" }
    for (index, row) in table.rows.enumerated() {
      let cells = marks.indices.map { column in
        let cell = column < row.count ? MarkdownPage.trimmed(row[column]) : ""
        // A figure that the input cannot give is a dash, and no list.
        return cell == "-" ? "–" : MarkdownText.escaped(cell)
      }
      lines.append("| " + cells.joined(separator: " | ") + " |")
      if index == 0 { lines.append("| " + marks.joined(separator: " | ") + " |") }
    }
    precondition(head.count <= marks.count, "a table names more columns than it has")
    lines.append("")
  }

  /// The text without the blanks at its end that line it up.
  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
