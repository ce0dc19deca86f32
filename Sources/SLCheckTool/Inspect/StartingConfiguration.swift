import Basics
import ContactRecords
import DelimitedText
import Reports

/// Writes a configuration to begin with, from what was found out about files.
///
/// What a file says is written as a setting; what only people know, the services and
/// their objectives above all, stands as a comment to fill in, in the words of init.
enum StartingConfiguration {
  /// Writes the configuration as JSON5.
  static func text(
    _ findings: [Inspector.Finding], _ configuration: Configuration, _ arguments: Arguments
  ) -> String {
    let names = findings.map { comment($0.file.path) }.joined(separator: ", ")
    var lines = [
      "// A configuration to begin with, from what slcheck inspect found in \(names)."
    ]
    lines += CommentedConfiguration.legend + ["{"]
    lines += CommentedConfiguration.lines(of: "services")
    if configuration.timeZone == nil { lines += CommentedConfiguration.lines(of: "timeZone") }
    let unfound = unfound(findings, configuration, arguments)
    var members = settings(configuration, without: unfound)
    if let zone = configuration.timeZone { members["timeZone"] = .string(zone) }
    for (key, value) in members.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(key): \(value.compactText),")
    }
    if !unfound.isEmpty {
      let columns = JSONValue.object(unfound.mapValues { .array($0.names.map { .string($0) }) })
      lines.append(
        "  //columns: \(comment(columns.compactText)),  // mapped, and in no header that was read")
    }
    lines += notes(findings, arguments)
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  /// What was mapped by option to columns that none of the files is known to have.
  ///
  /// Those of a configuration may be there for other files, and stay.
  private static func unfound(
    _ findings: [Inspector.Finding], _ configuration: Configuration, _ arguments: Arguments
  ) -> [String: ColumnSource] {
    let headers = findings.flatMap { $0.file.header?.columns ?? [] }
    let known = Set(headers.map { $0.name.lowercased() })
    let mapped = Set(arguments.map.map(\.name))
    return configuration.columns.filter { name, source in
      mapped.contains(name) && !source.names.allSatisfy { known.contains($0.lowercased()) }
    }
  }

  /// What the files say, as settings.
  private static func settings(
    _ configuration: Configuration, without unfound: [String: ColumnSource]
  ) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    if let minutes = configuration.intervalMinutes {
      members["intervalMinutes"] = JSONValue(minutes)
    }
    if let order = configuration.dateOrder { members["dateOrder"] = .string(order.rawValue) }
    // What was mapped for this run, by options too; profiles are found again.
    var found = configuration
    found.columns = found.columns.filter { unfound[$0.key] == nil }
    let effective = found.effective
    for key in ["columns", "units", "formats", "values", "ignore"] {
      guard case .object(let all) = effective, let value = all[key] else { continue }
      if value != .object([:]), value != .array([]) { members[key] = value }
    }
    return members
  }

  /// What a person has to look at, as comments: what the rows tell of themselves is told
  /// by those of the next file again, and may be another there.
  private static func notes(_ findings: [Inspector.Finding], _ arguments: Arguments) -> [String] {
    var lines: [String] = []
    let lengths = Set(findings.compactMap { $0.file.grid?.intervalMinutes })
    if lengths.count == 1, arguments.configurationPath == nil {
      lines.append("  //intervalMinutes: \(lengths.first!),  // as the starts tell")
    }
    for finding in findings {
      let path = comment(finding.file.path)
      guard let schema = finding.schema else {
        lines += finding.file.problems.map { "  // \(comment($0))" }
        continue
      }
      if let dates = finding.file.dates, dates.line != nil {
        lines.append("  //dateOrder: \"\(dates.order)\",  // as \(path) tells")
      }
      if let profile = schema.profile {
        lines.append("  // \(path) is read by the profile \(profile.name).")
      }
      let unmapped = schema.columnUses.filter(\.canonical.isEmpty).map { comment($0.name) }
      if !unmapped.isEmpty {
        lines.append("  // Not read from \(path): \(unmapped.joined(separator: ", "))")
      }
    }
    if findings.contains(where: { $0.schema == nil }) {
      lines.append(
        "  //columns: { interval_start: \"…\", queue: \"…\", offered: \"…\", answered: \"…\", "
          + "abandoned: \"…\", answered_within: \"…\" },")
    }
    let repeated = [
      arguments.profile.map { "--profile \($0.name)" },
      arguments.kind.map { "--kind \($0.rawValue)" },
      arguments.delimiter.map { "--delimiter \"\(comment(String(UnicodeScalar($0))))\"" },
    ].compactMap(\.self)
    if !repeated.isEmpty {
      lines.append("  // To be typed every time: \(repeated.joined(separator: " "))")
    }
    return lines
  }

  /// A text from data within a comment, which no character may end.
  private static func comment(_ text: String) -> String { VisibleText.escaping(text) }
}
