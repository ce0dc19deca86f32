internal import Basics
internal import Reports

/// Writes what was restated, for people, for documents and for programs.
package enum DifferenceRenderer: Sendable {
  /// How many entries of a kind a text lists.
  private static let shownEntries = 20
  /// How many values of an entry a text lists.
  private static let shownValues = 4

  /// Renders it as text: first whether anything differs, then what.
  package static func text(_ difference: ReportDifference, isColored: Bool) -> String {
    let style = TextStyle(isColored: isColored)
    var lines = [
      difference.isEmpty
        ? style.good("no difference") + ": " + same(difference)
        : style.bad("restated") + ": " + summary(difference)
    ]
    for (title, section) in sections(difference) where !section.isEmpty {
      lines.append("\(title): " + counts(section))
      lines += section.entries.prefix(shownEntries).map { entry in
        "  " + names(entry.names) + ": " + words(entry)
      }
      if let more = more(section) { lines.append("  " + more) }
    }
    if !difference.levels.isEmpty { lines.append("levels") }
    lines += difference.levels.map { "  " + place($0) + ": " + words($0) }
    lines += remarks(difference)
    return lines.map { $0 + "\n" }.joined()
  }

  /// Renders it as Markdown.
  package static func markdown(_ difference: ReportDifference) -> String {
    var lines = [
      "# What was restated", "",
      difference.isEmpty
        ? "No difference: \(same(difference))." : "Restated: \(summary(difference)).",
    ]
    for (title, section) in sections(difference) where !section.isEmpty {
      lines += ["", "## " + title.prefix(1).uppercased() + title.dropFirst(), "", counts(section)]
      lines += ["", "| entry | what became of it |", "| --- | --- |"]
      lines += section.entries.prefix(shownEntries).map { entry in
        "| \(MarkdownText.escaped(names(entry.names))) | \(MarkdownText.escaped(words(entry))) |"
      }
      if let more = more(section) { lines += ["", more] }
    }
    if !difference.levels.isEmpty {
      lines += ["", "## Levels", "", "| standard and scope | level |", "| --- | --- |"]
      lines += difference.levels.map { level in
        "| \(MarkdownText.escaped(place(level))) | \(MarkdownText.escaped(words(level))) |"
      }
    }
    lines += remarks(difference).flatMap { ["", MarkdownText.escaped($0)] }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Renders it as JSON, which `DifferenceSchema` describes.
  ///
  /// - Throws: When it cannot be encoded, which would be a bug.
  package static func json(_ difference: ReportDifference) throws -> [UInt8] {
    try JSONRenderer.encoded(EncodedDifference(difference))
  }
}

// MARK: - Words

extension DifferenceRenderer {
  private static func sections(
    _ difference: ReportDifference
  ) -> [(title: String, section: EntryDifference)] {
    [("service months", difference.months), ("months of parts", difference.breakdowns)]
      + (difference.intervals.map { [("intervals", $0)] } ?? [])
  }

  private static func same(_ difference: ReportDifference) -> String {
    sections(difference).filter { $0.section.countBefore > 0 }
      .map { "\(grouped($0.section.countBefore)) \($0.title)" }.joined(separator: ", ")
      .nonEmpty ?? "every value is the same"
  }

  private static func summary(_ difference: ReportDifference) -> String {
    var parts = sections(difference).filter { !$0.section.isEmpty }.map { title, section in
      let count = section.changedCount + section.addedCount + section.goneCount
      return "\(grouped(count)) of \(grouped(section.countBefore)) \(title)"
    }
    if difference.flippedMonths > 0 {
      parts.append("\(grouped(difference.flippedMonths)) in another state")
    }
    if !difference.levels.isEmpty { parts.append(counted(difference.levels.count, "level")) }
    if difference.whole.differenceCount > 0 {
      parts.append(counted(difference.whole.differenceCount, "value") + " in all")
    }
    return parts.joined(separator: ", ")
  }

  private static func counts(_ section: EntryDifference) -> String {
    "\(grouped(section.changedCount)) changed, \(grouped(section.addedCount)) added, "
      + "\(grouped(section.goneCount)) gone"
  }

  private static func more(_ section: EntryDifference) -> String? {
    let all = section.changedCount + section.addedCount + section.goneCount
    let more = all - min(section.entries.count, shownEntries)
    return more > 0 ? "and \(grouped(more)) more" : nil
  }

  private static func names(_ names: [String]) -> String {
    names.map(VisibleText.escaping).joined(separator: ", ")
  }

  private static func words(_ entry: EntryDifference.Entry) -> String {
    func state(_ text: String?) -> String { text.map { ", " + VisibleText.escaping($0) } ?? "" }
    switch entry.change {
    case .added: return "added" + state(entry.stateNow)
    case .gone: return "gone" + state(entry.stateBefore)
    case .changed: break
    }
    var parts: [String] = []
    if entry.isFlipped {
      parts.append(
        VisibleText.escaping("\(entry.stateNow ?? "no state"), was \(entry.stateBefore ?? "none")"))
    }
    // The state was said.
    let values = ordered(entry.values.filter { $0.path != "state" && $0.path != "met" })
    parts += values.prefix(shownValues).map {
      "\($0.path) \($0.now ?? "absent"), was \($0.was ?? "absent")"
    }
    let said = entry.values.count - values.count + min(values.count, shownValues)
    let more = entry.valueCount - said
    if more > 0 { parts.append("and " + counted(more, "value") + " more") }
    return parts.joined(separator: "; ")
  }

  /// What a reader asks for first, before the parts that it is made of.
  private static let headlines = [
    "serviceLevel.percent", "offered", "answered", "abandoned", "intervals.met", "days.met",
  ]

  /// Puts values in the order in which they are asked for; the others follow as they come.
  private static func ordered(
    _ values: [DocumentComparison.Difference]
  ) -> [DocumentComparison.Difference] {
    let first = headlines.compactMap { name in values.first { $0.path == name } }
    return first + values.filter { !headlines.contains($0.path) }
  }

  private static func place(_ level: ReportDifference.Level) -> String {
    names([level.standard] + level.scope)
  }

  private static func words(_ level: ReportDifference.Level) -> String {
    switch level.change {
    case .changed: "level \(level.now ?? "none"), was \(level.was ?? "none")"
    case .added: "added, level \(level.now ?? "none")"
    case .gone: "gone, was level \(level.was ?? "none")"
    }
  }

  /// What differs beside what is listed, and what the reports were made with.
  private static func remarks(_ difference: ReportDifference) -> [String] {
    var remarks = difference.notCompared.map { part in
      switch part {
      case .days, .intervals:
        "\(part.rawValue) are not compared: only one of the reports lists them"
      case .breakdowns: "parts are not compared: the reports are broken down in other ways"
      }
    }
    let isListed =
      sections(difference).contains { !$0.section.isEmpty } || !difference.levels.isEmpty
    if !isListed, let first = difference.whole.first {
      remarks.append("the first: " + line(first))
    }
    if let first = difference.configuration.first {
      remarks.append("made with other configurations: configuration." + line(first))
    }
    return remarks
  }

  private static func line(_ value: DocumentComparison.Difference) -> String {
    "\(value.path): \(value.now ?? "absent"), was \(value.was ?? "absent")"
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
