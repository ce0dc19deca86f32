import MaturityRules
import PerformanceMetrics

// MARK: - What stands above everything

extension HTMLPage {
  /// The name of the page.
  private var title: String { "Contact center performance as of \(report.center.asOf)" }

  /// Lets a browser show what stands in the page, and fetch or run nothing.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    + "form-action 'none'"

  /// Writes what the browser has to know.
  mutating func writeHead() {
    let title = title
    markup.add("head") { head in
      head.add(empty: "meta", ["charset": "utf-8"])
      head.add(
        empty: "meta", ["http-equiv": "Content-Security-Policy", "content": HTMLPage.policy])
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

  /// Writes the heading of the page, and what was required.
  mutating func writeHeader() {
    add("header") { page in
      page.add("h1", text: "Contact center performance")
      page.add("p", ["class": "lead"], text: page.lead)
      if page.report.configuration.isAssumed {
        page.add(
          "p", ["class": "lead"],
          text: "No objective was configured: what is said of service level holds if the assumed "
            + "one is the center’s own.")
      }
      page.writeRequirements()
    }
  }

  private var lead: String {
    let rows = report.inputs.reduce(0) { $0 + $1.rows.accepted }
    let zone = report.timeZone.map { ", on the clock of \($0)" } ?? ""
    return "Metrics and maturity as of \(report.center.asOf), from \(counted(rows, "record")) in "
      + "\(counted(report.inputs.count, "file"))\(zone)"
  }

  private mutating func writeRequirements() {
    guard !report.requirements.isEmpty else { return }
    add("p", ["class": "lead"]) { page in
      page.markup.say("Required: ")
      for (index, requirement) in page.report.requirements.enumerated() {
        if index > 0 { page.markup.say(", ") }
        let status = requirement.status(page.report.findings)
        page.markup.say("\(requirement.standard) at level \(requirement.level) ")
        let kind =
          switch status {
          case .holds: "chip met"
          case .fails: "chip missed"
          case .indeterminate: "chip undecided"
          }
        page.add("span", ["class": kind], text: page.words.style.status(status))
      }
    }
  }
}
