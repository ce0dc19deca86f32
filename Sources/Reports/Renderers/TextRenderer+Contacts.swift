import Basics
import PerformanceMetrics

// MARK: - First contact resolution

extension TextRenderer {
  /// Writes first contact resolution; what is judged comes first.
  mutating func writeResolution() {
    for resolution in report.center.resolution { write(resolution) }
  }

  private mutating func write(_ resolution: FirstContactResolution) {
    let objective = resolution.months.last { $0.objective != nil }?.objective
    let judgment =
      resolution.isJudged
      ? objective.map { "objective \($0) %" } ?? "no objective given" : "beside it, not judged"
    heading("First contact resolution, \(name(resolution)): \(judgment)")
    lines.append("  " + definition(resolution))
    guard !resolution.months.isEmpty else {
      lines.append("  there are no data for this method, which the configuration asks for")
      return
    }
    lines.append("")
    writeMonths(resolution)
    if let leftOut = resolution.leftOut { lines += sentences(leftOut).map { "  " + $0 } }
    guard ResolutionRulesOfThumb.stand(beside: resolution) else { return }
    lines.append(
      "  rules of thumb by \(ResolutionRulesOfThumb.source), not computed from these data:")
    lines += ResolutionRulesOfThumb.sentences.map { "    " + $0 }
  }

  private func name(_ resolution: FirstContactResolution) -> String {
    switch (resolution.method, resolution.match) {
    case (.repeat, .reason): "further contacts for the same reason"
    case (.repeat, .any), (.repeat, nil): "further contacts for any reason"
    case (.flag, _): "as noted of contacts"
    case (.survey, _): "as customers answer"
    }
  }

  private func definition(_ resolution: FirstContactResolution) -> String {
    switch resolution.method {
    case .repeat:
      let days = resolution.windowDays ?? 0
      return "an issue is resolved when its customer does not come back "
        + (resolution.match == .reason ? "for the same reason " : "")
        + "within \(days) " + (days == 1 ? "day" : "days")
    case .flag: return "answered contacts noted as resolved, of those where it is noted"
    case .survey: return "customers who call their issue resolved, of those who say either"
    }
  }

  private mutating func writeMonths(_ resolution: FirstContactResolution) {
    let watches = resolution.match != nil
    let right = TextTable.Alignment.right
    var table = TextTable(
      [.left, right, right, .left] + (watches ? [right, right, right] : []))
    table.add(
      ["month", watches ? "decided" : "answers", "resolved", ""]
        + (watches ? ["pending", "wash-in", "retries"] : []))
    for month in resolution.months {
      let rounding: DecimalRounding = month.objective == nil ? .nearest : .down
      let rate = month.rate.map { $0.percentText(rounding) + " %" }
      let state = month.state == .excluded ? "not judged" : month.state.rawValue
      let counts = month.counts
      table.add(
        [
          "\(month.month)", grouped(counts.decided), rate ?? "-",
          resolution.isJudged ? state + (month.isComplete ? "" : " so far") : "",
        ]
          + (watches
            ? [grouped(counts.pending), grouped(counts.washIn), grouped(counts.retries)] : []))
    }
    lines.append(table, indent: 2)
  }

  private func sentences(_ leftOut: FirstContactResolution.LeftOut) -> [String] {
    var sentences: [String] = []
    if leftOut.blank > 0 {
      sentences.append("left out: \(counted(leftOut.blank, "contact")) of unknown customers")
    }
    if leftOut.shared > 0 {
      sentences.append(
        "left out: \(counted(leftOut.shared, "identifier")) with more contacts than a customer has, "
          + "\(counted(leftOut.sharedContacts, "contact"))")
    }
    if let without = leftOut.withoutReason, without > 0 {
      sentences.append("left out: \(counted(without, "contact")) without a reason")
    }
    return sentences
  }
}

// MARK: - Transaction value

extension TextRenderer {
  /// Writes what transactions are worth, type by type.
  mutating func writeTransactionValue() {
    guard let value = report.center.transactionValue else { return }
    heading(
      "Transaction value: "
        + (value.metric.map(VisibleText.escaping) ?? "nothing says what is valued"))
    if let baseline = value.baseline {
      lines.append("  baseline \(baseline.lowerBound) to \(baseline.upperBound)")
    }
    guard !value.types.isEmpty else {
      lines.append("  no transaction type is named")
      return
    }
    lines.append("")
    let right = TextTable.Alignment.right
    var table = TextTable([.left, right, right, right, right, right, .left])
    table.add(["type", "contacts", "with value", "per contact", "baseline", "goal", ""])
    for type in value.types {
      func text(_ sums: TransactionSums?, _ rounding: DecimalRounding) -> String {
        sums?.perContact?.decimalText(places: 4, rounding) ?? "-"
      }
      table.add([
        VisibleText.escaping(type.name), grouped(type.total.contacts),
        grouped(type.total.withValue), text(type.total, type.goal == nil ? .nearest : .down),
        text(type.baseline, .nearest), type.goal?.description ?? "-",
        type.isMajor ? "major" : "",
      ])
    }
    lines.append(table, indent: 2)
  }
}
