import Basics
import ContactRecords
import PerformanceMetrics
import Reports

/// What can only be checked, or said, once all inputs are read.
extension Intake {
  /// Warns of rules for rows to leave out that no input has the columns of.
  ///
  /// It is no error: one configuration serves runs with other files.
  func sayUnknownIgnoreColumns() {
    let known = Set(columns.map { $0.lowercased() })
    for (index, rule) in configuration.ignore.enumerated() {
      for column in rule.columns where !known.contains(column.lowercased()) {
        let nearest = NearestName.of(column, in: columns.sorted())
        diagnostics.say(
          "slcheck: ignore[\(index)]: no input has a column \"\(VisibleText.escaping(column))\""
            + (nearest.map { "; did you mean \"\(VisibleText.escaping($0))\"?" } ?? ""))
      }
    }
  }

  /// Says which figures look wrong; the inputs' notes have it as well.
  func sayWarnings() {
    for partial in partials {
      for warning in partial.reading?.account(in: center).warnings ?? [] {
        diagnostics.say("\(Intake.place(partial.path)): \(warning)")
      }
    }
  }

  /// Checks that sums of a roll-up can be added up, and say one thing of each part.
  func checkSums() throws(ToolError) {
    if center.sums.haveOverflowed {
      throw ToolError(sentence: MetricsError.tooManyInSums, .data)
    }
    if center.sums.conflicts.isEmpty { return }
    throw ToolError(
      center.sums.conflicts.map {
        "\(place($0.later)):1: the sum of this part has other values than in \(place($0.earlier))"
      } + ["slcheck: leave out the roll-up that is wrong; there is no verdict"], .data)
  }

  func checkRejects() throws(ToolError) {
    // Those that a roll-up read before are among them.
    let summed = RecordCounts.all(
      partials.flatMap { ($0.reading as? SumReading)?.carried ?? [] })
    let rejected = summed.reduce(log.count) { $0 + $1.rows.rejected }
    let read =
      partials.reduce(0) {
        $0 + (summed.isEmpty || !$1.probe!.schema.isRolledUp ? $1.read : $1.rejected)
      }
      + summed.reduce(0) { $0 + $1.rows.read }
    let isWithin =
      switch configuration.maxRejects {
      case .count(let limit): rejected <= limit
      case .percent(let limit):
        100 * FixedPoint.scale * Int128(rejected) <= limit.millionths * Int128(read)
      }
    guard !isWithin else { return }
    throw ToolError(
      sentence: "\(rejected) of \(read) rows were rejected, more than --max-rejects "
        + "\(configuration.maxRejects) allows; there is no verdict", .data)
  }

  func checkOffsets() throws(ToolError) {
    // With a zone they are converted.
    guard configuration.zone == nil, offsets.count > 1 else { return }
    let named = offsets.prefix(2).map {
      "\(Intake.offsetText($0.minutes)) in \(Intake.place($0.file))"
    }
    throw ToolError(
      sentence:
        "stamps carry different offsets (\(named[0]) and \(named[1])); name the zone whose clock "
        + "they are to be taken on: timeZone in the configuration, or --time-zone", .data)
  }

  private static func offsetText(_ minutes: Int16) -> String {
    let (hours, rest) = minutes.magnitude.quotientAndRemainder(dividingBy: 60)
    return (minutes < 0 ? "-" : "+") + (hours < 10 ? "0" : "") + "\(hours):"
      + (rest < 10 ? "0" : "") + "\(rest)"
  }

  func checkConflicts() throws(ToolError) {
    let tally = center.intervals
    let values = tally.policy == .error ? tally.conflicts : .init()
    let rows =
      tally.policy == .error
      ? named(center.evaluations.accounts, "evaluation", "about this contact")
        + named(center.surveys.accounts, "answer", "about this contact")
        + named(center.sieve.accounts, "contact", "of this identifier")
      : []
    var lines =
      named(values, "other values") + rows
      + named(tally.lengthConflicts, "another interval length")
    guard !lines.isEmpty else { return }
    lines.append(
      "slcheck: "
        + (values.count > 0 || !rows.isEmpty
          ? "choose what such rows come to with --on-conflict sum, first or last"
          : "a day of a queue has one interval length; leave one of the exports out")
        + "; there is no verdict")
    throw ToolError(lines, .data)
  }

