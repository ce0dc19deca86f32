import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics

/// The arithmetic of a rule, scope by scope.
extension ExplanationRenderer {
  /// Near misses among intervals are many; the text names this many of them.
  private static let shownNearMisses = 24

  mutating func write(_ arithmetic: Explanation.Arithmetic) {
    lines += ["", "As of \(arithmetic.asOf)"]
    if arithmetic.isAssumed {
      paragraph(
        "No objective was configured: what follows holds if the assumed one is the center's own.",
        indent: 0)
    }
    if arithmetic.scopes.isEmpty { lines.append("Not assessed: no record that it is judged by.") }
    for scope in arithmetic.scopes { write(scope) }
  }

  private mutating func write(_ scope: Explanation.Scope) {
    let name =
      VisibleText.escaping(scope.name)
      + (scope.site.map { " at " + VisibleText.escaping($0) } ?? "")
    let level = scope.level.map { ": " + StandardLadder.text(ofLevel: $0) } ?? ""
    heading(name + level)
    for line in scope.basis { lines.append("  \(line)") }
    guard !scope.criteria.isEmpty else {
      lines.append("  no record matches it")
      return
    }
    if let place = scope.place {
      write(place)
      return
    }
    if let place = explanation.address.place {
      lines.append("  nothing is judged of \(place)")
      return
    }
    for criterion in scope.criteria {
      lines.append("")
      write(criterion)
    }
  }

  private mutating func write(_ criterion: Explanation.CriterionArithmetic) {
    lines.append("  \(criterion.id)  \(style.status(criterion.status))  \(criterion.requirement)")
    for distance in criterion.distance { lines.append("    \(distance)") }
    for remark in criterion.remarks { lines.append("    \(remark)") }
    if criterion.distance.isEmpty {
      for count in criterion.counts where count.counted + count.undecided > 0 {
        lines.append("    \(words(count))")
      }
    }
    write(criterion.parts)
    if !criterion.opportunities.isEmpty {
      lines.append("")
      lines += table(criterion.opportunities).lines(indent: 4)
    }
    write(criterion.figures)
    if let misses = criterion.nearMisses { write(misses) }
    if let rollOff = criterion.rollOff { lines.append("    \(rollOff)") }
  }

  private func words(_ count: Explanation.Count) -> String {
    "\(grouped(count.met)) met of \(grouped(count.counted)) counted, "
      + "\(grouped(count.undecided)) undecided"
      + (count.needed.map { ", needs \(grouped($0))" } ?? "")
  }

  private mutating func write(_ parts: [Explanation.Count]) {
    guard !parts.isEmpty else { return }
    let hasNeeds = parts.contains { $0.needed != nil }
    let hasUndecided = parts.contains { $0.undecided > 0 }
    let right = TextTable.Alignment.right
    var table = TextTable(
      [.left, right, right] + (hasUndecided ? [right] : []) + (hasNeeds ? [right] : []) + [.left])
    table.add(
      ["", "met", "counted"] + (hasUndecided ? ["undecided"] : []) + (hasNeeds ? ["needed"] : []))
    for part in parts {
      var cells = [part.label, grouped(part.met), grouped(part.counted)]
      if hasUndecided { cells.append(grouped(part.undecided)) }
      if hasNeeds { cells.append(part.needed.map(grouped) ?? "") }
      table.add(cells + [part.status.map { style.status($0) } ?? ""])
    }
    lines.append("")
    lines += table.lines(indent: 4)
  }
}

// MARK: - Months of other figures

extension ExplanationRenderer {
  private mutating func write(_ months: [Explanation.FigureMonth]) {
    guard !months.isEmpty else { return }
    let right = TextTable.Alignment.right
    var table = TextTable([.left, right, right, right, right, .left])
    table.add(["", "sum", "out of", "figure", "objective", ""])
    for month in months {
      table.add(
        [month.label, month.numerator, month.denominator, month.value, month.objective].map {
          $0 ?? "-"
        } + [month.state.rawValue])
    }
    lines.append("")
    lines += table.lines(indent: 4)
  }
}

