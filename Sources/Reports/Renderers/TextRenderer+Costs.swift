import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics

// MARK: - Cost per contact

extension TextRenderer {
  /// Writes the costs per contact, scope by scope.
  mutating func writeCosts() {
    for cost in report.center.costs { write(cost) }
    if !report.center.sitesWithoutCosts.isEmpty {
      let names = report.center.sitesWithoutCosts.map(VisibleText.escaping)
      lines += [
        "", "  sites that other records show and costs do not: " + names.joined(separator: ", "),
      ]
    }
    if let quality = report.center.costOfQuality { write(quality) }
  }

  private mutating func write(_ cost: CostPerContact) {
    heading("Cost per contact: \(VisibleText.escaping(cost.scope.name))" + currency(cost.currency))
    switch cost.basis {
    case .handled: lines.append("  total cost of the month out of contacts answered")
    case .offered: lines.append("  total cost of the month out of contacts offered")
    }
    lines.append("")
    let right = TextTable.Alignment.right
    var table = TextTable([.left, right, right, right, right, .left, right, right, right, right])
    table.add(
      ["month", "contacts", "cost", "per contact", "objective", ""]
        + TextRenderer.components + ["other"])
    for month in cost.months { table.add(cells(cost.month(month))) }
    lines.append(table, indent: 2)
    writeChannels(cost)
    if let trend = cost.trend { writeTrend(trend, "the cost per contact", "month") }
    for remark in Evaluator.scopeRemarks(cost) { lines.append("  " + remark.description) }
    if cost.neverChanges { lines.append("  warning: \(Remark.costNeverChanges)") }
  }

  private static let components = ["people", "infrastructure", "overhead"]

  private func cells(_ month: CostPerContact.Month) -> [String] {
    let amounts = Dictionary(uniqueKeysWithValues: month.categories.map { ($0.name, $0.amount) })
    let others = month.categories.filter { !TextRenderer.components.contains($0.name) }
    let other = others.isEmpty ? nil : others.reduce(Fraction(0)) { ($0 + $1.amount).reduced }
    let state =
      switch month.state {
      case _ where !month.isComplete: "so far"
      case .undecided where month.value != nil: ""
      default: month.state.rawValue
      }
    return [
      "\(month.month)", grouped(month.contacts), amount(month.amount),
      month.value?.decimalText(places: 4, month.objective == nil ? .nearest : .up) ?? "-",
      month.objective?.description ?? "-", state,
    ] + TextRenderer.components.map { amount(amounts[$0]) } + [amount(other)]
  }

  /// Says how the contacts spread over channels, where there are several.
  private mutating func writeChannels(_ cost: CostPerContact) {
    var counts: [String: Int] = [:]
    for channel in cost.months.flatMap({ cost.month($0).channels }) {
      counts[channel.name] = min(Int.max / 8, (counts[channel.name] ?? 0) + channel.contacts)
    }
    guard counts.count > 1 else { return }
    let all = counts.values.reduce(0, +)
    let shares = counts.sorted { $0.key < $1.key }.map { name, count in
      (name.isEmpty ? "without a name" : VisibleText.escaping(name))
        + " \(Ratio(count, all).percentText(.nearest)) %"
    }
    lines.append("  channels: " + shares.joined(separator: ", "))
  }

  private func currency(_ currency: Currency?) -> String {
    currency.map { " in \(VisibleText.escaping($0.description))" } ?? ""
  }

  private mutating func writeTrend(_ trend: Trend, _ what: String, _ period: String) {
    let season = trend.separatesSeason ? "" : "; too few to tell it from a season"
    lines.append(
      "  trend of \(what): \(trend.slopeText(places: 4)) a \(period) "
        + "(\(trend.lowText(places: 4)) to \(trend.highText(places: 4))), "
        + "p \(trend.p.text(places: 2, .up)), \(trend.count) \(period)s" + season)
  }

  /// An amount with two decimals and its thousands apart.
  private func amount(_ amount: Fraction?) -> String {
    amount.map { grouped(decimal: $0.decimalText(places: 2, .nearest)) } ?? "-"
  }

  private func amount(_ number: FixedPoint?) -> String { amount(number.map { Fraction($0) }) }
}

// MARK: - Cost of quality

extension TextRenderer {
  private mutating func write(_ costs: CostOfQuality) {
    heading("Cost of quality" + currency(costs.currency))
    lines += ["  good: prevention and appraisal; poor: internal and external failure", ""]
    let right = TextTable.Alignment.right
    var table = TextTable(.init(repeating: right, count: 12))
    table.add([
      "", "prevention", "appraisal", "internal", "external", "good", "poor", "total", "of cost",
      "per contact", "gain", "return",
    ])
    for period in costs.periods {
      let figures = costs.figures(period)
      func percent(_ share: Fraction?) -> String {
        share.map { ($0 * 100).decimalText(places: 2, .nearest) + " %" } ?? "-"
      }
      table.add(
        ["\(period)" + (figures.isComplete ? "" : " so far")]
          + QualityCategory.costs.map { amount(figures.categories[$0]) }
          + [
            amount(figures.good), amount(figures.poor), amount(figures.total),
            percent(figures.shareOfCost),
            figures.perContact?.decimalText(places: 4, .nearest) ?? "-", amount(figures.gain),
            percent(figures.returnOnQuality),
          ])
    }
    lines.append(table, indent: 2)
    let period = costs.hasMonths ? "month" : "quarter"
    if let trend = costs.poorTrend {
      writeTrend(trend, "poor quality per contact", period)
    }
    if let trend = costs.returnTrend { writeTrend(trend, "the return on quality", period) }
  }
}

// MARK: - Attestations

extension TextRenderer {
  /// Lists the attestations and what they do.
  mutating func writeEvidence() {
    let findings = Evaluator.evidence(report.center, report.findings)
    guard !findings.isEmpty else { return }
    heading("Attestations")
    for finding in findings {
      let record = finding.record
      lines.append(
        "  \(record.standard) level \(record.level), scope \(VisibleText.escaping(record.scope)), "
          + "\(record.from) to \(record.lastDay): \(sentence(record))")
      lines.append("    " + finding.effect.description)
    }
  }

  /// Who attests what.
  func sentence(_ record: EvidenceRecord) -> String {
    "\(VisibleText.escaping(record.reference)), attested by "
      + VisibleText.escaping(record.attestedBy)
  }
}
