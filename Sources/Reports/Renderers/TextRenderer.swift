import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics

/// Writes a report for people: what was read, the months, and the ladder with what is lacking.
///
/// Names that come from data are shown with their control characters made
/// visible. Colors are used only on request; without them the text is the same.
public struct TextRenderer: Sendable {
  let report: Report
  let style: TextStyle
  var lines: [String] = []

  /// Renders a report.
  ///
  /// - Parameter isColored: Whether the terminal's colors are used.
  /// - Returns: The text with a line break at its end.
  public static func render(_ report: Report, isColored: Bool = false) -> String {
    var renderer = TextRenderer(report: report, style: TextStyle(isColored: isColored))
    renderer.writeInputs()
    for service in report.center.services { renderer.write(service) }
    for finding in report.findings { renderer.write(finding) }
    renderer.writeRules()
    renderer.writeRequirements()
    return renderer.lines.joined(separator: "\n") + "\n"
  }

  private init(report: Report, style: TextStyle) {
    self.report = report
    self.style = style
  }

  mutating func heading(_ text: String) {
    if !lines.isEmpty { lines.append("") }
    lines.append(style.heading(text))
  }
}

// MARK: - What was read

extension TextRenderer {
  private mutating func writeInputs() {
    heading("Service level and maturity as of \(report.center.asOf)")
    lines += ["  ASA: average speed of answer; AHT: average handle time", ""]
    var table = TextTable([.left, .right, .right, .right, .right, .right, .left])
    table.add(["input", "read", "accepted", "rejected", "repeated", "ignored", "records from, to"])
    var all = InputSummary.Rows()
    for input in report.inputs {
      let span =
        [input.first, input.last].compactMap { $0.map { String($0.prefix(10)) } }
        .joined(separator: ", ")
      table.add(cells(VisibleText.escaping(input.path), input.rows) + [span])
      all.merge(input.rows)
    }
    if report.inputs.count > 1 { table.add(cells("all", all)) }
    lines += table.lines(indent: 2)
    for input in report.inputs {
      let path = VisibleText.escaping(input.path)
      if !input.unmapped.isEmpty {
        let names = input.unmapped.prefix(12).map(VisibleText.escaping).joined(separator: ", ")
        let more = input.unmapped.count > 12 ? " and \(input.unmapped.count - 12) more" : ""
        lines.append("  \(path): columns not read: \(names)\(more)")
      }
      if input.suspect > 0 {
        lines.append("  \(path): \(rows(input.suspect)) with counts that contradict each other")
      }
      for note in input.notes { lines.append("  \(path): \(note)") }
    }
    if report.center.unmatched > 0 {
      let keys = report.center.unmatchedKeys
      let shown = keys.prefix(3).map { key in
        [key.site, key.queue, key.channel].filter { !$0.isEmpty }.map(VisibleText.escaping)
          .joined(separator: ", ")
      }
      let more = keys.count > 3 ? "; and \(keys.count - 3) more" : ""
      lines.append(
        "  \(rows(report.center.unmatched)) of no service: "
          + shown.joined(separator: "; ") + more)
    }
    if report.center.afterAsOf > 0 {
      lines.append("  \(rows(report.center.afterAsOf)) after as-of left aside")
    }
    let suspects = report.center.suspectDays
    if !suspects.isEmpty {
      let worst = suspects.sorted { a, b in
        stray(a) * Int128(max(1, b.offered)) > stray(b) * Int128(max(1, a.offered))
      }
      let shown = worst.prefix(3).map { day in
        "\(VisibleText.escaping(day.service)) \(day.day): \(grouped(day.offered)) offered, "
          + "\(grouped(day.accountedFor)) answered, abandoned or flown out"
      }
      let more = suspects.count > 3 ? "; and \(suspects.count - 3) more" : ""
      lines.append("  days that contradict themselves: " + shown.joined(separator: "; ") + more)
    }
    for finding in report.implausible {
      lines.append(
        "  \(VisibleText.escaping(finding.path)): implausible, accepted on request: "
          + finding.reason)
    }
  }

  private func stray(_ day: SuspectDay) -> Int128 {
    Int128((day.accountedFor - day.offered).magnitude)
  }

  private func rows(_ count: Int) -> String { grouped(count) + (count == 1 ? " row" : " rows") }

  private func cells(_ name: String, _ rows: InputSummary.Rows) -> [String] {
    [name] + [rows.read, rows.accepted, rows.rejected, rows.repeated, rows.ignored].map(grouped)
  }
}

// MARK: - A service and its months

extension TextRenderer {
  /// A service's name with its site.
  func title(_ name: String, _ site: String?) -> String {
    VisibleText.escaping(name) + (site.map { " at " + VisibleText.escaping($0) } ?? "")
  }

