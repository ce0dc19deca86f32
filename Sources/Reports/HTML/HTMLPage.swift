import MaturityRules
import PerformanceMetrics

/// The page of a report, which grows section by section.
struct HTMLPage {
  /// The report.
  let report: Report
  /// Says what the text says.
  let words: TextRenderer
  /// What was written.
  var markup = Markup()

  /// Begins a page.
  init(_ report: Report) {
    self.report = report
    words = TextRenderer(report: report, style: TextStyle(isColored: false))
  }

  /// The sections: where each begins, and what it is called.
  private enum Part: String, CaseIterable {
    case standards, services, scores, data, definitions

    var title: String {
      switch self {
      case .standards: "How the standards stand"
      case .services: "Service level"
      case .scores: "Quality, satisfaction, cost and resolution"
      case .data: "Data behind it"
      case .definitions: "Definitions used"
      }
    }
  }

  private var parts: [Part] {
    Part.allCases.filter { part in
      switch part {
      case .standards, .data, .definitions: true
      case .services: report.center.hasContacts
      case .scores: hasScores
      }
    }
  }

  /// Writes all of it.
  mutating func write() {
    add("html", ["lang": "en", "xmlns": "http://www.w3.org/1999/xhtml"]) { page in
      page.writeHead()
      page.add("body") { page in
        page.add("a", ["class": "skip", "href": "#main"], text: "Skip to the figures")
        page.writeHeader()
        page.writeContents()
        page.add("main", ["id": "main"]) { page in
          for part in page.parts { page.write(part) }
        }
        page.add("footer") { page in
          page.add(
            "p",
            text: "Made by slcheck \(page.report.version) with the configuration "
              + "\(page.report.configuration.sha256.prefix(16)). The same input gives the same page "
              + "again.")
        }
      }
    }
  }

  private mutating func write(_ part: Part) {
    let heading = part.rawValue + "-heading"
    add("section", ["id": part.rawValue, "aria-labelledby": heading]) { page in
      page.add("h2", ["id": heading], text: part.title)
      switch part {
      case .standards: page.writeStandards()
      case .services: page.writeServices()
      case .scores: page.writeScores()
      case .data: page.writeData()
      case .definitions: page.writeDefinitions()
      }
    }
  }

  private mutating func writeContents() {
    add("nav", ["aria-label": "Sections of the report"]) { page in
      page.add("ul") { page in
        for part in page.parts {
          page.add("li") { page in
            page.add("a", ["href": "#" + part.rawValue], text: part.title)
          }
        }
      }
    }
  }
}

// MARK: - Elements

extension HTMLPage {
  /// Adds an element with what is inside it.
  mutating func add(
    _ name: StaticString, _ attributes: Markup.Attributes = [:],
    _ content: (inout HTMLPage) -> Void
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
