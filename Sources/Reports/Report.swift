public import MaturityRules
public import PerformanceMetrics

/// The result of a run as a plain value: what was read, what it comes to, and how it stands.
///
/// Every renderer reads this value and nothing else. It holds no formatting, no
/// clock time and nothing of the machine, so that the same input gives the same
/// report again.
public struct Report: Sendable {
  /// The version of the program.
  public var version: String
  /// The configuration that it was made with.
  public var configuration: ConfigurationSummary
  /// The zone whose wall clock the times are of; `nil` where stamps are taken as they stand.
  public var timeZone: String?
  /// The inputs in the order in which they were named.
  public var inputs: [InputSummary]
  /// What became of all rows, kind by kind; those that a roll-up summed are among them.
  public var records: [RecordCounts] = []
  /// The services, judged.
  public var center: CenterMetrics
  /// How the standards stand.
  public var findings: [StandardFinding]
  /// The levels that were required.
  public var requirements: [Requirement]
  /// Columns whose implausible figures were accepted by name.
  public var implausible: [Implausibility]
  /// How the rules of the toolkit stand.
  public var rules: [RuleFinding] = []
  /// The ledger that its inputs are the files of; `nil` for none.
  public var ledger: LedgerSummary?
  /// What is listed of each service beside its months; `nil` for nothing.
  public var detail: ReportDetail?

  /// Creates a report.
  public init(
    version: String, configuration: ConfigurationSummary, timeZone: String? = nil,
    inputs: [InputSummary], center: CenterMetrics, findings: [StandardFinding],
    requirements: [Requirement],
    implausible: [Implausibility]
  ) {
    self.version = version
    self.configuration = configuration
    self.timeZone = timeZone
    self.inputs = inputs
    self.center = center
    self.findings = findings
    self.requirements = requirements
    self.implausible = implausible
  }
}

/// What a report says of the configuration that it was made with.
public struct ConfigurationSummary: Sendable {
  /// The SHA-256 of the effective configuration as compact JSON with sorted keys.
  public var sha256: String
  /// The configuration file with the options and the defaults, whole.
  public var effective: any Encodable & Sendable
  /// Whether no service was configured, so that 80 % in 20 s is an assumption.
  public var isAssumed: Bool
  /// What was said of the inputs beside it.
  public var reading: ReadingChoices

  /// Creates a summary.
  public init(
    sha256: String, effective: any Encodable & Sendable, isAssumed: Bool,
    reading: ReadingChoices = ReadingChoices()
  ) {
    self.sha256 = sha256
    self.effective = effective
    self.isAssumed = isAssumed
    self.reading = reading
  }
}

/// What a run was told of how its inputs are read, by options that no configuration has.
public struct ReadingChoices: Hashable, Sendable {
  /// The kind that every input was taken for; `nil` where the headers told.
  public var kind: String?
  /// The profile that every input was read by; `nil` where the headers told.
  public var profile: String?
  /// The delimiter of every input; `nil` where it was detected.
  public var delimiter: String?
  /// Columns whose implausible figures were accepted, sorted.
  public var acceptImplausible: [String]

  /// Creates choices; by default the inputs told all.
  public init(
    kind: String? = nil, profile: String? = nil, delimiter: String? = nil,
    acceptImplausible: [String] = []
  ) {
    self.kind = kind
    self.profile = profile
    self.delimiter = delimiter
    self.acceptImplausible = acceptImplausible
  }
}

/// A column with figures that no center has, accepted on request.
public struct Implausibility: Hashable, Sendable {
  /// The file.
  public var path: String
  /// The canonical column.
  public var column: String
  /// Rows with such a figure.
  public var rows: Int
  /// Rows with contacts, or with a score.
  public var of: Int
  /// What is implausible about them.
  public var reason: String

  /// Creates a finding.
  public init(path: String, column: String, rows: Int, of: Int, reason: String) {
    self.path = path
    self.column = column
    self.rows = rows
    self.of = of
    self.reason = reason
  }
}