  private mutating func write(_ metrics: ServiceMetrics) {
    let service = metrics.service
    let objectives = service.objectives.objectives.map { objective in
      (objective.from.map { "from \($0) " } ?? "")
        + "\(objective.percent) % within \(objective.seconds) s"
    }
    heading("\(title(service.name, metrics.site)): \(objectives.joined(separator: ", "))")
    guard let records = metrics.records else {
      lines.append("  no record matches this service; check its match against the data")
      return
    }
    lines.append("  " + formulaInWords(service))
    let length =
      records.intervalMinutes == 1440 ? "days" : "\(records.intervalMinutes)-minute intervals"
    let habit =
      switch records.habit {
      case .dense: "dense export: an absent row is missing"
      case .sparse: "sparse export: an absent row had no contacts"
      case nil: "dense export of some queues, sparse of others"
      }
    lines.append("  \(length), \(habit)")
    if records.assumesThreshold {
      lines.append(
        "  threshold assumed: nothing in the files says to how many seconds they count")
    }
    writeGaps(service, records)
    lines.append("")
    writeMonths(records)
    if let trend = records.trend {
      let season = trend.separatesSeason ? "" : "; too few to tell it from a season"
      lines.append(
        "  trend: \(trend.slopeText(places: 2)) points a month (\(trend.lowText(places: 2)) to "
          + "\(trend.highText(places: 2))), p \(trend.p.text(places: 2, .up)), "
          + "\(trend.count) months" + season)
    }
    let total = records.total(records.judged)
    if total.closedOffered > 0 {
      lines.append("  \(grouped(total.closedOffered)) of the contacts were offered while closed")
    }
    if let coverage = total.coverage, total.holes > 0 {
      lines.append(
        "  \(grouped(total.holes)) of \(grouped(coverage.denominator)) expected intervals of its "
          + "queues are missing (coverage \(coverage.percentText(.down)) %)")
    }
    writeSensitivity(metrics, records)
    writeBreakdowns(metrics)
    writeDetail(records)
  }

  /// Says what the formula needs and the rows do not give, and when no objective was in force.
  private mutating func writeGaps(_ service: Service, _ records: ServiceMetrics.Records) {
    let total = records.total(records.judged)
    let sums = total.sums
    if sums.answeredUnjudged > 0 {
      lines.append(
        "  \(grouped(sums.answeredUnjudged)) answered contacts stand in rows without a count for the "
          + "threshold; their service level is not known")
    }
    let needed: (count: Int, column: String)? =
      switch service.formula {
      case .offered, .answered: nil
      case .earlyAbandonsExcluded, .earlyAbandonsMet: (sums.abandonedUnjudged, "abandoned_within")
      case .shortAbandonsExcluded, .shortAbandonsMet: (sums.shortUnjudged, "short_abandoned")
      }
    if let needed, needed.count > 0 {
      lines.append(
        "  \(grouped(needed.count)) abandoned contacts stand in rows without \(needed.column), which "
          + "the formula needs; their service level is not known")
    }
    if total.days.excluded > 0 {
      lines.append("  \(total.days.excluded) days are excluded: no objective was in force")
    }
    if records.statedLengths.count > 1 {
      let lengths = records.statedLengths.map { "\($0)" }.joined(separator: ", ")
      lines.append(
        "  intervals of \(lengths) minutes: a span is looked at in the shortest length that all of "
          + "its days fit into")
    }
  }

  private func formulaInWords(_ service: Service) -> String {
    let demand =
      switch service.demand {
      case .offered: "offered"
      case .answeredPlusAbandoned: "answered and abandoned"
      }
    let words =
      switch service.formula {
      case .offered: "answered in time out of all \(demand)"
      case .answered: "answered in time out of all answered"
      case .earlyAbandonsExcluded:
        "answered in time out of all \(demand), less those abandoned within the threshold"
      case .earlyAbandonsMet:
        "answered or abandoned within the threshold, out of all \(demand)"
      case .shortAbandonsExcluded: "answered in time out of all \(demand), less short abandons"
      case .shortAbandonsMet: "answered in time or short abandons, out of all \(demand)"
      }
    return "service level: \(words) (formula \(service.formula.rawValue))"
  }

  private mutating func writeMonths(_ records: ServiceMetrics.Records) {
    let right = TextTable.Alignment.right
    var table = TextTable([.left, right, right, .left, right, right, right, right, right])
    table.add([
      "month", "offered", "service level", "", "days met", "intervals met", "abandoned", "ASA",
      "AHT",
    ])
    for month in records.months {
      let (figures, isComplete) = records.figures(month)
      let state = figures.state.rawValue + (isComplete ? "" : " so far")
      table.add(
        cells("\(month)", state, figures))
    }
    table.add(cells("total", "", records.total(records.judged)))
    lines += table.lines(indent: 2)
  }

