import Audit
import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics
import Reports

/// The program: arguments in, a result on standard output, a status out.
public enum Tool: Sendable {
  /// The version, which every report names.
  public static let version = "0.1.0"

  /// Runs the program.
  ///
  /// - Parameter arguments: What was typed, without the name of the program.
  /// - Returns: The status to end the process with.
  public static func run(_ arguments: [String]) -> Int32 {
    StandardStream.occupyClosed()
    StandardStream.ignoreClosedPipes()
    do throws(ToolError) {
      let parsed: Arguments
      do throws(UsageError) {
        parsed = try Arguments(arguments)
      } catch {
        throw ToolError(sentence: "\(error)", .usage)
      }
      return try run(parsed).rawValue
    } catch {
      Diagnostics.fail(error.lines)
      return error.status.rawValue
    }
  }

  private static func run(_ arguments: Arguments) throws(ToolError) -> ExitStatus {
    if arguments.wantsVersion {
      try write("slcheck \(version)\n", to: nil)
      return .success
    }
    if arguments.wantsHelp || arguments.command == .help {
      try write(Help.text(for: arguments), to: nil)
      return .success
    }
    var arguments = arguments
    if arguments.command.readsStandardInput, arguments.inputs.isEmpty,
      try !readsLedgerAlone(arguments)
    {
      if StandardStream.input.isTerminal {
        // Never wait silently for a terminal.
        try? StandardStream.error.write(Help.short)
        return .usage
      }
      arguments.inputs = [.standardInput]
    }
    switch arguments.command {
    case .schema:
      try write(try schema(arguments), to: arguments.outputPath)
      return .success
    case .`init`: return try begin(arguments)
    case .completions:
      // The name was checked when it was typed.
      try write(ShellText(rawValue: arguments.topic!)!.text, to: nil)
      return .success
    case .explain: return try explain(arguments)
    case .inspect: return try inspect(arguments)
    case .verify: return try verify(arguments)
    case .diff: return try diff(arguments)
    case .audit: return try audit(arguments)
    case .sample: return try sample(arguments)
    case .summary: return try summary(arguments)
    case .rollup: return try rollup(arguments)
    case .assess: return try assess(arguments)
    default: return try report(arguments)
    }
  }

  /// Gives the schema of an output, or the list of profiles.
  private static func schema(_ arguments: Arguments) throws(ToolError) -> [UInt8] {
    switch arguments.topic {
    case "report": return Array(ReportSchema.text.utf8)
    case "inspect": return Array(InspectionSchema.text.utf8)
    case "verify": return Array(VerificationSchema.text.utf8)
    case "diff": return Array(DifferenceSchema.text.utf8)
    case "audit": return Array(ClaimAuditSchema.text.utf8)
    case "assessment": return Array(AssessmentSchema.text.utf8)
    case "instrument": return Array(InstrumentSchema.text.utf8)
    case "figure": return Array(FigureTraceSchema.text.utf8)
    case "summary": return Array(MonthSummarySchema.text.utf8)
    case "sample": return Array(RecordSampleSchema.text.utf8)
    case "configuration": return Array(ConfigurationSchema.text.utf8)
    case "records": return Array(RecordsSchema.text.utf8)
    case "profiles":
      return try rendered("the list of profiles", arguments) { _ in
        ProfileList.text(ACDProfile.all)
      } json: {
        try JSONRenderer.render(ACDProfile.all)
      }
    default: return Array(ExplanationSchema.text.utf8)
    }
  }

  /// Makes the report: configuration, records, metrics, findings, result.
  private static func report(_ arguments: Arguments) throws(ToolError) -> ExitStatus {
    try OutputCollision.check(arguments)
    let configuration = try ConfigurationFile.read(arguments)
    let diagnostics = Diagnostics(arguments)
    let clock = ContinuousClock()
    let start = clock.now

    let gathered = try gather(arguments, configuration, diagnostics)
    let records = gathered.records
    let read = clock.now
    var report = try report(records, configuration)
    report.ledger = gathered.ledger?.summary
    report.detail = arguments.detail
    let evaluated = clock.now

    let result = try rendered("the report", arguments) {
      TextRenderer.render(report, $0)
    } json: {
      try JSONRenderer.render(report, threads: records.threads)
    } other: {
      try render(report, as: $0, threads: records.threads)
    }
    try gathered.ledger?.commit()
    try writeEvidence(report, nil, records, configuration, arguments)
    try write(result, to: arguments.outputPath)
    sayUnmet(report, arguments)
    diagnostics.detail(
      "read \(records.inputs.reduce(0) { $0 + $1.bytes }) bytes in \(read - start) "
        + "(\(records.stages), of all threads), evaluated in \(evaluated - read), wrote "
        + "\(result.count) bytes in \(clock.now - evaluated)")
    return status(of: report)
  }

