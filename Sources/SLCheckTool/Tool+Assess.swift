import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics
import Reports

extension Tool {
  /// Scores ratings by the self-assessments, and holds them against records where some are named.
  ///
  /// A rating that figures rule out decides the status before one that they leave open.
  static func assess(_ arguments: Arguments) throws(ToolError) -> ExitStatus {
    try OutputCollision.check(arguments)
    if let instrument = arguments.template {
      try write(Instrument.template(of: instrument), to: arguments.outputPath)
      return .success
    }
    let clock = ContinuousClock()
    let start = clock.now
    let hasRecords = !arguments.inputs.isEmpty
    let files = try RatingReading.read(
      arguments.ratings, delimiter: hasRecords ? nil : arguments.delimiter,
      dateOrder: arguments.dateOrder, wantsDigests: arguments.wantsDigests)
    let evidence = hasRecords ? try evidence(arguments) : nil
    let center = evidence?.report
    var report = try assessed(files, evidence, arguments)
    report = try chosen(report, arguments)
    let assessed = clock.now
    let result = try rendered("the assessment", arguments) {
      AssessmentRenderer.render(report, $0)
    } json: {
      try AssessmentJSON.render(report)
    } other: {
      try render(report, as: $0)
    }
    try write(result, to: arguments.outputPath)
    if let center { sayUnmet(center, arguments) }
    Diagnostics(arguments).detail(
      "read and assessed \(report.inputs.reduce(0) { $0 + $1.bytes }) bytes in \(assessed - start), "
        + "wrote \(result.count) bytes in \(clock.now - assessed)")
    return status(of: report, center)
  }

  /// What records come to that ratings are held against.
  fileprivate struct Evidence {
    /// The report on them.
    let report: Report
    /// What they come to besides.
    let figures: SupportingFigures
    /// What is known beside the figures.
    let background: CheckEvaluator.Background
    /// The day that was asked for, by an option or the configuration; `nil` where the records
    /// tell it.
    let asOf: CivilDate?
  }

  /// Judges the records that ratings are held against.
  private static func evidence(_ arguments: Arguments) throws(ToolError) -> Evidence {
    let configuration = try ConfigurationFile.read(arguments)
    let records = try gather(
      arguments, configuration, Diagnostics(arguments), keepsLinks: true
    ).records
    let report = try report(records, configuration)
    let options = options(configuration, threads: records.threads)
    let figures: SupportingFigures
    do throws(MetricsError) {
      figures = try SupportingFigures(
        records.center, report.center, options,
        ofLast: CMOStandards.months, fewestAnswers: CMOStandards.answersOfAgent)
    } catch {
      throw ToolError(sentence: "\(error)", .data)
    }
    var background = CheckEvaluator.Background()
    background.kinds = Set(records.inputs.compactMap { RecordKind(rawValue: $0.kind) })
    background.namesServices = !configuration.isAssumed
    background.namesObjectives = !configuration.isAssumed || configuration.hasOtherObjectives
    for input in records.inputs {
      guard let kind = RecordKind(rawValue: input.kind) else { continue }
      background.rejected[kind, default: 0] += input.rows.rejected
    }
    return Evidence(
      report: report, figures: figures, background: background, asOf: options.asOf)
  }

  /// Scores ratings beside what records come to.
  ///
  /// - Parameter evidence: What the records come to; `nil` without any.
  private static func assessed(
    _ files: RatingReading.Result, _ evidence: Evidence?, _ arguments: Arguments
  ) throws(ToolError) -> AssessmentReport {
    let center = evidence?.report
    let asOf = evidence == nil ? arguments.asOf : evidence?.asOf
    let history = RatingHistory(files.ratings, asOf: asOf)
    var background = Assessment.Background()
    // Without a day that was given, ratings stand as on the day that they are of.
    background.asOf = asOf ?? history.ratedOn[SQMPractice.instrument.id]
    if let center { background.take(center) }
    var report = AssessmentReport(assessments: Assessment.all(history.current, background))
    report.asOf = center?.center.asOf ?? arguments.asOf
    report.inputs = files.inputs + (center?.inputs ?? [])
    for index in files.inputs.indices {
      let late = history.afterAsOf[Intake.place(report.inputs[index].path), default: 0]
      if late > 0 {
        report.inputs[index].notes.append(counted(late, "rating") + " after as-of left aside")
      }
    }
    report.ratedOn = history.ratedOn
    report.earlier = history.earlier.map { earlier in
      var then = Assessment.Background()
      then.asOf = earlier.date
      return .init(date: earlier.date, assessments: Assessment.all(earlier.ratings, then))
    }
    if let evidence { report.take(evidence, history.current) }
    return report
  }