// MARK: - Opportunities

extension ExplanationRenderer {
  private func table(_ opportunities: [Explanation.Opportunity]) -> TextTable {
    let right = TextTable.Alignment.right
    var table = TextTable([.left, right, right, right, right, .left])
    table.add(["", "in time", "of", "service level", "objective", ""])
    for opportunity in opportunities { table.add(cells(opportunity)) }
    return table
  }

  private func cells(_ opportunity: Explanation.Opportunity) -> [String] {
    let (worst, best) = (opportunity.worst, opportunity.best)
    func range(_ low: Int, _ high: Int) -> String {
      low == high ? grouped(low) : "\(grouped(low))–\(grouped(high))"
    }
    let isJudged = worst.denominator > 0
    let level =
      isJudged
      ? Ratio(worst.numerator, worst.denominator).percentText(.down) + " %" : "-"
    let objectives = opportunity.objectives.map { "\($0) %" }.joined(separator: ", ")
    let state = opportunity.state.rawValue
    return [
      opportunity.label, range(worst.numerator, best.numerator),
      range(best.denominator, worst.denominator), level, objectives.isEmpty ? "-" : objectives,
      opportunity.holes > 0 ? "\(state), \(missing(opportunity))" : state,
    ]
  }

  /// Says how many records are missing, and how much they may hide.
  private func missing(_ opportunity: Explanation.Opportunity) -> String {
    let records = opportunity.holes == 1 ? "1 record" : "\(grouped(opportunity.holes)) records"
    let volume = opportunity.possibleVolume
    return "\(records) missing"
      + (volume > 0 ? " with up to \(grouped(volume)) contacts" : "")
  }

  private mutating func write(_ place: Explanation.PlaceArithmetic) {
    lines.append("")
    lines += table([place.whole]).lines(indent: 2)
    for record in place.whole.records { lines.append("      " + text(record, of: place.whole)) }
    guard !place.parts.isEmpty else { return }
    lines.append("")
    let rows = table(place.parts).lines(indent: 2)
    lines.append(rows[0])
    for (row, part) in zip(rows.dropFirst(), place.parts) {
      lines.append(row)
      for record in part.records { lines.append("      " + text(record, of: part)) }
    }
  }

  private func text(
    _ record: Explanation.Record, of opportunity: Explanation.Opportunity
  ) -> String {
    let names = [record.key.site, record.key.queue, record.key.channel].filter { !$0.isEmpty }
    let positions = record.positions.map {
      "\($0.path == "-" ? "standard input" : VisibleText.escaping($0.path)):\($0.line)"
    }
    let source = positions.isEmpty ? "from contacts" : positions.joined(separator: " and ")
    // A row may cover a part of the interval that it is counted in.
    let isWhole = "\(record.start)".hasPrefix(opportunity.label.prefix(16))
    let time = isWhole ? "" : "\(record.start.time)  "
    return time + "\(grouped(record.term.numerator)) of \(grouped(record.term.denominator))  "
      + (names.map(VisibleText.escaping) + [source]).joined(separator: ", ")
  }
}

// MARK: - Near misses

extension ExplanationRenderer {
  private mutating func write(_ misses: [Explanation.NearMiss]) {
    guard !misses.isEmpty else { return }
    lines.append("")
    for (isMet, contacts) in [(false, 1), (false, 2), (true, 1), (true, 2)] {
      let labels = misses.filter { $0.isMet == isMet && $0.contacts == contacts }.map(\.label)
      guard !labels.isEmpty else { continue }
      let noun = contacts == 1 ? "contact" : "contacts"
      let shown = labels.prefix(ExplanationRenderer.shownNearMisses).joined(separator: ", ")
      let more = labels.count - min(labels.count, ExplanationRenderer.shownNearMisses)
      paragraph(
        "\(contacts) \(noun) \(isMet ? "fewer" : "more") answered in time would have "
          + "\(isMet ? "missed" : "met") \(labels.count): \(shown)"
          + (more > 0 ? " and \(grouped(more)) more" : ""), indent: 6, first: "    ")
    }
  }
}