  /// Judges what was read.
  ///
  /// - Parameter asOf: An earlier as-of than that of the run.
  static func report(
    _ records: Intake.Result, _ configuration: Configuration, asOf: CivilDate? = nil
  ) throws(ToolError) -> Report {
    var options = options(configuration, threads: records.threads)
    options.asOf = asOf ?? options.asOf
    let center = try judged(records.center, options)
    var report = Report(
      version: version,
      configuration: ConfigurationSummary(
        sha256: configuration.sha256, effective: configuration.effective,
        isAssumed: configuration.isAssumed, reading: records.choices),
      timeZone: configuration.timeZone, inputs: records.inputs, center: center,
      findings: Evaluator.findings(center),
      requirements: configuration.require.sorted { $0.key < $1.key }.map {
        Requirement(standard: $0.key, level: $0.value)
      },
      implausible: records.implausible)
    report.records = records.records
    report.rules = Evaluator.rules(center)
    return report
  }

  /// Judges a center.
  static func judged(
    _ center: CenterTally, _ options: MetricsOptions
  ) throws(ToolError) -> CenterMetrics {
    do throws(MetricsError) {
      return try CenterMetrics(center, options: options)
    } catch {
      throw ToolError(sentence: "\(error)", .data)
    }
  }

  /// How a configuration has a center judged.
  static func options(_ configuration: Configuration, threads: Int) -> MetricsOptions {
    let habit: ExportHabit? =
      switch configuration.absentIntervals {
      case .infer: nil
      case .dense: .dense
      case .sparse: .sparse
      }
    var options = MetricsOptions(
      asOf: configuration.asOf, intervalMinutes: configuration.intervalMinutes, habit: habit,
      reach: StandardLadder.reach, identityAllowance: configuration.identityAllowance,
      clockChanges: configuration.zone?.changedDays ?? [:], by: configuration.by,
      leeway: Toolkit.leeway)
    options.quality = configuration.quality ?? options.quality
    options.satisfaction = configuration.satisfaction ?? options.satisfaction
    options.zone = configuration.zone
    options.threads = threads
    options.resolution = configuration.firstContactResolution ?? options.resolution
    options.contactVolume = configuration.contactVolume ?? options.contactVolume
    options.handleTime = configuration.handleTime ?? options.handleTime
    options.transactionValue = configuration.transactionValue ?? options.transactionValue
    options.costPerContact = configuration.costPerContact ?? CostTargets()
    return options
  }

  /// Says what was required and does not hold, where the result itself is in a file: whoever is
  /// woken by a status wants to know why.
  static func sayUnmet(_ report: Report, _ arguments: Arguments) {
    guard let path = arguments.outputPath else { return }
    let unmet = report.requirements.compactMap { requirement -> String? in
      let end = "see \(VisibleText.escaping(path))"
      let subject = "slcheck: required \(requirement.standard) at level \(requirement.level)"
      return switch requirement.status(report.findings) {
      case .holds: nil
      case .fails: "\(subject) fails, \(end)"
      case .indeterminate: "\(subject) is indeterminate, \(end)"
      }
    }
    Diagnostics.fail(unmet)
  }

  /// A failure decides before what is indeterminate.
  static func status(of report: Report) -> ExitStatus {
    let statuses = report.requirements.map { $0.status(report.findings) }
    if statuses.contains(.fails) { return .failed }
    return statuses.contains(.indeterminate) ? .indeterminate : .success
  }
}

// MARK: - Results

extension Tool {
  /// Puts a result into the form that was asked for.
  ///
  /// - Parameters:
  ///   - what: What it is called where it cannot be encoded, which would be a bug.
  ///   - text: Makes the text, for the place where it is shown.
  ///   - json: Makes the JSON.
  ///   - other: Makes another form that the command has.
  static func rendered(
    _ what: String, _ arguments: Arguments, text: (TextStyle) -> String, json: () throws -> [UInt8],
    other: (OutputFormat) throws -> [UInt8] = { _ in
      preconditionFailure("a form that the command does not have")
    }
  ) throws(ToolError) -> [UInt8] {
    let style = style(arguments)
    do {
      return switch arguments.format {
      case .text: Array(fitted(text(style), style).utf8)
      case .json: try json()
      case .csv, .markdown, .html, .junit, .openmetrics: try other(arguments.format)
      }
    } catch {
      throw ToolError(sentence: "\(what) cannot be encoded: \(error)", .internalError)
    }
  }

  /// Puts a report into a form other than text and JSON.
  private static func render(
    _ report: Report, as format: OutputFormat, threads: Int
  ) throws -> [UInt8] {
    switch format {
    case .csv: try CSVRenderer.render(report, threads: threads)
    case .markdown: Array(MarkdownRenderer.render(report).utf8)
    case .html: Array(HTMLRenderer.render(report).utf8)
    case .junit: Array(JUnitRenderer.render(report).utf8)
    case .openmetrics: try OpenMetricsRenderer.render(report)
    case .text, .json: preconditionFailure("a form that is made elsewhere")
    }
  }

  private static func write(_ text: String, to path: String?) throws(ToolError) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes a result to a file, whole or not at all, or to standard output.
  ///
  /// A reader of standard output that has seen enough is no failure.
  static func write(_ bytes: [UInt8], to path: String?) throws(ToolError) {
    do throws(SystemError) {
      if let path {
        try OutputFile.replace(path, with: bytes)
      } else {
        try StandardStream.output.write(bytes)
      }
    } catch {
      if path == nil, error.isClosedPipe { return }
      guard path != nil else {
        throw ToolError(sentence: "standard output: \(error.message)", .cannotWrite)
      }
      throw ToolError(error)
    }
  }
}
