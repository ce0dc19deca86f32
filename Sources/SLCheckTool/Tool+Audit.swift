import Audit
import Basics
import PerformanceMetrics
import Reports

extension Tool {
  /// Holds claims against records.
  ///
  /// A false claim decides the status before an open one.
  static func audit(_ arguments: Arguments) throws(ToolError) -> ExitStatus {
    try OutputCollision.check(arguments)
    let configuration = try ConfigurationFile.read(arguments)
    let intake = try Intake(
      configuration, arguments: arguments, diagnostics: Diagnostics(arguments))
    let records = try intake.read(arguments.inputs)
    let report = try report(records, configuration)
    let canReadAgain = arguments.inputs.allSatisfy(\.canBeReadAgain)
    let verifier = ClaimVerifier(
      report.center,
      AuditPossibilities(
        thresholds: canReadAgain ? records.thresholds.sorted() : [],
        tellsComparison: canReadAgain && configuration.comparison == .atMost
          && report.center.hasContactRecords,
        searchesMore: arguments.searchesMore))
    let judgment = Judgment(records, report.center, configuration, arguments)
    let verdicts = try verifier.verdicts(records.claims) {
      (change: CenterChange) throws(ToolError) in try judgment.judged(change)
    }
    var indicators = Indicators.found(in: report.center, threads: records.threads)
    let other = records.center.hasConflicts ? configuration.onConflict.other : nil
    if canReadAgain, let other {
      var change = CenterChange()
      change.onConflict = other
      if let otherwise = try judgment.judged(change) {
        indicators +=
          other == .last
          ? Indicators.restatedMonths(first: report.center, last: otherwise)
          : Indicators.restatedMonths(first: otherwise, last: report.center)
      }
    }
    let audit = ClaimAudit(
      report: report, verdicts: verdicts, indicators: indicators, readsAgain: canReadAgain,
      hasConflicts: other != nil)
    let result = try rendered("the audit", arguments) {
      ClaimAuditRenderer.render(audit, isColored: $0.isColored)
    } json: {
      try audit.json()
    }
    try writeEvidence(report, audit, records, configuration, arguments)
    try write(result, to: arguments.outputPath)
    if audit.hasFalseClaim { return .failed }
    return audit.hasOpenClaim ? .indeterminate : .success
  }
}

/// Judges the records of a run again, with something changed.
private struct Judgment {
  private let center: CenterTally
  private let asOf: CivilDate
  private let threads: Int
  private let configuration: Configuration
  private let arguments: Arguments

  init(
    _ records: Intake.Result, _ metrics: CenterMetrics, _ configuration: Configuration,
    _ arguments: Arguments
  ) {
    (center, threads) = (records.center, records.threads)
    self.asOf = metrics.asOf
    self.configuration = configuration
    self.arguments = arguments.readingAgain
  }

  /// Judges with a change; the records are read again where they were counted by another
  /// threshold. `nil` where nothing lies on or before an earlier as-of.
  func judged(_ change: CenterChange) throws(ToolError) -> CenterMetrics? {
    var center = center
    if change.needsReading {
      var changed = configuration
      changed.services = configuration.services.map(change.applied)
      if change.isStrict { changed.comparison = .below }
      changed.onConflict = change.onConflict ?? changed.onConflict
      let intake = try Intake(changed, arguments: arguments, diagnostics: .silent)
      center = try intake.read(arguments.inputs).center
    }
    var options = Tool.options(configuration, threads: threads)
    options.asOf = change.asOf ?? asOf
    options.by = change.by
    options.services = configuration.services.map(change.applied)
    (options.comparesFormulas, options.leeway) = (false, nil)
    options.leftOut = change.leftOut.map { [$0] } ?? []
    // Of what is no service only an earlier day is asked for: the level of a standard.
    let isOfServices = change.asOf == nil
    do throws(ToolError) {
      return try Tool.judged(isOfServices ? center.ofServicesAlone : center, options)
    } catch {
      // Of an earlier day there may be nothing to judge; of the day of the run there is.
      if change.asOf != nil, error.status == .data { return nil }
      throw error
    }
  }
}

extension CenterTally {
  /// Whether any rows for one interval, or one contact, were in conflict.
  fileprivate var hasConflicts: Bool {
    intervals.conflicts.count > 0 || sieve.accounts.conflictCount > 0
  }
}

extension ConflictPolicy {
  /// What the rows that gave way would have come to; `nil` where none did: rows that are added up
  /// are parts, and none restates another.
  fileprivate var other: ConflictPolicy? {
    switch self {
    case .first: .last
    case .last: .first
    case .error, .sum: nil
    }
  }
}
