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
      page.write(page.report.requirements, page.report.findings)
    }
  }

  private var lead: String {
    let rows = report.inputs.reduce(0) { $0 + $1.rows.accepted }
    let zone = report.timeZone.map { ", on the clock of \($0)" } ?? ""
    return "Metrics and maturity as of \(report.center.asOf), from \(counted(rows, "record")) in "
      + "\(counted(report.inputs.count, "file"))\(zone)"
  }
}
