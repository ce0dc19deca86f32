import Basics
import PerformanceMetrics

// MARK: - Quality and satisfaction

extension TextRenderer {
  /// Writes quality scores, customer satisfaction, and what goes together with it.
  mutating func writeScores() {
    let quality = report.center.quality
    for scope in quality.scopes {
      heading("Quality scores, \(title(scope)): " + objectives(quality.targets.objectives, scope))
      lines += ["  points given out of points possible", ""]
      write(
        scope, .percent, quality.targets.rounding, objectives: .up, quality.targets.minimumSample)
    }
    let satisfaction = report.center.satisfaction
    let targets = satisfaction.targets
    for scope in satisfaction.scopes {
      heading("Customer satisfaction, \(title(scope)): " + objectives(targets.objectives, scope))
      lines += ["  \(inWords(targets)); non-response is not corrected", ""]
      write(
        scope, targets.measure.unit, targets.rounding, objectives: targets.objectiveRounding,
        targets.minimumSample)
      if scope.scales.count > 1 {
        let scales = scope.scales.map(\.description).joined(separator: ", ")
        lines.append("  answers on several scales: \(scales)")
      }
    }
    if satisfaction.isGiven, satisfaction.scopes.isEmpty {
      heading("Customer satisfaction: not measured")
      lines += [
        "  no survey asks what satisfaction is measured by here (measure \(targets.measure.rawValue));",
        "  choose another measure under satisfaction in the configuration",
      ]
    }
    writeAssociations()
  }

  private func title(_ scope: ScoreScope) -> String {
    switch scope.site {
    case nil: "organization"
    case "": "records without a site"
    case let site?: VisibleText.escaping(site)
    }
  }

  private func objectives(_ all: [SiteObjective], _ scope: ScoreScope) -> String {
    let own = all.filter { $0.holds(for: scope.name) }
      .map { ($0.from.map { "from \($0) " } ?? "") + $0.value.description }
    if own.isEmpty { return all.isEmpty ? "no objective given" : "no objective of its own" }
    return "objective " + own.joined(separator: ", ")
  }

  private func inWords(_ targets: SatisfactionTargets) -> String {
    let words =
      switch targets.measure {
      case .mean: "the mean answer"
      case .topBox: "the share of answers at the top of their scale"
      case .topTwoBox: "the share of answers at the top of their scale, or one below it"
      case .netPromoter: "promoters (9 and 10) less detractors (6 and less) of all answers"
      case .effort: "the mean effort"
      }
    let direction =
      switch targets.direction {
      case .higher: ""
      case .lower: ", the lower the better"
      }
    return "\(words) (measure \(targets.measure.rawValue))\(direction)"
  }

  private mutating func write(
    _ scope: ScoreScope, _ unit: ScoreUnit, _ rounding: DecimalRounding,
    objectives: DecimalRounding, _ minimum: Int
  ) {
    let isQuality = scope.scales.isEmpty
    let hasInvitations = scope.months.contains { $0.invited != nil }
    let right = TextTable.Alignment.right
    var table = TextTable(
      [.left, right] + (hasInvitations ? [right, right] : []) + [right, .left, .left, right, .left])
    table.add(
      ["month", "records"] + (hasInvitations ? ["invited", "answered"] : [])
        + ["score", "95 %", "", "objective", ""])
    for month in scope.months {
      let value = month.value.map { unit.value($0).decimalText(places: 2, rounding) } ?? "-"
      let interval = month.interval.map {
        // A quality score is given with its margin, as it is told; a share of answers has
        // no margin that is the same on both sides.
        isQuality
          ? "± " + $0.marginText(places: 2, .up)
          : "\($0.lowText(places: 2, .down)) to \($0.highText(places: 2, .up))"
      }
      let notes = [
        month.isClear == true ? "clear of the objective" : nil,
        month.isSmall(minimum) ? "small sample" : nil,
      ].compactMap { $0 }
      table.add(
        ["\(month.month)", grouped(month.count)]
          + (hasInvitations
            ? [
              month.invited.map(grouped) ?? "-",
              month.responseRate.map { $0.percentText(.nearest) + " %" } ?? "-",
            ] : [])
          + [
            value, interval ?? "-", month.state.rawValue + (month.isComplete ? "" : " so far"),
            month.objectiveText(objectives) ?? "-",
            notes.joined(separator: ", "),
          ])
    }
    lines.append(table, indent: 2)
    if let trend = scope.trend { lines.append("  trend: " + trend.inWords) }
  }

  private mutating func writeAssociations() {
    let associations = report.center.associations
    guard !associations.isEmpty else { return }
    lines += [
      "", "  changes of satisfaction from month to month, beside changes of other figures;",
    ]
    lines.append("  association, not effect:")
    for association in associations {
      let correlation = association.correlation
      lines.append(
        "    \(inWords(association.second)): rho \(correlation.rhoText()), "
          + "\(correlation.count) changes, p \(correlation.p.text(places: 2, .up)), "
          + "corrected for \(associations.count) "
          + (associations.count == 1 ? "comparison " : "comparisons ")
          + association.adjustedP.text(places: 2, .up))
    }
  }

  private func inWords(_ figure: String) -> String {
    switch figure {
    case "costPerContact": "cost per contact"
    case "firstContactResolution": "first contact resolution"
    case "transactionValue": "transaction value"
    default: figure
    }
  }
}
