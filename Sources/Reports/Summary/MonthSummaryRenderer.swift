import Basics
import MaturityRules
import PerformanceMetrics

/// Writes the attainment of a month for people: on one screen, or as Markdown.
public enum MonthSummaryRenderer: Sendable {
  /// Renders it as text for a file.
  ///
  /// - Parameters:
  ///   - summary: The month that is summed up.
  ///   - isColored: Whether the terminal's colors are used.
  /// - Returns: The text with a line break at its end.
  public static func text(_ summary: MonthSummary, isColored: Bool = false) -> String {
    text(summary, TextStyle(isColored: isColored))
  }

  /// Renders it as text for the place that a style describes.
  ///
  /// - Returns: The text with a line break at its end.
  package static func text(_ summary: MonthSummary, _ style: TextStyle) -> String {
    text(of: summary, style).lines(style).joined(separator: "\n") + "\n"
  }

  /// Renders it as Markdown.
  public static func markdown(_ summary: MonthSummary) -> String {
    MarkdownRenderer.render(text(of: summary, TextStyle(isColored: false)))
  }

  /// Renders it as JSON, which `MonthSummarySchema` describes.
  ///
  /// - Throws: When the effective configuration cannot be encoded.
  public static func json(_ summary: MonthSummary) throws -> [UInt8] {
    try JSONRenderer.encoded(Framed(EncodedMonthSummary(summary), of: summary.report))
  }

  /// Says all of a summary, piece by piece.
  private static func text(of summary: MonthSummary, _ style: TextStyle) -> ReportText {
    var writer = MonthSummaryWriter(summary, style)
    writer.writeServices()
    writer.writeRunRates()
    writer.writeFigures()
    for finding in summary.report.findings where finding.isAssessed { writer.write(finding) }
    writer.writeDetail()
    writer.words.writeRequirements()
    return writer.words.lines
  }
}

/// Says what a summary says; the words for figures and levels are those of the report.
private struct MonthSummaryWriter {
  let summary: MonthSummary
  let style: TextStyle
  var words: TextRenderer

  init(_ summary: MonthSummary, _ style: TextStyle) {
    (self.summary, self.style) = (summary, style)
    words = TextRenderer(report: summary.report, style: style)
  }

  mutating func writeServices() {
    let running = summary.isComplete ? "" : ", still running"
    words.heading("\(summary.month) as of \(summary.report.center.asOf)\(running)")
    let read = summary.report.records.reduce(into: InputSummary.Rows()) { $0.merge($1.rows) }
    words.lines.append(
      "  \(counted(summary.report.inputs.count, "input")): \(grouped(read.read)) rows read, "
        + "\(grouped(read.accepted)) accepted, \(grouped(read.rejected)) rejected")
    guard !summary.services.isEmpty else { return }
    words.lines.append("")
    let right = TextTable.Alignment.right
    var table = TextTable([.left, .left, right, right, .left, right, right, right, right, right])
    table.add([
      "service", "objective", "offered", "service level", "", "days met", "intervals met",
      "abandoned", "ASA", "AHT",
    ])
    for service in summary.services {
      let objective = service.metrics.service.objectives.inForce(on: summary.report.center.asOf)
      let cells = words.cells(
        words.title(service.metrics.service.name, service.metrics.site),
        service.figures.state.rawValue + (summary.isComplete ? "" : " so far"), service.figures)
      table.add(
        [cells[0], objective.map { "\($0.percent) % in \($0.seconds) s" } ?? "none"]
          + cells.dropFirst())
    }
    words.lines.append(table, indent: 2)
    for service in summary.services {
      words.writeSparkline(
        service.records, over: summary.ladder,
        of: words.title(service.metrics.service.name, service.metrics.site))
    }
    if summary.report.configuration.isAssumed {
      words.lines.append("  the objective is assumed: none was configured")
    }
    for service in summary.services where service.figures.holes > 0 {
      let coverage = service.figures.coverage.map { "\($0.percentText(.down)) %" } ?? "-"
      words.lines.append(
        "  \(words.title(service.metrics.service.name, service.metrics.site)): "
          + "\(grouped(service.figures.holes)) expected intervals are missing (coverage \(coverage))"
      )
    }
    if !summary.report.center.exclusions.isEmpty {
      words.lines.append(
        "  \(counted(summary.report.center.exclusions.count, "exclusion")) given; figures leave "
          + "nothing out, levels say where they make a difference")
    }
    words.writeCautions()
    writeParts()
  }