  /// The cells of a row of figures.
  func cells(
    _ name: String, _ state: String, _ figures: ServiceFigures
  ) -> [String] {
    func share(_ counts: OpportunityCounts) -> String {
      let all = counts.counted + counts.undecided
      guard all > 0 else { return "-" }
      // What is missing could turn the undecided: at worst none of them, at best all.
      let best = counts.undecided > 0 ? "–" + grouped(counts.met + counts.undecided) : ""
      return "\(grouped(counts.met))\(best) of \(grouped(all))"
    }
    func percent(_ ratio: Ratio?, _ rounding: DecimalRounding) -> String {
      ratio.map { $0.percentText(rounding) + " %" } ?? "-"
    }
    func seconds(_ ratio: Ratio?) -> String { ratio.map { $0.valueText() + " s" } ?? "-" }
    return [
      name, grouped(figures.sums.offered), percent(figures.serviceLevel, .down), state,
      share(figures.days), figures.tracksIntervals ? share(figures.intervals) : "-",
      percent(figures.abandonmentRate, .nearest), seconds(figures.averageSpeedOfAnswer),
      seconds(figures.averageHandleTime),
    ]
  }

  /// Says which other formulas would have given another level.
  private mutating func writeSensitivity(
    _ metrics: ServiceMetrics, _ records: ServiceMetrics.Records
  ) {
    let own = Evaluator.level(metrics, under: records.judged)
    let others = records.alternatives.compactMap { history -> String? in
      guard let level = Evaluator.level(metrics, under: history), level != own,
        let ratio = records.total(history).serviceLevel
      else { return nil }
      return "    \(history.formula.rawValue): \(ratio.percentText(.down)) %, level \(level)"
    }
    guard !others.isEmpty else { return }
    lines += ["  under another formula the level would be another:"] + others
  }
}

// MARK: - The ladder

extension TextRenderer {
  private func level(_ level: Int) -> String {
    "level \(level) (\(StandardLadder.levelNames[level]))"
  }

  private mutating func write(_ finding: StandardFinding) {
    let name = "\(finding.standard.id) \(finding.standard.title)"
    guard finding.isAssessed else {
      let kinds = finding.standard.kinds.map { $0.rawValue.replacing("_", with: " ") }
      if finding.standard.id != report.findings.first(where: { !$0.isAssessed })?.standard.id {
        lines.append("\(name): not assessed, no \(kinds.joined(separator: " or "))")
      } else {
        lines += ["", "\(name): not assessed, no \(kinds.joined(separator: " or "))"]
      }
      return
    }
    heading("\(name): " + (finding.level.map(level) ?? "not judged"))
    if report.configuration.isAssumed {
      lines.append("  this holds if the objectives above are the center's own: none was configured")
    }
    for scope in finding.scopes { write(scope) }
  }

  private mutating func write(_ scope: ScopeFinding) {
    let name = title(scope.scope, scope.site)
    lines.append("")
    guard let reached = scope.level, let possible = scope.possible else {
      lines.append("  \(name): not judged, no record matches it")
      return
    }
    let share = scope.share.map { ", \($0.percentText(.nearest)) % of all contacts" } ?? ""
    let open = possible > reached ? "; up to level \(possible) is possible" : ""
    lines.append("  \(name): \(level(reached))\(open)\(share)")
    for criterion in scope.criteria {
      let status = style.status(criterion.status, width: 14)
      lines.append("    \(criterion.criterion.level)  \(status)  \(requirement(criterion))")
      let indent = String(repeating: " ", count: 7)
      // A remark says better why there is nothing to count.
      let isEmpty = criterion.distance == .nothing && !criterion.remarks.isEmpty
      if !isEmpty { lines.append(indent + criterion.distance.description) }
      for remark in criterion.remarks { lines.append(indent + remark.description) }
    }
    if let rollOff = scope.rollOff { lines.append("    " + sentence(rollOff)) }
  }

  private func requirement(_ finding: CriterionFinding) -> String {
    let window = finding.window.map { window in
      switch window.grain {
      case .month, .day: " (\(window.days.lowerBound.month) to \(window.days.upperBound.month))"
      case .interval: " (\(window.days.lowerBound) to \(window.days.upperBound))"
      }
    }
    return finding.criterion.requirement + (window ?? "")
  }

  private func sentence(_ rollOff: RollOff) -> String {
    let left =
      switch rollOff.leavesMet {
      case true: "which was met"
      case false: "which was missed"
      case nil: "which is not counted"
      }
    let level = "level \(rollOff.level)"
    let demand =
      switch rollOff.demand {
      case .mayBeMissed: "\(level) then holds whatever \(rollOff.next) is"
      case .mustBeMet: "\(rollOff.next) has to be met for \(level)"
      case .mustBeMetWithUndecided:
        "\(rollOff.next) and undecided months have to be met for \(level)"
      case .cannotSuffice: "\(level) is then out of reach whatever \(rollOff.next) is"
      }
    return "next month \(rollOff.leaves) leaves the \(rollOff.months), \(left): \(demand)"
  }

  private mutating func writeRequirements() {
    guard !report.requirements.isEmpty else { return }
    heading("Required")
    for requirement in report.requirements {
      let status = style.status(requirement.status(report.findings))
      lines.append("  \(requirement.standard) at level \(requirement.level): \(status)")
    }
  }
}
