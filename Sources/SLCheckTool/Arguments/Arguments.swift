package import Audit
package import Basics
package import ContactRecords
package import MaturityRules
package import PerformanceMetrics
package import Reports

/// What was typed, taken apart and checked; what it means is the configuration's.
///
/// ```swift
/// let arguments = try Arguments(["--format=json", "march.csv"])
/// arguments.command  // report
/// arguments.format   // json
/// ```
package struct Arguments: Hashable, Sendable {
  /// Where records are read from.
  package enum Input: Hashable, Sendable {
    case standardInput
    case file(String)
    /// What is made while the tool runs; nobody types it.
    case bytes([UInt8])
  }

  /// When something is done: the text has color, progress is shown.
  package enum WhenChoice: String, CaseIterable, Hashable, Sendable {
    case auto, always, never
  }

  /// One column of an export for a canonical name.
  package struct ColumnMapping: Hashable, Sendable {
    /// The canonical name.
    package let name: String
    /// The export's own column.
    package let column: String
  }

  /// The command; report where none was typed.
  package internal(set) var command = Command.report
  /// Whether the command was typed.
  package internal(set) var isCommandTyped = false
  /// Whether nothing at all was typed.
  package internal(set) var isEmpty = false
  /// What to read, in the order typed; empty where standard input stands in.
  package internal(set) var inputs: [Input] = []
  /// The command that help was asked about, or the name of a schema.
  package internal(set) var topic: String?
  /// The files of ratings, in the order typed; the records beside them are the inputs.
  package internal(set) var ratings: [Input] = []
  /// The instrument whose file to fill in is written; `nil` where ratings are assessed.
  package internal(set) var template: Instrument?
  /// The instrument that is chosen of several; `nil` for all.
  package internal(set) var instrument: Instrument?
  /// What records were named by, until all operands are known.
  var recordPaths: [String] = []
  /// The item of an instrument that is to be explained, where it is no rule.
  package internal(set) var item: ItemAddress?
  /// The rule that is to be explained.
  package internal(set) var rule: RuleAddress?
  /// The figure that is to be explained, where it is no rule.
  package internal(set) var figure: FigureAddress?
  /// The report that is to be run again.
  package internal(set) var reportPath: String?
  /// The configuration file that was named.
  package internal(set) var configurationPath: String?
  /// The objective that replaces the assumed one.
  package internal(set) var objective: Objective?
  /// The formula that replaces the usual one.
  package internal(set) var formula: ServiceLevelFormula?
  /// The levels that are required, by standard.
  package internal(set) var require: [String: Int] = [:]
  /// The last day of every window.
  package internal(set) var asOf: CivilDate?
  /// The month that is summed up; `nil` for the last complete one.
  package internal(set) var month: CivilMonth?
  /// The time zone of the stamps.
  package internal(set) var timeZone: String?
  /// What figures are broken down by; `nil` where the configuration decides.
  package internal(set) var by: [KeyDimension]?
  /// What --by was given, until it is known what it is about.
  var byText: String?
  /// How coarse rolled-up records are; `nil` for other commands.
  package internal(set) var grain: RollupGrain?
  /// The dimensions that rolled-up records are summed over.
  package internal(set) var over: [KeyDimension] = []
  /// The folder that the tables of a roll-up go to; `nil` for one table of interval records.
  package internal(set) var folderPath: String?
  /// What is listed of each service beside its months.
  package internal(set) var detail: ReportDetail?
  /// Whether the inputs are digested.
  package internal(set) var wantsDigests = false
  /// The folder of the ledger; `nil` where the configuration decides.
  package internal(set) var ledgerPath: String?
  /// Whether the ledger is changed.
  package internal(set) var updatesLedger = false
  /// The folder that proves the run; `nil` for none.
  package internal(set) var evidencePath: String?
  /// The file that claims are read from.
  package internal(set) var claimsPath: String?
  /// Whether shifted periods and days left out are tried on false claims.
  package internal(set) var searchesMore = false
  /// How many records are drawn (own rule: so many, all without a fault, bound the share of
  /// faulty ones below 5 % with 95 % confidence).
  package internal(set) var sampleSize = 60
  /// What decides the draw.
  package internal(set) var seed: String?
  /// Columns by canonical name, in the order typed.
  package internal(set) var map: [ColumnMapping] = []
  /// The product whose exports the inputs are; `nil` where the headers tell.
  package internal(set) var profile: ACDProfile?
  /// What every input is taken for; `nil` where the headers tell.
  package internal(set) var kind: RecordKind?
  /// The byte between fields; `nil` where it is detected.
  package internal(set) var delimiter: UInt8?
  /// The order of the parts of dates.
  package internal(set) var dateOrder: Configuration.DateOrder?
  /// How many rows may be rejected.
  package internal(set) var maxRejects: Configuration.RejectLimit?
  /// The file that the rejected rows are listed in.
  package internal(set) var rejectsPath: String?
  /// Whether they are listed with the customers' identifiers.
  package internal(set) var rejectsAreRaw = false
  /// What happens to two different records of the same thing.
  package internal(set) var onConflict: Configuration.ConflictPolicy?
  /// Whether counts that contradict each other reject their row.
  package internal(set) var strictCounts = false
  /// Columns whose implausible figures are taken.
  package internal(set) var acceptedImplausible: [String] = []
  /// The first option of diff that says how records are read and judged.
  package internal(set) var recordOption: String?
  /// The form of the result.
  package internal(set) var format = OutputFormat.text
  /// The file that the result goes to; `nil` for standard output.
  package internal(set) var outputPath: String?
  /// The file that a configuration to begin with goes to.
  package internal(set) var startingConfigurationPath: String?
  /// The number of threads; `nil` for as many as there are cores.
  package internal(set) var threads: Int?
  /// When the text has color.
  package internal(set) var color = WhenChoice.auto
  /// When progress is shown.
  package internal(set) var progress = WhenChoice.auto
  /// Whether nothing but errors is said.
  package internal(set) var isQuiet = false
  /// Whether more is said.
  package internal(set) var isVerbose = false
  /// Whether help was asked for, in whatever way.
  package internal(set) var wantsHelp = false
  /// Whether the version was asked for.
  package internal(set) var wantsVersion = false

  init() {}
}

/// The form of a result.
package enum OutputFormat: String, CaseIterable, Hashable, Sendable {
  case text, json, csv, markdown, html, junit, openmetrics
}