  /// Writes the parts of each service in the month, where somebody asked for them.
  private mutating func writeParts() {
    let parts = summary.report.center.breakdowns
    guard !parts.isEmpty else { return }
    let right = TextTable.Alignment.right
    var table = TextTable([.left, .left, right, right, .left, right, right, right, right, right])
    table.add([
      "service", "part", "offered", "service level", "", "days met", "intervals met", "abandoned",
      "ASA", "AHT",
    ])
    for part in parts where part.months.contains(summary.month) {
      let figures = part.figures(summary.month)
      let cells = words.cells(
        words.title(part.service.name, part.site),
        figures.state.rawValue + (summary.isComplete ? "" : " so far"), figures)
      let names = part.by.map { $0.name.isEmpty ? "-" : VisibleText.escaping($0.name) }
      table.add([cells[0], names.joined(separator: ", ")] + cells.dropFirst())
    }
    words.lines.append("")
    words.lines.append(table, indent: 2)
  }

  mutating func writeRunRates() {
    for service in summary.services {
      guard let rate = service.runRate else { continue }
      let name = words.title(service.metrics.service.name, service.metrics.site)
      words.lines.append("  \(name): " + sentence(rate))
    }
  }

  /// What the contacts to come have to be, in words.
  private func sentence(_ rate: RunRate) -> String {
    let missing =
      rate.holes > 0 ? "; \(grouped(rate.holes)) missing intervals so far are in no count" : ""
    return expectation(rate) + missing
  }

  private func expectation(_ rate: RunRate) -> String {
    let contacts =
      "about \(counted(rate.expected, "contact")) more by \(rate.days.upperBound), as on the same "
      + "weekdays before"
    if rate.isCertain { return "\(contacts): the month is met even if none of them is in time" }
    if rate.isOutOfReach {
      return "\(contacts): the month is missed even if all of them are in time"
    }
    let share = Ratio(rate.needed, rate.expected).percentText(.up)
    return "\(contacts): \(grouped(rate.needed)) of them (\(share) %) have to be in time"
  }

  mutating func writeFigures() {
    let figures = summary.figures
    guard !figures.isEmpty else { return }
    words.lines.append("")
    var table = TextTable([.left, .left, .right, .left, .left])
    table.add(["figure", "of", "value", "objective", ""])
    for figure in figures {
      table.add([
        figure.name,
        VisibleText.escaping(figure.scope)
          + (figure.pending.map { $0 > 0 ? ", \(grouped($0)) pending" : "" } ?? ""),
        figure.value.map { $0 + figure.unit } ?? "-",
        figure.objective.map { $0 + figure.unit } ?? "none",
        figure.state.map { $0.rawValue + (summary.isComplete ? "" : " so far") } ?? "not judged",
      ])
    }
    words.lines.append(table, indent: 2)
  }

  /// Writes how a standard stands, with its months in marks.
  mutating func write(_ finding: StandardFinding) {
    words.heading("\(finding.standard.id) \(finding.standard.title): \(words.verdict(on: finding))")
    for scope in finding.scopes {
      words.lines.append("  " + words.summary(of: scope))
      let states = summary.states(finding.standard, scope)
      if states.contains(where: { $0 != nil }) {
        words.lines.append(
          "    \(summary.ladder[0]) to \(summary.month)  " + marks(states)
            + "   (+ met, - missed, ? open, . none\(summary.isComplete ? "" : ", ~ running"))")
      }
      for criterion in scope.criteria {
        var parts = [
          "\(criterion.criterion.level)", style.status(criterion.status, width: 14),
        ]
        parts.append(words.details(of: criterion).first ?? criterion.requirement)
        words.lines.append(parts, indent: 4)
      }
      if let leaving = scope.rollOff?.leavingInWords {
        words.lines.append("    " + leaving)
        for rollOff in scope.rollOffs { words.lines.append("       " + rollOff.demandInWords) }
      }
    }
  }

  /// The months in marks; of one that is cut nothing is decided yet.
  private func marks(_ states: [OpportunityState?]) -> String {
    let whole = summary.isComplete ? states : Array(states.dropLast())
    return whole.map(mark).joined() + (summary.isComplete ? "" : "~")
  }

  private func mark(_ state: OpportunityState?) -> String {
    switch state {
    case .met: style.good("+")
    case .missed: style.bad("-")
    case .undecided: style.open("?")
    case .idle, .closed, .excluded, nil: "."
    }
  }

  mutating func writeDetail() {
    guard let detail = summary.report.detail else { return }
    let days = summary.days
    for service in summary.services {
      words.heading(
        "\(words.title(service.metrics.service.name, service.metrics.site)): \(detail.rawValue)")
      words.writeDetail(detail, service.records, over: days)
    }
  }
}

extension MonthSummary {
  /// The days of the month up to as-of.
  var days: ClosedRange<CivilDate> {
    month.firstDay...min(month.lastDay, report.center.asOf)
  }
}
