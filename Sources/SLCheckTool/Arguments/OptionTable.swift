internal import MaturityRules
internal import PerformanceMetrics

/// The name of an option, as it is written after two dashes.
package enum OptionName: String, CaseIterable, Hashable, Sendable {
  case config, objective, formula, require
  case asOf = "as-of"
  case timeZone = "time-zone"
  case by
  case dateOrder = "date-order"
  case profile, map, kind, delimiter
  case maxRejects = "max-rejects"
  case rejects
  case rejectsRaw = "rejects-raw"
  case onConflict = "on-conflict"
  case strictCounts = "strict-counts"
  case acceptImplausible = "accept-implausible"
  case detail, ledger, update, digest, evidence, claims
  case searchMore = "search-more"
  case format, output
  case writeConfig = "write-config"
  case month, over, into, with, template, instrument, n, seed
  case threads, color, progress, quiet, verbose, help, version
}

/// Everything there is to know about one option.
package struct OptionEntry: Hashable, Sendable {
  /// The name, without dashes.
  package let name: OptionName
  /// The letter of the short form.
  package let short: Character?
  /// What stands for its value in help; `nil` for a switch.
  package let placeholder: String?
  /// One sentence about it.
  package let help: String
  /// The commands that have it.
  package let commands: Set<Command>
  /// Whether it may be given more than once.
  package let isRepeatable: Bool
  /// The key of the configuration that it overrides.
  package let configurationKey: String?
  /// Whether every argument up to the next option is one more of its values.
  package var takesSeveral: Bool { name == .with }

  /// The name as it is typed: --as-of.
  package var typedName: String { "--" + name.rawValue }

  /// The whole option as help shows it: -o, --output FILE.
  package var synopsis: String {
    (short.map { "-\($0), " } ?? "    ") + typedName + (placeholder.map { " " + $0 } ?? "")
  }
}

extension OutputFormat {
  /// What it is for, in words; `nil` for those that every command has.
  fileprivate var purpose: String? {
    switch self {
    case .text, .json: nil
    case .csv: "CSV for databases"
    case .markdown: "Markdown for documents"
    case .html: "HTML with charts"
    case .junit: "JUnit XML for CI"
    case .openmetrics: "OpenMetrics for dashboards"
    }
  }
}

extension OptionEntry {
  /// The same option as help of a single command words it.
  fileprivate func worded(_ placeholder: String?, _ help: String) -> OptionEntry {
    OptionEntry(
      name: name, short: short, placeholder: placeholder, help: help, commands: commands,
      isRepeatable: isRepeatable, configurationKey: configurationKey)
  }
}

