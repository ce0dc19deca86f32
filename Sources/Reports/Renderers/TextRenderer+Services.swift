import Basics
import MaturityRules
import PerformanceMetrics

// MARK: - A service and its months

extension TextRenderer {
  /// Writes every service; none where no record of contacts was given.
  mutating func writeServices() {
    guard report.center.hasContacts else { return }
    for service in report.center.services { write(service) }
  }

  /// Names a scope and its site.
  func title(_ name: String, _ site: String?) -> String {
    VisibleText.escaping(name) + (site.map { " at " + VisibleText.escaping($0) } ?? "")
  }

  /// Writes a service and its months.
  mutating func write(_ metrics: ServiceMetrics) {
    let service = metrics.service
    heading("\(title(service.name, metrics.site)): \(service.objectivesInWords)")
    guard let records = metrics.records else {
      lines.append("  no record matches this service; check its match against the data")
      return
    }
    lines.append("  " + service.formulaInWords)
    let length =
      [
        records.hasWholeMonths ? "months" : nil,
        records.intervalMinutes.map { $0 == 1440 ? "days" : "\($0)-minute intervals" },
      ].compactMap(\.self).joined(separator: " and ")
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
    writeWholeMonths(records)
    lines.append("")
    writeMonths(records)
    writeSparkline(records, over: records.months, of: "service level")
    writeChangedMonths(records)
    if let trend = records.trend { lines.append("  trend: " + trend.inWords) }
    writeWaits(records)
    writeReconciliation(metrics)
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

  /// Says how long contacts waited, and which are still waiting.
  private mutating func writeWaits(_ records: ServiceMetrics.Records) {
    if let waits = records.waits?.percentiles(records.span) {
      lines.append(
        "  waits: 50 % up to \(grouped(waits.p50)) s, 90 % up to \(grouped(waits.p90)) s, 95 % up to "
          + "\(grouped(waits.p95)) s, the longest \(grouped(waits.longest)) s")
    }
    if let backlog = records.backlog {
      lines.append(
        "  backlog: \(grouped(backlog.count)) unanswered, \(grouped(backlog.overdue)) of them "
          + "overdue and counted as missed, \(grouped(backlog.pending)) pending; the oldest waits "
          + "\(grouped(backlog.oldest)) s, half of them \(grouped(backlog.median)) s or less")
    }
  }

  /// Sets contacts beside the interval records that count in their place.
  private mutating func writeReconciliation(_ metrics: ServiceMetrics) {
    let found = report.center.reconciliations.first {
      $0.service == metrics.service.name && $0.site == metrics.site
    }
    guard let found else { return }
    lines.append(
      "  on \(grouped(found.days)) \(found.days == 1 ? "day" : "days") both interval records and "
        + "contacts were given; the interval records count: \(grouped(found.intervalsOffered)) "
        + "offered and \(grouped(found.intervalsAnswered)) answered, against "
        + "\(grouped(found.contactsOffered)) and \(grouped(found.contactsAnswered)) contacts")
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
    if sums.rowsOfPercentages > 0 {
      let rows = sums.rowsOfPercentages
      let open =
        sums.answeredDoubtful > 0
        ? "up to \(grouped(sums.answeredDoubtful)) contacts more or fewer are possible, and judged "
          + "at worst and at best"
        : "only one count fits each"
      lines.append(
        "  from rounded percentages: \(grouped(rows)) \(rows == 1 ? "row has" : "rows have") a printed "
          + "service level and no count; the nearest counts are shown, \(open)")
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

  /// Says what months that are recorded as a whole do not tell.
  private mutating func writeWholeMonths(_ records: ServiceMetrics.Records) {
    guard records.hasWholeMonths else { return }
    lines.append(
      "  a month recorded as a whole has neither days nor intervals, nor has a span that holds "
        + "one")
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
    lines.append(table, indent: 2)
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
      figures.tracksDays ? share(figures.days) : "-",
      figures.knowsIntervals ? share(figures.intervals) : "-",
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