  /// A contradiction decides before what is unproven, and without records nothing decides.
  private static func status(of report: AssessmentReport, _ center: Report?) -> ExitStatus {
    guard let center else { return .success }
    let required = status(of: center)
    if report.hasContradiction || required == .failed { return .failed }
    return report.hasUnproven ? .indeterminate : required
  }
}

// MARK: - What records add

extension Assessment.Background {
  /// Takes what records come to.
  fileprivate mutating func take(_ report: Report) {
    computed = ComputedLevel.all(report.findings)
    rules = RuleState.all(report.rules)
    if report.configuration.isAssumed {
      // By an objective that nobody gave a rating is left open, and never ruled out.
      for standard in StandardLadder.standards where standard.subject == .serviceLevel {
        computed[standard.id] = computed[standard.id].map {
          ComputedLevel(level: $0.level, possible: standard.criteria.count)
        }
      }
      for rule in Toolkit.rules {
        guard case .intervalsNearObjective = rule.test, let state = rules[rule.id] else { continue }
        if state == .met || state == .missed { rules[rule.id] = .indeterminate }
      }
    }
    asOf = report.center.asOf
    hasRecords = true
    attested = Set(
      report.attestations.filter { $0.level == ExpectationAssessment.attestedLevel }
        .map(\.standard))
  }
}

extension AssessmentReport {
  /// Takes what records say beside the ratings.
  ///
  /// - Parameters:
  ///   - evidence: What the records come to.
  ///   - ratings: The ratings that are assessed.
  fileprivate mutating func take(_ evidence: Tool.Evidence, _ ratings: [Rating]) {
    let report = evidence.report
    (findings, rules) = (report.findings, report.rules)
    (attestations, requirements) = (report.attestations, report.requirements)
    var claimed: [String: Int] = [:]
    for rating in ratings where rating.instrument == CMOStandards.instrument.id {
      claimed[rating.item] = rating.level
    }
    checks = CheckEvaluator(report.center, evidence.figures, evidence.background)
      .findings(claimed: claimed)
    materials = AssessmentMaterials.found(
      for: assessments, report.center, evidence.figures,
      isAssumed: report.configuration.isAssumed)
  }
}

extension Report {
  /// The attestations that are in force, by standard and level.
  fileprivate var attestations: [EvidenceRecord] {
    center.evidence.filter { $0.isInForce(on: center.asOf) }.sorted()
  }
}

// MARK: - One instrument of several

extension Tool {
  /// Keeps the instrument that was asked for.
  ///
  /// - Throws: `ToolError` where nothing is rated by it, and where a table would hold several, or
  ///   none.
  private static func chosen(
    _ report: AssessmentReport, _ arguments: Arguments
  ) throws(ToolError) -> AssessmentReport {
    var report = report
    let names = report.assessments.map(\.instrument.id)
    if let instrument = arguments.instrument {
      report.keep(instrument)
      guard report.assessments.isEmpty else { return report }
      throw ToolError(
        sentence: "--instrument: nothing is rated by \(instrument.id)"
          + (names.isEmpty ? "" : "; rated: " + names.joined(separator: ", ")), .usage)
    }
    guard arguments.format == .csv, names.count != 1 else { return report }
    guard !names.isEmpty else {
      throw ToolError(sentence: "assess: nothing is rated, so there is no table", .data)
    }
    throw ToolError(
      sentence: "assess: a table holds one instrument; choose one of "
        + names.joined(separator: ", ") + " with --instrument ID", .usage)
  }

  /// Puts a report into a form other than text and JSON.
  private static func render(
    _ report: AssessmentReport, as format: OutputFormat
  ) throws -> [UInt8] {
    switch format {
    case .csv: try AssessmentCSV.render(report, report.assessments[0])
    case .markdown: Array(AssessmentMarkdown.render(report).utf8)
    case .html: Array(AssessmentHTML.render(report).utf8)
    case .text, .json, .junit, .openmetrics: preconditionFailure("a form that is made elsewhere")
    }
  }
}

extension AssessmentReport {
  /// Leaves out all instruments but one, and what is said of the others.
  fileprivate mutating func keep(_ instrument: Instrument) {
    func isKept(_ assessment: Assessment) -> Bool { assessment.instrument.id == instrument.id }
    assessments = assessments.filter(isKept)
    earlier = earlier.compactMap { earlier in
      let kept = earlier.assessments.filter(isKept)
      return kept.isEmpty ? nil : Earlier(date: earlier.date, assessments: kept)
    }
    ratedOn = ratedOn.filter { $0.key == instrument.id }
    materials = materials.filter { $0.instrument == instrument.id }
    if instrument.id != CMOStandards.instrument.id { (checks, attestations) = ([], []) }
  }
}
