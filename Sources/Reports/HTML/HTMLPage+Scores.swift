import Basics
import MaturityRules
import PerformanceMetrics

// MARK: - Quality, satisfaction, cost and resolution

extension HTMLPage {
  /// Whether there is anything of the kind.
  var hasScores: Bool {
    let center = report.center
    return center.quality.isGiven || center.satisfaction.isGiven || !center.costs.isEmpty
      || center.costOfQuality != nil || !center.resolution.isEmpty
      || center.transactionValue != nil
  }

  /// Writes a chart for each of them, with its figures and what the text says of it.
  mutating func writeScores() {
    let most = HTMLRenderer.mostDrawn
    // The legend stands above the first charts.
    if !report.center.hasContacts { writeLegend() }
    add("div", ["class": "charts card"]) { page in
      page.writeQuality(most)
      page.writeCosts(most)
      page.writeResolution()
    }
    writeRest(report.center.quality.scopes.count, "scopes of quality scores")
    writeRest(report.center.satisfaction.scopes.count, "scopes of satisfaction")
    writeRest(report.center.costs.count, "scopes of costs")
    writeValue()
  }

  /// Writes a chart and, below it, what the text says.
  private mutating func figure(
    _ section: ReportText.Section, _ points: [SeriesChart.Point], unit: String,
    slope: FixedPoint? = nil, remark: String? = nil
  ) {
    // What stands behind the colon is the objective.
    let parts = section.heading.split(separator: ": ", maxSplits: 1).map(String.init)
    let remarks = parts.dropFirst() + [remark].compactMap(\.self)
    figure(parts.first ?? "", remarks.joined(separator: " · ")) { page in
      SeriesChart(
        title: "\(parts.first ?? "") by month", unit: unit, points: points, slope: slope
      ).add(to: &page.markup)
      page.add("details") { page in
        page.add(
          "summary", ["aria-label": "Figures: \(parts.first ?? "")"], text: "Figures")
        page.write(notes: section.sentences)
        for table in section.tables { page.write(table, caption: parts.first ?? "") }
      }
    }
  }

  private mutating func writeQuality(_ most: Int) {
    let center = report.center
    let sections = sections { $0.writeScores() }
    let quality = center.quality.scopes.map { scope in
      scope.points(.percent, center.quality.targets.rounding)
    }
    let satisfaction = center.satisfaction.scopes.map { scope in
      scope.points(center.satisfaction.unit, center.satisfaction.targets.rounding)
    }
    let isShare = center.satisfaction.unit == .percent
    for (index, (section, points)) in zip(sections, quality + satisfaction).enumerated() {
      let isQuality = index < quality.count
      guard (isQuality ? index : index - quality.count) < most else { continue }
      figure(section, points, unit: isQuality || isShare ? " %" : "")
    }
  }

  private mutating func writeCosts(_ most: Int) {
    let sections = sections { $0.writeCosts() }
    for (section, cost) in zip(sections, report.center.costs).prefix(most) {
      let points = cost.months.map { month in
        let month = cost.month(month)
        return SeriesChart.Point(
          month: month.month, value: month.value.flatMap { FixedPoint($0) },
          text: month.value?.decimalText(places: 4, month.rounding) ?? "–",
          mark: ChartMark(month.isJudged ? month.state : .excluded, isComplete: month.isComplete),
          isComplete: month.isComplete, objective: month.objective)
      }
      figure(section, points, unit: "", slope: cost.trend.flatMap { FixedPoint($0.slope) })
    }
    guard let costs = report.center.costOfQuality, let section = sections.last else { return }
    let points = costs.hasMonths ? costs.points : []
    figure(
      ReportText.Section(
        heading: section.heading + ", per contact", pieces: section.pieces), points, unit: "")
  }

  private mutating func writeResolution() {
    let sections = sections { $0.writeResolution() }
    for (section, resolution) in zip(sections, report.center.resolution) {
      let points = resolution.months.map { month in
        let rounding: DecimalRounding = month.objective == nil ? .nearest : .down
        return SeriesChart.Point(
          month: month.month, value: month.rate.flatMap { FixedPoint(Fraction($0) * 100) },
          text: month.rate?.percentText(rounding) ?? "–",
          mark: resolution.isJudged
            ? ChartMark(month.state, isComplete: month.isComplete) : .plain,
          isComplete: month.isComplete,
          objective: resolution.isJudged ? month.objective : nil)
      }
      let pending = resolution.months.reduce(0) { $0 + $1.counts.pending }
      let remark = pending > 0 ? "\(grouped(pending)) pending, in no rate" : nil
      figure(section, points, unit: " %", remark: remark)
    }
  }

  /// Writes what transactions are worth, and what goes together with satisfaction.
  private mutating func writeValue() {
    for section in sections({ $0.writeTransactionValue() }) {
      add("div", ["class": "card screen"]) { page in
        page.add("h3", text: section.heading)
        page.write(notes: section.sentences)
        for table in section.tables { page.write(table, caption: section.heading) }
      }
    }
  }
}

// MARK: - Points

extension ScoreScope {
  /// The months as points of a chart.
  fileprivate func points(_ unit: ScoreUnit, _ rounding: DecimalRounding) -> [SeriesChart.Point] {
    months.map { month in
      let value = month.value.map { unit.value($0) }
      let interval = month.interval.flatMap { interval in
        FixedPoint(interval.lowText(places: 6)).flatMap { low in
          FixedPoint(interval.highText(places: 6)).map { (low: low, high: $0) }
        }
      }
      return SeriesChart.Point(
        month: month.month, value: value.flatMap { FixedPoint($0) },
        text: value?.decimalText(places: 2, rounding) ?? "–",
        mark: hasObjective ? ChartMark(month.state, isComplete: month.isComplete) : .plain,
        isComplete: month.isComplete, interval: interval,
        objective: month.objective.flatMap { FixedPoint($0) })
    }
  }
}

extension CostOfQuality {
  /// The cost of quality per contact as points of a chart.
  fileprivate var points: [SeriesChart.Point] {
    periods.compactMap { period in
      guard let month = CivilMonth("\(period)") else { return nil }
      let figures = figures(period)
      return SeriesChart.Point(
        month: month, value: figures.perContact.flatMap { FixedPoint($0) },
        text: figures.perContact?.decimalText(places: 4, .nearest) ?? "–",
        isComplete: figures.isComplete)
    }
  }
}
