import Basics
import MaturityRules

/// Writes what a self-assessment asks, for people.
public enum ItemExplanationRenderer: Sendable {
  private static let width = 80

  /// Renders an explanation.
  ///
  /// - Parameters:
  ///   - explanation: What is rendered.
  ///   - isColored: Whether headings are set apart by escape sequences.
  /// - Returns: The text with a line break at its end.
  public static func render(_ explanation: ItemExplanation, isColored: Bool = false) -> String {
    var lines = heading("\(explanation.address)  \(explanation.title)").map { line in
      isColored ? "\u{1B}[1m\(line)\u{1B}[0m" : line
    }
    switch explanation.address.subject {
    case .instrument(let instrument):
      lines += words(of: instrument) + tables(of: explanation)
    case .group(let instrument, let group):
      lines += paragraph(group.summary, indent: 2)
      lines += words(of: explanation.results)
      lines.append("  a part of \(instrument.id), \(instrument.title)")
      lines += list(of: group, instrument, indent: 2)
    case .item: lines += explanation.entries.flatMap(words)
    case .theme(let theme):
      lines.append("  a theme of \(ContactScope.instrument.id), by an own rule")
      for id in theme.items {
        let title = ContactScope.instrument.item(id)?.title ?? ""
        lines += paragraph("\(id)  \(title)", indent: 2, hanging: 6)
      }
    case .stage(let stage):
      lines += paragraph(stage.summary, indent: 2)
      lines.append("  stage \(stage.number) of \(CXMaturity.instrument.id)")
      lines += words(of: stage) + words(of: explanation.actions)
    case .action(let action):
      lines += paragraph(action.sentence, indent: 2)
      lines.append("  recommended by \(CXMaturity.instrument.id)")
    case .check(let item, let check):
      lines += paragraph(
        "what records can say of \(item.id) of \(CMOStandards.instrument.id)", indent: 2)
      lines += words(of: check)
    case .concept(let concept):
      lines += paragraph(concept.text, indent: 2)
      lines.append("  a term of \(ICMIConcepts.instrument.id): explained, and not rated")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func heading(_ text: String) -> [String] {
    paragraph(text, indent: 0, hanging: 2)
  }

  static func paragraph(_ text: String?, indent: Int, hanging: Int? = nil) -> [String] {
    guard let text else { return [] }
    return TextFolding.lines(
      String(repeating: " ", count: indent) + text, to: width, hanging: hanging ?? indent)
  }
}

// MARK: - Instruments

extension ItemExplanationRenderer {
  private static func words(of instrument: Instrument) -> [String] {
    var lines = paragraph("source: " + instrument.source, indent: 2)
    if let scale = instrument.scale {
      lines.append("  scale: \(scale.lowerBound)–\(scale.upperBound)")
    }
    for meaning in instrument.meanings {
      let name = meaning.name.map { "\($0): " } ?? ""
      lines += paragraph("\(meaning.rating)  \(name)\(meaning.text)", indent: 4, hanging: 7)
    }
    for fact in instrument.facts {
      lines += paragraph("\(fact.name): \(fact.text)", indent: 2, hanging: 4)
    }
    for remark in instrument.remarks { lines += paragraph(remark, indent: 2, hanging: 4) }
    for group in instrument.groups {
      lines += [""] + heading("\(instrument.id).\(group.id)  \(group.title)")
      lines += list(of: group, instrument, indent: 2)
    }
    return lines
  }

  /// The items of a part, a line each.
  private static func list(
    of group: Instrument.Group, _ instrument: Instrument, indent: Int
  ) -> [String] {
    group.items.flatMap { item in
      let rule = item.computedBy.map { " (rule \($0))" } ?? ""
      return paragraph("\(item.id)  \(item.title)\(rule)", indent: indent, hanging: indent + 4)
    }
  }
}

// MARK: - Items

extension ItemExplanationRenderer {
  private static func words(of entry: ItemExplanation.Entry) -> [String] {
    let (instrument, group, item) = (entry.instrument, entry.group, entry.item)
    var lines = entry.expectation.map(words) ?? paragraph(item.summary, indent: 2)
    lines += paragraph(
      "of \(instrument.id), \(instrument.title): \(group.title)", indent: 2, hanging: 4)
    lines += paragraph("\(item.ratedBy): \(item.scale)", indent: 2, hanging: 4)
    lines += paragraph(
      entry.theme.map { "theme (own rule): \($0.id), \($0.title)" }, indent: 2, hanging: 4)
    lines += paragraph(
      entry.criterion.map { "criterion: \($0.title): \($0.asked)" }, indent: 2, hanging: 4)
    if !item.isNeeded { lines.append("  may be left out") }
    if !item.levels.isEmpty { lines.append("") }
    for (level, text) in item.levels.sorted(by: { $0.key < $1.key }) {
      lines += paragraph("\(level)  \(text)", indent: 2, hanging: 5)
    }
    if item.levels.isEmpty, !instrument.meanings.isEmpty {
      lines.append("")
      for meaning in instrument.meanings {
        lines += paragraph("\(meaning.rating)  \(meaning.text)", indent: 2, hanging: 5)
      }
    }
    if !item.checks.isEmpty { lines += ["", "What records can say of it"] }
    for check in item.checks { lines += words(of: check) }
    return lines
  }

  private static func words(of check: DataCheck) -> [String] {
    let half = check.half.map { " (\($0))" } ?? ""
    var lines = paragraph(
      "\(check.id)  level \(check.level)\(half): \(check.favorable.explained) when "
        + check.sentence, indent: 2, hanging: 10)
    lines += paragraph("else \(check.otherwise.explained)", indent: 10)
    lines += paragraph(
      "reads \(check.sourceWords.joined(separator: "; "))", indent: 10, hanging: 12)
    lines += paragraph(
      check.invisible.map { "stays invisible: \($0)" }, indent: 10, hanging: 12)
    return lines
  }
}
