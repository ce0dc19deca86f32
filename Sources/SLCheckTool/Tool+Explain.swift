import Audit
import Basics
import MaturityRules
import PerformanceMetrics
import Reports

extension Tool {
  /// Explains a rule, in words and over the files that were named, or a figure of a report.
  static func explain(_ arguments: Arguments) throws(ToolError) -> ExitStatus {
    if let address = arguments.item { return try explain(address, arguments) }
    if let address = arguments.figure { return try explain(address, arguments) }
    guard let address = arguments.rule else { preconditionFailure("explain without a rule") }
    let explanation: Explanation
    if arguments.inputs.isEmpty {
      guard address.place == nil else {
        throw ToolError(
          sentence: "explain: \(address) names a day or a month; name the files to look at", .usage)
      }
      explanation = Explanation(address)
    } else {
      try OutputCollision.check(arguments)
      let configuration = try ConfigurationFile.read(arguments)
      let intake = try Intake(
        configuration, arguments: arguments, diagnostics: Diagnostics(arguments))
      let records = try intake.read(arguments.inputs)
      let report = try report(records, configuration)
      do throws(ExplanationError) {
        explanation = try Explanation(address, report, places: records.places)
      } catch {
        throw ToolError(sentence: "explain: \(error)", .usage)
      }
    }
    let result = try rendered("the explanation", arguments) {
      ExplanationRenderer.render(explanation, $0)
    } json: {
      try JSONRenderer.render(explanation)
    }
    try write(result, to: arguments.outputPath)
    return .success
  }

  /// Explains what a self-assessment asks, in words alone.
  private static func explain(
    _ address: ItemAddress, _ arguments: Arguments
  ) throws(ToolError) -> ExitStatus {
    let explanation = ItemExplanation(address)
    let result = try rendered("the explanation", arguments) {
      ItemExplanationRenderer.render(explanation, isColored: $0.isColored)
    } json: {
      try explanation.json()
    }
    try write(result, to: arguments.outputPath)
    return .success
  }

  /// Lists the rows behind a figure, of which a run keeps sums alone: some have to be read again.
  private static func explain(
    _ address: FigureAddress, _ arguments: Arguments
  ) throws(ToolError) -> ExitStatus {
    try OutputCollision.check(arguments)
    let configuration = try ConfigurationFile.read(arguments)
    let intake = try Intake(
      configuration, arguments: arguments, diagnostics: Diagnostics(arguments))
    let records = try intake.read(arguments.inputs)
    var report = try report(records, configuration)
    report.detail = address.detail
    let document: [UInt8]
    do {
      document = try JSONRenderer.render(report, threads: records.threads)
    } catch {
      throw ToolError(sentence: "the report cannot be encoded: \(error)", .internalError)
    }
    let (tracer, trace): (FigureTracer, FigureTrace)
    do throws(FigureAddressError) {
      tracer = try FigureTracer(
        address, report, document, places: records.places,
        targets: configuration.firstContactResolution ?? ResolutionTargets(),
        zone: configuration.zone)
    } catch {
      throw ToolError(sentence: "explain: \(error)", .usage)
    }
    let again = try tracer.trace.map { wanted throws(ToolError) in
      try readAgain(keeping: wanted, configuration, arguments, as: records.inputs)
    }
    do throws(FigureAddressError) {
      trace = try tracer.traced(again)
    } catch {
      throw ToolError(sentence: "explain: \(error)", .usage)
    }
    let result = try rendered("the figure", arguments) {
      FigureTraceRenderer.text(trace, isColored: $0.isColored)
    } json: {
      try FigureTraceRenderer.json(trace)
    }
    try write(result, to: arguments.outputPath)
    return .success
  }

  /// Reads the inputs once more, and keeps rows.
  ///
  /// - Parameter inputs: What they were at the first reading.
  /// - Throws: `ToolError` also where they are something else by now.
  static func readAgain(
    keeping trace: RowTrace, _ configuration: Configuration, _ arguments: Arguments,
    as inputs: [InputSummary]
  ) throws(ToolError) -> CenterTally {
    guard arguments.inputs.allSatisfy(\.canBeReadAgain) else {
      throw ToolError(
        sentence: "explain: the rows behind this figure have to be read a second time; name files, "
          + "not a pipe", .usage)
    }
    var intake = try Intake(
      configuration, arguments: arguments.readingAgain, diagnostics: .silent)
    intake.center.begin(trace)
    let records = try intake.read(arguments.inputs)
    for (was, now) in zip(inputs, records.inputs) where was != now {
      throw ToolError("\(Intake.place(now.path)): changed while it was read", .inputOutput)
    }
    return records.center
  }
}
