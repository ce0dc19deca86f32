import MaturityRules
import PerformanceMetrics

// MARK: - What stands above everything

extension HTMLPage {
  /// The name of the page.
  var title: String { "Contact center performance as of \(report.center.asOf)" }

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
