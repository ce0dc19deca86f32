public import ContactRecords

/// Writes the known exports for people: what tells each, what is read, what is not known.
public enum ProfileList: Sendable {
  /// Renders profiles, one paragraph each.
  public static func text(_ profiles: [ACDProfile]) -> String {
    profiles.map { paragraph($0) }.joined(separator: "\n")
  }

  private static func paragraph(_ profile: ACDProfile) -> String {
    var lines = ["\(profile.name): \(profile.product)"]
    let records = profile.form == .events ? ", made from events" : ""
    lines.append("  records: \(profile.kind.rawValue)\(records)")
    switch (profile.form, profile.signature.isEmpty) {
    case (.events, _): lines.append("  recognized by: the shape of its first lines")
    case (.table, true): lines.append("  recognized by: nothing; ask for it with --profile")
    case (.table, false):
      let groups = profile.signature.map { $0.joined(separator: " or ") }
      lines.append("  recognized by: " + groups.joined(separator: ", "))
    }
    for column in profile.columns {
      lines.append("  \(column.canonical): " + column.sources.map(words).joined(separator: "; or "))
    }
    for thresholds in profile.thresholds {
      let names = thresholds.patterns.map { "\($0.prefix)N\($0.suffix)" }
      lines.append("  \(thresholds.stem)_N: " + names.joined(separator: "; or "))
    }
    let conventions = profile.conventions
    let units = conventions.units.sorted { $0.key < $1.key }.map {
      "\($0.key) \($0.value.rawValue)"
    }
    if !units.isEmpty { lines.append("  units: " + units.joined(separator: ", ")) }
    for (name, words) in conventions.values.sorted(by: { $0.key < $1.key }) {
      let pairs = words.meanings.sorted { $0.key < $1.key }.map {
        "\($0.key) = \($0.value.isEmpty ? "absent" : $0.value)"
      }
      lines.append("  words of \(name): " + pairs.joined(separator: ", "))
    }
    for flag in conventions.habits.flags {
      lines.append("  \(flag.column) = \(flag.word): \(flag.meaning)")
    }
    lines.append("  times: \(profile.times)")
    lines += profile.unknown.map { "  not known: \($0)" }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func words(_ source: ColumnSource) -> String {
    switch source {
    case .joined(let names): names.joined(separator: " with ")
    case .difference(let names): names.joined(separator: " less ")
    case .sum(let names): names.joined(separator: " plus ")
    }
  }
}