/// The options of all commands, each described once.
///
/// Parsing, help, errors and tests read this table; nothing else knows an option.
package enum OptionTable: Sendable {
  /// Finds the entry of an option.
  ///
  /// - Complexity: O(*n*) in the number of options.
  package static func entry(for name: OptionName) -> OptionEntry {
    all.first { $0.name == name }!  // A test goes through all names.
  }

  /// Lists what a command has in this version, in the order of help.
  ///
  /// - Complexity: O(*n*) in the number of options.
  package static func available(for command: Command) -> [OptionEntry] {
    all.filter { $0.commands.contains(command) }.map { entry in
      switch (entry.name, command) {
      case (.format, _):
        let formats = command.formats
        return entry.worded(
          formats.map(\.rawValue).joined(separator: "|"),
          "Print text for people" + formats.compactMap(\.purpose).map { ", " + $0 }.joined()
            + " or JSON for programs.")
      case (.by, .rollup):
        return entry.worded(
          RollupGrain.allCases.map(\.rawValue).joined(separator: "|"),
          "Write a row for each interval, or sum the intervals of a day or a month.")
      case (.output, .`init`):
        return entry.worded(entry.placeholder, "Write to a file, unless there is one already.")
      case (.config, .verify):
        return entry.worded(
          entry.placeholder, "Judge by this configuration rather than by that of the report.")
      default: return entry
      }
    }
  }

  /// The options of diff that say how records are read and judged; reports have been.
  static var ofRecords: Set<OptionName> {
    Set(
      all.filter { entry in
        entry.commands.contains(.diff)
          && (entry.name == .config || !entry.commands.contains(.verify))
      }.map(\.name))
  }

  private static func option(
    _ name: OptionName, _ placeholder: String? = nil, short: Character? = nil,
    of commands: Set<Command>, key: String? = nil, isRepeatable: Bool = false,
    _ help: String
  ) -> OptionEntry {
    OptionEntry(
      name: name, short: short, placeholder: placeholder, help: help, commands: commands,
      isRepeatable: isRepeatable, configurationKey: key)
  }

  private static let everywhere = Set(Command.allCases)
  /// The commands that read records as they are told; verify reads them as a report tells.
  private static let readers: Set<Command> = [
    .report, .inspect, .summary, .audit, .diff, .sample, .explain, .rollup, .assess,
  ]
  /// The commands that can list rejected rows: of two exports there would be two lists.
  private static let listers = readers.subtracting([.diff])
  /// The commands that judge service levels.
  private static let judges: Set<Command> = [.report, .summary, .audit, .explain, .assess]
  /// The commands whose output has several forms.
  private static let printers: Set<Command> = [
    .report, .inspect, .summary, .audit, .verify, .diff, .sample, .explain, .assess,
  ]

  /// All options, in the order of help.
  package static let all: [OptionEntry] = [
    option(
      .config, "FILE", of: everywhere,
      "Read this configuration rather than slcheck.json of the working folder."),
    option(
      .objective, "PERCENT/SECONDS", of: judges, key: "services",
      "Judge by this objective, such as 80/20; only without configured services."),
    option(
      .formula, "NAME", of: judges, key: "services",
      "Compute the service level this way; only without configured services."),
    option(
      .require, "STANDARD=LEVEL", of: [.report, .summary, .assess], key: "require",
      isRepeatable: true,
      "Fail unless a standard stands at this level or above, such as 8.01=2."),
    option(
      .asOf, "DATE", of: readers, key: "asOf", "Let every window end with this day."),
    option(
      .timeZone, "ZONE", of: readers, key: "timeZone",
      "Take time stamps on the clock of this zone, such as America/Chicago."),
    option(
      .by, "DIMENSIONS", of: readers.subtracting([.inspect]), key: "by",
      "Break the figures of each service down by site, queue, channel, or several joined by commas."
    ),
    option(
      .dateOrder, "mdy|dmy|ymd", of: readers, key: "dateOrder",
      "Read dates with their parts in this order."),
    option(
      .profile, "NAME", of: readers,
      "Read exports of this product; slcheck schema profiles lists them."),
    option(
      .map, "NAME=COLUMN", of: readers, key: "columns", isRepeatable: true,
      "Read a canonical column from this one; several for one name are joined."),
    option(
      .kind, "KIND", of: readers,
      "Take the rows of every file as this kind of record, such as quality_costs."),
    option(
      .delimiter, "CHARACTER", of: readers,
      "Split fields at this character, or at: comma, semicolon, tab, pipe."),
    option(
      .maxRejects, "N|N%", of: readers, key: "maxRejects",
      "Allow this many rejected rows, or this share of all rows."),
    option(
      .rejects, "FILE", of: listers.union([.verify]), "Write the list of rejected rows to a file."),
    option(
      .rejectsRaw, of: listers, "List rejected rows with the customers' identifiers unmasked."),
    option(
      .onConflict, "error|sum|first|last", of: readers, key: "onConflict",
      "Choose what two different records of one thing come to."),
    option(
      .strictCounts, of: readers, key: "strictCounts",
      "Reject rows whose counts contradict each other."),
    option(
      .acceptImplausible, "COLUMN", of: readers, isRepeatable: true,
      "Take the figures of a column though they look wrong."),
    option(
      .detail, "days|intervals", of: [.report, .summary],
      "List the days of each service as well, or its days and intervals."),
    option(
      .ledger, "DIR", of: [.report, .summary], key: "ledger",
      "Report on the months that are kept in this folder, and on the new files."),
    option(
      .update, of: [.report, .summary],
      "Keep what the new files say in the ledger, which is begun where there is none."),
    option(
      .digest, of: [.report, .audit], "Say the SHA-256 of every input, as it is stored."),
    option(
      .evidence, "DIR", of: [.report, .audit],
      "Write a folder that proves the run: report, digests, configuration, rejects."),
    option(.claims, "FILE", of: [.audit], "Read the claims from a file."),
    option(
      .searchMore, of: [.audit],
      "Try shifted periods and days left out on false claims as well."),
    option(
      .format, "text|json", of: printers.union([.schema]),
      "Print text for people or JSON for programs."),
    option(
      .output, "FILE", short: "o", of: printers.union([.`init`, .rollup]),
      "Write the result to a file, whole or not at all."),
    option(
      .writeConfig, "FILE", of: [.inspect],
      "Write a configuration to begin with, from what was found."),
    option(
      .month, "MONTH", of: [.summary], "Sum up this month; else the last complete one."),
    option(
      .over, "DIMENSIONS", of: [.rollup],
      "Sum over site, queue, channel, or several joined by commas."),
    option(
      .into, "DIR", of: [.rollup],
      "Write the tables of all kinds of records into a folder."),
    option(
      .with, "FILE...", of: [.assess], isRepeatable: true,
      "Hold the ratings against these records: all arguments up to the next option."),
    option(
      .template, "ID", of: [.assess],
      "Write a file of ratings to fill in: "
        + Instrument.all.map(\.id).joined(separator: ", ") + "."),
    option(
      .instrument, "ID", of: [.assess], "Assess by this instrument alone, such as cmo."),
    option(.n, "N", of: [.sample], "Draw so many records; 60 where nothing is said."),
    option(
      .seed, "TEXT", of: [.sample],
      "Draw by this text: the same one draws the same records."),
    option(.threads, "N", of: everywhere, "Use at most this many threads; the result is the same."),
    option(.color, "auto|always|never", of: everywhere, "Choose when the text has color."),
    option(
      .progress, "auto|always|never", of: everywhere,
      "Choose when the progress of reading is shown; else on a terminal, past one second."),
    option(.quiet, short: "q", of: everywhere, "Say nothing but errors beside the result."),
    option(.verbose, short: "v", of: everywhere, "Say more, such as how long each step took."),
    option(.help, short: "h", of: everywhere, "Print help and end."),
    option(.version, of: everywhere, "Print the version and end."),
  ]
}