  func checkCurrencies() throws(ToolError) {
    guard let (earlier, later) = center.costs.currencies.conflict else { return }
    throw ToolError(
      "\(place(later.place)):1: amounts in \(VisibleText.escaping(later.currency.description)), and "
        + "in \(VisibleText.escaping(earlier.currency.description)) in \(place(earlier.place)); "
        + "amounts of two currencies cannot be added, so give each its own run", .data)
  }

  /// Names the first conflicts of a kind, and counts the rest.
  private func named(_ conflicts: IntervalTally.ConflictList, _ what: String) -> [String] {
    let shown = conflicts.first.prefix(10).map { conflict in
      let key = [conflict.key.site, conflict.key.queue, conflict.key.channel]
        .filter { !$0.isEmpty }.map(VisibleText.escaping).joined(separator: ", ")
      let start =
        conflict.isMonth
        ? conflict.day.month.description
        : IntervalStart(
          day: conflict.day, time: CivilTime(minuteOfDay: conflict.minute)
        ).description
      return "\(place(conflict.later)):1: \(key.isEmpty ? "" : key + " ")\(start) has \(what) "
        + "than in \(place(conflict.earlier))"
    }
    let more = conflicts.count - shown.count
    return more > 0 ? shown + ["slcheck: and \(grouped(more)) more with \(what)"] : shown
  }

  /// Names the first conflicts between rows of one identity, and counts the rest.
  ///
  /// - Parameter identity: What follows the noun: whose rows they are.
  private func named(
    _ accounts: SourceAccounts, _ noun: String, _ identity: String
  ) -> [String] {
    let shown = accounts.conflicts.prefix(10).map { conflict in
      "\(place(conflict.later)):1: the \(noun) \(identity) has other values than in "
        + place(conflict.earlier)
    }
    let more = accounts.conflictCount - shown.count
    return more > 0 ? shown + ["slcheck: and \(grouped(more)) more \(noun)s in conflict"] : shown
  }

  /// Turns a place back into file and line.
  private func place(_ place: Int) -> String {
    guard let position = places.position(of: place) else {
      preconditionFailure("a place outside of all inputs")
    }
    return "\(Intake.place(position.path)):\(position.line)"
  }

  func checkPlausibility() throws(ToolError) -> [Implausibility] {
    var accepted: [Implausibility] = []
    var refused: [String] = []
    for (path, inputs, finding, noun) in implausible {
      if acceptedImplausible.contains(finding.column) {
        accepted.append(
          Implausibility(
            path: path, column: finding.column, rows: finding.rows, of: finding.of,
            reason: finding.reason))
      } else {
        refused.append(
          "\(Intake.place(path)): \(finding.reason) in \(finding.rows) of \(finding.of) \(noun)"
            + (inputs > 1 ? " in this and \(inputs - 1) more" : "")
            + "; check what is mapped to \(finding.column)"
            + (finding.column == "service_level" ? " and its unit under units" : "")
            + ", or accept it with --accept-implausible \(finding.column)")
      }
    }
    guard refused.isEmpty else { throw ToolError(refused, .data) }
    return accepted
  }

  /// Columns with figures that no center has: in one input, or in all that are too short to
  /// say it each by itself.
  private var implausible:
    [(path: String, inputs: Int, finding: Plausibility.Finding, noun: String)]
  {
    var found: [(path: String, inputs: Int, finding: Plausibility.Finding, noun: String)] = []
    var pooled: [(path: String, inputs: Int, finding: Plausibility.Finding, noun: String)] = []
    for partial in partials {
      guard let plausibility = partial.reading?.plausibility else { continue }
      for check in plausibility.checks where check.of > 0 {
        if check.isImplausible {
          found.append((partial.path, 1, check, plausibility.noun))
        } else if !check.saysEnough {
          if let index = pooled.firstIndex(where: {
            $0.finding.column == check.column && $0.finding.reason == check.reason
          }) {
            pooled[index].finding.merge(check)
            pooled[index].inputs += 1
          } else {
            pooled.append((partial.path, 1, check, plausibility.noun))
          }
        }
      }
    }
    return found + pooled.filter(\.finding.isImplausible)
  }
}
