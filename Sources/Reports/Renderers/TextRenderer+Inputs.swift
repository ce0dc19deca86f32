import Basics
import ContactRecords
import PerformanceMetrics

extension TextRenderer {
  /// Writes what was read and what became of it.
  mutating func writeInputs() {
    heading("Metrics and maturity as of \(report.center.asOf)")
    lines += ["  ASA: average speed of answer; AHT: average handle time"]
    if let zone = report.timeZone { lines.append("  times on the clock of \(zone)") }
    lines.append("")
    var table = TextTable([.left, .right, .right, .right, .right, .right, .left])
    table.add(["input", "read", "accepted", "rejected", "repeated", "ignored", "records from, to"])
    var all = InputSummary.Rows()
    for input in shownInputs {
      let span =
        [input.first, input.last].compactMap { $0.map { String($0.prefix(10)) } }
        .joined(separator: ", ")
      table.add(cells(VisibleText.escaping(input.path), input.rows) + [span])
      all.merge(input.rows)
    }
    if report.inputs.count > 1 { table.add(cells("all", all)) }
    lines.append(table, indent: 2)
    for input in report.ledger == nil ? report.inputs : [] {
      let path = VisibleText.escaping(input.path)
      if let digest = input.sha256 { lines.append("  \(path): SHA-256 \(digest)") }
      if let profile = input.profile {
        lines.append("  \(path): read by the profile \(profile)")
      }
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
    writeCautions()
  }

  /// Writes what of the records is in no figure, or should be looked at first.
  mutating func writeCautions() {
    if let ledger = report.ledger { write(ledger) }
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
    for rows in report.center.setAside { lines.append("  " + sentence(rows)) }
    writeCarriedIntervals()
    for end in report.center.endedEarly {
      lines.append(
        "  \(end.kind.noun) end on \(end.day), a month or more before as-of")
    }
    let suspects = report.center.suspectDays
    if !suspects.isEmpty {
      let worst = suspects.sorted { a, b in
        stray(a) * Int128(max(1, b.offered)) > stray(b) * Int128(max(1, a.offered))
      }
      let shown = worst.prefix(3).map { day in
        "\(VisibleText.escaping(day.service)) \(day.isMonth ? "\(day.day.month)" : "\(day.day)"): \(grouped(day.offered)) offered, "
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

  /// The inputs, or of a ledger what the months of each kind of file come to.
  private var shownInputs: [InputSummary] {
    guard report.ledger != nil else { return report.inputs }
    var shown: [InputSummary] = []
    for input in report.inputs {
      let path = input.path.replacing(/-[0-9]{4}-[0-9]{2}[.]csv$/, with: "-*.csv")
      guard let last = shown.indices.last, shown[last].path == path else {
        shown.append(input)
        shown[shown.count - 1].path = path
        continue
      }
      shown[last].rows.merge(input.rows)
      shown[last].first = [shown[last].first, input.first].compactMap(\.self).min()
      shown[last].last = [shown[last].last, input.last].compactMap(\.self).max()
    }
    return shown
  }

  /// Writes what became of new inputs in the ledger.
  private mutating func write(_ ledger: LedgerSummary) {
    let path = VisibleText.escaping(ledger.path)
    guard !ledger.sources.isEmpty else {
      lines.append("  ledger \(path): nothing new")
      return
    }
    for source in ledger.sources {
      lines.append(
        "  new: \(VisibleText.escaping(source.path)): \(grouped(source.rows.read)) rows read, "
          + "\(grouped(source.rows.accepted)) accepted, \(grouped(source.rows.rejected)) rejected, "
          + "\(grouped(source.rows.repeated)) repeated, \(grouped(source.rows.ignored)) ignored")
    }
    lines.append(
      "  ledger \(path), \(ledger.isUpdated ? "written" : "not written"): rows of "
        + "\(counted(ledger.added, "key and day", plural: "keys and days")) are new, of "
        + "\(grouped(ledger.restated)) restated, of \(grouped(ledger.unchanged)) as before")
    for restated in ledger.restatements {
      lines.append(
        "  restated in \(VisibleText.escaping(restated.file)): "
          + VisibleText.escaping(restated.scope))
    }
    let more = ledger.restated - ledger.restatements.count
    if more > 0 { lines.append("  and \(grouped(more)) more") }
  }

  private func stray(_ day: SuspectDay) -> Int128 {
    Int128((day.accountedFor - day.offered).magnitude)
  }

  /// Writes which counts of intervals that rows of days or months carry are not used, and why.
  private mutating func writeCarriedIntervals() {
    for service in report.center.services {
      guard let carried = service.records?.carried else { continue }
      let name = title(service.service.name, service.site)
      if carried.used > 0 {
        lines.append(
          "  \(name): how intervals ended is taken from \(rows(carried.used)) that say it")
      }
      if carried.judgedOtherwise > 0 {
        lines.append(
          "  \(name): how intervals ended stands on \(rows(carried.judgedOtherwise)) and is not "
            + "used: something else than the objective judged them")
      }
      if carried.ofSeveral > 0 {
        lines.append(
          "  \(name): how intervals ended stands on \(rows(carried.ofSeveral)) and is not used: "
            + "some days or months have several rows, and it does not add up; roll up over what "
            + "tells them apart")
      }
    }
  }

  private func sentence(_ set: SetAsideRows) -> String {
    let length = set.isMonthly ? "monthly" : "daily"
    return "\(title(set.service, set.site)): \(grouped(set.rows)) \(length) "
      + (set.rows == 1 ? "row" : "rows") + " beside shorter ones set aside: "
      + "\(grouped(set.offered)) offered, \(grouped(set.answered)) answered; the shorter ones, which "
      + "count: \(grouped(set.shorterOffered)) offered, \(grouped(set.shorterAnswered)) answered"
  }

  private func rows(_ count: Int) -> String { grouped(count) + (count == 1 ? " row" : " rows") }

  private func cells(_ name: String, _ rows: InputSummary.Rows) -> [String] {
    [name] + [rows.read, rows.accepted, rows.rejected, rows.repeated, rows.ignored].map(grouped)
  }
}
