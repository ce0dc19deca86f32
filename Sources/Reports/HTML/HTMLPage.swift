import MaturityRules
import PerformanceMetrics

/// The page of a report, which grows section by section.
struct HTMLPage: HTMLWriter {
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
    let parts = parts
    let frame = HTMLFrame(
      title: title, skip: "Skip to the figures", contents: "Sections of the report",
      sections: parts.map { .init(id: $0.rawValue, title: $0.title) },
      footer: "Made by slcheck \(report.version) with the configuration "
        + "\(report.configuration.sha256.prefix(16)). The same input gives the same page again.")
    write(frame, header: { $0.writeHeader() }, section: { $0.write(parts[$1]) })
  }

  private mutating func write(_ part: Part) {
    switch part {
    case .standards: writeStandards()
    case .services: writeServices()
    case .scores: writeScores()
    case .data: writeData()
    case .definitions: writeDefinitions()
    }
  }
}
