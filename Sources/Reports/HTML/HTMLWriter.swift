import MaturityRules
import PerformanceMetrics

/// A page that grows element by element: what all pages are made of.
protocol HTMLWriter {
  /// What was written.
  var markup: Markup { get set }
}

// MARK: - Frame

/// What stands around the sections of a page.
struct HTMLFrame {
  /// A section: what a link to it names, and what it is called.
  struct Section {
    /// The identifier of its element.
    let id: String
    /// Its heading.
    let title: String
  }

  /// The name of the page.
  let title: String
  /// What the first link skips to.
  let skip: String
  /// What the list of sections is called.
  let contents: String
  /// The sections, in their order.
  let sections: [Section]
  /// What stands at the end.
  let footer: String
}

extension HTMLWriter {
  /// Writes a page around its header and its sections.
  mutating func write(
    _ frame: HTMLFrame, header: (inout Self) -> Void, section: (inout Self, Int) -> Void
  ) {
    add("html", ["lang": "en", "xmlns": "http://www.w3.org/1999/xhtml"]) { page in
      page.writeHead(frame.title)
      page.add("body") { page in
        page.add("a", ["class": "skip", "href": "#main"], text: frame.skip)
        header(&page)
        page.writeContents(frame)
        page.add("main", ["id": "main"]) { page in
          for (index, part) in frame.sections.enumerated() {
            let heading = part.id + "-heading"
            page.add("section", ["id": part.id, "aria-labelledby": heading]) { page in
              page.add("h2", ["id": heading], text: part.title)
              section(&page, index)
            }
          }
        }
        page.add("footer") { page in page.add("p", text: frame.footer) }
      }
    }
  }

  private mutating func writeContents(_ frame: HTMLFrame) {
    add("nav", ["aria-label": frame.contents]) { page in
      page.add("ul") { page in
        for part in frame.sections {
          page.add("li") { page in
            page.add("a", ["href": "#" + part.id], text: part.title)
          }
        }
      }
    }
  }

  /// Lets a browser show what stands in the page, and fetch or run nothing.
  private static var policy: String {
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
      + "form-action 'none'"
  }

  /// Writes what the browser has to know.
  private mutating func writeHead(_ title: String) {
    markup.add("head") { head in
      head.add(empty: "meta", ["charset": "utf-8"])
      head.add(empty: "meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy])
      head.add(
        empty: "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      head.add(empty: "meta", ["name": "color-scheme", "content": "light dark"])
      head.add(empty: "meta", ["name": "referrer", "content": "no-referrer"])
      // Without an icon of its own a browser asks for one.
      head.add(empty: "link", ["rel": "icon", "href": "data:,"])
      head.begin("title")
      head.say(title)
      head.end("title")
      head.add(style: StyleSheet())
    }
  }
}

// MARK: - Elements

extension HTMLWriter {
  /// Adds an element with what is inside it.
  mutating func add(
    _ name: StaticString, _ attributes: Markup.Attributes = [:],
    _ content: (inout Self) -> Void
  ) {
    markup.begin(name, attributes)
    content(&self)
    markup.end(name)
  }

  /// Adds an element with text inside it.
  mutating func add(_ name: StaticString, _ attributes: Markup.Attributes = [:], text: String) {
    markup.add(name, attributes, text: text)
  }
}

// MARK: - What was required

extension HTMLWriter {
  /// Writes what was required and how it stands; nothing where nothing was.
  mutating func write(_ requirements: [Requirement], _ findings: [StandardFinding]) {
    guard !requirements.isEmpty else { return }
    add("p", ["class": "lead"]) { page in
      page.markup.say("Required: ")
      for (index, requirement) in requirements.enumerated() {
        if index > 0 { page.markup.say(", ") }
        let status = requirement.status(findings)
        page.markup.say("\(requirement.standard) at level \(requirement.level) ")
        let kind =
          switch status {
          case .holds: "chip met"
          case .fails: "chip missed"
          case .indeterminate: "chip undecided"
          }
        page.add("span", ["class": kind], text: TextStyle().status(status))
      }
    }
  }
}

// MARK: - Sentences and tables

extension HTMLWriter {
  /// Writes sentences as a list, those that belong to another below it.
  mutating func write(notes pieces: [ReportText.Piece]) {
    let items = pieces.flatMap { piece -> [(text: String, indent: Int)] in
      switch piece {
      case .line(let text, let indent): [(text, indent)]
      case .columns(let parts, let indent): [(parts.joined(separator: " "), indent)]
      case .list(let name, let items) where items.count == 1: [("\(name): \(items[0])", 0)]
      case .list(let name, let items): [(name, 0)] + items.map { ($0, 2) }
      case .heading, .table, .blank: []
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
    _ title: String, _ remark: String = "", _ content: (inout Self) -> Void
  ) {
    add("figure") { page in
      page.add("figcaption") { page in
        page.markup.say(title)
        if !remark.isEmpty { page.add("span", text: " · " + remark) }
      }
      content(&page)
    }
  }
}
