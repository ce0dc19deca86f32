import MaturityRules
import PerformanceMetrics

// MARK: - Sentences and tables

extension HTMLPage {
  /// What the text says of a part, section by section.
  func sections(
    _ write: (inout TextRenderer) -> Void
  ) -> [ReportText.Section] {
    var text = words
    write(&text)
    return text.lines.sections
  }

  /// Writes sentences as a list, those that belong to another below it.
  mutating func write(notes pieces: [ReportText.Piece]) {
    let items = pieces.compactMap { piece -> (text: String, indent: Int)? in
      switch piece {
      case .line(let text, let indent): (text, indent)
      case .columns(let parts, let indent): (parts.joined(separator: " "), indent)
      case .heading, .table, .blank: nil
      }
    }
    guard !items.isEmpty else { return }
    var indents: [Int] = []
    for (text, indent) in items {
      if indents.isEmpty {
        markup.begin("ul", ["class": "notes"])
        indents.append(indent)
      } else if let last = indents.last, indent > last {
        markup.begin("ul")
        indents.append(indent)
      } else {
        markup.end("li")
        while indents.count > 1, indent <= indents[indents.count - 2] {
          markup.end("ul")
          markup.end("li")
          indents.removeLast()
        }
      }
      markup.begin("li")
      markup.say(text)
    }
    for _ in indents {
      markup.end("li")
      markup.end("ul")
    }
  }

  /// Writes a table that can be opened.
  mutating func write(folded table: TextTable, _ summary: String, caption: String) {
    add("details") { page in
      // Its name stands beside others of the same words.
      page.add("summary", ["aria-label": "\(summary): \(caption)"], text: summary)
      page.write(table, caption: caption)
    }
  }

  /// Writes a table that scrolls by itself where it is wide.
  mutating func write(_ table: TextTable, caption: String) {
    guard let head = table.rows.first else { return }
    // What scrolls can be reached by the keyboard, and so has a name.
    add("div", ["class": "scroll", "role": "region", "aria-label": caption, "tabindex": "0"]) {
      page in
      page.add("table") { page in
        page.add("caption", text: caption)
        page.add("thead") { page in
          page.add("tr") { page in
            for column in table.alignments.indices {
              let cell = column < head.count ? head[column] : ""
              page.cell("th", cell, table.alignments[column], ["scope": "col"])
            }
          }
        }
        page.add("tbody") { page in
          for row in table.rows.dropFirst() {
            page.add("tr") { page in
              for column in table.alignments.indices {
                let cell = column < row.count ? row[column] : ""
                page.cell(
                  column == 0 ? "th" : "td", cell, table.alignments[column],
                  column == 0 ? ["scope": "row"] : [:],
                  isState: column > 0 && column < head.count && head[column].isEmpty)
              }
            }
          }
        }
      }
    }
  }

  private mutating func cell(
    _ name: StaticString, _ text: String, _ alignment: TextTable.Alignment,
    _ attributes: Markup.Attributes, isState: Bool = false
  ) {
    // A figure that the input cannot give is a dash, and never 0.
    let shown = text == "-" ? "–" : text
    var kinds = alignment == .right ? ["n"] : []
    // The column of states has no name; a queue may well be called like one of them.
    if isState,
      let state = OpportunityState.allCases.first(where: { text.hasPrefix($0.rawValue) })
    {
      kinds.append("is-" + state.rawValue)
    }
    if text.count > 40 { kinds.append("wide") }
    let scope = attributes.first?.value
    switch (scope, kinds.isEmpty) {
    case (let scope?, true): markup.add(name, ["scope": scope], text: shown)
    case (let scope?, false):
      markup.add(
        name, ["scope": scope, "class": kinds.joined(separator: " ")], text: shown)
    case (nil, true): markup.add(name, text: shown)
    case (nil, false):
      markup.add(name, ["class": kinds.joined(separator: " ")], text: shown)
    }
  }

  /// Writes a chart with its name above it.
  mutating func figure(
    _ title: String, _ remark: String = "", _ content: (inout HTMLPage) -> Void
  ) {
    add("figure") { page in
      page.add("figcaption") { page in
        page.markup.say(title)
        if !remark.isEmpty { page.add("span", text: " · " + remark) }
      }
      content(&page)
    }
  }

  /// Says how many of a kind have no charts; nothing where all have.
  mutating func writeRest(_ count: Int, _ kind: String) {
    guard count > HTMLRenderer.mostDrawn else { return }
    add(
      "p", ["class": "note"],
      text:
        "Shown in full: the first \(HTMLRenderer.mostDrawn) of \(count) \(kind), in their order "
        + "in the report. The forms text and json have all of them.")
  }
}
